//! From facts to a date. The sums are in days since 1970-01-01.

use chrono::NaiveDate;

use super::explain;
use super::facts::{Facts, supported};
use super::fault::DeadlineFault;
use super::name::RuleName;
use super::outcome::Deadline;
use super::pause::{self, Pause, Reading};
use super::rule::{Direction, Restart, Roll, Rule, Term};
use crate::calendar::DeskCalendar;

/// The due day of a term in days that rolls over holidays, for lists and recomputations: one sum and one read.
///
/// All in days, `start_day` and the answer since 1970-01-01. It is what [`compute`] answers for the same term and
/// [`Deadline::suspended_days`].
#[inline]
#[must_use]
pub fn due_day(start_day: i32, term_days: u32, suspended_days: u32) -> i32 {
    Roll::Holidays.day(start_day.saturating_add_unsigned(term_days).saturating_add_unsigned(suspended_days))
}

/// Everything the explanation needs to know.
pub(super) struct Course {
    pub(super) rule: &'static Rule,
    pub(super) presented_on: NaiveDate,
    pub(super) start_on: NaiveDate,
    /// The matter had ended and was taken up again: a second term, not a restart of the first.
    pub(super) reopened: bool,
    /// Settled: no longer waiting for a number of days.
    pub(super) term: Term,
    pub(super) pauses: Vec<Pause>,
    pub(super) raw_on: NaiveDate,
    pub(super) due_on: NaiveDate,
    pub(super) target_on: NaiveDate,
    pub(super) literal_due_on: Option<NaiveDate>,
    /// By when an extension must be told.
    pub(super) extension_limit: Option<NaiveDate>,
}

/// Computes the date a rule gives for some facts, with its reasons and the desk's own target.
///
/// # Errors
/// A [`DeadlineFault`] when the facts contradict the rule, the law or themselves, or the desk never opens.
pub fn compute(name: RuleName, facts: &Facts, desk: &DeskCalendar) -> Result<Deadline, DeadlineFault> {
    let rule = name.rule();
    let start_on = start(rule, facts)?;
    let term = rule.term.settled(name, facts.days)?;
    let plain_last_day = term.last_day(start_on).ok_or(DeadlineFault::OutOfRange { date: start_on })?;
    let suspensions = pause::checked(rule, start_on, plain_last_day, &facts.suspensions)?;
    let extension_limit = extension_limit(rule, facts, start_on)?;

    let pauses = pause::pauses(&suspensions, Reading::Ours);
    let raw_day = pause::extended(plain_last_day, &pauses);
    let literal_day = pause::extended(plain_last_day, &pause::pauses(&suspensions, Reading::Literal));
    let date = |day| NaiveDate::from_epoch_days(day).ok_or(DeadlineFault::OutOfRange { date: start_on });
    let (raw_on, due_on) = (date(raw_day)?, date(rule.roll.day(raw_day))?);
    let literal_due_on = Some(date(rule.roll.day(literal_day))?).filter(|literal| *literal != due_on);
    let target_on = target(rule, start_on, raw_on, due_on, desk)?;

    let presented_on = facts.presented_on;
    let course = Course {
        rule,
        presented_on,
        start_on,
        reopened: facts.reopened_on == Some(start_on),
        term,
        pauses,
        raw_on,
        due_on,
        target_on,
        literal_due_on,
        extension_limit,
    };
    Ok(Deadline {
        rule: name,
        basis: rule.basis,
        direction: rule.direction,
        start_on,
        raw_on,
        due_on,
        target_on,
        suspended_days: raw_day.abs_diff(plain_last_day),
        literal_due_on,
        steps: explain::steps(&course),
        explanation: explain::sentence(&course),
    })
}

/// The day the term runs from (C3); a matter taken up again has a new term from that day.
fn start(rule: &Rule, facts: &Facts) -> Result<NaiveDate, DeadlineFault> {
    let presented_on = supported(facts.presented_on)?;
    let reopened_on = facts.reopened_on.map(supported).transpose()?;
    let again = |from: NaiveDate| reopened_on.map_or(from, |reopened_on| reopened_on.max(from));
    match facts.restart_on {
        None => Ok(again(presented_on)),
        Some(_) if rule.restart == Restart::Never => {
            Err(DeadlineFault::RestartNotAllowed { rule: rule.name })
        }
        Some(restart_on) if supported(restart_on)? < presented_on => {
            Err(DeadlineFault::RestartBeforePresentation { restart_on, presented_on })
        }
        Some(restart_on) => Ok(again(restart_on)),
    }
}

/// The last day to tell the citizen of an extension: the due date of the shorter rule.
fn extension_limit(
    rule: &Rule,
    facts: &Facts,
    start_on: NaiveDate,
) -> Result<Option<NaiveDate>, DeadlineFault> {
    let Some(shorter) = rule.extends.map(RuleName::rule) else {
        return match facts.extended_on {
            Some(_) => Err(DeadlineFault::ExtensionNotAllowed { rule: rule.name }),
            None => Ok(None),
        };
    };
    let limit =
        shorter.term.last_day(start_on).and_then(|day| NaiveDate::from_epoch_days(shorter.roll.day(day)));
    if let (Some(told_on), Some(limit)) = (facts.extended_on, limit) {
        if supported(told_on)? < start_on {
            return Err(DeadlineFault::ExtensionBeforeStart { told_on, start_on });
        }
        if told_on > limit {
            return Err(DeadlineFault::ExtensionTooLate { told_on, limit });
        }
    }
    Ok(limit)
}

/// The desk's own target (C5), never before the term starts.
fn target(
    rule: &Rule,
    start_on: NaiveDate,
    raw_on: NaiveDate,
    due_on: NaiveDate,
    desk: &DeskCalendar,
) -> Result<NaiveDate, DeadlineFault> {
    match rule.direction {
        Direction::DueBy => {
            let open = desk.last_open_on_or_before(raw_on)?;
            Ok(if open < start_on { due_on } else { open })
        }
        Direction::NotBefore => Ok(desk.first_open_on_or_after(due_on)?),
    }
}
