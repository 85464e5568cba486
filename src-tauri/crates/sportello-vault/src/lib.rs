//! Where the key of the store lives: the keyring of the computer, a key file, a recovery code on paper.
//!
//! The crate knows one secret, the [`StoreKey`], and three ways to keep it. `chiavi.json` beside the store
//! ([`KeySlots`]) says which of them are in use and holds no readable secret, so that it can travel inside every
//! backup: backup and paper code together open the archive on an empty computer.
//!
//! No SQL, no logging, no clock, and nothing about tickets. Every call blocks, some on the disk and some on a
//! question the desktop asks the operator: an async caller wraps them in `spawn_blocking` with a time limit.

mod durable;
mod hex;
mod key_safe;
mod key_slots;
mod recovery_code;
mod sealed_key;
mod store_key;

pub use key_safe::{KeyFile, KeySafe, MemorySafe, OsKeyring, SERVICE, SafeFault};
pub use key_slots::{FILE_NAME, FORMAT_VERSION, KeySlots, RecoveryFault, SealFault, Slot, SlotsFault};
pub use recovery_code::{GROUPS, RecoveryCode, RecoveryCodeFault};
pub use sealed_key::SealedKey;
pub use store_key::{KeyFingerprint, StoreKey};

/// The operating system gave no random bytes: nothing may be generated or sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// Random bytes of the operating system, for keys, codes and salts.
fn fill_random(bytes: &mut [u8]) -> Result<(), NoRandomness> {
    getrandom::fill(bytes).map_err(|_| NoRandomness)
}
