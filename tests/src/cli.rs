//! The companion CLI as a script uses it.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a run of the CLI left.
#[derive(Debug)]
pub struct Ran {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    /// Standard output as JSON, of a run that went well.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// The CLI over a folder of its own.
pub struct Cli {
    program: PathBuf,
    /// The folder: `archivio` is the store, `chiave.txt` its key.
    pub folder: TempDir,
}

impl Cli {
    /// Without a store yet.
    pub fn new(program: &str) -> Self {
        Self { program: program.into(), folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The folder of the store.
    pub fn store(&self) -> PathBuf {
        self.folder.path().join("archivio")
    }

    /// Runs it with `--data-dir`, `--key-file`, `--json` and these arguments.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// The same, with something on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let key = self.folder.path().join("chiave.txt");
        let mut all = vec!["--data-dir".into(), self.store(), "--key-file".into(), key, "--json".into()];
        all.extend(arguments.iter().map(PathBuf::from));
        run(&self.program, &all, input)
    }
}

/// Runs a program to its end.
pub fn run(program: &Path, arguments: &[PathBuf], input: &str) -> Ran {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // A program that stops reading is not an error of the test.
    let writing = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().expect("the program ends");
    writing.join().expect("written");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}
