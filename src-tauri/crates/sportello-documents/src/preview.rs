//! What a page looks like, from the very bytes that are printed. The only module that names `hayro`.
//!
//! It reads papers of ours and, for whoever asks, any PDF: whatever is in the file, the answer is pixels or a fault.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::{LoadPdfError, Pdf, page::Page},
    vello_cpu::color::palette::css::WHITE,
};

use crate::DocumentFault;

/// The most pixels of one page: an A3 sheet at 300 dpi.
const PIXELS_MAX: u64 = 4_961 * 3_508;
/// Units of a PDF page in an inch.
const POINTS_PER_INCH: f32 = 72.0;

/// Why a page could not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PreviewFault {
    /// The bytes are no PDF, or one too damaged to be read.
    #[error("not a PDF that can be read")]
    NotAPdf,
    /// It asks for a password.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// There is no such page.
    #[error("no page {page}: the document has {pages}")]
    NoSuchPage {
        /// The page asked for, from 1.
        page: usize,
        /// Pages there are.
        pages: usize,
    },
    /// The page has no size, or more pixels than are worth drawing.
    #[error("the page is {width} x {height} pixels at this resolution")]
    Size {
        /// Its width, in pixels.
        width: u32,
        /// Its height, in pixels.
        height: u32,
    },
}

/// A page as pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and 255 of each pixel, row by row from the top left.
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// The same as a PNG file. The encoder takes longer than the drawing: a screen is given the pixels.
    ///
    /// # Errors
    /// The encoder failed: a defect of ours.
    pub fn png(&self) -> Result<Vec<u8>, DocumentFault> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().map_err(DocumentFault::writer)?;
        writer.write_image_data(&self.rgba).map_err(DocumentFault::writer)?;
        writer.finish().map_err(DocumentFault::writer)?;
        Ok(file)
    }
}

impl std::fmt::Debug for Pixels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} x {} pixels", self.width, self.height)
    }
}

/// The size of a page on paper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSize {
    /// Width in points, 1/72 of an inch.
    pub width: f32,
    /// Height in points.
    pub height: f32,
}

/// The sizes of the pages of a document, in order.
///
/// # Errors
/// See [`PreviewFault`].
pub fn pages(pdf: &[u8]) -> Result<Vec<PageSize>, PreviewFault> {
    careful(|| {
        let pdf = read(pdf)?;
        Ok(pdf.pages().iter().map(size).collect())
    })
}

/// Page `page`, from 1, at `dpi` pixels in an inch of paper.
///
/// # Errors
/// See [`PreviewFault`].
pub fn preview(pdf: &[u8], page: usize, dpi: u16) -> Result<Pixels, PreviewFault> {
    careful(|| {
        let pdf = read(pdf)?;
        let pages = pdf.pages();
        let missing = PreviewFault::NoSuchPage { page, pages: pages.len() };
        let found = pages.get(page.wrapping_sub(1)).ok_or(missing)?;
        draw(found, f32::from(dpi) / POINTS_PER_INCH)
    })
}

fn read(pdf: &[u8]) -> Result<Pdf, PreviewFault> {
    Pdf::new(pdf.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PreviewFault::Encrypted,
        LoadPdfError::Invalid => PreviewFault::NotAPdf,
    })
}

fn size(page: &Page<'_>) -> PageSize {
    let (width, height) = page.render_dimensions();
    PageSize { width, height }
}

fn draw(page: &Page<'_>, scale: f32) -> Result<Pixels, PreviewFault> {
    let PageSize { width, height } = size(page);
    // Whole pixels, and the page fills them: no white hair at the edge.
    let (columns, rows) = ((width * scale).round() as u32, (height * scale).round() as u32);
    let drawable = 1..=u32::from(u16::MAX);
    let fits = u64::from(columns) * u64::from(rows) <= PIXELS_MAX;
    if !fits || !drawable.contains(&columns) || !drawable.contains(&rows) {
        return Err(PreviewFault::Size { width: columns, height: rows });
    }
    // Half a pixel more, because hayro rounds down.
    let settings = PixmapSettings {
        x_scale: (columns as f32 + 0.5) / width,
        y_scale: (rows as f32 + 0.5) / height,
        bg_color: WHITE,
    };
    let cache = RenderCache::new();
    let drawn =
        hayro::render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    let (width, height) = (drawn.width().into(), drawn.height().into());
    // On a white ground nothing is transparent, so the values are those of the colours themselves.
    Ok(Pixels { width, height, rgba: drawn.data_as_u8_slice().to_vec() })
}

/// A reader of files of others may stumble over one; then it is the file that cannot be read, not the desk that stops.
fn careful<T>(work: impl FnOnce() -> Result<T, PreviewFault>) -> Result<T, PreviewFault> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(PreviewFault::NotAPdf))
}

#[cfg(test)]
mod tests;
