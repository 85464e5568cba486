-- The twin of ../sqlite/0004_lifecycle.sql.

alter table ticket
  add column bounces bigint not null default 0,
  add column proposed_office_id uuid references office (office_id),
  add column suspensions text,
  add column restart_on date,
  add column reopened_on date,
  add column first_due_on date,
  add column first_answered_on date,
  add column master_id uuid references ticket (ticket_id),
  add column together_by date,
  add column event boolean not null default false,
  add column event_id uuid references ticket (ticket_id),
  add column pickup_code text;

create index ticket_by_master on ticket (master_id) where master_id is not null;
create index ticket_by_event on ticket (event_id, seq) where event_id is not null;
create index ticket_events on ticket (seq) where open and event;
create unique index ticket_by_pickup_code on ticket (pickup_code) where pickup_code is not null;
create index ticket_suspended on ticket (seq) where state = 'suspended';
create index ticket_answered on ticket (answered_on) where state = 'answered';

alter table ticket_entry
  add column other_office_id uuid references office (office_id),
  add column other_ticket_id uuid references ticket (ticket_id),
  add column party text,
  add column ground text,
  add column undoes text;

create table ticket_link (
  ticket_id uuid not null references ticket (ticket_id),
  other_id uuid not null references ticket (ticket_id),
  kind text not null,
  primary key (ticket_id, other_id, kind)
);

create index ticket_link_by_other on ticket_link (other_id);
