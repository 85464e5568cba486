//! Reading and writing `chiavi.json`. A fault names the place in the file, never its content: someone may have put a
//! key file there by mistake.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::KeySlots;
use crate::durable;

/// The name of the file, beside the store and inside each backup.
pub const FILE_NAME: &str = "chiavi.json";

/// The newest format this program reads and the one it writes.
pub const FORMAT_VERSION: u32 = 1;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum FormatName {
    #[serde(rename = "sportello-cittadino/keys")]
    Keys,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct FormatVersion(std::num::NonZeroU32);

impl FormatVersion {
    pub(super) const CURRENT: Self = Self(std::num::NonZeroU32::new(FORMAT_VERSION).expect("it is not zero"));
}

/// What every version of the format has in common, read first so that a newer file is not called damaged.
#[derive(Deserialize)]
struct Header {
    #[serde(rename = "format")]
    _format: FormatName,
    version: FormatVersion,
}

impl KeySlots {
    /// Reads the file. Blocks on the disk.
    ///
    /// # Errors
    /// [`SlotsFault::Missing`], [`Unreadable`](SlotsFault::Unreadable), [`Damaged`](SlotsFault::Damaged) or
    /// [`Newer`](SlotsFault::Newer).
    pub fn read(path: &Path) -> Result<Self, SlotsFault> {
        let bytes = fs::read(path).map_err(|fault| match fault.kind() {
            io::ErrorKind::NotFound => SlotsFault::Missing,
            _ => SlotsFault::Unreadable(fault),
        })?;
        let header: Header = serde_json::from_slice(&bytes).map_err(damaged)?;
        let version = header.version.0.get();
        if version > FORMAT_VERSION {
            return Err(SlotsFault::Newer { version });
        }
        serde_json::from_slice(&bytes).map_err(damaged)
    }

    /// Writes the file of a new store. Blocks on the disk.
    ///
    /// # Errors
    /// [`SlotsFault::AlreadyThere`] if there is any file: it may be the last way to the key of another store.
    /// Otherwise [`SlotsFault::NotWritten`].
    pub fn create(&self, path: &Path) -> Result<(), SlotsFault> {
        match path.try_exists() {
            Ok(false) => self.replace(path),
            Ok(true) => Err(SlotsFault::AlreadyThere),
            Err(fault) => Err(SlotsFault::NotWritten(fault)),
        }
    }

    /// Writes the file in the place of the earlier one, in a single step that a power cut cannot halve. Blocks on
    /// the disk.
    ///
    /// # Errors
    /// [`SlotsFault::NotWritten`]; the earlier file is then still there.
    pub fn replace(&self, path: &Path) -> Result<(), SlotsFault> {
        let mut text = serde_json::to_vec_pretty(self).expect("slots are plain texts, dates and numbers");
        text.push(b'\n');
        durable::replace(path, &text).map_err(SlotsFault::NotWritten)
    }
}

fn damaged(fault: serde_json::Error) -> SlotsFault {
    SlotsFault::Damaged { line: fault.line(), column: fault.column() }
}

/// Why `chiavi.json` was not read or not written.
#[derive(Debug, thiserror::Error)]
pub enum SlotsFault {
    /// There is no such file.
    #[error("there is no key slots file")]
    Missing,
    /// There is one, and the system does not let us read it.
    #[error("the key slots file cannot be read")]
    Unreadable(#[source] io::Error),
    /// It is not a key slots file, or it changed after it was written.
    #[error("the key slots file is damaged at line {line}, column {column}")]
    Damaged {
        /// Counted from 1.
        line: usize,
        /// Counted from 1; 0 when the whole line is meant.
        column: usize,
    },
    /// A newer release of the program wrote it.
    #[error("the key slots file has format {version}, this program reads up to {FORMAT_VERSION}")]
    Newer {
        /// The format of the file.
        version: u32,
    },
    /// A file is already there and creating must not replace it.
    #[error("there already is a key slots file")]
    AlreadyThere,
    /// The disk refused it.
    #[error("the key slots file cannot be written")]
    NotWritten(#[source] io::Error),
}
