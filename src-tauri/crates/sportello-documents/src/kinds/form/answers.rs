//! Questions and answers on the page.

use super::{FormPart, FormTick};
use crate::{
    DocumentFault,
    fonts::Face,
    page::{Ink, Mark, mm},
    parts::{Check, Comb, FieldRow, Grid, GridColumn, LABEL, NOTE, STRONG, VALUE},
    sheet::Sheet,
    stack::Strip,
    text::{Line, Style},
    tree::{Role, Tree},
};

/// A long answer.
const SMALL: Style = Style::new(Face::Regular, 9.0, 12.5);
/// Lines of an answer in the usual size, and in the small one, before it goes on elsewhere.
const LINES: usize = 14;
const SMALL_LINES: usize = 24;
/// Room for a line by hand.
const BY_HAND: f32 = mm(8.0);
/// Rows of a table, and lines of a text, to be written by hand.
const HAND_ROWS: usize = 4;

/// What is left of an answer.
pub(super) struct Rest {
    label: String,
    /// Section and part.
    at: (usize, usize),
    lines: Vec<Line>,
}

/// The parts of a step. Names and values that follow each other are set as one list.
pub(super) fn parts(
    sheet: &mut Sheet<'_>,
    parts: &[FormPart],
    blank: bool,
    section: usize,
    rests: &mut Vec<Rest>,
) -> Result<(), DocumentFault> {
    let mut index = 0;
    while let Some(part) = parts.get(index) {
        let run = parts[index..].iter().take_while(|part| is_row(part, blank)).count();
        if run > 0 {
            let rows = parts[index..index + run].iter().enumerate().filter_map(|(offset, part)| match part {
                FormPart::Field { label, value } => {
                    Some(FieldRow::new(label, value.as_str(), "value").of("parts", index + offset))
                }
                _ => None,
            });
            sheet.fields(&rows.collect::<Vec<_>>())?;
            index += run;
        } else {
            sheet.within("parts", index, |sheet| self::part(sheet, part, blank, (section, index), rests))?;
            index += 1;
        }
        sheet.skip(5.0);
    }
    Ok(())
}

fn is_row(part: &FormPart, blank: bool) -> bool {
    matches!(part, FormPart::Field { value, .. } if !(blank && value.is_empty()))
}

fn part(
    sheet: &mut Sheet<'_>,
    part: &FormPart,
    blank: bool,
    at: (usize, usize),
    rests: &mut Vec<Rest>,
) -> Result<(), DocumentFault> {
    match part {
        FormPart::Field { label, .. } => by_hand(sheet, label),
        FormPart::Comb { label, value, boxes } => {
            let boxes = usize::from(*boxes);
            if value.trim().chars().count() > boxes {
                return sheet.fields(&[FieldRow::new(label, value.as_str(), "value")]);
            }
            sheet.comb(&Comb { label, value, boxes, field: "value" })
        }
        FormPart::Options { label, options } => {
            let from = sheet.strips();
            sheet.paragraph(label, LABEL, "label")?;
            for (index, tick) in options.iter().enumerate() {
                sheet.within("options", index, |sheet| self::tick(sheet, tick))?;
            }
            let made = sheet.strips() - from;
            if made <= 8 {
                sheet.keep_all_but_last(made);
            }
            Ok(())
        }
        FormPart::Tick(tick) => self::tick(sheet, tick),
        FormPart::Text { label, value } => {
            sheet.paragraph(label, LABEL, "label")?;
            sheet.keep(1);
            if blank && value.is_empty() {
                (0..HAND_ROWS).for_each(|_| sheet.blank_line(BY_HAND));
                return Ok(());
            }
            text(sheet, label, value, at, rests)
        }
        FormPart::Sentence { words } => sheet.paragraph(words, VALUE, "words"),
        FormPart::Heading { words } => {
            sheet.skip(6.0);
            sheet.paragraph(words, STRONG, "words")?;
            sheet.keep(1);
            Ok(())
        }
        FormPart::Table { label, columns, rows } => {
            sheet.paragraph(label, LABEL, "label")?;
            sheet.keep(1);
            if columns.is_empty() {
                return Ok(());
            }
            let by_hand = blank && rows.is_empty();
            let rows = if by_hand { vec![Vec::new(); HAND_ROWS] } else { rows.clone() };
            let columns = columns.iter().map(|title| GridColumn::new(title, "cells")).collect();
            let row_height = if by_hand { BY_HAND } else { 0.0 };
            sheet.table(&Grid { list: "rows", columns, rows, row_height })
        }
        FormPart::Note { words } => sheet.prose(words, NOTE, "words"),
    }
}

fn tick(sheet: &mut Sheet<'_>, tick: &FormTick) -> Result<(), DocumentFault> {
    sheet.check(&Check { label: &tick.words, ticked: tick.ticked, asks: false, field: "words" })
}

/// A name, and a line to write on.
fn by_hand(sheet: &mut Sheet<'_>, label: &str) -> Result<(), DocumentFault> {
    let lines = sheet.setter.fold(label, LABEL, sheet.measure * 0.45, "label")?;
    let element = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
    let mut strip = Strip::default();
    let shift = (BY_HAND - LABEL.leading).max(0.0);
    let width = lines.iter().map(Line::width).fold(0.0, f32::max);
    let (left, measure) = (sheet.left, sheet.measure);
    let foot = sheet.put(&mut strip, element, (left, measure * 0.45, shift), &lines, "label");
    let from = width + mm(3.0);
    let y = foot - LABEL.leading + LABEL.baseline() + 2.0;
    strip.marks.push(Mark::rule(left + from, y, measure - from, 0.5, Ink::Grey));
    sheet.push(strip);
    Ok(())
}

/// An answer in the usual size, in the small one, or so much of it as there is room for.
fn text(
    sheet: &mut Sheet<'_>,
    label: &str,
    value: &str,
    at: (usize, usize),
    rests: &mut Vec<Rest>,
) -> Result<(), DocumentFault> {
    let mut lines = set(sheet, value, VALUE)?;
    if lines.len() > LINES {
        lines = set(sheet, value, SMALL)?;
    }
    let rest = if lines.len() > SMALL_LINES { lines.split_off(SMALL_LINES - 2) } else { Vec::new() };
    let element = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
    let place = (sheet.left, sheet.measure);
    sheet.run(element, place, lines, "value");
    if !rest.is_empty() {
        rests.push(Rest { label: label.to_owned(), at, lines: rest });
        let words = format!("(segue nell’allegato {})", rests.len());
        sheet.paragraph(&words, NOTE, "more")?;
    }
    Ok(())
}

fn set(sheet: &mut Sheet<'_>, value: &str, style: Style) -> Result<Vec<Line>, DocumentFault> {
    let paragraphs = sheet.setter.paragraphs(value, style, sheet.measure, "value")?;
    Ok(paragraphs.into_iter().flat_map(|paragraph| paragraph.lines).collect())
}

/// What did not fit, each on pages of its own.
pub(super) fn attachments(sheet: &mut Sheet<'_>, rests: Vec<Rest>) -> Result<(), DocumentFault> {
    for (number, rest) in (1..).zip(rests) {
        sheet.turn();
        sheet.section(2, &format!("Allegato {number}: continua da «{}»", rest.label), "label")?;
        let (section, part) = rest.at;
        sheet.within("sections", section, |sheet| {
            sheet.within("parts", part, |sheet| {
                let element = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
                let place = (sheet.left, sheet.measure);
                sheet.run(element, place, rest.lines, "value");
                Ok(())
            })
        })?;
    }
    Ok(())
}
