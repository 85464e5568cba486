//! What cannot be opened is told apart, and left byte for byte as it was found.

use sportello_app::{App, Code, Empty, FirstRun, RecoveryEntry, Stage, SystemClock};
use sportello_tests::disk::SmallDisk;
use sportello_tests::{Folder, first_run, options, report};
use sportello_vault::{KeyFile, KeySafe, KeySlots, StoreKey};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A store with a ticket in it, closed, and its recovery code.
async fn closed_store() -> (Folder, String) {
    let folder = Folder::new();
    let (app, code) = folder.first_run().await;
    app.ticket_record(report(&app, "Lampione spento")).await.expect("a ticket");
    app.close().await;
    (folder, code.join("-"))
}

/// Every file of a folder, with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    files.map(|path| (path.clone(), std::fs::read(path).expect("readable"))).collect()
}

/// Starts the desk and answers what stands in the way, after checking that nothing was touched.
async fn obstacle(folder: &Folder) -> Code {
    let before = contents(folder.store.path());
    let app = folder.app().await;
    let status = app.status(Empty {}).await.expect("the status is always told");
    let code = match status.stage {
        Stage::Locked { code, .. } => code,
        Stage::FirstRun => Code::StoreMissing,
        Stage::Ready | Stage::ConfirmRecovery => panic!("it opened"),
    };
    let refused = app.ticket_record(report(&app, "Buca")).await.expect_err("nothing can be recorded");
    assert_eq!(refused.code, code);
    app.close().await;
    let after = contents(folder.store.path());
    assert!(before == after, "touched: {:?} became {:?}", before.keys(), after.keys());
    code
}

async fn a_new_store(app: &App) -> Result<(), Code> {
    let request =
        FirstRun { op: app.new_op(), belfiore: "E617".to_owned(), hours: None, patron: None, demo: false };
    app.first_run(request).await.map(drop).map_err(|failure| failure.code)
}

#[tokio::test]
async fn another_stores_key() {
    let (folder, _) = closed_store().await;
    let (other, _) = closed_store().await;
    std::fs::remove_file(folder.key_file()).expect("removed");
    std::fs::copy(other.key_file(), folder.key_file()).expect("copied");
    assert_eq!(obstacle(&folder).await, Code::WrongKey);
}

#[tokio::test]
async fn no_key_file() {
    let (folder, _) = closed_store().await;
    std::fs::remove_file(folder.key_file()).expect("removed");
    assert_eq!(obstacle(&folder).await, Code::KeyFileMissing);
    std::fs::write(folder.key_file(), "prova").expect("written");
    make_private(&folder.key_file());
    assert_eq!(obstacle(&folder).await, Code::KeyFileDamaged);
}

#[cfg(unix)]
#[tokio::test]
async fn a_key_file_that_others_can_read() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, _) = closed_store().await;
    std::fs::set_permissions(folder.key_file(), PermissionsExt::from_mode(0o644)).expect("permissions");
    assert_eq!(obstacle(&folder).await, Code::KeyFileTooOpen);
}

fn make_private(path: &Path) {
    #[cfg(unix)]
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("permissions");
    #[cfg(not(unix))]
    let _ = path;
}

#[tokio::test]
async fn half_a_store_is_never_completed_with_a_new_one() {
    let (folder, _) = closed_store().await;
    let slots = folder.store.path().join("chiavi.json");
    let kept = std::fs::read(&slots).expect("the slots");
    std::fs::remove_file(&slots).expect("removed");
    assert_eq!(obstacle(&folder).await, Code::KeysMissing);
    assert_eq!(
        a_new_store(&*folder.app().await).await,
        Err(Code::KeysMissing),
        "never over an existing file"
    );

    std::fs::write(&slots, "{ \"format\": ").expect("written");
    assert_eq!(obstacle(&folder).await, Code::KeysDamaged);

    std::fs::write(&slots, kept).expect("written");
    std::fs::rename(folder.database(), folder.store.path().join("altrove.db")).expect("moved");
    assert_eq!(obstacle(&folder).await, Code::StoreGone);
    assert_eq!(a_new_store(&*folder.app().await).await, Err(Code::StoreGone));
}

#[tokio::test]
async fn not_a_store() {
    let (folder, _) = closed_store().await;
    std::fs::write(folder.database(), "").expect("written");
    assert_eq!(obstacle(&folder).await, Code::NotAStore, "an empty file accepts every key");
    std::fs::write(folder.database(), "Elenco delle cose da fare\n".repeat(400)).expect("written");
    assert_eq!(obstacle(&folder).await, Code::Damaged);
}

#[tokio::test]
async fn every_damaged_page_is_seen() {
    let (folder, _) = closed_store().await;
    let whole = std::fs::read(folder.database()).expect("the store");
    let mut refused = 0;
    for i in 0..60 {
        // A different byte each time, all over the file.
        let at = i * 9_973 % whole.len();
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        std::fs::write(folder.database(), &bytes).expect("written");
        let app = folder.app().await;
        let job = sportello_domain::id::JobId(app.new_op().0);
        match app.verify(sportello_app::Verify { job }).await {
            Err(failure) => {
                assert_eq!(failure.code, Code::Damaged, "byte {at}: {failure}");
                refused += 1;
            }
            Ok(found) => assert!(!found.sound, "byte {at} was changed and nobody noticed"),
        }
        app.close().await;
    }
    assert!(
        (1..60).contains(&refused),
        "some damage stops the opening, some is found by the check: {refused}"
    );
}

#[tokio::test]
async fn a_store_from_the_future() {
    let (folder, _) = closed_store().await;
    let slots = KeySlots::read(&folder.store.path().join("chiavi.json")).expect("the slots");
    let key = KeyFile::new(folder.key_file()).get(slots.store_id()).expect("the key file").expect("a key");
    sportello_store::pretend_newer_schema(&folder.database(), key.sqlcipher_literal()).await;
    assert_eq!(obstacle(&folder).await, Code::NewerSchema);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written() {
    let Some(disk) = SmallDisk::mount("16m") else { return };
    let mut folder = Folder::new();
    folder.store = tempfile::tempdir_in(disk.path()).expect("a folder");
    let (app, _) = folder.first_run().await;
    app.close().await;
    disk.make_read_only();
    assert_eq!(obstacle(&folder).await, Code::ReadOnly);
    folder.store = tempfile::TempDir::new().expect("another folder");
    drop(disk);
}

#[tokio::test]
async fn a_new_store_on_a_full_disk_leaves_nothing_behind() {
    let Some(disk) = SmallDisk::mount("64k") else { return };
    let mut folder = Folder::new();
    folder.store = tempfile::tempdir_in(disk.path()).expect("a folder");
    let app = folder.app().await;
    assert_eq!(a_new_store(&app).await, Err(Code::DiskFull));
    assert_eq!(contents(folder.store.path()).len(), 0, "nothing half made");
    disk.grow();
    first_run(&app).await;
    app.close().await;
}

#[tokio::test]
async fn the_paper_code_opens_the_store_on_a_blank_machine() {
    let (folder, code) = closed_store().await;
    // Another computer: the two files, and no key.
    let blank = Folder::new();
    for name in ["archivio.db", "chiavi.json"] {
        std::fs::copy(folder.store.path().join(name), blank.store.path().join(name)).expect("copied");
    }
    let app = blank.app().await;
    let open = async |code: &str| app.recovery_open(RecoveryEntry { code: code.to_owned() }).await;

    let mut mistyped: Vec<char> = code.chars().collect();
    mistyped[7] = if mistyped[7] == 'A' { 'B' } else { 'A' };
    let failure = open(&mistyped.iter().collect::<String>()).await.expect_err("mistyped");
    assert_eq!((failure.code, failure.group), (Code::RecoveryMistyped, Some(2)));
    let (_, others) = closed_store().await;
    assert_eq!(open(&others).await.expect_err("another store's").code, Code::RecoveryWrong);

    let status = open(&code.to_lowercase().replace('-', " ")).await.expect("typed as people type");
    assert_eq!(status.stage, Stage::Ready);
    app.close().await;
    // The key is in its place again: the next start needs no code.
    let app = blank.app().await;
    let page = app.tickets(Default::default()).await.expect("the tickets");
    assert_eq!(page.rows.len(), 1);
    app.close().await;
}

#[tokio::test]
async fn a_renewed_code_replaces_the_old_one() {
    let (folder, old) = closed_store().await;
    let app = folder.app().await;
    let new = app.recovery_renew(Empty {}).await.expect("a new code").groups.join("-");
    assert_eq!(app.status(Empty {}).await.expect("the status").stage, Stage::ConfirmRecovery);
    app.close().await;
    std::fs::remove_file(folder.key_file()).expect("removed");
    let app = folder.app().await;
    let failure = app.recovery_open(RecoveryEntry { code: old }).await.expect_err("the old code");
    assert_eq!(failure.code, Code::RecoveryWrong);
    app.recovery_open(RecoveryEntry { code: new }).await.expect("the new code");
    app.close().await;
}

#[tokio::test]
async fn nothing_is_readable_at_rest() {
    let folder = Folder::new();
    let (app, code) = folder.first_run().await;
    let canary = "Canarino Segretissimo";
    app.ticket_record(report(&app, canary)).await.expect("a ticket");
    // While the desk works the words are in the log too.
    let mut seen = contents(folder.store.path());
    app.close().await;
    seen.extend(contents(folder.store.path()));
    assert!(seen.keys().any(|path| path.ends_with("archivio.db-wal")), "the log was looked at");
    let key = std::fs::read_to_string(folder.key_file()).expect("the key file");
    let key = key.lines().last().expect("the key").trim().to_owned();
    for (path, bytes) in seen {
        for secret in
            [canary, "canarino", "SQLite format", key.as_str(), code.concat().as_str(), code[0].as_str()]
        {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} is readable in {}", path.display());
        }
    }
}

#[tokio::test]
async fn a_first_run_without_a_keyring_makes_no_store() {
    // No bus, no service: what a server has.
    if std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some() {
        eprintln!("SKIPPED: a session bus is running, there may be a keyring");
        return;
    }
    let folder = Folder::new();
    let mut options = options(folder.store.path(), &folder.key_file(), Arc::new(SystemClock));
    options.key_file = None;
    let app = App::start(options).await;
    let failed = a_new_store(&app).await;
    assert!(matches!(failed, Err(Code::NoKeyring | Code::KeyringLocked)), "{failed:?}");
    assert_eq!(contents(folder.store.path()).len(), 0, "never in clear, never by halves");
}

#[test]
fn a_generated_key_is_not_a_constant() {
    let keys: Vec<StoreKey> = (0..2).map(|_| StoreKey::generate().expect("random numbers")).collect();
    assert_ne!(keys[0].expose(), keys[1].expose());
}
