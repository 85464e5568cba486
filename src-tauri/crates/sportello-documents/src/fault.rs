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
    /// The PDF could not be put together: a defect of ours, never of the text.
    #[error("the PDF could not be written: {detail}")]
    Writer {
        /// What the library below said.
        detail: String,
    },
}

impl DocumentFault {
    /// A fault of the libraries below.
    pub(crate) fn writer(detail: impl ToString) -> Self {
        Self::Writer { detail: detail.to_string() }
    }
}
