//! Pages to a PDF: the marks become operators of `printpdf`, which makes the objects; `finish` makes of them a file
//! that lasts. With `finish` the only module that names `printpdf` or `lopdf`: another writer would enter here.

mod pen;
mod repertoire;
mod run;
mod shapes;

use std::collections::BTreeMap;

use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};
use repertoire::Repertoire;

use crate::{
    DocumentFault,
    finish::{self, About},
    page::{Area, Mark, Owner, Page, Shape},
    tree::{Element, Role, Tree},
};
use pen::Pen;

/// Which element each stretch of a page belongs to, and where the figures and the links are.
#[derive(Debug, Default)]
pub(crate) struct Tagged {
    /// For each page, the element of each numbered stretch.
    pub(crate) stretches: Vec<Vec<Element>>,
    /// What can be followed: page, element, place from the lower left corner of the page.
    pub(crate) links: Vec<(usize, Element, Area)>,
    /// Where each figure is, from the lower left corner of its page.
    pub(crate) figures: BTreeMap<Element, Area>,
}

/// The bytes of a PDF with these pages.
pub(crate) fn pdf(pages: &[Page], tree: &Tree, about: &About<'_>) -> Result<Vec<u8>, DocumentFault> {
    let mut repertoire = Repertoire::default();
    let mut tagged = Tagged::default();
    let mut document = PdfDocument::new(about.title);
    for page in pages {
        let written = written(page, tree, &mut repertoire, &mut tagged);
        document.pages.push(written);
    }
    document.resources.xobjects.map = repertoire.take_pictures();
    document.resources.fonts.map = repertoire.fonts()?;
    let mut warnings = Vec::new();
    // "Secure" leaves out every operator it has no name for, the boxes among them.
    let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
    let objects = document.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        Some(warning) => Err(DocumentFault::writer(&warning.msg)),
        None => finish::finished(objects, tree, &tagged, about),
    }
}

/// Drawings that mean nothing first, then what is read in the order it is read, then the feet.
fn written(page: &Page, tree: &Tree, repertoire: &mut Repertoire, tagged: &mut Tagged) -> PdfPage {
    let order = |mark: &&Mark| match mark.owner {
        Owner::Nothing => (0, None),
        Owner::Element(element) => (1, Some(tree.order(element))),
        Owner::Foot => (2, None),
    };
    let mut marks: Vec<&Mark> = page.marks.iter().collect();
    marks.sort_by_key(order);
    let mut pen = Pen::new(page.size.height, repertoire);
    let mut stretches = Vec::new();
    for stretch in marks.chunk_by(|left, right| left.owner == right.owner) {
        let Some(first) = stretch.first() else { continue };
        match first.owner {
            Owner::Element(element) => {
                pen.begin(finish::tag(&tree.node(element).role), stretches.len());
                stretches.push(element);
            }
            Owner::Nothing => pen.begin_artifact(),
            Owner::Foot => pen.begin_foot(),
        }
        let last = stretch.len() - 1;
        for (index, mark) in stretch.iter().enumerate() {
            pen.draw(&mark.shape, index < last || is_link(mark, tree));
            note(mark, page, tree, tagged);
        }
        pen.end();
    }
    tagged.stretches.push(stretches);
    let mm = |points: f32| printpdf::Mm(points * 25.4 / 72.0);
    PdfPage::new(mm(page.size.width), mm(page.size.height), pen.into_ops())
}

fn is_link(mark: &Mark, tree: &Tree) -> bool {
    matches!(mark.owner, Owner::Element(element) if matches!(tree.node(element).role, Role::Link(_)))
}

/// Where figures and links are, which the structure has to say.
fn note(mark: &Mark, page: &Page, tree: &Tree, tagged: &mut Tagged) {
    let Owner::Element(element) = mark.owner else { return };
    let turned = |area: Area| Area { y: page.size.height - area.y - area.height, ..area };
    match (&tree.node(element).role, &mark.shape) {
        (Role::Link(_), Shape::Text { x, y, line }) => {
            let size = line.style().size;
            let area = Area { x: *x, y: y - 0.95 * size, width: line.width(), height: 1.25 * size };
            tagged.links.push((tagged.stretches.len(), element, turned(area)));
        }
        (Role::Figure(_), Shape::Code { area, .. } | Shape::Picture { area, .. }) => {
            let area = turned(*area);
            let around = tagged.figures.get(&element).map_or(area, |known| known.around(area));
            tagged.figures.insert(element, around);
        }
        _ => {}
    }
}

/// A hundredth of a point is finer than any printer.
fn short(points: f32) -> Pt {
    Pt((points * 100.0).round() / 100.0)
}
