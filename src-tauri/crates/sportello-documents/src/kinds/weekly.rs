//! What an office owes, once a week, on paper: for offices that are not on the system. The outcome comes back by hand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::text::InternalText;

use crate::{
    DocumentFault, House, Options, Rendered, date,
    page::Size,
    parts::{BODY, CELL_STRONG, Grid, GridColumn, NOTE},
    render::MadeAt,
    sheet::{Margins, Sheet},
};

/// The weekly sheet of an office.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeeklySheet {
    /// The office.
    pub office: String,
    /// The first day of the week.
    pub week_of: NaiveDate,
    /// What is open at the office, the most urgent first.
    pub rows: Vec<WeeklyRow>,
    /// The day it is printed.
    pub dated: NaiveDate,
}

/// A ticket on a weekly sheet.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeeklyRow {
    /// The number of the ticket.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// What was asked of the office.
    pub question: InternalText,
    /// The day it was asked.
    pub sent_on: NaiveDate,
    /// The day the office must report by.
    pub office_due_on: NaiveDate,
    /// The day the citizen was told.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// Whether the office is late.
    pub late: bool,
    /// How many reminders were sent.
    #[serde(default)]
    pub reminders: u32,
}

pub(crate) fn compose(
    weekly: &WeeklySheet,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = Sheet::new(house, Size::A4.landscape(), Margins::OFFICE);
    sheet.banner(&format!("Settimana {}", date::after("dal", weekly.week_of)), "week_of")?;
    let title = format!("Pratiche aperte all’ufficio {}", weekly.office.trim());
    sheet.title(&title, "office")?;
    let late = weekly.rows.iter().filter(|row| row.late).count();
    let count = match weekly.rows.len() {
        0 => "Nessuna pratica aperta.".to_owned(),
        1 => format!("1 pratica aperta, {} in ritardo.", if late == 1 { "1" } else { "nessuna" }),
        count => format!("{count} pratiche aperte, {late} in ritardo."),
    };
    sheet.paragraph(&format!("{count} Stampato {}.", date::after("il", weekly.dated)), BODY, "dated")?;
    sheet.skip(10.0);
    if !weekly.rows.is_empty() {
        sheet.table(&grid(weekly))?;
        sheet.skip(10.0);
        let words = "Scrivere l’esito nell’ultima colonna e restituire il foglio allo Sportello.";
        sheet.paragraph(words, NOTE, "label")?;
    }
    let foot = format!("Foglio settimanale, {}", weekly.office.trim());
    sheet.rendered(&title, Some(&foot), made_at, options)
}

fn grid(weekly: &WeeklySheet) -> Grid<'static> {
    let columns = vec![
        GridColumn::new("Pratica", "number").style(CELL_STRONG),
        GridColumn::new("Oggetto", "subject"),
        GridColumn::new("Che cosa si chiede", "question"),
        GridColumn::new("Chiesta il", "sent_on"),
        GridColumn::new("Entro il", "office_due_on").style(CELL_STRONG),
        GridColumn::new("Promessa al cittadino", "due_on"),
        GridColumn::new("Note", "reminders"),
        GridColumn::new("Esito", "outcome").at_least(160.0),
    ];
    let rows = weekly.rows.iter().map(|row| {
        let mut notes = Vec::new();
        if row.late {
            notes.push("in ritardo".to_owned());
        }
        match row.reminders {
            0 => {}
            1 => notes.push("1 sollecito".to_owned()),
            several => notes.push(format!("{several} solleciti")),
        }
        vec![
            row.number.clone(),
            row.subject.clone(),
            row.question.as_str().to_owned(),
            date::in_figures(row.sent_on),
            date::in_figures(row.office_due_on),
            row.due_on.map(date::in_figures).unwrap_or_default(),
            notes.join(", "),
            String::new(),
        ]
    });
    Grid { list: "rows", columns, rows: rows.collect(), row_height: 40.0 }
}
