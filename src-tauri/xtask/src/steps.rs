//! The steps, in order; the first that fails ends them.

use crate::machine;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

type Done = Result<(), String>;

/// Builds the desk and opens it.
pub(crate) fn run(arguments: &[&str]) -> Done {
    machine::ready_to_run()?;
    build_ui()?;
    let mut desk = cargo(&["run", "--release", "--bin", "sportello", "--"]);
    step("the desk", desk.args(arguments))
}

/// Every test.
pub(crate) fn test() -> Done {
    machine::ready_to_test()?;
    build_ui()?;
    step("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    step("lints", &mut cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))?;
    let mut tests = cargo(&["test", "--workspace"]);
    if let Some(folder) = machine::paper_checkers(&root(), &target())? {
        tests.env("PAPER_CHECKERS", folder);
    }
    step("Rust tests", &mut tests)?;
    step("a minute of random pages", &mut random_pages())?;
    step("UI types and accessibility", &mut npm(&["run", "check"]))?;
    step("UI tests", &mut npm(&["test"]))?;
    step("UI size", &mut npm(&["run", "size"]))?;
    end_to_end()
}

/// Pages nobody would describe; the Rust tests have built the program. In CI the same ones each time, at home new ones.
fn random_pages() -> Command {
    let name = format!("random_pages{}", std::env::consts::EXE_SUFFIX);
    let mut pages = Command::new(target().join("debug/examples").join(name));
    pages.arg("60");
    if std::env::var_os("CI").is_none() {
        pages.arg(std::process::id().to_string());
    }
    pages
}

/// The end-to-end tests alone.
pub(crate) fn screens() -> Done {
    machine::ready_to_test()?;
    build_ui()?;
    end_to_end()
}

/// Writes the types of the user interface again.
pub(crate) fn gen_bindings() -> Done {
    let mut test = cargo(&["test", "--package", "sportello-tests", "--test", "it", "bindings"]);
    step("bindings", test.env("UPDATE_BINDINGS", "1"))
}

/// Twice the same desk: in the engine of the users' Windows, and in the real window.
fn end_to_end() -> Done {
    step("the desk for browsers", &mut cargo(&["build", "--package", "sportello-tests", "--bins"]))?;
    journeys("the desk in Chromium", "ui", "e2e")?;
    step("the window", &mut cargo(&["build", "--bins"]))?;
    journeys("the desk in its window", ".", "tests/window")
}

/// The journeys of a folder, one file after the other. A browser on a busy machine may lose a key: a file that fails is
/// gone through once more, and says so; what is broken fails twice.
fn journeys(name: &str, place: &str, folder: &str) -> Done {
    let place = root().join(place);
    let found = std::fs::read_dir(place.join(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let names = found.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".test.mjs")).collect();
    files.sort();
    for file in files {
        let file = format!("{folder}/{file}");
        let mut journey = Command::new("node");
        journey.args(["--test", &file]).current_dir(&place);
        if let Err(failed) = step(&format!("{name}: {file}"), &mut journey) {
            tell(&format!("── {failed}\n── once more"));
            step(&format!("{name}: {file}, again"), &mut journey)?;
        }
    }
    Ok(())
}

fn build_ui() -> Done {
    let ui = root().join("ui");
    // `npm ci` writes this file last; a newer lock file means that it has to run again.
    let installed = ui.join("node_modules/.package-lock.json");
    if !newer(&installed, &ui.join("package-lock.json")) {
        step("UI packages", &mut npm(&["ci"]))?;
    }
    step("UI", &mut npm(&["run", "build"]))
}

fn newer(file: &Path, than: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|found| found.modified()).ok();
    matches!((time(file), time(than)), (Some(file), Some(than)) if file >= than)
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

fn npm(arguments: &[&str]) -> Command {
    // npm is a script on Windows, and a script has to be named whole.
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root().join("ui"));
    command
}

/// The top of the project: this package is two folders below it.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap_or_else(|_| ".".into())
}

/// Where the compiler puts what it builds.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

fn step(name: &str, command: &mut Command) -> Done {
    tell(&format!("── {name}"));
    if succeeds(command) { Ok(()) } else { Err(format!("{name}: failed ({command:?})")) }
}

/// Whether a program runs and ends well.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}

/// A line for the person who waits.
pub(crate) fn tell(message: &str) {
    drop(writeln!(std::io::stderr().lock(), "{message}"));
}
