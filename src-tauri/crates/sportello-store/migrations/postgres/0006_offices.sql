-- The twin of ../sqlite/0006_offices.sql, whose comments say what each table is for; only the types differ.

alter table office add column valid_from date;
alter table office add column valid_to date;
alter table office add column phones text not null default '';
alter table office add column does_not text not null default '';
alter table office add column synonyms text not null default '';
alter table office add column to_bring text not null default '';
alter table office add column hours text;
alter table office add column ipa_code text;
alter table office add column internal_notes text;

create table office_person (
  office_id uuid not null references office (office_id) on delete cascade,
  position bigint not null,
  name text not null,
  role text not null,
  matter text,
  phone text,
  email text,
  valid_from date,
  valid_to date,
  absences text not null,
  primary key (office_id, position)
);

insert into office_person (office_id, position, name, role, absences)
select office_id, 0, head, 'head', '[]' from office where head is not null;

create table import_batch (
  seq bigint generated always as identity unique,
  import_id uuid primary key,
  kind text not null,
  at timestamptz not null,
  actor text not null,
  added bigint not null,
  changed bigint not null,
  undone_at timestamptz
);

create table import_row (
  import_id uuid not null references import_batch (import_id),
  record_id uuid not null,
  version bigint not null,
  before text,
  primary key (import_id, record_id)
);
