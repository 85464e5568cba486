//! The directory of the municipality's offices: who they are, where, and what people come to them for.

mod card;
mod find;
pub mod import;
mod now;
mod people;

pub use card::{DEFAULT_ANSWER_DAYS, OfficeData, OfficeHours};
pub use find::{OfficeHit, find_by_need};
pub use now::{Addressee, Away, OfficeNow, Validity};
pub use people::{Absence, OfficePerson, OfficeRole, same_person};

use crate::id::OfficeId;
use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::Serialize;

/// How long a card is believed without anybody saying that it is still right.
const CHECK_MONTHS: Months = Months::new(6);

/// An office of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Office {
    /// Identity.
    pub id: OfficeId,
    /// Its card.
    #[serde(flatten)]
    pub data: OfficeData,
    /// Changes with every save; a save of an older version is refused.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// When somebody last said that the card is right; none when nobody ever did.
    #[serde(skip)]
    pub checked_at: Option<DateTime<Utc>>,
    /// What holds at the moment it is shown; never stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub now: Option<OfficeNow>,
}

impl Office {
    /// Whether somebody should say again that its card is right: nobody did for [`CHECK_MONTHS`].
    pub fn is_to_check(&self, today: NaiveDate) -> bool {
        let until = self.checked_at.and_then(|at| at.date_naive().checked_add_months(CHECK_MONTHS));
        self.is_valid_on(today) && until.is_none_or(|until| until <= today)
    }

    /// Whether it exists on a day: validity days included.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        people::within(self.data.valid_from, self.data.valid_to, day)
    }
}

#[cfg(test)]
mod tests;
