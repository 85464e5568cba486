//! Tags (*etichette*): free words on tickets. The colour helps the eye; the word alone says everything.

use crate::fault::FieldRule;
use crate::fold::query_words;
use crate::id::TagId;
use crate::text::line;
use serde::{Deserialize, Serialize};

/// Characters of the longest tag.
pub const TAG_MAX: u32 = 40;
/// Tags one ticket may have.
pub const TAGS_MAX: usize = 20;

/// The colours a tag may have, from the design system's palette.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TagColour {
    /// *Grigio*.
    #[default]
    Grey,
    /// *Blu*.
    Blue,
    /// *Verde*.
    Green,
    /// *Giallo*.
    Yellow,
    /// *Rosso*.
    Red,
    /// *Viola*.
    Violet,
}

impl TagColour {
    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Grey => "grey",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Violet => "violet",
        }
    }
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tag {
    /// Identity.
    pub id: TagId,
    /// The word, or the few words.
    pub name: String,
    /// Its colour.
    pub colour: TagColour,
    /// Version of the row.
    pub version: i64,
}

/// A tag's name as it is typed, on one line and without the `#` some put before it.
///
/// # Errors
/// Empty, too long, or with control characters.
pub fn tag_name(text: &str) -> Result<String, FieldRule> {
    let name = line(text.trim().trim_start_matches('#'), TAG_MAX)?;
    if folded(&name).is_empty() { Err(FieldRule::Required) } else { Ok(name) }
}

/// How two tags are compared: blind to accents, case and signs.
pub fn folded(name: &str) -> String {
    query_words(name).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_of_writing_are_one_tag() {
        assert_eq!(folded("Perdita d'acqua"), folded("perdita D’Acqua"));
        assert_eq!(tag_name("  #Alluvione  2026 "), Ok("Alluvione 2026".into()));
        assert_eq!(tag_name(" # "), Err(FieldRule::Required));
        assert_eq!(tag_name("!!!"), Err(FieldRule::Required));
    }
}
