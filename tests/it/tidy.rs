//! The invariants of ARCHITECTURE.md. What a compiler cannot refuse is refused here.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines a file may have; generated files and data apart.
const LONGEST_FILE: usize = 600;
/// Lines the file in the middle may have.
const MEDIAN_FILE: usize = 150;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the top of the project")
}

/// The files git knows or would know.
fn files(endings: &[&str]) -> Vec<PathBuf> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    let listed = String::from_utf8(listed.stdout).expect("names in UTF-8");
    let wanted = |name: &&str| endings.iter().any(|ending| name.ends_with(ending));
    listed.lines().filter(wanted).map(PathBuf::from).filter(|path| root().join(path).is_file()).collect()
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(root().join(path)).expect("a text file")
}

fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo describes the workspace");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Each package with the packages it names, those of its tests left out.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let packages = metadata();
    let packages = packages["packages"].as_array().expect("packages").iter().map(|package| {
        let all = package["dependencies"].as_array().expect("dependencies").iter();
        (name(package), all.filter(|dependency| dependency["kind"] != "dev").map(name).collect())
    });
    packages.collect()
}

#[test]
fn dependencies_point_at_the_domain() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("sportello-domain", &[] as &[&str]),
        ("sportello-store", &["sportello-domain"]),
        ("sportello-documents", &["sportello-domain"]),
        ("sportello-printing", &[]),
        ("sportello-vault", &[]),
        (
            "sportello-app",
            &[
                "sportello-domain",
                "sportello-store",
                "sportello-documents",
                "sportello-printing",
                "sportello-vault",
            ],
        ),
        ("sportello-cli", &["sportello-app", "sportello-domain"]),
        ("sportello", &["sportello-app", "sportello-cli", "sportello-printing"]),
        ("xtask", &[]),
    ]);
    for (package, named) in dependencies() {
        let Some(allowed) = allowed.get(package.as_str()) else { continue };
        let ours: Vec<&String> = named.iter().filter(|name| name.starts_with("sportello")).collect();
        for name in ours {
            assert!(allowed.contains(&name.as_str()), "{package} must not know {name}");
        }
    }
}

#[test]
fn each_outside_world_has_one_room() {
    let rooms = [
        ("tauri", "sportello"),
        ("sqlx", "sportello-store"),
        ("keyring", "sportello-vault"),
        ("printpdf", "sportello-documents"),
        ("hayro", "sportello-documents"),
        ("chrono-tz", "sportello-app"),
        ("clap", "sportello-cli"),
    ];
    for (package, named) in dependencies() {
        for (world, room) in rooms {
            let knows =
                named.iter().any(|name| name == world || name.starts_with(&format!("{world}-plugin")));
            assert!(!knows || package == room, "only {room} may name {world}, {package} does");
        }
    }
    let imports = files(&[".ts", ".svelte"]).into_iter().filter(|path| text(path).contains("@tauri-apps/"));
    assert_eq!(imports.collect::<Vec<_>>(), [Path::new("ui/src/host/tauri.ts")], "one door to the shell");
}

/// A program that is started reads what it is given: only one room may hand anything over.
#[test]
fn one_room_starts_other_programs() {
    let own = |path: &PathBuf| {
        let shipped = path.starts_with("src-tauri/crates") || path.starts_with("src-tauri/src");
        let testing = ["tests", "tests.rs", "reader.rs", "examples", "benches"];
        shipped && !path.components().any(|part| testing.iter().any(|name| part.as_os_str() == *name))
    };
    let starters =
        files(&[".rs"]).into_iter().filter(own).filter(|path| text(path).contains("Command::new("));
    let rooms: BTreeSet<PathBuf> = starters.map(|path| path.iter().take(3).collect()).collect();
    assert_eq!(rooms.into_iter().collect::<Vec<_>>(), [Path::new("src-tauri/crates/sportello-printing")]);
}

#[test]
fn the_domain_has_no_clock_and_no_files() {
    for path in
        files(&[".rs"]).into_iter().filter(|path| path.starts_with("src-tauri/crates/sportello-domain/src"))
    {
        for word in [
            "std::fs",
            "std::net",
            "std::env",
            "SystemTime",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "tokio",
            "async fn",
        ] {
            assert!(!text(&path).contains(word), "{} says {word}", path.display());
        }
    }
}

#[test]
fn the_ui_does_no_reckoning_of_dates() {
    for path in files(&[".ts", ".svelte"]).into_iter().filter(|path| path.starts_with("ui/src")) {
        for word in ["setDate(", "setUTCDate(", "setMonth(", "86400", "24 * 60 * 60", "getTimezoneOffset"] {
            assert!(
                !text(&path).contains(word),
                "{} says {word}: dates are reckoned in Rust",
                path.display()
            );
        }
    }
}

/// Words for the citizen are made in few places: what the citizen said, what the citizen is told (by a reply, an event's
/// reply, a suspension, a forwarding), and what was told before. No other place may turn words into them.
#[test]
fn few_places_make_words_for_the_citizen() {
    let makers = files(&[".rs"]).into_iter().filter(|path| {
        let text = text(path);
        (text.contains("CitizenText::parse") || text.contains("CitizenText::stored"))
            && !path
                .components()
                .any(|part| ["tests", "tests.rs", "examples"].iter().any(|name| part.as_os_str() == *name))
    });
    let makers: Vec<String> = makers.map(|path| path.display().to_string()).collect();
    insta::assert_snapshot!(makers.join("\n"), @r"
    src-tauri/crates/sportello-app/src/generate/story.rs
    src-tauri/crates/sportello-app/src/reminders/send.rs
    src-tauri/crates/sportello-app/src/tickets/endings.rs
    src-tauri/crates/sportello-app/src/tickets/mass.rs
    src-tauri/crates/sportello-app/src/tickets/steps.rs
    src-tauri/crates/sportello-app/src/tickets/term.rs
    src-tauri/crates/sportello-domain/src/ticket/intake.rs
    src-tauri/crates/sportello-store/src/ticket/entry.rs
    src-tauri/crates/sportello-store/src/ticket/row.rs
    ");
}

#[test]
fn migrations_come_in_pairs() {
    let names = |engine: &str| -> BTreeSet<String> {
        let folder = root().join("src-tauri/crates/sportello-store/migrations").join(engine);
        let entries = std::fs::read_dir(folder).expect("migrations");
        entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(names("sqlite").len() > 1);
}

#[test]
fn files_are_small() {
    let written = |path: &PathBuf| !path.ends_with("bindings.ts") && !path.starts_with("src-tauri/catalog");
    let mut lengths: Vec<(usize, PathBuf)> = files(&[".rs", ".ts", ".svelte", ".css", ".mjs"])
        .into_iter()
        .filter(written)
        .map(|path| (text(&path).lines().count(), path))
        .collect();
    lengths.sort();
    let (median, _) = &lengths[lengths.len() / 2];
    assert!(*median <= MEDIAN_FILE, "the file in the middle has {median} lines");
    let (longest, path) = lengths.last().expect("files");
    assert!(*longest <= LONGEST_FILE, "{} has {longest} lines: split it", path.display());
}

#[test]
fn names_say_what_a_thing_is() {
    for path in files(&[".rs", ".ts", ".svelte"]) {
        let name = path.file_stem().expect("a name").to_string_lossy().to_lowercase();
        for vague in ["manager", "helper", "util", "service", "processor", "misc", "common"] {
            assert!(!name.contains(vague), "{} is called {vague}", path.display());
        }
    }
}

#[test]
fn the_map_names_every_crate() {
    let map = text(Path::new("ARCHITECTURE.md"));
    for package in dependencies().keys() {
        assert!(map.contains(&format!("`{package}`")), "ARCHITECTURE.md does not tell what {package} is for");
    }
}
