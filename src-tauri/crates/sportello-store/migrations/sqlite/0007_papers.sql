-- What comes with a ticket: papers, protocol numbers, tags; and the lists somebody keeps for themselves.

-- The bytes of a paper, once however many tickets it is attached to, in chunks so that no row is longer than a page of
-- memory. They can be erased; the row of the attachment, with its digest, stays.
create table paper_chunk (
  sha256 blob not null,
  part integer not null,
  bytes blob not null,
  primary key (sha256, part)
) strict;

create table attachment (
  seq integer primary key,
  attachment_id blob not null unique,
  -- Null while what it belongs to is only being typed: then `folder` says which paper tray it waits in.
  ticket_id blob references ticket (ticket_id),
  folder text,
  -- As the file was called where it came from.
  name text not null,
  file_type text not null,
  size integer not null,
  sha256 blob not null,
  added_at text not null,
  added_by text not null,
  -- Hidden, not deleted: why, when, by whom.
  removed_reason text,
  removed_at text,
  removed_by text
) strict;

create index attachment_by_ticket on attachment (ticket_id, seq) where ticket_id is not null;
create index attachment_by_folder on attachment (folder, seq) where folder is not null;
create index attachment_by_content on attachment (sha256);

-- Numbers given by the municipality's own protocol. A wrong one is never changed: another record names it in `corrects`
-- and says why.
create table protocol_record (
  seq integer primary key,
  protocol_id blob not null unique,
  ticket_id blob not null references ticket (ticket_id),
  direction text not null,
  number text not null,
  registered_on text not null,
  recorded_at text not null,
  recorded_by text not null,
  corrects blob unique references protocol_record (protocol_id),
  reason text
) strict;

create index protocol_record_by_ticket on protocol_record (ticket_id, seq);
create index protocol_record_by_number on protocol_record (number);

create trigger protocol_record_is_never_changed before update on protocol_record
begin
  select raise(abort, 'protocol_record: correct with another record');
end;

create trigger protocol_record_is_never_deleted before delete on protocol_record
begin
  select raise(abort, 'protocol_record: correct with another record');
end;

-- What waits for a number: written matters in, written replies out. Kept by triggers, so that no way of recording a
-- ticket or of answering it can forget.
create table unregistered (
  ticket_id blob not null references ticket (ticket_id),
  direction text not null,
  ticket_seq integer not null,
  since text not null,
  primary key (ticket_id, direction)
) strict, without rowid;

create index unregistered_by_seq on unregistered (ticket_seq, direction);

insert into unregistered (ticket_id, direction, ticket_seq, since)
select ticket_id, 'in', seq, presented_on from ticket where channel in ('letter', 'pec', 'email');

insert into unregistered (ticket_id, direction, ticket_seq, since)
select t.ticket_id, 'out', t.seq, max(coalesce(e.happened_on, substr(e.at, 1, 10))) from ticket_entry e
join ticket t on t.ticket_id = e.ticket_id
where e.citizen_text is not null and e.reply_channel in ('letter', 'pec') group by t.ticket_id, t.seq;

create trigger ticket_comes_in_writing after insert on ticket when new.channel in ('letter', 'pec', 'email')
begin
  insert into unregistered (ticket_id, direction, ticket_seq, since)
  values (new.ticket_id, 'in', new.seq, new.presented_on);
end;

create trigger ticket_is_answered_in_writing after insert on ticket_entry
when new.citizen_text is not null and new.reply_channel in ('letter', 'pec')
begin
  insert into unregistered (ticket_id, direction, ticket_seq, since)
  select t.ticket_id, 'out', t.seq, coalesce(new.happened_on, substr(new.at, 1, 10))
  from ticket t where t.ticket_id = new.ticket_id
  on conflict (ticket_id, direction) do update set since = excluded.since;
end;

create trigger ticket_gets_its_number after insert on protocol_record
begin
  delete from unregistered where ticket_id = new.ticket_id and direction = new.direction;
end;

create table tag (
  tag_id blob primary key,
  name text not null,
  -- The name as it is searched: no two tags read the same.
  folded text not null unique,
  colour text not null,
  version integer not null
) strict, without rowid;

create table ticket_tag (
  tag_id blob not null references tag (tag_id),
  ticket_id blob not null references ticket (ticket_id),
  primary key (tag_id, ticket_id)
) strict, without rowid;

create index ticket_tag_by_ticket on ticket_tag (ticket_id, tag_id);

-- A filter with a name. Without an owner it is everybody's.
create table saved_view (
  view_id blob primary key,
  owner text,
  name text not null,
  filter text not null,
  place integer not null,
  version integer not null
) strict, without rowid;

-- Everything a filter asks of a ticket, in the order of registration: a filter that finds little in a million tickets
-- reads this and not the tickets.
create index ticket_by_filter on ticket (
  seq, open, kind, channel, state, office_id, presented_on, queue_on, recorded_by, place, ticket_id
);

pragma user_version = 7;
