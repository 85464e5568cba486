-- The twin of ../sqlite/0001_foundation.sql, whose comments say what each table is for; only the types differ.

create table setting (
  name text primary key,
  value text not null,
  version bigint not null
);

create table office (
  seq bigint generated always as identity unique,
  office_id uuid primary key,
  parent_id uuid references office (office_id),
  name text not null,
  address text,
  floor text,
  room text,
  phone text,
  email text,
  pec text,
  head text,
  competences text not null,
  answer_days bigint not null,
  version bigint not null
);

create table citizen (
  seq bigint generated always as identity unique,
  citizen_id uuid primary key,
  kind text not null,
  surname text,
  name text,
  organization text,
  tax_code text,
  phone text,
  email text,
  pec text,
  address text,
  care_notes text,
  version bigint not null
);

create index citizen_by_tax_code on citizen (tax_code) where tax_code is not null;

create table ticket_counter (
  year bigint primary key,
  last bigint not null
);

create table ticket (
  seq bigint generated always as identity unique,
  ticket_id uuid primary key,
  year bigint not null,
  progressive bigint not null,
  kind text not null,
  channel text not null,
  state text not null,
  state_before text,
  open boolean not null,
  subject text not null,
  text text not null,
  place text,
  citizen_id uuid references citizen (citizen_id),
  anonymous_reason text,
  reply_by text,
  office_id uuid references office (office_id),
  case_officer text,
  rule text not null,
  presented_on date not null,
  recorded_at timestamptz not null,
  due_on date,
  target_on date,
  office_due_on date,
  queue_on date not null,
  answered_on date,
  closed_at timestamptz,
  void_reason text,
  recorded_by text not null,
  version bigint not null,
  unique (year, progressive)
);

create index ticket_open_by_due on ticket (queue_on, seq) where open;
create index ticket_open_by_office on ticket (office_id, office_due_on) where open;
create index ticket_by_citizen on ticket (citizen_id, seq) where citizen_id is not null;

create table ticket_entry (
  seq bigint generated always as identity unique,
  entry_id uuid primary key,
  ticket_id uuid not null references ticket (ticket_id),
  at timestamptz not null,
  actor text not null,
  code text not null,
  internal_text text,
  citizen_text text,
  promise text,
  office_id uuid references office (office_id),
  case_officer text,
  reply_channel text,
  happened_on date,
  due_on date
);

create index ticket_entry_by_ticket on ticket_entry (ticket_id, seq);

create table interaction (
  seq bigint generated always as identity unique,
  interaction_id uuid primary key,
  at timestamptz not null,
  channel text not null,
  topic text not null,
  outcome text not null,
  citizen_id uuid references citizen (citizen_id),
  ticket_id uuid references ticket (ticket_id),
  operator text not null
);

create index interaction_by_citizen on interaction (citizen_id, seq) where citizen_id is not null;

create table draft (
  draft_id uuid primary key,
  kind text not null,
  body text not null,
  operator text not null,
  updated_at timestamptz not null
);

create table event (
  seq bigint primary key,
  op_id uuid not null,
  at timestamptz not null,
  actor text not null,
  code text not null,
  subject text not null,
  digest bytea not null,
  hash bytea not null
);

create index event_by_op on event (op_id);
create index event_by_subject on event (subject, seq);

create table event_payload (
  seq bigint primary key references event (seq),
  salt bytea not null,
  payload text not null
);

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '%: append only', tg_table_name;
end $$;

create trigger event_is_never_changed before update or delete on event
  for each statement execute function append_only();
create trigger event_is_never_emptied before truncate on event
  for each statement execute function append_only();
create trigger event_payload_is_never_changed before update on event_payload
  for each statement execute function append_only();
create trigger ticket_is_never_deleted before delete or truncate on ticket
  for each statement execute function append_only();

create table chain_head (
  one bigint primary key check (one = 1),
  seq bigint not null,
  hash bytea not null
);

insert into chain_head (one, seq, hash) values (1, 0, decode(repeat('00', 32), 'hex'));
