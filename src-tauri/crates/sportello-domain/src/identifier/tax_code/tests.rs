use super::*;
use crate::identifier::Finding;
use crate::place::Places;
use crate::place::tests::places;
use proptest::prelude::*;
use std::sync::LazyLock;

static PLACES: LazyLock<Places> = LazyLock::new(places);

fn today() -> NaiveDate {
    "2026-11-23".parse().expect("a day")
}

fn code(text: &str) -> Reading {
    read(text, &Claims::default(), today(), &PLACES)
}

fn built(surname: &str, name: &str, born_on: &str, sex: Sex, place: &str) -> String {
    let place = Belfiore::parse(place).expect("a code");
    TaxCode::built(surname, name, born_on.parse().expect("a day"), sex, place).expect("letters").0
}

/// Vectors of other suites and a few derived ones; the last column says whose each is.
#[test]
fn the_vectors_agree() {
    let table = include_str!("../../../../../../tests/data/codice_fiscale.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let mut met = 0;
    for row in reader.records().map(|row| row.expect("a row")) {
        let [job, surname, name, born, sex, place, written, expected, base, ..] =
            std::array::from_fn::<&str, 11, _>(|at| row.get(at).unwrap_or_default());
        match job {
            "calcola" => {
                let sex = if sex == "F" { Sex::F } else { Sex::M };
                assert_eq!(built(surname, name, born, sex, place), expected, "{row:?}");
            }
            "parte_cognome" => assert_eq!(surname_part(surname).as_deref(), Some(expected), "{row:?}"),
            "parte_nome" => assert_eq!(name_part(name).as_deref(), Some(expected), "{row:?}"),
            _ => {
                let reading = code(written);
                let errors: &[Finding] = match expected {
                    "valido" => &[],
                    "lunghezza" => &[Finding::Length],
                    "formato" => &[Finding::Format],
                    "controllo" => &[Finding::Check],
                    _ => &[Finding::Date],
                };
                assert_eq!(reading.verdict.errors, errors, "{row:?}");
                if !base.is_empty() {
                    assert_eq!(reading.base.as_deref(), Some(base), "{row:?}");
                }
            }
        }
        met += 1;
    }
    assert_eq!(met, 104);
}

#[test]
fn what_other_programs_get_wrong() {
    assert_eq!(surname_part("Öl").as_deref(), Some("LOE"));
    assert_eq!(surname_part("O\u{308}l").as_deref(), Some("LOE"), "the sign as a character of its own");
    assert_eq!(surname_part("Fò").as_deref(), Some("FOX"));
    assert_eq!(surname_part("D’Amico"), surname_part("D'Amico"));
    assert_eq!(surname_part("Weiß").as_deref(), Some("WSS"));
    assert_eq!(surname_part("—"), None);
    let place = code("RSSMRA85M01X999S");
    assert!(place.verdict.is_valid() && place.verdict.notices.contains(&Finding::UnknownPlace));
    let ceased = code(&built("Rossi", "Mario", "2020-01-01", Sex::M, "A031"));
    assert!(ceased.verdict.is_valid(), "a municipality that ended is never an error");
    let whole = code("RSSMRAQRCMNFNLRG");
    assert_eq!((whole.sex, whole.base.as_deref()), (Some(Sex::M), Some("RSSMRA45C12F205C")));
    assert_eq!(code("00743110157").verdict.notices, [Finding::Provisional]);
}

#[test]
fn a_century_is_never_guessed() {
    let both = code(&built("Rossi", "Maria", "1926-03-04", Sex::F, "F205"));
    let days: Vec<String> = both.born_on.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["1926-03-04", "2026-03-04"]);
    assert!(both.verdict.notices.contains(&Finding::Century));
    // The last day of this year has not come.
    let past = code(&built("Rossi", "Maria", "1926-12-31", Sex::F, "F205"));
    assert_eq!(past.born_on.len(), 1);
    assert!(!past.verdict.notices.contains(&Finding::Century));
    // Only one of the two days had the municipality.
    let told = code(&built("Rossi", "Maria", "2026-03-04", Sex::F, "M439"));
    assert_eq!(told.born_on, ["2026-03-04".parse::<NaiveDate>().expect("a day")]);
    // The person says which.
    let claims = Claims { born_on: "1926-03-04".parse().ok(), ..Claims::default() };
    let said = read(&both.verdict.code, &claims, today(), &PLACES);
    assert_eq!((said.born_on.len(), said.verdict.notices), (1, vec![]));
}

#[test]
fn each_part_that_differs_is_named() {
    let claims = |surname: &str, name: &str, born: &str, sex, place: &str| Claims {
        surname: Some(surname.into()),
        name: Some(name.into()),
        born_on: born.parse().ok(),
        sex: Some(sex),
        place: Belfiore::parse(place),
    };
    let told = |claims: Claims| read("RSSMRA85T10A562S", &claims, today(), &PLACES).verdict.notices;
    assert_eq!(told(claims("Rossi", "Mario", "1985-12-10", Sex::M, "A562")), []);
    assert_eq!(told(claims("Russo", "Mario", "1985-12-10", Sex::M, "A562")), []);
    assert_eq!(told(claims("Bianchi", "Mario", "1985-12-10", Sex::M, "A562")), [Finding::SurnameDiffers]);
    assert_eq!(told(claims("Rossi", "Luca", "1985-12-10", Sex::M, "A562")), [Finding::NameDiffers]);
    assert_eq!(told(claims("Rossi", "Mario", "1985-12-11", Sex::M, "A562")), [Finding::BirthDiffers]);
    assert_eq!(told(claims("Rossi", "Mario", "1985-12-10", Sex::F, "A562")), [Finding::SexDiffers]);
    assert_eq!(told(claims("Rossi", "Mario", "1985-12-10", Sex::M, "H501")), [Finding::PlaceDiffers]);
    let omocodia =
        read("RSSMRA85T10A56NH", &claims("Rossi", "Mario", "1985-12-10", Sex::M, "A562"), today(), &PLACES);
    assert_eq!(omocodia.verdict.notices, [Finding::Omocodia], "its digits are put back first");
}

#[test]
fn a_code_is_read_aloud_in_groups() {
    let code = TaxCode::closed("RSSMRA85T10A562").expect("a code");
    assert_eq!(code.grouped(), "RSS MRA 85T10 A562S");
    assert_eq!(code.variants().count(), 127);
    let different: std::collections::HashSet<_> = code.variants().collect();
    assert_eq!((different.len(), different.contains(&code)), (127, false));
}

proptest! {
    #[test]
    fn what_is_built_is_read_back(
        surname in "[A-Za-zàèéìòùçñ' ]{1,20}[a-z]", name in "[A-Za-zàèéìòùçñ' ]{0,20}[a-z]",
        day in 0_i64..45_000, female: bool, letter in "[A-M]", number in 1_u32..1000, variant in 0_usize..127,
    ) {
        let born_on = NaiveDate::from_ymd_opt(1903, 1, 1).expect("a day") + chrono::Days::new(u64::try_from(day).expect("a number"));
        let sex = if female { Sex::F } else { Sex::M };
        let place = Belfiore::parse(&format!("{letter}{number:03}"));
        let built = TaxCode::built(&surname, &name, born_on, sex, place.expect("a code")).expect("letters");
        let claims = Claims { surname: Some(surname), name: Some(name), born_on: Some(born_on), sex: Some(sex), place };
        let differ = [Finding::SurnameDiffers, Finding::NameDiffers, Finding::BirthDiffers, Finding::SexDiffers, Finding::PlaceDiffers];
        for code in [Some(built.clone()), built.variants().nth(variant)].into_iter().flatten() {
            let reading = read(&code.as_str().to_lowercase(), &claims, today(), &PLACES);
            prop_assert_eq!(&reading.verdict.errors, &[]);
            prop_assert_eq!(&reading.born_on, &[born_on]);
            prop_assert!(!reading.verdict.notices.iter().any(|notice| differ.contains(notice)), "{:?}", reading);
            prop_assert_eq!(reading.digits(), built.as_str());
        }
    }

    #[test]
    fn one_wrong_character_is_always_noticed(at in 0_usize..16, other in "[A-Z0-9]") {
        let mut code = "RSSMRA85T10A562S".to_owned();
        if code[at..=at] != other {
            code.replace_range(at..=at, &other);
            // Two values of the table of odd places may be as far apart as the alphabet is long: the check cannot tell them.
            let same = check_letter(&code[..15]) == code.chars().last();
            prop_assert!(same || !super::read(&code, &Claims::default(), today(), &PLACES).verdict.is_valid());
        }
    }

    #[test]
    fn nothing_typed_is_too_strange(text in "\\PC{0,20}") {
        let _ = code(&text);
    }
}
