//! The answer to "when?", with its reasons.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::name::RuleName;
use super::rule::{Basis, Direction};

/// A computed date. Every part can be computed again from the rule and the facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The rule applied.
    pub rule: RuleName,
    /// Promise or law.
    pub basis: Basis,
    /// A day to act by, or a day to wait for.
    pub direction: Direction,
    /// The day the term runs from: presentation, or restart.
    pub start_on: NaiveDate,
    /// The last day before the roll.
    pub raw_on: NaiveDate,
    /// The date that counts.
    pub due_on: NaiveDate,
    /// The desk's own target: the last open day that does not lean on the roll (C5), or the first open day after a
    /// wait.
    pub target_on: NaiveDate,
    /// Days the suspensions added.
    pub suspended_days: u32,
    /// What the literal text would give, where it differs from ours (C4).
    pub literal_due_on: Option<NaiveDate>,
    /// How the date was reached, in order.
    pub steps: Vec<Step>,
    /// One Italian sentence for the citizen.
    pub explanation: String,
}

/// One step of the reckoning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What happens, in Italian.
    pub label: String,
    /// When.
    pub date: NaiveDate,
    /// The Italian citation it stands on; none for a habit of the desk.
    pub article: Option<String>,
}
