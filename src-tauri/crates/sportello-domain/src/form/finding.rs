//! What is said of answers. An error stops a form from being made, a notice does not.

use serde::Serialize;

use crate::identifier;

/// Something to say about an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FormFinding"))]
pub struct Finding {
    /// Where: `familiari[1].codice_fiscale`.
    pub path: String,
    /// What was asked there.
    pub label: String,
    /// What.
    pub remark: Remark,
}

/// What is wrong or odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FormRemark"))]
#[serde(tag = "remark", rename_all = "snake_case")]
pub enum Remark {
    /// Nothing was answered.
    Missing,
    /// A declaration that must be ticked.
    NotTicked,
    /// The form does not ask this.
    UnknownAnswer,
    /// An answer of another type: a text for a list.
    WrongType,
    /// A character no keyboard makes.
    ControlCharacter,
    /// Fewer letters.
    TooShort {
        /// At least.
        min: u32,
    },
    /// More letters.
    TooLong {
        /// At most.
        max: u32,
    },
    /// Fewer rows or choices.
    TooFew {
        /// At least.
        min: u32,
    },
    /// More rows or choices.
    TooMany {
        /// At most.
        max: u32,
    },
    /// Not among the options.
    NotAnOption {
        /// What was given.
        value: String,
    },
    /// Not a day of any calendar.
    NotADate,
    /// Not a time of day.
    NotATime,
    /// Not such a number.
    NotANumber,
    /// Parts of a cent.
    TooManyDecimals,
    /// Less, or before.
    Less {
        /// Than this, as it is written.
        bound: String,
    },
    /// More, or after.
    More {
        /// Than this, as it is written.
        bound: String,
    },
    /// After today.
    InFuture,
    /// Before today.
    InPast,
    /// Not an e-mail address.
    NotAnEmail,
    /// What is said of a code.
    Code {
        /// What.
        code: identifier::Finding,
    },
    /// Not in the archive of places.
    UnknownPlace,
    /// The place was not there on that day.
    PlaceNotThen,
    /// The same as in another row.
    SameAs {
        /// Which, from 1.
        row: u32,
    },
    /// In the words of the form.
    Said {
        /// The words.
        words: String,
    },
}
