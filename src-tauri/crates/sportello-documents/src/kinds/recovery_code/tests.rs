use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use crate::{Document, DocumentFault, House, Options, RecoveryCode, reader, render};

#[derive(Clone, Copy)]
struct RecoverySheet<'a> {
    municipality: &'a str,
    store_id: &'a str,
    groups: &'a [&'a str],
    made_on: NaiveDate,
}

fn recovery_sheet(sheet: &RecoverySheet<'_>) -> Result<Vec<u8>, DocumentFault> {
    let house = House { municipality: sheet.municipality.to_owned(), ..House::default() };
    let code = Document::RecoverySheet(RecoveryCode {
        store_id: sheet.store_id.to_owned(),
        groups: sheet.groups.iter().map(|group| (*group).to_owned()).collect(),
        made_on: sheet.made_on,
    });
    let made_at = sheet.made_on.and_time(NaiveTime::MIN).and_utc().fixed_offset();
    Ok(render(&code, &house, made_at, Options::default())?.pdf)
}

const CODE: [&str; 8] = ["7K2QD", "M0XB8", "5ZS1E", "R9THV", "GW4C6", "0D8BQ", "N3PJY", "F6A2K"];

fn with<'a>(groups: &'a [&'a str], municipality: &'a str) -> RecoverySheet<'a> {
    let made_on = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    RecoverySheet { municipality, store_id: "0192f3a4-7b1c-7def-8a90-1b2c3d4e5f60", groups, made_on }
}

fn read(sheet: &RecoverySheet<'_>) -> String {
    reader::folded(&reader::text(&recovery_sheet(sheet).unwrap()))
}

#[test]
fn the_sheet_is_one_sound_page() {
    let pdf = recovery_sheet(&with(&CODE, "Comune di Montelupo")).unwrap();
    assert_eq!(reader::pages(&pdf), 1);
    reader::check(&pdf);
}

#[test]
fn the_groups_are_read_back_each_with_its_number() {
    if !reader::has("pdftotext") {
        return;
    }
    let read = read(&with(&CODE, "Comune di Montelupo"));
    let groups = "1 7K2QD 2 M0XB8 3 5ZS1E 4 R9THV 5 GW4C6 6 0D8BQ 7 N3PJY 8 F6A2K";
    assert!(read.contains(groups), "{read}");
    assert!(read.starts_with("Comune di Montelupo Sportello per il Cittadino Codice di recupero"), "{read}");
    assert!(read.contains("Creato il 23 novembre 2026."), "{read}");
    assert!(read.contains("Archivio 0192f3a4-7b1c-7def-8a90-1b2c3d4e5f60"), "{read}");
    assert!(read.contains("All’avvio scegliere «Apri con il codice di recupero»"), "{read}");
    assert!(read.ends_with("Messo in cassaforte da Nome e cognome Data Firma"), "{read}");
}

#[test]
fn the_code_is_in_two_rows_of_four() {
    if !reader::has("pdftotext") {
        return;
    }
    let pdf = recovery_sheet(&with(&CODE, "Comune di Montelupo")).unwrap();
    let layout = reader::run(&pdf, "pdftotext", &["-layout", "{}", "-"]).stdout;
    let layout = String::from_utf8(layout).unwrap();
    let lines: Vec<String> = layout.lines().map(reader::folded).collect();
    assert!(lines.contains(&"7K2QD M0XB8 5ZS1E R9THV".to_owned()), "{layout}");
    assert!(lines.contains(&"GW4C6 0D8BQ N3PJY F6A2K".to_owned()), "{layout}");
}

#[test]
fn the_secret_is_nowhere_but_on_the_page() {
    let pdf = recovery_sheet(&with(&CODE, "Comune di Montelupo")).unwrap();
    let plain = String::from_utf8_lossy(&pdf);
    assert!(CODE.iter().all(|group| !plain.contains(group)), "neither title nor metadata may say it");
}

#[test]
fn anything_but_eight_groups_of_five_is_refused() {
    let mut wrong = vec![CODE[..7].to_vec(), [CODE.as_slice(), &["AAAAA"]].concat(), vec![]];
    for group in ["", "ABCD", "ABCDEF", "abcde", "AB-DE", "ABÈ12"] {
        let mut groups = CODE.to_vec();
        groups[3] = group;
        wrong.push(groups);
    }
    for groups in wrong {
        let fault = recovery_sheet(&with(&groups, "Comune di Montelupo")).unwrap_err();
        assert_eq!(fault, DocumentFault::NotARecoveryCode, "{groups:?}");
    }
}

#[test]
fn a_name_is_whole_or_refused() {
    let long = "Unione dei Comuni della Valle ".repeat(10);
    assert!(recovery_sheet(&with(&CODE, &long)).is_ok());
    let fault = recovery_sheet(&with(&CODE, &long.repeat(10))).unwrap_err();
    assert_eq!(fault, DocumentFault::DoesNotFit { field: "municipality" });
    let fault = recovery_sheet(&with(&CODE, "都")).unwrap_err();
    assert_eq!(fault, DocumentFault::MissingGlyph { character: '都', field: "municipality" });
    let store_id = "0".repeat(200);
    let sheet = RecoverySheet { store_id: &store_id, ..with(&CODE, "Comune di Montelupo") };
    assert_eq!(recovery_sheet(&sheet).unwrap_err(), DocumentFault::DoesNotFit { field: "store_id" });
}

#[test]
fn the_same_sheet_is_the_same_file() {
    let sheet = with(&CODE, "Comune di Montelupo");
    assert_eq!(recovery_sheet(&sheet).unwrap(), recovery_sheet(&sheet).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_code_is_read_back(groups in prop::collection::vec("[0-9A-HJKMNP-TV-Z]{5}", 8)) {
        if reader::has("pdftotext") {
            let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
            let read = read(&with(&groups, "Comune di Montelupo"));
            let expected: Vec<String> = (1..).zip(&groups).map(|(number, group)| format!("{number} {group}")).collect();
            prop_assert!(read.contains(&expected.join(" ")), "{}", read);
        }
    }
}
