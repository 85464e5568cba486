//! Days with hours of their own.

use super::fault::DeskFault;
use super::hours::{OpeningSpan, first_fault};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day on which the usual hours do not hold: an extra opening, a short day, a day shut. It wins over weekly hours,
/// closures, patron and holidays, because somebody wrote it for that very day. It moves no term of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SpecialDay {
    /// The day.
    pub date: NaiveDate,
    /// Its openings, in order; none when it is shut.
    pub spans: Vec<OpeningSpan>,
    /// Why, in the words for the door.
    pub reason: String,
}

/// Each day once, each with its reason, each with hours that can be.
pub(super) fn check(days: &[SpecialDay]) -> Result<(), DeskFault> {
    for (at, SpecialDay { date, spans, reason }) in days.iter().enumerate() {
        let date = *date;
        if reason.trim().is_empty() {
            return Err(DeskFault::SpecialDayWithoutReason { date });
        }
        if days[..at].iter().any(|earlier| earlier.date == date) {
            return Err(DeskFault::RepeatedSpecialDay { date });
        }
        let weekday = u8::try_from(date.weekday().number_from_monday()).unwrap_or_default();
        first_fault(weekday, spans)?;
    }
    Ok(())
}
