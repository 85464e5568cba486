//! The one secret: 256 random bits that encrypt the store, and the fingerprint that may be told to anyone.
//!
//! Nothing here is written to disk or kept by the computer; that is the business of the safes and of the slots.

#[cfg(test)]
mod tests;

use std::fmt;

use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::hex::{self, Hex};
use crate::{NoRandomness, fill_random};

/// The raw key of the store. Wiped on drop; `Debug` shows nothing of it.
///
/// It lives on the heap so that moving it leaves no copy behind.
#[derive(Clone)]
pub struct StoreKey(Box<[u8; 32]>);

impl StoreKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`NoRandomness`] when the operating system gives no random bytes.
    pub fn generate() -> Result<Self, NoRandomness> {
        let mut key = Self(Box::new([0; 32]));
        fill_random(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// The key made of these bytes. The caller wipes its own copy.
    pub fn from_bytes(bytes: &[u8; 32]) -> Self {
        Self(Box::new(*bytes))
    }

    /// The bytes themselves. Do not copy them into anything that is not wiped.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// The raw key as SQLCipher wants it: `x'<64 hexadecimal digits>'`, which skips its own key derivation.
    /// In `PRAGMA key` the whole literal goes between double quotes.
    pub fn sqlcipher_literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(67));
        literal.push_str("x'");
        literal.push_str(&self.to_hex());
        literal.push('\'');
        literal
    }

    /// What tells this key from another without revealing it.
    pub fn fingerprint(&self) -> KeyFingerprint {
        let digest = Sha256::new()
            .chain_update(b"sportello-cittadino/key-fingerprint/v1")
            .chain_update(self.0.as_slice())
            .finalize();
        let mut short = [0; 16];
        short.copy_from_slice(&digest[..16]);
        KeyFingerprint(Hex(short))
    }

    /// Another key for another `purpose` (HKDF-SHA256, RFC 5869): it reveals neither this key nor its siblings.
    /// The store key is uniform already, so the extract step is left out, as section 3.3 of the RFC allows.
    pub fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let mut derived = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::from_prk(self.0.as_slice())
            .expect("the store key is as long as a SHA-256 digest")
            .expand_multi_info(
                &[b"sportello-cittadino/derived/v1/", purpose.as_bytes()],
                derived.as_mut_slice(),
            )
            .expect("32 bytes are far below the limit of HKDF");
        derived
    }

    pub(crate) fn to_hex(&self) -> Zeroizing<String> {
        hex::encode(self.0.as_slice())
    }

    pub(crate) fn from_hex(digits: &str) -> Option<Self> {
        hex::decode(digits).map(|bytes| Self::from_bytes(&bytes))
    }
}

impl Drop for StoreKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for StoreKey {}

impl fmt::Debug for StoreKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreKey(..)")
    }
}

/// The first 128 bits of a domain-separated SHA-256 of the key. It may be stored, shown and logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeyFingerprint(Hex<16>);

impl fmt::Display for KeyFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.0.0))
    }
}
