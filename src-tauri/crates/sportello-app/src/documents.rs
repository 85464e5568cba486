//! The papers of the desk: what they are about is asked, what they say is gathered here, the pages are made next door.
//!
//! A paper that was made stays in memory, under a number of its own, for as long as somebody looks at it: what is seen,
//! printed, saved and opened are the same bytes. Nothing of it is written to the disk before somebody asks for it.

mod asked;
mod fonts;
mod gather;
mod issue;
mod letterhead;
mod loose;
mod show;

pub use asked::DocumentAsked;
pub use gather::ListAsked;
pub use issue::{DocumentPrint, DocumentPrinted, DocumentTake, DocumentWay};
pub use letterhead::{
    Letterhead, LetterheadSave, LetterheadText, LetterheadTry, LetterheadView, LogoChange, LogoView,
};
pub use loose::{kinds, render_data};
pub use show::{PageQuery, pdf_page};

pub(crate) use fonts::with_fonts;
pub(crate) use issue::{print, take};
pub(crate) use letterhead::{save as letterhead_save, show as letterhead, try_out as letterhead_try};
pub(crate) use loose::nobodys;

use crate::app::App;
use crate::clock::rome_instant;
use crate::error::{Code, Failure, Outcome};
use crate::printing::{self, Choice};
use crate::recovery::DocumentFile;
use crate::tables::TableWords;
use gather::Gathered;
use serde::{Deserialize, Serialize};
use sportello_documents::{Document, House, NamedBox, Options, PageGeometry, Rendered};
use sportello_domain::id::{DocumentId, TicketId};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// Papers that are kept at hand; an older one is made again when it is asked for.
const AT_HAND: usize = 24;

/// A paper to make.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DocumentRender {
    /// Which, and what it is about.
    pub document: DocumentAsked,
    /// The words for the codes on it.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
}

/// A paper that is at hand.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DocumentRef {
    /// Its identity.
    pub id: DocumentId,
}

/// A paper that was made.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DocumentMade {
    /// Its identity, while it is at hand.
    pub id: DocumentId,
    /// The code of its kind.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// A name for its file: kind and number, never a person.
    pub file_name: String,
    /// Its pages.
    pub pages: Vec<DocumentPage>,
    /// How papers of this kind were printed the last time.
    pub choice: Choice,
}

/// A page of a paper. Lengths in millimetres, from the top left corner.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DocumentPage {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What it says, in reading order, for whoever cannot see it.
    pub words: Vec<DocumentWords>,
}

/// Words of a page, and where they are.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DocumentWords {
    /// The part of the paper they belong to.
    pub field: String,
    /// Left.
    pub x: f32,
    /// Top.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// The words.
    pub text: String,
}

/// A paper at hand.
#[derive(Debug)]
pub(crate) struct Made {
    id: DocumentId,
    kind: &'static str,
    file_name: String,
    /// The tickets it is about: the register names them when it leaves.
    tickets: Vec<TicketId>,
    rendered: Rendered,
}

impl Made {
    /// Size of the first page, in whole millimetres.
    fn sheet(&self) -> Option<(u16, u16)> {
        let page = self.rendered.pages.first()?;
        let whole = |length: f32| length.round().clamp(0.0, f32::from(u16::MAX)) as u16;
        Some((whole(page.width), whole(page.height)))
    }
}

/// The papers at hand, the newest last.
#[derive(Default)]
pub(crate) struct AtHand(Mutex<VecDeque<Arc<Made>>>);

impl AtHand {
    fn put(&self, made: Made) -> Arc<Made> {
        let made = Arc::new(made);
        let mut papers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        papers.push_back(Arc::clone(&made));
        if papers.len() > AT_HAND {
            papers.pop_front();
        }
        made
    }

    fn find(&self, id: DocumentId) -> Outcome<Arc<Made>> {
        let papers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = papers.iter().find(|made| made.id == id).cloned();
        found.ok_or_else(|| Failure::new(Code::NotFound, "the paper is not at hand any more"))
    }
}

/// Makes a paper.
pub(crate) async fn render(app: &App, request: DocumentRender) -> Outcome<DocumentMade> {
    let words = TableWords { words: request.words };
    let gathered = gather::gather(app, &words, request.document).await?;
    let house = letterhead::house(app).await?;
    let made = make(app, gathered, &house)?;
    view(app, &made).await
}

impl App {
    /// Makes a paper and hands it out as a file at once, for faces without a place to look at it first.
    ///
    /// # Errors
    /// Something the paper needs is missing.
    pub async fn document_file(
        &self,
        asked: DocumentAsked,
        words: TableWords,
        twin_1b: bool,
    ) -> Outcome<DocumentFile> {
        let mut gathered = gather::gather(self, &words, asked).await?;
        gathered.options.twin_1b = twin_1b;
        let id = make(self, gathered, &letterhead::house(self).await?)?.id;
        take(self, DocumentTake { op: self.new_op(), id, way: DocumentWay::Saved }).await
    }
}

/// Makes a paper on this letterhead and keeps it at hand.
fn make(app: &App, gathered: Gathered, house: &House) -> Outcome<Arc<Made>> {
    let Gathered { document, options, tickets, name } = gathered;
    let rendered = pages(&document, house, app, options)?;
    let file_name = format!("{}.pdf", name.replace('/', "-"));
    let id = DocumentId(crate::clock::new_uuid(app.now()));
    Ok(app.at_hand.put(Made { id, kind: document.kind(), file_name, tickets, rendered }))
}

fn pages(document: &Document, house: &House, app: &App, options: Options) -> Outcome<Rendered> {
    let made_at = rome_instant(app.now());
    Ok(with_fonts(|| sportello_documents::render(document, house, made_at, options))?)
}

async fn view(app: &App, made: &Made) -> Outcome<DocumentMade> {
    let place = |place: &NamedBox| DocumentWords {
        field: place.field.clone(),
        x: short(place.x),
        y: short(place.y),
        width: short(place.width),
        height: short(place.height),
        text: place.text.clone(),
    };
    let page = |page: &PageGeometry| DocumentPage {
        width: short(page.width),
        height: short(page.height),
        words: page.boxes.iter().map(place).collect(),
    };
    Ok(DocumentMade {
        id: made.id,
        kind: made.kind.to_owned(),
        title: made.rendered.title.clone(),
        file_name: made.file_name.clone(),
        pages: made.rendered.pages.iter().map(page).collect(),
        choice: printing::choice(app, made.kind).await?,
    })
}

/// Hundredths of a millimetre are finer than any screen.
fn short(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
