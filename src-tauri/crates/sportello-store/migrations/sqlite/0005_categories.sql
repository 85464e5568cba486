-- What matters are about, in two levels: a row without a parent is an area.
create table category (
  seq integer primary key,
  category_id blob not null unique,
  parent_id blob references category (category_id),
  name text not null,
  -- One a line, in the citizens' words.
  synonyms text not null,
  -- The office that usually deals with it; null is the one whose card says so best.
  office_id blob references office (office_id),
  answer_days integer,
  kind text,
  -- Retired, never deleted: tickets keep what they had.
  retired integer not null,
  version integer not null
) strict;

alter table ticket add column category_id blob references category (category_id);

-- Where the last ones of a category went.
create index ticket_by_category on ticket (category_id, seq) where category_id is not null;

-- The street register (ANNCSU), imported.
create table street (
  seq integer primary key,
  street_id blob not null unique,
  name text not null,
  -- Its number in the national archive.
  code text,
  -- Folded, each between blanks: any of them can be the one typed.
  words text not null
) strict;

create unique index street_by_code on street (code) where code is not null;
create index street_by_words on street (words);

create table house_number (
  seq integer primary key,
  street_id blob not null references street (street_id),
  -- As on the door: 12, 12/A.
  number text not null,
  latitude real,
  longitude real,
  unique (street_id, number)
) strict;

-- Where a ticket is: the street as it is compared, and what the register knows of it.
create table ticket_place (
  ticket_id blob primary key references ticket (ticket_id),
  street_key text not null,
  street_id blob references street (street_id),
  house_number text,
  latitude real,
  longitude real
) strict, without rowid;

create index ticket_place_by_street on ticket_place (street_key);

-- How many more have the same problem and gave no name.
create table ticket_anonymous (
  ticket_id blob primary key references ticket (ticket_id),
  times integer not null
) strict, without rowid;

pragma user_version = 5;
