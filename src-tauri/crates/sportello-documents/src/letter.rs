//! The letter of the desk to a citizen: an A4 sheet folded in three, for an envelope with a window on the right.
//!
//! Only a [`CitizenText`] can be its body: what the municipality writes for itself has another type.

mod first_page;
mod styles;

use chrono::NaiveDate;
use sportello_domain::text::CitizenText;

use crate::{
    DocumentFault,
    finish::About,
    flow::Flow,
    page::{Page, mm},
    text::Typesetter,
    write,
};
use styles::{BODY, FOOT, LEFT, MEASURE, RIGHT, RIGHT_COLUMN, RIGHT_MEASURE, SIGNATURE, SUBJECT_COLUMN};

/// Head of the text on the pages after the first.
const TOP: f32 = mm(25.0);
/// Foot of the text on every page.
const BOTTOM: f32 = mm(268.0);
/// Baseline of the page number.
const FOOT_BASELINE: f32 = mm(282.0);
/// White between the text and the name of the desk.
const BEFORE_SIGNATURE: f32 = 32.0;

/// What a letter to a citizen is made of. One-line fields may be as long as
/// [`LINE_MAX`](sportello_domain::text::LINE_MAX), the body as [`TEXT_MAX`](sportello_domain::text::TEXT_MAX).
#[derive(Clone, Copy)]
pub struct CitizenLetter<'a> {
    /// Who writes, as on its letterhead: `Comune di Montelupo`.
    pub municipality: &'a str,
    /// The desk, which also signs.
    pub desk: &'a str,
    /// Where it is.
    pub desk_address: Option<&'a str>,
    /// Its telephone number, as it is dialled.
    pub desk_phone: Option<&'a str>,
    /// Who the letter is for; in the window.
    pub recipient: &'a str,
    /// Street, postcode and town, in one line or in several; in the window.
    pub recipient_address: Option<&'a str>,
    /// For whom the recipient gets it, when they act for somebody else.
    pub on_behalf_of: Option<&'a str>,
    /// The number of the ticket: `2026/0413`.
    pub number: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// The day the citizen presented it.
    pub presented_on: NaiveDate,
    /// What the desk answers; its paragraphs are kept.
    pub body: &'a CitizenText,
    /// The day of the letter.
    pub dated: NaiveDate,
}

/// The letter as a PDF (PDF/A-2u).
///
/// # Errors
/// [`DocumentFault::MissingGlyph`] for a character no shipped font has, [`DocumentFault::DoesNotFit`] for a field of
/// the first page that does not fit on it. Nothing is ever cut or replaced.
pub fn citizen_letter(letter: &CitizenLetter<'_>) -> Result<Vec<u8>, DocumentFault> {
    let mut typesetter = Typesetter::default();
    let (first, y) = first_page::composed(letter, &mut typesetter)?;
    let mut flow = Flow::from(first, y, TOP, BOTTOM);
    subject(letter, &mut typesetter, &mut flow)?;
    body(letter, &mut typesetter, &mut flow)?;
    let mut pages = flow.into_pages();
    feet(letter, &mut typesetter, &mut pages)?;
    let title = typesetter.line(letter.subject, BODY, "subject")?.words();
    let author = typesetter.line(letter.municipality, BODY, "municipality")?.words();
    write::pdf(&pages, &About { title: &title, author: &author, made_on: letter.dated })
}

/// The words beside the label, however many lines they take.
fn subject(
    letter: &CitizenLetter<'_>,
    typesetter: &mut Typesetter,
    flow: &mut Flow,
) -> Result<(), DocumentFault> {
    let lines = typesetter.fold(letter.subject, SIGNATURE, RIGHT - SUBJECT_COLUMN, "subject")?;
    flow.paragraph(SUBJECT_COLUMN, &lines, 2.0 * BODY.leading);
    flow.skip(BODY.leading);
    Ok(())
}

/// The answer and the name of the desk, which never stands on a page without at least two lines of the answer.
fn body(
    letter: &CitizenLetter<'_>,
    typesetter: &mut Typesetter,
    flow: &mut Flow,
) -> Result<(), DocumentFault> {
    let signature = typesetter.fold(letter.desk, SIGNATURE, RIGHT_MEASURE, "desk")?;
    let closing = BEFORE_SIGNATURE + signature.len() as f32 * SIGNATURE.leading;
    let paragraphs = typesetter.paragraphs(letter.body.as_str(), BODY, MEASURE, "body")?;
    let last = paragraphs.len().saturating_sub(1);
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if paragraph.apart {
            flow.skip(0.6 * BODY.leading);
        }
        flow.paragraph(LEFT, &paragraph.lines, if index == last { closing } else { 0.0 });
    }
    flow.skip(BEFORE_SIGNATURE);
    flow.paragraph(RIGHT_COLUMN, &signature, 0.0);
    Ok(())
}

/// The number of the page on every page, and that of the ticket where it has room: it is whole on the first page.
fn feet(
    letter: &CitizenLetter<'_>,
    typesetter: &mut Typesetter,
    pages: &mut [Page],
) -> Result<(), DocumentFault> {
    let ticket = typesetter.line(&format!("Pratica n.\u{a0}{}", letter.number), FOOT, "number")?;
    let count = pages.len();
    for (page, number) in pages.iter_mut().zip(1..) {
        if ticket.width() <= MEASURE / 2.0 {
            page.text(LEFT, FOOT_BASELINE, ticket.clone());
        }
        let number = typesetter.line(&format!("Pagina {number} di {count}"), FOOT, "page")?;
        page.text_ending(RIGHT, FOOT_BASELINE, number);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
