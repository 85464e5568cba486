//! Papers (*allegati*): what a citizen hands over with a ticket. A file is judged by what it holds, never by its name;
//! what leaves the desk again carries a harmless name and no trace of where a photograph was taken.

mod archive;
mod file_type;
mod name;
mod strip;

pub use file_type::{FileType, sniff};
pub use name::{leaving_name, shown_name, tells_another_type};
pub use strip::without_traces;

use crate::id::{AttachmentId, TicketId};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The largest paper, in MiB.
pub const FILE_MAX_MIB: u64 = 25;
/// All the papers of one ticket together, in MiB.
pub const TICKET_MAX_MIB: u64 = 100;
/// Bytes of a MiB.
pub const MIB: u64 = 1024 * 1024;

/// Why a file cannot be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum PaperFault {
    /// It holds nothing.
    Empty,
    /// Larger than one paper may be.
    TooLarge {
        /// The most, in MiB.
        max: u32,
    },
    /// With it the papers of the ticket would be too many.
    TicketFull {
        /// The most, in MiB.
        max: u32,
    },
    /// A program, or something a computer would run.
    Program,
    /// A document that carries programs inside.
    Macros,
    /// An archive: what is in it cannot be seen from outside.
    Archive,
    /// A document of the old binary kinds (`.doc`, `.xls`), which may hide programs.
    OldDocument,
    /// None of the types the desk keeps.
    UnknownType,
}

/// A paper of a ticket, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Attachment {
    /// Identity.
    pub id: AttachmentId,
    /// Whose it is; `None` while the ticket is being typed.
    pub ticket_id: Option<TicketId>,
    /// As it was called where it came from. May hold anything: show [`Attachment::shown_name`].
    pub name: String,
    /// What it is, by its bytes.
    pub file_type: FileType,
    /// Its length in bytes.
    pub size: i64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// When it was attached.
    pub added_at: DateTime<Utc>,
    /// By whom.
    pub added_by: String,
    /// Why it was hidden.
    pub removed_reason: Option<String>,
    /// When it was hidden.
    pub removed_at: Option<DateTime<Utc>>,
    /// By whom.
    pub removed_by: Option<String>,
}

/// Judges a file before it is kept.
///
/// # Errors
/// Empty, too large, or not of a type the desk keeps.
pub fn judge(name: &str, bytes: &[u8]) -> Result<FileType, PaperFault> {
    if bytes.is_empty() {
        return Err(PaperFault::Empty);
    }
    if bytes.len() as u64 > FILE_MAX_MIB * MIB {
        return Err(PaperFault::TooLarge { max: FILE_MAX_MIB as u32 });
    }
    sniff(name, bytes)
}

/// The SHA-256 of a file, in hexadecimal: two files with the same one are the same file.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
