//! Many codes at once: a table in, the same rows with an answer out.

use super::{Answer, Check, Desk, belfiore, sex};
use crate::Session;
use crate::output::{self, Problem};
use crate::words;
use chrono::NaiveDate;
use serde::Serialize;
use sportello_domain::identifier::tax_code::{Claims, TaxCode};
use sportello_domain::import::{Columns, FieldNames, FileFault, Row, Table};
use sportello_domain::table::csv;

const fn field(field: &'static str, names: &'static [&'static str], required: bool) -> FieldNames {
    FieldNames { field, names, required }
}

const VALUE: FieldNames = field(
    "valore",
    &["valore", "codice", "codicefiscale", "partitaiva", "iban", "telefono", "cap", "targa", "documento"],
    true,
);
const PERSON: [FieldNames; 5] = [
    field("cognome", &["cognome"], false),
    field("nome", &["nome"], false),
    field("nato", &["nato", "nascita", "datadinascita"], false),
    field("luogo", &["luogo", "belfiore", "luogodinascita"], false),
    field("sesso", &["sesso"], false),
];

fn unusable(file: &str, fault: &FileFault) -> Problem {
    Problem::File(format!("{file}: {}", words::file(fault)))
}

fn read(file: &str, fields: &[FieldNames]) -> Result<(Table, Columns), Problem> {
    let bytes = std::fs::read(file)
        .map_err(|error| Problem::File(format!("Non riesco a leggere {file}: {}", words::io(&error))))?;
    let table = Table::read(&bytes).map_err(|fault| unusable(file, &fault))?;
    let columns = Columns::guess(&table.header, fields);
    columns.complete(fields).map_err(|fault| unusable(file, &fault))?;
    Ok((table, columns))
}

/// `1985-12-10`, or `10/12/1985` as an Italian sheet writes it.
fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().or_else(|| NaiveDate::parse_from_str(text, "%d/%m/%Y").ok())
}

/// What a row says of a person; a cell that cannot be read is a fault of that row.
fn claims(row: &Row, columns: &Columns) -> Result<Claims, String> {
    let text = |field| columns.value(row, field).map(str::to_owned);
    let wrong = |field: &str| format!("riga {}: «{field}» non è scritto bene", row.line);
    Ok(Claims {
        surname: text("cognome"),
        name: text("nome"),
        born_on: text("nato").map(|text| day(&text).ok_or_else(|| wrong("nato"))).transpose()?,
        sex: text("sesso").map(|text| sex(&text).map_err(|_| wrong("sesso"))).transpose()?,
        place: text("luogo").map(|text| belfiore(&text).map_err(|_| wrong("luogo"))).transpose()?,
    })
}

#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Checked(Answer),
    Built { codice: String },
    Wrong { valid: bool, error: String },
}

impl Line {
    fn cells(&self) -> [String; 4] {
        let said = |said: &[super::Said]| said.iter().map(|said| said.message).collect::<Vec<_>>().join(" ");
        match self {
            Self::Checked(answer) => [
                answer.code.clone(),
                if answer.valid { "sì" } else { "no" }.to_owned(),
                said(&answer.errors),
                said(&answer.notices),
            ],
            Self::Built { codice } => [codice.clone(), "sì".to_owned(), String::new(), String::new()],
            Self::Wrong { error, .. } => [String::new(), "no".to_owned(), error.clone(), String::new()],
        }
    }
}

fn told(session: &Session, lines: &[Line]) {
    output::result(session.json, &lines, |lines| {
        csv(&["codice", "valido", "errori", "avvisi"], lines.iter().map(Line::cells))
    });
}

/// Each row of a table, checked.
pub(super) fn check(session: &Session, desk: &Desk, command: &Check, file: &str) -> Result<(), Problem> {
    let fields: Vec<FieldNames> = [VALUE].into_iter().chain(PERSON).collect();
    let (table, columns) = read(file, &fields)?;
    let lines = table.rows.iter().map(|row| match claims(row, &columns) {
        Ok(claims) => {
            let value = columns.value(row, "valore").unwrap_or_default();
            Line::Checked(desk.check(command.kind, command.tipo, value, &claims))
        }
        Err(error) => Line::Wrong { valid: false, error },
    });
    told(session, &lines.collect::<Vec<_>>());
    Ok(())
}

/// Each row of a table, as a code.
pub(super) fn build(session: &Session, file: &str) -> Result<(), Problem> {
    let fields = PERSON.map(|field| FieldNames { required: true, ..field });
    let (table, columns) = read(file, &fields)?;
    let lines = table.rows.iter().map(|row| {
        let wrong = |error| Line::Wrong { valid: false, error };
        let claims = match claims(row, &columns) {
            Ok(claims) => claims,
            Err(error) => return wrong(error),
        };
        let built = match (&claims.surname, &claims.name, claims.born_on, claims.sex, claims.place) {
            (Some(surname), Some(name), Some(born_on), Some(sex), Some(place)) => {
                TaxCode::built(surname, name, born_on, sex, place)
            }
            _ => None,
        };
        match built {
            Some(code) => Line::Built { codice: code.as_str().to_owned() },
            None => wrong(format!("riga {}: manca un dato", row.line)),
        }
    });
    told(session, &lines.collect::<Vec<_>>());
    Ok(())
}
