use super::*;
use chrono::Days;
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-24".parse().expect("a day")
}

fn at(left: i64) -> NaiveDate {
    let days = Days::new(left.unsigned_abs());
    let moved = if left < 0 { today().checked_sub_days(days) } else { today().checked_add_days(days) };
    moved.expect("a day")
}

fn waiting(citizen: Option<i64>, office: Option<i64>, basis: Basis) -> Waiting {
    Waiting { due_on: citizen.map(at), office_due_on: office.map(at), basis }
}

fn reached(citizen: Option<i64>, office: Option<i64>, basis: Basis) -> Vec<ReminderStep> {
    waiting(citizen, office, basis).reached(today()).collect()
}

#[test]
fn the_milestones_of_a_promise() {
    let of = |left| Milestone::of(at(left), today());
    assert_eq!([16, 15, 11].map(of), [None, Some(Milestone::T15), Some(Milestone::T15)]);
    assert_eq!(
        [10, 6, 5, 3].map(of),
        [Milestone::T10, Milestone::T10, Milestone::T5, Milestone::T5].map(Some)
    );
    assert_eq!(
        [2, 1, 0, -1].map(of),
        [Milestone::T2, Milestone::T2, Milestone::Today, Milestone::Late].map(Some)
    );
}

#[test]
fn the_ladder_rung_by_rung() {
    use ReminderStep::{Head, Office, Substitute};
    let (promise, law) = (Basis::Commitment, Basis::Statute);
    assert_eq!(reached(Some(11), Some(0), promise), []);
    assert_eq!(reached(Some(10), Some(2), promise), [Office]);
    assert_eq!(
        reached(Some(20), Some(-1), promise),
        [Office],
        "the office is late, the citizen's date is far"
    );
    assert_eq!(reached(None, Some(-5), promise), [Office, Head], "nothing was promised, the office is late");
    assert_eq!(reached(Some(5), Some(2), law), [Office, Head]);
    assert_eq!(reached(Some(0), None, law), [Office, Head]);
    assert_eq!(reached(Some(-1), None, law), [Office, Head, Substitute]);
    assert_eq!(
        reached(Some(-90), Some(-90), promise),
        [Office, Head],
        "no substitute for a promise of the desk"
    );
}

#[test]
fn the_interim_reply_is_owed_from_three_days_before() {
    assert_eq!([4, 3, 0, -7].map(|left| interim_owed(at(left), today())), [false, true, true, true]);
}

fn date() -> impl Strategy<Value = Option<i64>> {
    proptest::option::of(-60_i64..60)
}

fn basis() -> impl Strategy<Value = Basis> {
    prop_oneof![Just(Basis::Commitment), Just(Basis::Statute)]
}

proptest! {
    /// A rung is never left by waiting, and none is reached before the one under it.
    #[test]
    fn the_ladder_is_climbed_and_never_descended(citizen in date(), office in date(), basis in basis(), days in 0_u64..90) {
        let waiting = waiting(citizen, office, basis);
        let now: Vec<_> = waiting.reached(today()).collect();
        let then: Vec<_> = waiting.reached(today() + Days::new(days)).collect();
        prop_assert!(then.starts_with(&now), "{now:?} then {then:?}");
        prop_assert_eq!(now.as_slice(), &ReminderStep::ALL[..now.len()]);
    }

    /// Sending what is ready, day after day, sends each step at most once and in order.
    #[test]
    fn no_step_is_ready_twice(citizen in date(), office in date(), basis in basis(), days in 1_u64..120) {
        let waiting = waiting(citizen, office, basis);
        let mut sent = Vec::new();
        for day in 0..days {
            while let Some(step) = waiting.ready(today() + Days::new(day), &sent) {
                prop_assert!(!sent.contains(&step));
                prop_assert_eq!(waiting.next(&sent), Some(step), "what is ready is what comes next");
                sent.push(step);
            }
        }
        prop_assert_eq!(sent.as_slice(), &ReminderStep::ALL[..sent.len()]);
    }
}
