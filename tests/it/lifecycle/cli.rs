//! The same from the command line: numbers or ids, JSON out, what is wrong on standard error.

use crate::cli::cli;
use serde_json::{Value, json};

#[test]
fn the_less_usual_steps_from_the_command_line() {
    let cli = cli();
    cli.run(&["init", "--municipality", "Lissone"]).json();
    let office =
        |name: &str| cli.run_with(&["office", "add", "-"], &json!({ "name": name }).to_string()).json();
    office("Strade");
    office("Acque");
    let add = |text: &str, rule: &str| -> Value {
        let citizen = json!({ "surname": "Prova", "phone": "039 0000000" });
        let ticket = json!({ "text": text, "citizen": citizen, "rule": rule });
        cli.run_with(&["ticket", "add", "-"], &ticket.to_string()).json()
    };
    let state = |arguments: &[&str]| cli.run(arguments).json()["state"].as_str().expect("a state").to_owned();
    let (first, second) = (add("Buca", "commitment"), add("Buca grande", "commitment"));
    let (one, two) =
        (first["number"].as_str().expect("a number"), second["number"].as_str().expect("a number"));

    state(&["ticket", "transfer", one, "--office", "Strade", "--question", "Verificare"]);
    let back = cli.run(&["ticket", "bounce", "1", "--reason", "È un tubo", "--office", "Acque"]).json();
    assert_eq!((&back["bounces"], &back["office"]["name"]), (&json!(1), &json!("Acque")));
    assert_eq!(state(&["ticket", "undo", one]), "transferred");

    assert_eq!(state(&["ticket", "merge", one, two]), "merged");
    assert_eq!(state(&["ticket", "unmerge", two]), "received");
    let split = cli.run_with(&["ticket", "split", two, "-"], r#"{"text": "E una panchina"}"#).json();
    assert_eq!(split["links"][0]["ticket"]["number"], second["number"]);
    assert_eq!(split["citizen"]["id"], second["citizen"]["id"]);
    let link = cli.run(&["ticket", "link", one, two, "--kind", "duplicate_of"]).json();
    assert_eq!(link["links"][0]["kind"], "duplicate_of");

    let request = add("Passo carrabile", "procedure");
    let number = request["number"].as_str().expect("a number");
    let refused = cli.run(&["ticket", "suspend", two, "--asked", "Manca la planimetria"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("risposta interlocutoria"), "{}", refused.err);
    assert_eq!(state(&["ticket", "suspend", number, "--asked", "Manca la planimetria"]), "suspended");
    assert_eq!(state(&["ticket", "resume", number]), "received");
    assert_eq!(
        state(&["ticket", "forward", number, "--body", "Provincia", "--notice", "È della Provincia"]),
        "forwarded_external"
    );
    assert_eq!(state(&["ticket", "reopen", number, "--reason", "Non era sua"]), "in_progress");
    assert_eq!(state(&["ticket", "withdraw", number, "--text", "Non serve più"]), "withdrawn");

    let give_up =
        ["ticket", "close-without-reply", two, "--reason", "Introvabile", "--authorized-by", "Anna Bassi"];
    assert_eq!(cli.run(&give_up).code, 1, "nobody tried");
    state(&["ticket", "attempt", two]);
    state(&["ticket", "attempt", two]);
    assert_eq!(state(&give_up), "closed_without_reply");

    let event =
        cli.run(&["ticket", "event", "open", "--subject", "Allagamento", "--text", "Via Roma"]).json();
    let event = event["number"].as_str().expect("a number").to_owned();
    let third = add("Acqua in cantina", "commitment");
    let third = third["number"].as_str().expect("a number");
    cli.run(&["ticket", "event", "attach", &event, third]).json();
    assert_eq!(cli.run(&["ticket", "event", "recipients", &event]).json()[0]["told_by"], "phone");
    assert_eq!(state(&["ticket", "event", "reply", &event, "--text", "Riaperta"]), "answered");
    assert_eq!(cli.run(&["ticket", "show", third]).json()["state"], "answered");
    assert_eq!(cli.run(&["ticket", "day-start"]).json()["to_close"], 0);
    assert_eq!(cli.run(&["verify"]).json()["sound"], true);
}
