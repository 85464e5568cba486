//! What the desk knows about a matter, as the rules need it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::fault::DeadlineFault;
use super::suspension::Suspension;
use crate::calendar::SUPPORTED_YEARS;

/// The longest term in days that is not taken for a typing mistake: about ten years.
pub const MAX_DAYS: u32 = 3650;

/// The facts a date is computed from. Only `presented_on` is always needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The day the term starts from: presentation, receipt, expiry of another term, first day of posting — each
    /// rule's opening words say which.
    pub presented_on: NaiveDate,
    /// Suspensions in any order.
    #[serde(default)]
    pub suspensions: Vec<Suspension>,
    /// The day the term started again, where the rule allows it: corrected request, receipt by the competent body.
    /// The latest one, if it happened twice.
    #[serde(default)]
    pub restart_on: Option<NaiveDate>,
    /// The day the matter was taken up again after its end: a new term, whatever the rule.
    #[serde(default)]
    pub reopened_on: Option<NaiveDate>,
    /// The length in days, for the rules whose length is set elsewhere.
    #[serde(default)]
    pub days: Option<u32>,
    /// The day the extension was told to the citizen, for the extended rules. Not told yet: the steps say by when.
    #[serde(default)]
    pub extended_on: Option<NaiveDate>,
}

impl Facts {
    /// A matter presented on a day, and nothing else to say.
    #[must_use]
    pub fn presented(presented_on: NaiveDate) -> Self {
        Self {
            presented_on,
            suspensions: Vec::new(),
            restart_on: None,
            reopened_on: None,
            days: None,
            extended_on: None,
        }
    }

    /// The same with one more suspension.
    #[must_use]
    pub fn suspended(mut self, suspension: Suspension) -> Self {
        self.suspensions.push(suspension);
        self
    }

    /// The same with the term started again on a day.
    #[must_use]
    pub fn restarted(mut self, restart_on: NaiveDate) -> Self {
        self.restart_on = Some(restart_on);
        self
    }

    /// The same taken up again on a day.
    #[must_use]
    pub fn reopened(mut self, reopened_on: NaiveDate) -> Self {
        self.reopened_on = Some(reopened_on);
        self
    }

    /// The same with a term of `days`.
    #[must_use]
    pub fn for_days(mut self, days: u32) -> Self {
        self.days = Some(days);
        self
    }

    /// The same with the extension told on a day.
    #[must_use]
    pub fn extended(mut self, told_on: NaiveDate) -> Self {
        self.extended_on = Some(told_on);
        self
    }
}

/// Refuses dates that can only be a slip of the keyboard, so that the sums below never overflow.
pub(super) fn supported(date: NaiveDate) -> Result<NaiveDate, DeadlineFault> {
    if SUPPORTED_YEARS.contains(&date.year()) { Ok(date) } else { Err(DeadlineFault::OutOfRange { date }) }
}
