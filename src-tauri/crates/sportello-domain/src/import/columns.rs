//! What each column means.

use super::{FileFault, LineFault, Row};
use crate::fault::{FieldFault, FieldRule};
use serde::{Deserialize, Serialize};

/// A field that a column can fill, and the names by which its column is known.
#[derive(Clone, Copy, Debug)]
pub struct FieldNames {
    /// The field.
    pub field: &'static str,
    /// Headers that mean it, in plain small letters and digits, the likeliest first.
    pub names: &'static [&'static str],
    /// Whether a file without it cannot be imported.
    pub required: bool,
}

/// A column and the field it fills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The column, as the file calls it.
    pub column: String,
    /// The field; none when the column is left out.
    pub field: Option<String>,
}

/// The columns of a file, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Columns(pub Vec<Column>);

/// A header as it is compared: `Codice_uni_uo`, `codice uni UO` and `CODICE-UNI-UO` are the same.
fn plain(header: &str) -> String {
    crate::fold::query_words(header).concat()
}

impl Columns {
    /// The meaning of the columns by their names. Each field is filled by one column: the one whose name stands first
    /// in its list.
    pub fn guess(header: &[String], fields: &[FieldNames]) -> Self {
        let plain: Vec<String> = header.iter().map(|name| plain(name)).collect();
        let mut columns: Vec<Column> =
            header.iter().map(|name| Column { column: name.clone(), field: None }).collect();
        for known in fields {
            let free = |at: &usize| columns[*at].field.is_none();
            let named = |name: &&str| plain.iter().position(|header| header == *name).filter(free);
            if let Some(at) = known.names.iter().find_map(named) {
                columns[at].field = Some(known.field.to_owned());
            }
        }
        Self(columns)
    }

    /// Changes the meaning of some columns. A field that gets a new column leaves its old one.
    ///
    /// # Errors
    /// A column that the file does not have, a field that is not one, two columns for one field.
    pub fn choose(&mut self, choices: &[Column], fields: &[FieldNames]) -> Result<(), Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut chosen = vec![false; self.0.len()];
        for (at, choice) in choices.iter().enumerate() {
            let mut fault = |part: &str, rule| {
                faults.push(FieldFault { field: format!("columns.{at}.{part}"), rule });
            };
            let Some(index) = self.0.iter().position(|column| column.column == choice.column) else {
                fault("column", FieldRule::NotFound);
                continue;
            };
            if choice.field.as_ref().is_some_and(|name| fields.iter().all(|known| known.field != name)) {
                fault("field", FieldRule::NotFound);
                continue;
            }
            for (other, column) in self.0.iter_mut().enumerate() {
                if choice.field.is_some() && column.field == choice.field && other != index {
                    if chosen[other] {
                        fault("field", FieldRule::Ambiguous);
                    }
                    column.field = None;
                }
            }
            self.0[index].field.clone_from(&choice.field);
            chosen[index] = true;
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// That every field that must have a column has one.
    ///
    /// # Errors
    /// Those without.
    pub fn complete(&self, fields: &[FieldNames]) -> Result<(), FileFault> {
        let missing = fields.iter().filter(|known| known.required && self.name_of(known.field).is_none());
        let missing: Vec<String> = missing.map(|known| known.field.to_owned()).collect();
        if missing.is_empty() { Ok(()) } else { Err(FileFault::MissingColumns { fields: missing }) }
    }

    /// The column that fills a field, as the file calls it.
    pub fn name_of(&self, field: &str) -> Option<&str> {
        self.at(field).map(|at| self.0[at].column.as_str())
    }

    /// What a row says for a field; none where it says nothing.
    pub fn value<'r>(&self, row: &'r Row, field: &str) -> Option<&'r str> {
        self.at(field).map(|at| row.cell(at)).filter(|cell| !cell.is_empty())
    }

    /// A fault of a field, as a fault of its column.
    pub fn fault(&self, line: u32, field: &str, rule: FieldRule) -> LineFault {
        // A field of several lines names the one that is wrong (`competences.2`): the column is the whole field's.
        let whole = field.split('.').next().unwrap_or(field);
        LineFault { line, column: self.name_of(whole).map(str::to_owned), rule }
    }

    fn at(&self, field: &str) -> Option<usize> {
        self.0.iter().position(|column| column.field.as_deref() == Some(field))
    }
}
