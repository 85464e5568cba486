//! Filtered lists: how many, and as a table.

use super::list::{TicketView, line, soon};
use super::{TicketLine, Tickets, TicketsQuery};
use crate::app::App;
use crate::error::Outcome;
use crate::recovery::DocumentFile;
use crate::tables::TableWords;
use serde::{Deserialize, Serialize};
use sportello_domain::id::TicketId;
use sportello_domain::table::italian_day;
use sportello_domain::ticket::filter::TicketFilter;
use sportello_store::ticket::{self, FilterRange};
use std::collections::BTreeMap;

/// Tickets are counted this far: beyond it the number says nothing to anybody.
const COUNTED: i64 = 10_000;
/// Rows of the longest table.
const TABLE_ROWS: usize = 100_000;
/// Rows read at a time for a table.
const CHUNK: u16 = 500;

/// A filter to count.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FilterQuery {
    /// What somebody wants to see.
    pub filter: TicketFilter,
}

/// How many a filter finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FilterCount {
    /// Tickets found.
    pub count: i64,
    /// Whether there are more: it counts no further.
    pub more: bool,
}

/// Rows to export: those chosen, or else a whole list.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct TicketsTable {
    /// The chosen tickets, in their order; empty means the whole list.
    pub ids: Vec<TicketId>,
    /// The list.
    pub view: TicketView,
    /// Words to look for, in place of the list.
    pub text: Option<String>,
    /// A filter in place of the list.
    pub filter: Option<TicketFilter>,
    /// The words of the table.
    pub words: BTreeMap<String, String>,
}

/// The days a filter may speak of.
pub(super) fn range(app: &App) -> FilterRange {
    let today = app.today();
    FilterRange { today, soon: soon(today) }
}

/// How many a filter finds.
pub(crate) async fn count(app: &App, request: FilterQuery) -> Outcome<FilterCount> {
    let filter = request.filter.parse()?;
    let store = app.store().await?;
    let found = ticket::count(&mut store.reader().await?.conn(), &filter, range(app), COUNTED + 1).await?;
    Ok(FilterCount { count: found.min(COUNTED), more: found > COUNTED })
}

/// A list, or what was chosen of it, as a table for a sheet.
pub(crate) async fn table(app: &App, request: TicketsTable) -> Outcome<DocumentFile> {
    let words = TableWords { words: request.words.clone() };
    let lines = lines(app, &request, TABLE_ROWS).await?;
    let day = |day: Option<chrono::NaiveDate>| day.map(italian_day).unwrap_or_default();
    let rows = lines.into_iter().map(|TicketLine { row, .. }| {
        [
            row.number.to_string(),
            words.say(row.kind.code()),
            words.say(row.channel.code()),
            words.say(row.state.code()),
            row.subject,
            row.citizen_name.unwrap_or_default(),
            row.office_name.unwrap_or_default(),
            italian_day(row.presented_on),
            day(row.due_on),
            day(row.office_due_on),
        ]
    });
    let columns = [
        "number",
        "kind",
        "channel",
        "state",
        "subject",
        "citizen",
        "office",
        "presented_on",
        "due_on",
        "office_due_on",
    ];
    Ok(words.file(format!("pratiche-{}.csv", app.today()), columns, rows))
}

/// The lines of a list, or those chosen of it, so many at the most.
pub(crate) async fn lines(app: &App, request: &TicketsTable, most: usize) -> Outcome<Vec<TicketLine>> {
    if request.ids.is_empty() {
        whole(app, request, most).await
    } else {
        chosen(app, &request.ids, most).await
    }
}

async fn chosen(app: &App, ids: &[TicketId], most: usize) -> Outcome<Vec<TicketLine>> {
    let store = app.store().await?;
    let ids = &ids[..ids.len().min(most)];
    let rows = ticket::rows_of(&mut store.reader().await?.conn(), ids).await?;
    Ok(rows.into_iter().map(|row| line(row, app.today())).collect())
}

async fn whole(app: &App, request: &TicketsTable, most: usize) -> Outcome<Vec<TicketLine>> {
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let (view, filter, limit) = (request.view, request.filter.clone(), Some(CHUNK));
        let query = TicketsQuery { view, filter, after, limit, text: request.text.clone() };
        let page: Tickets = super::list(app, query).await?;
        lines.extend(page.rows);
        after = page.next;
        if after.is_none() || lines.len() >= most {
            lines.truncate(most);
            return Ok(lines);
        }
    }
}
