use super::*;
use crate::calendar::DeskCalendar;
use crate::deadline::{RuleName, compute};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn suspended(
    ground: SuspensionGround,
    sent: &str,
    received: Option<&str>,
    ended: Option<&str>,
) -> TermSuspension {
    let (sent_on, received_on, ended_on) = (day(sent), received.map(day), ended.map(day));
    TermSuspension { ground, sent_on, received_on, ended_on, over: ended.is_some() }
}

/// The dates of the design's table, for a matter presented on 1 September 2026.
#[test]
fn a_registered_suspension_gives_the_dates_of_the_law() {
    use SuspensionGround::{AffectedThirdParties, MissingInformation, RefusalNotice};
    let due = |rule, suspension: TermSuspension| {
        let facts =
            Facts::presented(day("2026-09-01")).suspended(suspension.interval().expect("an interval"));
        compute(rule, &facts, &DeskCalendar::default()).expect("a date").due_on.to_string()
    };
    let (procedure, access) = (RuleName::Procedure, RuleName::GeneralCivicAccess);
    let missing = |ended| suspended(MissingInformation, "2026-09-11", None, ended);
    assert_eq!(due(procedure, missing(Some("2026-09-21"))), "2026-10-12");
    assert_eq!(due(procedure, missing(Some("2026-11-20"))), "2026-10-31", "thirty days at most");
    assert_eq!(due(procedure, missing(None)), "2026-10-31", "the latest that can come");
    let parties = |ended| suspended(AffectedThirdParties, "2026-09-08", Some("2026-09-11"), ended);
    assert_eq!(due(access, parties(Some("2026-09-16"))), "2026-10-09");
    assert_eq!(due(access, parties(None)), "2026-10-12");
    let refusal = |ended| suspended(RefusalNotice, "2026-09-20", Some("2026-09-22"), ended);
    assert_eq!(due(procedure, refusal(Some("2026-09-28"))), "2026-10-19");
    assert_eq!(due(procedure, refusal(None)), "2026-10-13");
}

#[test]
fn a_suspension_ends_by_itself_on_a_day_that_is_known() {
    use SuspensionGround::{AffectedThirdParties, MissingInformation, RefusalNotice};
    let ends = |suspension: TermSuspension| suspension.ends_by().expect("a day").to_string();
    assert_eq!(ends(suspended(MissingInformation, "2026-09-11", None, None)), "2026-10-11");
    assert_eq!(ends(suspended(AffectedThirdParties, "2026-09-08", Some("2026-09-11"), None)), "2026-09-18");
    assert_eq!(ends(suspended(RefusalNotice, "2026-09-20", Some("2026-09-22"), None)), "2026-10-02");
    let backwards = suspended(RefusalNotice, "2026-09-20", Some("2026-09-19"), None);
    assert!(backwards.ends_by().is_err(), "received before it was sent");
}
