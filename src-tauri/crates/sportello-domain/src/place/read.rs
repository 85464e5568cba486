//! The archive from its two tables: `comuni.csv` and `stati_esteri.csv`, or newer ones with the same header.

use super::{Belfiore, Place, Places};
use crate::fold::index_words;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use thiserror::Error;

/// Why a table of places is not taken. Nothing of it is, then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PlaceFault {
    /// A column is missing.
    #[error("column {0} is missing")]
    Column(&'static str),
    /// A cell is not what its column says.
    #[error("line {line}: {column}")]
    Cell {
        /// The line, from 1.
        line: u64,
        /// The column.
        column: &'static str,
    },
    /// Two places of today have the same code.
    #[error("line {line}: a code given twice")]
    Twice {
        /// The line of the second.
        line: u64,
    },
    /// Not a table.
    #[error("line {line}: not a table")]
    Table {
        /// The line, from 1.
        line: u64,
    },
}

impl Places {
    /// The archive of municipalities and states.
    ///
    /// # Errors
    /// The first fault of either table.
    pub fn read(municipalities: &str, states: &str) -> Result<Self, PlaceFault> {
        let mut free = HashSet::new();
        let mut places = rows(municipalities, Some("provincia"), &mut free)?;
        places.extend(rows(states, None, &mut free)?);
        let words = places.iter().map(|place| index_words(&place.name)).collect();
        let mut by_code: HashMap<Belfiore, Vec<usize>> = HashMap::new();
        for (at, place) in places.iter().enumerate() {
            by_code.entry(place.belfiore).or_default().push(at);
        }
        Ok(Self { places, words, by_code, free })
    }
}

fn rows(
    table: &str,
    province: Option<&'static str>,
    free: &mut HashSet<Belfiore>,
) -> Result<Vec<Place>, PlaceFault> {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().map_err(|_| PlaceFault::Table { line: 1 })?.clone();
    let column =
        |name: &'static str| headers.iter().position(|header| header == name).ok_or(PlaceFault::Column(name));
    let (code, name) = (column("belfiore")?, column("nome")?);
    let (from, to) = (column("valido_dal")?, column("valido_al")?);
    let province = province.map(column).transpose()?;
    let area = headers.iter().position(|header| header == "area");
    let mut places: Vec<Place> = Vec::new();
    let mut today = HashSet::new();
    for row in reader.records() {
        let row =
            row.map_err(|fault| PlaceFault::Table { line: fault.position().map_or(0, csv::Position::line) })?;
        let line = row.position().map_or(0, csv::Position::line);
        let cell = |at: usize| row.get(at).unwrap_or_default().trim();
        let day = |at: usize, column| match cell(at) {
            "" => Ok(None),
            text => text.parse::<NaiveDate>().map(Some).map_err(|_| PlaceFault::Cell { line, column }),
        };
        let place = Place {
            belfiore: Belfiore::parse(cell(code)).ok_or(PlaceFault::Cell { line, column: "belfiore" })?,
            name: cell(name).to_owned(),
            province: province.map(|at| cell(at).to_owned()).filter(|province| !province.is_empty()),
            from: day(from, "valido_dal")?,
            to: day(to, "valido_al")?,
        };
        if place.name.is_empty() {
            return Err(PlaceFault::Cell { line, column: "nome" });
        }
        if place.to.is_none() && !today.insert(place.belfiore) {
            return Err(PlaceFault::Twice { line });
        }
        if area.is_some_and(|at| !cell(at).is_empty()) {
            free.insert(place.belfiore);
        }
        places.push(place);
    }
    Ok(places)
}
