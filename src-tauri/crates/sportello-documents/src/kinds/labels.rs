//! Labels for papers: the number of the ticket and of the protocol, and a code that finds them again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered, codes, date,
    fonts::Face,
    page::{Area, Size, mm},
    render::MadeAt,
    sheet::{Margins, Sheet},
    stack::Strip,
    text::{Line, Style},
    tree::{Role, Tree},
};

/// Labels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// What is on them, in order.
    pub labels: Vec<Label>,
    /// What they are printed on.
    #[serde(default)]
    pub media: LabelMedia,
    /// The code on them.
    #[serde(default)]
    pub symbol: LabelSymbol,
}

/// A label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// What the code says and the label shows largest: the number of the ticket.
    pub number: String,
    /// Number in the protocol.
    #[serde(default)]
    pub protocol: Option<String>,
    /// Its day.
    #[serde(default)]
    pub dated: Option<NaiveDate>,
    /// What the paper is, in few words.
    #[serde(default)]
    pub note: Option<String>,
}

/// What labels are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "media", rename_all = "snake_case", deny_unknown_fields)]
pub enum LabelMedia {
    /// A roll of labels of 62 × 29 mm, one to a page.
    #[default]
    Roll,
    /// A sheet of A4 with three labels in each of eight rows (70 × 37 mm, as most are).
    Sheet {
        /// How many of the first sheet are used up.
        skip: u8,
    },
}

/// The code on a label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelSymbol {
    /// A square, small.
    #[default]
    DataMatrix,
    /// Bars, for readers that know nothing else.
    Code128,
}

const COLUMNS: usize = 3;
const ROWS: usize = 8;
const SHEET_CELL: (f32, f32) = (mm(70.0), mm(37.125));
/// White at the edge of a label: printers of rolls and of sheets need 3 mm.
const EDGE: f32 = mm(3.5);
const MATRIX: f32 = mm(17.0);
const BARS: f32 = mm(9.0);

const HOUSE: Style = Style::new(Face::Regular, 7.5, 9.5);
const NUMBER: Style = Style::new(Face::SemiBold, 15.0, 18.0);
const LONG_NUMBER: Style = Style::new(Face::SemiBold, 9.0, 11.0);
const LINE: Style = Style::new(Face::Regular, 8.5, 10.5);

pub(crate) fn compose(
    labels: &Labels,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let edge = Margins { side: 0.0, top: 0.0, bottom: 0.0 };
    let mut sheet = match labels.media {
        LabelMedia::Roll => Sheet::new(house, Size::LABEL, edge),
        LabelMedia::Sheet { .. } => Sheet::new(house, Size::A4, edge),
    };
    match labels.media {
        LabelMedia::Roll => {
            for (index, label) in labels.labels.iter().enumerate() {
                let mut strip = Strip { turns: true, ..Strip::default() };
                let area = Area { x: 0.0, y: 0.0, width: Size::LABEL.width, height: Size::LABEL.height };
                draw(&mut sheet, &mut strip, area, label, index, labels.symbol)?;
                strip.height = area.height;
                sheet.push(strip);
            }
        }
        LabelMedia::Sheet { skip } => on_sheets(&mut sheet, labels, usize::from(skip) % (COLUMNS * ROWS))?,
    }
    sheet.rendered("Etichette", None, made_at, options)
}

fn on_sheets(sheet: &mut Sheet<'_>, labels: &Labels, skip: usize) -> Result<(), DocumentFault> {
    let places: Vec<Option<(usize, &Label)>> =
        std::iter::repeat_n(None, skip).chain(labels.labels.iter().enumerate().map(Some)).collect();
    for row in places.chunks(COLUMNS) {
        let mut strip = Strip { height: SHEET_CELL.1 - 0.01, ..Strip::default() };
        for (column, place) in row.iter().enumerate() {
            if let Some((index, label)) = place {
                let area = Area {
                    x: column as f32 * SHEET_CELL.0,
                    y: 0.0,
                    width: SHEET_CELL.0,
                    height: SHEET_CELL.1,
                };
                draw(sheet, &mut strip, area, label, *index, labels.symbol)?;
            }
        }
        strip.height = SHEET_CELL.1 - 0.01;
        sheet.push(strip);
    }
    Ok(())
}

fn draw(
    sheet: &mut Sheet<'_>,
    strip: &mut Strip,
    area: Area,
    label: &Label,
    index: usize,
    symbol: LabelSymbol,
) -> Result<(), DocumentFault> {
    sheet.within("labels", index, |sheet| {
        let inside = Area {
            x: area.x + EDGE,
            y: area.y + EDGE,
            width: area.width - 2.0 * EDGE,
            height: area.height - 2.0 * EDGE,
        };
        let shows = format!("Codice con il numero {}", label.number);
        match symbol {
            LabelSymbol::DataMatrix => {
                let code = codes::data_matrix(&label.number, "number")?;
                let square = Area {
                    width: MATRIX,
                    height: MATRIX,
                    y: inside.y + (inside.height - MATRIX) / 2.0,
                    ..inside
                };
                sheet.code(strip, square, code, &shows);
                let x = inside.x + MATRIX + mm(3.0);
                words(sheet, strip, Area { x, width: inside.x + inside.width - x, ..inside }, label)
            }
            LabelSymbol::Code128 => {
                let code = codes::code_128(&label.number, "number")?;
                let bars = Area { height: BARS, y: inside.y + inside.height - BARS, ..inside };
                sheet.code(strip, bars, code, &shows);
                words(sheet, strip, Area { height: inside.height - BARS - 2.0, ..inside }, label)
            }
        }
    })
}

/// The words of a label, which are whole or stop it.
fn words(sheet: &mut Sheet<'_>, strip: &mut Strip, area: Area, label: &Label) -> Result<(), DocumentFault> {
    let house = sheet.house;
    let mut blocks: Vec<(Vec<Line>, &'static str)> = Vec::new();
    blocks.push((sheet.setter.fold(&house.municipality, HOUSE, area.width, "municipality")?, "municipality"));
    let mut number = sheet.setter.fold(&label.number, NUMBER, area.width, "number")?;
    if number.len() > 1 {
        number = sheet.setter.fold(&label.number, LONG_NUMBER, area.width, "number")?;
    }
    blocks.push((number, "number"));
    let day = label.dated.map(date::in_figures);
    let protocol = label.protocol.as_ref().map(|number| match &day {
        Some(day) => format!("Prot.\u{a0}{number} del\u{a0}{day}"),
        None => format!("Prot.\u{a0}{number}"),
    });
    let lines = [(protocol.or(day), "protocol"), (label.note.clone(), "note")];
    for (text, field) in lines {
        blocks
            .push((sheet.setter.fold(text.as_deref().unwrap_or_default(), LINE, area.width, field)?, field));
    }
    let height: f32 = blocks.iter().flat_map(|(lines, _)| lines).map(|line| line.style().leading).sum();
    if height > area.height + 0.5 {
        let longest = blocks.iter().max_by_key(|(lines, _)| lines.len()).map_or("number", |(_, field)| field);
        return Err(DocumentFault::DoesNotFit { field: longest });
    }
    let mut y = area.y + (area.height - height) / 2.0;
    for (lines, field) in &blocks {
        let owner = sheet.tree.element(Role::Paragraph, Tree::DOCUMENT);
        y = sheet.put(strip, owner, (area.x, area.width, y), lines, field);
    }
    Ok(())
}
