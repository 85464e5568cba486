//! Text that runs over pages: it turns the page where a printer would.

use crate::{page::Page, text::Line};

/// The column of a text that goes on from page to page.
pub(crate) struct Flow {
    pages: Vec<Page>,
    /// Where the next line goes.
    y: f32,
    /// Head of the column on every page but the first.
    top: f32,
    /// Foot of the column.
    bottom: f32,
}

impl Flow {
    /// Goes on under what is already on a first page, from `y`.
    pub(crate) fn from(first: Page, y: f32, top: f32, bottom: f32) -> Self {
        Self { pages: vec![first], y, top, bottom }
    }

    /// The pages, when all is on them.
    pub(crate) fn into_pages(self) -> Vec<Page> {
        self.pages
    }

    /// White space; at the head of a page it is not needed.
    pub(crate) fn skip(&mut self, height: f32) {
        if !self.is_at_top() {
            self.y += height;
        }
    }

    /// Lines of one style, one below the other. No page begins with the last line of a paragraph nor ends with the
    /// first of one, and `follows` points stay free under the last line, on its page, if a page can hold them.
    pub(crate) fn paragraph(&mut self, x: f32, lines: &[Line], follows: f32) {
        let Some(leading) = lines.first().map(|line| line.style().leading) else { return };
        let follows = if follows + 2.0 * leading > self.bottom - self.top { 0.0 } else { follows };
        let mut rest = lines;
        while !rest.is_empty() {
            let room = self.bottom - self.y;
            let whole = rest.len() as f32 * leading + follows <= room + 0.01;
            let fit = ((room + 0.01) / leading).max(0.0) as usize;
            let taken = if whole { rest.len() } else { divided(rest.len(), fit, rest.len() == lines.len()) };
            // An empty page takes what it can, or nothing would ever be placed.
            let taken = if taken == 0 && self.is_at_top() { fit.clamp(1, rest.len()) } else { taken };
            let (now, later) = rest.split_at(taken);
            self.place(x, now);
            rest = later;
            if !rest.is_empty() {
                self.turn();
            }
        }
    }

    fn place(&mut self, x: f32, lines: &[Line]) {
        if let Some(page) = self.pages.last_mut() {
            self.y = page.lines(x, self.y, lines.iter().cloned());
        }
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = self.top;
    }

    fn is_at_top(&self) -> bool {
        self.pages.last().is_none_or(|page| page.marks.is_empty())
    }
}

/// How many of `lines` stay on this page when `fit` have room: two at least on either side of a divided paragraph.
fn divided(lines: usize, fit: usize, is_start: bool) -> usize {
    let stay = fit.min(lines.saturating_sub(2));
    if is_start && stay < 2 { 0 } else { stay }
}

#[cfg(test)]
mod tests;
