//! What one shift leaves to the next: calls to make, drafts, promises of the day, notes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::text::InternalText;

use crate::{
    DocumentFault, House, Options, Rendered, date,
    page::Size,
    parts::{BODY, CELL_STRONG, Grid, GridColumn, NOTE, SignatureLine},
    render::MadeAt,
    sheet::{Margins, Sheet},
};

/// The page of a handover.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// The shift that ends, in words: `Mattina, 8.30 – 13.00`.
    pub shift: String,
    /// Who leaves.
    pub from: String,
    /// Who comes, when it is known.
    #[serde(default)]
    pub to: Option<String>,
    /// Calls to make.
    #[serde(default)]
    pub callbacks: Vec<HandoverItem>,
    /// Drafts that wait.
    #[serde(default)]
    pub drafts: Vec<HandoverItem>,
    /// What was promised for today or is due.
    #[serde(default)]
    pub promises: Vec<HandoverItem>,
    /// What else there is to know.
    #[serde(default)]
    pub notes: Vec<InternalText>,
    /// The day.
    pub dated: NaiveDate,
}

/// A line of a handover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandoverItem {
    /// When: `ore 15`, `25 novembre`.
    #[serde(default)]
    pub when: Option<String>,
    /// The number of the ticket.
    #[serde(default)]
    pub number: Option<String>,
    /// Whom it concerns, and how to reach them.
    #[serde(default)]
    pub who: Option<String>,
    /// What there is to do.
    pub what: String,
}

pub(crate) fn compose(
    handover: &Handover,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    const TITLE: &str = "Passaggio di consegne";
    let mut sheet = Sheet::new(house, Size::A4, Margins::OFFICE);
    sheet.banner(&date::in_words(handover.dated), "dated")?;
    sheet.title(TITLE, "label")?;
    sheet.paragraph(&handover.shift, BODY, "shift")?;
    let who = match &handover.to {
        Some(to) => format!("Da {} a {to}", handover.from),
        None => format!("Da {}", handover.from),
    };
    sheet.paragraph(&who, BODY, "from")?;
    let parts = [
        ("Chiamate da fare", "callbacks", &handover.callbacks),
        ("Promesse e scadenze", "promises", &handover.promises),
        ("Bozze in sospeso", "drafts", &handover.drafts),
    ];
    for (title, list, items) in parts {
        sheet.section(2, title, "label")?;
        if items.is_empty() {
            sheet.paragraph("Nessuna", NOTE, "label")?;
        } else {
            sheet.table(&grid(list, items))?;
        }
    }
    sheet.section(2, "Note", "label")?;
    if handover.notes.is_empty() {
        sheet.paragraph("Nessuna", NOTE, "label")?;
    }
    for (index, note) in handover.notes.iter().enumerate() {
        sheet.within("notes", index, |sheet| sheet.prose(note.as_str(), BODY, "note"))?;
        sheet.skip(6.0);
    }
    sheet.skip(16.0);
    sheet.sign(&[
        SignatureLine { label: "Chi lascia", share: 1.0 },
        SignatureLine { label: "Chi riceve", share: 1.0 },
    ])?;
    let foot = format!("Consegne del {} – uso interno", date::in_figures(handover.dated));
    sheet.rendered(TITLE, Some(&foot), made_at, options)
}

fn grid(list: &'static str, items: &[HandoverItem]) -> Grid<'static> {
    let columns = vec![
        GridColumn::new("Quando", "when").style(CELL_STRONG),
        GridColumn::new("Pratica", "number"),
        GridColumn::new("Chi", "who"),
        GridColumn::new("Che cosa", "what"),
        GridColumn::new("Fatto", "done").at_least(32.0),
    ];
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let rows = items.iter().map(|item| {
        vec![words(&item.when), words(&item.number), words(&item.who), item.what.clone(), String::new()]
    });
    Grid { list, columns, rows: rows.collect(), row_height: 0.0 }
}
