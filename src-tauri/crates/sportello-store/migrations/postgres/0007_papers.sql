-- The twin of ../sqlite/0007_papers.sql, whose comments say what each table is for; only the types differ.

create table paper_chunk (
  sha256 bytea not null,
  part bigint not null,
  bytes bytea not null,
  primary key (sha256, part)
);

create table attachment (
  seq bigint generated always as identity unique,
  attachment_id uuid primary key,
  ticket_id uuid references ticket (ticket_id),
  folder text,
  name text not null,
  file_type text not null,
  size bigint not null,
  sha256 bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  removed_reason text,
  removed_at timestamptz,
  removed_by text
);

create index attachment_by_ticket on attachment (ticket_id, seq) where ticket_id is not null;
create index attachment_by_folder on attachment (folder, seq) where folder is not null;
create index attachment_by_content on attachment (sha256);

create table protocol_record (
  seq bigint generated always as identity unique,
  protocol_id uuid primary key,
  ticket_id uuid not null references ticket (ticket_id),
  direction text not null,
  number text not null,
  registered_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  corrects uuid unique references protocol_record (protocol_id),
  reason text
);

create index protocol_record_by_ticket on protocol_record (ticket_id, seq);
create index protocol_record_by_number on protocol_record (number);

create trigger protocol_record_is_never_changed before update or delete on protocol_record
  for each statement execute function append_only();

create table unregistered (
  ticket_id uuid not null references ticket (ticket_id),
  direction text not null,
  ticket_seq bigint not null,
  since date not null,
  primary key (ticket_id, direction)
);

create index unregistered_by_seq on unregistered (ticket_seq, direction);

insert into unregistered (ticket_id, direction, ticket_seq, since)
select ticket_id, 'in', seq, presented_on from ticket where channel in ('letter', 'pec', 'email');

insert into unregistered (ticket_id, direction, ticket_seq, since)
select t.ticket_id, 'out', t.seq, max(coalesce(e.happened_on, (e.at at time zone 'UTC')::date)) from ticket_entry e
join ticket t on t.ticket_id = e.ticket_id
where e.citizen_text is not null and e.reply_channel in ('letter', 'pec') group by t.ticket_id, t.seq;

create function ticket_comes_in_writing() returns trigger language plpgsql as $$
begin
  insert into unregistered (ticket_id, direction, ticket_seq, since)
  values (new.ticket_id, 'in', new.seq, new.presented_on);
  return null;
end $$;

create trigger ticket_comes_in_writing after insert on ticket
  for each row when (new.channel in ('letter', 'pec', 'email')) execute function ticket_comes_in_writing();

create function ticket_is_answered_in_writing() returns trigger language plpgsql as $$
begin
  insert into unregistered (ticket_id, direction, ticket_seq, since)
  select t.ticket_id, 'out', t.seq, coalesce(new.happened_on, (new.at at time zone 'UTC')::date)
  from ticket t where t.ticket_id = new.ticket_id
  on conflict (ticket_id, direction) do update set since = excluded.since;
  return null;
end $$;

create trigger ticket_is_answered_in_writing after insert on ticket_entry
  for each row when (new.citizen_text is not null and new.reply_channel in ('letter', 'pec'))
  execute function ticket_is_answered_in_writing();

create function ticket_gets_its_number() returns trigger language plpgsql as $$
begin
  delete from unregistered where ticket_id = new.ticket_id and direction = new.direction;
  return null;
end $$;

create trigger ticket_gets_its_number after insert on protocol_record
  for each row execute function ticket_gets_its_number();

create table tag (
  tag_id uuid primary key,
  name text not null,
  folded text not null unique,
  colour text not null,
  version bigint not null
);

create table ticket_tag (
  tag_id uuid not null references tag (tag_id),
  ticket_id uuid not null references ticket (ticket_id),
  primary key (tag_id, ticket_id)
);

create index ticket_tag_by_ticket on ticket_tag (ticket_id, tag_id);

create table saved_view (
  view_id uuid primary key,
  owner text,
  name text not null,
  filter text not null,
  place bigint not null,
  version bigint not null
);

create index ticket_by_filter on ticket (
  seq, open, kind, channel, state, office_id, presented_on, queue_on, recorded_by, place, ticket_id
);
