//! The street register: found while somebody types, imported from the national archive's export.

use crate::app::App;
use crate::error::{Failure, Outcome};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sportello_domain::fault::FieldRule;
use sportello_domain::fold::query_words;
use sportello_domain::id::{OpId, StreetId};
use sportello_domain::import::{Columns, Encoding, LineFault, Separator, Table};
use sportello_domain::street::{FIELDS, Street, StreetData, read};
use sportello_store::{Error, street};

/// Places a search answers with.
const SHOWN: i64 = 8;
/// Streets and faults that a preview shows.
const SAMPLE: usize = 20;
const FAULTS: usize = 200;

/// A file of the archive.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct StreetImport {
    /// The operation.
    pub op: OpId,
    /// The bytes of the file, in base 64.
    pub base64: String,
    /// Only tell what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// What an import would do, or did.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StreetReport {
    /// How the bytes were read.
    pub encoding: Encoding,
    /// What stands between the cells.
    pub separator: Separator,
    /// The columns and what each fills.
    pub columns: Columns,
    /// Streets of the file.
    pub streets: usize,
    /// House numbers of the file.
    pub numbers: usize,
    /// The first streets, as they will be called.
    pub sample: Vec<String>,
    /// Lines that cannot be read, the first of them: with one of them, nothing is imported.
    pub faults: Vec<LineFault>,
    /// How many there are.
    pub faults_total: usize,
    /// Whether it was imported.
    pub imported: bool,
    /// Streets that were not there before; none while nothing is imported.
    pub added: Option<usize>,
}

/// A place being typed: a street, perhaps with a house number or a landmark after it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PlaceQuery {
    /// What is typed.
    pub text: String,
}

/// A place of the register.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Place {
    /// The street.
    pub street: Street,
    /// The place in words: the street, and the number that was typed or that begins so.
    pub name: String,
    /// Degrees north, when the register has them.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
}

/// Places whose words begin as typed. What follows a number is kept as it is typed: a landmark is always allowed.
pub(crate) async fn find(app: &App, request: PlaceQuery) -> Outcome<Vec<Place>> {
    let words = query_words(&request.text);
    let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let number = words.iter().skip(1).position(is_number).map(|at| at + 1);
    let typed = &words[..number.unwrap_or(words.len())];
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let streets = street::search(&mut conn, typed, SHOWN).await?;
    let Some(number) = number.map(|at| words[at..].concat()) else {
        let place =
            |street: Street| Place { name: street.name.clone(), street, latitude: None, longitude: None };
        return Ok(streets.into_iter().map(place).collect());
    };
    let mut places = Vec::new();
    for street in streets {
        let doors = street::numbers(&mut conn, street.id, &number, SHOWN).await?;
        if doors.is_empty() {
            let name = format!("{} {number}", street.name);
            places.push(Place { name, street, latitude: None, longitude: None });
            continue;
        }
        places.extend(doors.into_iter().map(|door| Place {
            name: format!("{} {}", street.name, door.number),
            street: street.clone(),
            latitude: door.latitude,
            longitude: door.longitude,
        }));
    }
    places.truncate(SHOWN as usize);
    Ok(places)
}

/// Imports a file of the archive, whole or not at all.
pub(crate) async fn import(app: &App, request: StreetImport) -> Outcome<StreetReport> {
    let wrong = |_| Failure::field("base64", FieldRule::WrongValue { expected: "base 64".to_owned() });
    let bytes = BASE64.decode(&request.base64).map_err(wrong)?;
    let (mut report, streets) = preview(&bytes)?;
    if request.dry_run || report.faults_total > 0 {
        return Ok(report);
    }
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let now = app.now();
            let new_id = || StreetId(crate::clock::new_uuid(now));
            report.added = Some(street::import(&mut tx, &streets, new_id).await?);
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    report.imported = true;
    Ok(report)
}

fn preview(bytes: &[u8]) -> Outcome<(StreetReport, Vec<StreetData>)> {
    let table = Table::read(bytes)?;
    let columns = Columns::guess(&table.header, FIELDS);
    columns.complete(FIELDS)?;
    let register = read(&table, &columns);
    let mut faults: Vec<LineFault> = table.faults.iter().cloned().chain(register.faults).collect();
    faults.sort_by_key(|fault| fault.line);
    let faults_total = faults.len();
    faults.truncate(FAULTS);
    let report = StreetReport {
        encoding: table.encoding,
        separator: table.separator,
        columns,
        streets: register.streets.len(),
        numbers: register.streets.iter().map(|street| street.numbers.len()).sum(),
        sample: register.streets.iter().take(SAMPLE).map(|street| street.name.clone()).collect(),
        faults,
        faults_total,
        imported: false,
        added: None,
    };
    Ok((report, register.streets))
}
