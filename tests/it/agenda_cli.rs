//! The day, the calls and the reminders from the command line.

use crate::cli::cli;
use serde_json::{Value, json};
use sportello_tests::cli::Cli;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn desk() -> Cli {
    let cli = cli();
    cli.run(&["init", "--municipality", "Lissone", "--demo"]).json();
    cli
}

#[test]
fn the_agenda_has_stable_keys() {
    let cli = desk();
    let agenda = cli.run(&["agenda"]).json();
    insta::assert_snapshot!(keys(&agenda).join(" "), @"at_office callbacks contacts day drafts interims next_open_on offices open reminders sections stale stale_days");
    let views: Vec<&str> =
        agenda["sections"].as_array().expect("sections").iter().filter_map(|s| s["view"].as_str()).collect();
    assert_eq!(views, ["overdue", "due_soon", "to_communicate", "office_late", "new"]);
    for section in ["callbacks", "reminders", "interims", "stale", "offices"] {
        assert_eq!(keys(&agenda[section]), ["count", "rows"], "{section}");
    }
    let handover = cli.run(&["handover", "--note", "Torna il sig. Neri."]).json();
    insta::assert_snapshot!(keys(&handover).join(" "), @"callbacks contacts drafts from notes operator promises touched");
    assert_eq!(handover["notes"][0]["text"], "Torna il sig. Neri.");
}

#[test]
fn a_call_from_the_promise_to_the_end() {
    let cli = desk();
    let call = cli
        .run(&[
            "callback",
            "add",
            "--on",
            "2099-01-02",
            "--at",
            "9.30",
            "--about",
            "esito",
            "--ticket",
            "1",
            "--phone",
            "039 111222",
        ])
        .json();
    assert_eq!(
        (&call["due_at"], &call["waiting"], &call["attempts"]),
        (&json!("09:30"), &json!(true), &json!(0))
    );
    let id = call["id"].as_str().expect("an id");
    assert_eq!(cli.run(&["callback", "unanswered", id]).json()["attempts"], 1);
    assert_eq!(cli.run(&["callback", "move", id, "--on", "2099-01-03"]).json()["due_at"], Value::Null);
    assert_eq!(cli.run(&["callback", "list"]).json().as_array().map(Vec::len), Some(1));
    assert_eq!(cli.run(&["callback", "list", "--until", "2099-01-02"]).json(), json!([]));
    assert_eq!(cli.run(&["callback", "done", id]).json()["waiting"], false);
    let again = cli.run(&["callback", "done", id]);
    assert!(again.code == 1 && again.err.contains("conflict"), "{again:?}");
    let wrong = cli.run(&["callback", "add", "--on", "2001-01-01", "--about", "x", "--phone", "casa"]);
    assert!(
        wrong.code == 1 && wrong.err.contains("not_a_phone") && wrong.err.contains("due_on"),
        "{wrong:?}"
    );
    assert_eq!(cli.run(&["callback", "done", "boh"]).code, 1);
}

#[test]
fn a_reminder_leaves_when_it_is_told_to() {
    let cli = desk();
    let ready = cli.run(&["reminder", "list"]).json();
    let first = ready.as_array().expect("a list").first().cloned();
    let number = match &first {
        Some(ready) => ready["number"].as_str().expect("a number").to_owned(),
        None => {
            let ticket = json!({ "text": "Buca", "citizen": { "surname": "Rossi", "phone": "039 0000000" } });
            let number = cli.run_with(&["ticket", "add", "-"], &ticket.to_string()).json()["number"].clone();
            let number = number.as_str().expect("a number").to_owned();
            cli.run(&["ticket", "transfer", &number, "--office", "Lavori pubblici", "--question", "Vedere"])
                .json();
            number
        }
    };
    let before = cli.run(&["ticket", "show", &number]).json()["follow"]["next"].clone();
    let sent = cli
        .run(&[
            "ticket",
            "remind",
            &number,
            "--means",
            "email",
            "--to",
            "Ufficio",
            "--text",
            "A che punto è?",
        ])
        .json();
    let line = sent["follow"]["sent"].as_array().expect("sent").last().expect("one").clone();
    assert_eq!(
        (&line["step"], &line["recipient"], &line["means"]),
        (&before, &json!("Ufficio"), &json!("email"))
    );
    assert_ne!(sent["follow"]["next"], before, "never the same step twice");
    let blank = cli.run(&[
        "ticket",
        "interim",
        &number,
        "--text",
        "Entro il {data}",
        "--expected-on",
        "2099-01-02",
        "--channel",
        "phone",
    ]);
    assert!(blank.code == 1 && blank.err.contains("blank_left"), "{blank:?}");
    let told = cli
        .run(&[
            "ticket",
            "interim",
            &number,
            "--text",
            "Ci vuole ancora.",
            "--expected-on",
            "2099-01-02",
            "--channel",
            "phone",
        ])
        .json();
    assert_eq!(told["due_on"], sent["due_on"], "the promised date stays");
}
