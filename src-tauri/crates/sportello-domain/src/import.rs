//! Tables that other programs wrote, read without trusting them: bytes become text ([`decode`]), text becomes rows with
//! their line numbers ([`Table`]), columns get a meaning ([`Columns`]). What a row means belongs to who imports it.
//!
//! Nothing is executed and nothing is guessed in silence: the encoding and the separator found are told, every fault
//! names its line and its column, and a cell that a spreadsheet would run as a formula is kept as the text it is.

mod columns;
mod encoding;
mod formula;
mod table;

pub use columns::{Column, Columns, FieldNames};
pub use encoding::{Encoding, decode};
pub use formula::{looks_like_formula, neutral};
pub use table::{Row, Separator, Table};

use crate::fault::FieldRule;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The largest file, in bytes.
pub const FILE_MAX: usize = 50 * 1024 * 1024;
/// The most rows under the header.
pub const ROWS_MAX: u32 = 100_000;
/// The longest cell, in bytes.
pub const CELL_MAX: u32 = 64 * 1024;

/// Why a file cannot be read as a table at all. Lines are counted from 1, as an editor counts them.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "fault", rename_all = "snake_case", deny_unknown_fields)]
pub enum FileFault {
    /// Not one line with words.
    #[error("the file is empty")]
    Empty,
    /// More than [`FILE_MAX`].
    #[error("larger than {megabytes} MB")]
    TooLarge {
        /// The limit, in MB.
        megabytes: u32,
    },
    /// More than [`ROWS_MAX`].
    #[error("more than {max} rows")]
    TooManyRows {
        /// The limit.
        max: u32,
    },
    /// UTF-16: what some programs call "Unicode text". It has to be saved again as UTF-8.
    #[error("UTF-16")]
    Utf16,
    /// A spreadsheet or another compressed file, not a table in text.
    #[error("a spreadsheet, not a text")]
    Spreadsheet,
    /// Bytes that are no text, in UTF-8 or in Windows-1252.
    #[error("line {line} is no text")]
    NotText {
        /// The first such line.
        line: u32,
    },
    /// A quotation mark that is opened and never closed: everything after it would be one cell.
    #[error("a quotation mark opened on line {line} is never closed")]
    OpenQuote {
        /// Where its row begins.
        line: u32,
    },
    /// Columns that must be there and are not, by field.
    #[error("columns missing: {}", fields.join(", "))]
    MissingColumns {
        /// The fields without a column.
        fields: Vec<String>,
    },
}

/// What is wrong, or odd, with one cell or one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LineFault {
    /// The line its row begins on, from 1.
    pub line: u32,
    /// The column, as the file calls it; none for the row as a whole.
    pub column: Option<String>,
    /// What is wrong.
    #[serde(flatten)]
    pub rule: FieldRule,
}

#[cfg(test)]
mod tests;
