//! What real PDF readers see in our files: poppler and qpdf, where they are installed. Where they are not, the test
//! says so in one line and goes on; in CI it fails.

mod structure;

use std::{
    collections::BTreeMap,
    io::Write as _,
    process::{Command, Output},
    sync::Mutex,
};

pub(crate) use structure::Heard;

/// Whether a program answers; asked once, and a missing one is told once.
pub(crate) fn has(program: &'static str) -> bool {
    static FOUND: Mutex<BTreeMap<&str, bool>> = Mutex::new(BTreeMap::new());
    *FOUND.lock().unwrap().entry(program).or_insert_with(|| {
        let found = Command::new(program).arg("--version").output().is_ok();
        if !found {
            assert!(std::env::var_os("CI").is_none(), "in CI {program} must be installed");
            // Not `eprintln!`, which the test harness keeps to itself when a test passes.
            let _ = writeln!(std::io::stderr(), "skipped: {program} is not installed");
        }
        found
    })
}

/// Runs a program on a PDF; `{}` among the arguments stands for the file.
pub(crate) fn run(pdf: &[u8], program: &str, arguments: &[&str]) -> Output {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let path = file.path().to_str().unwrap();
    let arguments = arguments.iter().map(|argument| if *argument == "{}" { path } else { argument });
    Command::new(program).args(arguments).output().unwrap()
}

/// The text of a PDF, page after page, as it was written.
pub(crate) fn text(pdf: &[u8]) -> String {
    let output = run(pdf, "pdftotext", &["-raw", "-enc", "UTF-8", "{}", "-"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Blanks of every kind as single spaces.
pub(crate) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many pages.
pub(crate) fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).unwrap().get_pages().len()
}

/// Syntax and fonts of a file, judged by others.
pub(crate) fn check(pdf: &[u8]) {
    if has("qpdf") {
        let output = run(pdf, "qpdf", &["--check", "{}"]);
        assert!(output.status.success(), "{output:?}");
    }
    if has("pdffonts") {
        let output = run(pdf, "pdffonts", &["{}"]);
        let table = String::from_utf8(output.stdout).unwrap();
        assert!(output.stderr.is_empty() && table.lines().count() > 2, "{table}");
        for row in table.lines().skip(2) {
            assert!(row.as_bytes()[6] == b'+' && row.contains("yes yes yes"), "{table}");
        }
    }
}
