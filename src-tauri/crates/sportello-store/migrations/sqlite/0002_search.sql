-- Search as you type. Every index holds the words of sportello-domain/src/fold.rs: small letters and digits, so the
-- `ascii` tokenizer sees exactly the words the lexicon has. `detail=none` and prefixes of 1-4 letters make an index a
-- quarter of the textbook form; a longer half-typed word is looked up in the lexicon and becomes an OR of whole
-- words, because FTS5 would merge the whole list of a prefix it has no index for. The newest come first: ranking by
-- bm25 would read every match.

-- What a ticket is called: number, subject, person, place.
create virtual table ticket_short using fts5(
  words, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none, prefix = '1 2 3 4'
);

-- Everything written in it, notes included.
create virtual table ticket_full using fts5(
  words, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none, prefix = '1 2 3 4'
);

create virtual table citizen_words using fts5(
  words, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none, prefix = '1 2 3 4'
);

-- Words of five letters and more.
create table lexicon (
  word text primary key
) strict, without rowid;

pragma user_version = 2;
