use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;

const STORE: Uuid = Uuid::from_u128(7);

fn key(fill: u8) -> StoreKey {
    StoreKey::from_bytes(&[fill; 32])
}

/// A key file in a folder of its own, with this content if there is any.
fn key_file(content: Option<&[u8]>) -> (TempDir, KeyFile) {
    let folder = tempfile::tempdir().unwrap();
    let file = KeyFile::new(folder.path().join("archivio.key"));
    if let Some(content) = content {
        fs::write(file.path(), content).unwrap();
        #[cfg(unix)]
        set_mode(&file, 0o600);
    }
    (folder, file)
}

#[cfg(unix)]
fn set_mode(file: &KeyFile, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file.path(), fs::Permissions::from_mode(mode)).unwrap();
}

/// What every safe promises. The keyring is held to it by `examples/keyring_probe.rs`.
fn keeps_its_promises(safe: &dyn KeySafe) {
    assert!(safe.get(STORE).unwrap().is_none());
    safe.delete(STORE).unwrap();
    safe.set(STORE, &key(1)).unwrap();
    assert_eq!(safe.get(STORE).unwrap().unwrap().expose(), key(1).expose());
    safe.set(STORE, &key(1)).unwrap();
    assert_eq!(safe.set(STORE, &key(2)).unwrap_err(), SafeFault::Occupied);
    assert_eq!(safe.get(STORE).unwrap().unwrap().expose(), key(1).expose());
    safe.delete(STORE).unwrap();
    assert!(safe.get(STORE).unwrap().is_none());
    safe.set(STORE, &key(2)).unwrap();
    assert_eq!(safe.get(STORE).unwrap().unwrap().expose(), key(2).expose());
}

#[test]
fn the_memory_keeps_its_promises() {
    keeps_its_promises(&MemorySafe::default());
}

#[test]
fn the_key_file_keeps_its_promises() {
    keeps_its_promises(&key_file(None).1);
}

#[test]
fn the_memory_keeps_stores_apart_and_shows_no_key() {
    let safe = MemorySafe::default();
    safe.set(STORE, &key(0xab)).unwrap();
    assert!(safe.get(Uuid::from_u128(8)).unwrap().is_none());
    assert!(!format!("{safe:?}").contains("171") && !format!("{safe:x?}").contains("ab, ab"));
}

#[test]
fn the_file_says_what_it_is() {
    let (_folder, file) = key_file(None);
    file.set(STORE, &key(0xab)).unwrap();
    let text = fs::read_to_string(file.path()).unwrap();
    let (note, digits) = text.split_once('\n').unwrap();
    assert!(note.starts_with("# Chiave dell'archivio") && note.contains("segreto"));
    assert_eq!(digits, format!("{}\n", "ab".repeat(32)));
}

#[test]
fn a_key_in_a_folder_that_is_not_there_is_a_fault() {
    let (folder, file) = key_file(None);
    drop(folder);
    assert!(matches!(file.set(STORE, &key(1)), Err(SafeFault::Other { .. })));
}

#[test]
fn a_document_is_neither_read_nor_replaced_nor_deleted() {
    let (_folder, file) = key_file(Some(b"Verbale della riunione"));
    assert_eq!(file.get(STORE).unwrap_err(), SafeFault::Damaged);
    assert_eq!(file.set(STORE, &key(1)).unwrap_err(), SafeFault::Damaged);
    assert_eq!(file.delete(STORE).unwrap_err(), SafeFault::Damaged);
    assert_eq!(fs::read(file.path()).unwrap(), b"Verbale della riunione");
}

#[cfg(unix)]
#[test]
fn the_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, file) = key_file(None);
    file.set(STORE, &key(1)).unwrap();
    assert_eq!(fs::metadata(file.path()).unwrap().permissions().mode() & 0o777, 0o600);
    for mode in [0o640, 0o604, 0o660, 0o644, 0o610, 0o601] {
        set_mode(&file, mode);
        assert_eq!(file.get(STORE).unwrap_err(), SafeFault::TooOpen { mode });
    }
    for mode in [0o600, 0o400, 0o700] {
        set_mode(&file, mode);
        assert_eq!(file.get(STORE).unwrap().unwrap().expose(), key(1).expose());
    }
    set_mode(&file, 0o644);
    file.delete(STORE).unwrap();
    assert!(!file.path().exists());
}

proptest! {
    #[test]
    fn a_file_touched_by_an_editor_is_still_read(
        bytes: [u8; 32],
        mark in "\u{feff}?",
        before in proptest::collection::vec("(#[^\r\n]{0,40})?", 0..4),
        after in proptest::collection::vec("[ \t]{0,3}(#[a-z]{0,9})?", 0..4),
        upper: bool,
        end in "\r?\n",
    ) {
        let held = StoreKey::from_bytes(&bytes);
        let digits = if upper { held.to_hex().to_uppercase() } else { held.to_hex().to_string() };
        let lines = [before, vec![format!("  {digits} ")], after].concat();
        let (_folder, file) = key_file(Some(format!("{mark}{}", lines.join(&end)).as_bytes()));
        prop_assert_eq!(*file.get(STORE).unwrap().unwrap().expose(), bytes);
    }

    #[test]
    fn a_damaged_file_is_called_damaged(digits in "[0-9a-f]{64}", at in 0usize..64, cut in 1usize..64) {
        let odd = format!("{}g{}", &digits[..at], &digits[at + 1..]);
        let contents = ["", "# solo un commento\n", &digits[..cut], &odd, &format!("{digits}\n{digits}"),
            &format!("{digits}00"), &format!("{}\n{digits}", "#".repeat(5000))];
        for content in contents {
            let (_folder, file) = key_file(Some(content.as_bytes()));
            prop_assert_eq!(file.get(STORE).unwrap_err(), SafeFault::Damaged);
        }
    }

    #[test]
    fn any_bytes_are_answered(content in proptest::collection::vec(any::<u8>(), 0..200)) {
        let (_folder, file) = key_file(Some(&content));
        prop_assert_eq!(file.get(STORE).unwrap_err(), SafeFault::Damaged);
    }
}
