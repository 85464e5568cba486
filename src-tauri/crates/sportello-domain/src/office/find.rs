//! Who does what: the directory, searched by what people need.

use super::Office;
use crate::fold::{index_words, query_words};
use serde::Serialize;

/// An office found by need, and the words of its card that matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfficeHit {
    /// The office.
    pub office: Office,
    /// The need that matched best, or its name.
    pub matched: String,
    /// The office does not do this: `matched` says who does.
    pub not_here: bool,
}

/// The offices that answer a need, best first. A word of the need matches a word of the card that begins with it;
/// the directory is small, so every card is read.
pub fn find_by_need(offices: &[Office], need: &str) -> Vec<OfficeHit> {
    let typed = query_words(need);
    let mut hits: Vec<(usize, OfficeHit)> = offices
        .iter()
        .filter_map(|office| {
            let (score, (line, not_here)) = best(office, &typed);
            let hit = || OfficeHit { office: office.clone(), matched: line.to_owned(), not_here };
            (score > 0).then(|| (score, hit()))
        })
        .collect();
    // Who does it comes before who only knows who does. Between two that say the same, the one that is part of the
    // other knows more about it.
    hits.sort_by_key(|(score, hit)| {
        (hit.not_here, std::cmp::Reverse(*score), hit.office.data.parent_id.is_none())
    });
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// The line of the card that holds most of the words, and whether it is about what the office does not do. The name
/// wins a draw because it comes first.
fn best<'a>(office: &'a Office, typed: &[String]) -> (usize, (&'a str, bool)) {
    let data = &office.data;
    let people = data.people.iter().filter(|person| person.valid_to.is_none());
    let people = people.flat_map(|person| std::iter::once(&person.name).chain(&person.matter));
    let does = std::iter::once(&data.name).chain(&data.competences).chain(&data.synonyms).chain(people);
    let lines = does.map(|line| (line, false)).chain(data.does_not.iter().map(|line| (line, true)));
    lines
        .map(|(line, not_here)| (score(typed, line), (line.as_str(), not_here)))
        .fold((0, ("", false)), |best, next| if next.0 > best.0 { next } else { best })
}

/// Letters of the typed words that a line explains. Long words count more than `di` and `la`.
fn score(typed: &[String], line: &str) -> usize {
    let words = index_words(line);
    typed
        .iter()
        .filter(|typed| words.split(' ').any(|word| word.starts_with(typed.as_str())))
        .map(|typed| typed.len())
        .sum()
}
