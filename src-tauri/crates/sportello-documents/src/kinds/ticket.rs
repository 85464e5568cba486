//! A ticket with its timeline. What the municipality writes for itself is on it only when it is asked for, and then every
//! page says so.

use serde::{Deserialize, Serialize};
use sportello_domain::text::{CitizenText, InternalText};

use super::plain::NamedValue;
use crate::{
    DocumentFault, House, Options, Rendered, codes,
    fonts::Face,
    page::{Area, Ink, Mark, Shape, Size, mm},
    parts::{BODY, FieldRow, LABEL, STRONG},
    render::MadeAt,
    sheet::{Margins, Sheet},
    stack::Strip,
    text::Style,
    tree::{Role, Tree},
};

/// A ticket on paper.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketPrint {
    /// Its number.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// Where it stands, in words.
    pub state: String,
    /// What is known of it, in the order it is to be read.
    #[serde(default)]
    pub facts: Vec<NamedValue>,
    /// What only the municipality may know of it.
    #[serde(default)]
    pub internal_facts: Vec<NamedValue>,
    /// What the citizen says.
    pub account: CitizenText,
    /// What happened, oldest first.
    #[serde(default)]
    pub timeline: Vec<TimelineEntry>,
}

/// Something that happened to a ticket.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimelineEntry {
    /// When, in words: `23 novembre 2026, ore 10.15`.
    pub at: String,
    /// What happened: `Trasmessa all’ufficio Strade`.
    pub what: String,
    /// Who did it; on the internal version only.
    #[serde(default)]
    pub who: Option<String>,
    /// What the citizen said or was told.
    #[serde(default)]
    pub citizen_text: Option<CitizenText>,
    /// What the municipality wrote for itself; on the internal version only.
    #[serde(default)]
    pub internal_text: Option<InternalText>,
    /// Whether it is no concern of the citizen at all; on the internal version only.
    #[serde(default)]
    pub internal: bool,
}

const INTERNAL: &str = "Uso interno: non consegnare al cittadino";
const STAMP: Style = Style::new(Face::SemiBold, 9.5, 16.0);
const NOTE_TEXT: Style = Style::new(Face::Regular, 10.0, 14.0).hyphenated();
const INDENT: f32 = mm(5.0);

pub(crate) fn compose(
    ticket: &TicketPrint,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = Sheet::new(house, Size::A4, Margins::OFFICE);
    sheet.banner(&crate::date::elided(&format!("Stampata il {}", crate::date::moment(made_at))), "")?;
    if options.internal {
        stamp(&mut sheet)?;
    }
    code(&mut sheet, &ticket.number)?;
    let whole = sheet.measure;
    sheet.measure = whole - mm(24.0);
    let title = format!("Pratica n.\u{a0}{}", ticket.number.trim());
    let head = sheet.title(&title, "number").and_then(|()| {
        sheet.paragraph(&ticket.subject, STRONG, "subject")?;
        sheet.paragraph(&ticket.state, BODY, "state")
    });
    sheet.measure = whole;
    head?;
    sheet.skip(10.0);
    // One table, so that all values begin at one edge.
    let internal =
        ticket.internal_facts.iter().filter(|_| options.internal).map(|fact| (fact, "internal_facts"));
    let facts = ticket.facts.iter().map(|fact| (fact, "facts")).chain(internal);
    let rows: Vec<FieldRow<'_>> =
        facts.map(|(fact, list)| FieldRow::new(fact.name.as_str(), fact.value.as_str(), list)).collect();
    sheet.fields(&rows)?;
    sheet.section(2, "Che cosa dice il cittadino", "label")?;
    sheet.prose(ticket.account.as_str(), BODY, "account")?;
    timeline(&mut sheet, ticket, options)?;
    let foot = if options.internal { format!("{title} – uso interno") } else { title.clone() };
    sheet.rendered(&title, Some(&foot), made_at, options)
}

fn stamp(sheet: &mut Sheet<'_>) -> Result<(), DocumentFault> {
    let line = sheet.setter.line(INTERNAL, STAMP, "label")?;
    let element = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
    let area = Area { x: sheet.left, y: 0.0, width: line.width() + 14.0, height: STAMP.leading };
    let mut strip = Strip::default();
    strip.marks.push(Mark::artifact(Shape::Frame { area, thickness: 0.8, ink: Ink::Black }));
    let at = (sheet.left + 7.0, line.width(), 0.0);
    sheet.put(&mut strip, element, at, &[line], "");
    strip.height = STAMP.leading;
    sheet.push(strip);
    sheet.skip(8.0);
    Ok(())
}

fn code(sheet: &mut Sheet<'_>, number: &str) -> Result<(), DocumentFault> {
    let side = mm(17.0);
    let mut strip = Strip { keep: true, ..Strip::default() };
    let area = Area { x: sheet.left + sheet.measure - side, y: 4.0, width: side, height: side };
    let shows = format!("Codice QR con il numero della pratica {number}");
    sheet.code(&mut strip, area, codes::qr(number, "number")?, &shows);
    strip.height = 0.0;
    sheet.push(strip);
    Ok(())
}

fn timeline(sheet: &mut Sheet<'_>, ticket: &TicketPrint, options: Options) -> Result<(), DocumentFault> {
    let shown = |entry: &&(usize, &TimelineEntry)| options.internal || !entry.1.internal;
    let entries: Vec<(usize, &TimelineEntry)> = ticket.timeline.iter().enumerate().collect();
    let entries: Vec<_> = entries.iter().filter(shown).collect();
    if entries.is_empty() {
        return Ok(());
    }
    sheet.section(2, "Che cosa è successo", "label")?;
    for (index, entry) in entries {
        sheet.within("timeline", *index, |sheet| self::entry(sheet, entry, options))?;
    }
    Ok(())
}

fn entry(sheet: &mut Sheet<'_>, entry: &TimelineEntry, options: Options) -> Result<(), DocumentFault> {
    let when = match entry.who.as_ref().filter(|_| options.internal) {
        Some(who) => format!("{} – {who}", entry.at),
        None => entry.at.clone(),
    };
    sheet.skip(8.0);
    sheet.paragraph(&when, LABEL, "at")?;
    sheet.keep(1);
    sheet.paragraph(&entry.what, STRONG, "what")?;
    let (left, measure) = (sheet.left, sheet.measure);
    sheet.left += INDENT;
    sheet.measure -= INDENT;
    let texts = entry.citizen_text.as_ref().map_or(Ok(()), |text| {
        sheet.keep(1);
        sheet.prose(text.as_str(), NOTE_TEXT, "citizen_text")
    });
    let notes = entry.internal_text.as_ref().filter(|_| options.internal).map_or(Ok(()), |text| {
        sheet.keep(1);
        sheet.paragraph("Nota interna", LABEL, "label")?;
        sheet.keep(1);
        sheet.prose(text.as_str(), NOTE_TEXT, "internal_text")
    });
    (sheet.left, sheet.measure) = (left, measure);
    texts.and(notes)
}
