//! Lines: as much of a shaped text as fits a width, one after the other. Ragged right, which reads best in a letter.

use std::{ops::Range, rc::Rc};

use super::{
    Style, breaks,
    shape::{Cluster, Glyph, Shaped},
    syllables, with_ink,
};
use crate::fonts::Face;

/// Rounding in the widths must not send a word to the next line; this is invisible.
const SLACK: f32 = 0.01;
/// The part of a line that may stay empty before a word is divided.
const HOLE: f32 = 0.14;

/// A line of text, ready to be put on a page.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    shaped: Rc<Shaped>,
    clusters: Range<usize>,
    /// The clusters from left to right, where that is not the order they are read in.
    order: Option<Rc<[usize]>>,
    /// Drawn at the end of a line in the middle of a word.
    hyphen: Option<(Face, Glyph)>,
    width: f32,
    style: Style,
}

/// Part of a line: who draws it, with which glyphs, and what it says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'a> {
    /// Who draws it.
    pub(crate) face: Face,
    /// Its glyphs, from left to right.
    pub(crate) glyphs: &'a [Glyph],
    /// What it says.
    pub(crate) text: &'a str,
    /// Whether it is read from right to left.
    pub(crate) rtl: bool,
}

/// What the hyphen of a divided word says: nothing that is in the text (ISO 32000-1, 14.8.2.2.3).
pub(crate) const SOFT_HYPHEN: &str = "\u{ad}";

impl Line {
    /// The whole text as one line.
    pub(super) fn whole(shaped: Rc<Shaped>, style: Style) -> Self {
        let clusters = 0..shaped.clusters.len();
        Self::of(&shaped, clusters, style)
    }

    /// Blanks at the end of a line are not part of it.
    fn of(shaped: &Rc<Shaped>, mut clusters: Range<usize>, style: Style) -> Self {
        while clusters.end > clusters.start && is_blank(shaped, &shaped.clusters[clusters.end - 1]) {
            clusters.end -= 1;
        }
        let width = width(shaped, clusters.clone()) * style.size;
        let order = visual_order(shaped, clusters.clone());
        Self { shaped: Rc::clone(shaped), clusters, order, hyphen: None, width, style }
    }

    /// A line that ends in the middle of a word.
    fn divided(shaped: &Rc<Shaped>, clusters: Range<usize>, style: Style, hyphen: (Face, Glyph)) -> Self {
        let mut line = Self::of(shaped, clusters, style);
        line.width += ems(hyphen) * style.size;
        line.hyphen = Some(hyphen);
        line
    }

    /// In points.
    pub(crate) fn width(&self) -> f32 {
        self.width
    }

    /// How it looks.
    pub(crate) fn style(&self) -> Style {
        self.style
    }

    /// Whether it belongs at the right edge, as a text that runs from right to left does.
    pub(crate) fn is_rtl(&self) -> bool {
        self.shaped.rtl
    }

    /// Its pieces from left to right.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let at = |index: usize| match &self.order {
            Some(order) => order[index],
            None => self.clusters.start + index,
        };
        let clusters = (0..self.clusters.len()).map(move |index| &self.shaped.clusters[at(index)]);
        let hyphen = self.hyphen.as_ref().map(|(face, glyph)| Piece {
            face: *face,
            glyphs: std::slice::from_ref(glyph),
            text: SOFT_HYPHEN,
            rtl: false,
        });
        let pieces = clusters.map(|cluster| Piece {
            face: cluster.face,
            glyphs: &self.shaped.glyphs[cluster.glyphs.clone()],
            text: &self.shaped.text[cluster.text.clone()],
            rtl: cluster.level.is_rtl(),
        });
        pieces.chain(hyphen)
    }

    /// What it says in the order it is read, without the characters that leave no ink.
    pub(crate) fn words(&self) -> String {
        with_ink(&self.shaped.text[self.bytes()]).into_owned()
    }

    /// Whether what comes after it is another word, which whoever listens must hear apart.
    pub(crate) fn ends_word(&self) -> bool {
        let rest = &self.shaped.text[self.bytes().end..];
        self.hyphen.is_none()
            && !self.shaped.rtl
            && (rest.is_empty() || rest.starts_with(char::is_whitespace))
    }

    /// Its bytes in the whole text.
    pub(super) fn bytes(&self) -> Range<usize> {
        match &self.shaped.clusters[self.clusters.clone()] {
            [] => 0..0,
            [first, ..] => first.text.start..self.shaped.clusters[self.clusters.end - 1].text.end,
        }
    }

    /// The whole text it is a line of.
    pub(super) fn whole_text(&self) -> &str {
        &self.shaped.text
    }

    /// Whether what is read first stands first.
    pub(super) fn is_plain(&self) -> bool {
        self.order.is_none()
    }

    /// The part of it that says these bytes of the whole text, and how far right of its start that part begins.
    pub(super) fn part(&self, bytes: Range<usize>) -> (f32, Self) {
        let clusters = &self.shaped.clusters[self.clusters.clone()];
        let start =
            self.clusters.start + clusters.partition_point(|cluster| cluster.text.start < bytes.start);
        let end = self.clusters.start + clusters.partition_point(|cluster| cluster.text.start < bytes.end);
        let offset = width(&self.shaped, self.clusters.start..start) * self.style.size;
        let hyphen = self.hyphen.filter(|_| end == self.clusters.end);
        let width = (width(&self.shaped, start..end) + hyphen.map_or(0.0, ems)) * self.style.size;
        let shaped = Rc::clone(&self.shaped);
        (offset, Self { shaped, clusters: start..end, order: None, hyphen, width, style: self.style })
    }
}

fn width(shaped: &Shaped, clusters: Range<usize>) -> f32 {
    shaped.clusters[clusters].iter().map(|cluster| cluster.advance).sum()
}

fn ems((face, glyph): (Face, Glyph)) -> f32 {
    glyph.advance as f32 / 1000.0 * face.scale()
}

/// From the highest level down, what runs leftwards is turned round (UAX #9, L2).
fn visual_order(shaped: &Shaped, clusters: Range<usize>) -> Option<Rc<[usize]>> {
    let level = |at: usize| shaped.clusters[at].level.number();
    let highest = clusters.clone().map(level).max().filter(|highest| *highest > 0)?;
    let mut order: Vec<usize> = clusters.collect();
    for turned in (1..=highest).rev() {
        for run in order.chunk_by_mut(|left, right| (level(*left) >= turned) == (level(*right) >= turned)) {
            if level(run[0]) >= turned {
                run.reverse();
            }
        }
    }
    Some(order.into())
}

/// Breaks a text into lines of at most `width` points; a word longer than a line is divided between letters, and in a
/// style that allows it a word is divided between syllables rather than leave a hole. Text without ink has no lines.
pub(super) fn broken(shaped: &Rc<Shaped>, style: Style, width: f32) -> Vec<Line> {
    let ems = (width + SLACK) / style.size;
    let clusters = &shaped.clusters;
    let mut opportunities = breaks::opportunities(&shaped.text).peekable();
    let mut lines = Vec::new();
    let (mut start, mut end, mut filled, mut filled_to_end) = (0, None, 0.0, 0.0);
    let mut at = 0;
    while at < clusters.len() {
        let cluster = &clusters[at];
        while opportunities.next_if(|&offset| offset < cluster.text.start).is_some() {}
        if opportunities.peek() == Some(&cluster.text.start) && at > start {
            end = Some(at);
            filled_to_end = filled;
        }
        // Blanks hang over the edge: a line is full when a letter is.
        if filled + cluster.advance > ems && at > start && !is_blank(shaped, cluster) {
            let word = end.unwrap_or(start);
            let hole = ems - if end.is_some() { filled_to_end } else { 0.0 };
            let syllable = (style.hyphenated && hole > HOLE * ems)
                .then(|| syllables::last_that_fits(shaped, word..at, hole))
                .flatten();
            let next = match syllable {
                Some((next, hyphen)) => {
                    lines.push(Line::divided(shaped, start..next, style, hyphen));
                    next
                }
                None => {
                    let next = end.unwrap_or(at);
                    lines.push(Line::of(shaped, start..next, style));
                    next
                }
            };
            end = None;
            start = next;
            filled = clusters[start..at].iter().map(|cluster| cluster.advance).sum();
            continue;
        }
        filled += cluster.advance;
        at += 1;
    }
    lines.push(Line::of(shaped, start..clusters.len(), style));
    lines.retain(|line| !line.clusters.is_empty());
    lines
}

/// The widest stretch between two places a line may end at, in ems.
pub(super) fn longest_word(shaped: &Shaped) -> f32 {
    let mut opportunities = breaks::opportunities(&shaped.text).peekable();
    let (mut longest, mut word) = (0.0_f32, 0.0);
    for cluster in &shaped.clusters {
        if opportunities.next_if(|&offset| offset <= cluster.text.start).is_some() {
            word = 0.0;
        }
        if !is_blank(shaped, cluster) {
            word += cluster.advance;
            longest = longest.max(word);
        }
    }
    longest
}

/// A blank at which a line may end; a non-breaking one may not.
fn is_blank(shaped: &Shaped, cluster: &Cluster) -> bool {
    let text = &shaped.text[cluster.text.clone()];
    text.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}
