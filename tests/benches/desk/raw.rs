//! The floors: the same encrypted file, read through the same engine with nothing of ours in between.

use sportello_store::{Conn, Reader, SqliteOptions, Store};
use sportello_tests::Folder;
use sportello_vault::{KeyFile, KeySafe, KeySlots};
use sqlx::SqliteConnection;

/// A reader of the file, without the desk.
pub(crate) struct Raw {
    store: Store,
    reader: Reader,
}

impl Raw {
    pub(crate) async fn open(folder: &Folder) -> Self {
        let store = Store::open(options(folder)).await.expect("the store opens");
        let reader = store.reader().await.expect("a reader");
        Self { store, reader }
    }

    fn conn(&mut self) -> &mut SqliteConnection {
        match self.reader.conn() {
            Conn::Sqlite(conn) => conn,
            Conn::Postgres(_) => unreachable!("the floors are of one desk's file"),
        }
    }

    /// One text from one statement.
    pub(crate) async fn text(&mut self, sql: &'static str, value: &str) -> String {
        sqlx::query_scalar(sql).bind(value).fetch_one(self.conn()).await.expect("an answer")
    }

    /// One text from one statement about a number.
    pub(crate) async fn text_from(&mut self, sql: &'static str, value: i64) -> String {
        sqlx::query_scalar(sql).bind(value).fetch_one(self.conn()).await.expect("an answer")
    }

    /// One number from one statement.
    pub(crate) async fn number(&mut self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(self.conn()).await.expect("a number")
    }

    /// One column of numbers.
    pub(crate) async fn numbers(&mut self, sql: &'static str) -> Vec<i64> {
        sqlx::query_scalar(sql).fetch_all(self.conn()).await.expect("numbers")
    }

    pub(crate) async fn close(self) {
        drop(self.reader);
        self.store.close().await;
    }
}

/// What opens the store of this folder, key included.
pub(crate) fn options(folder: &Folder) -> SqliteOptions {
    let slots = KeySlots::read(&folder.store.path().join(sportello_vault::FILE_NAME)).expect("key slots");
    let key = KeyFile::new(folder.key_file()).get(slots.store_id()).expect("a key file").expect("its key");
    SqliteOptions { path: folder.database(), key: key.sqlcipher_literal(), synchronous: Default::default() }
}
