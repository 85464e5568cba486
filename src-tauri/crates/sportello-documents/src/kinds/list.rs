//! Any list of the screen, on paper.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered, date,
    page::Size,
    parts::{BODY, Grid, GridColumn, NOTE},
    render::MadeAt,
    sheet::{Margins, Sheet},
};

/// A list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListPrint {
    /// What it is: `Pratiche in scadenza`.
    pub title: String,
    /// What was chosen, in words: `Ufficio Strade, dal 1º al 30 novembre 2026`.
    #[serde(default)]
    pub filter: Option<String>,
    /// Whether the sheet lies on its side.
    #[serde(default)]
    pub landscape: bool,
    /// Its columns.
    pub columns: Vec<ListColumn>,
    /// Its rows: a word for each column.
    pub rows: Vec<Vec<String>>,
    /// The day it was made.
    pub dated: NaiveDate,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListColumn {
    /// Its name.
    pub title: String,
    /// Whether it holds numbers, which stand at the right.
    #[serde(default)]
    pub number: bool,
}

pub(crate) fn compose(
    list: &ListPrint,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let size = if list.landscape { Size::A4.landscape() } else { Size::A4 };
    let mut sheet = Sheet::new(house, size, Margins::OFFICE);
    sheet.banner(&date::in_words(list.dated), "dated")?;
    sheet.title(&list.title, "title")?;
    if let Some(filter) = &list.filter {
        sheet.paragraph(filter, BODY, "filter")?;
    }
    sheet.paragraph(&counted(list.rows.len()), NOTE, "rows")?;
    sheet.skip(10.0);
    if !list.columns.is_empty() {
        let columns = list.columns.iter().map(|column| {
            let cells = GridColumn::new(&column.title, "cells");
            if column.number { cells.at_end() } else { cells }
        });
        sheet.table(&Grid {
            list: "rows",
            columns: columns.collect(),
            rows: list.rows.clone(),
            row_height: 0.0,
        })?;
    }
    sheet.rendered(&list.title, Some(&list.title), made_at, options)
}

fn counted(rows: usize) -> String {
    match rows {
        0 => "Nessuna riga".to_owned(),
        1 => "1 riga".to_owned(),
        several => format!("{several} righe"),
    }
}
