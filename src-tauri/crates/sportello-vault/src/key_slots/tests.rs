use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

const STORE: Uuid = Uuid::from_u128(0x5000_0000_0000_4000_8000_0000_0000_0001);

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

/// A store with a slot of every kind, its key and the codes of "cassaforte" and "sede".
fn full() -> (KeySlots, StoreKey, [RecoveryCode; 2]) {
    let key = StoreKey::generate().unwrap();
    let codes = [RecoveryCode::generate().unwrap(), RecoveryCode::generate().unwrap()];
    let mut slots = KeySlots::new(STORE, &key);
    slots.put_keyring(day(1));
    slots.put_key_file(day(2));
    slots.put_recovery("cassaforte", &codes[0], &key, day(3)).unwrap();
    slots.put_recovery("sede", &codes[1], &key, day(4)).unwrap();
    (slots, key, codes)
}

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    (folder, path)
}

fn fault_of(content: &str) -> SlotsFault {
    let (_folder, path) = folder();
    fs::write(&path, content).unwrap();
    KeySlots::read(&path).unwrap_err()
}

#[test]
fn what_is_written_is_read() {
    let (slots, key, codes) = full();
    let (_folder, path) = folder();
    slots.create(&path).unwrap();
    let read = KeySlots::read(&path).unwrap();
    assert_eq!(read, slots);
    assert!(read.matches(&key) && !read.matches(&StoreKey::generate().unwrap()));
    for code in &codes {
        assert_eq!(read.open_with_recovery(code).unwrap().expose(), key.expose());
    }
}

#[test]
fn neither_key_nor_code_is_in_the_file_or_in_debug() {
    let (slots, key, codes) = full();
    let (_folder, path) = folder();
    slots.create(&path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let text = format!("{}{slots:?}", String::from_utf8_lossy(&bytes)).to_uppercase();
    assert!(!bytes.windows(32).any(|window| window == key.expose()));
    for part in key.to_hex().to_uppercase().as_bytes().chunks_exact(16) {
        assert!(!text.contains(std::str::from_utf8(part).unwrap()));
    }
    let listed = format!("{:?}", key.expose());
    assert!(!text.contains(listed.trim_matches(['[', ']'])));
    for code in &codes {
        assert!(
            !text.contains(std::str::from_utf8(code.symbols()).unwrap()) && !text.contains(&*code.printed())
        );
    }
}

#[test]
fn another_code_is_wrong_and_without_slots_there_is_none_to_try() {
    let (slots, key, codes) = full();
    assert_eq!(
        slots.open_with_recovery(&RecoveryCode::generate().unwrap()).unwrap_err(),
        RecoveryFault::WrongCode
    );
    assert_eq!(KeySlots::new(STORE, &key).open_with_recovery(&codes[0]).unwrap_err(), RecoveryFault::NoSlot);
}

#[test]
fn a_new_code_takes_the_place_of_the_one_with_its_label() {
    let (mut slots, key, [old, sede]) = full();
    let new = RecoveryCode::generate().unwrap();
    slots.put_recovery("cassaforte", &new, &key, day(5)).unwrap();
    assert_eq!(slots.slots().len(), 4);
    assert_eq!(slots.open_with_recovery(&old).unwrap_err(), RecoveryFault::WrongCode);
    assert!(slots.open_with_recovery(&new).is_ok() && slots.open_with_recovery(&sede).is_ok());
}

#[test]
fn the_keyring_and_the_key_file_have_one_slot_each() {
    let (mut slots, ..) = full();
    slots.put_keyring(day(8));
    slots.put_key_file(day(9));
    let (service, account) = (SERVICE.to_owned(), STORE.to_string());
    let keyring = Slot::Keyring { service, account, backend: OsKeyring::BACKEND.to_owned(), created: day(8) };
    assert_eq!(slots.slots().len(), 4);
    assert_eq!(slots.slots()[2..], [keyring, Slot::KeyFile { created: day(9) }]);
}

#[test]
fn the_key_of_another_store_is_not_sealed() {
    let (mut slots, ..) = full();
    let before = slots.clone();
    let (other, code) = (StoreKey::generate().unwrap(), RecoveryCode::generate().unwrap());
    assert_eq!(slots.put_recovery("sede", &code, &other, day(5)), Err(SealFault::OtherKey));
    assert_eq!(slots, before);
}

#[test]
fn a_damaged_slot_is_named_and_does_not_shut_the_other() {
    let (slots, key, [cassaforte, sede]) = full();
    let mut value = serde_json::to_value(&slots).unwrap();
    value["slots"][2]["key"]["sealed"] = "00".repeat(48).into();
    let damaged: KeySlots = serde_json::from_value(value).unwrap();
    let named = RecoveryFault::Damaged { label: "cassaforte".to_owned() };
    assert_eq!(damaged.open_with_recovery(&cassaforte).unwrap_err(), named);
    assert_eq!(damaged.open_with_recovery(&sede).unwrap().expose(), key.expose());
}

#[test]
fn a_fingerprint_of_another_key_is_damage_not_a_key() {
    let (slots, _, [code, _]) = full();
    let mut value = serde_json::to_value(&slots).unwrap();
    value["fingerprint"] = "00".repeat(16).into();
    let damaged: KeySlots = serde_json::from_value(value).unwrap();
    assert!(matches!(damaged.open_with_recovery(&code), Err(RecoveryFault::Damaged { .. })));
}

#[test]
fn faults_of_the_file_have_names() {
    let (folder, path) = folder();
    assert!(matches!(KeySlots::read(&path), Err(SlotsFault::Missing)));
    assert!(matches!(KeySlots::read(folder.path()), Err(SlotsFault::Unreadable(_))));
    for damaged in ["", "{", "# Chiave", "[]", r#"{"format":"altro","version":1}"#, r#""0f0f""#] {
        assert!(matches!(fault_of(damaged), SlotsFault::Damaged { .. }), "{damaged}");
    }
    let newer = r#"{"format":"sportello-cittadino/keys","version":2,"safes":{}}"#;
    assert!(matches!(fault_of(newer), SlotsFault::Newer { version: 2 }));
    let zero = newer.replace('2', "0");
    assert!(matches!(fault_of(&zero), SlotsFault::Damaged { .. }));
}

#[test]
fn an_unknown_field_is_refused_at_every_level() {
    let (slots, ..) = full();
    for place in ["", "/slots/0", "/slots/1", "/slots/2", "/slots/2/key"] {
        let mut value = serde_json::to_value(&slots).unwrap();
        value.pointer_mut(place).unwrap()["extra"] = 1.into();
        assert!(matches!(fault_of(&value.to_string()), SlotsFault::Damaged { .. }), "{place}");
    }
}

/// A key pasted in the wrong place must not travel in an error.
#[test]
fn a_fault_repeats_nothing_of_the_file() {
    let key = "0f".repeat(32);
    let json = format!(r#"{{"format":"{key}","version":1}}"#);
    for content in [key.clone(), json] {
        let fault = fault_of(&content);
        assert!(!format!("{fault} {fault:?}").contains(&key));
    }
}

#[test]
fn creating_never_replaces() {
    let (slots, ..) = full();
    let (_folder, path) = folder();
    fs::write(&path, "prima").unwrap();
    assert!(matches!(slots.create(&path), Err(SlotsFault::AlreadyThere)));
    assert_eq!(fs::read_to_string(&path).unwrap(), "prima");
}

#[test]
fn a_failed_write_leaves_the_old_file() {
    let (mut slots, key, _) = full();
    let (folder, path) = folder();
    slots.create(&path).unwrap();
    let before = fs::read(&path).unwrap();
    // A folder in the place of the fresh file makes its creation fail.
    fs::create_dir(folder.path().join("chiavi.json.new")).unwrap();
    slots.put_recovery("terza", &RecoveryCode::generate().unwrap(), &key, day(6)).unwrap();
    assert!(matches!(slots.replace(&path), Err(SlotsFault::NotWritten(_))));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_failed_rename_leaves_no_litter() {
    let (slots, ..) = full();
    let (folder, path) = folder();
    // A folder in the place of the file makes the rename fail after everything was written.
    fs::create_dir(&path).unwrap();
    assert!(matches!(slots.replace(&path), Err(SlotsFault::NotWritten(_))));
    assert!(path.is_dir());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_write_interrupted_by_a_power_cut_does_not_hinder_the_next() {
    let (slots, ..) = full();
    let (folder, path) = folder();
    fs::write(folder.path().join("chiavi.json.new"), "{ half of an earlier wri").unwrap();
    slots.create(&path).unwrap();
    assert_eq!(KeySlots::read(&path).unwrap(), slots);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

proptest! {
    /// Whatever happens to one byte of the file: a fault, or the right key, never another key and never a panic.
    #[test]
    fn a_byte_changed_on_disk_never_yields_another_key(at: prop::sample::Index, changed: u8) {
        let (slots, key, [code, _]) = full();
        let mut bytes = serde_json::to_vec_pretty(&slots).unwrap();
        let at = at.index(bytes.len());
        bytes[at] = changed;
        let (_folder, path) = folder();
        fs::write(&path, bytes).unwrap();
        if let Ok(opened) = KeySlots::read(&path).map_err(|_| ()).and_then(|read| {
            read.open_with_recovery(&code).map_err(|_| ())
        }) {
            prop_assert_eq!(opened.expose(), key.expose());
        }
    }

    #[test]
    fn any_file_is_answered(content in proptest::collection::vec(any::<u8>(), 0..300)) {
        let (_folder, path) = folder();
        fs::write(&path, content).unwrap();
        let answer = KeySlots::read(&path);
        prop_assert!(matches!(answer, Err(SlotsFault::Damaged { .. })), "{:?}", answer);
    }
}
