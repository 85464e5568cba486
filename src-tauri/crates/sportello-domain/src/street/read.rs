//! Rows of the archive's files (streets, or house numbers with their street) become streets.

use super::{HouseNumber, StreetData};
use crate::fault::FieldRule;
use crate::fold::query_words;
use crate::import::{Columns, FieldNames, LineFault, Row, Table, looks_like_formula};
use crate::text::{LINE_MAX, line};
use std::collections::HashMap;

/// What a file of the archive may say, under the names its exports have had.
pub const FIELDS: &[FieldNames] = &[
    FieldNames {
        field: "name",
        names: &[
            "odonimo",
            "denomcompleta",
            "denominazionecompleta",
            "odonimocompleto",
            "dizionelingua1",
            "denominazione",
            "nomevia",
            "via",
            "strada",
            "toponimo",
            "nome",
        ],
        required: true,
    },
    FieldNames { field: "kind", names: &["dug", "denominazionedug", "specie", "tipovia"], required: false },
    FieldNames {
        field: "code",
        names: &["progressivonazionale", "progrnazionale", "progrnaz", "codicevia", "codstrada", "codice"],
        required: false,
    },
    FieldNames { field: "number", names: &["civico", "numerocivico", "numciv", "numero"], required: false },
    FieldNames { field: "letter", names: &["esponente", "barrato", "lettera"], required: false },
    FieldNames {
        field: "latitude",
        names: &["coordycomune", "latitudine", "latitude", "lat", "y"],
        required: false,
    },
    FieldNames {
        field: "longitude",
        names: &["coordxcomune", "longitudine", "longitude", "lon", "lng", "x"],
        required: false,
    },
];

/// The streets of a file, and what is wrong with its lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    /// The streets, in the order they are first met.
    pub streets: Vec<StreetData>,
    /// Every line that cannot be read.
    pub faults: Vec<LineFault>,
}

/// Reads a table. A street met twice is one street; a house number met twice is one number, with the later place.
pub fn read(table: &Table, columns: &Columns) -> Register {
    let mut register = Register::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut numbers: HashMap<(usize, String), usize> = HashMap::new();
    for row in &table.rows {
        let (name, number) = match parse(row, columns) {
            Ok(parsed) => parsed,
            Err((field, rule)) => {
                register.faults.push(columns.fault(row.line, field, rule));
                continue;
            }
        };
        let code = columns.value(row, "code").map(str::to_owned);
        let key = code.clone().unwrap_or_else(|| query_words(&name).join(" "));
        let at = *places.entry(key).or_insert_with(|| {
            register.streets.push(StreetData { name, code, numbers: Vec::new() });
            register.streets.len() - 1
        });
        let Some(number) = number else { continue };
        let known = &mut register.streets[at].numbers;
        match numbers.get(&(at, number.number.clone())) {
            Some(again) => known[*again] = number,
            None => {
                numbers.insert((at, number.number.clone()), known.len());
                known.push(number);
            }
        }
    }
    register
}

type Parsed = (String, Option<HouseNumber>);

fn parse(row: &Row, columns: &Columns) -> Result<Parsed, (&'static str, FieldRule)> {
    let name = columns.value(row, "name").unwrap_or_default();
    if looks_like_formula(name) {
        return Err(("name", FieldRule::WrongValue { expected: "the name of a street".to_owned() }));
    }
    let name = line(name, LINE_MAX).map_err(|rule| ("name", rule))?;
    let kind = columns.value(row, "kind").unwrap_or_default();
    let begins = query_words(&name).starts_with(&query_words(kind));
    let whole = if begins { name } else { format!("{kind} {name}") };
    let Some(number) = columns.value(row, "number") else { return Ok((as_written(&whole), None)) };
    let letter = columns.value(row, "letter").unwrap_or_default();
    let number = line(number, 10).map_err(|rule| ("number", rule))?;
    let number = if letter.is_empty() { number } else { format!("{number}/{letter}") };
    let number = HouseNumber {
        number: number.to_uppercase(),
        latitude: degrees(row, columns, "latitude", 90.0)?,
        longitude: degrees(row, columns, "longitude", 180.0)?,
    };
    Ok((as_written(&whole), Some(number)))
}

/// Degrees, with a point or a comma.
fn degrees(
    row: &Row,
    columns: &Columns,
    field: &'static str,
    most: f64,
) -> Result<Option<f64>, (&'static str, FieldRule)> {
    let Some(text) = columns.value(row, field) else { return Ok(None) };
    let read: Option<f64> = text.replace(',', ".").parse().ok().filter(|value: &f64| value.is_finite());
    match read {
        Some(value) if value.abs() <= most => Ok(Some(value)),
        Some(_) => Err((field, FieldRule::OutOfRange { min: -(most as i64), max: most as i64 })),
        None => Err((field, FieldRule::WrongValue { expected: "degrees".to_owned() })),
    }
}

/// Words that stay small in the name of a street.
const SMALL: &[&str] = &[
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "corso",
    "vicolo",
    "largo",
    "strada",
    "contrada",
    "di",
    "del",
    "dei",
    "della",
    "delle",
    "degli",
    "dello",
    "da",
    "dal",
    "e",
    "ed",
    "la",
    "le",
    "il",
    "lo",
    "i",
    "gli",
    "a",
    "al",
    "alla",
    "ai",
    "in",
    "su",
];

/// The archive shouts (`VIA GIACOMO MATTEOTTI`): a name all in capitals is written as it is on the wall.
fn as_written(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let word = |word: &str| {
        let small = word.to_lowercase();
        if SMALL.contains(&small.as_str()) {
            return small;
        }
        // The days of the nation: IV Novembre, XXV Aprile.
        if word.chars().all(|c| "IVX".contains(c)) {
            return word.to_owned();
        }
        let mut raise = true;
        let raised = small.chars().map(|c| {
            let now = if raise { c.to_uppercase().next().unwrap_or(c) } else { c };
            raise = matches!(c, '\'' | '\u{2019}' | '-' | '.');
            now
        });
        raised.collect()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
