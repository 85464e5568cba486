-- Offices in depth: who works there and when, hours, what they do not do; and imports that can be taken back.

-- Days of validity, both included; null is without end.
alter table office add column valid_from text;
alter table office add column valid_to text;
-- Lists of words are one a line, as `competences`.
alter table office add column phones text not null default '';
alter table office add column does_not text not null default '';
alter table office add column synonyms text not null default '';
alter table office add column to_bring text not null default '';
-- Weekly hours and special days as the calendar writes them, in JSON; null when nobody knows them.
alter table office add column hours text;
alter table office add column ipa_code text;
-- For the desk only: never in what is copied or printed.
alter table office add column internal_notes text;

-- Nobody is deleted: whoever goes has a last day.
create table office_person (
  office_id blob not null references office (office_id) on delete cascade,
  position integer not null,
  name text not null,
  role text not null,
  matter text,
  phone text,
  email text,
  valid_from text,
  valid_to text,
  -- Days away, [{"from": …, "to": …}]. Never why.
  absences text not null,
  primary key (office_id, position)
) strict, without rowid;

-- The head of each office becomes the first of its people.
insert into office_person (office_id, position, name, role, absences)
select office_id, 0, head, 'head', '[]' from office where head is not null;

-- An import, and what each record was before it: enough to take all of it back while nobody has changed any since.
create table import_batch (
  seq integer primary key,
  import_id blob not null unique,
  kind text not null,
  at text not null,
  actor text not null,
  added integer not null,
  changed integer not null,
  undone_at text
) strict;

create table import_row (
  import_id blob not null references import_batch (import_id),
  record_id blob not null,
  -- The version the import left.
  version integer not null,
  -- The record before, in JSON; null when the import added it.
  before text,
  primary key (import_id, record_id)
) strict, without rowid;

pragma user_version = 6;
