//! The durability guard.
//!
//! sqlx counts transactions itself. When a COMMIT fails (disk full, failing fsync) SQLite rolls back, sqlx's count
//! stays at one, and from then on every `begin` is a savepoint inside a transaction that never ends: each commit
//! answers Ok and writes nothing. So here the words BEGIN and COMMIT are plain statements, there is one writing
//! connection, and it goes back to its slot only after SQLite itself has answered Ok to COMMIT or ROLLBACK. After
//! anything else it is thrown away. What a failed COMMIT left behind is not guessed: a
//! new connection looks the operation up by its id.

use super::SqliteOptions;
use crate::db::Conn;
use crate::error::{Error, Fault, Result};
use sportello_domain::id::OpId;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::sync::Arc;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The place of the one writing connection. Empty means: open a new one.
pub(crate) struct Slot {
    options: SqliteOptions,
    conn: Arc<Mutex<Option<SqliteConnection>>>,
}

impl Slot {
    pub(crate) fn new(options: SqliteOptions) -> Self {
        Self { options, conn: Arc::default() }
    }

    /// Waits for its turn and begins a write.
    pub(crate) async fn begin(&self) -> Result<Writer> {
        let mut slot = Arc::clone(&self.conn).lock_owned().await;
        let mut conn = match slot.take() {
            Some(conn) => conn,
            None => connect(&self.options).await?,
        };
        sqlx::query("begin immediate").execute(&mut conn).await.map_err(not_saved)?;
        Ok(Writer { options: self.options.clone(), inner: Some((conn, slot)) })
    }

    /// Ends everything cleanly, so that the write-ahead log goes back into the file.
    pub(crate) async fn close(&self) {
        if let Some(conn) = self.conn.lock().await.take() {
            drop(conn.close().await);
        }
    }
}

/// A write in progress: the connection, and its slot held until the end. Dropped without a commit, it is undone.
pub(crate) struct Writer {
    options: SqliteOptions,
    inner: Option<(SqliteConnection, OwnedMutexGuard<Option<SqliteConnection>>)>,
}

impl Writer {
    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        let (conn, _) = self.inner.as_mut().expect("the connection is there until the end of the write");
        conn
    }

    pub(crate) async fn commit(mut self, op: OpId) -> Result<()> {
        let (mut conn, mut slot) =
            self.inner.take().expect("the connection is there until the end of the write");
        let Err(error) = sqlx::query("commit").execute(&mut conn).await else {
            *slot = Some(conn);
            return Ok(());
        };
        let fault = Fault::of(&error);
        tracing::warn!(%fault, "commit failed, looking the operation up");
        // Close before asking: the broken connection may still hold the lock.
        drop(conn.close().await);
        match settle(&self.options, op).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(Error::NotSaved(fault)),
            Err(_) => Err(Error::OutcomeUnknown(fault)),
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let (Some((mut conn, mut slot)), Ok(runtime)) =
            (self.inner.take(), tokio::runtime::Handle::try_current())
        {
            // The next writer waits for the slot, so it never meets a transaction half undone.
            runtime.spawn(async move {
                if sqlx::query("rollback").execute(&mut conn).await.is_ok() {
                    *slot = Some(conn);
                }
            });
        }
    }
}

async fn connect(options: &SqliteOptions) -> Result<SqliteConnection> {
    options.connect_options().connect().await.map_err(not_saved)
}

fn not_saved(error: sqlx::Error) -> Error {
    Error::NotSaved(Fault::of(&error))
}

/// Whether the store holds `op`, on the disk. Being readable is not enough: after a failed fsync the change may be
/// only in memory, so the whole log must go into the file, and the disk must say yes, before it counts.
async fn settle(options: &SqliteOptions, op: OpId) -> Result<bool> {
    let mut conn = connect(options).await?;
    let found = crate::event::has_op(&mut Conn::Sqlite(&mut conn), op).await?;
    if found {
        let (busy, log, done): (i64, i64, i64) =
            sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(&mut conn).await?;
        if busy != 0 || log != done {
            return Err(Error::OutcomeUnknown(Fault::Busy));
        }
    }
    conn.close().await?;
    Ok(found)
}
