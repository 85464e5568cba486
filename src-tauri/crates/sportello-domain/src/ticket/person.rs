//! Other people of a ticket. It has one requester, whose matter it is, and as many others as the matter concerns.

use crate::id::CitizenId;
use serde::{Deserialize, Serialize};

/// Why somebody is on a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PersonRole {
    /// *Delegato*: acts for the requester, who chose so.
    #[serde(alias = "delegato")]
    Delegate,
    /// *Tutore*, *amministratore di sostegno*, parent: acts for the requester by law.
    #[serde(alias = "tutore")]
    Guardian,
    /// *Cofirmatario*: has the same problem and waits for the same answer.
    #[serde(alias = "cofirmatario")]
    CoReporter,
    /// Wants to know.
    #[serde(alias = "interessato")]
    Interested,
}

impl PersonRole {
    /// Every role, in the order the desk reads them.
    pub const ALL: [Self; 4] = [Self::Delegate, Self::Guardian, Self::CoReporter, Self::Interested];

    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Delegate => "delegate",
            Self::Guardian => "guardian",
            Self::CoReporter => "co_reporter",
            Self::Interested => "interested",
        }
    }

    /// Whether a letter to this person says for whom they get it (*per conto di*).
    pub fn acts_for_requester(self) -> bool {
        match self {
            Self::Delegate | Self::Guardian => true,
            Self::CoReporter | Self::Interested => false,
        }
    }
}

/// Somebody on a ticket, besides the requester.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketPerson {
    /// Who.
    pub citizen_id: CitizenId,
    /// Why.
    pub role: PersonRole,
    /// Whether the reply goes to them instead of the requester. One a ticket at most.
    pub reply_to: bool,
}
