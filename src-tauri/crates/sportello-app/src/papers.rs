//! What comes with a ticket: papers, protocol numbers.

mod attach;
mod protocol;
mod register;

pub use attach::{AttachmentAdd, AttachmentLine, AttachmentRef, AttachmentRemove, PaperPlace};
pub use protocol::{ProtocolLine, ProtocolSave};
pub use register::{Unregistered, UnregisteredLine, UnregisteredQuery};

pub(crate) use attach::{add, claim, list, read, remove};
pub(crate) use protocol::save;
pub(crate) use register::{unregistered, unregistered_csv};

use crate::error::Outcome;
use serde::Serialize;
use sportello_domain::event::EventCode;
use sportello_domain::tag::Tag;
use sportello_domain::text::InternalText;
use sportello_domain::ticket::{Entry, Ticket};
use sportello_store::{Conn, paper, tag};

/// What comes with a ticket.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Papers {
    /// Papers, the first one first, hidden ones included.
    pub attachments: Vec<AttachmentLine>,
    /// Protocol numbers, the first recorded first, corrected ones included.
    pub protocol: Vec<ProtocolLine>,
    /// It was presented before the day it was recorded: why.
    pub backdated: Option<Backdated>,
    /// Tags, by name.
    pub tags: Vec<Tag>,
}

/// A presentation that was registered later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Backdated {
    /// The reason given; `None` when nobody gave one.
    pub reason: Option<InternalText>,
}

/// What comes with `ticket`, whose timeline is `entries`.
pub(crate) async fn of(conn: &mut Conn<'_>, ticket: &Ticket, entries: &[Entry]) -> Outcome<Papers> {
    let backdated = entries
        .iter()
        .find(|entry| entry.code == EventCode::TicketBackdated)
        .map(|entry| Backdated { reason: entry.internal_text.clone() });
    let attachments = paper::list(conn, paper::Place::Ticket(ticket.id)).await?;
    Ok(Papers {
        attachments: attachments.into_iter().map(attach::line).collect(),
        protocol: protocol::of(conn, ticket).await?,
        backdated,
        tags: tag::of_ticket(conn, ticket.id).await?,
    })
}
