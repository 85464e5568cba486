//! Hostile cases of suspensions: overlaps, caps, the days of the roll, late answers.

use super::{at_the_desk, day, presented};
use crate::deadline::RuleName::{GeneralCivicAccess, InternalReview, Procedure};
use crate::deadline::SuspensionGround::{self, *};
use crate::deadline::{Facts, Suspension, affected_third_party_suspension, refusal_notice_suspension};

fn pause(ground: SuspensionGround, from: &str, to: &str) -> Suspension {
    Suspension::new(ground, day(from), day(to))
}

fn days_and_due(rule: crate::deadline::RuleName, facts: &Facts) -> (u32, String) {
    let deadline = at_the_desk(rule, facts).unwrap();
    (deadline.suspended_days, deadline.due_on.to_string())
}

#[test]
fn several_third_parties_are_one_suspension_of_ten_days() {
    let start = || presented("2026-09-01");
    let overlapping = start()
        .suspended(pause(AffectedThirdParties, "2026-09-11", "2026-09-16"))
        .suspended(pause(AffectedThirdParties, "2026-09-08", "2026-09-13"));
    assert_eq!(days_and_due(GeneralCivicAccess, &overlapping), (8, "2026-10-09".into()));
    let apart = start().suspended(pause(AffectedThirdParties, "2026-09-08", "2026-09-14")).suspended(pause(
        AffectedThirdParties,
        "2026-09-20",
        "2026-09-27",
    ));
    assert_eq!(days_and_due(GeneralCivicAccess, &apart), (10, "2026-10-12".into()));
    assert_eq!(at_the_desk(GeneralCivicAccess, &apart).unwrap().literal_due_on, Some(day("2026-10-14")));
}

#[test]
fn two_grounds_that_overlap_count_each_day_once() {
    let facts = presented("2026-09-01")
        .suspended(pause(MissingInformation, "2026-09-11", "2026-09-25"))
        .suspended(pause(RefusalNotice, "2026-09-20", "2026-10-02"));
    assert_eq!(days_and_due(Procedure, &facts), (21, "2026-10-22".into()));
}

#[test]
fn the_cap_is_applied_silently_and_told_in_the_steps() {
    let facts = presented("2026-09-01").suspended(pause(MissingInformation, "2026-09-11", "2026-11-20"));
    let deadline = at_the_desk(Procedure, &facts).unwrap();
    assert_eq!(deadline.suspended_days, 30);
    assert_eq!(deadline.literal_due_on, None, "this cap is the law's own");
    let told = deadline.steps.iter().find(|step| step.label.contains("il massimo")).unwrap();
    assert_eq!(told.date, day("2026-10-11"));
    let exactly = presented("2026-09-01").suspended(pause(MissingInformation, "2026-09-11", "2026-10-11"));
    let deadline = at_the_desk(Procedure, &exactly).unwrap();
    assert_eq!(deadline.suspended_days, 30);
    assert!(!deadline.explanation.contains("il massimo"), "thirty days asked, thirty given");
}

#[test]
fn a_suspension_of_no_days_changes_nothing() {
    let facts = presented("2026-09-01").suspended(pause(MissingInformation, "2026-09-11", "2026-09-11"));
    assert_eq!(days_and_due(Procedure, &facts), (0, "2026-10-01".into()));
    assert!(!at_the_desk(Procedure, &facts).unwrap().explanation.contains("sospes"));
}

#[test]
fn a_suspension_may_start_on_the_first_and_on_the_last_day() {
    let first = presented("2026-09-01").suspended(pause(MissingInformation, "2026-09-01", "2026-09-06"));
    assert_eq!(days_and_due(Procedure, &first), (5, "2026-10-06".into()));
    let last = presented("2026-09-01").suspended(pause(MissingInformation, "2026-10-01", "2026-10-06"));
    assert_eq!(days_and_due(Procedure, &last), (5, "2026-10-06".into()));
}

#[test]
fn a_suspension_on_the_days_of_the_roll_holds_the_term_until_it_ends() {
    // 25 November + 30 = Christmas, due on Monday 28. Stopped that Monday, resumed on 2 January: no day was left.
    let facts = presented("2026-11-25").suspended(pause(MissingInformation, "2026-12-28", "2027-01-02"));
    let deadline = at_the_desk(Procedure, &facts).unwrap();
    assert_eq!(deadline.due_on, day("2027-01-02"));
    assert_eq!(deadline.suspended_days, 8, "from Christmas: the days of the roll are inside");
}

#[test]
fn a_longer_suspension_of_third_parties_never_ends_the_term_sooner() {
    // Found by the property: the thirtieth day is Saturday 16 June 2018, one more day makes it Sunday and rolls.
    let last = || pause(AffectedThirdParties, "2018-06-18", "2018-06-27");
    let one = presented("2018-05-17").suspended(pause(AffectedThirdParties, "2018-05-18", "2018-05-19"));
    let two = presented("2018-05-17").suspended(pause(AffectedThirdParties, "2018-05-17", "2018-05-19"));
    assert_eq!(days_and_due(GeneralCivicAccess, &one.suspended(last())), (10, "2018-06-26".into()));
    assert_eq!(days_and_due(GeneralCivicAccess, &two.suspended(last())), (10, "2018-06-26".into()));
}

#[test]
fn the_second_ground_may_rest_on_the_days_the_first_one_gave() {
    let facts = presented("2026-09-01")
        .suspended(pause(RefusalNotice, "2026-10-08", "2026-10-20"))
        .suspended(pause(MissingInformation, "2026-09-11", "2026-09-21"));
    assert_eq!(days_and_due(Procedure, &facts), (22, "2026-10-23".into()));
}

#[test]
fn late_answers_count_as_none() {
    let notice = |observed| {
        refusal_notice_suspension(day("2026-09-20"), day("2026-09-22"), Some(day(observed))).unwrap().to
    };
    assert_eq!(notice("2026-10-02"), day("2026-10-12"), "the tenth day is good");
    assert_eq!(notice("2026-10-03"), day("2026-10-02"), "the eleventh is not");
    assert_eq!(notice("2026-09-21"), day("2026-10-01"), "an answer before the proof of receipt is an answer");
    // Received on 24 September: the tenth day is Sunday 4 October, so Monday is still in time.
    let rolled = |observed| {
        refusal_notice_suspension(day("2026-09-20"), day("2026-09-24"), Some(day(observed))).unwrap().to
    };
    assert_eq!(rolled("2026-10-05"), day("2026-10-15"));
    assert_eq!(rolled("2026-10-06"), day("2026-10-04"), "late: the end of the ten days, not rolled");
    let opposed =
        |on| affected_third_party_suspension(day("2026-09-08"), day("2026-09-11"), Some(day(on))).unwrap().to;
    assert_eq!(opposed("2026-09-21"), day("2026-09-21"));
    assert_eq!(opposed("2026-09-22"), day("2026-09-21"));
}

#[test]
fn an_opposition_after_ten_days_from_the_sending_is_capped_and_told() {
    let notice =
        affected_third_party_suspension(day("2026-09-08"), day("2026-09-11"), Some(day("2026-09-20")));
    let deadline =
        at_the_desk(GeneralCivicAccess, &presented("2026-09-01").suspended(notice.unwrap())).unwrap();
    assert_eq!((deadline.suspended_days, deadline.due_on), (10, day("2026-10-12")));
    assert_eq!(deadline.literal_due_on, Some(day("2026-10-13")));
}

#[test]
fn the_authority_has_ten_days() {
    let facts = presented("2026-09-14").suspended(pause(PrivacyAuthority, "2026-09-20", "2026-11-30"));
    assert_eq!(days_and_due(InternalReview, &facts), (10, "2026-10-14".into()));
}
