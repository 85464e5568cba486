//! What is wrong with one field of a request. Values, not an error type: a request is checked whole and every wrong
//! field is named at once. The words for the desk belong to the user interface.

use crate::calendar::DeskFault;
use crate::import::FileFault;
use crate::paper::PaperFault;
use serde::Serialize;

/// A wrong field: its path in the request (`citizen.email`) and the rule it breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldFault {
    /// Path of the field, as it is spelt in the request.
    pub field: String,
    /// The rule that is broken.
    pub rule: FieldRule,
}

/// The rules a field can break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum FieldRule {
    /// Nothing was given where something is needed.
    Required,
    /// Longer than `max` characters.
    TooLong {
        /// The longest text accepted, in characters.
        max: u32,
    },
    /// A control character (NUL included) that no keyboard makes.
    ControlCharacter {
        /// The Unicode code point found.
        code: u32,
    },
    /// The request has a field of this name, the desk does not.
    UnknownField,
    /// The value has another type or is not one of those allowed.
    WrongValue {
        /// What the reader of the request expected, in its own words.
        expected: String,
    },
    /// A date after today.
    InFuture,
    /// A date before the one named: the desk does not register matters that old.
    TooOld {
        /// The earliest date accepted.
        earliest: chrono::NaiveDate,
    },
    /// A date before another one of the same request or ticket.
    Before {
        /// The date it must not precede.
        earliest: chrono::NaiveDate,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a telephone number (six digits at least).
    NotAPhone,
    /// Not a tax code: 16 letters and digits, or 11 digits.
    NotATaxCode,
    /// An answer is promised, but there is no way to give it: neither a contact of the kind chosen, nor `anonymous`.
    ContactNeeded,
    /// Named and anonymous at the same time.
    NotBoth,
    /// A character that no font of ours can print.
    NotPrintable {
        /// The character.
        character: char,
    },
    /// Too long for its place on the page.
    DoesNotFit,
    /// It is there already.
    AlreadyThere,
    /// A prepared text with a blank that nobody filled.
    BlankLeft {
        /// The name of the blank.
        name: String,
    },
    /// No record with this id or name.
    NotFound,
    /// More than one record has this name.
    Ambiguous,
    /// Opening hours, patron's day or closures that cannot be.
    Calendar {
        /// What cannot be.
        fault: DeskFault,
    },
    /// A file to import that cannot be read as a table.
    File {
        /// Why.
        fault: FileFault,
    },
    /// A row of an imported table with more cells than columns: it has slipped sideways.
    TooManyCells {
        /// Columns of the header.
        columns: u32,
        /// Cells of the row.
        cells: u32,
    },
    /// The same record twice in one table.
    RepeatedOn {
        /// The line it is on already.
        line: u32,
    },
    /// Something that ended before today is not given new work.
    Ended {
        /// Its last day.
        on: chrono::NaiveDate,
    },
    /// A record that would be part of itself.
    Circular,
    /// A notice: a spreadsheet would run this cell as a formula. It is kept as text.
    LooksLikeFormula,
    /// A file that cannot be attached.
    Paper {
        /// Why.
        fault: PaperFault,
    },
    /// Not a PDF that can be read.
    NotAPdf,
    /// Not a picture that can be printed: PNG, JPEG or SVG.
    NotAPicture,
    /// Outside the numbers allowed.
    OutOfRange {
        /// The smallest number accepted.
        min: i64,
        /// The largest number accepted.
        max: i64,
    },
}

/// Collects the faults of a request while it is read.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldFault>);

impl Faults {
    /// Notes that `field` breaks `rule`.
    pub fn add(&mut self, field: impl Into<String>, rule: FieldRule) {
        self.0.push(FieldFault { field: field.into(), rule });
    }

    /// The value, or `None` with the fault noted.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, FieldRule>) -> Option<T> {
        parsed.map_err(|rule| self.add(field, rule)).ok()
    }

    /// `value` when nothing is wrong, every fault otherwise.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<FieldFault>> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self.0),
        }
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
