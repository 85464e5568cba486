//! The vectors of the study of the law: a table each, nothing computed here.

use super::{at_the_desk, day, due, presented};
use crate::deadline::RuleName::{self, *};
use crate::deadline::SuspensionGround::{MissingInformation, PrivacyAuthority};
use crate::deadline::{Facts, Suspension, affected_third_party_suspension, refusal_notice_suspension};

#[test]
fn thirty_days() {
    // presented, raw, due, internal target
    let vectors = [
        ("2025-09-04", "2025-10-04", "2025-10-04", "2025-10-04"),
        ("2026-09-04", "2026-10-04", "2026-10-05", "2026-10-03"),
        ("2027-09-04", "2027-10-04", "2027-10-05", "2027-10-02"),
        ("2026-09-05", "2026-10-05", "2026-10-05", "2026-10-05"),
        ("2026-11-25", "2026-12-25", "2026-12-28", "2026-12-24"),
        ("2026-12-02", "2027-01-01", "2027-01-02", "2026-12-31"),
        ("2026-12-07", "2027-01-06", "2027-01-07", "2027-01-05"),
        ("2027-02-27", "2027-03-29", "2027-03-30", "2027-03-27"),
        ("2026-03-07", "2026-04-06", "2026-04-07", "2026-04-04"),
        ("2026-03-26", "2026-04-25", "2026-04-27", "2026-04-24"),
        ("2026-07-16", "2026-08-15", "2026-08-17", "2026-08-14"),
        ("2026-10-02", "2026-11-01", "2026-11-02", "2026-10-31"),
        ("2026-11-08", "2026-12-08", "2026-12-09", "2026-12-07"),
        ("2027-05-03", "2027-06-02", "2027-06-03", "2027-06-01"),
        ("2028-01-30", "2028-02-29", "2028-02-29", "2028-02-29"),
    ];
    for rule in [Commitment, Procedure, DocumentaryAccess, GeneralCivicAccess, CouncillorQuestion] {
        for (on, raw, due, target) in vectors {
            let deadline = at_the_desk(rule, &presented(on)).unwrap();
            assert_eq!((deadline.raw_on, deadline.due_on), (day(raw), day(due)), "{rule} {on}");
            assert_eq!(deadline.target_on, day(target), "{rule} {on}");
            assert_eq!((deadline.suspended_days, deadline.literal_due_on), (0, None));
        }
    }
}

fn missing_information(from: &str, to: &str) -> Suspension {
    Suspension::new(MissingInformation, day(from), day(to))
}

fn notice(sent: &str, received: &str, observed: Option<&str>) -> Suspension {
    refusal_notice_suspension(day(sent), day(received), observed.map(day)).unwrap()
}

fn third_party(sent: &str, received: &str, opposed: Option<&str>) -> Suspension {
    affected_third_party_suspension(day(sent), day(received), opposed.map(day)).unwrap()
}

#[test]
fn suspensions_and_restarts_of_1_september_2026() {
    let start = || presented("2026-09-01");
    let review = presented("2026-09-14");
    let opinion = Suspension::new(PrivacyAuthority, day("2026-09-20"), day("2026-09-30"));
    // rule, facts, days counted, due
    let vectors: Vec<(RuleName, Facts, u32, &str)> = vec![
        (Procedure, start().suspended(missing_information("2026-09-11", "2026-09-21")), 10, "2026-10-12"),
        (Procedure, start().suspended(missing_information("2026-09-11", "2026-11-20")), 30, "2026-10-31"),
        (
            GeneralCivicAccess,
            start().suspended(third_party("2026-09-08", "2026-09-11", Some("2026-09-16"))),
            8,
            "2026-10-09",
        ),
        (
            GeneralCivicAccess,
            start().suspended(third_party("2026-09-08", "2026-09-11", None)),
            10,
            "2026-10-12",
        ),
        (
            Procedure,
            start().suspended(notice("2026-09-20", "2026-09-22", Some("2026-09-28"))),
            18,
            "2026-10-19",
        ),
        (Procedure, start().suspended(notice("2026-09-20", "2026-09-22", None)), 12, "2026-10-13"),
        (DocumentaryAccess, start().restarted(day("2026-09-25")), 0, "2026-10-26"),
        (InternalReview, review.clone(), 0, "2026-10-05"),
        (InternalReview, review.suspended(opinion), 10, "2026-10-14"),
    ];
    for (rule, facts, days, due) in vectors {
        let deadline = at_the_desk(rule, &facts).unwrap();
        assert_eq!((deadline.suspended_days, deadline.due_on), (days, day(due)), "{rule} {facts:?}");
    }
}

#[test]
fn the_literal_date_is_told_only_where_it_differs() {
    let literal = |opposed| {
        let facts = presented("2026-09-01").suspended(third_party("2026-09-08", "2026-09-11", opposed));
        at_the_desk(GeneralCivicAccess, &facts).unwrap().literal_due_on
    };
    assert_eq!(literal(None), Some(day("2026-10-14")));
    assert_eq!(literal(Some("2026-09-16")), None);
}

#[test]
fn other_terms() {
    // rule, start, due, target
    let vectors = [
        (IrregularRequestNotice, "2026-09-01", "2026-09-11", "2026-09-11"),
        (ReleaseStandstill, "2026-10-10", "2026-10-25", "2026-10-26"),
        (ViewingWindow, "2026-10-10", "2026-10-25", "2026-10-26"),
        (EnvironmentalAccess, "2026-09-04", "2026-10-05", "2026-10-03"),
        (EnvironmentalAccessExtended, "2026-09-04", "2026-11-03", "2026-11-03"),
        (DataSubjectRequest, "2026-01-31", "2026-03-02", "2026-02-28"),
        (DataSubjectRequest, "2026-09-04", "2026-10-05", "2026-10-03"),
        (DataSubjectRequest, "2026-11-26", "2026-12-28", "2026-12-24"),
        (DataSubjectRequest, "2027-01-30", "2027-03-01", "2027-02-27"),
        (DataSubjectRequestExtended, "2026-11-30", "2027-03-01", "2027-02-27"),
        (SubstitutePower, "2026-10-05", "2026-10-20", "2026-10-20"),
        (LegalPosting, "2026-09-21", "2026-10-05", "2026-10-05"),
        (WhistleblowingForward, "2026-09-27", "2026-10-05", "2026-10-03"),
        (Observations, "2026-09-22", "2026-10-02", "2026-10-02"),
        (GeneralCivicAccessOpposition, "2026-09-24", "2026-10-05", "2026-10-03"),
        (LateProceduresList, "2026-05-10", "2027-01-30", "2027-01-30"),
        (LateProceduresList, "2027-12-31", "2028-01-31", "2028-01-29"),
        (LateProceduresList, "2028-02-29", "2029-01-30", "2029-01-30"),
    ];
    for (rule, on, due, target) in vectors {
        let deadline = at_the_desk(rule, &presented(on)).unwrap();
        assert_eq!((deadline.due_on, deadline.target_on), (day(due), day(target)), "{rule} {on}");
    }
}

#[test]
fn saturday_rolls_only_where_the_law_says_so() {
    let facts = presented("2026-12-02").for_days(31);
    assert_eq!(due(CivilTerm, &facts), day("2027-01-02"), "a Saturday stays");
    assert_eq!(due(ProceduralAct, &facts), day("2027-01-04"), "Saturday and Sunday roll");
    let friday_holiday = presented("2026-12-02").for_days(30);
    assert_eq!(due(ProceduralAct, &friday_holiday), day("2027-01-04"), "a Friday holiday rolls over both");
}

#[test]
fn months_end_where_the_month_ends() {
    let vectors = [
        ("2027-01-31", "2027-03-01"), // 28 February is a Sunday
        ("2028-01-31", "2028-02-29"), // leap year, a Tuesday
        ("2028-01-29", "2028-02-29"),
        ("2026-12-31", "2027-02-01"), // 31 January is a Sunday
        ("2026-03-31", "2026-04-30"),
        ("2026-08-31", "2026-09-30"),
    ];
    for (on, expected) in vectors {
        assert_eq!(due(DataSubjectRequest, &presented(on)), day(expected), "{on}");
    }
}
