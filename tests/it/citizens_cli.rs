//! Citizens and contacts from the command line.

use crate::cli::cli;
use serde_json::{Value, json};
use sportello_tests::cli::Cli;

fn with_store() -> Cli {
    let cli = cli();
    cli.run(&["init", "--municipality", "Lissone"]).json();
    cli
}

fn add(cli: &Cli, citizen: &Value) -> String {
    let added = cli.run_with(&["citizen", "add", "-"], &citizen.to_string()).json();
    added["id"].as_str().expect("an id").to_owned()
}

#[test]
fn two_records_of_one_person() {
    let cli = with_store();
    let one = add(
        &cli,
        &json!({ "surname": "D'Angelo", "name": "Nicolò", "phones": ["039 1234567", "333 7654321"] }),
    );
    let other =
        add(&cli, &json!({ "surname": "Dangelo", "email": "n@example.it", "care_notes": "interprete" }));
    let found = |words: &[&str]| {
        let answer = cli.run(&[&["citizen", "search"], words].concat()).json();
        answer.as_array().expect("a list").iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(found(&["nicolo", "dang"]), [json!(one)]);
    assert_eq!(found(&["7654"]), [json!(one)]);
    assert_eq!(found(&["dangelo"]).len(), 2);

    let merged = cli.run(&["citizen", "merge", &one, &other]).json();
    assert_eq!(merged["citizen"]["email"], "n@example.it");
    assert_eq!(
        cli.run(&["citizen", "show", &other]).json()["citizen"]["id"],
        json!(one),
        "the old id answers"
    );
    assert_eq!(found(&["dangelo"]), [json!(one)]);
    let back = cli.run(&["citizen", "unmerge", &other]).json();
    assert_eq!(back["citizen"]["care_notes"], "interprete");
    assert_eq!(found(&["dangelo"]).len(), 2);
    assert_eq!(cli.run(&["verify"]).json()["sound"], true);

    let wrong = cli.run_with(&["citizen", "add", "-"], r#"{"phones": ["casa"]}"#);
    assert!(wrong.code == 1 && wrong.err.contains("phones.0.value"), "{wrong:?}");
    assert_eq!(cli.run(&["citizen", "show", "boh"]).code, 2);
    assert_eq!(cli.run(&["citizen", "merge", &one, &one]).code, 1);
    assert_eq!(cli.run(&["citizen", "unmerge", &other]).code, 1);
}

#[test]
fn contacts_are_counted_and_sent_elsewhere() {
    let cli = with_store();
    cli.run(&["contact", "add", "--topic", "orari", "--channel", "counter"]).json();
    let cards = cli.run(&["contact", "referrals", "devo", "rinnovare", "il", "passaporto"]).json();
    let id = cards[0]["id"].as_str().expect("a card");
    let sent = cli.run(&["contact", "add", "--referral", id]).json();
    assert_eq!((&sent["outcome"], &sent["referral"]), (&json!("referred"), &json!("questura")));
    let counts = cli.run(&["contact", "counts"]).json();
    assert_eq!(counts["total"], 2);
    assert_eq!(counts["channels"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        cli.run(&["contact", "counts", "--from", "2020-01-01", "--to", "2020-01-31"]).json()["total"],
        0
    );
    assert_eq!(cli.run(&["contact", "counts", "--from", "2020-02-01", "--to", "2020-01-31"]).code, 1);
    assert_eq!(cli.run(&["contact", "counts", "--from", "ieri"]).code, 2);
}

#[test]
fn somebody_acts_for_the_requester() {
    let cli = with_store();
    let anna = add(&cli, &json!({ "surname": "Verdi", "name": "Anna", "address": "via Roma 1" }));
    let ticket = json!({ "text": "Assegno", "citizen": { "surname": "Verdi", "name": "Ugo", "phone": "039 1234567" } });
    let number = cli.run_with(&["ticket", "add", "-"], &ticket.to_string()).json()["number"].clone();
    let number = number.as_str().expect("a number");
    let added =
        cli.run(&["ticket", "person", "add", number, &anna, "--role", "delegate", "--reply-to"]).json();
    assert_eq!(
        (&added["people"][0]["role"], &added["people"][0]["reply_to"]),
        (&json!("delegate"), &json!(true))
    );
    assert_eq!(cli.run(&["citizen", "show", &anna]).json()["tickets"][0]["number"], json!(number));
    let wrong = cli.run(&["ticket", "person", "add", number, &anna, "--role", "zio"]);
    assert!(wrong.code == 1 && wrong.err.contains("role"), "{wrong:?}");
    let removed = cli.run(&["ticket", "person", "remove", number, &anna]).json();
    assert_eq!(removed["people"], json!([]));
    let bad = cli.run_with(&["citizen", "add", "-"], r#"{"phones": [5]}"#);
    assert!(bad.code == 1 && bad.err.contains("phones[0]") && bad.err.contains("a text"), "{bad:?}");
}
