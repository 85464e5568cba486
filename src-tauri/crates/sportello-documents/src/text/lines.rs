//! Lines: as much of a shaped text as fits a width, one after the other. Ragged right, which reads best in a letter.

use std::{ops::Range, rc::Rc};

use super::{
    Style, breaks,
    shape::{Cluster, Glyph, Shaped},
    with_ink,
};
use crate::fonts::Face;

/// Rounding in the widths must not send a word to the next line; this is invisible.
const SLACK: f32 = 0.01;

/// A line of text, ready to be put on a page.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    shaped: Rc<Shaped>,
    clusters: Range<usize>,
    width: f32,
    style: Style,
}

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
        let ems: f32 = shaped.clusters[clusters.clone()].iter().map(|cluster| cluster.advance).sum();
        Self { shaped: Rc::clone(shaped), clusters, width: ems * style.size, style }
    }

    /// In points.
    pub(crate) fn width(&self) -> f32 {
        self.width
    }

    /// How it looks.
    pub(crate) fn style(&self) -> Style {
        self.style
    }

    /// Its pieces from left to right: who draws each, with which glyphs, and what it says.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = (Face, &[Glyph], &str)> {
        self.shaped.clusters[self.clusters.clone()].iter().map(|cluster| {
            (
                cluster.face,
                &self.shaped.glyphs[cluster.glyphs.clone()],
                &self.shaped.text[cluster.text.clone()],
            )
        })
    }

    /// What it says, without the characters that leave no ink.
    pub(crate) fn words(&self) -> String {
        self.pieces().map(|(_, _, text)| with_ink(text)).collect()
    }
}

/// Breaks a text into lines of at most `width` points; a word longer than a line is divided between letters. Text
/// without ink has no lines.
pub(super) fn broken(shaped: &Rc<Shaped>, style: Style, width: f32) -> Vec<Line> {
    let ems = (width + SLACK) / style.size;
    let clusters = &shaped.clusters;
    let mut opportunities = breaks::opportunities(&shaped.text).peekable();
    let mut lines = Vec::new();
    let (mut start, mut end, mut filled) = (0, None, 0.0);
    let mut at = 0;
    while at < clusters.len() {
        let cluster = &clusters[at];
        while opportunities.next_if(|&offset| offset < cluster.text.start).is_some() {}
        if opportunities.peek() == Some(&cluster.text.start) && at > start {
            end = Some(at);
        }
        // Blanks hang over the edge: a line is full when a letter is.
        if filled + cluster.advance > ems && at > start && !is_blank(shaped, cluster) {
            let next = end.take().unwrap_or(at);
            lines.push(Line::of(shaped, start..next, style));
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

/// A blank at which a line may end; a non-breaking one may not.
fn is_blank(shaped: &Shaped, cluster: &Cluster) -> bool {
    let text = &shaped.text[cluster.text.clone()];
    text.chars().all(|c| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}'))
}
