//! The first page down to the subject: letterhead, references on the left, address on the right, fold marks.
//!
//! The envelope is a DL (110 × 220 or 230 mm) with a window of 35 × 90 or 100 mm, 15 to 20 mm from its right and
//! lower edges. The sheet folded at 99 mm can slide in it by some 10 mm either way, so the part of the page that is
//! always seen goes from 115 to 190 mm across and from 55 to 79 mm down, and nothing private may stand between 90
//! and 210 mm across and between 44 and 95 mm down, where the window can show it.

use super::{
    CitizenLetter,
    styles::{
        ADDRESS, BODY, CONTACT, DESK, LABEL, LEFT, LONG_ADDRESS, LONG_NAME, MEASURE, NAME, REFERENCE,
        RIGHT_COLUMN, RIGHT_MEASURE,
    },
};
use crate::{
    DocumentFault, date,
    page::{Ink, Mark, Page, mm},
    text::{Line, Typesetter},
};

/// Top of the letterhead.
const HEAD: f32 = mm(14.0);
/// Top of the references and of the address.
const WINDOW: f32 = mm(55.0);
/// Top of the subject, under the fold and out of the window.
const SUBJECT: f32 = mm(103.0);
/// Right of the names of the references.
const REFERENCES: f32 = mm(48.0);
/// The references end before the window begins.
const REFERENCE_MEASURE: f32 = mm(88.0) - REFERENCES;
/// A block taller than this is no name and no address, and two or three of them would leave no room for the text.
const TALLEST: f32 = mm(40.0);
/// The lines of an address on an envelope; one of more is set smaller, as running text.
const ADDRESS_LINES: usize = 6;

/// The page with the label of the subject, and the top of the subject beside it.
pub(super) fn composed(
    letter: &CitizenLetter<'_>,
    typesetter: &mut Typesetter,
) -> Result<(Page, f32), DocumentFault> {
    let mut page = Page::default();
    let head = letterhead(letter, typesetter, &mut page)?;
    let top = WINDOW.max(head + mm(8.0));
    let references = references(letter, typesetter, &mut page, top)?;
    let address = address(letter, typesetter, &mut page, top)?;
    for fold in [mm(99.0), mm(198.0)] {
        let tick = Mark::Rule { x: mm(5.0), y: fold, dx: mm(4.0), dy: 0.0, thickness: 0.4, ink: Ink::Grey };
        page.marks.push(tick);
    }
    let subject = SUBJECT.max(references.max(address) + mm(12.0));
    page.text(LEFT, subject + BODY.baseline(), typesetter.line("Oggetto:", BODY, "label")?);
    Ok((page, subject))
}

fn letterhead(
    letter: &CitizenLetter<'_>,
    typesetter: &mut Typesetter,
    page: &mut Page,
) -> Result<f32, DocumentFault> {
    let mut name = typesetter.fold(letter.municipality, NAME, MEASURE, "municipality")?;
    if name.len() > 1 {
        name = typesetter.fold(letter.municipality, LONG_NAME, MEASURE, "municipality")?;
    }
    let y = page.lines(LEFT, HEAD, fitting(name, "municipality")?) + 3.0;
    let desk = typesetter.fold(letter.desk, DESK, RIGHT_COLUMN - LEFT - mm(5.0), "desk")?;
    let left = page.lines(LEFT, y, fitting(desk, "desk")?);
    let phone = letter.desk_phone.map(|phone| format!("tel.\u{a0}{phone}"));
    let mut right = y + DESK.baseline() - CONTACT.baseline();
    for (text, field) in [(letter.desk_address, "desk_address"), (phone.as_deref(), "desk_phone")] {
        let lines = typesetter.fold(text.unwrap_or_default(), CONTACT, RIGHT_MEASURE, field)?;
        right = page.lines(RIGHT_COLUMN, right, fitting(lines, field)?);
    }
    let foot = left.max(right) + 5.0;
    page.rule(LEFT, foot, MEASURE, Ink::Grey);
    Ok(foot)
}

fn references(
    letter: &CitizenLetter<'_>,
    typesetter: &mut Typesetter,
    page: &mut Page,
    top: f32,
) -> Result<f32, DocumentFault> {
    let rows = [
        ("Data", date::in_words(letter.dated), "dated"),
        ("Pratica", format!("n.\u{a0}{}", letter.number), "number"),
        ("Presentata il", date::in_words(letter.presented_on), "presented_on"),
    ];
    let behalf = letter.on_behalf_of.map(|name| ("Per conto di", name.to_owned(), "on_behalf_of"));
    rows.into_iter().chain(behalf).try_fold(top, |y, (label, text, field)| {
        let lines = fitting(typesetter.fold(&text, REFERENCE, REFERENCE_MEASURE, field)?, field)?;
        page.text(LEFT, y + REFERENCE.baseline(), typesetter.line(label, LABEL, "label")?);
        Ok(page.lines(REFERENCES, y, lines))
    })
}

fn address(
    letter: &CitizenLetter<'_>,
    typesetter: &mut Typesetter,
    page: &mut Page,
    top: f32,
) -> Result<f32, DocumentFault> {
    let whole = letter.recipient_address.unwrap_or_default();
    let mut rows: Vec<&str> =
        whole.lines().filter(|row| !row.trim().is_empty()).flat_map(at_postcode).collect();
    if rows.len() > ADDRESS_LINES {
        rows = vec![whole];
    }
    let mut set = |style| -> Result<_, DocumentFault> {
        let name = typesetter.fold(letter.recipient, style, RIGHT_MEASURE, "recipient")?;
        let rows = rows.iter().map(|row| typesetter.fold(row, style, RIGHT_MEASURE, "recipient_address"));
        let rows: Vec<Vec<Line>> = rows.collect::<Result<_, _>>()?;
        Ok((name, rows.concat()))
    };
    let (mut name, mut rows) = set(ADDRESS)?;
    if name.len() + rows.len() > ADDRESS_LINES {
        (name, rows) = set(LONG_ADDRESS)?;
    }
    let y = page.lines(RIGHT_COLUMN, top, fitting(name, "recipient")?);
    Ok(page.lines(RIGHT_COLUMN, y, fitting(rows, "recipient_address")?))
}

/// `Via Roma 1, 50056 Montelupo` in two lines, as the post wants them: the last begins with the postcode.
fn at_postcode(line: &str) -> Vec<&str> {
    let is_postcode = |word: &str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut starts = line.match_indices(' ').map(|(at, _)| at + 1);
    let postcode = starts.find(|&start| is_postcode(line[start..].split(' ').next().unwrap_or_default()));
    match postcode {
        Some(start) if !line[..start].trim().is_empty() => vec![&line[..start], &line[start..]],
        _ => vec![line],
    }
}

fn fitting(lines: Vec<Line>, field: &'static str) -> Result<Vec<Line>, DocumentFault> {
    let height: f32 = lines.iter().map(|line| line.style().leading).sum();
    if height <= TALLEST { Ok(lines) } else { Err(DocumentFault::DoesNotFit { field }) }
}
