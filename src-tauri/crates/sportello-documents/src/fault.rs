//! Why a paper could not be made.

/// Why a paper could not be made. Fields are named as in the struct the paper is made from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentFault {
    /// No shipped font has the character: printing something else would betray the text.
    #[error("no font has the character {character:?} (U+{code:04X}) of `{field}`", code = u32::from(*.character))]
    MissingGlyph {
        /// The first character without a glyph; a control character never has one.
        character: char,
        /// Where it is.
        field: &'static str,
    },
    /// The text is too long for its place, and is never cut.
    #[error("`{field}` does not fit in its place on the page")]
    DoesNotFit {
        /// The text that is too long.
        field: &'static str,
    },
    /// A recovery sheet was asked for something else than eight groups of five capital letters and digits.
    #[error("a recovery code has eight groups of five capital letters and digits")]
    NotARecoveryCode,
    /// A text of the house, or words that are about to leave, hold a variable that is unknown or has no value here.
    #[error("the variable {{{variable}}} of the text `{text}` has no value")]
    Variable {
        /// What stands in the braces.
        variable: String,
        /// The id of the text, or the field of the document.
        text: String,
    },
    /// The house has words for a text no paper has.
    #[error("no paper has a text `{text}`")]
    UnknownText {
        /// The id.
        text: String,
    },
    /// A picture cannot be printed.
    #[error("the picture `{field}` cannot be printed: {reason}")]
    Picture {
        /// Where it is: `logo`.
        field: &'static str,
        /// Why, in the words of a programmer.
        reason: String,
    },
    /// What was lent for a font is none, or may not be embedded.
    #[error("the font of the computer cannot be read or embedded")]
    NotAFont,
    /// The fault is in one line of a list.
    #[error("`{list}[{index}]`: {fault}")]
    In {
        /// The list: `rows`.
        list: &'static str,
        /// Which one, from 0.
        index: usize,
        /// What is wrong there.
        fault: Box<DocumentFault>,
    },
    /// The PDF could not be put together: a defect of ours, never of the text.
    #[error("the PDF could not be written: {detail}")]
    Writer {
        /// What the library below said.
        detail: String,
    },
}

impl DocumentFault {
    /// The same fault, in one line of a list.
    pub(crate) fn within(self, list: &'static str, index: usize) -> Self {
        Self::In { list, index, fault: Box::new(self) }
    }

    /// The field at fault, as it is spelt in the data: `rows[3].subject`. `None` when no field is.
    pub fn path(&self) -> Option<String> {
        match self {
            Self::MissingGlyph { field, .. } | Self::DoesNotFit { field } | Self::Picture { field, .. } => {
                Some((*field).to_owned())
            }
            Self::Variable { text, .. } | Self::UnknownText { text } => Some(text.clone()),
            Self::NotARecoveryCode => Some("groups".to_owned()),
            Self::In { list, index, fault } => Some(match fault.path() {
                Some(path) => format!("{list}[{index}].{path}"),
                None => format!("{list}[{index}]"),
            }),
            Self::NotAFont | Self::Writer { .. } => None,
        }
    }

    /// A fault of the libraries below.
    pub(crate) fn writer(detail: impl ToString) -> Self {
        Self::Writer { detail: detail.to_string() }
    }
}
