//! When something is asked, wrong, due: seven words and three ways to put them together. A table with optional keys and
//! not one variant for each word, so that a misspelt word is named at its place.

use serde::Deserialize;

use super::term::Literal;

/// A condition: `campo` and one word, or one of the three ways.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The question: `qualita`, `dichiarante.nascita_data:eta`.
    #[serde(rename = "campo", default)]
    pub field: Option<String>,
    /// The answer is this.
    #[serde(rename = "uguale", default)]
    pub equal: Option<Literal>,
    /// There is an answer and it is not this.
    #[serde(rename = "diverso", default)]
    pub other: Option<Literal>,
    /// The answer is one of these.
    #[serde(rename = "fra", default)]
    pub among: Option<Vec<Literal>>,
    /// This was chosen, or stands in the text.
    #[serde(rename = "contiene", default)]
    pub contains: Option<Literal>,
    /// Whether there is an answer.
    #[serde(rename = "pieno", default)]
    pub full: Option<bool>,
    /// The answer is less.
    #[serde(rename = "minore", default)]
    pub less: Option<Literal>,
    /// The answer is more.
    #[serde(rename = "maggiore", default)]
    pub more: Option<Literal>,
    /// All of these.
    #[serde(rename = "tutte", default)]
    pub all: Option<Vec<Condition>>,
    /// At least one of these.
    #[serde(rename = "una", default)]
    pub any: Option<Vec<Condition>>,
    /// Not this.
    #[serde(rename = "non", default)]
    pub not: Option<Box<Condition>>,
}

/// A condition, understood.
pub(super) enum Test<'a> {
    All(&'a [Condition]),
    Any(&'a [Condition]),
    Not(&'a Condition),
    Field(&'a str, Word<'a>),
}

/// One of the seven words.
pub(super) enum Word<'a> {
    Equal(&'a Literal),
    Other(&'a Literal),
    Among(&'a [Literal]),
    Contains(&'a Literal),
    Full(bool),
    Less(&'a Literal),
    More(&'a Literal),
}

impl Condition {
    /// What it asks; `None` when it does not ask exactly one thing.
    pub(super) fn test(&self) -> Option<Test<'_>> {
        let words = [
            self.equal.as_ref().map(Word::Equal),
            self.other.as_ref().map(Word::Other),
            self.among.as_deref().map(Word::Among),
            self.contains.as_ref().map(Word::Contains),
            self.full.map(Word::Full),
            self.less.as_ref().map(Word::Less),
            self.more.as_ref().map(Word::More),
        ];
        let mut words = words.into_iter().flatten();
        let (word, second) = (words.next(), words.next());
        let ways = [
            self.all.as_deref().map(Test::All),
            self.any.as_deref().map(Test::Any),
            self.not.as_deref().map(Test::Not),
        ];
        let mut ways = ways.into_iter().flatten();
        let (way, other) = (ways.next(), ways.next());
        match (&self.field, word, second, way, other) {
            (Some(field), Some(word), None, None, None) => Some(Test::Field(field, word)),
            (None, None, None, Some(way), None) => Some(way),
            _ => None,
        }
    }

    /// Conditions inside conditions: how deep.
    pub(super) fn depth(&self) -> usize {
        let below = self.all.iter().flatten().chain(self.any.iter().flatten());
        1 + below.chain(self.not.as_deref()).map(Self::depth).max().unwrap_or_default()
    }
}

/// A measure of an answer, after the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Rows, or choices.
    Count,
    /// The numbers together.
    Sum,
    /// Letters.
    Length,
    /// Digits in a text.
    Digits,
    /// Completed years.
    Age,
    /// Days from then to today.
    DaysAgo,
    /// `italia`, `ue`, `extra_ue`.
    Area,
}

/// `documenti.pagine:somma`: the path and the measure.
pub(super) struct Reference<'a> {
    pub(super) path: Vec<&'a str>,
    pub(super) measure: Option<Measure>,
}

impl<'a> Reference<'a> {
    /// `None` for a measure that does not exist.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let (path, measure) = match text.split_once(':') {
            None => (text, None),
            Some((path, word)) => (path, Some(measure(word)?)),
        };
        Some(Self { path: path.split('.').collect(), measure })
    }
}

fn measure(word: &str) -> Option<Measure> {
    Some(match word {
        "conta" => Measure::Count,
        "somma" => Measure::Sum,
        "lunghezza" => Measure::Length,
        "cifre" => Measure::Digits,
        "eta" => Measure::Age,
        "giorni_fa" => Measure::DaysAgo,
        "area" => Measure::Area,
        _ => return None,
    })
}
