//! The desk calendar: when a citizen finds somebody. It never moves a term of the law.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};

use super::fault::{DeskFault, NeverOpen};
use super::holiday::named_holiday;
use super::hours::{OpeningSpan, WeeklyHours};
use super::special::{self, SpecialDay};

/// How far an open day is searched. A desk closed for longer than this is not a desk that keeps terms.
const SEARCH_DAYS: usize = 731;

/// The feast of the municipality's patron, every year on the same day. A patron with a movable feast ("the second
/// Sunday of May") goes among the closures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PatronDay {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// Italian name: "San Giovanni Battista".
    pub name: String,
}

/// Days on which the desk is shut, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// First closed day.
    pub from: NaiveDate,
    /// Last closed day.
    pub to: NaiveDate,
    /// Why, in the words for the door.
    pub reason: String,
}

/// Why the desk is closed on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "because", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClosedReason {
    /// A national holiday other than a plain Sunday.
    PublicHoliday {
        /// Italian name.
        name: String,
    },
    /// The patron's day.
    Patron {
        /// Italian name.
        name: String,
    },
    /// A closure of the municipality.
    Closure {
        /// The reason on the door.
        reason: String,
    },
    /// No hours on this weekday.
    NoHours,
}

/// What the sign on the door says at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case", deny_unknown_fields)]
pub enum DeskState {
    /// Open, without a break, until a time of the same day.
    Open {
        /// Closing time.
        #[serde(with = "super::hours::hour_minute")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        until: NaiveTime,
    },
    /// Closed, opens again.
    Closed {
        /// Day of the next opening; it may be the same day.
        opens_on: NaiveDate,
        /// Time of the next opening.
        #[serde(with = "super::hours::hour_minute")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        opens_at: NaiveTime,
        /// How people call that day.
        when: OpensWhen,
    },
}

/// How people call the day of the next opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OpensWhen {
    /// Later on the same day.
    Today,
    /// The day after.
    Tomorrow,
    /// Within six days: its weekday is enough.
    ThisWeek,
    /// Later: its date is needed.
    Later,
}

impl OpensWhen {
    fn of(today: NaiveDate, opens_on: NaiveDate) -> Self {
        match (opens_on - today).num_days() {
            0 => Self::Today,
            1 => Self::Tomorrow,
            2..=6 => Self::ThisWeek,
            _ => Self::Later,
        }
    }
}

/// Opening hours, patron, closures and special days, always valid: [`DeskCalendar::new`] is the only way in, also from
/// JSON.
///
/// Sundays follow the weekly hours (a seaside town may open); the named public holidays are always closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(try_from = "Unchecked")]
pub struct DeskCalendar {
    hours: WeeklyHours,
    patron: Option<PatronDay>,
    closures: Vec<Closure>,
    special: Vec<SpecialDay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    hours: WeeklyHours,
    patron: Option<PatronDay>,
    closures: Vec<Closure>,
    #[serde(default)]
    special: Vec<SpecialDay>,
}

impl TryFrom<Unchecked> for DeskCalendar {
    type Error = DeskFault;

    fn try_from(read: Unchecked) -> Result<Self, DeskFault> {
        Self::new(read.hours, read.patron, read.closures)?.with_special(read.special)
    }
}

impl DeskCalendar {
    /// A calendar from its parts. Closures may overlap each other; hours may not.
    ///
    /// # Errors
    /// The first [`DeskFault`] found. A week without any hours is accepted: the questions that need an open day tell
    /// it.
    pub fn new(
        hours: WeeklyHours,
        patron: Option<PatronDay>,
        closures: Vec<Closure>,
    ) -> Result<Self, DeskFault> {
        hours.check()?;
        if let Some(PatronDay { month, day, .. }) = patron
            // A leap year, because 29 February is a day.
            && NaiveDate::from_ymd_opt(2000, month, day).is_none()
        {
            return Err(DeskFault::NoSuchDay { month, day });
        }
        for &Closure { from, to, ref reason } in &closures {
            if to < from {
                return Err(DeskFault::ReversedClosure { from, to });
            }
            if reason.trim().is_empty() {
                return Err(DeskFault::ClosureWithoutReason { from });
            }
        }
        Ok(Self { hours, patron, closures, special: Vec::new() })
    }

    /// The same with these special days, in the order of their dates.
    ///
    /// # Errors
    /// The first [`DeskFault`] found in them.
    pub fn with_special(mut self, mut special: Vec<SpecialDay>) -> Result<Self, DeskFault> {
        special::check(&special)?;
        special.sort_by_key(|day| day.date);
        self.special = special;
        Ok(self)
    }

    /// The weekly opening hours.
    #[must_use]
    pub fn hours(&self) -> &WeeklyHours {
        &self.hours
    }

    /// The patron's day, if the municipality has set it.
    #[must_use]
    pub fn patron(&self) -> Option<&PatronDay> {
        self.patron.as_ref()
    }

    /// The closures, as given.
    #[must_use]
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }

    /// The days with hours of their own, in order.
    #[must_use]
    pub fn special(&self) -> &[SpecialDay] {
        &self.special
    }

    fn special_on(&self, date: NaiveDate) -> Option<&SpecialDay> {
        self.special.iter().find(|day| day.date == date)
    }

    /// Why the desk is closed on a day; `None` when it opens.
    #[must_use]
    pub fn closed_because(&self, date: NaiveDate) -> Option<ClosedReason> {
        if let Some(special) = self.special_on(date) {
            let shut = || ClosedReason::Closure { reason: special.reason.clone() };
            return special.spans.is_empty().then(shut);
        }
        if let Some(name) = named_holiday(date) {
            return Some(ClosedReason::PublicHoliday { name: name.into() });
        }
        if let Some(patron) = &self.patron
            && (patron.month, patron.day) == (date.month(), date.day())
        {
            return Some(ClosedReason::Patron { name: patron.name.clone() });
        }
        if let Some(closure) = self.closures.iter().find(|closure| closure.from <= date && date <= closure.to)
        {
            return Some(ClosedReason::Closure { reason: closure.reason.clone() });
        }
        self.hours.of(date.weekday()).is_empty().then_some(ClosedReason::NoHours)
    }

    /// Does the desk open on this day?
    #[must_use]
    pub fn is_open_on(&self, date: NaiveDate) -> bool {
        self.closed_because(date).is_none()
    }

    /// The openings of a day, in order; none when it is closed.
    #[must_use]
    pub fn openings_on(&self, date: NaiveDate) -> &[OpeningSpan] {
        match self.special_on(date) {
            Some(special) => &special.spans,
            None if self.is_open_on(date) => self.hours.of(date.weekday()),
            None => &[],
        }
    }

    /// Open or closed at a moment of local time, and until when.
    ///
    /// # Errors
    /// [`NeverOpen`] when closed and no opening follows within two years.
    pub fn state_at(&self, at: NaiveDateTime) -> Result<DeskState, NeverOpen> {
        let (today, now) = (at.date(), at.time());
        let openings = self.openings_on(today);
        let mut until = None;
        for span in openings {
            // Spans that touch are one opening for whoever stands at the door.
            if until.map_or(span.from <= now && now < span.to, |reached| reached == span.from) {
                until = Some(span.to);
            }
        }
        if let Some(until) = until {
            return Ok(DeskState::Open { until });
        }
        if let Some(next) = openings.iter().find(|span| now < span.from) {
            return Ok(DeskState::Closed { opens_on: today, opens_at: next.from, when: OpensWhen::Today });
        }
        let never = NeverOpen { around: today };
        let opens_on = self.first_open_on_or_after(today.succ_opt().ok_or(never)?)?;
        let first = self.openings_on(opens_on).first().ok_or(never)?;
        Ok(DeskState::Closed { opens_on, opens_at: first.from, when: OpensWhen::of(today, opens_on) })
    }

    /// The last open day on or before a date.
    ///
    /// # Errors
    /// [`NeverOpen`] when there is none in the two years before.
    pub fn last_open_on_or_before(&self, date: NaiveDate) -> Result<NaiveDate, NeverOpen> {
        self.search(date, NaiveDate::pred_opt)
    }

    /// The first open day on or after a date.
    ///
    /// # Errors
    /// [`NeverOpen`] when there is none in the two years after.
    pub fn first_open_on_or_after(&self, date: NaiveDate) -> Result<NaiveDate, NeverOpen> {
        self.search(date, NaiveDate::succ_opt)
    }

    fn search(
        &self,
        from: NaiveDate,
        step: fn(&NaiveDate) -> Option<NaiveDate>,
    ) -> Result<NaiveDate, NeverOpen> {
        std::iter::successors(Some(from), step)
            .take(SEARCH_DAYS)
            .find(|date| self.is_open_on(*date))
            .ok_or(NeverOpen { around: from })
    }
}
