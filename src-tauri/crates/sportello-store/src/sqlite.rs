//! The desk's own file: SQLite under SQLCipher.

mod folder;
mod open;
mod readers;
mod writer;

pub(crate) use folder::refuse_network_share;
pub use open::pretend_newer_schema;
pub(crate) use open::{create, open};
pub use readers::Lent;
pub(crate) use readers::Readers;
pub(crate) use writer::{Slot, Writer};

use std::path::PathBuf;
use zeroize::Zeroizing;

/// Where the file is and what opens it.
#[derive(Clone)]
pub struct SqliteOptions {
    /// The database file.
    pub path: PathBuf,
    /// The raw 256-bit key, as SQLCipher wants it: `x'<64 hex digits>'`.
    pub key: Zeroizing<String>,
    /// How hard a commit presses the disk.
    pub synchronous: Synchronous,
}

/// How hard a commit presses the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Synchronous {
    /// Every commit waits for the disk. The desk never uses anything else.
    #[default]
    Full,
    /// Commits may be lost in a power cut. Here for one reason: a durability test that this setting passes would
    /// prove nothing.
    Normal,
}

impl std::fmt::Debug for SqliteOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SqliteOptions").field("path", &self.path).finish_non_exhaustive()
    }
}
