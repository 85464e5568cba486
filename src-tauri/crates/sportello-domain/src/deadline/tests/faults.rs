//! Every fault, and nothing that panics.

use proptest::prelude::*;

use super::{at_the_desk, day, presented};
use crate::calendar::tests::any_date;
use crate::calendar::{Closure, DeskCalendar, NeverOpen, WeeklyHours};
use crate::deadline::DeadlineFault::{self, *};
use crate::deadline::RuleName::*;
use crate::deadline::SuspensionGround::{self, *};
use crate::deadline::{
    Facts, MAX_DAYS, RULES, Suspension, affected_third_party_suspension, compute, due_day,
    refusal_notice_suspension,
};

fn pause(ground: SuspensionGround, from: &str, to: &str) -> Suspension {
    Suspension::new(ground, day(from), day(to))
}

#[test]
fn facts_that_contradict_the_law_are_named() {
    let start = || presented("2026-09-01");
    let missing = |from, to| start().suspended(pause(MissingInformation, from, to));
    let (from, to, start_on) = (day("2026-09-11"), day("2026-09-10"), day("2026-09-01"));
    let cases: Vec<(crate::deadline::RuleName, Facts, DeadlineFault)> = vec![
        (Commitment, missing("2026-09-11", "2026-09-21"), CommitmentNeverSuspended),
        (
            DocumentaryAccess,
            missing("2026-09-11", "2026-09-21"),
            SuspensionNotAllowed { rule: DocumentaryAccess, ground: MissingInformation },
        ),
        (
            GeneralCivicAccess,
            start().suspended(pause(RefusalNotice, "2026-09-11", "2026-09-21")),
            SuspensionNotAllowed { rule: GeneralCivicAccess, ground: RefusalNotice },
        ),
        (
            Procedure,
            missing("2026-09-11", "2026-09-12").suspended(pause(
                MissingInformation,
                "2026-09-20",
                "2026-09-21",
            )),
            SecondSuspension { ground: MissingInformation, from: day("2026-09-20") },
        ),
        (
            Procedure,
            missing("2026-08-31", "2026-09-12"),
            SuspensionBeforeStart { from: day("2026-08-31"), start_on },
        ),
        (
            Procedure,
            missing("2026-10-02", "2026-10-12"),
            SuspensionAfterDue { from: day("2026-10-02"), due_on: day("2026-10-01") },
        ),
        (Procedure, missing("2026-09-11", "2026-09-10"), ReversedInterval { from, to }),
        (Procedure, start().restarted(from), RestartNotAllowed { rule: Procedure }),
        (
            DocumentaryAccess,
            start().restarted(day("2026-08-31")),
            RestartBeforePresentation { restart_on: day("2026-08-31"), presented_on: start_on },
        ),
        (CivilTerm, start(), DaysMissing { rule: CivilTerm }),
        (CivilTerm, start().for_days(0), NoDays),
        (Procedure, start().for_days(0), NoDays),
        (CivilTerm, start().for_days(MAX_DAYS + 1), TooManyDays { days: MAX_DAYS + 1, max: MAX_DAYS }),
        (ProceduralAct, start().for_days(u32::MAX), TooManyDays { days: u32::MAX, max: MAX_DAYS }),
        (LegalPosting, start().for_days(15), DaysNotAccepted { rule: LegalPosting }),
        (EnvironmentalAccess, start().extended(from), ExtensionNotAllowed { rule: EnvironmentalAccess }),
        (
            EnvironmentalAccessExtended,
            start().extended(day("2026-10-02")),
            ExtensionTooLate { told_on: day("2026-10-02"), limit: day("2026-10-01") },
        ),
        (
            EnvironmentalAccessExtended,
            start().extended(day("2026-08-31")),
            ExtensionBeforeStart { told_on: day("2026-08-31"), start_on },
        ),
    ];
    for (rule, facts, fault) in cases {
        assert_eq!(at_the_desk(rule, &facts), Err(fault), "{rule}");
    }
}

#[test]
fn the_edges_that_are_good() {
    let start = presented("2026-09-01");
    assert!(at_the_desk(EnvironmentalAccessExtended, &start.clone().extended(day("2026-10-01"))).is_ok());
    assert!(at_the_desk(CivilTerm, &start.clone().for_days(MAX_DAYS)).is_ok());
    assert!(at_the_desk(CivilTerm, &start.clone().for_days(1)).is_ok());
    assert!(at_the_desk(DocumentaryAccess, &start.clone().restarted(day("2026-09-01"))).is_ok());
    let rolled = presented("2026-09-04").suspended(pause(MissingInformation, "2026-10-05", "2026-10-06"));
    assert!(at_the_desk(Procedure, &rolled).is_ok(), "4 October rolled to the 5th: still running");
}

#[test]
fn a_suspension_before_the_restart_is_refused() {
    let facts = presented("2026-09-01")
        .suspended(pause(AffectedThirdParties, "2026-09-08", "2026-09-12"))
        .restarted(day("2026-09-25"));
    let fault = SuspensionBeforeStart { from: day("2026-09-08"), start_on: day("2026-09-25") };
    assert_eq!(at_the_desk(GeneralCivicAccess, &facts), Err(fault));
}

#[test]
fn the_years_have_ends() {
    for (on, good) in
        [("1989-12-31", false), ("1990-01-01", true), ("2119-12-31", true), ("2120-01-01", false)]
    {
        let answer = at_the_desk(Commitment, &presented(on));
        assert_eq!(answer.is_ok(), good, "{on}");
        assert!(good || answer == Err(OutOfRange { date: day(on) }));
    }
    let typo = day("0202-09-11");
    let facts =
        presented("2026-09-01").suspended(Suspension::new(MissingInformation, day("2026-09-11"), typo));
    assert_eq!(at_the_desk(Procedure, &facts), Err(OutOfRange { date: typo }));
    assert_eq!(affected_third_party_suspension(typo, typo, None), Err(OutOfRange { date: typo }));
}

#[test]
fn answers_before_the_question_are_refused() {
    let (sent, early) = (day("2026-09-08"), day("2026-09-07"));
    let fault = Err(ReversedInterval { from: sent, to: early });
    assert_eq!(affected_third_party_suspension(sent, early, None), fault);
    assert_eq!(affected_third_party_suspension(sent, sent, Some(early)), fault);
    assert_eq!(refusal_notice_suspension(sent, early, None), fault);
}

fn desk(hours: WeeklyHours, closures: Vec<Closure>) -> DeskCalendar {
    DeskCalendar::new(hours, None, closures).unwrap()
}

#[test]
fn a_desk_that_never_opens_has_no_target() {
    let mut hours = WeeklyHours::default();
    for spans in [&mut hours.monday, &mut hours.tuesday, &mut hours.wednesday] {
        spans.clear();
    }
    for spans in [&mut hours.thursday, &mut hours.friday, &mut hours.saturday] {
        spans.clear();
    }
    let answer = compute(Commitment, &presented("2026-09-01"), &desk(hours, vec![]));
    assert_eq!(answer, Err(DeskNeverOpen(NeverOpen { around: day("2026-10-01") })));
}

#[test]
fn a_desk_closed_for_the_whole_term_keeps_the_due_date_as_target() {
    let closure = Closure { from: day("2026-08-01"), to: day("2026-08-31"), reason: "Lavori".into() };
    let desk = desk(WeeklyHours::default(), vec![closure]);
    let deadline = compute(WhistleblowingForward, &presented("2026-08-09"), &desk).unwrap();
    assert_eq!((deadline.raw_on, deadline.due_on), (day("2026-08-16"), day("2026-08-17")));
    assert_eq!(deadline.target_on, deadline.due_on);
    let waiting = compute(ReleaseStandstill, &presented("2026-08-09"), &desk).unwrap();
    assert_eq!((waiting.due_on, waiting.target_on), (day("2026-08-24"), day("2026-09-01")));
}

#[test]
fn facts_are_read_strictly() {
    let facts: Facts = serde_json::from_str(r#"{"presented_on":"2026-09-01"}"#).unwrap();
    assert_eq!(facts, presented("2026-09-01"));
    for wrong in [
        r#"{}"#,
        r#"{"presented_on":"2026-02-30"}"#,
        r#"{"presented_on":"2026-09-01","day":30}"#,
        r#"{"presented_on":"2026-09-01","days":-1}"#,
        r#"{"presented_on":"2026-09-01","suspensions":[{"ground":"holiday","from":"2026-09-02","to":"2026-09-03"}]}"#,
    ] {
        assert!(serde_json::from_str::<Facts>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn faults_travel_as_typed_data() {
    let fault = SuspensionNotAllowed { rule: DocumentaryAccess, ground: MissingInformation };
    let text = serde_json::to_string(&fault).unwrap();
    assert_eq!(
        text,
        r#"{"fault":"suspension_not_allowed","rule":"documentary_access","ground":"missing_information"}"#
    );
    assert_eq!(serde_json::from_str::<DeadlineFault>(&text).unwrap(), fault);
    assert_eq!(fault.to_string(), "rule documentary_access is not suspended by missing_information");
    let never = DeskNeverOpen(NeverOpen { around: day("2026-09-01") });
    let text = serde_json::to_string(&never).unwrap();
    assert_eq!(serde_json::from_str::<DeadlineFault>(&text).unwrap(), never);
}

fn any_ground() -> impl Strategy<Value = SuspensionGround> {
    prop::sample::select(vec![MissingInformation, AffectedThirdParties, RefusalNotice, PrivacyAuthority])
}

prop_compose! {
    fn any_suspension()(ground in any_ground(), from in any_date(), to in any_date()) -> Suspension {
        Suspension { ground, from, to }
    }
}

prop_compose! {
    fn any_facts()(
        presented_on in any_date(),
        suspensions in prop::collection::vec(any_suspension(), 0..4),
        restart_on in prop::option::of(any_date()),
        reopened_on in prop::option::of(any_date()),
        days in prop::option::of(any::<u32>()),
        extended_on in prop::option::of(any_date()),
    ) -> Facts {
        Facts { presented_on, suspensions, restart_on, reopened_on, days, extended_on }
    }
}

proptest! {
    #[test]
    fn no_facts_make_it_panic(facts in any_facts(), rule in prop::sample::select(RULES)) {
        let _ = at_the_desk(rule.name, &facts);
        let bare = Facts { suspensions: vec![], restart_on: None, days: None, extended_on: None, ..facts.clone() };
        let _ = at_the_desk(rule.name, &bare);
        let _ = affected_third_party_suspension(facts.presented_on, facts.presented_on, facts.restart_on);
        let _ = refusal_notice_suspension(facts.presented_on, facts.presented_on, facts.restart_on);
    }

    #[test]
    fn the_fast_path_takes_any_number(start in any::<i32>(), term in any::<u32>(), suspended in any::<u32>()) {
        let _ = due_day(start, term, suspended);
    }
}
