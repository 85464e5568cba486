//! What every letter has: letterhead, references on the left, address on the right, fold marks, subject, signature.
//!
//! The envelope is a DL (110 × 220 or 230 mm) with a window of 35 × 90 or 100 mm, 15 to 20 mm from its right and
//! lower edges. The sheet folded at 99 mm can slide in it by some 10 mm either way, so the part of the page that is
//! always seen goes from 115 to 190 mm across and from 55 to 79 mm down, and nothing private may stand between 90
//! and 210 mm across and between 44 and 95 mm down, where the window can show it.

use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House,
    fonts::Face,
    page::{Ink, Mark, Size, mm},
    parts::fits,
    sheet::{Margins, Sheet},
    stack::Strip,
    text::{Line, Style},
    tree::{Role, Tree},
};

/// Who a letter is for, as the window of the envelope shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Name and surname, or what the organisation is called.
    pub name: String,
    /// Street, postcode and town, in one line or in several.
    #[serde(default)]
    pub address: Option<String>,
    /// For whom the recipient gets it, when they act for somebody else.
    #[serde(default)]
    pub on_behalf_of: Option<String>,
}

/// Top of the references and of the address.
const WINDOW: f32 = mm(55.0);
/// Top of the subject, under the fold and out of the window.
const SUBJECT: f32 = mm(103.0);
/// Left edge of the address and of the signature.
const RIGHT_COLUMN: f32 = mm(115.0);
/// Right of the names of the references.
const REFERENCES: f32 = mm(48.0);
/// The references end before the window begins.
const REFERENCE_MEASURE: f32 = mm(88.0) - REFERENCES;
/// The lines of an address on an envelope; one of more is set as running text.
const ADDRESS_LINES: usize = 6;
/// The lines the window always shows; an address of more is set smaller.
const WINDOW_LINES: usize = 4;
/// White between the text and the name of the desk.
const BEFORE_SIGNATURE: f32 = 30.0;

const LABEL: Style = Style::new(Face::Regular, 9.5, 15.0).grey();
const REFERENCE: Style = Style::new(Face::Regular, 11.0, 15.0);
const ADDRESS: Style = Style::new(Face::Regular, 11.5, 15.0);
const LONG_ADDRESS: Style = Style::new(Face::Regular, 9.5, 11.3);
/// Text of a letter.
pub(super) const LETTER: Style = Style::new(Face::Regular, 11.5, 16.5).hyphenated();
/// The same, said louder.
pub(super) const LETTER_STRONG: Style = Style::new(Face::SemiBold, 11.5, 16.5);

/// What stands over the fold.
pub(super) struct Opening<'a> {
    /// Who it is for.
    pub(super) recipient: &'a Recipient,
    /// Name, value, field of the data.
    pub(super) references: Vec<(&'static str, String, &'static str)>,
    /// What it is about.
    pub(super) subject: &'a str,
}

/// A sheet for a letter.
pub(super) fn sheet(house: &House) -> Sheet<'_> {
    Sheet::new(house, Size::A4, Margins::LETTER)
}

/// Letterhead, references, address and subject.
pub(super) fn open(sheet: &mut Sheet<'_>, opening: &Opening<'_>) -> Result<(), DocumentFault> {
    let mut strip = Strip { hangs: true, ..Strip::default() };
    sheet.letterhead(&mut strip)?;
    let references = references(sheet, &mut strip, opening)?;
    let address = address(sheet, &mut strip, opening.recipient)?;
    for fold in [mm(99.0), mm(198.0)] {
        strip.marks.push(Mark::rule(mm(5.0), fold, mm(4.0), 0.4, Ink::Grey));
    }
    let subject = SUBJECT.max(references.max(address) + mm(12.0));
    strip.height = subject;
    sheet.push(strip);
    self::subject(sheet, opening.subject)
}

/// The subject is the heading of a letter; its first words say so.
fn subject(sheet: &mut Sheet<'_>, words: &str) -> Result<(), DocumentFault> {
    let label = sheet.setter.line("Oggetto:", LETTER, "label")?;
    let indent = label.width() + mm(2.5);
    let (x, width) = (sheet.left + indent, sheet.measure - indent);
    let lines = sheet.setter.fold(words, LETTER_STRONG, width, "subject")?;
    let heading = sheet.tree.element(Role::Heading(1), Tree::DOCUMENT);
    let count = lines.len().max(1);
    let mut label = Some(label);
    let mut lines = lines.into_iter();
    for _ in 0..count {
        let mut strip = Strip { keep: true, ..Strip::default() };
        if let Some(label) = label.take() {
            sheet.put(&mut strip, heading, (sheet.left, indent, 0.0), &[label], "");
            strip.height = 0.0;
        }
        let line: Vec<Line> = lines.next().into_iter().collect();
        sheet.put(&mut strip, heading, (x, width, 0.0), &line, "subject");
        strip.height = LETTER.leading;
        sheet.push(strip);
    }
    sheet.skip(LETTER.leading);
    Ok(())
}

fn references(sheet: &mut Sheet<'_>, strip: &mut Strip, opening: &Opening<'_>) -> Result<f32, DocumentFault> {
    let behalf = &opening.recipient.on_behalf_of;
    let behalf = behalf.iter().map(|name| ("Per conto di", name.clone(), "recipient.on_behalf_of"));
    let mut y = WINDOW;
    for (label, value, field) in opening.references.iter().cloned().chain(behalf) {
        let owner = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let lines = sheet.setter.fold(&value, REFERENCE, REFERENCE_MEASURE, field)?;
        fits(&lines, field)?;
        let label = sheet.setter.line(label, LABEL, "label")?;
        let shift = REFERENCE.baseline() - LABEL.baseline();
        sheet.put(strip, owner, (sheet.left, REFERENCES, y + shift), &[label], "");
        y = sheet.put(strip, owner, (REFERENCES, REFERENCE_MEASURE, y), &lines, field);
    }
    Ok(y)
}

fn address(sheet: &mut Sheet<'_>, strip: &mut Strip, recipient: &Recipient) -> Result<f32, DocumentFault> {
    let whole = recipient.address.as_deref().unwrap_or_default();
    let mut rows: Vec<&str> =
        whole.lines().filter(|row| !row.trim().is_empty()).flat_map(at_postcode).collect();
    if rows.len() > ADDRESS_LINES {
        rows = vec![whole];
    }
    let width = sheet.left + sheet.measure - RIGHT_COLUMN;
    let mut set = |style| -> Result<_, DocumentFault> {
        let name = sheet.setter.fold(&recipient.name, style, width, "recipient.name")?;
        let rows = rows.iter().map(|row| sheet.setter.fold(row, style, width, "recipient.address"));
        let rows: Vec<Vec<Line>> = rows.collect::<Result<_, _>>()?;
        Ok((name, rows.concat()))
    };
    let (mut name, mut rows) = set(ADDRESS)?;
    if name.len() + rows.len() > WINDOW_LINES {
        (name, rows) = set(LONG_ADDRESS)?;
    }
    fits(&name, "recipient.name")?;
    fits(&rows, "recipient.address")?;
    let owner = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
    let y = sheet.put(strip, owner, (RIGHT_COLUMN, width, WINDOW), &name, "recipient.name");
    Ok(sheet.put(strip, owner, (RIGHT_COLUMN, width, y), &rows, "recipient.address"))
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

/// Who signs, on the page of the last two lines of the text.
pub(super) fn sign(sheet: &mut Sheet<'_>, name: &str, field: &'static str) -> Result<(), DocumentFault> {
    sheet.keep(2);
    sheet.skip(BEFORE_SIGNATURE);
    let width = sheet.left + sheet.measure - RIGHT_COLUMN;
    let lines = sheet.setter.fold(name, LETTER_STRONG, width, field)?;
    let owner = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
    let count = lines.len();
    sheet.run(owner, (RIGHT_COLUMN, width), lines, field);
    sheet.keep_all_but_last(count);
    Ok(())
}

#[cfg(test)]
mod tests;
