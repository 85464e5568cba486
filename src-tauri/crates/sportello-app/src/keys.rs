//! Where the key of the store is kept on this computer, asked without ever blocking the desk.

use crate::error::{Code, Failure, Outcome, safe_failure};
use chrono::NaiveDate;
use sportello_vault::{KeyFile, KeySafe, KeySlots, OsKeyring, SafeFault, Slot, StoreKey};
use std::path::PathBuf;
use std::time::Duration;

/// A keyring that asks for its password may wait for ever; the desk does not.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where the key is kept.
#[derive(Clone, Debug)]
pub(crate) enum KeyPlace {
    /// The keyring of the operating system.
    Keyring,
    /// A file: servers and automatic tests.
    File(PathBuf),
}

impl KeyPlace {
    fn safe(&self) -> Box<dyn KeySafe> {
        match self {
            Self::Keyring => Box::new(OsKeyring),
            Self::File(path) => Box::new(KeyFile::new(path)),
        }
    }

    fn is_file(&self) -> bool {
        matches!(self, Self::File(_))
    }

    /// Notes in the slots where the key of this computer is.
    pub(crate) fn put_slot(&self, slots: &mut KeySlots, today: NaiveDate) {
        match self {
            Self::Keyring => slots.put_keyring(today),
            Self::File(_) => slots.put_key_file(today),
        }
    }

    /// Keeps the key there.
    pub(crate) async fn set(&self, slots: &KeySlots, key: &StoreKey) -> Outcome<()> {
        let (store, key) = (slots.store_id(), key.clone());
        self.ask(move |safe| safe.set(store, &key)).await
    }

    /// Forgets the key: the store could not be made.
    pub(crate) async fn forget(&self, slots: &KeySlots) -> Outcome<()> {
        let store = slots.store_id();
        self.ask(move |safe| safe.delete(store)).await
    }

    /// Asks the safe on a thread of its own. Not on the runtime's: a keyring that never answers would keep the program
    /// from ending.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&dyn KeySafe) -> Result<T, SafeFault> + Send + 'static,
    ) -> Outcome<T> {
        let (answer, answered) = tokio::sync::oneshot::channel();
        let safe = self.safe();
        std::thread::spawn(move || drop(answer.send(question(safe.as_ref()))));
        match tokio::time::timeout(PATIENCE, answered).await {
            Ok(Ok(answer)) => answer.map_err(|fault| safe_failure(&fault, self.is_file())),
            Ok(Err(_)) => Err(Failure::new(Code::Unexpected, "the keyring thread ended without an answer")),
            Err(_) => Err(Failure::new(Code::KeyringLocked, "the keyring does not answer")),
        }
    }
}

/// The key of the store, checked against its fingerprint before the file is touched.
pub(crate) async fn read(place: &KeyPlace, slots: &KeySlots) -> Outcome<StoreKey> {
    let lives_in_a_file = slots.slots().iter().any(|slot| matches!(slot, Slot::KeyFile { .. }))
        && !slots.slots().iter().any(|slot| matches!(slot, Slot::Keyring { .. }));
    if lives_in_a_file && !place.is_file() {
        return Err(Failure::new(Code::KeyFileMissing, "this store's key is in a key file, none was named"));
    }
    let store = slots.store_id();
    let key = place.ask(move |safe| safe.get(store)).await?.ok_or_else(|| {
        let code = if place.is_file() { Code::KeyFileMissing } else { Code::KeyMissing };
        Failure::new(code, "no key for this store")
    })?;
    if slots.matches(&key) { Ok(key) } else { Err(Failure::new(Code::WrongKey, "another store's key")) }
}

/// Whether the recovery code helps against this failure.
pub(crate) fn recoverable(code: Code) -> bool {
    matches!(
        code,
        Code::KeyMissing
            | Code::NoKeyring
            | Code::KeyringLocked
            | Code::KeyFileMissing
            | Code::KeyFileDamaged
            | Code::WrongKey
    )
}
