-- The desk's records. Times are UTC; legal dates are civil dates in Europe/Rome, as YYYY-MM-DD. Ids are UUIDv7 made by
-- the client; `seq` is the order of registration, which the search indexes and the lists follow. Every row that can be
-- edited has a `version`: a save names the version it read, so that nobody overwrites what they have not seen.

-- "SPOR": what tells our file from any other database (and from an empty file, which accepts every key).
pragma application_id = 1397772114;

create table setting (
  name text primary key,
  value text not null,
  version integer not null
) strict, without rowid;

create table office (
  seq integer primary key,
  office_id blob not null unique,
  parent_id blob references office (office_id),
  name text not null,
  address text,
  floor text,
  room text,
  phone text,
  email text,
  pec text,
  head text,
  -- One need a line, in the citizens' words.
  competences text not null,
  answer_days integer not null,
  version integer not null
) strict;

create table citizen (
  seq integer primary key,
  citizen_id blob not null unique,
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
  version integer not null
) strict;

create index citizen_by_tax_code on citizen (tax_code) where tax_code is not null;

-- Numbers of tickets: one row a year, without gaps.
create table ticket_counter (
  year integer primary key,
  last integer not null
) strict;

create table ticket (
  seq integer primary key,
  ticket_id blob not null unique,
  year integer not null,
  progressive integer not null,
  kind text not null,
  channel text not null,
  state text not null,
  -- The state to go back to when a suspension ends.
  state_before text,
  -- Whether the citizen still waits: the open ones are few, and every work list reads only them.
  open integer not null,
  subject text not null,
  text text not null,
  place text,
  citizen_id blob references citizen (citizen_id),
  anonymous_reason text,
  reply_by text,
  office_id blob references office (office_id),
  case_officer text,
  -- What the term is computed from…
  rule text not null,
  presented_on text not null,
  recorded_at text not null,
  -- …and what comes out of it. No promise to the anonymous: null.
  due_on text,
  target_on text,
  office_due_on text,
  -- `due_on`, or the end of time: the order of the work lists.
  queue_on text not null,
  answered_on text,
  closed_at text,
  void_reason text,
  recorded_by text not null,
  version integer not null,
  unique (year, progressive)
) strict;

create index ticket_open_by_due on ticket (queue_on, seq) where open;
create index ticket_open_by_office on ticket (office_id, office_due_on) where open;
create index ticket_by_citizen on ticket (citizen_id, seq) where citizen_id is not null;

-- The timeline. What is for the municipality and what the citizen may read are two columns, never one.
create table ticket_entry (
  seq integer primary key,
  entry_id blob not null unique,
  ticket_id blob not null references ticket (ticket_id),
  at text not null,
  actor text not null,
  code text not null,
  internal_text text,
  citizen_text text,
  -- What was promised to the citizen, for the office to know.
  promise text,
  office_id blob references office (office_id),
  case_officer text,
  reply_channel text,
  happened_on text,
  due_on text
) strict;

create index ticket_entry_by_ticket on ticket_entry (ticket_id, seq);

create table interaction (
  seq integer primary key,
  interaction_id blob not null unique,
  at text not null,
  channel text not null,
  topic text not null,
  outcome text not null,
  citizen_id blob references citizen (citizen_id),
  ticket_id blob references ticket (ticket_id),
  operator text not null
) strict;

create index interaction_by_citizen on interaction (citizen_id, seq) where citizen_id is not null;

-- What is being typed, a second after the last key.
create table draft (
  draft_id blob primary key,
  kind text not null,
  body text not null,
  operator text not null,
  updated_at text not null
) strict, without rowid;

-- The register: see sportello-domain/src/event.rs. Append-only by trigger; the payload can be erased, the line cannot.
create table event (
  seq integer primary key,
  op_id blob not null,
  at text not null,
  actor text not null,
  code text not null,
  subject text not null,
  digest blob not null,
  hash blob not null
) strict;

create index event_by_op on event (op_id);
create index event_by_subject on event (subject, seq);

create table event_payload (
  seq integer primary key references event (seq),
  salt blob not null,
  payload text not null
) strict;

create trigger event_is_never_changed before update on event
begin
  select raise(abort, 'event: append only');
end;

create trigger event_is_never_deleted before delete on event
begin
  select raise(abort, 'event: append only');
end;

create trigger event_payload_is_never_changed before update on event_payload
begin
  select raise(abort, 'event_payload: erase only');
end;

create trigger ticket_is_never_deleted before delete on ticket
begin
  select raise(abort, 'ticket: void only');
end;

-- One row: the end of the chain, and the lock that makes writers queue on every engine.
create table chain_head (
  one integer primary key check (one = 1),
  seq integer not null,
  hash blob not null
) strict;

insert into chain_head (one, seq, hash) values (1, 0, zeroblob(32));

pragma user_version = 1;
