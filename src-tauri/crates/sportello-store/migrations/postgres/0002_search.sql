-- The twin of ../sqlite/0002_search.sql. The words come folded from the program, so the `simple` configuration is
-- enough and no extension is needed.

create table ticket_words (
  seq bigint primary key references ticket (seq),
  short tsvector not null,
  whole tsvector not null
);

create index ticket_words_short on ticket_words using gin (short);
create index ticket_words_whole on ticket_words using gin (whole);

create table citizen_words (
  seq bigint primary key references citizen (seq),
  words tsvector not null
);

create index citizen_words_words on citizen_words using gin (words);
