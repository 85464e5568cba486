//! A paper leaves: printed, saved, opened. The register says so, in the same write as the printer that is remembered.

use super::Made;
use crate::app::App;
use crate::error::Outcome;
use crate::printing::{self, Choice};
use crate::recovery::DocumentFile;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::id::{DocumentId, OpId, TicketId};
use sportello_store::{Error, Tx, event};
use std::sync::Arc;

/// A paper to print.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DocumentPrint {
    /// The operation: asked twice, it is printed once.
    pub op: OpId,
    /// The paper.
    pub id: DocumentId,
    /// Where; left out, where papers of its kind went the last time, or the usual printer.
    #[serde(default)]
    pub printer: Option<String>,
    /// How many; left out, as many as the last time.
    #[serde(default)]
    pub copies: Option<u16>,
}

/// A paper that was handed over to a printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DocumentPrinted {
    /// Where.
    pub printer: String,
    /// How many.
    pub copies: u16,
}

/// How a paper leaves as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DocumentWay {
    /// Into a folder of somebody's choice.
    Saved,
    /// Into the system's reader.
    Opened,
}

/// A paper to save or to open.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DocumentTake {
    /// The operation.
    pub op: OpId,
    /// The paper.
    pub id: DocumentId,
    /// How.
    pub way: DocumentWay,
}

/// What the register keeps: which paper of which tickets went which way.
#[derive(Serialize)]
struct Issued<'a> {
    kind: &'a str,
    tickets: &'a [TicketId],
    way: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    copies: Option<u16>,
}

/// Prints a paper.
///
/// The spooler is asked while the write is open: the line is there if and only if the paper was taken. What was
/// remembered may be a printer that is gone; then the usual one is asked.
pub(crate) async fn print(app: &App, request: DocumentPrint) -> Outcome<DocumentPrinted> {
    let made = app.at_hand.find(request.id)?;
    let last = printing::choice(app, made.kind).await?;
    let copies = request.copies.unwrap_or(last.copies);
    let store = app.store().await?;
    let mut tx = match store.begin(app.stamp(request.op)).await {
        Ok(tx) => tx,
        Err(Error::AlreadyDone) => {
            let printer = request.printer.or(last.printer).unwrap_or_default();
            return Ok(DocumentPrinted { printer, copies });
        }
        Err(error) => return Err(error.into()),
    };
    let remembered = request.printer.is_none() && last.printer.is_some();
    let printer = match to_printer(&made, request.printer.or(last.printer), copies).await {
        Err(failure) if remembered && failure.code == crate::Code::Invalid => {
            to_printer(&made, None, copies).await?
        }
        handed => handed?,
    };
    line(&mut tx, &made, "printed", Some(copies)).await?;
    let choice = Choice { printer: Some(printer.clone()), copies };
    printing::remember(&mut tx, made.kind, choice).await?;
    tx.commit().await?;
    Ok(DocumentPrinted { printer, copies })
}

async fn to_printer(made: &Arc<Made>, printer: Option<String>, copies: u16) -> Outcome<String> {
    let title = made.file_name.trim_end_matches(".pdf").to_owned();
    printing::hand_over(printer, made.rendered.pdf.clone(), title, copies, made.sheet()).await
}

/// Hands a paper out as a file.
pub(crate) async fn take(app: &App, request: DocumentTake) -> Outcome<DocumentFile> {
    let made = app.at_hand.find(request.id)?;
    let way = match request.way {
        DocumentWay::Saved => "saved",
        DocumentWay::Opened => "opened",
    };
    match app.store().await?.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            line(&mut tx, &made, way, None).await?;
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(DocumentFile { file_name: made.file_name.clone(), base64: BASE64.encode(&made.rendered.pdf) })
}

/// The line has a subject of its own: a paper that leaves is no step of its ticket, and takes none back.
async fn line(tx: &mut Tx, made: &Made, way: &str, copies: Option<u16>) -> Result<(), Error> {
    let issued = Issued { kind: made.kind, tickets: &made.tickets, way, copies };
    event::append(tx, EventCode::DocumentIssued, &format!("document:{}", made.id), None::<&()>, &issued).await
}
