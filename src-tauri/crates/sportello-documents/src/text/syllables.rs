//! Where an Italian word may be divided at the end of a line.

use std::ops::Range;

use hypher::Lang;

use super::shape::{Glyph, Shaped};
use crate::fonts::Face;

/// Letters of the shortest word that is divided.
const SHORTEST: usize = 6;
/// Bytes of the longest: no word of Italian has more, and a longer one is none.
const LONGEST: usize = 40;
/// Letters that stay together at either end.
const APART: usize = 2;

/// The cluster a new line begins with so that the syllables before it, and a hyphen, take at most `room` ems. The word
/// begins with the first of `clusters`; the last is the one that did not fit.
pub(super) fn last_that_fits(
    shaped: &Shaped,
    clusters: Range<usize>,
    room: f32,
) -> Option<(usize, (Face, Glyph))> {
    let first = shaped.clusters.get(clusters.start)?;
    let tail = &shaped.text[first.text.start..];
    let word =
        &tail[..tail.find(|c: char| !(c.is_alphabetic() || matches!(c, '’' | '\''))).unwrap_or(tail.len())];
    let plain = |c: char| c.is_lowercase() || matches!(c, '’' | '\'');
    // A name, an acronym and a foreign word are left whole.
    if word.len() > LONGEST
        || word.chars().count() < SHORTEST
        || !word.chars().skip(1).all(plain)
        || !word.chars().all(is_italian)
    {
        return None;
    }
    let hyphen = hyphen(first.face)?;
    let room = room - hyphen.1.advance as f32 / 1000.0 * first.face.scale();
    let mut found = None;
    let mut letters = 0;
    let total = word.chars().count();
    let mut bytes = first.text.start;
    for syllable in hypher::hyphenate(word, Lang::Italian) {
        letters += syllable.chars().count();
        bytes += syllable.len();
        let taken = clusters.clone().take_while(|&at| shaped.clusters[at].text.start < bytes).count();
        let next = clusters.start + taken;
        let starts_there = shaped.clusters.get(next).is_some_and(|cluster| cluster.text.start == bytes);
        let width: f32 = shaped.clusters[clusters.start..next].iter().map(|cluster| cluster.advance).sum();
        if width > room || letters + APART > total {
            break;
        }
        if starts_there && letters >= APART && !syllable.ends_with(['’', '\'']) {
            found = Some((next, hyphen));
        }
    }
    found
}

fn is_italian(c: char) -> bool {
    c.is_ascii_alphabetic() || "àèéìíîòóùúÀÈÉÌÒÙ’'".contains(c)
}

fn hyphen(face: Face) -> Option<(Face, Glyph)> {
    let id = face.parsed().glyph_index('-')?.0;
    Some((face, Glyph { id, advance: face.width(id), dx: 0, dy: 0 }))
}
