//! A page described part by part, for what has no kind of its own.

use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered, codes,
    page::{Area, Size, mm},
    parts::{BODY, Check, Comb, FieldRow, Grid, GridColumn, NOTE, SignatureLine},
    picture::Picture,
    render::MadeAt,
    sheet::{Margins, Sheet},
    stack::Strip,
    tree::Counting,
};

/// A page, or several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainPage {
    /// What it is called.
    pub title: String,
    /// Whether it lies on its side.
    #[serde(default)]
    pub landscape: bool,
    /// What is on it, from top to bottom.
    pub parts: Vec<Part>,
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// A part of a page. Lengths in mm.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case", deny_unknown_fields)]
pub enum Part {
    /// A heading under the title; of level 2, or 3.
    Heading {
        /// Its words.
        words: String,
        /// Whether it is of level 3.
        #[serde(default)]
        minor: bool,
    },
    /// A text with line ends of its own.
    Text {
        /// Its words.
        words: String,
        /// Whether it is set small.
        #[serde(default)]
        note: bool,
    },
    /// Names and values.
    Fields {
        /// The rows.
        rows: Vec<NamedValue>,
    },
    /// A value with a box for each letter.
    Comb {
        /// What it is.
        label: String,
        /// Its letters.
        value: String,
        /// How many boxes.
        boxes: u8,
    },
    /// A box with a tick or without.
    Check {
        /// What is true when it is ticked.
        label: String,
        /// Whether it is.
        ticked: bool,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<String>,
        /// Whether they are numbered.
        #[serde(default)]
        numbered: bool,
    },
    /// A table.
    Table {
        /// The names of its columns.
        columns: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
    /// A picture.
    Image {
        /// The file, and what it shows.
        image: crate::Logo,
        /// How wide it is at most.
        width: f32,
        /// How high it is at most.
        height: f32,
    },
    /// A QR code.
    Qr {
        /// What it says.
        text: String,
        /// Its side.
        side: f32,
    },
    /// Lines to sign on.
    Sign {
        /// What is to be written on each.
        labels: Vec<String>,
    },
    /// White.
    Space {
        /// How much.
        height: f32,
    },
    /// The next part begins a page.
    NewPage,
}

pub(crate) fn compose(
    page: &PlainPage,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let size = if page.landscape { Size::A4.landscape() } else { Size::A4 };
    let mut sheet = Sheet::new(house, size, Margins::LETTER);
    sheet.banner("", "")?;
    sheet.title(&page.title, "title")?;
    sheet.skip(8.0);
    for (index, part) in page.parts.iter().enumerate() {
        sheet.within("parts", index, |sheet| self::part(sheet, part))?;
    }
    sheet.rendered(&page.title, Some(&page.title), made_at, options)
}

fn part(sheet: &mut Sheet<'_>, part: &Part) -> Result<(), DocumentFault> {
    match part {
        Part::Heading { words, minor } => return sheet.section(if *minor { 3 } else { 2 }, words, "words"),
        Part::Text { words, note } => sheet.prose(words, if *note { NOTE } else { BODY }, "words")?,
        Part::Fields { rows } => {
            let rows: Vec<_> =
                rows.iter().map(|row| FieldRow::new(&row.name, row.value.as_str(), "rows")).collect();
            sheet.fields(&rows)?;
        }
        Part::Comb { label, value, boxes } => {
            sheet.comb(&Comb { label, value, boxes: usize::from(*boxes), field: "value" })?;
        }
        Part::Check { label, ticked } => {
            sheet.check(&Check { label, ticked: *ticked, asks: false, field: "label" })?;
        }
        Part::List { items, numbered } => {
            let counting = if *numbered { Counting::Numbers } else { Counting::Dashes };
            sheet.list(items, counting, "items")?;
        }
        Part::Table { columns, rows } => {
            if !columns.is_empty() {
                let columns = columns.iter().map(|title| GridColumn::new(title, "cells")).collect();
                sheet.table(&Grid { list: "rows", columns, rows: rows.clone(), row_height: 0.0 })?;
            }
        }
        Part::Image { image, width, height } => {
            let picture = Picture::read(&image.bytes, "image")?;
            let room = room(sheet, *width, *height)?;
            let mut strip = Strip::default();
            sheet.picture(&mut strip, room, picture, image.alt.clone());
            sheet.push(strip);
        }
        Part::Qr { text, side } => {
            let area = room(sheet, *side, *side)?;
            let mut strip = Strip::default();
            sheet.code(&mut strip, area, codes::qr(text, "text")?, &format!("Codice QR: {text}"));
            sheet.push(strip);
        }
        Part::Sign { labels } => {
            let lines: Vec<_> = labels.iter().map(|label| SignatureLine { label, share: 1.0 }).collect();
            sheet.sign(&lines)?;
        }
        Part::Space { height } => {
            if height.is_finite() {
                sheet.skip(mm(height.clamp(0.0, 200.0)));
            }
            return Ok(());
        }
        Part::NewPage => {
            sheet.turn();
            return Ok(());
        }
    }
    sheet.skip(6.0);
    Ok(())
}

/// A box at the left edge that a page can hold.
fn room(sheet: &Sheet<'_>, width: f32, height: f32) -> Result<Area, DocumentFault> {
    let fits = |length: f32, most: f32| length.is_finite() && length >= 5.0 && mm(length) <= most;
    if !fits(width, sheet.measure) || !fits(height, sheet.depth()) {
        return Err(DocumentFault::DoesNotFit { field: "width" });
    }
    Ok(Area { x: sheet.left, y: 0.0, width: mm(width), height: mm(height) })
}
