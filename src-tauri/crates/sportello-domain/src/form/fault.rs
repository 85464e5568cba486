//! What is wrong with a file of forms. Values: the words for the desk belong to its faces.

use serde::Serialize;

/// A fault and its place in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormFault {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// What is wrong.
    pub problem: FormProblem,
}

/// What is wrong. The strings are words of the file, or of the format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum FormProblem {
    /// Not TOML.
    Syntax {
        /// What the reader of TOML said, in its own words.
        detail: String,
    },
    /// Not text in UTF-8, or far too long for a form.
    NotText,
    /// A property nobody knows.
    UnknownKey {
        /// The property.
        key: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// A word that is not among those allowed.
    UnknownWord {
        /// The property.
        key: String,
        /// The word.
        word: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// A property that must be there.
    MissingKey {
        /// The property.
        key: String,
    },
    /// A value of another type: a number for a text.
    WrongType {
        /// The property.
        key: String,
    },
    /// The same property twice.
    RepeatedKey,
    /// A name with letters that names do not have.
    BadId {
        /// The name.
        id: String,
    },
    /// Two things of the same name.
    RepeatedId {
        /// The name.
        id: String,
    },
    /// A question without words.
    NoLabel {
        /// The question.
        id: String,
    },
    /// A choice without options.
    NoOptions {
        /// The question.
        id: String,
    },
    /// A group or a section without questions.
    NoFields {
        /// Its name.
        id: String,
    },
    /// A property that this kind of question does not have.
    NotHere {
        /// The property.
        key: String,
        /// The kind of question.
        kind: String,
    },
    /// A question that is not there.
    UnknownField {
        /// As it was named.
        path: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// A question that comes only later.
    LaterField {
        /// As it was named.
        path: String,
    },
    /// A value that is not among the options of the question.
    UnknownOption {
        /// The question.
        path: String,
        /// The value.
        value: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// A condition without its one word, or with several.
    OneWord,
    /// Conditions in conditions in conditions.
    TooDeep,
    /// A measure nobody knows, after the colon.
    UnknownMeasure {
        /// As it was named.
        path: String,
    },
    /// A block that is not there.
    UnknownBlock {
        /// Its name.
        id: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// A block that is inside itself.
    CircularBlock {
        /// Its name.
        id: String,
    },
    /// A table of codes that is not there.
    UnknownTable {
        /// Its name.
        id: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// A parameter that is not there.
    UnknownParameter {
        /// Its key.
        key: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// An office that is not there.
    UnknownOffice {
        /// Its code.
        code: String,
        /// The one that was meant, perhaps.
        near: Option<String>,
    },
    /// A privacy notice that is not there.
    UnknownNotice {
        /// Its key.
        key: String,
    },
    /// Nothing is filled from there.
    UnknownSource {
        /// The source.
        source: String,
    },
    /// Not a value that can stand here.
    BadTerm {
        /// The value.
        term: String,
    },
    /// The least is more than the most.
    BadBounds,
    /// A computation without its one word, or with several.
    OneComputation,
    /// A computation with too few terms, or too many.
    WrongTerms {
        /// Its word.
        word: String,
    },
    /// A question that needs an answer and is never asked.
    NeverAsked {
        /// The question.
        id: String,
    },
    /// Something that never happens.
    NeverTrue,
    /// A declaration instead of a certificate that lacks what the law wants on it.
    DeclarationLacks {
        /// `privacy` or `dich_penale`.
        what: String,
    },
    /// A printed sentence without the value it stands for.
    SentenceWithoutValue,
    /// A rule that says nothing, or both that it is wrong and that it is odd.
    RuleSaysOne,
}

impl FormFault {
    /// A fault of the whole file.
    pub(super) fn whole(problem: FormProblem) -> Self {
        Self { line: 1, column: 1, problem }
    }
}

/// The word that was meant, perhaps: at most two letters away, or a third of its length.
pub(super) fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let letters: Vec<char> = word.chars().take(40).collect();
    known
        .into_iter()
        .map(|known| (distance(&letters, &known.chars().collect::<Vec<_>>()), known))
        .filter(|(distance, known)| *distance <= 2.max(known.len() / 4) && *distance < known.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known.to_owned())
}

/// Letters to change, add or take away (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (corner + usize::from(left != right)).min(above.min(row[j]) + 1);
            corner = above;
        }
    }
    row[b.len()]
}
