use proptest::prelude::*;

use super::*;

#[test]
fn two_generated_keys_differ() {
    let (one, two) = (StoreKey::generate().unwrap(), StoreKey::generate().unwrap());
    assert_ne!(one.expose(), two.expose());
    assert_ne!(one.fingerprint(), two.fingerprint());
}

/// The fingerprints in `chiavi.json` and the literals that opened a store stay valid only if these never change. The
/// expected values were computed outside this crate, with plain SHA-256 and HMAC.
#[test]
fn the_formats_are_frozen() {
    let key = StoreKey::from_bytes(&std::array::from_fn(|i| u8::try_from(i).unwrap()));
    let digits = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    assert_eq!(*key.sqlcipher_literal(), format!("x'{digits}'"));
    assert_eq!(key.fingerprint().to_string(), "77fd5cddab272bb9d45c563f4c07400f");
    assert_eq!(
        *hex::encode(key.derive("attachments").as_slice()),
        "a3d10317e7a10329cb433cf8b3fbced93239401d97429a97eb5aee8c735d64ca"
    );
}

proptest! {
    #[test]
    fn hexadecimal_text_comes_back(bytes: [u8; 32]) {
        let key = StoreKey::from_bytes(&bytes);
        let upper = key.to_hex().to_uppercase();
        prop_assert_eq!(*StoreKey::from_hex(&key.to_hex()).unwrap().expose(), bytes);
        prop_assert_eq!(*StoreKey::from_hex(&upper).unwrap().expose(), bytes);
    }

    #[test]
    fn a_text_that_is_not_64_digits_is_no_key(text in "[0-9a-f]{0,63}|[0-9a-f]{65,70}|[0-9a-f]{63}[^0-9a-fA-F]") {
        prop_assert!(StoreKey::from_hex(&text).is_none());
    }

    #[test]
    fn debug_and_fingerprint_show_nothing_of_the_key(bytes: [u8; 32]) {
        let key = StoreKey::from_bytes(&bytes);
        prop_assert_eq!(format!("{key:?}"), "StoreKey(..)");
        let shown = key.fingerprint().to_string();
        prop_assert!(!key.to_hex().contains(&shown));
    }

    #[test]
    fn each_purpose_has_its_own_key(bytes: [u8; 32], one in "[a-z]{1,12}", two in "[a-z]{1,12}") {
        let key = StoreKey::from_bytes(&bytes);
        prop_assert_eq!(key.derive(&one), key.derive(&one));
        prop_assert_eq!(key.derive(&one) == key.derive(&two), one == two);
        prop_assert_ne!(&*key.derive(&one), key.expose());
    }
}
