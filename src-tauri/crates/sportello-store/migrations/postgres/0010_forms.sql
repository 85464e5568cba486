-- The twin of ../sqlite/0010_forms.sql.

create table filled_form (
  filled_form_id uuid primary key,
  citizen_id uuid references citizen (citizen_id),
  form text not null,
  form_version text not null,
  answers text not null,
  done bigint not null check (done in (0, 1)),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  operator text not null,
  version bigint not null
);

create index filled_form_of_citizen on filled_form (citizen_id, updated_at desc) where citizen_id is not null;
