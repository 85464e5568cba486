//! The recovery code on paper, for the safe of the office: one A4 page, nothing on it that the safe does not need.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered, date,
    fonts::Face,
    page::{Area, Ink, Mark, Shape, Size, mm},
    parts::SignatureLine,
    render::MadeAt,
    sheet::{Margins, Sheet},
    stack::Strip,
    text::Style,
    tree::{Role, Tree},
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
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecoveryCode {
    /// The identity of the archive, to tell its sheet from that of another.
    pub store_id: String,
    /// Eight groups of five capital letters and digits, in order.
    pub groups: Vec<String>,
    /// The day the code was made.
    pub made_on: NaiveDate,
}

pub(crate) fn compose(
    code: &RecoveryCode,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let is_symbol = |symbol: u8| symbol.is_ascii_uppercase() || symbol.is_ascii_digit();
    let is_group = |group: &String| group.len() == GROUP_SYMBOLS && group.bytes().all(is_symbol);
    if code.groups.len() != GROUPS || !code.groups.iter().all(is_group) {
        return Err(DocumentFault::NotARecoveryCode);
    }
    let margins = Margins { top: mm(20.0), bottom: mm(24.0), ..Margins::LETTER };
    let mut sheet = Sheet::new(house, Size::A4, margins);
    heading(&mut sheet)?;
    groups(&mut sheet, code)?;
    identity(&mut sheet, code)?;
    steps(&mut sheet)?;
    sheet.skip(mm(11.0));
    sheet.paragraph("Messo in cassaforte da", LEAD, "receipt")?;
    sheet.keep(1);
    sheet.sign(&[
        SignatureLine { label: "Nome e cognome", share: 68.0 },
        SignatureLine { label: "Data", share: 30.0 },
        SignatureLine { label: "Firma", share: 50.0 },
    ])?;
    let rendered = sheet.rendered(TITLE, None, made_at, options)?;
    // The safe gets one sheet: a name that pushes the lines to sign on to a second page is refused.
    if rendered.pages.len() > 1 {
        return Err(DocumentFault::DoesNotFit { field: "municipality" });
    }
    Ok(rendered)
}

fn heading(sheet: &mut Sheet<'_>) -> Result<(), DocumentFault> {
    let house = sheet.house;
    sheet.paragraph(&house.municipality, MUNICIPALITY, "municipality")?;
    sheet.paragraph("Sportello per il Cittadino", TEXT, "heading")?;
    let rule = Mark::rule(sheet.left, 6.0, sheet.measure, 0.5, Ink::Grey);
    sheet.push(Strip { height: 6.0, marks: vec![rule], ..Strip::default() });
    sheet.skip(mm(9.0));
    let heading = sheet.tree.element(Role::Heading(1), Tree::DOCUMENT);
    let lines = sheet.setter.fold(TITLE, HEADING, sheet.measure, "heading")?;
    sheet.run(heading, (sheet.left, sheet.measure), lines, "");
    sheet.skip(8.0);
    sheet.paragraph(PURPOSE, TEXT, "")?;
    sheet.skip(16.0);
    Ok(())
}

/// The groups in two rows of four, each under its number.
fn groups(sheet: &mut Sheet<'_>, code: &RecoveryCode) -> Result<(), DocumentFault> {
    let rows = GROUPS.div_ceil(COLUMNS);
    let (left, measure) = (sheet.left, sheet.measure);
    let cell = measure / COLUMNS as f32;
    let height = rows as f32 * CELL_HEIGHT;
    let mut strip = Strip { height, ..Strip::default() };
    let area = Area { x: left, y: 0.0, width: measure, height };
    strip.marks.push(Mark::artifact(Shape::Frame { area, thickness: 1.0, ink: Ink::Black }));
    for row in 1..rows {
        strip.marks.push(Mark::rule(left, row as f32 * CELL_HEIGHT, measure, 0.5, Ink::Grey));
    }
    for column in 1..COLUMNS {
        let area = Area { x: left + column as f32 * cell - 0.25, y: 0.0, width: 0.5, height };
        strip.marks.push(Mark::artifact(Shape::Bar { area, ink: Ink::Grey }));
    }
    for (index, group) in code.groups.iter().enumerate() {
        let centre = left + (index % COLUMNS) as f32 * cell + cell / 2.0;
        let y = (index / COLUMNS) as f32 * CELL_HEIGHT;
        let element = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
        let number = sheet.setter.line(&(index + 1).to_string(), NUMBER, "groups")?;
        let symbols = sheet.setter.line(group, CODE, "groups")?;
        let at = (centre - number.width() / 2.0, number.width(), y + mm(9.3) - NUMBER.baseline());
        sheet.put(&mut strip, element, at, &[number], "");
        let at = (centre - symbols.width() / 2.0, symbols.width(), y + mm(19.8) - CODE.baseline());
        sheet.put(&mut strip, element, at, &[symbols], "groups");
    }
    strip.height = height;
    sheet.push(strip);
    sheet.skip(8.0);
    Ok(())
}

fn identity(sheet: &mut Sheet<'_>, code: &RecoveryCode) -> Result<(), DocumentFault> {
    let made = format!("Creato {}. {SYMBOLS}", date::after("il", code.made_on));
    sheet.paragraph(&made, SMALL, "made_on")?;
    let label = sheet.setter.line("Archivio", SMALL, "label")?;
    let identifier = sheet.setter.line(&code.store_id, IDENTIFIER, "store_id")?;
    let start = sheet.left + label.width() + 5.0;
    if start + identifier.width() > sheet.left + sheet.measure {
        return Err(DocumentFault::DoesNotFit { field: "store_id" });
    }
    let element = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
    let mut strip = Strip::default();
    sheet.put(&mut strip, element, (sheet.left, label.width(), 0.0), &[label], "");
    strip.height = 0.0;
    let width = identifier.width();
    sheet.put(&mut strip, element, (start, width, 0.0), &[identifier], "store_id");
    sheet.push(strip);
    Ok(())
}

/// The instructions, each with its number in the margin of the text.
fn steps(sheet: &mut Sheet<'_>) -> Result<(), DocumentFault> {
    let indent = mm(8.0);
    sheet.skip(mm(11.0));
    let list = sheet.tree.element(Role::List(crate::tree::Counting::Numbers), Tree::DOCUMENT);
    for (number, (lead, words)) in (1..).zip(STEPS) {
        let item = sheet.tree.element(Role::Item, list);
        let label = sheet.tree.element(Role::Label, item);
        let body = sheet.tree.element(Role::Body, item);
        let at = (sheet.left + indent, sheet.measure - indent);
        let mut strip = Strip { keep: true, ..Strip::default() };
        let number = sheet.setter.line(&number.to_string(), LEAD, "step")?;
        sheet.put(&mut strip, label, (sheet.left, indent, 0.0), &[number], "");
        strip.height = 0.0;
        let lead = sheet.setter.fold(lead, LEAD, at.1, "step")?;
        sheet.put(&mut strip, body, (at.0, at.1, 0.0), &lead, "");
        sheet.push(strip);
        let lines = sheet.setter.fold(words, TEXT, at.1, "step")?;
        sheet.run(body, at, lines, "");
        sheet.skip(7.0);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
