//! Codes checked from the command line: a wrong code is an answer, a wrong file is an error.

use super::cli::cli;
use serde_json::json;

#[test]
fn a_code_is_held_against_what_the_person_says() {
    let cli = cli();
    let said = |claims: &[&str]| {
        let arguments = [&["check", "codice-fiscale", "rss mra 85t10 a562s"], claims].concat();
        cli.run(&arguments).json()
    };
    let right = said(&[
        "--cognome",
        "Rossi",
        "--nome",
        "Mario",
        "--nato",
        "1985-12-10",
        "--luogo",
        "A562",
        "--sesso",
        "M",
    ]);
    assert_eq!(
        (&right["valid"], &right["errors"], &right["notices"]),
        (&json!(true), &json!([]), &json!([]))
    );
    assert_eq!(right["read"]["place_name"], "San Giuliano Terme (PI)");
    let other = said(&["--nome", "Luca"]);
    assert_eq!((&other["valid"], &other["notices"][0]["code"]), (&json!(true), &json!("name_differs")));
    let wrong = cli.run(&["check", "codice-fiscale", "RSSMRA85T10A562T"]).json();
    assert_eq!((&wrong["valid"], &wrong["errors"][0]["code"]), (&json!(false), &json!("check")));
    let built =
        ["--cognome", "Öl", "--nome", "Jörg", "--nato", "1990-01-01", "--sesso", "M", "--luogo", "F205"];
    let built = cli.run(&[&["codice-fiscale", "build"], built.as_slice()].concat()).json();
    assert_eq!(built, json!({ "codice": "LOEJRG90A01F205R" }));
}

#[test]
fn many_rows_are_checked_at_once() {
    let cli = cli();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("codici.csv");
    std::fs::write(
        &file,
        "Valore;Cognome;Nato\nRSSMRA85T10A562S;Rossi;10/12/1985\nRSSMRA85T10A562S;;10.12.85\n1;;\n",
    )
    .expect("written");
    let name = file.to_str().expect("a path");
    let rows = cli.run(&["check", "codice-fiscale", "--csv", name]).json();
    let valid: Vec<_> = rows.as_array().expect("rows").iter().map(|row| row["valid"].clone()).collect();
    assert_eq!(valid, [true, false, false]);
    assert_eq!(rows[1]["error"], "riga 3: «nato» non è scritto bene");
    let built = cli.run(&["codice-fiscale", "build", "--csv", name]);
    assert_eq!(built.code, 1);
    assert!(built.err.contains("mancano le colonne"), "{}", built.err);
    std::fs::write(
        &file,
        "cognome,nome,nato,sesso,luogo\nRossi,Mario,1985-12-10,M,A562\nRossi,Mario,1985-12-10,M,\n",
    )
    .expect("written");
    let built = cli.run(&["codice-fiscale", "build", "--csv", name]).json();
    assert_eq!(built[0], json!({ "codice": "RSSMRA85T10A562S" }));
    assert_eq!(built[1]["error"], "riga 3: manca un dato");
}
