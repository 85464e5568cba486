//! What can go wrong, as the app needs to tell it apart. No personal data and no key ever gets into these.

use std::path::PathBuf;

/// The result of a query or of a write.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failed query or write.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such record.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The record has been changed since it was read.
    #[error("{0} was changed by somebody else")]
    Conflict(&'static str),
    /// This operation is in the register already: nothing to do, read it again.
    #[error("this operation was done already")]
    AlreadyDone,
    /// Nothing was written.
    #[error("not saved: {0}")]
    NotSaved(Fault),
    /// The store stopped answering during the commit and cannot be asked whether it holds the change.
    #[error("the outcome of the save is unknown: {0}")]
    OutcomeUnknown(Fault),
    /// A read failed.
    #[error("read failed: {0}")]
    Unreadable(Fault),
    /// The register does not hold what it should.
    #[error("the register is not readable: {0}")]
    Register(String),
}

/// What the engine said, reduced to what matters; its own words could quote data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No room on the disk.
    #[error("disk full")]
    DiskFull,
    /// The disk or the folder refuses to be written.
    #[error("read only")]
    ReadOnly,
    /// The file is damaged.
    #[error("damaged file")]
    Damaged,
    /// The disk reports an error.
    #[error("disk error")]
    Disk,
    /// Somebody else holds the store for too long, or the server is not there.
    #[error("store busy or unreachable")]
    Busy,
    /// A rule of the schema was broken: a defect of the program.
    #[error("constraint violated")]
    Constraint,
    /// Anything else.
    #[error("unexpected engine error")]
    Other,
}

impl Fault {
    /// Reads sqlx's error. SQLite's extended codes keep the primary code in the low byte.
    pub(crate) fn of(error: &sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(database) => {
                match database.code().and_then(|code| code.parse::<i64>().ok()) {
                    Some(code) if database.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() => {
                        match code & 0xff {
                            13 => Self::DiskFull,
                            8 | 14 => Self::ReadOnly,
                            11 | 26 | 7 => Self::Damaged,
                            10 => Self::Disk,
                            5 | 6 => Self::Busy,
                            19 => Self::Constraint,
                            _ => Self::Other,
                        }
                    }
                    Some(53100) => Self::DiskFull,
                    Some(25006) => Self::ReadOnly,
                    Some(23000..=23999) => Self::Constraint,
                    _ if database.kind() != sqlx::error::ErrorKind::Other => Self::Constraint,
                    _ => Self::Other,
                }
            }
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => Self::Busy,
            sqlx::Error::WorkerCrashed => Self::Disk,
            _ => Self::Other,
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::NotFound("record"),
            other => {
                let fault = Fault::of(&other);
                tracing::warn!(%fault, "query failed");
                Self::Unreadable(fault)
            }
        }
    }
}

/// Why a store cannot be opened. The file is left as it was found.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no store in this folder.
    #[error("no store at {0}")]
    Missing(PathBuf),
    /// There is a store already where a new one was asked for.
    #[error("a store is there already: {0}")]
    Exists(PathBuf),
    /// The key does not open this file, or its first page is damaged: from outside the two look the same.
    #[error("the key does not open the store, or its first page is damaged")]
    WrongKey,
    /// The file is not a store of ours (empty, or another program's).
    #[error("not a store of the desk")]
    NotAStore,
    /// The file is damaged.
    #[error("the store is damaged")]
    Damaged,
    /// A newer program made it.
    #[error("the store has schema {found}, this program reads up to {supported}")]
    NewerSchema {
        /// The schema of the file.
        found: i64,
        /// The newest schema this program reads.
        supported: i64,
    },
    /// The folder or the file cannot be written.
    #[error("the store cannot be written")]
    ReadOnly,
    /// No room on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// A shared folder: SQLite's locks do not hold there.
    #[error("the folder is on a network share ({0})")]
    NetworkShare(String),
    /// The server does not answer, or refuses us.
    #[error("the database server is not reachable")]
    Unreachable,
    /// Anything else.
    #[error("the store cannot be opened: {0}")]
    Other(Fault),
}

impl OpenError {
    pub(crate) fn of(error: &sqlx::Error) -> Self {
        if let sqlx::Error::Database(database) = error
            && database.code().and_then(|code| code.parse::<i64>().ok()).is_some_and(|code| code & 0xff == 26)
        {
            return Self::WrongKey;
        }
        match Fault::of(error) {
            Fault::DiskFull => Self::DiskFull,
            Fault::ReadOnly => Self::ReadOnly,
            Fault::Damaged => Self::Damaged,
            fault => Self::Other(fault),
        }
    }
}
