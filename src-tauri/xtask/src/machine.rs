//! What the machine must have, and how to get it.

use crate::steps::{succeeds, tell};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Debian's packages to build and run the desk.
const TO_RUN: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev", "libssl-dev"];
/// Debian's packages that the tests use as well. PostgreSQL is the second engine of the store, gnome-keyring a real
/// keyring, poppler and qpdf independent readers of PDF, CUPS a spooler whose printer makes files.
const TO_TEST: &[&str] = &[
    "xvfb",
    "xauth",
    "webkit2gtk-driver",
    "chromium",
    "dbus",
    "gnome-keyring",
    "postgresql",
    "poppler-utils",
    "qpdf",
    "cups-daemon",
    "cups-client",
    "cups-filters",
    "imagemagick",
    "procps",
    "zbar-tools",
    "dmtx-utils",
    "fonts-droid-fallback",
    "default-jre-headless",
    "libpdfbox2-java",
    "libfontbox2-java",
    "libactivation-java",
    "libjaxb-api-java",
    "libcommons-logging-java",
    "python3-venv",
];
/// The oldest Node.js that builds the user interface.
const NODE: u32 = 20;

/// Makes sure that the desk can be built.
pub(crate) fn ready_to_run() -> Result<(), String> {
    packages(TO_RUN)?;
    node()
}

/// Makes sure that every test can run.
pub(crate) fn ready_to_test() -> Result<(), String> {
    packages(&[TO_RUN, TO_TEST].concat())?;
    node()
}

/// The checkers of papers that come from Python's registry, in a folder of their own; nowhere, if there is no Python or no
/// network, which is said. In CI they must be there.
pub(crate) fn paper_checkers(root: &Path, target: &Path) -> Result<Option<PathBuf>, String> {
    let (list, folder) = (root.join("tests/checkers.txt"), target.join("checkers"));
    let (wanted, kept) = (std::fs::read(&list).unwrap_or_default(), folder.join("checkers.txt"));
    let programs = folder.join("bin");
    if std::fs::read(&kept).is_ok_and(|there| there == wanted) {
        return Ok(Some(programs));
    }
    tell("Installing the checkers of papers");
    let installed = succeeds(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))
        && succeeds(Command::new(programs.join("pip")).args(["install", "--quiet", "-r"]).arg(&list))
        && std::fs::write(&kept, &wanted).is_ok();
    if installed {
        return Ok(Some(programs));
    }
    if std::env::var_os("CI").is_some() {
        return Err("The checkers of papers (tests/checkers.txt) cannot be installed".to_owned());
    }
    tell("SKIPPED: pdfua, outloud and pdf-oxide cannot be installed here; the papers are not judged by them");
    Ok(None)
}

fn packages(wanted: &[&str]) -> Result<(), String> {
    if cfg!(windows) {
        return perl_on_windows();
    }
    if !cfg!(target_os = "linux") || !has("dpkg-query") {
        tell(&format!("Not Debian or Ubuntu: make sure you have the equivalent of {}", wanted.join(" ")));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let command = format!("apt-get install --yes --no-install-recommends {}", missing.join(" "));
    let Some(prefix) = as_root() else {
        return Err(format!(
            "These packages are missing and I may not install them. Run this, then try again:\n\n  sudo {command}"
        ));
    };
    tell(&format!("Installing {}", missing.join(" ")));
    let install = format!("{prefix}apt-get update -qq; DEBIAN_FRONTEND=noninteractive {prefix}{command} -qq");
    if succeeds(Command::new("sh").args(["-c", &install])) {
        Ok(())
    } else {
        Err(format!("This failed:\n\n  {install}"))
    }
}

/// How to become root without asking anybody: being root already, or a sudo that needs no password.
fn as_root() -> Option<&'static str> {
    let id = Command::new("id").arg("-u").output().ok()?;
    if id.stdout.trim_ascii() == b"0" {
        return Some("");
    }
    quiet(Command::new("sudo").args(["-n", "true"])).then_some("sudo ")
}

fn installed(package: &str) -> bool {
    let status = Command::new("dpkg-query").args(["-W", "-f", "${Status}", package]).output();
    status.is_ok_and(|output| output.stdout.ends_with(b" installed"))
}

/// The cipher's own build of OpenSSL is configured by Perl.
fn perl_on_windows() -> Result<(), String> {
    if has("perl") {
        return Ok(());
    }
    Err("Perl is missing. Run this, open a new terminal, then try again:\n\n  winget install StrawberryPerl.StrawberryPerl".to_owned())
}

fn node() -> Result<(), String> {
    let version =
        Command::new("node").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let version = String::from_utf8_lossy(&version).trim().trim_start_matches('v').to_owned();
    let major = version.split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= NODE) {
        return Ok(());
    }
    let how =
        if cfg!(windows) { "winget install OpenJS.NodeJS.LTS" } else { "see https://nodejs.org/en/download" };
    Err(format!("Node.js {NODE} or newer is missing ({version:?} found): {how}"))
}

fn has(program: &str) -> bool {
    quiet(Command::new(program).arg("--version"))
}

fn quiet(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
