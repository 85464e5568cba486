//! The same questions to the index of the textbook: one FTS5 table of the texts as they are, best match first. It is
//! given every advantage: its file is not encrypted and it answers with fifty numbers instead of fifty lines.

use crate::raw::Raw;
use sportello_tests::Folder;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

/// What is copied at once.
const BATCH: i64 = 5_000;
const TEXTS: &str = "select json_group_array(json_array(t.seq, t.subject, \
    t.text || ' ' || coalesce(c.surname, '') || ' ' || coalesce(c.name, ''))) from ticket t \
    left join citizen c on c.citizen_id = t.citizen_id where t.seq > $1 and t.seq <= $1 + 5000";
const COPY: &str = "insert into textbook (rowid, subject, body) select value ->> 0, value ->> 1, value ->> 2 from json_each($1)";
const ASK: &str = "select json_group_array(seq) from (select rowid as seq from textbook where textbook match $1 \
    order by rank limit 50)";

pub(crate) struct Textbook(SqliteConnection);

impl Textbook {
    /// The texts of every ticket in an index of their own.
    pub(crate) async fn copied(folder: &Folder, raw: &mut Raw) -> Self {
        let mut conn = SqliteConnectOptions::new()
            .filename(folder.store.path().join("textbook.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Memory)
            .synchronous(SqliteSynchronous::Off)
            .disable_statement_logging()
            .connect()
            .await
            .expect("a file");
        for sql in [
            "pragma cache_size = -65536",
            "create virtual table textbook using fts5 (subject, body, tokenize = 'unicode61 remove_diacritics 2')",
        ] {
            sqlx::query(sql).execute(&mut conn).await.expect("an index");
        }
        let last = raw.number("select max(seq) from ticket").await;
        let mut start = 0;
        while start < last {
            let texts = raw.text_from(TEXTS, start).await;
            sqlx::query(COPY).bind(texts).execute(&mut conn).await.expect("copied");
            start += BATCH;
        }
        Self(conn)
    }

    /// What was typed, each word as it is and the last one half typed.
    pub(crate) async fn ask(&mut self, typed: &str) -> String {
        let words: Vec<String> = typed
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!("\"{word}\""))
            .collect();
        let question = format!("{} *", words.join(" AND "));
        sqlx::query_scalar(ASK).bind(question).fetch_one(&mut self.0).await.expect("an answer")
    }

    pub(crate) async fn close(self) {
        self.0.close().await.expect("closed");
    }
}
