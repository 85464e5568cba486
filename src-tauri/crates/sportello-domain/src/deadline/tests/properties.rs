//! What holds for every matter.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::at_the_desk;
use crate::calendar::tests::dates_between;
use crate::calendar::{DeskCalendar, is_holiday};
use crate::deadline::SuspensionGround::{AffectedThirdParties, MissingInformation, RefusalNotice};
use crate::deadline::{Deadline, Direction, Facts, RULES, Roll, Rule, RuleName, Suspension, Term, due_day};

fn starts() -> impl Strategy<Value = NaiveDate> {
    dates_between("2000-01-01", "2100-12-31")
}

fn facts_for(rule: &Rule, presented_on: NaiveDate, days: u32) -> Facts {
    let facts = Facts::presented(presented_on);
    if matches!(rule.term, Term::GivenDays | Term::DaysUnlessGiven(_)) { facts.for_days(days) } else { facts }
}

fn answer(rule: &Rule, presented_on: NaiveDate, days: u32) -> Deadline {
    at_the_desk(rule.name, &facts_for(rule, presented_on, days)).unwrap()
}

/// Suspensions of the two rules that know several: days after the presentation, and length. Most start inside the
/// thirty days, some on the days of the roll, a few when the term is over and are refused.
fn suspensions() -> impl Strategy<Value = (RuleName, Vec<(u64, u64)>)> {
    let starts = || prop_oneof![8 => 0u64..=30, 1 => 30u64..=34];
    prop_oneof![
        prop::collection::vec((starts(), 0u64..60), 1..=2).prop_map(|pauses| (RuleName::Procedure, pauses)),
        prop::collection::vec((starts(), 0u64..30), 1..=4)
            .prop_map(|pauses| (RuleName::GeneralCivicAccess, pauses)),
    ]
}

fn suspended(rule: RuleName, presented_on: NaiveDate, pauses: &[(u64, u64)]) -> Facts {
    let mut facts = Facts::presented(presented_on);
    for (index, (after, length)) in pauses.iter().enumerate() {
        let from = presented_on + Days::new(*after);
        let ground = match (rule, index) {
            (RuleName::Procedure, 0) => MissingInformation,
            (RuleName::Procedure, _) => RefusalNotice,
            _ => AffectedThirdParties,
        };
        facts = facts.suspended(Suspension::new(ground, from, from + Days::new(*length)));
    }
    facts
}

proptest! {
    #[test]
    fn a_term_never_ends_early_and_never_on_a_holiday(
        rule in prop::sample::select(RULES), on in starts(), days in 1u32..400,
    ) {
        let deadline = answer(&rule, on, days);
        let least = match rule.term {
            Term::Days(days) | Term::DaysFirstIncluded(days) => days - u32::from(rule.term == Term::DaysFirstIncluded(days)),
            Term::GivenDays | Term::DaysUnlessGiven(_) => days,
            Term::Months(months) => 28 * months,
            Term::ThirtiethOfJanuary => 30,
        };
        prop_assert!(deadline.raw_on >= on + Days::new(least.into()));
        prop_assert!(deadline.due_on >= deadline.raw_on);
        prop_assert!(rule.roll == Roll::Never || !is_holiday(deadline.due_on));
        if rule.roll == Roll::HolidaysAndSaturdays {
            prop_assert_ne!(deadline.due_on.to_epoch_days().rem_euclid(7), 2, "a Saturday");
        }
        // Nothing between the last day and the due day was a working day.
        let skipped = deadline.raw_on.iter_days().take_while(|day| *day < deadline.due_on);
        let saturdays = rule.roll == Roll::HolidaysAndSaturdays;
        let idle = |day: NaiveDate| is_holiday(day) || saturdays && day.to_epoch_days().rem_euclid(7) == 2;
        prop_assert!(skipped.into_iter().all(idle));
    }

    #[test]
    fn presenting_later_never_brings_the_date_forward(
        rule in prop::sample::select(RULES), on in starts(), later in 0u64..40, days in 1u32..400,
    ) {
        let (first, second) = (answer(&rule, on, days), answer(&rule, on + Days::new(later), days));
        prop_assert!(first.due_on <= second.due_on);
    }

    #[test]
    fn the_target_is_an_open_day_that_does_not_lean_on_the_roll(
        rule in prop::sample::select(RULES), on in starts(), days in 1u32..400,
    ) {
        let deadline = answer(&rule, on, days);
        if rule.direction == Direction::NotBefore {
            prop_assert!(deadline.target_on >= deadline.due_on);
        } else {
            prop_assert!(deadline.target_on <= deadline.raw_on || deadline.target_on == deadline.due_on);
            prop_assert!(deadline.target_on >= on);
        }
        prop_assert!(DeskCalendar::default().is_open_on(deadline.target_on));
    }

    #[test]
    fn one_more_suspension_never_brings_the_date_forward(
        (rule, pauses) in suspensions(), on in starts(), which in any::<prop::sample::Index>(),
    ) {
        let facts = suspended(rule, on, &pauses);
        let mut fewer = facts.clone();
        fewer.suspensions.remove(which.index(pauses.len()));
        if let (Ok(without), Ok(with)) = (at_the_desk(rule, &fewer), at_the_desk(rule, &facts)) {
            prop_assert!(without.due_on <= with.due_on, "{} then {}", without.due_on, with.due_on);
            prop_assert!(with.literal_due_on.is_none_or(|literal| with.due_on < literal));
        }
    }

    #[test]
    fn presenting_later_never_brings_a_suspended_date_forward(
        (rule, pauses) in suspensions(), on in starts(), later in 0u64..10,
    ) {
        // The same suspensions on the calendar; those the later matter could not have had are refused.
        let facts = suspended(rule, on, &pauses);
        let moved = Facts { presented_on: on + Days::new(later), ..facts.clone() };
        if let (Ok(first), Ok(second)) = (at_the_desk(rule, &facts), at_the_desk(rule, &moved)) {
            prop_assert!(first.due_on <= second.due_on);
        }
    }

    #[test]
    fn a_procedure_does_not_end_while_it_stands_still((_, pauses) in suspensions(), on in starts()) {
        let facts = suspended(RuleName::Procedure, on, &pauses[..pauses.len().min(2)]);
        if let Ok(deadline) = at_the_desk(RuleName::Procedure, &facts) {
            for pause in facts.suspensions {
                let cap = pause.ground.cap_days().map_or(pause.to, |cap| pause.from + Days::new(cap.into()));
                prop_assert!(deadline.due_on >= pause.to.min(cap));
            }
        }
    }

    #[test]
    fn the_order_of_the_suspensions_does_not_matter((rule, pauses) in suspensions(), on in starts()) {
        let facts = suspended(rule, on, &pauses);
        let mut turned = facts.clone();
        turned.suspensions.reverse();
        prop_assert_eq!(at_the_desk(rule, &facts), at_the_desk(rule, &turned));
    }

    #[test]
    fn the_fast_path_says_the_same((rule, pauses) in suspensions(), on in starts()) {
        if let Ok(deadline) = at_the_desk(rule, &suspended(rule, on, &pauses)) {
            let fast = due_day(on.to_epoch_days(), 30, deadline.suspended_days);
            prop_assert_eq!(NaiveDate::from_epoch_days(fast), Some(deadline.due_on));
        }
    }

    #[test]
    fn the_fast_path_is_a_slow_walk(on in starts(), days in 0u32..400) {
        let mut walked = on + Days::new(days.into());
        while is_holiday(walked) {
            walked = walked.succ_opt().unwrap();
        }
        prop_assert_eq!(due_day(on.to_epoch_days(), days, 0), walked.to_epoch_days());
    }
}
