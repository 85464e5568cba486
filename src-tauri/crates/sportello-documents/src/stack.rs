//! Strips of marks, one below the other, over as many pages as they need: it turns the page where a printer would.

use std::rc::Rc;

use crate::{
    DocumentFault,
    page::{Mark, Page, Place, Size},
};

/// A strip that no page divides, its marks measured from its own top and from the left edge of the page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// How high it is.
    pub(crate) height: f32,
    /// White before it; not needed at the head of a page.
    pub(crate) before: f32,
    /// What is on it.
    pub(crate) marks: Vec<Mark>,
    /// What stands where on it.
    pub(crate) places: Vec<Place>,
    /// Whether it stays on the page of the strip after it.
    pub(crate) keep: bool,
    /// What is said again over it when it begins a page: the header of its table. Nobody hears it twice, so its marks
    /// belong to nothing.
    pub(crate) head: Option<Rc<Strip>>,
    /// Whether it begins a page in any case.
    pub(crate) turns: bool,
    /// Whether, at the head of a page, it is measured from the upper edge of the page and not of the text: a letterhead.
    pub(crate) hangs: bool,
}

/// The column on each page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// How large the pages are.
    pub(crate) size: Size,
    /// Head of every page; a strip that begins the paper may stand higher, see [`Strip::hangs`].
    pub(crate) top: f32,
    /// Foot of every page.
    pub(crate) bottom: f32,
}

/// Rounding in the heights must not send a line to the next page; this is invisible.
const SLACK: f32 = 0.01;

struct Stack {
    column: Column,
    pages: Vec<Page>,
    y: f32,
    at_top: bool,
}

/// Puts strips on pages.
///
/// # Errors
/// [`DocumentFault::DoesNotFit`] for a strip higher than a page.
pub(crate) fn stacked(strips: Vec<Strip>, column: Column) -> Result<Vec<Page>, DocumentFault> {
    let mut stack = Stack { column, pages: vec![Page::new(column.size)], y: column.top, at_top: true };
    let mut rest = strips.into_iter().peekable();
    let mut together: Vec<Strip> = Vec::new();
    while let Some(strip) = rest.next() {
        let keep = strip.keep && rest.peek().is_some_and(|next| !next.turns);
        together.push(strip);
        if !keep {
            stack.put(std::mem::take(&mut together))?;
        }
    }
    Ok(stack.pages)
}

impl Stack {
    /// Strips that belong together: on this page, or on the next, or, if no page holds them, one after the other.
    fn put(&mut self, strips: Vec<Strip>) -> Result<(), DocumentFault> {
        let Some(first) = strips.first() else { return Ok(()) };
        let whole: f32 = strips.iter().map(|strip| strip.before + strip.height).sum::<f32>() - first.before;
        let head = first.head.as_ref().map_or(0.0, |head| head.height);
        let turned = self.column.bottom - self.column.top;
        if !self.at_top && (first.turns || !self.fits(first.before + whole) && whole + head <= turned + SLACK)
        {
            self.turn();
        }
        strips.into_iter().try_for_each(|strip| self.put_one(strip))
    }

    fn put_one(&mut self, strip: Strip) -> Result<(), DocumentFault> {
        if !self.at_top && !self.fits(strip.before + strip.height) {
            self.turn();
        }
        if self.at_top {
            if strip.hangs {
                self.y = 0.0;
            }
            if self.pages.len() > 1
                && let Some(head) = &strip.head
            {
                self.lay(head);
            }
        } else {
            self.y += strip.before;
        }
        if !self.fits(strip.height) {
            let field = "page";
            return Err(DocumentFault::DoesNotFit { field });
        }
        self.lay(&strip);
        Ok(())
    }

    fn fits(&self, height: f32) -> bool {
        self.y + height <= self.column.bottom + SLACK
    }

    fn lay(&mut self, strip: &Strip) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(strip.marks.iter().map(|mark| mark.clone().moved(0.0, self.y)));
            page.places.extend(strip.places.iter().map(|place| place.clone().moved(0.0, self.y)));
        }
        self.y += strip.height;
        self.at_top = false;
    }

    fn turn(&mut self) {
        self.pages.push(Page::new(self.column.size));
        self.y = self.column.top;
        self.at_top = true;
    }
}

#[cfg(test)]
mod tests;
