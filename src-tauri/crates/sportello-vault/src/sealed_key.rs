//! The store key under a recovery code: unreadable without it, refused if a single bit changed.
//!
//! The code has 160 random bits, so HKDF-SHA256 with a random salt is enough; a slow password hash would only make
//! the desk wait. The seal is XChaCha20-Poly1305, bound to the store by its id.

#[cfg(test)]
mod tests;

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::hex::Hex;
use crate::{NoRandomness, RecoveryCode, StoreKey, fill_random};

/// A store key that only its recovery code opens. Nothing in it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedKey {
    salt: Hex<32>,
    nonce: Hex<24>,
    /// The 32 bytes of the key, encrypted, and the 16 of the authentication tag.
    sealed: Hex<48>,
    /// Tells a damaged seal from a wrong code; the authentication tag alone cannot.
    checksum: Hex<8>,
}

/// Why a sealed key did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SealRefused {
    /// The seal is intact: the code is another one.
    WrongCode,
    /// The seal changed since it was made, or belongs to another store.
    Damaged,
}

impl SealedKey {
    pub(crate) fn seal(store: Uuid, key: &StoreKey, code: &RecoveryCode) -> Result<Self, NoRandomness> {
        let (mut salt, mut nonce) = ([0; 32], [0; 24]);
        fill_random(&mut salt)?;
        fill_random(&mut nonce)?;
        let message = Payload { msg: key.expose(), aad: store.as_bytes() };
        let sealed =
            cipher(&salt, code).encrypt(&nonce.into(), message).expect("32 bytes are never too many");
        let sealed = sealed.try_into().expect("XChaCha20-Poly1305 adds a tag of 16 bytes");
        let checksum = Hex(checksum(store, &salt, &nonce, &sealed));
        Ok(Self { salt: Hex(salt), nonce: Hex(nonce), sealed: Hex(sealed), checksum })
    }

    /// The tag decides; the checksum only explains a refusal, so a damaged checksum never keeps a good code out.
    pub(crate) fn open(&self, store: Uuid, code: &RecoveryCode) -> Result<StoreKey, SealRefused> {
        let message = Payload { msg: &self.sealed.0, aad: store.as_bytes() };
        match cipher(&self.salt.0, code).decrypt(&self.nonce.0.into(), message).map(Zeroizing::new) {
            Ok(bytes) => Ok(StoreKey::from_bytes(
                bytes.as_slice().try_into().expect("48 bytes less a tag of 16 are 32"),
            )),
            Err(_) if self.is_intact(store) => Err(SealRefused::WrongCode),
            Err(_) => Err(SealRefused::Damaged),
        }
    }

    fn is_intact(&self, store: Uuid) -> bool {
        checksum(store, &self.salt.0, &self.nonce.0, &self.sealed.0) == self.checksum.0
    }
}

fn cipher(salt: &[u8; 32], code: &RecoveryCode) -> XChaCha20Poly1305 {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), code.symbols())
        .expand(b"sportello-cittadino/recovery/v1", key.as_mut_slice())
        .expect("32 bytes are far below the limit of HKDF");
    XChaCha20Poly1305::new((&*key).into())
}

fn checksum(store: Uuid, salt: &[u8; 32], nonce: &[u8; 24], sealed: &[u8; 48]) -> [u8; 8] {
    let digest = Sha256::new()
        .chain_update(b"sportello-cittadino/recovery-checksum/v1")
        .chain_update(store)
        .chain_update(salt)
        .chain_update(nonce)
        .chain_update(sealed)
        .finalize();
    let mut short = [0; 8];
    short.copy_from_slice(&digest[..8]);
    short
}
