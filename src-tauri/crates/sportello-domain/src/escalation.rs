//! When a matter must be looked at, and whom the desk asks next. Everything is computed from dates whenever it is asked:
//! nothing here is ever a state, and nothing leaves without somebody's key.

use crate::deadline::{Basis, days_left};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Days before the citizen's date from which, without an outcome, an interim reply is owed.
pub const INTERIM_DAYS: i32 = 3;

/// How near a date is, in the steps a desk thinks in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    /// Fifteen days or fewer.
    T15,
    /// Ten or fewer.
    T10,
    /// Five or fewer.
    T5,
    /// Two or one.
    T2,
    /// The last good day.
    Today,
    /// Past.
    Late,
}

impl Milestone {
    /// The milestone a date has reached; none when it is far.
    pub fn of(due_on: NaiveDate, today: NaiveDate) -> Option<Self> {
        match days_left(due_on, today) {
            ..0 => Some(Self::Late),
            0 => Some(Self::Today),
            1..=2 => Some(Self::T2),
            3..=5 => Some(Self::T5),
            6..=10 => Some(Self::T10),
            11..=15 => Some(Self::T15),
            _ => None,
        }
    }
}

/// Whom a reminder (*sollecito*) goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReminderStep {
    /// The office.
    Office,
    /// Who directs the office.
    Head,
    /// Who holds the substitute power (art. 2, c. 9-bis, L. 241/1990): for terms of law only, once they have expired.
    Substitute,
}

/// One rung of the ladder.
#[derive(Clone, Copy, Debug)]
pub struct Rung {
    /// Whom it asks.
    pub step: ReminderStep,
    /// Reached when the citizen's date has this many days left, or fewer.
    pub citizen_left: i32,
    /// Reached when the office's own date has this many days left, or fewer; none when that date says nothing.
    pub office_left: Option<i32>,
    /// Only for terms of law.
    pub statute: bool,
}

/// The ladder: whoever has reached a rung has reached those before it.
pub const LADDER: [Rung; 3] = [
    Rung { step: ReminderStep::Office, citizen_left: 10, office_left: Some(-1), statute: false },
    Rung { step: ReminderStep::Head, citizen_left: 5, office_left: Some(-5), statute: false },
    Rung { step: ReminderStep::Substitute, citizen_left: -1, office_left: None, statute: true },
];

impl ReminderStep {
    /// Every step, in the order of the ladder.
    pub const ALL: [Self; 3] = [Self::Office, Self::Head, Self::Substitute];

    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Head => "head",
            Self::Substitute => "substitute",
        }
    }
}

/// The dates of a ticket that an office has.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    /// The citizen's date; none for who was promised nothing.
    pub due_on: Option<NaiveDate>,
    /// The office's date.
    pub office_due_on: Option<NaiveDate>,
    /// Promise or law.
    pub basis: Basis,
}

impl Waiting {
    /// The steps whose time has come, in order.
    pub fn reached(self, today: NaiveDate) -> impl Iterator<Item = ReminderStep> {
        let left = |due_on: Option<NaiveDate>| due_on.map(|due_on| days_left(due_on, today));
        let (citizen, office) = (left(self.due_on), left(self.office_due_on));
        LADDER.into_iter().filter_map(move |rung| {
            let by_citizen = citizen.is_some_and(|left| left <= rung.citizen_left);
            let by_office = office.zip(rung.office_left).is_some_and(|(left, most)| left <= most);
            let allowed = !rung.statute || self.basis == Basis::Statute;
            (allowed && (by_citizen || by_office)).then_some(rung.step)
        })
    }

    /// The reminder that is ready: the first step whose time has come and that was not sent.
    pub fn ready(self, today: NaiveDate, sent: &[ReminderStep]) -> Option<ReminderStep> {
        self.reached(today).find(|step| !sent.contains(step))
    }

    /// The step a desk that does not want to wait would send: the first not sent that this term knows.
    pub fn next(self, sent: &[ReminderStep]) -> Option<ReminderStep> {
        LADDER
            .into_iter()
            .filter(|rung| !rung.statute || self.basis == Basis::Statute)
            .map(|rung| rung.step)
            .find(|step| !sent.contains(step))
    }
}

/// Whether the citizen is owed an interim reply: the date is near or past, and there is no outcome to tell yet.
pub fn interim_owed(due_on: NaiveDate, today: NaiveDate) -> bool {
    days_left(due_on, today) <= INTERIM_DAYS
}

#[cfg(test)]
mod tests;
