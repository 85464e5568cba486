//! Whatever is typed: refused with the field's name, or kept as plain text. Nothing is lost, nothing breaks.

use crate::cli::cli;
use serde_json::{Value, json};
use sportello_tests::cli::Cli;

/// Adds a ticket and answers the fields that are refused.
fn refused(cli: &Cli, ticket: &str) -> Vec<String> {
    let ran = cli.run_with(&["ticket", "add", "-"], ticket);
    assert_eq!(ran.code, 1, "accepted: {ran:?}");
    let error: Value = serde_json::from_str(&ran.err).expect("an error in JSON");
    let fields = error["error"]["fields"].as_array().expect("fields");
    let named = fields.iter().map(|fault| {
        format!(
            "{}: {}",
            fault["field"].as_str().unwrap_or("?"),
            fault["rule"]["rule"].as_str().unwrap_or("?")
        )
    });
    named.collect()
}

fn with(change: impl FnOnce(&mut Value)) -> String {
    let mut ticket =
        json!({ "text": "Buca in via Roma", "citizen": { "surname": "Rossi", "phone": "039 0000000" } });
    change(&mut ticket);
    ticket.to_string()
}

#[test]
fn each_wrong_field_is_named() {
    let cli = cli();
    cli.run(&["init"]).json();
    let check = |change: fn(&mut Value), wanted: &[&str]| assert_eq!(refused(&cli, &with(change)), wanted);
    check(|t| t["colour"] = json!("red"), &["colour: unknown_field"]);
    check(|t| t["citizen"]["colour"] = json!("red"), &["citizen.colour: unknown_field"]);
    check(|t| t["text"] = Value::Null, &["text: wrong_value"]);
    check(|t| drop(t.as_object_mut().map(|t| t.remove("text"))), &["text: required"]);
    check(|t| t["text"] = json!(" \n "), &["text: required"]);
    check(|t| t["text"] = json!(12), &["text: wrong_value"]);
    check(|t| t["text"] = json!("a\0b"), &["text: control_character"]);
    check(|t| t["subject"] = json!("a\u{1b}[2Jb"), &["subject: control_character"]);
    check(|t| t["place"] = json!("\u{7}"), &["place: control_character"]);
    check(|t| t["citizen"]["surname"] = json!("Ro\0ssi"), &["citizen.surname: control_character"]);
    check(|t| t["citizen"]["email"] = json!("maria chiocciola posta"), &["citizen.email: not_an_email"]);
    check(|t| t["citizen"]["phone"] = json!("casa"), &["citizen.phone: not_a_phone"]);
    check(|t| t["citizen"]["tax_code"] = json!("12"), &["citizen.tax_code: not_a_tax_code"]);
    check(|t| t["kind"] = json!("poesia"), &["kind: wrong_value"]);
    check(|t| t["channel"] = json!("fax"), &["channel: wrong_value"]);
    check(|t| t["presented_on"] = json!("2026-02-30"), &["presented_on: wrong_value"]);
    check(|t| t["presented_on"] = json!("ieri"), &["presented_on: wrong_value"]);
    check(|t| t["presented_on"] = json!("2999-01-01"), &["presented_on: in_future"]);
    check(|t| t["presented_on"] = json!("0001-01-01"), &["presented_on: too_old"]);
    check(|t| t["office_id"] = json!("01a2089c-2388-762a-b0f8-221223478925"), &["office_id: not_found"]);
    check(|t| t["citizen"] = json!({}), &["citizen: contact_needed"]);
    check(|t| t["reply_by"] = json!("pec"), &["reply_by: contact_needed"]);
    check(|t| t["anonymous"] = json!({ "reason": "no" }), &["anonymous: not_both"]);
    check(|t| t["text"] = json!("x".repeat(10 * 1024 * 1024)), &["text: too_long"]);
    check(|t| t["subject"] = json!("x".repeat(301)), &["subject: too_long"]);
    // Nothing of all this was recorded, and no number was used up.
    assert_eq!(cli.run(&["ticket", "list"]).json()["rows"], json!([]));
    let good = cli.run_with(&["ticket", "add", "-"], &with(|_| ())).json();
    assert!(good["number"].as_str().is_some_and(|number| number.ends_with("/0001")));
}

#[test]
fn what_is_not_json_is_told_by_line() {
    let cli = cli();
    cli.run(&["init"]).json();
    for text in ["", "{", "[]", "null", "\"ciao\"", "{\"text\": \"a\"\n,}", "\u{feff}{", "text: ciao"] {
        let ran = cli.run_with(&["ticket", "add", "-"], text);
        assert_eq!(ran.code, 1, "{text:?}: {ran:?}");
        assert!(ran.err.contains("error") && !ran.err.contains("panicked"), "{text:?}: {ran:?}");
    }
}

/// SQL, HTML, format strings and scripts of the whole world are words like any other.
#[test]
fn hostile_words_are_plain_text_in_every_field() {
    let cli = cli();
    cli.run(&["init", "--demo"]).json();
    let hostile = [
        "'; drop table ticket; --",
        "\" or 1=1 --",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{{7*7}} ${7*7} %s %n \\x00 \\u0000",
        "../../etc/passwd",
        "=HYPERLINK(\"http://example.org\")",
        "Ünïcödé ñ ß 日本語 العربية Українська 🚰🏛️ e\u{301}",
        "\u{202e}gnirts desrever\u{202c}",
        "NEAR(a b) OR * AND ^ : - \"",
        "tab\tand  spaces",
    ];
    for words in hostile {
        let ticket = json!({
            "text": words, "subject": words, "place": words, "note": words,
            "citizen": { "surname": words, "name": words, "address": words, "care_notes": words },
            "reply_by": "letter",
        });
        let added = cli.run_with(&["ticket", "add", "-"], &ticket.to_string()).json();
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(added["text"], words, "the citizen's words are kept as they are");
        for field in ["subject", "place"] {
            assert_eq!(added[field], line, "{field}");
        }
        assert_eq!(added["citizen"]["surname"], line);
        let number = added["number"].as_str().expect("a number");
        let told = |arguments: &[&str]| cli.run(arguments).json();
        told(&["ticket", "transfer", number, "--office", "Tributi", "--question", words, "--promise", words]);
        told(&["ticket", "outcome", number, "--text", words, "--case-officer", words]);
        let replied = told(&["ticket", "reply", number, "--text", words, "--channel", "letter"]);
        let entries = replied["entries"].as_array().expect("a timeline");
        assert_eq!(entries.last().map(|entry| &entry["citizen_text"]), Some(&json!(words)));
        cli.run(&["ticket", "search", words]).json();
    }
    assert_eq!(cli.run(&["verify"]).json()["sound"], true);
}
