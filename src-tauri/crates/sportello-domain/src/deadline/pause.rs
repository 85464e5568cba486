//! How suspensions lengthen a term: checks, caps, unions. Day numbers only.

use chrono::NaiveDate;

use super::facts::supported;
use super::fault::DeadlineFault;
use super::rule::{Basis, Rule};
use super::suspension::{Suspension, SuspensionGround};

/// A stretch in which the term stands still, after cap and union: days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pause {
    pub(super) ground: SuspensionGround,
    pub(super) from: i32,
    pub(super) to: i32,
    /// The suspension lasted longer than the law counts.
    pub(super) capped: bool,
}

/// Which text of the law to follow where the two differ (C4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Every cap holds.
    Ours,
    /// No cap on affected third parties.
    Literal,
}

/// The suspensions in order of start, each allowed by the rule and started while the term was running.
pub(super) fn checked(
    rule: &Rule,
    start_on: NaiveDate,
    last_day: i32,
    suspensions: &[Suspension],
) -> Result<Vec<Suspension>, DeadlineFault> {
    let mut ordered = suspensions.to_vec();
    ordered.sort_by_key(|suspension| (suspension.from, suspension.to));
    for (index, &Suspension { ground, from, to }) in ordered.iter().enumerate() {
        if rule.basis == Basis::Commitment {
            return Err(DeadlineFault::CommitmentNeverSuspended);
        }
        if !rule.suspensions.contains(&ground) {
            return Err(DeadlineFault::SuspensionNotAllowed { rule: rule.name, ground });
        }
        if supported(to)? < supported(from)? {
            return Err(DeadlineFault::ReversedInterval { from, to });
        }
        if from < start_on {
            return Err(DeadlineFault::SuspensionBeforeStart { from, start_on });
        }
        let before = &ordered[..index];
        if ground.only_once() && before.iter().any(|earlier| earlier.ground == ground) {
            return Err(DeadlineFault::SecondSuspension { ground, from });
        }
        let due = rule.roll.day(extended(last_day, &pauses(before, Reading::Ours)));
        if from.to_epoch_days() > due {
            let due_on = NaiveDate::from_epoch_days(due).unwrap_or(NaiveDate::MAX);
            return Err(DeadlineFault::SuspensionAfterDue { from, due_on });
        }
    }
    Ok(ordered)
}

/// The days that count: each ground's intervals joined, then cut at its cap. Expects and returns order of start.
pub(super) fn pauses(ordered: &[Suspension], reading: Reading) -> Vec<Pause> {
    use SuspensionGround::{AffectedThirdParties, MissingInformation, PrivacyAuthority, RefusalNotice};
    let mut all = Vec::new();
    for ground in [MissingInformation, AffectedThirdParties, RefusalNotice, PrivacyAuthority] {
        let mut joined: Vec<Pause> = Vec::new();
        for suspension in ordered.iter().filter(|suspension| suspension.ground == ground) {
            let (from, to) = (suspension.from.to_epoch_days(), suspension.to.to_epoch_days());
            match joined.last_mut() {
                Some(last) if from <= last.to => last.to = last.to.max(to),
                _ => joined.push(Pause { ground, from, to, capped: false }),
            }
        }
        let cap = match reading {
            Reading::Literal if ground == AffectedThirdParties => None,
            _ => ground.cap_days(),
        };
        all.extend(match cap {
            Some(cap) => cut(joined, cap),
            None => joined,
        });
    }
    all.sort_by_key(|pause| (pause.from, pause.to));
    all
}

/// Keeps the first `left` days.
fn cut(joined: Vec<Pause>, mut left: u32) -> Vec<Pause> {
    let mut kept = Vec::new();
    for mut pause in joined {
        let days = pause.to.abs_diff(pause.from);
        if days > left {
            pause.to = pause.from.saturating_add_unsigned(left);
            pause.capped = true;
        }
        left -= days.min(left);
        kept.push(pause);
    }
    kept
}

/// The last day of the term once the pauses are added. Days that two pauses share count once.
///
/// A pause that starts on the days of the roll also holds the term until it ends. Not so the third parties': see
/// the choices in `deadline`.
pub(super) fn extended(last_day: i32, pauses: &[Pause]) -> i32 {
    let mut reached = i32::MIN;
    let mut last_day = last_day;
    for pause in pauses {
        let from = pause.from.max(reached);
        if pause.to > from {
            last_day = last_day.saturating_add_unsigned(pause.to.abs_diff(from));
            if pause.ground.only_once() {
                last_day = last_day.max(pause.to);
            }
        }
        reached = reached.max(pause.to);
    }
    last_day
}
