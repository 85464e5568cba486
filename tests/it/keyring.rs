//! The key in a real keyring: GNOME's, on a session bus of the test's own, with a home of its own.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What the session does before the desk starts.
#[derive(Clone, Copy, PartialEq)]
enum Session {
    /// No bus at all: a server.
    None,
    /// A bus, and a keyring opened with this password.
    Unlocked(&'static str),
    /// A bus, and a keyring nobody has opened.
    Locked,
}

/// Standard output, the code of the failure, and all that was said on standard error.
struct Answer {
    out: String,
    failure: String,
    said: String,
}

/// The desk between a keyring that has taken its name on the bus and the end of that keyring: one that outlives its
/// session writes its old file over the next one's.
const KEPT: &str = r#">/dev/null 2>&1 & keyring=$!
    for i in $(seq 100); do
      dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true && break
      sleep 0.1
    done
    run_desk; answer=$?; kill $keyring 2>/dev/null; wait $keyring 2>/dev/null; exit $answer"#;

fn desk(home: &Path, session: Session, arguments: &str) -> Answer {
    let cli = env!("CARGO_BIN_EXE_cli");
    let store = home.join("archivio");
    let desk = format!("'{cli}' --json --data-dir '{}' {arguments}", store.display());
    let with_keyring = |start: String| format!("run_desk() {{ {desk}; }}; {start} {KEPT}");
    let script = match session {
        Session::None => desk,
        Session::Unlocked(password) => with_keyring(format!(
            "printf %s '{password}' | gnome-keyring-daemon --foreground --unlock --components=secrets"
        )),
        Session::Locked => with_keyring("gnome-keyring-daemon --foreground --components=secrets".into()),
    };
    let mut command = match session {
        Session::None => Command::new("sh"),
        _ => {
            let mut command = Command::new("dbus-run-session");
            command.args(["--", "sh"]);
            command
        }
    };
    // A keyring ends a moment after its session, and a new one would rather join it: each has a folder of its own.
    let run = tempfile::tempdir_in(home).expect("a folder for the session");
    let output = command
        .args(["-c", &script])
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", run.path())
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        // With a screen the keyring would ask somebody for its password.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdin(Stdio::null())
        .output()
        .expect("a shell");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let (out, err) = (text(output.stdout), text(output.stderr));
    let failure = err.lines().rev().find_map(|line| serde_json::from_str::<Value>(line).ok());
    let failure =
        failure.and_then(|value| value["error"]["code"].as_str().map(str::to_owned)).unwrap_or_default();
    Answer { out, failure, said: err }
}

fn home() -> Option<TempDir> {
    let there = |program: &str| {
        Command::new("which").arg(program).stdout(Stdio::null()).status().is_ok_and(|s| s.success())
    };
    if !["dbus-run-session", "gnome-keyring-daemon"].into_iter().all(there) {
        eprintln!("SKIPPED: dbus or gnome-keyring is not installed on this machine");
        return None;
    }
    let home = tempfile::tempdir().expect("a home");
    for folder in ["data/keyrings", "config", "cache"] {
        std::fs::create_dir_all(home.path().join(folder)).expect("a folder");
    }
    Some(home)
}

#[test]
fn the_key_lives_in_the_keyring_and_survives_the_session() {
    let Some(home) = home() else { return };
    let home = home.path();
    let (open, locked) = (Session::Unlocked("prova"), Session::Locked);
    let refused = |answer: &Answer, code: &str| {
        assert_eq!(answer.failure, code, "out: {}\nsaid: {}", answer.out, answer.said);
    };
    // A server is told about the key file.
    refused(&desk(home, Session::None, "init"), "no_keyring");
    assert!(!home.join("archivio/archivio.db").exists(), "and nothing is made in clear");

    let made = desk(home, open, "init");
    let made: Value = serde_json::from_str(&made.out).unwrap_or_else(|_| panic!("not made: {}", made.said));
    let code = made["recovery_code"].as_str().expect("a code").to_owned();
    let listed = desk(home, open, "ticket list");
    assert!(listed.out.contains("\"rows\": []"), "a new session finds the key: {}", listed.said);

    refused(&desk(home, Session::None, "ticket list"), "no_keyring");
    let closed = desk(home, locked, "ticket list");
    assert!(["keyring_locked", "key_missing"].contains(&closed.failure.as_str()), "locked: {}", closed.said);

    // The keyring was made anew: it answers that it has no key. The code on paper gives it back.
    std::fs::remove_dir_all(home.join("data/keyrings")).expect("the keyring is lost");
    std::fs::create_dir_all(home.join("data/keyrings")).expect("a folder");
    refused(&desk(home, open, "ticket list"), "key_missing");
    let recovered = desk(home, open, &format!("recover --code {code}"));
    assert!(recovered.out.contains("\"ready\""), "{}", recovered.said);
    let listed = desk(home, open, "ticket list");
    assert!(listed.out.contains("\"rows\": []"), "and it stays there: {}", listed.said);
}
