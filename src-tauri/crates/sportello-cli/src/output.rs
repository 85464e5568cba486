//! What goes to the screen.

use crate::words;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sportello_app::Failure;
use std::io::{Read, Write};

/// The longest request read from a file, in bytes.
const LONGEST_REQUEST: u64 = 64 * 1024 * 1024;

/// Why the program ends with an error.
pub(crate) enum Problem {
    /// The app refused.
    Failure(Box<Failure>),
    /// The command line asks for something that makes no sense.
    Usage(String),
    /// A file named on the command line cannot be read or written.
    File(String),
}

impl Problem {
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Failure(_) | Self::File(_) => 1,
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::Failure(Box::new(failure))
    }
}

/// Prints a result: as JSON, or as `text` tells it.
pub(crate) fn result<T: Serialize>(json: bool, value: &T, text: impl FnOnce(&T) -> String) {
    let line = if json { serde_json::to_string_pretty(value).unwrap_or_default() } else { text(value) };
    print(&line);
}

/// Prints a line. A reader that went away (`| head`) is not an error of ours.
pub(crate) fn print(line: &str) {
    drop(writeln!(std::io::stdout().lock(), "{}", line.trim_end()));
}

/// Prints something to know, which is not an error.
pub(crate) fn warning(message: &str) {
    drop(writeln!(std::io::stderr().lock(), "{message}"));
}

/// Prints what went wrong.
pub(crate) fn problem(problem: &Problem, json: bool) {
    let (code, message, fields) = match problem {
        Problem::Failure(failure) => {
            (json!(failure.code), words::failure(failure), failure.fields.iter().map(|f| json!(f)).collect())
        }
        Problem::Usage(message) => (json!("usage"), message.clone(), Vec::<Value>::new()),
        Problem::File(message) => (json!("file"), message.clone(), Vec::new()),
    };
    let line = if json {
        json!({ "error": { "code": code, "message": message, "fields": fields } }).to_string()
    } else {
        message
    };
    drop(writeln!(std::io::stderr().lock(), "{line}"));
}

/// Reads a request from a JSON file, or from standard input when the name is `-`.
pub(crate) fn request<T: DeserializeOwned>(name: &str) -> Result<T, Problem> {
    let mut text = String::new();
    let read = if name == "-" {
        std::io::stdin().lock().take(LONGEST_REQUEST).read_to_string(&mut text)
    } else {
        std::fs::File::open(name).and_then(|file| file.take(LONGEST_REQUEST).read_to_string(&mut text))
    };
    read.map_err(|error| Problem::File(format!("Non riesco a leggere {name}: {}", words::io(&error))))?;
    let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        Problem::File(format!(
            "Il testo non è JSON valido: riga {}, colonna {}.",
            error.line(),
            error.column()
        ))
    })?;
    Ok(sportello_app::read_request(value)?)
}
