//! Why nothing was printed.

/// Why nothing was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PrintFault {
    /// The desk does not print by itself on this system; the default reader does.
    #[error("the desk does not print on this system yet")]
    NotHere,
    /// There is no spooler, or it does not run.
    #[error("the spooler of this computer does not run")]
    NoSpooler,
    /// The spooler did not answer in time: whether it took the paper is not known.
    #[error("the spooler does not answer")]
    NoAnswer,
    /// No printer has this name.
    #[error("no such printer")]
    NoSuchPrinter,
    /// Copies are from 1 to [`COPIES_MAX`](crate::COPIES_MAX).
    #[error("copies out of range")]
    Copies,
    /// The spooler refused the paper.
    #[error("the spooler refused the paper")]
    Refused,
}
