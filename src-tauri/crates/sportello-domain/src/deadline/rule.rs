//! What a rule is made of. The rules themselves are in `rules`.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::facts::MAX_DAYS;
use super::fault::DeadlineFault;
use super::name::RuleName;
use super::suspension::SuspensionGround;
use crate::calendar::next_working_day;

/// A rule that turns facts into a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Rule {
    /// Its name in events and requests.
    pub name: RuleName,
    /// Italian title.
    pub title: &'static str,
    /// Italian citation of the law, or of the desk's promise.
    pub article: &'static str,
    /// Promise or law.
    pub basis: Basis,
    /// The length.
    pub term: Term,
    /// What happens when the last day is a holiday.
    pub roll: Roll,
    /// The grounds on which the term may be suspended; none means never.
    pub suspensions: &'static [SuspensionGround],
    /// Whether, and why, the term may start again.
    pub restart: Restart,
    /// A day to act by, or a day to wait for.
    pub direction: Direction,
    /// The rule this one lengthens; it counts only if told within that rule's term.
    pub extends: Option<RuleName>,
    /// Italian words that open the explanation: "Presentata".
    pub opening: &'static str,
    /// Italian words that say what the wait means; empty for a day to act by.
    pub closing: &'static str,
}

/// Who gave the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The desk's own promise: never suspended, an interim reply is given instead.
    Commitment,
    /// The law.
    Statute,
}

/// Which side of the date one must act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// On or before.
    DueBy,
    /// On or after.
    NotBefore,
}

/// Why a term may start again from zero (C3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Restart {
    /// It may not.
    Never,
    /// The citizen corrected an irregular request (D.P.R. 184/2006, art. 6, c. 5).
    CorrectedRequest,
    /// The request reached the body that has the documents (Circ. DFP 2/2017, 4.1).
    CompetentBody,
}

/// The length of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "unit", content = "length", rename_all = "snake_case", deny_unknown_fields)]
pub enum Term {
    /// Calendar days, the first one not counted.
    Days(u32),
    /// As `Days`, but the facts may give another number: a regulation or the service charter sets it.
    DaysUnlessGiven(u32),
    /// Calendar days that only the facts know.
    GivenDays,
    /// Calendar days, the first one counted.
    DaysFirstIncluded(u32),
    /// Calendar months: the same date of a later month, or its last day (art. 2963 c. 5 c.c.; Reg. 1182/71 art. 3).
    Months(u32),
    /// 30 January of the year after the one in which the term starts.
    ThirtiethOfJanuary,
}

impl Term {
    /// The term with the number of days settled: a [`Term::Days`] wherever the facts have a say.
    pub(super) fn settled(self, rule: RuleName, given: Option<u32>) -> Result<Self, DeadlineFault> {
        match (self, given) {
            (Self::GivenDays, None) => Err(DeadlineFault::DaysMissing { rule }),
            (Self::GivenDays | Self::DaysUnlessGiven(_), Some(0)) => Err(DeadlineFault::NoDays),
            (Self::GivenDays | Self::DaysUnlessGiven(_), Some(days)) if days > MAX_DAYS => {
                Err(DeadlineFault::TooManyDays { days, max: MAX_DAYS })
            }
            (Self::GivenDays | Self::DaysUnlessGiven(_), Some(days))
            | (Self::DaysUnlessGiven(days), None) => Ok(Self::Days(days)),
            (fixed, None) => Ok(fixed),
            (_, Some(_)) => Err(DeadlineFault::DaysNotAccepted { rule }),
        }
    }

    /// The last day of a settled term, before suspensions and roll. `None` past the end of chrono's dates.
    pub(super) fn last_day(self, start: NaiveDate) -> Option<i32> {
        let day = start.to_epoch_days();
        match self {
            Self::Days(days) | Self::DaysUnlessGiven(days) => day.checked_add_unsigned(days),
            Self::DaysFirstIncluded(days) => day.checked_add_unsigned(days.saturating_sub(1)),
            Self::Months(months) => Some(start.checked_add_months(Months::new(months))?.to_epoch_days()),
            Self::ThirtiethOfJanuary => {
                Some(NaiveDate::from_ymd_opt(start.year() + 1, 1, 30)?.to_epoch_days())
            }
            Self::GivenDays => None,
        }
    }
}

/// Which last days move forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// None: waits and consecutive days.
    Never,
    /// Sundays and public holidays (art. 2963 c. 3 c.c.). Saturday stays.
    Holidays,
    /// Saturdays too (art. 155 c. 5 c.p.c.; Reg. 1182/71 art. 3, par. 4).
    HolidaysAndSaturdays,
}

impl Roll {
    /// Where a term whose last day is `day` (days since 1970-01-01) really ends.
    #[must_use]
    pub fn day(self, day: i32) -> i32 {
        match self {
            Self::Never => day,
            Self::Holidays => next_working_day(day),
            Self::HolidaysAndSaturdays => {
                let working = next_working_day(day);
                // 1970-01-03 (day 2) was a Saturday. The Sunday after it rolls, and never onto another Saturday.
                if working.rem_euclid(7) == 2 { next_working_day(working.saturating_add(1)) } else { working }
            }
        }
    }
}
