//! Lines to be filled in by hand.

use super::styles::UNDER_LINE;
use crate::{
    DocumentFault,
    page::{Ink, Mark, mm},
    sheet::Sheet,
    stack::Strip,
    tree::{Role, Tree},
};

/// A line to write on, and what is to be written.
pub(crate) struct Line<'a> {
    /// What is to be written.
    pub(crate) label: &'a str,
    /// Its part of the width, against the others.
    pub(crate) share: f32,
}

/// Room to write in, over the line.
const ROOM: f32 = mm(11.0);
/// Between two lines.
const GAP: f32 = mm(6.0);

impl Sheet<'_> {
    /// A line to write on, over the whole measure.
    pub(crate) fn blank_line(&mut self, height: f32) {
        let rule = Mark::rule(self.left, height - 0.3, self.measure, 0.5, Ink::Grey);
        self.push(Strip { height, marks: vec![rule], ..Strip::default() });
    }

    /// Lines beside each other.
    pub(crate) fn sign(&mut self, lines: &[Line<'_>]) -> Result<(), DocumentFault> {
        let total: f32 = lines.iter().map(|line| line.share).sum();
        let room = self.measure - GAP * (lines.len().saturating_sub(1)) as f32;
        let mut strip = Strip::default();
        let mut x = self.left;
        for line in lines {
            let width = room * line.share / total;
            strip.marks.push(Mark::rule(x, ROOM, width, 0.6, Ink::Black));
            let label = self.setter.fold(line.label, UNDER_LINE, width, "label")?;
            let element = self.tree.element(Role::Paragraph, Tree::DOCUMENT);
            self.put(&mut strip, element, (x, width, ROOM + 2.0), &label, "");
            x += width + GAP;
        }
        self.push(strip);
        Ok(())
    }
}
