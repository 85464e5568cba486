//! Forms by need: `devo cambiare casa` finds the declaration of residence. Titles, keywords, what citizens say, the card.

use super::model::FormFile;
use crate::fold::{index_words, query_words};

/// Words that say nothing about what somebody needs.
const EMPTY: &[&str] = &[
    "a", "ad", "ai", "al", "alla", "anche", "avere", "che", "chi", "ci", "col", "come", "con", "cosa", "da",
    "dal", "dalla", "degli", "dei", "del", "della", "delle", "devo", "di", "dove", "e", "fare", "gli", "ha",
    "ho", "i", "il", "in", "io", "l", "la", "le", "lo", "ma", "mi", "mia", "mie", "mio", "miei", "modulo",
    "nel", "nella", "non", "o", "per", "perche", "posso", "puo", "quale", "sono", "su", "sul", "sulla",
    "suo", "sua", "tra", "un", "una", "uno", "vorrei", "voglio", "vuole",
];

/// What each place is worth.
const SAID: f32 = 6.0;
const TITLE: f32 = 5.0;
const KEYWORD: f32 = 5.0;
const CARD: f32 = 1.5;
/// A need in the very words of the form.
const WHOLE: f32 = 4.0;

/// The words of a form.
#[derive(Clone, Debug)]
struct Entry {
    /// A text and what a word of it is worth.
    texts: Vec<(Vec<String>, f32)>,
}

/// The index of a catalogue.
#[derive(Clone, Debug, Default)]
pub struct Needs(Vec<Entry>);

impl Needs {
    /// Over forms; a search answers with their places in this order.
    pub fn of<'a>(forms: impl IntoIterator<Item = &'a FormFile>) -> Self {
        Self(forms.into_iter().map(entry).collect())
    }

    /// The forms that answer a need, the best first.
    pub fn search(&self, typed: &str) -> Vec<usize> {
        let mut wanted: Vec<String> = query_words(typed);
        if wanted.iter().any(|word| !is_empty(word)) {
            wanted.retain(|word| !is_empty(word));
        }
        let weights: Vec<f32> = wanted.iter().map(|word| self.rarity(word)).collect();
        let mut found: Vec<(f32, usize)> = (self.0.iter().enumerate())
            .map(|(at, entry)| (entry.score(&wanted, &weights), at))
            .filter(|(score, _)| *score > 0.0)
            .collect();
        found.sort_by(|(a, at), (b, other)| b.total_cmp(a).then(at.cmp(other)));
        let best = found.first().map_or(0.0, |(score, _)| *score);
        found.into_iter().filter(|(score, _)| *score * 5.0 >= best).map(|(_, at)| at).collect()
    }

    /// A word few forms have says more.
    fn rarity(&self, word: &str) -> f32 {
        let having = self.0.iter().filter(|entry| entry.best(word) > 0.0).count();
        ((self.0.len() as f32 + 1.0) / (having as f32 + 1.0)).ln() + 0.2
    }
}

impl Entry {
    fn best(&self, word: &str) -> f32 {
        let worth = self.texts.iter().map(|(words, worth)| {
            let likeness = words.iter().map(|known| alike(word, known)).fold(0.0, f32::max);
            likeness * worth
        });
        worth.fold(0.0, f32::max)
    }

    fn score(&self, wanted: &[String], weights: &[f32]) -> f32 {
        let words: f32 = wanted.iter().zip(weights).map(|(word, weight)| self.best(word) * weight).sum();
        // All the words of the need in one text of the form.
        let whole = self.texts.iter().filter(|(words, _)| {
            wanted.iter().all(|word| words.iter().any(|known| alike(word, known) > 0.5))
        });
        let weight: f32 = weights.iter().sum();
        words + whole.map(|(_, worth)| worth).fold(0.0_f32, |a, b| a.max(*b)) / SAID * WHOLE * weight
    }
}

fn entry(file: &FormFile) -> Entry {
    let text = |text: &str, worth| {
        let words = index_words(text).split(' ').filter(|word| !is_empty(word)).map(str::to_owned).collect();
        (words, worth)
    };
    let mut texts = vec![text(&file.title, TITLE)];
    texts.extend(file.keywords.iter().map(|words| text(words, KEYWORD)));
    texts.extend(file.synonyms.iter().map(|words| text(words, SAID)));
    texts.extend(file.about.iter().chain(&file.law).map(|words| text(words, CARD)));
    Entry { texts }
}

fn is_empty(word: &str) -> bool {
    EMPTY.contains(&word)
}

/// How alike two words are: the same; one the beginning of the other, while it is typed; or the same but for how they
/// end (`disabile`, `disabili`; `cambiare`, `cambio`).
fn alike(typed: &str, known: &str) -> f32 {
    if typed == known {
        return 1.0;
    }
    if typed.len() >= 3 && known.starts_with(typed) {
        return 0.8;
    }
    let common = typed.bytes().zip(known.bytes()).take_while(|(a, b)| a == b).count();
    let longest = typed.len().max(known.len());
    if common >= 4 && common + 1 >= typed.len().min(known.len()) && longest - common <= 2 {
        return 0.85;
    }
    if common >= 5 && longest - common <= 4 { 0.55 } else { 0.0 }
}
