//! The reading connections. The one used last is lent first: its pages are still in its cache. A pool that takes
//! connections back in its own time opens a second one, with a cache of its own, for two questions in a row.

use super::SqliteOptions;
use crate::error::{Error, Fault, Result};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Connections at most, beside the one that writes.
const READERS: u32 = 3;
/// How long somebody waits for one of them.
const PATIENCE: Duration = Duration::from_secs(5);

/// The connections that nobody uses now, and the right to open more.
pub(crate) struct Readers {
    options: SqliteOptions,
    idle: Mutex<Vec<SqliteConnection>>,
    free: Arc<Semaphore>,
}

impl Readers {
    /// Opens the first.
    pub(crate) async fn open(options: SqliteOptions) -> std::result::Result<Arc<Self>, sqlx::Error> {
        let first = connect(&options).await?;
        let free = Arc::new(Semaphore::new(READERS as usize));
        Ok(Arc::new(Self { options, idle: Mutex::new(vec![first]), free }))
    }

    /// Lends one.
    pub(crate) async fn lend(self: &Arc<Self>) -> Result<Lent> {
        let free = tokio::time::timeout(PATIENCE, Arc::clone(&self.free).acquire_owned()).await;
        let Ok(Ok(turn)) = free else { return Err(Error::Unreadable(Fault::Busy)) };
        let idle = self.idle().pop();
        let conn = match idle {
            Some(conn) => conn,
            None => connect(&self.options).await?,
        };
        Ok(Lent { conn: Some(conn), home: Arc::clone(self), _turn: turn })
    }

    /// Waits for those that are lent, and closes them all.
    pub(crate) async fn close(&self) {
        let all = self.free.acquire_many(READERS).await;
        self.free.close();
        drop(all);
        let idle = std::mem::take(&mut *self.idle());
        for conn in idle {
            drop(conn.close().await);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<SqliteConnection>> {
        // Nobody panics with it; a list of connections would be whole all the same.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn connect(options: &SqliteOptions) -> std::result::Result<SqliteConnection, sqlx::Error> {
    options.connect_options().read_only(true).connect().await
}

/// A connection until it is dropped.
pub struct Lent {
    conn: Option<SqliteConnection>,
    home: Arc<Readers>,
    // After the connection is back: whoever waits finds it.
    _turn: OwnedSemaphorePermit,
}

impl Deref for Lent {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        self.conn.as_ref().expect("there until it is dropped")
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        self.conn.as_mut().expect("there until it is dropped")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            self.home.idle().push(conn);
        }
    }
}
