//! "Not for us, not here": whom to send a person to when the municipality is not competent, and what to tell them.

use crate::fault::{Faults, FieldFault, FieldRule};
use crate::fold::{index_words, query_words};
use crate::text::{LINE_MAX, line, optional_line};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The channel protected by D.Lgs. 24/2023. Of such a talk nothing is kept but that it was sent there.
pub const WHISTLEBLOWING: &str = "whistleblowing";
/// Words shorter than this say nothing by themselves.
const SHORTEST_WORD: usize = 3;
/// From this length on two words that differ in the last letter only are the same word: `truffato`, `truffata`.
const LONG_WORD: usize = 4;
/// Typed up to this many words, somebody is looking for a card; more than that, somebody is telling a story.
const QUESTION_WORDS: usize = 3;
/// The longest sentence to say, in characters.
const SAY_MAX: u32 = 1_000;

/// A card: whom to call and what to say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Referral {
    /// What it is about.
    pub title: String,
    /// Whom to call, or where to go.
    pub call: String,
    /// When they answer, if it is known.
    pub hours: Option<String>,
    /// The sentence to say.
    pub say: String,
    /// How citizens say it, one need a line.
    pub words: Vec<String>,
    /// Nothing of what was said is kept: neither the words nor who said them.
    pub secret: bool,
    /// Not shown any more.
    pub retired: bool,
}

/// A card of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReferralCard {
    /// Its name in the data: the program's, or the municipality's own.
    pub id: String,
    /// What it says.
    #[serde(flatten)]
    pub card: Referral,
    /// Changes with every save; 0 while it reads as the program carries it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

impl Referral {
    /// Tidies and checks every field.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let title = faults.take("title", line(&self.title, LINE_MAX));
        let call = faults.take("call", line(&self.call, LINE_MAX));
        let hours = faults.take("hours", optional_line(self.hours.as_deref(), LINE_MAX)).flatten();
        let say = faults.take("say", line(&self.say, SAY_MAX));
        let words: Vec<Option<String>> = (self.words.iter().enumerate())
            .filter_map(|(at, words)| {
                faults.take(&format!("words.{at}"), optional_line(Some(words.as_str()), LINE_MAX))
            })
            .collect();
        let words: Vec<String> = words.into_iter().flatten().collect();
        if words.is_empty() && faults.is_empty() {
            faults.add("words", FieldRule::Required);
        }
        let parsed = title.zip(call).zip(say).map(|((title, call), say)| Self {
            title,
            call,
            hours,
            say,
            words,
            secret: self.secret,
            retired: self.retired,
        });
        faults.finish(parsed)
    }
}

/// The cards that answer what was typed, best first: those whose need the story tells, and those somebody looks for
/// with a few words, perhaps half typed.
pub fn find_referrals(cards: &[ReferralCard], text: &str) -> Vec<ReferralCard> {
    best(cards, text, |card, typed| told(card, typed).max(asked(card, typed)))
}

/// The cards one of whose needs the story holds with all its words, best first: nobody was looking for them.
pub fn told_referrals(cards: &[ReferralCard], text: &str) -> Vec<ReferralCard> {
    best(cards, text, told)
}

fn best(
    cards: &[ReferralCard],
    text: &str,
    score: impl Fn(&Referral, &[String]) -> usize,
) -> Vec<ReferralCard> {
    let typed = query_words(text);
    let mut hits: Vec<(usize, &ReferralCard)> = cards
        .iter()
        .filter(|card| !card.card.retired)
        .map(|card| (score(&card.card, &typed), card))
        .filter(|(score, _)| *score > 0)
        .collect();
    hits.sort_by_key(|(score, _)| Reverse(*score));
    hits.into_iter().map(|(_, card)| card.clone()).collect()
}

/// Letters of the longest need that the story tells in full.
fn told(card: &Referral, typed: &[String]) -> usize {
    let needs = card.words.iter().map(|need| {
        let need: Vec<String> =
            query_words(need).into_iter().filter(|word| word.len() >= SHORTEST_WORD).collect();
        let all = need.iter().all(|word| typed.iter().any(|typed| same(typed, word)));
        if all { need.iter().map(String::len).sum() } else { 0 }
    });
    needs.max().unwrap_or_default()
}

/// Letters typed, when every word begins a word of one line of the card.
fn asked(card: &Referral, typed: &[String]) -> usize {
    let letters: usize = typed.iter().map(String::len).sum();
    if letters < SHORTEST_WORD || typed.len() > QUESTION_WORDS {
        return 0;
    }
    let holds = |line: &String| {
        let words = index_words(line);
        typed.iter().all(|typed| words.split(' ').any(|word| word.starts_with(typed.as_str())))
    };
    if std::iter::once(&card.title).chain(&card.words).any(holds) { letters } else { 0 }
}

/// The same word, whatever its last letter.
fn same(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.get(..word.len().saturating_sub(1)).unwrap_or(word).to_owned();
    one == other || (one.len() >= LONG_WORD && one.len() == other.len() && stem(one) == stem(other))
}

#[cfg(test)]
mod tests;
