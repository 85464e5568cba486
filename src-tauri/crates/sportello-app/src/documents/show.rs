//! What a page looks like.

use crate::app::App;
use crate::error::{Failure, Outcome};
use crate::printing::away;
use serde::Deserialize;
use sportello_documents::{Pixels, PreviewFault, preview};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::DocumentId;
use std::sync::Arc;

/// Pixels in an inch of a preview.
const DPI: std::ops::RangeInclusive<u16> = 24..=300;

/// A page to look at. Its answer is bytes, so it has a door of its own: width and height in pixels, four bytes each,
/// the least first, then the pixels as in [`Pixels::rgba`].
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PageQuery {
    /// The paper.
    pub id: DocumentId,
    /// Which page, from 1.
    pub page: u32,
    /// Pixels in an inch of paper: 24 to 300.
    pub dpi: u16,
}

impl App {
    /// A page of a paper at hand, as [`PageQuery`] says.
    ///
    /// # Errors
    /// The paper is not at hand any more, or has no such page.
    pub async fn page(&self, query: PageQuery) -> Outcome<Vec<u8>> {
        let made = self.at_hand.find(query.id)?;
        let Pixels { width, height, rgba } = away(move || {
            let pdf = Arc::clone(&made);
            drawn(&pdf.rendered.pdf, query.page, query.dpi)
        })
        .await??;
        Ok([&width.to_le_bytes()[..], &height.to_le_bytes(), &rgba].concat())
    }
}

/// A page of any PDF file, as a PNG file.
///
/// # Errors
/// Not a PDF that can be read, no such page, or a resolution out of bounds.
pub async fn pdf_page(pdf: Vec<u8>, page: u32, dpi: u16) -> Outcome<Vec<u8>> {
    let drawn = away(move || drawn(&pdf, page, dpi)).await??;
    Ok(drawn.png()?)
}

fn drawn(pdf: &[u8], page: u32, dpi: u16) -> Outcome<Pixels> {
    if !DPI.contains(&dpi) {
        return Err(out_of("dpi", (*DPI.start()).into(), (*DPI.end()).into()));
    }
    Ok(preview(pdf, page as usize, dpi)?)
}

fn out_of(field: &str, min: i64, max: i64) -> Failure {
    Failure::field(field, FieldRule::OutOfRange { min, max })
}

impl From<PreviewFault> for Failure {
    fn from(fault: PreviewFault) -> Self {
        match fault {
            PreviewFault::NotAPdf | PreviewFault::Encrypted => Self::field("file", FieldRule::NotAPdf),
            PreviewFault::NoSuchPage { pages, .. } => {
                out_of("page", 1, i64::try_from(pages).unwrap_or(i64::MAX))
            }
            PreviewFault::Size { .. } => Self::field("dpi", FieldRule::DoesNotFit),
        }
    }
}
