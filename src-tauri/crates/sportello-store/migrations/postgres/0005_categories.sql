-- The twin of ../sqlite/0005_categories.sql.

create table category (
  seq bigint generated always as identity unique,
  category_id uuid primary key,
  parent_id uuid references category (category_id),
  name text not null,
  synonyms text not null,
  office_id uuid references office (office_id),
  answer_days bigint,
  kind text,
  retired boolean not null,
  version bigint not null
);

alter table ticket add column category_id uuid references category (category_id);

create index ticket_by_category on ticket (category_id, seq) where category_id is not null;

create table street (
  seq bigint generated always as identity unique,
  street_id uuid primary key,
  name text not null,
  code text,
  words text not null
);

create unique index street_by_code on street (code) where code is not null;
create index street_by_words on street (words);

create table house_number (
  seq bigint generated always as identity unique,
  street_id uuid not null references street (street_id),
  number text not null,
  latitude double precision,
  longitude double precision,
  unique (street_id, number)
);

create table ticket_place (
  ticket_id uuid primary key references ticket (ticket_id),
  street_key text not null,
  street_id uuid references street (street_id),
  house_number text,
  latitude double precision,
  longitude double precision
);

create index ticket_place_by_street on ticket_place (street_key);

create table ticket_anonymous (
  ticket_id uuid primary key references ticket (ticket_id),
  times bigint not null
);
