//! `chiavi.json` beside the store: where its key is kept, and the key itself sealed under the recovery codes.
//!
//! The file is part of every backup and holds no readable secret. The safes that hold the key in clear are in
//! `key_safe`; reading and writing the file is in `key_slots/file.rs`.

mod file;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use file::{FILE_NAME, FORMAT_VERSION, SlotsFault};
use file::{FormatName, FormatVersion};

use crate::key_safe::{OsKeyring, SERVICE};
use crate::sealed_key::SealRefused;
use crate::{KeyFingerprint, NoRandomness, RecoveryCode, SealedKey, StoreKey};

/// The places where the key of one store is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeySlots {
    format: FormatName,
    version: FormatVersion,
    store_id: Uuid,
    fingerprint: KeyFingerprint,
    slots: Vec<Slot>,
}

/// One place where the key is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Slot {
    /// In the keyring of whoever uses the computer; see [`OsKeyring`].
    Keyring {
        /// The service name of the entry.
        service: String,
        /// The account name of the entry.
        account: String,
        /// Which keyring it was, for the day when the key is no longer found in it.
        backend: String,
        /// The day of the slot.
        created: NaiveDate,
    },
    /// In a key file. Its path is a setting of the computer and may name a person: it stays out of the backups.
    KeyFile {
        /// The day of the slot.
        created: NaiveDate,
    },
    /// Here, under a recovery code.
    Recovery {
        /// Which sheet of paper opens it ("cassaforte", "sede").
        label: String,
        /// The day of the slot, printed on the sheet too.
        created: NaiveDate,
        /// The key that the code opens.
        key: SealedKey,
    },
}

impl KeySlots {
    /// The slots of a store whose key is kept nowhere yet. A new key of the same store starts from here again:
    /// the old codes sealed the old key.
    pub fn new(store_id: Uuid, key: &StoreKey) -> Self {
        let fingerprint = key.fingerprint();
        Self {
            format: FormatName::Keys,
            version: FormatVersion::CURRENT,
            store_id,
            fingerprint,
            slots: vec![],
        }
    }

    /// The store these slots belong to.
    pub fn store_id(&self) -> Uuid {
        self.store_id
    }

    /// The fingerprint of its key.
    pub fn fingerprint(&self) -> KeyFingerprint {
        self.fingerprint
    }

    /// Where the key is kept.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Whether this is the key of the store.
    pub fn matches(&self, key: &StoreKey) -> bool {
        self.fingerprint == key.fingerprint()
    }

    /// Records that the keyring of this computer holds the key.
    pub fn put_keyring(&mut self, created: NaiveDate) {
        self.slots.retain(|slot| !matches!(slot, Slot::Keyring { .. }));
        let (service, backend) = (SERVICE.to_owned(), OsKeyring::BACKEND.to_owned());
        self.slots.push(Slot::Keyring { service, account: self.store_id.to_string(), backend, created });
    }

    /// Records that a key file holds the key.
    pub fn put_key_file(&mut self, created: NaiveDate) {
        self.slots.retain(|slot| !matches!(slot, Slot::KeyFile { .. }));
        self.slots.push(Slot::KeyFile { created });
    }

    /// Seals the key under a recovery code, in the place of an earlier code with the same label.
    ///
    /// # Errors
    /// [`SealFault`]; the slots are then as before.
    pub fn put_recovery(
        &mut self,
        label: &str,
        code: &RecoveryCode,
        key: &StoreKey,
        created: NaiveDate,
    ) -> Result<(), SealFault> {
        if !self.matches(key) {
            return Err(SealFault::OtherKey);
        }
        let key = SealedKey::seal(self.store_id, key, code)?;
        self.slots.retain(|slot| !matches!(slot, Slot::Recovery { label: held, .. } if held == label));
        self.slots.push(Slot::Recovery { label: label.to_owned(), created, key });
        Ok(())
    }

    /// The key, opened with the code of any of the recovery slots.
    ///
    /// # Errors
    /// [`RecoveryFault`]; never a key that is not the one of the fingerprint.
    pub fn open_with_recovery(&self, code: &RecoveryCode) -> Result<StoreKey, RecoveryFault> {
        let mut fault = RecoveryFault::NoSlot;
        for slot in &self.slots {
            let Slot::Recovery { label, key, .. } = slot else { continue };
            let refused = match key.open(self.store_id, code) {
                Ok(key) if self.matches(&key) => return Ok(key),
                Err(SealRefused::WrongCode) => None,
                Ok(_) | Err(SealRefused::Damaged) => Some(label.clone()),
            };
            // Damage outlives a wrong code: the typed code may be the right one of the damaged slot.
            fault = match (fault, refused) {
                (fault @ RecoveryFault::Damaged { .. }, _) => fault,
                (_, Some(label)) => RecoveryFault::Damaged { label },
                (_, None) => RecoveryFault::WrongCode,
            };
        }
        Err(fault)
    }
}

/// Why a key was not sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealFault {
    /// The key is not the one of this store.
    #[error("this is not the key of the store")]
    OtherKey,
    /// See [`NoRandomness`].
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// Why a recovery code opened nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryFault {
    /// No recovery code was ever made for this store.
    #[error("the store has no recovery code")]
    NoSlot,
    /// The slots are intact and none opens with this code: it belongs to another store or was replaced.
    #[error("the recovery code does not open this store")]
    WrongCode,
    /// The slot changed after it was written. Another copy of `chiavi.json` (each backup has one) may still be good.
    #[error("the recovery slot \"{label}\" is damaged")]
    Damaged {
        /// The first damaged slot.
        label: String,
    },
}
