-- Forms filled in at the desk: which form and which text of it, the answers, whose they are.

-- A form that is not done waits on the citizen's card. The answers are JSON, as the format of forms keeps them.
create table filled_form (
  filled_form_id blob primary key,
  citizen_id blob references citizen (citizen_id),
  form text not null,
  form_version text not null,
  answers text not null,
  done integer not null check (done in (0, 1)),
  created_at text not null,
  updated_at text not null,
  operator text not null,
  version integer not null
) strict, without rowid;

create index filled_form_of_citizen on filled_form (citizen_id, updated_at desc) where citizen_id is not null;

pragma user_version = 10;
