//! From a string to lines of glyphs: what was typed, the face of each word, shaping, line breaking.
//!
//! Nothing here knows of pages or of PDF. A character no face has stops the paper: it is never replaced.

mod breaks;
mod latin;
mod lines;
mod links;
mod shape;
mod syllables;
mod typed;
mod words;

use std::{borrow::Cow, rc::Rc};

use crate::{DocumentFault, fonts::Face, page::Ink};
pub(crate) use lines::{Line, Piece, SOFT_HYPHEN};
pub(crate) use shape::Glyph;
use shape::{Shaped, Shaper};

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// The face preferred; words it cannot write are set in its [fallbacks](Face::fallbacks).
    pub(crate) face: Face,
    /// Size in points.
    pub(crate) size: f32,
    /// From one baseline to the next, in points.
    pub(crate) leading: f32,
    /// Ink.
    pub(crate) ink: Ink,
    /// Whether Italian words may be divided between syllables.
    pub(crate) hyphenated: bool,
}

impl Style {
    /// Black text.
    pub(crate) const fn new(face: Face, size: f32, leading: f32) -> Self {
        Self { face, size, leading, ink: Ink::Black, hyphenated: false }
    }

    /// The same in grey.
    pub(crate) const fn grey(self) -> Self {
        Self { ink: Ink::Grey, ..self }
    }

    /// The same in another ink.
    pub(crate) const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// The same, with words divided between syllables where a line would leave a hole.
    pub(crate) const fn hyphenated(self) -> Self {
        Self { hyphenated: true, ..self }
    }

    /// From the top of the line box to the baseline: capitals, 0.69 of the size high, stand in the middle.
    pub(crate) fn baseline(self) -> f32 {
        0.5 * self.leading + 0.345 * self.size
    }
}

/// The text a reader gives back: without the characters that leave no ink.
pub(crate) fn with_ink(text: &str) -> Cow<'_, str> {
    if text.contains(typed::leaves_no_ink) {
        text.replace(typed::leaves_no_ink, "").into()
    } else {
        text.into()
    }
}

/// A text shaped and not yet broken, whose width can be asked before its place is known.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    shaped: Rc<Shaped>,
    style: Style,
}

impl Prepared {
    /// Its width in one line, in points.
    pub(crate) fn width(&self) -> f32 {
        Line::whole(Rc::clone(&self.shaped), self.style).width()
    }

    /// The width of its longest word, in points.
    pub(crate) fn longest_word(&self) -> f32 {
        lines::longest_word(&self.shaped) * self.style.size
    }

    /// Broken into lines of at most `width` points.
    pub(crate) fn lines(&self, width: f32) -> Vec<Line> {
        lines::broken(&self.shaped, self.style, width)
    }
}

/// A paragraph of a longer text.
#[derive(Debug)]
pub(crate) struct Paragraph {
    /// Whether an empty line stood before it.
    pub(crate) apart: bool,
    /// Its lines, at least one.
    pub(crate) lines: Vec<Line>,
}

/// Sets strings in lines. One for each document: it remembers how it shapes.
#[derive(Default)]
pub(crate) struct Typesetter {
    shaper: Shaper,
}

impl Typesetter {
    /// One line of any length; line ends in the string become spaces.
    pub(crate) fn line(
        &mut self,
        text: &str,
        style: Style,
        field: &'static str,
    ) -> Result<Line, DocumentFault> {
        let shaped = self.shape(typed::one_line(text, field)?, style, field)?;
        Ok(Line::whole(shaped, style))
    }

    /// A string without line ends of its own, broken into lines of at most `width` points. Empty text, no lines.
    pub(crate) fn fold(
        &mut self,
        text: &str,
        style: Style,
        width: f32,
        field: &'static str,
    ) -> Result<Vec<Line>, DocumentFault> {
        let shaped = self.shape(typed::one_line(text, field)?, style, field)?;
        Ok(lines::broken(&shaped, style, width))
    }

    /// A string without line ends of its own, to be broken later.
    pub(crate) fn prepare(
        &mut self,
        text: &str,
        style: Style,
        field: &'static str,
    ) -> Result<Prepared, DocumentFault> {
        let shaped = self.shape(typed::one_line(text, field)?, style, field)?;
        Ok(Prepared { shaped, style })
    }

    /// A text with line ends of its own: each begins a new paragraph, which is [`apart`](Paragraph::apart) from the
    /// one before when empty lines stood between them.
    pub(crate) fn paragraphs(
        &mut self,
        text: &str,
        style: Style,
        width: f32,
        field: &'static str,
    ) -> Result<Vec<Paragraph>, DocumentFault> {
        let mut apart = false;
        let mut paragraphs = Vec::new();
        for line in typed::lines(text, field)? {
            let shaped = self.shape(line, style, field)?;
            let lines = lines::broken(&shaped, style, width);
            let empty = lines.is_empty();
            if !empty {
                paragraphs.push(Paragraph { apart, lines });
            }
            apart = empty;
        }
        Ok(paragraphs)
    }

    fn shape(
        &mut self,
        text: String,
        style: Style,
        field: &'static str,
    ) -> Result<Rc<Shaped>, DocumentFault> {
        let shaped = self.shaper.shape(text, style.face);
        shaped.map(Rc::new).map_err(|character| DocumentFault::MissingGlyph { character, field })
    }
}

#[cfg(test)]
mod tests;
