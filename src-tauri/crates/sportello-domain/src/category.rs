//! What matters are about (*argomenti*), in two levels: areas, and categories inside them. A category knows the words
//! citizens use for it, the office that usually deals with it and the days that takes; the desk edits all of it.

mod lexicon;
mod propose;
mod word;

pub use lexicon::{KindWords, Lexicon};
pub use propose::{Guess, KindGuess, Reading, Reason};

use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::{CategoryId, OfficeId};
use crate::text::{LINE_MAX, line, optional_line};
use crate::ticket::TicketKind;
use serde::{Deserialize, Serialize};

/// The most synonyms of one category: more would make every category match everything.
pub const SYNONYMS_MAX: u32 = 200;

/// An area or a category, as typed or as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CategoryData {
    /// The area it is in; nothing for an area.
    #[serde(default)]
    pub parent_id: Option<CategoryId>,
    /// Name, as the desk reads it.
    pub name: String,
    /// What citizens call it: words and short phrases.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// The office that usually deals with it; when missing, the one whose card says so best.
    #[serde(default)]
    pub office_id: Option<OfficeId>,
    /// Calendar days its office usually needs; the office's own when missing.
    #[serde(default)]
    pub answer_days: Option<u16>,
    /// What such a matter usually is.
    #[serde(default)]
    pub kind: Option<TicketKind>,
    /// No longer proposed. Tickets that have it keep it.
    #[serde(default)]
    pub retired: bool,
}

/// An area or a category of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Category {
    /// Identity.
    pub id: CategoryId,
    /// What it says.
    #[serde(flatten)]
    pub data: CategoryData,
    /// Changes with every save; a save of an older version is refused.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

impl CategoryId {
    /// The id of a row of the program's catalog: always the same, so that two desks that load it load it once.
    pub fn of_catalog(code: &str) -> Self {
        let mut id = [0; 10];
        id.copy_from_slice(&crate::event::digest(b"catalog", code)[..10]);
        Self::from_parts(0, id)
    }
}

impl CategoryData {
    /// Tidies and checks every field.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let name = faults.take("name", line(&self.name, LINE_MAX));
        let mut synonyms: Vec<String> = Vec::with_capacity(self.synonyms.len());
        for (i, text) in self.synonyms.iter().enumerate() {
            let kept = faults.take(&format!("synonyms.{i}"), optional_line(Some(text), LINE_MAX)).flatten();
            // The same words twice would weigh no more.
            synonyms.extend(kept.filter(|text| !synonyms.contains(text)));
        }
        let max = SYNONYMS_MAX;
        if synonyms.len() > max as usize {
            faults.add("synonyms", FieldRule::OutOfRange { min: 0, max: max.into() });
        }
        if self.answer_days.is_some_and(|days| !(1..=365).contains(&days)) {
            faults.add("answer_days", FieldRule::OutOfRange { min: 1, max: 365 });
        }
        let parsed = name.map(|name| Self { name, synonyms, ..self });
        faults.finish(parsed)
    }
}

#[cfg(test)]
mod tests;
