-- The twin of ../sqlite/0009_desk.sql.

drop index ticket_by_filter;
create index ticket_by_filter on ticket (
  seq, open, kind, channel, state, office_id, presented_on, queue_on, recorded_by, place, category_id, ticket_id
);

create table office_check (
  office_id uuid primary key references office (office_id),
  checked_at timestamptz not null,
  checked_by text not null
);
