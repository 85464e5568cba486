//! The keyring of the computer: Credential Manager on Windows, Keychain on macOS, the Secret Service (GNOME
//! Keyring, KDE Wallet) elsewhere. Each account of the computer has its own.
//!
//! A keyring is no safe place to keep the only copy: it is lost with the account or with a change of desktop.

#[cfg(test)]
mod tests;

use keyring::{Entry, Error};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{KeySafe, SafeFault, already_holds};
use crate::StoreKey;

/// The service name of our entries; the account name is the id of the store.
pub const SERVICE: &str = "it.sportello-cittadino";

/// The keyring of whoever uses the computer.
///
/// The connection is made at the first call and its outcome, even a fault, stays for the whole process. A call that
/// waits for the operator keeps the next ones waiting too.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsKeyring;

impl OsKeyring {
    /// The kind of keyring this program was built for.
    pub const BACKEND: &'static str = if cfg!(windows) {
        "windows-credential-manager"
    } else if cfg!(target_os = "macos") {
        "apple-keychain"
    } else {
        "secret-service"
    };

    fn entry(store: Uuid) -> Result<Entry, SafeFault> {
        Entry::new(SERVICE, &store.to_string()).map_err(fault)
    }
}

impl KeySafe for OsKeyring {
    fn name(&self) -> &str {
        if cfg!(windows) { "Gestione credenziali di Windows" } else { "portachiavi del computer" }
    }

    fn get(&self, store: Uuid) -> Result<Option<StoreKey>, SafeFault> {
        match Self::entry(store)?.get_secret().map(Zeroizing::new) {
            Ok(secret) => {
                let digits = std::str::from_utf8(&secret).map_err(|_| SafeFault::Damaged)?;
                StoreKey::from_hex(digits).map(Some).ok_or(SafeFault::Damaged)
            }
            Err(Error::NoEntry) => Ok(None),
            Err(other) => Err(fault(other)),
        }
    }

    fn set(&self, store: Uuid, key: &StoreKey) -> Result<(), SafeFault> {
        if already_holds(self, store, key)? {
            return Ok(());
        }
        // Hexadecimal text, because KDE Wallet keeps only UTF-8.
        Self::entry(store)?.set_secret(key.to_hex().as_bytes()).map_err(fault)
    }

    fn delete(&self, store: Uuid) -> Result<(), SafeFault> {
        match Self::entry(store)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(other) => Err(fault(other)),
        }
    }
}

/// Two of the library's errors carry the secret itself; they are wiped and only named.
fn fault(error: Error) -> SafeFault {
    match error {
        Error::NoDefaultStore => SafeFault::NotRunning,
        Error::NoStorageAccess(_) => SafeFault::NoAccess,
        Error::BadEncoding(secret) | Error::BadDataFormat(secret, _) => {
            drop(Zeroizing::new(secret));
            SafeFault::Damaged
        }
        other => SafeFault::Other { detail: other.to_string() },
    }
}
