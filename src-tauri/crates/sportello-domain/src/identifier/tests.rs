use super::*;
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn judged(kind: &str, text: &str) -> Verdict {
    let today = day("2026-11-23");
    match kind {
        "partita_iva" => vat_number(text),
        "iban" => iban(text),
        "telefono" => phone(text),
        "cap" => postcode(text),
        "targa" => plate(text),
        "cie" => document(DocumentKind::IdentityCard, text, today),
        "carta_cartacea" => document(DocumentKind::PaperIdentityCard, text, today),
        "passaporto" => document(DocumentKind::Passport, text, today),
        "patente" => document(DocumentKind::DrivingLicence, text, today),
        other => panic!("{other}"),
    }
}

/// Vectors with their source in the last column.
#[test]
fn the_vectors_agree() {
    let table = include_str!("../../../../../tests/data/identificativi.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let mut met = 0;
    for row in reader.records().map(|row| row.expect("a row")) {
        let (kind, expected) = (&row[0], &row[2]);
        let verdict = judged(kind, &row[1]);
        let errors: &[Finding] = match expected {
            "lunghezza" => &[Finding::Length],
            "formato" => &[Finding::Format],
            "controllo" => &[Finding::Check],
            "breve" => &[Finding::ShortNumber],
            _ => &[],
        };
        assert_eq!(verdict.errors, errors, "{row:?}");
        match expected {
            "cin" => assert_eq!(verdict.notices, [Finding::Cin], "{row:?}"),
            "avviso" => assert!(!verdict.notices.is_empty(), "{row:?}"),
            "valido" if row[3].contains("ufficio") => assert_eq!(verdict.notices, [Finding::UnusualOffice]),
            "valido" if row[3].contains("estero") => assert_eq!(verdict.notices, [Finding::Foreign]),
            _ => assert_eq!(verdict.notices, [], "{row:?}"),
        }
        met += 1;
    }
    assert_eq!(met, 40);
}

#[test]
fn a_number_is_kept_as_it_is_dialled() {
    assert_eq!(phone("+39 039 7397275").code, "0397397275");
    assert_eq!(phone("+44 20 7946 0000"), Verdict::of("+442079460000".into()).with_notice(Finding::Foreign));
    assert_eq!(phone("39 7397275").notices, [Finding::ForgottenZero]);
    assert_eq!(phone("+39 397397275").notices, []);
    assert!(!phone("rossi").is_valid() && !phone("").is_valid());
    assert_eq!(vat_number("IT 00743110157").code, "00743110157");
}

#[test]
fn the_card_of_paper_ended_on_a_day() {
    let on = |today| document(DocumentKind::PaperIdentityCard, "AX1234567", day(today)).notices;
    assert_eq!(on("2026-08-02"), []);
    assert_eq!(on("2026-08-03"), [Finding::NoLongerValid]);
}

proptest! {
    #[test]
    fn nothing_typed_is_too_strange(text in "\\PC{0,40}") {
        for kind in ["partita_iva", "iban", "telefono", "cap", "targa", "cie", "carta_cartacea", "passaporto", "patente"] {
            let verdict = judged(kind, &text);
            prop_assert_eq!(verdict.is_valid(), verdict.errors.is_empty());
        }
    }

    #[test]
    fn one_wrong_digit_of_a_vat_number_is_noticed(at in 0_usize..11, other in "[0-9]") {
        let mut code = "00743110157".to_owned();
        if code[at..=at] != other {
            code.replace_range(at..=at, &other);
            prop_assert!(!vat_number(&code).is_valid());
        }
    }
}
