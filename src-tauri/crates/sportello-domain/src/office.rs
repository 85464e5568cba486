//! The directory of the municipality's offices: who they are, where, and what people come to them for.

use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::OfficeId;
use crate::text::{LINE_MAX, line, optional_line};
use serde::{Deserialize, Serialize};

/// Days an office has to report an outcome, unless its card says otherwise.
pub const DEFAULT_ANSWER_DAYS: u16 = 20;

/// An office's card, as typed or as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeData {
    /// The office this one is part of.
    #[serde(default)]
    pub parent_id: Option<OfficeId>,
    /// Name, as citizens read it on the door.
    pub name: String,
    /// Street and number, building.
    #[serde(default)]
    pub address: Option<String>,
    /// Floor.
    #[serde(default)]
    pub floor: Option<String>,
    /// Room.
    #[serde(default)]
    pub room: Option<String>,
    /// Telephones, as they are dialled.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// Certified e-mail.
    #[serde(default)]
    pub pec: Option<String>,
    /// Who directs it.
    #[serde(default)]
    pub head: Option<String>,
    /// What people come for, in their own words: this is what the directory is searched by.
    #[serde(default)]
    pub competences: Vec<String>,
    /// Calendar days the office has to report an outcome to the desk (its own clock, never the citizen's).
    #[serde(default = "default_answer_days")]
    pub answer_days: u16,
}

/// An office of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Office {
    /// Identity.
    pub id: OfficeId,
    /// Its card.
    #[serde(flatten)]
    pub data: OfficeData,
    /// Changes with every save; a save of an older version is refused.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

fn default_answer_days() -> u16 {
    DEFAULT_ANSWER_DAYS
}

impl OfficeData {
    /// Tidies and checks every field.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let name = faults.take("name", line(&self.name, LINE_MAX));
        let mut optional = |field: &str, value: Option<String>| {
            faults.take(field, optional_line(value.as_deref(), LINE_MAX)).flatten()
        };
        let [address, floor, room] = [("address", self.address), ("floor", self.floor), ("room", self.room)]
            .map(|(f, v)| optional(f, v));
        let [phone, email] = [("phone", self.phone), ("email", self.email)].map(|(f, v)| optional(f, v));
        let [pec, head] = [("pec", self.pec), ("head", self.head)].map(|(f, v)| optional(f, v));
        let competences = self
            .competences
            .iter()
            .enumerate()
            .filter_map(|(i, text)| optional(&format!("competences.{i}"), Some(text.clone())))
            .collect();
        if !(1..=365).contains(&self.answer_days) {
            faults.add("answer_days", FieldRule::OutOfRange { min: 1, max: 365 });
        }
        let parsed = name.map(|name| Self {
            parent_id: self.parent_id,
            name,
            address,
            floor,
            room,
            phone,
            email,
            pec,
            head,
            competences,
            answer_days: self.answer_days,
        });
        faults.finish(parsed)
    }
}

/// An office found by need, and the words of its card that matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfficeHit {
    /// The office.
    pub office: Office,
    /// The need that matched best, or its name.
    pub matched: String,
}

/// The offices that answer a need, best first. A word of the need matches a word of the card that begins with it;
/// the directory is small, so every card is read.
pub fn find_by_need(offices: &[Office], need: &str) -> Vec<OfficeHit> {
    let typed = crate::fold::query_words(need);
    let mut hits: Vec<(usize, OfficeHit)> = offices
        .iter()
        .filter_map(|office| {
            let card = std::iter::once(&office.data.name).chain(&office.data.competences);
            // The line of the card that holds most of the words; the name wins a draw because it comes first.
            let (score, line) = card
                .map(|line| (score(&typed, line), line))
                .fold((0, ""), |best, (score, line)| if score > best.0 { (score, line) } else { best });
            (score > 0).then(|| (score, OfficeHit { office: office.clone(), matched: line.to_owned() }))
        })
        .collect();
    // Between two that say the same, the one that is part of the other knows more about it.
    hits.sort_by_key(|(score, hit)| (std::cmp::Reverse(*score), hit.office.data.parent_id.is_none()));
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Letters of the typed words that a line explains. Long words count more than `di` and `la`.
fn score(typed: &[String], line: &str) -> usize {
    let words = crate::fold::index_words(line);
    typed
        .iter()
        .filter(|typed| words.split(' ').any(|word| word.starts_with(typed.as_str())))
        .map(|typed| typed.len())
        .sum()
}

#[cfg(test)]
mod tests;
