use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::place::Places;

mod faults;
mod properties;

const BLOCKS: &str = include_str!("tests/blocchi.toml");
const PARAMETERS: &str = include_str!("tests/parametri.toml");
const FORM: &str = include_str!("tests/modulo.toml");

fn library() -> Library {
    Library::read(BLOCKS, &[("parametri.toml", PARAMETERS)], &[("colori", "id,descrizione\n1,rosso\n")])
        .unwrap()
}

fn form() -> Form {
    Form::read(FORM, &library()).unwrap()
}

struct Desk {
    library: Library,
    places: Places,
}

static DESK: LazyLock<Desk> =
    LazyLock::new(|| Desk { library: library(), places: crate::place::tests::places() });

impl Desk {
    fn setting(&self) -> Setting<'_> {
        Setting { today: today(), library: &self.library, places: &self.places, municipality: "Montelupo" }
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn answers() -> Map<String, Value> {
    let answers = json!({
        "richiedente": {
            "cognome": "Rossi", "nome": "Mario", "nascita_data": "1980-01-01", "in_italia": true,
            "nascita_comune": "Lissone", "codice_fiscale": "rss mra 80a01 a952f",
            "residenza": { "via": "via Roma", "civico": "3", "cap": "20851" }
        },
        "qualita": "interessato",
        "documenti": [ { "descrizione": "Licenza edilizia", "anno": 1987, "pagine": 12 } ],
        "modalita": ["conforme", "copia"],
        "dal": "1/3/26", "al": "3/3/26",
        "sicuro": true,
        "firma": { "davanti": "no" }
    });
    answers.as_object().cloned().unwrap()
}

fn with(path: &str, value: Value) -> Map<String, Value> {
    let mut answers = Value::Object(answers());
    *answers.pointer_mut(path).unwrap() = value;
    answers.as_object().cloned().unwrap()
}

fn said(findings: &[Finding]) -> Vec<(&str, &Remark)> {
    findings.iter().map(|finding| (finding.path.as_str(), &finding.remark)).collect()
}

#[test]
fn a_whole_form_is_complete_and_computes_what_it_must() {
    let (form, desk) = (form(), &*DESK);
    let done = form.evaluate(&answers(), desk.setting());
    assert_eq!(said(&done.errors), []);
    assert_eq!(done.at("costo").unwrap().written(), "€\u{a0}2,40");
    assert_eq!(done.at("giorni").unwrap().written(), "3");
    assert_eq!(done.at("documenti[0].anno").unwrap().written(), "1987");
    assert_eq!(done.at("richiedente.nascita_comune").unwrap().written(), "Lissone (MB)");
    assert_eq!(done.at("richiedente.codice_fiscale").unwrap().written(), "RSSMRA80A01A952F");
    assert_eq!(done.at("dal").unwrap().written(), "01/03/2026");
    assert_eq!((done.stamps.count, done.stamps.cents), (2, Some(3200)));
    assert_eq!(done.copies, 2);
    assert_eq!(done.recipient.as_deref(), Some("Ufficio Protocollo"));
    assert_eq!(done.competent.as_deref(), Some("Ufficio Anagrafe"));
    assert_eq!(done.papers.len(), 1);
    let signed = done.signature.as_ref().unwrap();
    assert_eq!(signed.signers, [("Chi chiede".to_owned(), Some("Mario Rossi".to_owned()))]);
    assert_eq!((signed.place.as_deref(), signed.day), (Some("Montelupo"), today()));
    // The place in the code is Bolzano: odd, not wrong.
    let differs = Remark::Code { code: crate::identifier::Finding::PlaceDiffers };
    assert!(said(&done.notices).contains(&("richiedente.codice_fiscale", &differs)), "{:?}", done.notices);
}

#[test]
fn what_is_not_asked_is_not_looked_at() {
    let (form, desk) = (form(), &*DESK);
    let mut given = answers();
    given.insert("rappresentato".to_owned(), json!({ "cognome": "Bianchi" }));
    let done = form.evaluate(&given, desk.setting());
    assert!(done.errors.is_empty() && done.at("rappresentato").is_none());
    given.insert("qualita".to_owned(), json!("delegato"));
    let done = form.evaluate(&given, desk.setting());
    let paths: Vec<_> = done.errors.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(paths, ["rappresentato.nome", "rappresentato.nascita_data", "rappresentato.in_italia"]);
    assert_eq!(done.notices[1].remark, Remark::Said { words: "Serve la delega.".to_owned() });
}

#[test]
fn wrong_answers_are_named_where_they_stand() {
    let (form, desk) = (form(), &*DESK);
    for (path, value, at, remark) in [
        ("/richiedente/cognome", json!("  "), "richiedente.cognome", Remark::Missing),
        ("/richiedente/cognome", json!("x".repeat(61)), "richiedente.cognome", Remark::TooLong { max: 60 }),
        ("/richiedente/nascita_data", json!("31/6/80"), "richiedente.nascita_data", Remark::NotADate),
        ("/richiedente/nascita_data", json!("2027-01-01"), "richiedente.nascita_data", Remark::InFuture),
        (
            "/richiedente/codice_fiscale",
            json!("RSSMRA80A01A952X"),
            "richiedente.codice_fiscale",
            Remark::Code { code: crate::identifier::Finding::Check },
        ),
        ("/qualita", json!("nessuna"), "qualita", Remark::NotAnOption { value: "nessuna".to_owned() }),
        ("/documenti", json!([]), "documenti", Remark::Missing),
        ("/documenti/0/anno", json!(1800), "documenti[0].anno", Remark::Less { bound: "1861".to_owned() }),
        ("/documenti/0/anno", json!(2027), "documenti[0].anno", Remark::More { bound: "2026".to_owned() }),
        ("/documenti/0", json!("carta"), "documenti[0]", Remark::WrongType),
        ("/modalita", json!("copia"), "modalita", Remark::WrongType),
        ("/al", json!("2026-02-28"), "al", Remark::Less { bound: "01/03/2026".to_owned() }),
        ("/sicuro", json!(false), "sicuro", Remark::NotTicked),
        ("/firma", json!({}), "firma.davanti", Remark::Missing),
        ("/richiedente/nome", json!("a\u{0}b"), "richiedente.nome", Remark::ControlCharacter),
    ] {
        let done = form.evaluate(&with(path, value), desk.setting());
        assert!(said(&done.errors).contains(&(at, &remark)), "{path}: {:?}", done.errors);
    }
    let mut given = answers();
    given.insert("colore".to_owned(), json!("rosso"));
    let done = form.evaluate(&given, desk.setting());
    assert_eq!(said(&done.errors), [("colore", &Remark::UnknownAnswer)]);
    let twice = json!([{ "descrizione": "Una" }, { "descrizione": "una" }]);
    let done = form.evaluate(&with("/documenti", twice), desk.setting());
    assert_eq!(said(&done.errors), [("documenti[1].descrizione", &Remark::SameAs { row: 1 })]);
    let done = form.evaluate(&with("/al", json!("2026-12-31")), desk.setting());
    assert!(done.notices.iter().any(|finding| finding.path == "al"));
}

#[test]
fn a_place_is_known_by_code_or_by_name_and_is_never_wrong() {
    let (form, desk) = (form(), &*DESK);
    for (given, written) in
        [("E617", "Lissone (MB)"), ("lissone (mb)", "Lissone (MB)"), ("Fiume di allora", "Fiume di allora")]
    {
        let done = form.evaluate(&with("/richiedente/nascita_comune", json!(given)), desk.setting());
        assert_eq!(done.at("richiedente.nascita_comune").unwrap().written(), written);
        assert!(done.errors.is_empty());
    }
}

#[test]
fn what_is_kept_says_the_same_again() {
    let (form, desk) = (form(), &*DESK);
    let first = form.evaluate(&answers(), desk.setting());
    let second = form.evaluate(&first.kept(), desk.setting());
    assert_eq!(first.kept(), second.kept());
    assert_eq!(first.kept()["richiedente"]["nascita_comune"], json!("E617"));
    assert!(!first.kept().contains_key("costo"));
}
