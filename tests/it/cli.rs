//! The companion CLI, as a script uses it.

use serde_json::{Value, json};
use sportello_tests::cli::Cli;

pub(crate) fn cli() -> Cli {
    Cli::new(env!("CARGO_BIN_EXE_cli"))
}

fn with_store() -> Cli {
    let cli = cli();
    cli.run(&["init", "--municipality", "Lissone", "--demo"]).json();
    cli
}

#[test]
fn the_whole_job_from_the_command_line() {
    let cli = with_store();
    let contact =
        cli.run_with(&["contact", "add", "-"], r#"{"channel": "telefono", "topic": "lampione"}"#).json();
    assert_eq!(contact["outcome"], "answered");
    let ticket = json!({
        "kind": "segnalazione", "channel": "telefono", "text": "Lampione spento davanti al 12.",
        "place": "via Matteotti 12", "presented_on": "2026-11-20",
        "citizen": { "surname": "Rossi", "name": "Maria", "phone": "039 0000000" },
        "interaction_id": contact["id"],
    });
    let added = cli.run_with(&["ticket", "add", "-"], &ticket.to_string()).json();
    let number = added["number"].as_str().expect("a number");
    assert_eq!((&added["state"], &added["due_on"]), (&json!("received"), &json!("2026-12-21")));
    let step = |arguments: &[&str]| cli.run(arguments).json()["state"].as_str().expect("a state").to_owned();
    let path = [
        step(&["ticket", "note", number, "--text", "Terza chiamata"]),
        step(&["ticket", "transfer", number, "--office", "Lavori pubblici", "--question", "Verificare"]),
        step(&["ticket", "accept", number, "--case-officer", "Ufficio tecnico"]),
        step(&["ticket", "outcome", number, "--text", "Riparato"]),
        step(&["ticket", "reply", number, "--text", "È stato riparato."]),
        step(&["ticket", "close", number]),
    ];
    assert_eq!(path, ["received", "transferred", "with_office", "outcome_received", "answered", "closed"]);
    let shown = cli.run(&["ticket", "show", number]).json();
    assert_eq!(shown["entries"].as_array().map(Vec::len), Some(9), "the late registration is one of them");
    let found = cli.run(&["ticket", "search", "lampion", "matteotti"]).json();
    assert!(found["tickets"].as_array().expect("tickets").iter().any(|row| row["number"] == number));
    let offices = cli.run(&["office", "search", "lampione"]).json();
    assert_eq!(offices[0]["office"]["name"], "Strade e illuminazione", "the office that knows most about it");
    assert_eq!(cli.run(&["verify"]).json()["sound"], true);
}

#[test]
fn what_is_wrong_goes_to_standard_error() {
    let cli = with_store();
    let error = |arguments: &[&str]| {
        let ran = cli.run(arguments);
        assert_eq!(ran.out, "", "nothing on standard output: {ran:?}");
        let error: Value = serde_json::from_str(&ran.err).unwrap_or(Value::Null);
        (ran.code, error["error"]["code"].as_str().unwrap_or("usage").to_owned())
    };
    assert_eq!(error(&["ticket", "show", "2026/9999"]), (1, "not_found".into()));
    assert_eq!(error(&["ticket", "close", "1"]), (1, "not_possible".into()));
    assert_eq!(error(&["ticket", "show", "boh"]), (1, "invalid".into()));
    assert_eq!(error(&["ticket", "add", "/nonexistent.json"]), (1, "file".into()));
    assert_eq!(error(&["init"]), (1, "store_exists".into()));
    assert_eq!(error(&["ticket", "fly"]), (2, "usage".into()));
    assert_eq!(error(&["deadline", "--presented", "2026-02-30"]), (2, "usage".into()));
    assert_eq!(error(&["deadline", "--presented", "2026-11-25", "--rule", "boh"]), (2, "usage".into()));
    let ran = cli.run(&["ticket", "transfer", "1", "--office", "S", "--question", "x"]);
    assert!(ran.err.contains("office") && ran.code == 1, "more than one office begins so: {ran:?}");
}

#[test]
fn a_store_is_made_once_and_its_code_is_shown_once() {
    let cli = cli();
    let made = cli.run(&["init", "--municipality", "A794"]).json();
    assert_eq!(made["municipality"]["name"], "Bergamo");
    let code = made["recovery_code"].as_str().expect("a code");
    assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [5; 8]);
    std::fs::remove_file(cli.folder.path().join("chiave.txt")).expect("the key is lost");
    assert_eq!(cli.run(&["ticket", "list"]).code, 1);
    assert_eq!(cli.run_with(&["recover"], &format!("{code}\n")).json()["stage"], "ready");
    assert_eq!(cli.run(&["ticket", "list"]).json()["rows"], json!([]));
}

#[test]
fn the_demonstration_tells_what_it_does() {
    let cli = cli();
    let out = cli.folder.path().join("prova");
    let told = cli.run(&["demo", "--out", out.to_str().expect("a path")]).json();
    let states: Vec<&str> =
        told["steps"].as_array().expect("steps").iter().filter_map(|step| step["state"].as_str()).collect();
    insta::assert_snapshot!(states.join(" "), @"received received transferred with_office outcome_received answered closed");
    assert_eq!(told["verify"]["sound"], true);
    let again = cli.run(&["demo", "--out", out.to_str().expect("a path")]);
    assert_eq!(again.code, 1, "never over an existing store: {again:?}");
}

#[test]
fn a_corpus_is_the_same_for_the_same_seed() {
    let corpus = |seed: &str| {
        let cli = cli();
        cli.run(&["init"]).json();
        let done = cli.run(&["generate", "--tickets", "600", "--seed", seed]).json();
        assert_eq!(done["tickets"], 600);
        assert_eq!(cli.run(&["verify"]).json()["sound"], true);
        let refused = cli.run(&["generate", "--tickets", "1", "--seed", seed]);
        assert_eq!(refused.code, 1, "never among real tickets");
        (
            cli.run(&["ticket", "list", "--limit", "500"]).out,
            cli.run(&["ticket", "list", "--view", "finished"]).out,
        )
    };
    let first = corpus("7");
    assert!(first == corpus("7"), "the same seed, the same corpus");
    assert!(first != corpus("8"), "another seed, another corpus");
}

#[test]
fn a_deadline_is_explained() {
    let cli = cli();
    let deadline = |arguments: &[&str]| cli.run(&[&["deadline", "--presented"], arguments].concat()).json();
    let due = |arguments: &[&str]| {
        let answer = deadline(arguments);
        format!(
            "{} {}",
            answer["due_on"].as_str().unwrap_or("?"),
            answer["target_on"].as_str().unwrap_or("?")
        )
    };
    assert_eq!(due(&["2026-11-25"]), "2026-12-28 2026-12-24");
    assert_eq!(due(&["2026-12-02"]), "2027-01-02 2026-12-31");
    assert_eq!(due(&["2026-09-01", "--suspended", "2026-09-11..2026-09-21"]), "2026-10-12 2026-10-10");
    assert_eq!(
        due(&["2026-09-01", "--rule", "procedure", "--suspended", "2026-09-11..2026-11-20"]),
        "2026-10-31 2026-10-31"
    );
    assert_eq!(due(&["2026-09-21", "--rule", "legal-posting"]), "2026-10-05 2026-10-05");
    assert_eq!(
        due(&[
            "2026-09-01",
            "--rule",
            "general_civic_access",
            "--notice-sent",
            "2026-09-08",
            "--notice-received",
            "2026-09-11"
        ]),
        "2026-10-12 2026-10-10"
    );
    insta::assert_snapshot!(deadline(&["2026-11-25"])["explanation"].as_str().expect("a sentence"), @"Presentata mercoledì 25 novembre 2026: 30 giorni scadono venerdì 25 dicembre 2026, che è Natale; il termine passa a lunedì 28 dicembre 2026 (impegno dello Sportello: risposta entro 30 giorni).");
    let never = cli.run(&[
        "deadline",
        "--presented",
        "2026-09-01",
        "--rule",
        "commitment",
        "--suspended",
        "2026-09-11..2026-09-21",
    ]);
    assert_eq!(never.code, 1, "a commitment is never suspended: {never:?}");
    let rules = cli.run(&["deadline", "--rules"]).json();
    let rules = rules.as_array().expect("a list");
    assert!(
        rules.len() >= 20 && rules.iter().all(|rule| rule["name"].is_string() && rule["article"].is_string())
    );
}
