//! The store: where reads and writes begin.

use crate::db::{Conn, Reader, Tx, Write};
use crate::error::{Error, Fault, OpenError, Result};
use crate::sqlite::{self, Readers, Slot, SqliteOptions};
use chrono::{DateTime, Utc};
use sportello_domain::id::OpId;
use sqlx::PgPool;
use sqlx::postgres::PgConnectOptions;
use std::sync::Arc;

/// Who writes, when, and as which operation. Every event of the write carries it.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// The operation. The same one is never done twice.
    pub op: OpId,
    /// The operator's name.
    pub actor: String,
    /// Now.
    pub at: DateTime<Utc>,
}

/// An open store.
pub struct Store {
    engine: Engine,
}

enum Engine {
    Sqlite { writer: Slot, readers: Arc<Readers> },
    Postgres(PgPool),
}

/// What the engine thinks of its own file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Name and version of the engine.
    pub engine: String,
    /// Version of the cipher, where the engine has one.
    pub cipher: Option<String>,
    /// What is wrong, in the engine's words; empty when nothing is.
    pub damage: Vec<String>,
}

impl Store {
    /// Makes a new encrypted file and opens it.
    ///
    /// # Errors
    /// There is one already, or it cannot be made.
    pub async fn create(options: SqliteOptions) -> Result<Self, OpenError> {
        sqlite::create(&options).await?;
        Self::open(options).await
    }

    /// Opens an encrypted file, bringing its schema up to date.
    ///
    /// # Errors
    /// See [`OpenError`]; the file is then as it was found.
    pub async fn open(options: SqliteOptions) -> Result<Self, OpenError> {
        sqlite::open(&options).await?;
        let readers = Readers::open(options.clone()).await.map_err(|error| OpenError::of(&error))?;
        Ok(Self { engine: Engine::Sqlite { writer: Slot::new(options), readers } })
    }

    /// Opens the shared store of a PostgreSQL server (`postgres://…`), bringing its schema up to date.
    ///
    /// # Errors
    /// The address is not one, the server does not answer, or it has a newer schema.
    pub async fn connect(url: &str) -> Result<Self, OpenError> {
        let options: PgConnectOptions = url.parse().map_err(|_| OpenError::Unreachable)?;
        Ok(Self { engine: Engine::Postgres(crate::postgres::connect(options).await?) })
    }

    /// A connection to read with.
    ///
    /// # Errors
    /// All are taken for too long, or the server is away.
    pub async fn reader(&self) -> Result<Reader> {
        Ok(match &self.engine {
            Engine::Sqlite { readers, .. } => Reader::Sqlite(readers.lend().await?),
            Engine::Postgres(pool) => Reader::Postgres(pool.acquire().await?),
        })
    }

    /// Begins a write.
    ///
    /// # Errors
    /// [`Error::AlreadyDone`] when the register holds this operation; [`Error::NotSaved`] when the store cannot be
    /// written now.
    pub async fn begin(&self, stamp: Stamp) -> Result<Tx> {
        let op = stamp.op;
        let write = match &self.engine {
            Engine::Sqlite { writer, .. } => Write::Sqlite(writer.begin().await?),
            Engine::Postgres(pool) => {
                let tx = pool.begin().await.map_err(|error| Error::NotSaved(Fault::of(&error)))?;
                Write::Postgres(tx, pool.clone())
            }
        };
        let mut tx = Tx { stamp, lines: Default::default(), write };
        if crate::event::has_op(&mut tx.conn(), op).await? { Err(Error::AlreadyDone) } else { Ok(tx) }
    }

    /// Asks the engine to look at its whole file: pages, seals of the cipher, search indexes.
    ///
    /// # Errors
    /// The store cannot be read at all.
    pub async fn health(&self) -> Result<Health> {
        let mut reader = self.reader().await?;
        match reader.conn() {
            Conn::Sqlite(conn) => sqlite_health(conn).await,
            Conn::Postgres(conn) => {
                let version: String = sqlx::query_scalar("show server_version").fetch_one(conn).await?;
                Ok(Health { engine: format!("PostgreSQL {version}"), cipher: None, damage: Vec::new() })
            }
        }
    }

    /// Closes every connection, so that the file stands alone.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}

async fn sqlite_health(conn: &mut sqlx::SqliteConnection) -> Result<Health> {
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(&mut *conn).await?;
    let cipher: String = sqlx::query_scalar("pragma cipher_version").fetch_one(&mut *conn).await?;
    let mut damage: Vec<String> =
        sqlx::query_scalar("pragma cipher_integrity_check").fetch_all(&mut *conn).await?;
    // FTS5 keeps the outline of an index between statements and, asked for its integrity, does not look whether others
    // have written since: it would miss pieces that were merged away. A search makes it look.
    for look in [
        "select count(*) from ticket_short where ticket_short match '\"a\"'",
        "select count(*) from ticket_full where ticket_full match '\"a\"'",
        "select count(*) from citizen_words where citizen_words match '\"a\"'",
    ] {
        if let Err(error) = sqlx::query_scalar::<_, i64>(look).fetch_one(&mut *conn).await {
            damage.push(Fault::of(&error).to_string());
        }
    }
    // A page that fails its seal makes the checks below fail as a whole: that is a finding too, not an error.
    match quick_check(conn).await {
        Ok(found) => damage.extend(found.into_iter().filter(|line| line != "ok")),
        Err(error) => damage.push(Fault::of(&error).to_string()),
    }
    Ok(Health { engine: format!("SQLite {version}"), cipher: Some(cipher), damage })
}

/// The engine's own check, of one moment. A connection that has searched remembers where FTS5 had its index then, and
/// the check of FTS5 does not look again: what a writer has merged away since would be told as damage. A search looks.
async fn quick_check(conn: &mut sqlx::SqliteConnection) -> sqlx::Result<Vec<String>> {
    const INDEXES: &str = "select name from sqlite_master where sql like 'create virtual table%using fts5%'";
    sqlx::query("begin").execute(&mut *conn).await?;
    let checked = async {
        let indexes: Vec<String> = sqlx::query_scalar(INDEXES).fetch_all(&mut *conn).await?;
        for name in indexes {
            // The name is one of ours, out of the schema.
            let look =
                sqlx::AssertSqlSafe(format!("select rowid from {name} where {name} match 'a' limit 1"));
            sqlx::query(look).fetch_optional(&mut *conn).await?;
        }
        sqlx::query_scalar("pragma quick_check").fetch_all(&mut *conn).await
    };
    let checked = checked.await;
    sqlx::query("rollback").execute(&mut *conn).await?;
    checked
}
