//! Pages to a PDF: the marks become operators of `printpdf`, which makes the objects; `finish` makes of them a file
//! that lasts. With `finish` the only module that names `printpdf` or `lopdf`: another writer would enter here.

mod repertoire;
mod run;

use printpdf::{
    Color, Greyscale, Op, PaintMode, PdfDocument, PdfPage, PdfSaveOptions, Point, Pt, Rect, TextMatrix,
};
use repertoire::Repertoire;
use run::TextState;

use crate::{
    DocumentFault,
    finish::{self, About},
    page::{self, Ink, Mark, Page},
};

/// The bytes of a PDF with these pages.
pub(crate) fn pdf(pages: &[Page], about: &About<'_>) -> Result<Vec<u8>, DocumentFault> {
    let mut repertoire = Repertoire::default();
    let mut document = PdfDocument::new(about.title);
    document.pages = pages.iter().map(|page| written(page, &mut repertoire)).collect();
    document.resources.fonts.map = repertoire.fonts()?;
    let mut warnings = Vec::new();
    let objects = document.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    match warnings.first() {
        Some(warning) => Err(DocumentFault::writer(&warning.msg)),
        None => finish::finished(objects, about),
    }
}

/// Drawings first, then all the text in one text object.
fn written(page: &Page, repertoire: &mut Repertoire) -> PdfPage {
    let mut ops = Vec::new();
    for mark in &page.marks {
        match *mark {
            Mark::Rule { x, y, dx, dy, thickness, ink } => {
                // A filled bar: its ends are exact, whatever the cap style of a reader.
                let half = thickness / 2.0;
                let (width, height) = if dy > 0.0 { (thickness, dy) } else { (dx, thickness) };
                let (left, top) = if dy > 0.0 { (x - half, y) } else { (x, y - half) };
                ops.push(Op::SetFillColor { col: colour(ink) });
                ops.push(Op::DrawRectangle {
                    rectangle: rectangle(left, top, width, height, PaintMode::Fill),
                });
            }
            Mark::Frame { x, y, width, height, thickness, ink } => {
                ops.push(Op::SetOutlineColor { col: colour(ink) });
                ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
                ops.push(Op::DrawRectangle { rectangle: rectangle(x, y, width, height, PaintMode::Stroke) });
            }
            Mark::Text { .. } => {}
        }
    }
    ops.push(Op::StartTextSection);
    let mut state = TextState::default();
    for mark in &page.marks {
        if let Mark::Text { x, y, line } = mark {
            let place = TextMatrix::Translate(short(*x), short(page::HEIGHT - y));
            ops.push(Op::SetTextMatrix { matrix: place });
            run::write(line, repertoire, &mut state, &mut ops);
        }
    }
    ops.push(Op::EndTextSection);
    let mm = |points: f32| printpdf::Mm(points * 25.4 / 72.0);
    PdfPage::new(mm(page::WIDTH), mm(page::HEIGHT), ops)
}

fn rectangle(x: f32, y: f32, width: f32, height: f32, mode: PaintMode) -> Rect {
    let corner = Point { x: short(x), y: short(page::HEIGHT - y - height) };
    Rect {
        x: corner.x,
        y: corner.y,
        width: short(width),
        height: short(height),
        mode: Some(mode),
        winding_order: None,
    }
}

fn colour(ink: Ink) -> Color {
    let percent = match ink {
        Ink::Black => 0.0,
        Ink::Grey => 0.34,
    };
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}

/// A hundredth of a point is finer than any printer.
fn short(points: f32) -> Pt {
    Pt((points * 100.0).round() / 100.0)
}
