//! The terms of the law and the desk's own promise: from facts to a date, with the reason in plain Italian.
//!
//! Nothing here reads a clock, a database or a setting. A date is always *explained*: [`Deadline::steps`] for whoever
//! checks it, [`Deadline::explanation`] for the citizen.
//!
//! # Conventions (to be confirmed by the municipal secretary)
//! - **C1** Civil dates in Europe/Rome, no times. The term starts on the day of presentation or receipt, and that day
//!   is not counted (art. 2963 c.c.), except where the law counts it (the legal notice board).
//! - **C2** `due = roll(start + n + suspended days)`: the roll happens once, at the end, so no term inside another
//!   one rolls. A suspension from the 11th to the 21st counts 10 days: the day of the act is a worked one.
//! - **C3** A restart replaces the start date; a suspension never does.
//! - **C4** For general civic access the text of the law suspends until ten days after *receipt*, the circular "up
//!   to ten days": ours is the earlier date, the literal one is told beside it ([`Deadline::literal_due_on`]).
//! - **C5** The internal target is the last open day of the desk on or before the day *before* the roll: nobody
//!   here leans on a holiday.
//! - **C6** A reply counts on the day it is sent or handed over. That day is recorded elsewhere; here only dates meet.
//!
//! # Choices of ours
//! - Several affected third parties are one suspension: the union of their intervals, ten days in all.
//! - Two suspensions of different grounds that overlap count each day once.
//! - A suspension may start on the very last day, also when the roll made that day. The term then cannot end before
//!   the suspension does, which C2 alone would allow. Affected third parties are left to C2: their ten days are
//!   shared, and holding the term for one of them would let a longer suspension end it sooner.
//! - A restart after a suspension cancels it: suspensions must start on or after the day the term starts.
//! - The internal target never precedes the start of the term: when the desk stays closed for the whole term it is
//!   the due date itself.
//! - Observations or oppositions that arrive late count as none; "late" is after the ten days, rolled, because that
//!   term is the citizen's.

mod compute;
mod explain;
mod facts;
mod fault;
mod name;
mod outcome;
mod pause;
mod rule;
mod rules;
mod status;
mod suspension;

pub use compute::{compute, due_day};
pub use explain::in_brief;
pub use facts::{Facts, MAX_DAYS};
pub use fault::{DeadlineFault, UnknownRule};
pub use name::RuleName;
pub use outcome::{Deadline, Step};
pub use rule::{Basis, Direction, Restart, Roll, Rule, Term};
pub use rules::RULES;
pub use status::{DUE_SOON_DAYS, DueStatus, days_left};
pub use suspension::{
    Suspension, SuspensionGround, affected_third_party_suspension, refusal_notice_suspension,
};

#[cfg(test)]
mod tests;
