//! Every paper, judged by others and by our own reader.

mod archive;
mod checkers;
mod golden;
mod hostile;
mod machines;
mod random;
mod structure;

use std::{fs, path::PathBuf};

use serde_json::Value;

use crate::{Document, DocumentFault, House, Logo, Options, Rendered, render};

/// The samples: file name and JSON.
fn samples() -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut samples: Vec<(String, Value)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json") && !path.ends_with("house.json"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap())
        })
        .collect();
    samples.sort_by(|left, right| left.0.cmp(&right.0));
    samples
}

fn sample(name: &str) -> Value {
    samples().into_iter().find(|(known, _)| known == name).unwrap().1
}

fn house() -> House {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut house: House =
        serde_json::from_str(&fs::read_to_string(folder.join("house.json")).unwrap()).unwrap();
    let bytes = fs::read(folder.join("stemma.svg")).unwrap();
    house.logo = Some(Logo { bytes, alt: "Stemma del Comune di Montelupo".to_owned() });
    house
}

fn document(json: &Value) -> Document {
    serde_json::from_value(json.clone()).unwrap_or_else(|fault| panic!("{fault}: {json}"))
}

fn made(json: &Value, options: Options) -> Result<Rendered, DocumentFault> {
    let made_at = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").unwrap();
    render(&document(json), &house(), made_at, options)
}

fn paper(json: &Value) -> Rendered {
    made(json, Options::default()).unwrap_or_else(|fault| panic!("{fault}: {json}"))
}

#[test]
fn every_kind_has_a_sample_and_a_name() {
    let mut shown: Vec<&str> = samples().iter().map(|(_, json)| document(json).kind()).collect();
    shown.sort_unstable();
    shown.dedup();
    let mut kinds: Vec<&str> = Document::KINDS.iter().map(|(code, _)| *code).collect();
    kinds.sort_unstable();
    assert_eq!(shown, kinds);
    assert!(Document::KINDS.iter().all(|(_, words)| words.len() > 10));
}

#[test]
fn the_json_of_a_paper_is_its_own_and_nothing_more() {
    for (name, json) in samples() {
        let again = serde_json::to_value(document(&json)).unwrap();
        assert_eq!(document(&again).kind(), document(&json).kind());
        let mut more = json.clone();
        more["internal_note"] = "segreto".into();
        assert!(serde_json::from_value::<Document>(more).is_err(), "{name} takes what it does not know");
    }
}

#[test]
fn the_same_paper_is_the_same_file() {
    for (name, json) in samples() {
        assert!(paper(&json) == paper(&json), "{name}");
    }
}

#[test]
fn words_for_the_municipality_are_on_the_internal_version_only() {
    let json = sample("ticket");
    let words = |options| {
        let pages = made(&json, options).unwrap().pages;
        pages
            .iter()
            .flat_map(|page| &page.boxes)
            .map(|place| place.text.clone())
            .collect::<Vec<_>>()
            .join("\n")
    };
    let outside = words(Options::default());
    let inside = words(Options { internal: true, ..Options::default() });
    for secret in ["Bianchi dice", "anziana", "Franca Gialli", "7 dicembre 2026", "Nota"] {
        assert!(!outside.contains(secret), "{secret}: {outside}");
        assert!(inside.contains(secret), "{secret}: {inside}");
    }
    assert!(outside.contains("La transenna è stata messa"));
}

#[test]
fn a_receipt_is_the_notice_of_start_only_when_it_says_all_of_it() {
    let json = sample("receipt-start-notice");
    assert!(paper(&json).title.contains("comunicazione di avvio"));
    for missing in ["digital_domicile", "remedies", "online_access", "access_office"] {
        let mut less = json.clone();
        less["matters"][0]["procedure"][missing] = Value::Null;
        assert_eq!(paper(&less).title, "Ricevuta", "{missing}");
    }
    for missing in ["office", "case_officer", "due_on"] {
        let mut less = json.clone();
        less["matters"][0][missing] = Value::Null;
        assert_eq!(paper(&less).title, "Ricevuta", "{missing}");
    }
}

#[test]
fn a_late_answer_says_the_term_and_the_days_used() {
    let json = sample("reply");
    let text = |json: &Value| {
        let boxes = paper(json).pages.remove(0).boxes;
        boxes.iter().map(|place| place.text.replace('\u{a0}', " ")).collect::<Vec<_>>().join(" ")
    };
    let late = text(&json);
    assert!(
        late.contains("30 giorni") && late.contains("3 dicembre 2026") && late.contains("41 giorni"),
        "{late}"
    );
    let mut punctual = json.clone();
    punctual["late"] = Value::Null;
    assert!(!text(&punctual).contains("9-quinquies"));
}

#[test]
fn a_variable_without_a_value_stops_the_paper_and_is_named() {
    let mut json = sample("reply");
    json["body"] = "Gentile {nome}, grazie.".into();
    let fault = made(&json, Options::default()).unwrap_err();
    assert_eq!(fault, DocumentFault::Variable { variable: "nome".to_owned(), text: "body".to_owned() });
    assert_eq!(fault.path().unwrap(), "body");
    let mut house = house();
    house.texts.insert("reply.late".to_owned(), "Siamo in ritardo di {giorni}.".to_owned());
    let made_at = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").unwrap();
    let fault = render(&document(&sample("reply")), &house, made_at, Options::default()).unwrap_err();
    assert_eq!(
        fault,
        DocumentFault::Variable { variable: "giorni".to_owned(), text: "reply.late".to_owned() }
    );
    house.texts = [("reply.late".to_owned(), "Scadeva il {scadenza}.".to_owned())].into();
    let own = render(&document(&sample("reply")), &house, made_at, Options::default()).unwrap();
    assert!(own.pages[0].boxes.iter().any(|place| place.text == "Scadeva il 3\u{a0}dicembre\u{a0}2026."));
    house.texts = [("reply.lete".to_owned(), String::new())].into();
    let fault = render(&document(&sample("reply")), &house, made_at, Options::default()).unwrap_err();
    assert_eq!(fault, DocumentFault::UnknownText { text: "reply.lete".to_owned() });
}

#[test]
fn our_own_sentences_fill_their_own_variables() {
    for text in crate::TEXTS {
        crate::check_text(text.id, text.words).unwrap();
        for variable in text.variables {
            assert!(text.words.contains(&format!("{{{variable}}}")), "{} says no {variable}", text.id);
        }
    }
}
