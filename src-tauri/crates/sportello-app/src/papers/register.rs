//! *Da protocollare*: written matters and written replies that have no number yet, to hand to the protocol office.

use crate::app::App;
use crate::error::{Failure, Outcome};
use crate::recovery::DocumentFile;
use crate::tables::TableWords;
use crate::tickets::{TicketLine, line};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::fault::FieldRule;
use sportello_domain::protocol::ProtocolDirection;
use sportello_domain::table::italian_day;
use sportello_store::protocol;

/// Lines of a page, unless the request says otherwise, and of the longest one.
const PAGE: u16 = 100;
const LONGEST_PAGE: u16 = 500;
/// Lines of the longest file.
const FILE_LINES: i64 = 50_000;

/// Which page.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct UnregisteredQuery {
    /// Where the page before ended.
    pub after: Option<String>,
    /// Lines wanted.
    pub limit: Option<u16>,
}

/// A ticket that waits for a number.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UnregisteredLine {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketLine,
    /// Which way the matter went.
    pub direction: ProtocolDirection,
    /// The day it came, or was answered.
    pub since: NaiveDate,
}

/// A page of them, the oldest first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Unregistered {
    /// The lines.
    pub rows: Vec<UnregisteredLine>,
    /// Where this page ends, when there may be more.
    pub next: Option<String>,
}

/// A page of what waits for a number.
pub(crate) async fn unregistered(app: &App, request: UnregisteredQuery) -> Outcome<Unregistered> {
    let limit = request.limit.unwrap_or(PAGE);
    if !(1..=LONGEST_PAGE).contains(&limit) {
        return Err(Failure::field("limit", FieldRule::OutOfRange { min: 1, max: LONGEST_PAGE.into() }));
    }
    let after = match &request.after {
        None => (0, ""),
        Some(text) => text
            .split_once('_')
            .and_then(|(seq, direction)| Some((seq.parse().ok()?, direction)))
            .ok_or_else(|| {
                Failure::field("after", FieldRule::WrongValue { expected: "the `next` of a page".into() })
            })?,
    };
    let store = app.store().await?;
    let found = protocol::unregistered(&mut store.reader().await?.conn(), after, limit.into()).await?;
    let full = found.len() == usize::from(limit);
    let next = found.last().filter(|_| full).map(|last| format!("{}_{}", last.seq, last.direction.code()));
    let today = app.today();
    let rows = found.into_iter().map(|found| UnregisteredLine {
        ticket: line(found.row, today),
        direction: found.direction,
        since: found.since,
    });
    Ok(Unregistered { rows: rows.collect(), next })
}

/// The whole list, as a table for a sheet.
pub(crate) async fn unregistered_csv(app: &App, words: TableWords) -> Outcome<DocumentFile> {
    let store = app.store().await?;
    let found = protocol::unregistered(&mut store.reader().await?.conn(), (0, ""), FILE_LINES).await?;
    let rows = found.into_iter().map(|found| {
        [
            found.row.number.to_string(),
            words.say(found.direction.code()),
            italian_day(found.since),
            words.say(found.row.channel.code()),
            found.row.citizen_name.unwrap_or_default(),
            found.row.subject,
            found.row.office_name.unwrap_or_default(),
        ]
    });
    let columns = ["number", "direction", "since", "channel", "citizen", "subject", "office"];
    Ok(words.file(format!("da-protocollare-{}.csv", app.today()), columns, rows))
}
