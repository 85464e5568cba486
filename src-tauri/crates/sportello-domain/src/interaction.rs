//! Contacts (*contatti*): the unit of a desk's work. Most are answered in a minute and never become a ticket.

use crate::id::{CitizenId, InteractionId, TicketId};
use crate::ticket::Channel;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How a contact ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum InteractionOutcome {
    /// Answered at once.
    #[serde(alias = "risposto")]
    Answered,
    /// Sent to whoever is competent, outside the desk.
    #[serde(alias = "indirizzato")]
    Referred,
    /// Became a ticket.
    #[serde(alias = "pratica")]
    Promoted,
}

/// A contact as it was logged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Interaction {
    /// Identity.
    pub id: InteractionId,
    /// When it was logged.
    pub at: DateTime<Utc>,
    /// How the person reached the desk.
    pub channel: Channel,
    /// What it was about, in a few words.
    pub topic: String,
    /// How it ended.
    pub outcome: InteractionOutcome,
    /// The card of the referrals it was sent to.
    pub referral: Option<String>,
    /// Who it was, when they said so.
    pub citizen_id: Option<CitizenId>,
    /// The ticket it became.
    pub ticket_id: Option<TicketId>,
    /// Who logged it.
    pub operator: String,
}
