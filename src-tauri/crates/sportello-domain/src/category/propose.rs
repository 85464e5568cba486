//! What somebody says is compared with the words of every category. Deterministic, offline, and it always says why.

use super::lexicon::{Entry, Lexicon, Phrase, WordId, between_blanks};
use super::word::{Word, without_streets, words};
use crate::id::CategoryId;
use crate::ticket::TicketKind;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a synonym of several words adds when all of them are there.
const PHRASE: f64 = 0.6;
/// Less than this part of what the rarest word says is chance: a piece of a synonym that many categories share.
const ENOUGH: f64 = 0.3;
/// Reasons shown.
const REASONS: usize = 3;

/// Why a category is proposed: a word somebody said, and the synonym it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reason {
    /// The word as it was said.
    pub said: String,
    /// The synonym of the category.
    pub synonym: String,
}

/// A category that the words seem to be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// The category.
    pub id: CategoryId,
    /// How much speaks for it; comparable only within one reading.
    pub score: f64,
    /// What speaks for it, the strongest first.
    pub reasons: Vec<Reason>,
}

/// A kind that the words seem to be, and the word that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KindGuess {
    /// The kind.
    pub kind: TicketKind,
    /// The word or phrase.
    pub said: String,
}

/// What a text seems to be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The categories, the likeliest first.
    pub guesses: Vec<Guess>,
    /// The kind the words tell by themselves.
    pub kind: Option<KindGuess>,
}

/// A word somebody said, and what it may be in the lexicon: how sure each is.
struct Heard {
    said: String,
    may_be: BTreeMap<WordId, f64>,
}

impl Lexicon {
    /// What `text` seems to be about, at most `limit` categories. The order of the words does not matter.
    pub fn read(&self, text: &str, limit: usize) -> Reading {
        let heard = self.hear(words(&without_streets(text)), true);
        let mut guesses: Vec<Guess> =
            self.categories.iter().filter_map(|entry| self.guess(entry, &heard)).collect();
        guesses.sort_by(|a, b| b.score.total_cmp(&a.score));
        guesses.truncate(limit);
        Reading { guesses, kind: self.kind(text) }
    }

    /// How much a line of an office's card speaks for one category. A card is spelt right.
    pub fn fit(&self, id: CategoryId, line: &str) -> f64 {
        let heard = self.hear(words(line), false);
        let entry = self.categories.iter().find(|entry| entry.id == id);
        entry.map_or(0.0, |entry| self.score(entry, &heard))
    }

    /// The words that the lexicon knows, each once, in an order of their own.
    fn hear(&self, typed: Vec<Word>, mistyped: bool) -> Vec<Heard> {
        let typed: BTreeMap<String, Word> = typed.into_iter().map(|word| (word.near.clone(), word)).collect();
        let heard =
            typed.into_values().map(|word| Heard { may_be: self.look_up(&word, mistyped), said: word.text });
        heard.filter(|heard| !heard.may_be.is_empty()).collect()
    }

    /// The word of a category that a said word most speaks for, and how much.
    fn weight(&self, entry: &Entry, heard: &Heard) -> Option<(WordId, f64)> {
        let known = heard
            .may_be
            .iter()
            .filter_map(|(id, sure)| Some((*id, entry.strength.get(id)? * self.rarity[*id] * sure)));
        known.max_by(|(_, a), (_, b)| a.total_cmp(b))
    }

    fn score(&self, entry: &Entry, heard: &[Heard]) -> f64 {
        let words = heard.iter().filter_map(|heard| self.weight(entry, heard)).map(|(_, weight)| weight);
        words.sum::<f64>() + self.best_phrase(entry, heard).map_or(0.0, |(_, weight)| weight * PHRASE)
    }

    /// The synonym of several words that is there whole and says most.
    fn best_phrase<'a>(&self, entry: &'a Entry, heard: &[Heard]) -> Option<(&'a Phrase, f64)> {
        let sure = |id: &WordId| {
            heard.iter().filter_map(|heard| heard.may_be.get(id)).copied().max_by(f64::total_cmp)
        };
        let weighed = entry.phrases.iter().filter_map(|phrase| {
            let weights = phrase.words.iter().map(|id| Some(self.rarity[*id] * sure(id)?));
            Some((phrase, weights.sum::<Option<f64>>()?))
        });
        // Of two that say the same, the one the desk wrote first.
        weighed.reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    fn guess(&self, entry: &Entry, heard: &[Heard]) -> Option<Guess> {
        let score = self.score(entry, heard);
        if score < ENOUGH * self.rarest {
            return None;
        }
        let mut reasons: Vec<Reason> = Vec::new();
        let whole = self.best_phrase(entry, heard).map(|(phrase, _)| phrase);
        let told = |heard: &&Heard| {
            whole.is_some_and(|phrase| phrase.words.iter().any(|id| heard.may_be.contains_key(id)))
        };
        if let Some(phrase) = whole {
            let said: Vec<&str> = heard.iter().filter(told).map(|heard| heard.said.as_str()).collect();
            reasons.push(Reason { said: said.join(" "), synonym: phrase.text.clone() });
        }
        let mut single: Vec<(WordId, f64, &Heard)> = heard
            .iter()
            .filter(|heard| !told(heard))
            .filter_map(|heard| self.weight(entry, heard).map(|(id, weight)| (id, weight, heard)))
            .collect();
        single.sort_by(|(_, a, _), (_, b, _)| b.total_cmp(a));
        reasons.extend(single.iter().filter_map(|(id, _, heard)| {
            Some(Reason { said: heard.said.clone(), synonym: entry.source.get(id)?.clone() })
        }));
        reasons.truncate(REASONS);
        Some(Guess { id: entry.id, score, reasons })
    }

    /// The first kind, in the order of the list, one of whose phrases is there whole.
    fn kind(&self, text: &str) -> Option<KindGuess> {
        let text = between_blanks(text);
        self.kinds.iter().find_map(|(kind, phrases)| {
            let said = phrases.iter().find(|phrase| text.contains(phrase.as_str()))?;
            Some(KindGuess { kind: *kind, said: said.trim().to_owned() })
        })
    }
}
