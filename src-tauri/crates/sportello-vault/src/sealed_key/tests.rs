use proptest::prelude::*;

use super::*;

const STORE: Uuid = Uuid::from_u128(0x1a2b);

/// The plain bytes of a seal, so that a test can turn over each bit.
fn bytes_of(sealed: &SealedKey) -> Vec<u8> {
    [&sealed.salt.0[..], &sealed.nonce.0, &sealed.sealed.0, &sealed.checksum.0].concat()
}

fn from_bytes(bytes: &[u8]) -> SealedKey {
    SealedKey {
        salt: Hex(bytes[..32].try_into().unwrap()),
        nonce: Hex(bytes[32..56].try_into().unwrap()),
        sealed: Hex(bytes[56..104].try_into().unwrap()),
        checksum: Hex(bytes[104..].try_into().unwrap()),
    }
}

/// A seal made by another implementation of HKDF and XChaCha20-Poly1305: files written years ago stay readable only
/// if this never changes.
#[test]
fn the_format_is_frozen() {
    let frozen = r#"{
        "salt": "6465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f80818283",
        "nonce": "c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf",
        "sealed": "3f65efa5ca0eaaff874a2a556a97437860732a086f1db8cad2253c74f6b55bc0817d51573a9083358951a625f015e756",
        "checksum": "dad6ef063a2b3447"
    }"#;
    let sealed: SealedKey = serde_json::from_str(frozen).unwrap();
    let code = RecoveryCode::parse("01237-4567K-89ABE-CDEFY-GHJKN-MNPQ1-RSTVW-WXYZ4").unwrap();
    let expected: [u8; 32] = std::array::from_fn(|i| u8::try_from(i).unwrap());
    assert_eq!(sealed.open(STORE, &code).unwrap().expose(), &expected);
    assert_eq!(sealed.open(STORE, &RecoveryCode::generate().unwrap()).unwrap_err(), SealRefused::WrongCode);
}

#[test]
fn every_single_turned_bit_is_refused_as_damage() {
    let (key, code) = (StoreKey::generate().unwrap(), RecoveryCode::generate().unwrap());
    let sealed = SealedKey::seal(STORE, &key, &code).unwrap();
    for bit in 0..104 * 8 {
        let mut bytes = bytes_of(&sealed);
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(from_bytes(&bytes).open(STORE, &code).unwrap_err(), SealRefused::Damaged, "bit {bit}");
    }
}

#[test]
fn a_damaged_checksum_does_not_keep_the_right_code_out() {
    let (key, code) = (StoreKey::generate().unwrap(), RecoveryCode::generate().unwrap());
    let mut bytes = bytes_of(&SealedKey::seal(STORE, &key, &code).unwrap());
    bytes[104] ^= 1;
    assert_eq!(from_bytes(&bytes).open(STORE, &code).unwrap().expose(), key.expose());
}

#[test]
fn the_same_key_is_never_sealed_twice_alike() {
    let (key, code) = (StoreKey::generate().unwrap(), RecoveryCode::generate().unwrap());
    let (one, two) =
        (SealedKey::seal(STORE, &key, &code).unwrap(), SealedKey::seal(STORE, &key, &code).unwrap());
    assert!(one.salt != two.salt && one.nonce != two.nonce && one.sealed != two.sealed);
}

proptest! {
    #[test]
    fn the_right_code_opens_it(bytes: [u8; 32], store: u128) {
        let (key, code) = (StoreKey::from_bytes(&bytes), RecoveryCode::generate().unwrap());
        let sealed = SealedKey::seal(Uuid::from_u128(store), &key, &code).unwrap();
        let typed = RecoveryCode::parse(&code.printed()).unwrap();
        prop_assert_eq!(*sealed.open(Uuid::from_u128(store), &typed).unwrap().expose(), bytes);
    }

    #[test]
    fn another_code_or_another_store_does_not(bytes: [u8; 32], store: u128) {
        let (key, code) = (StoreKey::from_bytes(&bytes), RecoveryCode::generate().unwrap());
        let sealed = SealedKey::seal(Uuid::from_u128(store), &key, &code).unwrap();
        let other = RecoveryCode::generate().unwrap();
        prop_assert_eq!(sealed.open(Uuid::from_u128(store), &other).unwrap_err(), SealRefused::WrongCode);
        let elsewhere = Uuid::from_u128(store ^ 1);
        prop_assert_eq!(sealed.open(elsewhere, &code).unwrap_err(), SealRefused::Damaged);
    }
}
