-- The twin of ../sqlite/0003_citizens.sql.

alter table citizen add column phones text;
alter table citizen add column emails text;
alter table citizen add column birth_date date;
alter table citizen add column reply_by text;

create table ticket_person (
  seq bigint generated always as identity primary key,
  ticket_id uuid not null references ticket (ticket_id),
  citizen_id uuid not null references citizen (citizen_id),
  role text not null,
  reply_to boolean not null,
  unique (ticket_id, citizen_id)
);

create index ticket_person_by_citizen on ticket_person (citizen_id);

create table citizen_merge (
  citizen_id uuid primary key references citizen (citizen_id),
  into_id uuid not null references citizen (citizen_id),
  survivor_id uuid not null references citizen (citizen_id),
  merged_at timestamptz not null
);

create index citizen_merge_by_survivor on citizen_merge (survivor_id);
create index citizen_merge_by_into on citizen_merge (into_id);

create table citizen_hidden (
  citizen_id uuid primary key references citizen (citizen_id),
  hidden text not null
);

alter table interaction add column referral text;

create index interaction_by_time on interaction (at);

create table contact_topic (
  topic text primary key,
  uses bigint not null
);

create table referral (
  referral_id text primary key,
  card text not null,
  version bigint not null
);
