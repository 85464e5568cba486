//! The answer to a citizen. Its body is a [`CitizenText`]: what the municipality writes for itself has another type.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::text::CitizenText;

/// Who a letter is for, as the window of the envelope shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Name and surname, or what the organisation is called.
    pub name: String,
    /// Street, postcode and town, in one line or in several.
    #[serde(default)]
    pub address: Option<String>,
    /// For whom the recipient gets it, when they act for somebody else.
    #[serde(default)]
    pub on_behalf_of: Option<String>,
}

/// What an answer after its term must say (L. 241/1990, art. 2, c. 9-quinquies): the term and the time really used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateAnswer {
    /// The last day of the term.
    pub due_on: NaiveDate,
    /// How many days the term had.
    pub term_days: u32,
    /// How many days were really used, suspensions left out.
    pub used_days: u32,
}

/// How a decision can be challenged (L. 241/1990, art. 3, c. 4): to whom, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// The authority: `Tribunale amministrativo regionale della Toscana`.
    pub authority: String,
    /// The term, in words: `entro 60 giorni dal ricevimento di questa lettera`.
    pub term: String,
}

/// The answer to a citizen.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Who it is for.
    pub recipient: Recipient,
    /// The number of the ticket: `2026/0413`.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The day the citizen presented it.
    pub presented_on: NaiveDate,
    /// Number and date in the protocol, as the protocol writes them: `12345 del 3 novembre 2026`.
    #[serde(default)]
    pub protocol: Option<String>,
    /// What the desk answers; its paragraphs are kept.
    pub body: CitizenText,
    /// Set when the answer is late.
    #[serde(default)]
    pub late: Option<LateAnswer>,
    /// Set when the answer is a decision that can be challenged.
    #[serde(default)]
    pub remedies: Vec<Remedy>,
    /// What is in the envelope with it.
    #[serde(default)]
    pub attachments: Vec<String>,
    /// Who signs; the desk when nobody does.
    #[serde(default)]
    pub signed_by: Option<String>,
    /// The day of the letter.
    pub dated: NaiveDate,
}
