//! Which paper, and what it is about.

use super::gather::ListAsked;
use crate::forms::FormPaperAsked;
use serde::Deserialize;
use sportello_domain::id::{OfficeId, TicketId};

/// A paper of the desk, and what it is about. The kinds are those of the papers themselves.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DocumentAsked {
    /// What a citizen takes home.
    Receipt {
        /// The tickets.
        ids: Vec<TicketId>,
        /// With all that was brought in the same visit.
        #[serde(default)]
        visit: bool,
    },
    /// The sheet that goes with the last transfer.
    Transmission {
        /// The ticket.
        id: TicketId,
    },
    /// The letter with the last thing that was written to the citizen.
    Reply {
        /// The ticket.
        id: TicketId,
    },
    /// The letter with the last interim reply.
    InterimReply {
        /// The ticket.
        id: TicketId,
    },
    /// The reminder that comes next, or the last one that was sent.
    Reminder {
        /// The ticket.
        id: TicketId,
    },
    /// What an office owes this week.
    Weekly {
        /// The office.
        office: OfficeId,
    },
    /// A ticket with its timeline.
    Ticket {
        /// The ticket.
        id: TicketId,
        /// With what the municipality wrote for itself.
        #[serde(default)]
        internal: bool,
    },
    /// A list of tickets.
    List(Box<ListAsked>),
    /// Everybody to call.
    PhoneList {
        /// On a sheet for the wall.
        #[serde(default)]
        a3: bool,
    },
    /// The sheet for a door.
    DoorSheet {
        /// The office.
        office: OfficeId,
        /// On a sheet for the wall.
        #[serde(default)]
        a3: bool,
    },
    /// Who is on which floor.
    FloorList {
        /// On a sheet for the wall.
        #[serde(default)]
        a3: bool,
    },
    /// Labels with the number of each ticket.
    Labels {
        /// The tickets.
        ids: Vec<TicketId>,
        /// On sheets of A4, of which so many are used up; on the roll, when missing.
        #[serde(default)]
        skip: Option<u8>,
    },
    /// What the shift hands over.
    Handover {},
    /// A form: filled in, in blank, or what to bring for it.
    Form(Box<FormPaperAsked>),
    /// The sheet for the office's safe, while a recovery code is on the screen.
    RecoverySheet {},
}
