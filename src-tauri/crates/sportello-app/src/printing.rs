//! Printers: which there are, and on which one each kind of paper went the last time.

use crate::app::{App, Empty};
use crate::error::{Code, Failure, Outcome};
use serde::{Deserialize, Serialize};
use sportello_domain::fault::FieldRule;
use sportello_printing::{COPIES_MAX, Job, PrintFault, Queue, system};
use sportello_store::{Error, Tx, setting};
use std::collections::BTreeMap;

const PRINTERS: &str = "printers";

/// Whether this computer can print by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PrintWay {
    /// It can.
    Here,
    /// The desk does not print on this system yet: the default reader does.
    NotHere,
    /// There is no spooler, or it does not answer.
    NoSpooler,
}

/// A printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrinterLine {
    /// Its name.
    pub name: String,
    /// What people call it; empty when it has no other name.
    pub description: String,
    /// Whether the computer prints there when nobody chooses.
    pub is_default: bool,
    /// Whether it stands still: what is sent waits.
    pub is_stopped: bool,
}

impl From<Queue> for PrinterLine {
    fn from(queue: Queue) -> Self {
        let Queue { name, description, is_default, is_stopped } = queue;
        Self { name, description, is_default, is_stopped }
    }
}

/// The printers of this computer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Printers {
    /// Whether it can print by itself.
    pub way: PrintWay,
    /// Its printers, the usual one first.
    pub list: Vec<PrinterLine>,
}

/// How papers of one kind were printed the last time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Where; the usual printer, while nobody has chosen.
    pub printer: Option<String>,
    /// How many.
    pub copies: u16,
}

impl Default for Choice {
    fn default() -> Self {
        Self { printer: None, copies: 1 }
    }
}

/// The choices, by the code of the kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Choices {
    by_kind: BTreeMap<String, Choice>,
}

/// The printers there are. That there is no way to print is an answer, not a failure.
pub(crate) async fn printers(_: &App, _: Empty) -> Outcome<Printers> {
    let found = away(|| system().queues()).await?;
    Ok(match found {
        Ok(queues) => {
            Printers { way: PrintWay::Here, list: queues.into_iter().map(PrinterLine::from).collect() }
        }
        Err(PrintFault::NotHere) => Printers { way: PrintWay::NotHere, list: Vec::new() },
        Err(_) => Printers { way: PrintWay::NoSpooler, list: Vec::new() },
    })
}

/// Hands a paper over to a printer, the usual one when none is named; answers where it went.
pub(crate) async fn hand_over(
    printer: Option<String>,
    pdf: Vec<u8>,
    title: String,
    copies: u16,
    sheet: Option<(u16, u16)>,
) -> Outcome<String> {
    let printed = away(move || -> Result<String, PrintFault> {
        let system = system();
        let queue = match printer {
            Some(name) => name,
            None => usual(system.queues()?).ok_or(PrintFault::NoSuchPrinter)?,
        };
        system.print(&Job { pdf: &pdf, title: &title, queue: &queue, copies, sheet })?;
        Ok(queue)
    });
    printed.await?.map_err(Failure::from)
}

/// The printer the computer uses when nobody chooses; the only one there is, when it has not been told.
fn usual(queues: Vec<Queue>) -> Option<String> {
    let alone = queues.len() == 1;
    queues.into_iter().find(|queue| queue.is_default || alone).map(|queue| queue.name)
}

/// Work that waits for another program, away from the threads that answer.
pub(crate) async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Failure::new(Code::Unexpected, "work beside the desk broke off"))
}

/// How papers of a kind were printed the last time.
pub(crate) async fn choice(app: &App, kind: &str) -> Outcome<Choice> {
    // A recovery sheet can be made before anything else.
    let store = app.store().await?;
    let found: Option<(Choices, i64)> = setting::find(&mut store.reader().await?.conn(), PRINTERS).await?;
    Ok(found.and_then(|(choices, _)| choices.by_kind.get(kind).cloned()).unwrap_or_default())
}

/// Remembers how a kind was printed.
pub(crate) async fn remember(tx: &mut Tx, kind: &str, choice: Choice) -> Result<(), Error> {
    let found: Option<(Choices, i64)> = setting::find(&mut tx.conn(), PRINTERS).await?;
    let (mut choices, version) = found.unwrap_or_default();
    if choices.by_kind.get(kind) == Some(&choice) {
        return Ok(());
    }
    choices.by_kind.insert(kind.to_owned(), choice);
    setting::save(tx, PRINTERS, &choices, version).await.map(drop)
}

impl From<PrintFault> for Failure {
    fn from(fault: PrintFault) -> Self {
        match fault {
            PrintFault::NoSuchPrinter => Self::field("printer", FieldRule::NotFound),
            PrintFault::Copies => {
                Self::field("copies", FieldRule::OutOfRange { min: 1, max: COPIES_MAX.into() })
            }
            PrintFault::NotHere => Self::new(Code::PrintNotHere, fault.to_string()),
            PrintFault::NoSpooler | PrintFault::NoAnswer | PrintFault::Refused => {
                Self::new(Code::NoPrinter, fault.to_string())
            }
        }
    }
}

/// Prints a PDF file that is not a paper of the desk; answers the printer it went to. The spooler is told no name of it.
///
/// # Errors
/// Not a PDF, no such printer, or no way to print.
pub async fn print_file(pdf: Vec<u8>, printer: Option<String>, copies: u16) -> Outcome<String> {
    sportello_documents::pages(&pdf)?;
    hand_over(printer, pdf, "documento".to_owned(), copies, None).await
}
