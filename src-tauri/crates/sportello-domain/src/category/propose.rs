//! What somebody says is compared with the words of every category. Deterministic, offline, and it always says why.

use super::lexicon::{Entry, Lexicon, Phrase, WordId, between_blanks};
use super::word::{Word, without_streets, words};
use crate::id::CategoryId;
use crate::ticket::TicketKind;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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

/// The words of a text that the lexicon knows: how sure each is, and how it was said.
struct Heard {
    sure: BTreeMap<WordId, f64>,
    said: BTreeMap<WordId, String>,
}

impl Lexicon {
    /// What `text` seems to be about, at most `limit` categories. The order of the words does not matter.
    pub fn read(&self, text: &str, limit: usize) -> Reading {
        let heard = self.hear(words(&without_streets(text)));
        let mut guesses: Vec<Guess> =
            self.categories.iter().filter_map(|entry| self.guess(entry, &heard)).collect();
        guesses.sort_by(|a, b| b.score.total_cmp(&a.score));
        guesses.truncate(limit);
        Reading { guesses, kind: self.kind(text) }
    }

    /// How much `text` speaks for one category: which office's card says best that it deals with it.
    pub fn fit(&self, id: CategoryId, text: &str) -> f64 {
        let heard = self.hear(words(text));
        let entry = self.categories.iter().find(|entry| entry.id == id);
        entry.map_or(0.0, |entry| self.score(entry, &heard))
    }

    /// What a category usually is.
    pub fn usual_kind(&self, id: CategoryId) -> Option<TicketKind> {
        self.categories.iter().find(|entry| entry.id == id)?.kind
    }

    fn hear(&self, typed: Vec<Word>) -> Heard {
        let mut heard = Heard { sure: BTreeMap::new(), said: BTreeMap::new() };
        for word in typed.into_iter().collect::<BTreeSet<Word>>() {
            for (id, sure) in self.look_up(&word) {
                if heard.sure.get(&id).is_none_or(|known| sure > *known) {
                    heard.sure.insert(id, sure);
                    heard.said.insert(id, word.text.clone());
                }
            }
        }
        heard
    }

    fn score(&self, entry: &Entry, heard: &Heard) -> f64 {
        let single: f64 = heard
            .sure
            .iter()
            .filter_map(|(id, sure)| Some(entry.strength.get(id)? * self.rarity[*id] * sure))
            .sum();
        single + self.best_phrase(entry, heard).map_or(0.0, |(_, weight)| weight * PHRASE)
    }

    /// The synonym of several words that is there whole and says most.
    fn best_phrase<'a>(&self, entry: &'a Entry, heard: &Heard) -> Option<(&'a Phrase, f64)> {
        let whole =
            entry.phrases.iter().filter(|phrase| phrase.words.iter().all(|id| heard.sure.contains_key(id)));
        let weighed = whole.map(|phrase| {
            let weight = phrase.words.iter().map(|id| self.rarity[*id] * heard.sure[id]).sum::<f64>();
            (phrase, weight)
        });
        weighed.max_by(|(_, a), (_, b)| a.total_cmp(b))
    }

    fn guess(&self, entry: &Entry, heard: &Heard) -> Option<Guess> {
        let score = self.score(entry, heard);
        if score < ENOUGH * self.rarest {
            return None;
        }
        let mut reasons: Vec<Reason> = Vec::new();
        let mut told: BTreeSet<WordId> = BTreeSet::new();
        if let Some((phrase, _)) = self.best_phrase(entry, heard) {
            let said = phrase.words.iter().map(|id| heard.said[id].clone()).collect::<Vec<_>>().join(" ");
            reasons.push(Reason { said, synonym: phrase.text.clone() });
            told.extend(&phrase.words);
        }
        let weight = |id: &WordId| entry.strength[id] * self.rarity[*id] * heard.sure[id];
        let mut singles: Vec<WordId> = heard
            .sure
            .keys()
            .filter(|id| entry.strength.contains_key(id) && !told.contains(id))
            .copied()
            .collect();
        singles.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        reasons.extend(singles.iter().filter_map(|id| {
            Some(Reason { said: heard.said.get(id)?.clone(), synonym: entry.source.get(id)?.clone() })
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
