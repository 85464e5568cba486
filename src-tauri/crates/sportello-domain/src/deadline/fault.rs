//! Why a date cannot be computed: typed data, worded in Italian by the UI and the CLI.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::name::RuleName;
use super::suspension::SuspensionGround;
use crate::calendar::NeverOpen;

/// Facts that contradict the rule, the law or themselves.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "fault", rename_all = "snake_case", deny_unknown_fields)]
pub enum DeadlineFault {
    /// A promise of the desk is never suspended: an interim reply is given instead.
    #[error("a commitment of the desk is never suspended")]
    CommitmentNeverSuspended,
    /// The law does not suspend this term on this ground.
    #[error("rule {rule} is not suspended by {ground}")]
    SuspensionNotAllowed {
        /// The rule.
        rule: RuleName,
        /// The ground given.
        ground: SuspensionGround,
    },
    /// The law allows one suspension on this ground, and it was used.
    #[error("{ground} suspends once, a second time on {from}")]
    SecondSuspension {
        /// The ground.
        ground: SuspensionGround,
        /// Start of the second one.
        from: NaiveDate,
    },
    /// A suspension that starts before the term does.
    #[error("a suspension from {from} precedes the start of the term on {start_on}")]
    SuspensionBeforeStart {
        /// Start of the suspension.
        from: NaiveDate,
        /// Start of the term.
        start_on: NaiveDate,
    },
    /// A suspension of a term that had already run out.
    #[error("a suspension from {from} comes after the term ran out on {due_on}")]
    SuspensionAfterDue {
        /// Start of the suspension.
        from: NaiveDate,
        /// The due date at that moment.
        due_on: NaiveDate,
    },
    /// An interval that ends before it starts.
    #[error("the interval from {from} to {to} is reversed")]
    ReversedInterval {
        /// Start.
        from: NaiveDate,
        /// End.
        to: NaiveDate,
    },
    /// This term does not start again.
    #[error("rule {rule} does not restart")]
    RestartNotAllowed {
        /// The rule.
        rule: RuleName,
    },
    /// A restart before the presentation.
    #[error("a restart on {restart_on} precedes the presentation on {presented_on}")]
    RestartBeforePresentation {
        /// The restart.
        restart_on: NaiveDate,
        /// The presentation.
        presented_on: NaiveDate,
    },
    /// This term has no extension to be told.
    #[error("rule {rule} has no extension")]
    ExtensionNotAllowed {
        /// The rule.
        rule: RuleName,
    },
    /// An extension told before the term started.
    #[error("an extension told on {told_on} precedes the start of the term on {start_on}")]
    ExtensionBeforeStart {
        /// When it was told.
        told_on: NaiveDate,
        /// Start of the term.
        start_on: NaiveDate,
    },
    /// An extension told when the plain term had run out.
    #[error("an extension told on {told_on} is late: the limit was {limit}")]
    ExtensionTooLate {
        /// When it was told.
        told_on: NaiveDate,
        /// The last good day.
        limit: NaiveDate,
    },
    /// A date outside the years 1990 to 2119.
    #[error("{date} is outside the years 1990 to 2119")]
    OutOfRange {
        /// The date.
        date: NaiveDate,
    },
    /// The rule needs a number of days.
    #[error("rule {rule} needs a number of days")]
    DaysMissing {
        /// The rule.
        rule: RuleName,
    },
    /// The length of this term is set by law.
    #[error("the length of rule {rule} cannot be changed")]
    DaysNotAccepted {
        /// The rule.
        rule: RuleName,
    },
    /// A term of no days.
    #[error("a term of zero days")]
    NoDays,
    /// A term too long to be meant.
    #[error("a term of {days} days is longer than {max}")]
    TooManyDays {
        /// Days given.
        days: u32,
        /// The most accepted.
        max: u32,
    },
    /// No open day for the internal target.
    #[error(transparent)]
    DeskNeverOpen(#[from] NeverOpen),
}

/// A name that no rule has.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[error("no rule is named {name:?}")]
pub struct UnknownRule {
    /// The name, as given.
    pub name: String,
}
