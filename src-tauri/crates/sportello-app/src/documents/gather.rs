//! From what is asked to what a paper says: everything is read from the store, nothing is made up. What is missing and
//! needed stops the paper by name.

mod directory;
mod letter;
mod list;
mod office;
mod receipt;
mod recovery;
mod reply;
mod ticket;

pub use list::ListAsked;

use super::DocumentAsked;
use crate::app::App;
use crate::error::Outcome;
use crate::forms::{self, FormPaperAsked};
pub(super) use crate::tables::TableWords as Words;
use sportello_documents::{Document, Options};
use sportello_domain::id::TicketId;

/// What a paper is made of.
pub(super) struct Gathered {
    /// What it says.
    pub(super) document: Document,
    /// How it is made.
    pub(super) options: Options,
    /// The tickets it is about.
    pub(super) tickets: Vec<TicketId>,
    /// Its name: kind and number.
    pub(super) name: String,
}

/// Reads what a paper says; codes become the words of the face that asks.
pub(super) async fn gather(app: &App, words: &Words, asked: DocumentAsked) -> Outcome<Gathered> {
    match asked {
        DocumentAsked::Receipt { ids, visit } => receipt::gather(app, words, ids, visit).await,
        DocumentAsked::Transmission { id } => office::transmission(app, words, id).await,
        DocumentAsked::Reply { id } => reply::gather(app, words, id).await,
        DocumentAsked::InterimReply { id } => reply::interim(app, words, id).await,
        DocumentAsked::Reminder { id } => office::reminder(app, id).await,
        DocumentAsked::Weekly { office } => office::weekly(app, office).await,
        DocumentAsked::Ticket { id, internal } => ticket::gather(app, words, id, internal).await,
        DocumentAsked::List(asked) => list::tickets(app, words, *asked).await,
        DocumentAsked::PhoneList { a3 } => directory::phone_list(app, words, a3).await,
        DocumentAsked::DoorSheet { office, a3 } => directory::door_sheet(app, words, office, a3).await,
        DocumentAsked::FloorList { a3 } => directory::floor_list(app, words, a3).await,
        DocumentAsked::Labels { ids, skip } => ticket::labels(app, ids, skip).await,
        DocumentAsked::Handover {} => list::handover(app, words).await,
        DocumentAsked::Form(asked) => form(app, *asked).await,
        DocumentAsked::RecoverySheet {} => recovery::gather(app).await,
    }
}

async fn form(app: &App, asked: FormPaperAsked) -> Outcome<Gathered> {
    let (document, name) = forms::paper(app, asked).await?;
    Ok(Gathered { document, options: Options::default(), tickets: Vec::new(), name })
}
