//! Linux and macOS: CUPS, by the two programs every system with CUPS has.

use crate::program::{Said, run};
use crate::{COPIES_MAX, Job, PrintFault, Printer, Queue};
use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

/// Time to list printers: those of a network may answer slowly.
const TO_LIST: Duration = Duration::from_secs(8);
/// Time to take a paper.
const TO_TAKE: Duration = Duration::from_secs(30);

/// The spooler of this computer, or another one.
#[derive(Debug, Clone, Default)]
pub struct Cups {
    server: Option<OsString>,
}

impl Cups {
    /// Another spooler than this computer's: its socket, or its address.
    pub fn at(server: impl Into<OsString>) -> Self {
        Self { server: Some(server.into()) }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        if let Some(server) = &self.server {
            command.env("CUPS_SERVER", server);
        }
        command
    }
}

impl Printer for Cups {
    fn queues(&self) -> Result<Vec<Queue>, PrintFault> {
        // The first question is the one that fails when nobody listens; the second knows those of the network too.
        let told = run(self.command("lpstat").args(["-d", "-l", "-p"]), &[], TO_LIST)?;
        check(&told)?;
        let names = run(self.command("lpstat").arg("-e"), &[], TO_LIST)?;
        check(&names)?;
        Ok(queues(&names.out, &told.out))
    }

    fn print(&self, job: &Job<'_>) -> Result<String, PrintFault> {
        if !(1..=COPIES_MAX).contains(&job.copies) {
            return Err(PrintFault::Copies);
        }
        // A name of our own making could be read as an option; one of theirs cannot.
        if !self.queues()?.iter().any(|queue| queue.name == job.queue) {
            return Err(PrintFault::NoSuchPrinter);
        }
        let mut command = self.command("lp");
        command.args(["-d", job.queue, "-n", &job.copies.to_string(), "-t", job.title]);
        command.args(["-o", "collate=true"]);
        if let Some(sheet) = job.sheet {
            command.args(["-o", &format!("media={}", media(sheet))]);
        }
        let said = run(&mut command, job.pdf, TO_TAKE)?;
        check(&said)?;
        request_id(&said.out).ok_or(PrintFault::Refused)
    }
}

fn check(said: &Said) -> Result<(), PrintFault> {
    const ABSENT: [&str; 3] = ["Scheduler is not running", "No such file or directory", "Connection refused"];
    // No printer at all is a list without any, not a failure.
    if said.well || said.err.contains("No destinations added") {
        return Ok(());
    }
    let is_absent = ABSENT.iter().any(|words| said.err.contains(words));
    Err(if is_absent { PrintFault::NoSpooler } else { PrintFault::Refused })
}

/// `request id is sportello-12 (0 file(s))`
fn request_id(said: &str) -> Option<String> {
    let rest = said.lines().find_map(|line| line.strip_prefix("request id is "))?;
    rest.split_whitespace().next().map(str::to_owned)
}

/// The name CUPS has for a sheet, whichever way it is turned.
fn media((width, height): (u16, u16)) -> String {
    match (width.min(height), width.max(height)) {
        (210, 297) => "A4".to_owned(),
        (297, 420) => "A3".to_owned(),
        _ => format!("Custom.{width}x{height}mm"),
    }
}

/// The names one a line, and what the second answer tells of each: which is the default, which stands still, what
/// people call it.
fn queues(names: &str, told: &str) -> Vec<Queue> {
    let default = told.lines().find_map(|line| line.strip_prefix("system default destination: "));
    let described = |name: &str| {
        let mut lines = told.lines().skip_while(|line| !is_about(line, name));
        let head = lines.next().unwrap_or_default();
        let own = lines.take_while(|line| line.starts_with(char::is_whitespace));
        let description = own.filter_map(|line| line.trim().strip_prefix("Description:")).next();
        (description.unwrap_or_default().trim().to_owned(), head.contains(" disabled since"))
    };
    let mut queues: Vec<Queue> = names
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| {
            let (description, is_stopped) = described(name);
            let description = if description == name { String::new() } else { description };
            Queue { name: name.to_owned(), description, is_default: Some(name) == default, is_stopped }
        })
        .collect();
    queues.sort_by_key(|queue| !queue.is_default);
    queues
}

fn is_about(line: &str, name: &str) -> bool {
    line.strip_prefix("printer ")
        .and_then(|rest| rest.strip_prefix(name))
        .is_some_and(|rest| rest.starts_with(' '))
}

#[cfg(test)]
mod tests;
