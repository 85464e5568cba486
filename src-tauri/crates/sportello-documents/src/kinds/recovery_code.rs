//! The recovery code on paper, for the safe of the office.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What the sheet for the safe is made of.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecoveryCode {
    /// The identity of the archive, to tell its sheet from that of another.
    pub store_id: String,
    /// Eight groups of five capital letters and digits, in order.
    pub groups: Vec<String>,
    /// The day the code was made.
    pub made_on: NaiveDate,
}
