//! Which face writes which words.
//!
//! A word the preferred face cannot write whole is set whole in the fallback: `Thị` with two letters of one
//! face and one of another looks like a misprint. Only a word no face can write whole is divided, and never between
//! a letter and its accents.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::typed::leaves_no_ink;
use crate::fonts::Face;

/// A stretch of text in one face.
#[derive(Debug, PartialEq)]
pub(super) struct Run {
    pub(super) face: Face,
    /// Its bytes.
    pub(super) text: Range<usize>,
}

/// The faces of a line, or the first character none of them has.
pub(super) fn runs(text: &str, preferred: Face) -> Result<Vec<Run>, char> {
    let mut runs = Runs { preferred, runs: Vec::new() };
    for word in text.split_inclusive(char::is_whitespace) {
        // The blank after a word is of the word's face, if the face has it, so that a run is as long as it can be.
        let (bare, blank) = word.split_at(word.trim_end_matches(char::is_whitespace).len());
        match runs.face_of(bare) {
            Some(face) => runs.push(face, bare.len()),
            None => runs.push_divided(bare)?,
        }
        runs.push_blank(blank)?;
    }
    Ok(runs.runs)
}

struct Runs {
    preferred: Face,
    runs: Vec<Run>,
}

impl Runs {
    /// The first face that has every character with ink.
    fn face_of(&self, text: &str) -> Option<Face> {
        let has_all = |face: Face| text.chars().all(|c| leaves_no_ink(c) || face.covers(c));
        [self.preferred].into_iter().chain(self.preferred.fallbacks()).find(|face| has_all(*face))
    }

    fn push(&mut self, face: Face, bytes: usize) {
        let start = self.runs.last().map_or(0, |run| run.text.end);
        let text = start..start + bytes;
        match self.runs.last_mut() {
            Some(last) if last.face == face => last.text.end = text.end,
            _ if text.is_empty() => {}
            _ => self.runs.push(Run { face, text }),
        }
    }

    fn push_blank(&mut self, blank: &str) -> Result<(), char> {
        let Some(character) = blank.chars().next() else { return Ok(()) };
        let last = self.runs.last().map(|run| run.face).filter(|face| face.covers(character));
        let face = last.or_else(|| self.face_of(blank)).ok_or(character)?;
        self.push(face, blank.len());
        Ok(())
    }

    /// Letter by letter with its accents, and mark by mark where not even that has one face.
    fn push_divided(&mut self, word: &str) -> Result<(), char> {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let tail = &rest[first.len_utf8()..];
            let length = tail.find(|c| !is_combining_mark(c) && !leaves_no_ink(c)).unwrap_or(tail.len());
            let (letter, after) = rest.split_at(first.len_utf8() + length);
            match self.face_of(letter) {
                Some(face) => self.push(face, letter.len()),
                None => {
                    for (start, character) in letter.char_indices() {
                        let one = &letter[start..start + character.len_utf8()];
                        self.push(self.face_of(one).ok_or(character)?, one.len());
                    }
                }
            }
            rest = after;
        }
        Ok(())
    }
}
