-- The twin of ../sqlite/0008_agenda.sql.

create table callback (
  seq bigint generated always as identity unique,
  callback_id uuid primary key,
  ticket_id uuid references ticket (ticket_id),
  citizen_id uuid references citizen (citizen_id),
  who text,
  phone text not null,
  due_on date not null,
  due_at text,
  about text not null,
  waiting boolean not null,
  attempts bigint not null,
  made_at timestamptz not null,
  made_by text not null,
  done_at timestamptz,
  version bigint not null
);

create index callback_waiting on callback (due_on, due_at, seq) where waiting;
create index callback_by_ticket on callback (ticket_id) where ticket_id is not null;
create index callback_by_citizen on callback (citizen_id) where citizen_id is not null;

create table reminder (
  reminder_id uuid primary key,
  ticket_id uuid not null references ticket (ticket_id),
  step text not null,
  office_id uuid references office (office_id),
  life bigint not null,
  at timestamptz not null,
  actor text not null,
  means text not null,
  recipient text not null
);

create unique index reminder_once on reminder (ticket_id, life, step, office_id) nulls not distinct;

create table ticket_touch (
  ticket_id uuid primary key references ticket (ticket_id),
  at timestamptz not null
);

create index ticket_touch_by_at on ticket_touch (at);

insert into ticket_touch (ticket_id, at)
select t.ticket_id, max(e.at) from ticket t join ticket_entry e on e.ticket_id = t.ticket_id where t.open
group by t.ticket_id;

create index ticket_new on ticket (queue_on, seq) where open and state = 'received';
create index ticket_to_communicate on ticket (queue_on, seq) where open and state = 'outcome_received';
create index ticket_at_office on ticket (queue_on, seq, office_due_on)
where open and state in ('transferred', 'with_office');

create table presence (
  session_id uuid not null,
  subject text not null,
  operator text not null,
  editing boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (session_id, subject)
);

create index presence_by_subject on presence (subject);

create table shift_note (
  note_id uuid primary key,
  at timestamptz not null,
  author text not null,
  text text not null
);

create index shift_note_by_at on shift_note (at);
