//! The recovery code on paper, for the safe of the office: one A4 page, nothing on it that the safe does not need.

use chrono::NaiveDate;

use crate::{
    DocumentFault, date,
    finish::About,
    fonts::Face,
    page::{Ink, Mark, Page, mm},
    text::{Style, Typesetter},
    write,
};

const TITLE: &str = "Codice di recupero";
const PURPOSE: &str = "Questo codice riapre l’archivio dello Sportello per il Cittadino quando il computer si guasta, \
    viene sostituito o non riconosce più la chiave. Senza il codice e senza la chiave i dati non si leggono più, e \
    nessuno può rifare il codice: né il Comune, né chi ha scritto il programma.";
const SYMBOLS: &str = "Lo zero è barrato. Le lettere I, L, O e U non si usano.";
const STEPS: [(&str, &str); 3] = [
    (
        "Come si conserva",
        "Chiudere questo foglio in una busta e mettere la busta nella cassaforte dell’ufficio.",
    ),
    (
        "Che cosa non fare",
        "Non fotografarlo, non fotocopiarlo e non inviarlo: chi ha il codice e una copia dell’archivio può leggere \
         tutto.",
    ),
    (
        "Come si usa",
        "All’avvio scegliere «Apri con il codice di recupero» e scrivere gli otto gruppi nell’ordine dei \
         numeri. Maiuscole, spazi e trattini non contano.",
    ),
];

const GROUPS: usize = 8;
const GROUP_SYMBOLS: usize = 5;
const COLUMNS: usize = 4;

const LEFT: f32 = mm(25.0);
const RIGHT: f32 = mm(185.0);
const MEASURE: f32 = RIGHT - LEFT;
const CELL_WIDTH: f32 = MEASURE / COLUMNS as f32;
const CELL_HEIGHT: f32 = mm(27.0);

const MUNICIPALITY: Style = Style::new(Face::SemiBold, 13.0, 17.0);
const HEADING: Style = Style::new(Face::SemiBold, 34.0, 40.0);
const TEXT: Style = Style::new(Face::Regular, 11.5, 16.5);
const LEAD: Style = Style::new(Face::SemiBold, 11.5, 16.5);
const NUMBER: Style = Style::new(Face::Regular, 10.0, 12.0).grey();
const CODE: Style = Style::new(Face::Mono, 25.0, 30.0);
const SMALL: Style = Style::new(Face::Regular, 9.5, 13.0).grey();
const IDENTIFIER: Style = Style::new(Face::Mono, 8.5, 13.0).grey();

/// What the sheet for the safe is made of.
#[derive(Clone, Copy)]
pub struct RecoverySheet<'a> {
    /// Whose archive the code opens: `Comune di Montelupo`.
    pub municipality: &'a str,
    /// The identity of the archive, to tell its sheet from that of another.
    pub store_id: &'a str,
    /// Eight groups of five capital letters and digits, in order.
    pub groups: &'a [&'a str],
    /// The day the code was made.
    pub made_on: NaiveDate,
}

/// The sheet as a PDF (PDF/A-2u) of one page.
///
/// # Errors
/// [`DocumentFault::NotARecoveryCode`] when the groups are not eight of five capital letters and digits,
/// [`DocumentFault::MissingGlyph`] for a character no shipped font has, [`DocumentFault::DoesNotFit`] for a name the
/// page has no room for.
pub fn recovery_sheet(sheet: &RecoverySheet<'_>) -> Result<Vec<u8>, DocumentFault> {
    let is_symbol = |symbol: u8| symbol.is_ascii_uppercase() || symbol.is_ascii_digit();
    let is_group = |group: &&str| group.len() == GROUP_SYMBOLS && group.bytes().all(is_symbol);
    if sheet.groups.len() != GROUPS || !sheet.groups.iter().all(is_group) {
        return Err(DocumentFault::NotARecoveryCode);
    }
    let mut typesetter = Typesetter::default();
    let mut page = Page::default();
    let y = heading(sheet, &mut typesetter, &mut page)?;
    let y = code(sheet, &mut typesetter, &mut page, y + 16.0)?;
    steps(&mut typesetter, &mut page, y + mm(11.0))?;
    receipt(&mut typesetter, &mut page)?;
    let author = typesetter.line(sheet.municipality, TEXT, "municipality")?.words();
    write::pdf(&[page], &About { title: TITLE, author: &author, made_on: sheet.made_on })
}

fn heading(
    sheet: &RecoverySheet<'_>,
    typesetter: &mut Typesetter,
    page: &mut Page,
) -> Result<f32, DocumentFault> {
    let name = typesetter.fold(sheet.municipality, MUNICIPALITY, MEASURE, "municipality")?;
    if name.len() > 4 {
        return Err(DocumentFault::DoesNotFit { field: "municipality" });
    }
    let y = page.lines(LEFT, mm(20.0), name);
    let y = page.lines(LEFT, y, typesetter.fold("Sportello per il Cittadino", TEXT, MEASURE, "heading")?);
    page.rule(LEFT, y + 6.0, MEASURE, Ink::Grey);
    let y = page.lines(LEFT, y + mm(9.0), typesetter.fold(TITLE, HEADING, MEASURE, "heading")?);
    Ok(page.lines(LEFT, y + 8.0, typesetter.fold(PURPOSE, TEXT, MEASURE, "purpose")?))
}

/// The groups in two rows of four, each under its number.
fn code(
    sheet: &RecoverySheet<'_>,
    typesetter: &mut Typesetter,
    page: &mut Page,
    top: f32,
) -> Result<f32, DocumentFault> {
    let rows = GROUPS.div_ceil(COLUMNS);
    let height = rows as f32 * CELL_HEIGHT;
    page.marks.push(Mark::Frame { x: LEFT, y: top, width: MEASURE, height, thickness: 1.0, ink: Ink::Black });
    for row in 1..rows {
        page.rule(LEFT, top + row as f32 * CELL_HEIGHT, MEASURE, Ink::Grey);
    }
    for column in 1..COLUMNS {
        let x = LEFT + column as f32 * CELL_WIDTH;
        page.marks.push(Mark::Rule { x, y: top, dx: 0.0, dy: height, thickness: 0.5, ink: Ink::Grey });
    }
    for (index, group) in sheet.groups.iter().enumerate() {
        let centre = LEFT + (index % COLUMNS) as f32 * CELL_WIDTH + CELL_WIDTH / 2.0;
        let y = top + (index / COLUMNS) as f32 * CELL_HEIGHT;
        let number = typesetter.line(&(index + 1).to_string(), NUMBER, "number")?;
        let symbols = typesetter.line(group, CODE, "groups")?;
        page.text(centre - number.width() / 2.0, y + mm(9.3), number);
        page.text(centre - symbols.width() / 2.0, y + mm(19.8), symbols);
    }
    let made = format!("Creato il {}. {SYMBOLS}", date::in_words(sheet.made_on));
    let y = page.lines(LEFT, top + height + 8.0, typesetter.fold(&made, SMALL, MEASURE, "made_on")?);
    let label = typesetter.line("Archivio", SMALL, "label")?;
    let identifier = typesetter.line(sheet.store_id, IDENTIFIER, "store_id")?;
    let start = LEFT + label.width() + 5.0;
    if start + identifier.width() > RIGHT {
        return Err(DocumentFault::DoesNotFit { field: "store_id" });
    }
    page.text(LEFT, y + SMALL.baseline(), label);
    page.text(start, y + SMALL.baseline(), identifier);
    Ok(y + SMALL.leading)
}

/// The instructions, each with its number in the margin of the text.
fn steps(typesetter: &mut Typesetter, page: &mut Page, top: f32) -> Result<(), DocumentFault> {
    let indent = mm(8.0);
    let mut y = top;
    for (number, (lead, words)) in (1..).zip(STEPS) {
        page.text(LEFT, y + LEAD.baseline(), typesetter.line(&number.to_string(), LEAD, "step")?);
        y = page.lines(LEFT + indent, y, typesetter.fold(lead, LEAD, MEASURE - indent, "step")?);
        y = page.lines(LEFT + indent, y, typesetter.fold(words, TEXT, MEASURE - indent, "step")?) + 7.0;
    }
    Ok(())
}

/// The lines to be filled in by hand by whoever puts the sheet in the safe.
fn receipt(typesetter: &mut Typesetter, page: &mut Page) -> Result<(), DocumentFault> {
    let line = mm(263.0);
    let heading = typesetter.line("Messo in cassaforte da", LEAD, "receipt")?;
    page.text(LEFT, line - mm(18.0), heading);
    let fields =
        [("Nome e cognome", 0.0, mm(68.0)), ("Data", mm(74.0), mm(30.0)), ("Firma", mm(110.0), mm(50.0))];
    for (label, x, width) in fields {
        page.rule(LEFT + x, line, width, Ink::Black);
        page.text(LEFT + x, line + 12.0, typesetter.line(label, SMALL, "receipt")?);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
