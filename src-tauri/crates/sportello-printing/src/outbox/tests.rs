//! What is lent comes back.

use super::*;
use std::fs::read_dir;

fn files(folder: &Path) -> usize {
    let entries = read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
}

#[test]
fn a_file_is_there_while_the_desk_runs() {
    let folder = tempfile::tempdir().expect("a folder");
    let outbox = Outbox::open(folder.path()).expect("a tray");
    let path = outbox.lend("ricevuta-2026-0001.pdf", b"%PDF-1.7").expect("lent");
    assert_eq!(fs::read(&path).expect("readable"), b"%PDF-1.7");
    assert_eq!(path.file_name(), Some("ricevuta-2026-0001.pdf".as_ref()));
    let again = outbox.lend("ricevuta-2026-0001.pdf", b"altro").expect("lent");
    assert_ne!(path, again);
    drop(outbox);
    assert!(!path.exists());
}

#[test]
fn a_name_never_chooses_its_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let outbox = Outbox::open(folder.path()).expect("a tray");
    for name in ["../../fuori.pdf", "/tmp/fuori.pdf", "..", ""] {
        let path = outbox.lend(name, b"x").expect("lent");
        assert!(path.starts_with(folder.path()) && path.is_file(), "{name}");
    }
}

#[test]
fn after_a_crash_the_next_desk_sweeps_and_a_running_one_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let running = Outbox::open(folder.path()).expect("a tray");
    let kept = running.lend("elenco.pdf", b"in uso").expect("lent");
    // A desk that was killed: its files are there, and nobody holds its mark.
    let dead = folder.path().join("7");
    fs::create_dir_all(dead.join("0")).expect("a tray");
    fs::write(dead.join(OWNER), b"").expect("written");
    fs::write(dead.join("0/ricevuta.pdf"), b"di una persona").expect("written");
    let next = Outbox::open(folder.path()).expect("a tray");
    assert!(!dead.exists());
    assert!(kept.exists());
    drop((running, next));
    assert_eq!(files(folder.path()), 1, "the door alone is left");
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("in-uscita");
    let outbox = Outbox::open(&root).expect("a tray");
    let path = outbox.lend("ricevuta.pdf", b"x").expect("lent");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o077;
    let upwards = path.ancestors().take_while(|path| *path != folder.path());
    assert!(upwards.map(mode).all(|mode| mode == 0));
}
