-- What the desk must not forget, besides the dates of the tickets.

-- A promise to call somebody. It has its own day and its own end: nothing that happens to the ticket touches it.
create table callback (
  seq integer primary key,
  callback_id blob not null unique,
  ticket_id blob references ticket (ticket_id),
  citizen_id blob references citizen (citizen_id),
  -- Whom to ask for, when the citizen is not in the registry.
  who text,
  phone text not null,
  due_on text not null,
  -- HH:MM, the desk's own time; null is any time of the day.
  due_at text,
  about text not null,
  waiting integer not null,
  -- Calls that nobody answered.
  attempts integer not null,
  made_at text not null,
  made_by text not null,
  done_at text,
  version integer not null
) strict;

create index callback_waiting on callback (due_on, due_at, seq) where waiting;
create index callback_by_ticket on callback (ticket_id) where ticket_id is not null;
create index callback_by_citizen on callback (citizen_id) where citizen_id is not null;

-- Reminders that were sent, and interim replies: each step of the ladder once for every office and every life of the
-- ticket (a reopened one begins again). What is ready and not sent yet is not here: it is computed.
create table reminder (
  reminder_id blob primary key,
  ticket_id blob not null references ticket (ticket_id),
  step text not null,
  office_id blob references office (office_id),
  life integer not null,
  at text not null,
  actor text not null,
  means text not null,
  recipient text not null
) strict, without rowid;

create unique index reminder_once on reminder (ticket_id, life, step, coalesce(office_id, x''));

-- When each open ticket was last touched; a finished one has no row.
create table ticket_touch (
  ticket_id blob primary key references ticket (ticket_id),
  at text not null
) strict, without rowid;

create index ticket_touch_by_at on ticket_touch (at);

insert into ticket_touch (ticket_id, at)
select t.ticket_id, max(e.at) from ticket t join ticket_entry e on e.ticket_id = t.ticket_id where t.open
group by t.ticket_id;

-- Work lists that are a few rows among many open ones: without these, the first of them is a walk over all.
create index ticket_new on ticket (queue_on, seq) where open and state = 'received';
create index ticket_to_communicate on ticket (queue_on, seq) where open and state = 'outcome_received';
create index ticket_at_office on ticket (queue_on, seq, office_due_on)
where open and state in ('transferred', 'with_office');

-- Who has what open, in which window. Nobody's record: rewritten every few seconds and never in the register.
create table presence (
  session_id blob not null,
  subject text not null,
  operator text not null,
  editing integer not null,
  since text not null,
  seen_at text not null,
  primary key (session_id, subject)
) strict, without rowid;

create index presence_by_subject on presence (subject);

-- What a shift leaves to the next.
create table shift_note (
  note_id blob primary key,
  at text not null,
  author text not null,
  text text not null
) strict, without rowid;

create index shift_note_by_at on shift_note (at);

pragma user_version = 8;
