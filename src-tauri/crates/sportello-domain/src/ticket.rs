//! Tickets (*pratiche*): their kinds, channels and states, each with its one table.

mod course;
pub mod filter;
mod intake;
pub mod lifecycle;
mod link;
mod number;
mod person;
mod pickup;
mod record;

pub use course::{Course, Standing, TermSuspension};
pub use intake::{Anonymous, DraftLink, NewTicket, Requester, SpotAnswer, TicketDraft};
pub use link::LinkKind;
pub use number::TicketNumber;
pub use person::{PersonRole, TicketPerson};
pub use pickup::{NotAPickupCode, PickupCode};
pub use record::{Entry, Ticket, TicketRow};

use crate::deadline::RuleName;
use serde::{Deserialize, Serialize};

/// What a citizen brings. Definitions follow the service charters of Italian municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TicketKind {
    /// *Segnalazione*: something to repair or to look after.
    #[serde(alias = "segnalazione")]
    Report,
    /// *Reclamo*: a service that was not as it should be.
    #[serde(alias = "reclamo")]
    Complaint,
    /// *Suggerimento*: how to do better what is done.
    #[serde(alias = "suggerimento")]
    Suggestion,
    /// *Proposta*: something new to do.
    #[serde(alias = "proposta")]
    Proposal,
    /// *Richiesta di informazioni*: a question that could not be answered at once.
    #[serde(alias = "informazione")]
    InformationRequest,
    /// *Modulistica*: a form to give, or to help with.
    #[serde(alias = "modulistica")]
    FormRequest,
    /// *Accesso agli atti*: documents of the municipality, to see or to copy. The law gives the date.
    #[serde(alias = "accesso")]
    AccessRequest,
    /// *Apprezzamento*: thanks.
    #[serde(alias = "apprezzamento")]
    Praise,
}

impl TicketKind {
    /// Every kind, in the order the desk reads them.
    pub const ALL: [Self; 8] = [
        Self::Report,
        Self::Complaint,
        Self::Suggestion,
        Self::Proposal,
        Self::InformationRequest,
        Self::FormRequest,
        Self::AccessRequest,
        Self::Praise,
    ];

    /// The legal rule that gives the citizen's date.
    pub fn rule(self) -> RuleName {
        match self {
            // The desk's own promise: these open no administrative procedure.
            Self::Report
            | Self::Complaint
            | Self::Suggestion
            | Self::Proposal
            | Self::InformationRequest
            | Self::FormRequest
            | Self::Praise => RuleName::Commitment,
            // Artt. 22 and 25 L. 241/1990. The civic accesses have rules and registers of their own.
            Self::AccessRequest => RuleName::DocumentaryAccess,
        }
    }

    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Complaint => "complaint",
            Self::Suggestion => "suggestion",
            Self::Proposal => "proposal",
            Self::InformationRequest => "information_request",
            Self::FormRequest => "form_request",
            Self::AccessRequest => "access_request",
            Self::Praise => "praise",
        }
    }
}

/// How a matter reached the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// *Telefono*.
    #[serde(alias = "telefono")]
    Phone,
    /// *Sportello*: in person.
    #[serde(alias = "sportello")]
    Counter,
    /// *E-mail*.
    #[serde(alias = "e-mail")]
    Email,
    /// Certified e-mail (*posta elettronica certificata*).
    Pec,
    /// *Lettera*.
    #[serde(alias = "lettera")]
    Letter,
    /// The municipality's web site.
    #[serde(alias = "sito")]
    Web,
    /// The municipality's app on a telephone.
    App,
    /// A social network.
    Social,
    /// *Riunione*: said in a meeting.
    #[serde(alias = "riunione")]
    Meeting,
}

impl Channel {
    /// Every channel, in the order the desk reads them.
    pub const ALL: [Self; 9] = [
        Self::Phone,
        Self::Counter,
        Self::Email,
        Self::Pec,
        Self::Letter,
        Self::Web,
        Self::App,
        Self::Social,
        Self::Meeting,
    ];

    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Counter => "counter",
            Self::Email => "email",
            Self::Pec => "pec",
            Self::Letter => "letter",
            Self::Web => "web",
            Self::App => "app",
            Self::Social => "social",
            Self::Meeting => "meeting",
        }
    }
}

/// How the citizen wants, or got, the reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReplyChannel {
    /// A call.
    #[serde(alias = "telefono")]
    Phone,
    /// An e-mail.
    #[serde(alias = "e-mail")]
    Email,
    /// A certified e-mail.
    Pec,
    /// A letter.
    #[serde(alias = "lettera")]
    Letter,
    /// In person, at the counter.
    #[serde(alias = "sportello")]
    Counter,
}

impl ReplyChannel {
    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Pec => "pec",
            Self::Letter => "letter",
            Self::Counter => "counter",
        }
    }
}

/// Where a ticket is. Few states, many facts: *late* is computed from dates and is never a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TicketState {
    /// Recorded, with its number and date; nobody has looked at it yet.
    Received,
    /// The desk works on it.
    InProgress,
    /// Handed over to an office that has not yet taken it.
    Transferred,
    /// The office works on it.
    WithOffice,
    /// The office has reported; the citizen does not know yet.
    OutcomeReceived,
    /// The term is suspended by law.
    Suspended,
    /// The citizen has the answer.
    Answered,
    /// Done.
    Closed,
    /// Another public body is competent and has it.
    ForwardedExternal,
    /// Answered together with another ticket.
    Merged,
    /// The citizen took it back.
    Withdrawn,
    /// Closed without an answer: nobody could be reached.
    ClosedWithoutReply,
    /// Recorded by mistake. The row stays, with the reason.
    Voided,
}

impl TicketState {
    /// Every state.
    pub const ALL: [Self; 13] = [
        Self::Received,
        Self::InProgress,
        Self::Transferred,
        Self::WithOffice,
        Self::OutcomeReceived,
        Self::Suspended,
        Self::Answered,
        Self::Closed,
        Self::ForwardedExternal,
        Self::Merged,
        Self::Withdrawn,
        Self::ClosedWithoutReply,
        Self::Voided,
    ];

    /// Whether the citizen still waits for an answer.
    pub fn is_open(self) -> bool {
        match self {
            Self::Received
            | Self::InProgress
            | Self::Transferred
            | Self::WithOffice
            | Self::OutcomeReceived
            | Self::Suspended => true,
            Self::Answered
            | Self::Closed
            | Self::ForwardedExternal
            | Self::Merged
            | Self::Withdrawn
            | Self::ClosedWithoutReply
            | Self::Voided => false,
        }
    }

    /// Whether an office has it, so that the office's own clock runs.
    pub fn is_at_office(self) -> bool {
        matches!(self, Self::Transferred | Self::WithOffice)
    }

    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::InProgress => "in_progress",
            Self::Transferred => "transferred",
            Self::WithOffice => "with_office",
            Self::OutcomeReceived => "outcome_received",
            Self::Suspended => "suspended",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::ForwardedExternal => "forwarded_external",
            Self::Merged => "merged",
            Self::Withdrawn => "withdrawn",
            Self::ClosedWithoutReply => "closed_without_reply",
            Self::Voided => "voided",
        }
    }
}

#[cfg(test)]
mod tests;
