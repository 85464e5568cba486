//! One door for every paper: data in, bytes out, with the places of what is on the pages.

use chrono::{DateTime, FixedOffset};

use crate::{Document, DocumentFault, House, check_text};

/// When a paper is made, by the clock of whoever asks for it.
pub(crate) type MadeAt = DateTime<FixedOffset>;

/// How a paper is made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// As PDF/A-1b instead of PDF/A-2a: the same pages for checkers that know only the old rules.
    pub twin_1b: bool,
    /// For eyes inside the municipality: with the internal notes, where the kind has any.
    pub internal: bool,
}

/// A paper, made.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// Its title, as a reader shows it. It may hold words of a citizen: not for a file name.
    pub title: String,
    /// Where things are.
    pub pages: Vec<PageGeometry>,
}

/// A page and the places of what it says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageGeometry {
    /// Width in mm.
    pub width: f32,
    /// Height in mm.
    pub height: f32,
    /// What stands where, in reading order. A text that goes over several lines or pages has a box for each stretch.
    pub boxes: Vec<NamedBox>,
}

/// A place on a page; lengths in mm from its top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedBox {
    /// The field of the data, as it is spelt there: `subject`, `rows[3].cells`.
    pub field: String,
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What it says.
    pub text: String,
}

/// Makes a paper. The same document, house, instant and options give the same bytes on every computer.
///
/// # Errors
/// See [`DocumentFault`]: a character no font has, a text that does not fit in its place, a variable without a value.
/// Nothing is ever cut, replaced or left out.
pub fn render(
    document: &Document,
    house: &House,
    made_at: DateTime<FixedOffset>,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    house.texts.iter().try_for_each(|(id, words)| check_text(id, words))?;
    document.compose(house, made_at, options)
}
