-- What happens to a ticket beside its state. All of it is read with the ticket and put back as a whole when a step is
-- taken back, so it lives in the ticket's row.
alter table ticket add column bounces integer not null default 0;
alter table ticket add column proposed_office_id blob references office (office_id);
-- JSON list: ground, days of sending, receipt and end.
alter table ticket add column suspensions text;
alter table ticket add column restart_on text;
-- A second term, and what the first one was.
alter table ticket add column reopened_on text;
alter table ticket add column first_due_on text;
alter table ticket add column first_answered_on text;
-- The ticket it is answered with, the earliest date promised to whoever is answered with this one; the event it is
-- part of, whether it is itself an event.
alter table ticket add column master_id blob references ticket (ticket_id);
alter table ticket add column together_by text;
alter table ticket add column event integer not null default 0;
alter table ticket add column event_id blob references ticket (ticket_id);
-- What somebody without a name asks with. In clear: the file is encrypted.
alter table ticket add column pickup_code text;

create index ticket_by_master on ticket (master_id) where master_id is not null;
create index ticket_by_event on ticket (event_id, seq) where event_id is not null;
create index ticket_events on ticket (seq) where open and event;
create unique index ticket_by_pickup_code on ticket (pickup_code) where pickup_code is not null;
-- For the start of the day: suspensions that may have ended, answers that may be filed.
create index ticket_suspended on ticket (seq) where state = 'suspended';
create index ticket_answered on ticket (answered_on) where state = 'answered';

alter table ticket_entry add column other_office_id blob references office (office_id);
alter table ticket_entry add column other_ticket_id blob references ticket (ticket_id);
-- The other public body, or who authorised it.
alter table ticket_entry add column party text;
alter table ticket_entry add column ground text;
-- The code of the step that was taken back.
alter table ticket_entry add column undoes text;

-- How tickets belong together. A link that is taken away leaves its line in the register.
create table ticket_link (
  ticket_id blob not null references ticket (ticket_id),
  other_id blob not null references ticket (ticket_id),
  kind text not null,
  primary key (ticket_id, other_id, kind)
) strict, without rowid;

create index ticket_link_by_other on ticket_link (other_id);

pragma user_version = 4;
