//! One query text, two engines. A query is written once, inside `on!`, and compiled for both.

use crate::error::{Error, Fault, Result};
use crate::sqlite::{Lent, Writer};
use crate::store::Stamp;
use serde::de::value::{self, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, SqliteConnection};

/// A connection of either engine.
pub enum Conn<'a> {
    /// The desk's own file.
    Sqlite(&'a mut SqliteConnection),
    /// The shared server.
    Postgres(&'a mut PgConnection),
}

/// Runs one query on whichever engine `conn` is: `on!(conn, fetch_one, sqlx::query_as(SQL).bind(id))`. With `execute`
/// the answer is the number of rows changed.
macro_rules! on {
    ($conn:expr, execute, $query:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite(c) => $query.execute(&mut **c).await.map(|done| done.rows_affected()),
            $crate::db::Conn::Postgres(c) => $query.execute(&mut **c).await.map(|done| done.rows_affected()),
        }
    };
    ($conn:expr, $fetch:ident, $query:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite(c) => $query.$fetch(&mut **c).await,
            $crate::db::Conn::Postgres(c) => $query.$fetch(&mut **c).await,
        }
    };
}
pub(crate) use on;

/// The same query for each engine, where one text cannot serve both: SQLite first.
pub(crate) trait Texts {
    /// The text for this engine.
    fn of(self, conn: &Conn<'_>) -> &'static str;
}

impl Texts for [&'static str; 2] {
    fn of(self, conn: &Conn<'_>) -> &'static str {
        self[usize::from(matches!(conn, Conn::Postgres(_)))]
    }
}

/// A connection that only reads.
pub enum Reader {
    /// One of SQLite's readers.
    Sqlite(Lent),
    /// One of the server's connections.
    Postgres(PoolConnection<Postgres>),
}

impl Reader {
    /// The connection inside.
    pub fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Sqlite(conn) => Conn::Sqlite(conn),
            Self::Postgres(conn) => Conn::Postgres(conn),
        }
    }
}

/// A write in progress. Dropping it undoes everything; [`Tx::commit`] answers Ok only when the disk has it.
pub struct Tx {
    pub(crate) stamp: Stamp,
    pub(crate) lines: crate::event::Lines,
    pub(crate) write: Write,
}

pub(crate) enum Write {
    Sqlite(Writer),
    Postgres(sqlx::Transaction<'static, Postgres>, sqlx::PgPool),
}

impl Tx {
    /// The connection inside.
    pub fn conn(&mut self) -> Conn<'_> {
        match &mut self.write {
            Write::Sqlite(writer) => Conn::Sqlite(writer.conn()),
            Write::Postgres(tx, _) => Conn::Postgres(tx),
        }
    }

    /// Who writes, when, and as which operation.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Makes the change durable.
    ///
    /// # Errors
    /// [`Error::NotSaved`]: nothing was written. [`Error::OutcomeUnknown`]: the store could not even be asked; the
    /// same operation can be tried again, it will not be done twice.
    pub async fn commit(mut self) -> Result<()> {
        crate::event::write(&mut self).await?;
        let op = self.stamp.op;
        match self.write {
            Write::Sqlite(writer) => writer.commit(op).await,
            Write::Postgres(tx, pool) => match tx.commit().await {
                Ok(()) => Ok(()),
                Err(error) => {
                    // The connection broke during COMMIT: the server knows, we do not. Ask it.
                    let fault = Fault::of(&error);
                    let mut conn = pool.acquire().await.map_err(|_| Error::OutcomeUnknown(fault))?;
                    match crate::event::has_op(&mut Conn::Postgres(&mut conn), op).await {
                        Ok(true) => Ok(()),
                        Ok(false) => Err(Error::NotSaved(fault)),
                        Err(_) => Err(Error::OutcomeUnknown(fault)),
                    }
                }
            },
        }
    }
}

/// Reads a stored code back into its enum.
pub(crate) fn decode<T: DeserializeOwned>(code: &str) -> Result<T> {
    let reader: StrDeserializer<'_, value::Error> = code.into_deserializer();
    T::deserialize(reader).map_err(|_| Error::Register("an unknown code".into()))
}

/// Numbers as one parameter, for engines that take no lists.
pub(crate) fn json(numbers: &[i64]) -> String {
    serde_json::Value::from(numbers).to_string()
}

/// Ids as one parameter: SQLite reads them with `unhex`, the server as they are.
pub(crate) fn json_ids(ids: impl Iterator<Item = uuid::Uuid>) -> String {
    serde_json::Value::from_iter(ids.map(|id| id.simple().to_string())).to_string()
}

/// Rows in the order their numbers were asked for.
pub(crate) fn in_order<R>(numbers: &[i64], mut rows: Vec<R>, number: impl Fn(&R) -> i64) -> Vec<R> {
    let places: std::collections::HashMap<i64, usize> = numbers.iter().copied().zip(0..).collect();
    rows.sort_by_key(|row| places.get(&number(row)).copied());
    rows
}
