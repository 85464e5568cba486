//! Asks the real keyring of the session one question and prints the answer in one word; it exits with 0 only if the
//! answer is the one the question hoped for. The test suite runs it in sessions of its own, never in the one of a
//! person:
//!
//! ```text
//! dbus-run-session -- bash -c 'echo -n prova | gnome-keyring-daemon --unlock --components=secrets >/dev/null
//!                              sleep 1; exec keyring_probe round'
//! ```
//!
//! with `XDG_DATA_HOME` and `XDG_RUNTIME_DIR` in a new folder and without `DISPLAY`, so that a locked keyring answers
//! instead of opening a window. Questions: `set`, `get`, `delete`, `absent`, and `round` for all of them in a row.

#![expect(clippy::print_stdout, reason = "the answer is read by the test that started the probe")]

use std::process::ExitCode;

use sportello_vault::{KeySafe, OsKeyring, SERVICE, SafeFault, StoreKey};
use uuid::Uuid;

/// The same in every run, so that one run finds what another kept; no store has this id.
const STORE: Uuid = Uuid::from_u128(0x7072_6f76_6100_4000_8000_0000_0000_0000);

fn main() -> ExitCode {
    let question = std::env::args().nth(1).unwrap_or_default();
    let (hoped, answer) = match question.as_str() {
        "set" => ("set", OsKeyring.set(STORE, &key(1)).map(|()| "set")),
        "get" => ("found", get()),
        "delete" => ("deleted", OsKeyring.delete(STORE).map(|()| "deleted")),
        "absent" => ("absent", get()),
        "round" => ("sound", round()),
        _ => ("", Ok("unknown-question")),
    };
    let word = answer.unwrap_or_else(|fault| word(&fault));
    println!("{word}");
    if word == hoped { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn key(fill: u8) -> StoreKey {
    StoreKey::from_bytes(&[fill; 32])
}

fn get() -> Result<&'static str, SafeFault> {
    Ok(match OsKeyring.get(STORE)? {
        None => "absent",
        Some(held) if held.expose() == key(1).expose() => "found",
        Some(_) => "different",
    })
}

/// What every safe promises, in the order in which a desk needs it.
fn round() -> Result<&'static str, SafeFault> {
    let expect = |wanted: &str| Ok(get()? == wanted);
    let mut sound = expect("absent")?;
    OsKeyring.delete(STORE)?;
    OsKeyring.set(STORE, &key(1))?;
    sound &= expect("found")?;
    OsKeyring.set(STORE, &key(1))?;
    sound &= OsKeyring.set(STORE, &key(2)) == Err(SafeFault::Occupied) && expect("found")?;
    OsKeyring.delete(STORE)?;
    sound &= expect("absent")?;
    for garbage in [&b"not a key"[..], &[0xff; 32], &[]] {
        write_past_the_safe(garbage)?;
        sound &= get() == Err(SafeFault::Damaged) && OsKeyring.set(STORE, &key(1)) == Err(SafeFault::Damaged);
        OsKeyring.delete(STORE)?;
        sound &= expect("absent")?;
    }
    Ok(if sound { "sound" } else { "unsound" })
}

/// An entry with our name that another hand wrote.
fn write_past_the_safe(content: &[u8]) -> Result<(), SafeFault> {
    let entry = keyring::Entry::new(SERVICE, &STORE.to_string()).and_then(|entry| entry.set_secret(content));
    entry.map_err(|fault| SafeFault::Other { detail: fault.to_string() })
}

fn word(fault: &SafeFault) -> &'static str {
    match fault {
        SafeFault::NotRunning => "not-running",
        SafeFault::NoAccess => "no-access",
        SafeFault::Damaged => "damaged",
        SafeFault::Occupied => "occupied",
        SafeFault::TooOpen { .. } => "too-open",
        SafeFault::Other { .. } => "other",
    }
}
