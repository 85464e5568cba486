//! What can be wrong with a desk calendar. The Italian words for it belong to the UI and the CLI.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A desk calendar that cannot be accepted. Weekdays are ISO 8601 numbers, 1 = Monday.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "fault", rename_all = "snake_case", deny_unknown_fields)]
pub enum DeskFault {
    /// A span that closes before, or when, it opens.
    #[error("weekday {weekday}: a span from {from} to {to} is empty or reversed")]
    ReversedSpan {
        /// ISO 8601 weekday.
        weekday: u8,
        /// Opening.
        #[serde(with = "super::hours::hour_minute")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        from: NaiveTime,
        /// Closing.
        #[serde(with = "super::hours::hour_minute")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        to: NaiveTime,
    },
    /// A span that starts before the one listed above it ends.
    #[error(
        "weekday {weekday}: the span that starts at {from} overlaps the one before it, or is out of order"
    )]
    OverlappingSpans {
        /// ISO 8601 weekday.
        weekday: u8,
        /// Opening of the second span.
        #[serde(with = "super::hours::hour_minute")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        from: NaiveTime,
    },
    /// Opening hours are told in whole minutes.
    #[error("weekday {weekday}: {time} is not a whole minute")]
    NotWholeMinutes {
        /// ISO 8601 weekday.
        weekday: u8,
        /// The time at fault.
        time: NaiveTime,
    },
    /// A patron day that no year has.
    #[error("there is no day {day} in month {month}")]
    NoSuchDay {
        /// Month, 1 to 12.
        month: u32,
        /// Day of the month.
        day: u32,
    },
    /// A closure that ends before it starts.
    #[error("a closure from {from} to {to} is reversed")]
    ReversedClosure {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// A closure must say why: the reason is printed on the door.
    #[error("the closure from {from} has no reason")]
    ClosureWithoutReason {
        /// First day.
        from: NaiveDate,
    },
    /// A day with hours of its own must say why.
    #[error("the special hours of {date} have no reason")]
    SpecialDayWithoutReason {
        /// The day.
        date: NaiveDate,
    },
    /// The same day twice.
    #[error("{date} has special hours twice")]
    RepeatedSpecialDay {
        /// The day.
        date: NaiveDate,
    },
}

/// The desk has no open day near a date: two years were searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[error("the desk has no open day within two years of {around}")]
pub struct NeverOpen {
    /// Where the search began.
    pub around: NaiveDate,
}
