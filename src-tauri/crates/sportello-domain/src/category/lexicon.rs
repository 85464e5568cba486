//! The words of every category, ready to be compared with what somebody says.

use super::Category;
use super::word::{Word, common_roots, one_letter_apart, words};
use crate::fold::query_words;
use crate::id::CategoryId;
use crate::ticket::TicketKind;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How much a word says when it is a whole synonym, a part of one, or a part of the category's name or of its area's.
const WHOLE: f64 = 1.0;
const PART: f64 = 0.42;
const NAME: f64 = 0.5;
const AREA: f64 = 0.15;
/// What is left of a word that says little by itself.
const COMMON: f64 = 0.35;
/// How sure a word is when only its root is the same, and when one letter is not.
const SAME_ROOT: f64 = 0.65;
const ONE_LETTER: f64 = 0.7;
/// Shorter words are too near to each other for a mistyped letter to be recognised.
const TYPO_SHORTEST: usize = 6;

/// The words that tell what kind of matter it is (`grazie`, `vergogna`), by kind.
#[derive(Clone, Debug)]
pub struct KindWords {
    /// The kind.
    pub kind: TicketKind,
    /// Words and short phrases.
    pub words: Vec<String>,
}

/// The number of a word in the lexicon.
pub(super) type WordId = usize;

pub(super) struct Phrase {
    pub text: String,
    pub words: Vec<WordId>,
}

/// What one category, or one kind, is recognised by.
pub(super) struct Entry {
    pub id: CategoryId,
    /// How much each of its words says.
    pub strength: BTreeMap<WordId, f64>,
    /// Its synonyms of several words.
    pub phrases: Vec<Phrase>,
    /// The synonym each word comes from: what the reason shows.
    pub source: HashMap<WordId, String>,
}

/// The words of every category that is in use, and of every kind.
pub struct Lexicon {
    /// The roots of words that say little by themselves.
    common: HashSet<String>,
    by_near: HashMap<String, WordId>,
    by_far: HashMap<String, Vec<WordId>>,
    /// Words long enough to be recognised with a letter wrong, by length.
    long: Vec<(String, WordId)>,
    /// How rare each word is among the categories.
    pub(super) rarity: Vec<f64>,
    /// What a word of a single category says.
    pub(super) rarest: f64,
    pub(super) categories: Vec<Entry>,
    /// The words of each kind, folded, between blanks.
    pub(super) kinds: Vec<(TicketKind, Vec<String>)>,
}

impl Lexicon {
    /// Reads the categories. Areas and what is retired are not proposed.
    pub fn new(categories: &[Category], kinds: &[KindWords]) -> Self {
        let mut lexicon = Self {
            common: common_roots(),
            by_near: HashMap::new(),
            by_far: HashMap::new(),
            long: Vec::new(),
            rarity: Vec::new(),
            rarest: 0.0,
            categories: Vec::new(),
            kinds: Vec::new(),
        };
        let areas: HashMap<CategoryId, &Category> = categories
            .iter()
            .filter(|category| category.data.parent_id.is_none())
            .map(|category| (category.id, category))
            .collect();
        for category in categories.iter().filter(|category| !category.data.retired) {
            let Some(area) = category.data.parent_id.and_then(|id| areas.get(&id)) else { continue };
            if !area.data.retired {
                let entry = lexicon.entry(category, &area.data.name);
                lexicon.categories.push(entry);
            }
        }
        lexicon.weigh();
        lexicon.kinds = kinds
            .iter()
            .map(|kind| (kind.kind, kind.words.iter().map(|text| between_blanks(text)).collect()))
            .collect();
        lexicon
    }

    fn entry(&mut self, category: &Category, area: &str) -> Entry {
        let mut entry =
            Entry { id: category.id, strength: BTreeMap::new(), phrases: Vec::new(), source: HashMap::new() };
        let mut add = |entry: &mut Entry, text: &str, whole: f64, part: f64| {
            let Some(phrase) = self.phrase(text) else { return };
            let strength = if phrase.words.len() == 1 { whole } else { part };
            for word in &phrase.words {
                let known = entry.strength.entry(*word).or_insert(0.0);
                if strength > *known {
                    *known = strength;
                    entry.source.insert(*word, phrase.text.clone());
                }
            }
            entry.phrases.extend(Some(phrase).filter(|phrase| phrase.words.len() > 1));
        };
        for synonym in &category.data.synonyms {
            add(&mut entry, synonym, WHOLE, PART);
        }
        add(&mut entry, &category.data.name, NAME, NAME);
        let own = entry.phrases.len();
        add(&mut entry, area, AREA, AREA);
        // An area is shared: its name whole says no more than its words.
        entry.phrases.truncate(own);
        entry
    }

    fn phrase(&mut self, text: &str) -> Option<Phrase> {
        let ids: BTreeSet<WordId> = words(text).iter().map(|word| self.learn(word)).collect();
        (!ids.is_empty()).then(|| Phrase { text: text.to_owned(), words: ids.into_iter().collect() })
    }

    fn learn(&mut self, word: &Word) -> WordId {
        let next = self.by_near.len();
        let id = *self.by_near.entry(word.near.clone()).or_insert(next);
        if let Some(far) = &word.far {
            let ids = self.by_far.entry(far.clone()).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if word.text.len() >= TYPO_SHORTEST && !self.long.iter().any(|(text, _)| *text == word.text) {
            self.long.push((word.text.clone(), id));
        }
        id
    }

    /// A word of few categories says more than a word of many.
    fn weigh(&mut self) {
        let all = self.categories.len() as f64;
        self.rarest = (1.0 + all).ln();
        let mut known = vec![0.0_f64; self.by_near.len()];
        for (word, strength) in self.categories.iter().flat_map(|entry| &entry.strength) {
            known[*word] += strength;
        }
        self.rarity = known.into_iter().map(|known| (1.0 + all / known.max(1.0)).ln()).collect();
        for root in &self.common {
            let far = self.by_far.get(root).into_iter().flatten();
            let ids: BTreeSet<WordId> = self.by_near.get(root).into_iter().chain(far).copied().collect();
            ids.into_iter().for_each(|id| self.rarity[id] = self.rarity[id].min(COMMON * self.rarest));
        }
    }

    /// The words of the lexicon that a typed word may be, and how sure each is.
    pub(super) fn look_up(&self, word: &Word, mistyped: bool) -> BTreeMap<WordId, f64> {
        let mut found = BTreeMap::new();
        let mut add = |id: WordId, sure: f64| {
            let known = found.entry(id).or_insert(sure);
            *known = sure.max(*known);
        };
        if let Some(id) = self.by_near.get(&word.near) {
            add(*id, 1.0);
        }
        for root in word.far.iter().chain([&word.near]) {
            self.by_near.get(root).into_iter().for_each(|id| add(*id, SAME_ROOT));
            self.by_far.get(root).into_iter().flatten().for_each(|id| add(*id, SAME_ROOT));
        }
        let mistyped = mistyped && found.is_empty() && !self.common.contains(&word.near);
        if mistyped && word.text.len() >= TYPO_SHORTEST {
            let near = self.long.iter().filter(|(text, _)| one_letter_apart(text, &word.text));
            found.extend(near.map(|(_, id)| (*id, ONE_LETTER)));
        }
        found
    }
}

/// The words of a text, folded, each between blanks: a phrase is in a text when it is in this.
pub(super) fn between_blanks(text: &str) -> String {
    format!(" {} ", query_words(text).join(" "))
}
