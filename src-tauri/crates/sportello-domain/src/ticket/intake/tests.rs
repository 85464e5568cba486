use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn typed(json: &str) -> TicketDraft {
    serde_json::from_str(json).expect("a draft")
}

fn faults(json: &str) -> Vec<String> {
    typed(json)
        .parse(day("2026-11-23"), None)
        .expect_err("something is wrong")
        .into_iter()
        .map(|fault| format!("{} {:?}", fault.field, fault.rule))
        .collect()
}

#[test]
fn the_least_that_can_be_recorded() {
    let ticket = typed(r#"{"text": "Lampione spento in via Matteotti 12. Da tre sere.", "citizen": {"phone": "039 7397275"}}"#)
        .parse(day("2026-11-23"), None)
        .expect("enough to answer");
    assert_eq!(ticket.subject, "Lampione spento in via Matteotti 12");
    assert_eq!((ticket.kind, ticket.channel), (TicketKind::Report, Channel::Phone));
    assert_eq!(ticket.reply_by, Some(ReplyChannel::Phone));
    assert_eq!(ticket.presented_on, day("2026-11-23"));
}

#[test]
fn a_promise_needs_a_way_to_keep_it() {
    insta::assert_debug_snapshot!(faults(r#"{"text": "Buca"}"#), @r#"
    [
        "citizen ContactNeeded",
    ]
    "#);
    insta::assert_debug_snapshot!(faults(r#"{"text": "Buca", "citizen": {"surname": "Rossi"}}"#), @r#"
    [
        "citizen ContactNeeded",
    ]
    "#);
    insta::assert_debug_snapshot!(
        faults(r#"{"text": "Buca", "citizen": {"phone": "039 7397275"}, "reply_by": "email"}"#), @r#"
    [
        "reply_by ContactNeeded",
    ]
    "#);
    insta::assert_debug_snapshot!(
        faults(r#"{"text": "Buca", "citizen": {"phone": "039 7397275"}, "anonymous": {"reason": "no"}}"#), @r#"
    [
        "anonymous NotBoth",
    ]
    "#);
}

#[test]
fn who_comes_back_to_the_counter_leaves_a_name_only() {
    let ticket = typed(r#"{"text": "Buca", "citizen": {"surname": "Rossi"}, "reply_by": "sportello"}"#)
        .parse(day("2026-11-23"), None)
        .expect("the counter is a way to answer");
    assert_eq!(ticket.reply_by, Some(ReplyChannel::Counter));
}

#[test]
fn every_wrong_field_is_named_at_once() {
    insta::assert_debug_snapshot!(faults(
        r#"{"text": "\u0000", "subject": "a\u0007", "presented_on": "2026-11-24", "anonymous": {"reason": " "}}"#
    ), @r#"
    [
        "text ControlCharacter { code: 0 }",
        "subject ControlCharacter { code: 7 }",
        "presented_on InFuture",
        "anonymous.reason Required",
    ]
    "#);
    insta::assert_debug_snapshot!(
        faults(r#"{"text": "x", "presented_on": "1926-11-24", "anonymous": {"reason": "passante"}}"#), @r#"
    [
        "presented_on TooOld { earliest: 2016-11-23 }",
    ]
    "#);
}

proptest! {
    #[test]
    fn a_subject_is_one_short_line(text in "\\PC{0,400}(\n\\PC{0,100}){0,3}") {
        if let Ok(text) = CitizenText::parse(&text) {
            let subject = subject_of(text.as_str());
            prop_assert!(!subject.is_empty() && !subject.contains('\n'), "{subject:?}");
            prop_assert!(subject.chars().count() <= SUBJECT_LENGTH + 1);
        }
    }
}
