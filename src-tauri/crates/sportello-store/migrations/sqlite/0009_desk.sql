-- Lists by what a matter is about, and a directory that stays true.

-- Everything a filter asks is in one index: what the matter is about too.
drop index ticket_by_filter;
create index ticket_by_filter on ticket (
  seq, open, kind, channel, state, office_id, presented_on, queue_on, recorded_by, place, category_id, ticket_id
);

-- When somebody last said that the card of an office is right. An office that was there before has no row: nobody did.
create table office_check (
  office_id blob primary key references office (office_id),
  checked_at text not null,
  checked_by text not null
) strict, without rowid;

pragma user_version = 9;
