//! Another program at work, for as long as it may take and no longer.

use crate::PrintFault;
use std::io::{ErrorKind, Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Time between two looks at a program at work.
const LOOK: Duration = Duration::from_millis(5);

/// What a program said.
#[derive(Debug)]
pub(crate) struct Said {
    /// Whether it ended well.
    pub(crate) well: bool,
    /// On its output.
    pub(crate) out: String,
    /// On its error output.
    pub(crate) err: String,
}

/// Runs `command`, gives it `input` to read, and takes what it says. It is ended after `limit`.
pub(crate) fn run(command: &mut Command, input: &[u8], limit: Duration) -> Result<Said, PrintFault> {
    // What it says is read here, so it must say it in the language that is read.
    command.env("LC_ALL", "C").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => PrintFault::NoSpooler,
        _ => PrintFault::Refused,
    })?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(move || {
            // A program that does not read to the end has its reasons, and says them.
            drop(stdin.map(|mut pipe| pipe.write_all(input)));
        });
        let out = scope.spawn(move || read(stdout));
        let err = scope.spawn(move || read(stderr));
        let started = Instant::now();
        let ended = loop {
            match child.try_wait() {
                Ok(Some(status)) => break Some(status),
                Ok(None) if started.elapsed() < limit => thread::sleep(LOOK),
                _ => break None,
            }
        };
        if ended.is_none() {
            drop(child.kill());
            drop(child.wait());
        }
        let (out, err) = (out.join().unwrap_or_default(), err.join().unwrap_or_default());
        let status = ended.ok_or(PrintFault::NoAnswer)?;
        Ok(Said { well: status.success(), out, err })
    })
}

fn read(pipe: Option<impl Read>) -> String {
    let mut bytes = Vec::new();
    drop(pipe.map(|mut pipe| pipe.read_to_end(&mut bytes)));
    String::from_utf8_lossy(&bytes).into_owned()
}
