//! Marks on pages. Lengths are points (1/72 inch) from the top left corner of the page, right and down; the writer
//! turns them over. No text is broken here and no page is turned.

use crate::text::Line;

/// Width of an A4 page.
pub(crate) const WIDTH: f32 = mm(210.0);
/// Height of an A4 page.
pub(crate) const HEIGHT: f32 = mm(297.0);

/// Millimetres in points.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// The two inks of a paper that leaves any office printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The text.
    Black,
    /// What goes with the text; 7:1 on white, so that everybody can read it.
    Grey,
}

/// A page, in the order it is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    /// What is on it.
    pub(crate) marks: Vec<Mark>,
}

/// One thing on a page.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A line of text, from its left end on the baseline.
    Text {
        /// Left end.
        x: f32,
        /// Baseline.
        y: f32,
        /// The words.
        line: Line,
    },
    /// A thin straight line, to the right and down from its start.
    Rule {
        /// Start.
        x: f32,
        /// Start.
        y: f32,
        /// How far to the right.
        dx: f32,
        /// How far down.
        dy: f32,
        /// Thickness.
        thickness: f32,
        /// Ink.
        ink: Ink,
    },
    /// The outline of a box, from its top left corner.
    Frame {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Thickness of the outline.
        thickness: f32,
        /// Ink.
        ink: Ink,
    },
}

impl Page {
    /// A line of text whose left end stands at `x` on the baseline `y`.
    pub(crate) fn text(&mut self, x: f32, y: f32, line: Line) {
        self.marks.push(Mark::Text { x, y, line });
    }

    /// A line of text that ends at `right`.
    pub(crate) fn text_ending(&mut self, right: f32, y: f32, line: Line) {
        self.text(right - line.width(), y, line);
    }

    /// Lines one below the other, the first in a line box whose top is `y`. Gives the foot of the last one.
    pub(crate) fn lines(&mut self, x: f32, y: f32, lines: impl IntoIterator<Item = Line>) -> f32 {
        lines.into_iter().fold(y, |top, line| {
            let style = line.style();
            self.text(x, top + style.baseline(), line);
            top + style.leading
        })
    }

    /// A level hairline.
    pub(crate) fn rule(&mut self, x: f32, y: f32, dx: f32, ink: Ink) {
        self.marks.push(Mark::Rule { x, y, dx, dy: 0.0, thickness: 0.5, ink });
    }
}
