//! Tests of the legal day engine.

mod explanations;
mod faults;
mod properties;
mod rules;
mod status;
mod suspensions;
mod vectors;

use chrono::NaiveDate;

use super::{Deadline, DeadlineFault, Facts, RuleName, compute};
use crate::calendar::DeskCalendar;
use crate::calendar::tests::day;

/// The facts of a matter presented on a day.
fn presented(on: &str) -> Facts {
    Facts::presented(day(on))
}

/// The answer at a desk with the starting hours, no patron and no closures.
fn at_the_desk(rule: RuleName, facts: &Facts) -> Result<Deadline, DeadlineFault> {
    compute(rule, facts, &DeskCalendar::default())
}

fn due(rule: RuleName, facts: &Facts) -> NaiveDate {
    at_the_desk(rule, facts).unwrap().due_on
}
