-- Citizens in depth. A citizen has any number of telephones and e-mails: the first of each stays in `phone` and `email`,
-- which lists and searches read; the whole list, with its labels, is JSON beside it, null when there is only the first.
alter table citizen add column phones text;
alter table citizen add column emails text;
alter table citizen add column birth_date text;
-- How the citizen likes to be answered.
alter table citizen add column reply_by text;

-- Other people of a ticket: whoever acts for the requester, whoever has the same problem, whoever wants to know.
create table ticket_person (
  seq integer primary key,
  ticket_id blob not null references ticket (ticket_id),
  citizen_id blob not null references citizen (citizen_id),
  role text not null,
  -- The reply goes to this person instead of the requester.
  reply_to integer not null,
  unique (ticket_id, citizen_id)
) strict;

create index ticket_person_by_citizen on ticket_person (citizen_id);

-- Two records of one person. Nothing is moved: the absorbed record stays as it is, tickets and contacts keep pointing at
-- it, and whoever asks for it is shown the survivor. Undoing the merge deletes the row; the register remembers both.
create table citizen_merge (
  citizen_id blob primary key references citizen (citizen_id),
  -- The record it was merged into; that one may have been merged since.
  into_id blob not null references citizen (citizen_id),
  -- The end of the chain.
  survivor_id blob not null references citizen (citizen_id),
  merged_at text not null
) strict, without rowid;

create index citizen_merge_by_survivor on citizen_merge (survivor_id);
create index citizen_merge_by_into on citizen_merge (into_id);

-- What a survivor has from the records it absorbed and the desk has taken off its card since: JSON.
create table citizen_hidden (
  citizen_id blob primary key references citizen (citizen_id),
  hidden text not null
) strict, without rowid;

-- A contact sent elsewhere: to which card of the referrals.
alter table interaction add column referral text;

create index interaction_by_time on interaction (at);

-- The topics typed so far, to complete the next one.
create table contact_topic (
  topic text primary key,
  uses integer not null
) strict, without rowid;

-- "Not for us": cards the municipality added, or wrote over those the program carries. JSON.
create table referral (
  referral_id text primary key,
  card text not null,
  version integer not null
) strict, without rowid;

pragma user_version = 3;
