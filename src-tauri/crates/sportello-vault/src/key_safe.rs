//! The places that keep the store key in clear, behind one trait: the keyring of the computer, a key file, and the
//! memory for tests. What a safe holds is trusted by nobody: the caller compares the fingerprint.

mod key_file;
mod memory;
mod os_keyring;
#[cfg(test)]
mod tests;

use uuid::Uuid;

pub use key_file::KeyFile;
pub use memory::MemorySafe;
pub use os_keyring::{OsKeyring, SERVICE};

use crate::StoreKey;

/// A place that keeps the key of a store.
///
/// Every call blocks, on the disk or on a desktop that may ask the operator to unlock a keyring and wait for ever:
/// call from `spawn_blocking`, with a time limit, and one call at a time (Windows does not promise the order of
/// calls of different threads).
pub trait KeySafe: Send + Sync {
    /// What the desk calls this place in a message, in Italian and ready for the middle of a sentence.
    fn name(&self) -> &str;

    /// The key, if the safe has one.
    ///
    /// # Errors
    /// [`SafeFault`]: the safe could not be asked, or what it holds is no key.
    fn get(&self, store: Uuid) -> Result<Option<StoreKey>, SafeFault>;

    /// Puts the key in the safe. To put in the same key again is no fault; to put in another is one, because it
    /// would be the end of the first: delete it before.
    ///
    /// # Errors
    /// [`SafeFault::Occupied`], and the faults of [`get`](Self::get).
    fn set(&self, store: Uuid, key: &StoreKey) -> Result<(), SafeFault>;

    /// Takes the key out of the safe. A safe without it is no fault. A damaged entry of the keyring goes too, a
    /// file that is no key file stays.
    ///
    /// # Errors
    /// [`SafeFault`]: the safe could not be asked, or the file is not a key file.
    fn delete(&self, store: Uuid) -> Result<(), SafeFault>;
}

/// Why a safe did not answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SafeFault {
    /// The computer has no keyring, or it was not ready when it was first asked. The answer stays the same until
    /// the program starts again.
    #[error("no keyring is running")]
    NotRunning,
    /// It is locked and nobody unlocked it, it has no place for new entries, or it is not ours to read.
    #[error("the safe is locked or refuses access")]
    NoAccess,
    /// What it holds is no key.
    #[error("the safe holds something that is not a key")]
    Damaged,
    /// It holds another key.
    #[error("the safe holds another key")]
    Occupied,
    /// The key file can be read by other users of the computer.
    #[error("the key file is open to other users (mode {mode:o})")]
    TooOpen {
        /// The permission bits of the file (POSIX).
        mode: u32,
    },
    /// Anything else, in the words of the system.
    #[error("the safe failed: {detail}")]
    Other {
        /// For the technician; holds nothing of the key.
        detail: String,
    },
}

/// Whether there is nothing left to put in. The common part of every [`KeySafe::set`].
fn already_holds(safe: &dyn KeySafe, store: Uuid, key: &StoreKey) -> Result<bool, SafeFault> {
    match safe.get(store)? {
        None => Ok(false),
        Some(held) if held.fingerprint() == key.fingerprint() => Ok(true),
        Some(_) => Err(SafeFault::Occupied),
    }
}
