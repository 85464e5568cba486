//! Suspensions: their grounds in law, and the facts that open and close one.

use std::fmt;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::facts::supported;
use super::fault::DeadlineFault;
use crate::calendar::next_working_day;

/// The days that affected third parties and the author of a refused request have to answer.
const ANSWER_DAYS: u32 = 10;

/// Why a term stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SuspensionGround {
    /// Information the administration does not hold: once, thirty days at most (L. 241/1990, art. 2, c. 7).
    MissingInformation,
    /// Affected third parties were told: ten days at most, however many they are (D.Lgs. 33/2013, art. 5, c. 5).
    AffectedThirdParties,
    /// The refusal notice: until ten days after the observations (L. 241/1990, art. 10-bis).
    RefusalNotice,
    /// The data protection authority was asked: once, ten days at most (D.Lgs. 33/2013, art. 5, c. 7).
    PrivacyAuthority,
}

impl SuspensionGround {
    /// The most days it can add, if the law sets a limit.
    #[must_use]
    pub const fn cap_days(self) -> Option<u32> {
        match self {
            Self::MissingInformation => Some(30),
            Self::AffectedThirdParties | Self::PrivacyAuthority => Some(10),
            Self::RefusalNotice => None,
        }
    }

    /// May it be used only once on a term? Third parties may be told on different days.
    #[must_use]
    pub const fn only_once(self) -> bool {
        !matches!(self, Self::AffectedThirdParties)
    }

    /// Italian citation.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::MissingInformation => "art. 2, comma 7, L. 241/1990",
            Self::AffectedThirdParties => "art. 5, comma 5, D.Lgs. 33/2013",
            Self::RefusalNotice => "art. 10-bis L. 241/1990",
            Self::PrivacyAuthority => "art. 5, comma 7, D.Lgs. 33/2013",
        }
    }

    /// Italian words for the steps: "sospensione per …".
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::MissingInformation => "informazioni mancanti",
            Self::AffectedThirdParties => "avviso ai controinteressati",
            Self::RefusalNotice => "preavviso di rigetto",
            Self::PrivacyAuthority => "parere del Garante",
        }
    }
}

impl fmt::Display for SuspensionGround {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(formatter)
    }
}

/// A suspension as it happened. It adds `to - from` days (C2), less if the ground has a cap. One that is still open
/// has no date: pass the day of its cap to know the latest that can come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    /// Why.
    pub ground: SuspensionGround,
    /// The day of the act that stops the term: still a worked day.
    pub from: NaiveDate,
    /// The day the term runs again.
    pub to: NaiveDate,
}

impl Suspension {
    /// A suspension on a ground between two days.
    #[must_use]
    pub const fn new(ground: SuspensionGround, from: NaiveDate, to: NaiveDate) -> Self {
        Self { ground, from, to }
    }
}

/// The suspension of a general civic access while one affected third party may oppose: from the day the notice was
/// sent to the opposition or, without, to ten days after its receipt (the literal text; the cap of C4 is applied
/// when the date is computed).
///
/// # Errors
/// A date outside the supported years, a receipt or an opposition before the sending.
pub fn affected_third_party_suspension(
    sent_on: NaiveDate,
    received_on: NaiveDate,
    opposed_on: Option<NaiveDate>,
) -> Result<Suspension, DeadlineFault> {
    let answered = answered_in_time(sent_on, received_on, opposed_on)?;
    let to = match answered {
        Some(opposed_on) => opposed_on,
        None => ten_days_after(received_on)?,
    };
    Ok(Suspension::new(SuspensionGround::AffectedThirdParties, sent_on, to))
}

/// The suspension of a procedure after a refusal notice: from the day it was sent to ten days after the observations
/// or, without, to the end of the ten days from its receipt (L. 241/1990, art. 10-bis).
///
/// # Errors
/// A date outside the supported years, a receipt or observations before the sending.
pub fn refusal_notice_suspension(
    sent_on: NaiveDate,
    received_on: NaiveDate,
    observed_on: Option<NaiveDate>,
) -> Result<Suspension, DeadlineFault> {
    let answered = answered_in_time(sent_on, received_on, observed_on)?;
    let to = ten_days_after(answered.unwrap_or(received_on))?;
    Ok(Suspension::new(SuspensionGround::RefusalNotice, sent_on, to))
}

/// The answer, unless it came after the ten days. Those are the citizen's term, so here the last day rolls.
fn answered_in_time(
    sent_on: NaiveDate,
    received_on: NaiveDate,
    answered_on: Option<NaiveDate>,
) -> Result<Option<NaiveDate>, DeadlineFault> {
    for date in [Some(sent_on), Some(received_on), answered_on].into_iter().flatten() {
        if supported(date)? < sent_on {
            return Err(DeadlineFault::ReversedInterval { from: sent_on, to: date });
        }
    }
    let limit = next_working_day(ten_days_after(received_on)?.to_epoch_days());
    Ok(answered_on.filter(|date| date.to_epoch_days() <= limit))
}

fn ten_days_after(date: NaiveDate) -> Result<NaiveDate, DeadlineFault> {
    date.checked_add_days(Days::new(ANSWER_DAYS.into())).ok_or(DeadlineFault::OutOfRange { date })
}
