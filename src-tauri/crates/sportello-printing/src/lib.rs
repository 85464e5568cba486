//! The way out: the printers of this computer, and files lent to its other programs.
//!
//! It knows nothing of the desk: bytes, a title and a number of copies come in. The only room that starts another
//! program. A title or a file name that is given here is read by others (the spooler's log, the list of jobs), so
//! whoever calls gives none with a person in it.

#[cfg(unix)]
mod cups;
mod fault;
mod outbox;
#[cfg(unix)]
mod program;

#[cfg(unix)]
pub use cups::Cups;
pub use fault::PrintFault;
pub use outbox::Outbox;

/// The most copies of one job.
pub const COPIES_MAX: u16 = 99;

/// A printer of this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// Its name, with which it is chosen.
    pub name: String,
    /// What people call it; empty when nobody gave it another name.
    pub description: String,
    /// Whether it is the one the computer prints on when nobody chooses.
    pub is_default: bool,
    /// Whether it stands still: paper out, or stopped by somebody. What is sent waits.
    pub is_stopped: bool,
}

/// A paper to print.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The bytes of the PDF.
    pub pdf: &'a [u8],
    /// What the list of jobs calls it; never a person's name.
    pub title: &'a str,
    /// Which printer.
    pub queue: &'a str,
    /// How many, from 1 to [`COPIES_MAX`].
    pub copies: u16,
    /// Size of the first page, in whole millimetres: width, height. `None` leaves it to the printer.
    pub sheet: Option<(u16, u16)>,
}

/// Something that prints.
pub trait Printer: Send + Sync {
    /// The printers there are, the usual one first.
    ///
    /// # Errors
    /// This computer has no way to print that the desk knows, or it does not answer.
    fn queues(&self) -> Result<Vec<Queue>, PrintFault>;

    /// Hands a paper over to the spooler, and answers the spooler's name for the job. What the printer does with it
    /// afterwards is between the two.
    ///
    /// # Errors
    /// See [`PrintFault`]; nothing was handed over.
    fn print(&self, job: &Job<'_>) -> Result<String, PrintFault>;
}

/// Where the desk does not print by itself yet: the system's reader does it.
#[derive(Debug, Clone, Copy, Default)]
pub struct NotHere;

impl Printer for NotHere {
    fn queues(&self) -> Result<Vec<Queue>, PrintFault> {
        Err(PrintFault::NotHere)
    }

    fn print(&self, _: &Job<'_>) -> Result<String, PrintFault> {
        Err(PrintFault::NotHere)
    }
}

/// The way of this system.
pub fn system() -> Box<dyn Printer> {
    #[cfg(unix)]
    return Box::new(Cups::default());
    #[cfg(not(unix))]
    Box::new(NotHere)
}
