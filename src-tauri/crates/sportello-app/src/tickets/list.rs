//! Work lists.

use super::filtered::range;
use crate::app::App;
use crate::error::{Failure, Outcome};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use sportello_domain::deadline::{DUE_SOON_DAYS, DueStatus};
use sportello_domain::fault::FieldRule;
use sportello_domain::ticket::TicketRow;
use sportello_domain::ticket::filter::TicketFilter;
use sportello_store::ticket::{self, Cursor, View};

/// Lines of a page, unless the request says otherwise.
const PAGE: u16 = 100;
/// Lines of the longest page.
const LONGEST_PAGE: u16 = 500;

/// A work list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TicketView {
    /// Every open ticket, the most urgent first.
    #[default]
    Open,
    /// The citizen's date has passed.
    Overdue,
    /// The citizen's date is near.
    DueSoon,
    /// An office has it.
    AtOffice,
    /// The office's date has passed.
    OfficeLate,
    /// The office has reported, the citizen does not know.
    ToCommunicate,
    /// Nobody has looked at it yet.
    New,
    /// Answered or otherwise finished, the newest first.
    Finished,
    /// Written matters and replies without a protocol number, the oldest first.
    Unregistered,
}

impl From<TicketView> for View {
    fn from(view: TicketView) -> Self {
        match view {
            TicketView::Open => Self::Open,
            TicketView::Overdue => Self::Overdue,
            TicketView::DueSoon => Self::DueSoon,
            TicketView::AtOffice => Self::AtOffice,
            TicketView::OfficeLate => Self::OfficeLate,
            TicketView::ToCommunicate => Self::ToCommunicate,
            TicketView::New => Self::New,
            TicketView::Finished => Self::Finished,
            TicketView::Unregistered => Self::Unregistered,
        }
    }
}

/// Which page of which list.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct TicketsQuery {
    /// The list.
    pub view: TicketView,
    /// Words to look for, in place of the list: what the search box finds, further down.
    pub text: Option<String>,
    /// A filter in place of the list.
    pub filter: Option<TicketFilter>,
    /// Where the page before ended.
    pub after: Option<String>,
    /// Lines wanted.
    pub limit: Option<u16>,
}

/// A page of a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tickets {
    /// The lines.
    pub rows: Vec<TicketLine>,
    /// Where this page ends, when there may be more.
    pub next: Option<String>,
}

/// A ticket as a line of a list, with its clocks read today.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketLine {
    /// The ticket.
    #[serde(flatten)]
    pub row: TicketRow,
    /// The citizen's clock, while it runs.
    pub due: Option<DueStatus>,
    /// The office's clock, while it runs.
    pub office_due: Option<DueStatus>,
}

/// Reads the clocks of a line.
pub(crate) fn line(row: TicketRow, today: NaiveDate) -> TicketLine {
    let due = row.due_on.filter(|_| row.state.is_open()).map(|due_on| DueStatus::of(due_on, today));
    let office_due =
        row.office_due_on.filter(|_| row.state.is_at_office()).map(|due_on| DueStatus::of(due_on, today));
    TicketLine { row, due, office_due }
}

/// The last day that counts as near.
pub(crate) fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(DUE_SOON_DAYS.into())).unwrap_or(today)
}

/// A page of a list.
pub(crate) async fn list(app: &App, request: TicketsQuery) -> Outcome<Tickets> {
    let after = request.after.as_deref().map(read_cursor).transpose()?;
    let limit = request.limit.unwrap_or(PAGE);
    if !(1..=LONGEST_PAGE).contains(&limit) {
        return Err(Failure::field("limit", FieldRule::OutOfRange { min: 1, max: LONGEST_PAGE.into() }));
    }
    let store = app.store().await?;
    let today = app.today();
    let mut reader = store.reader().await?;
    if let Some(text) = &request.text {
        let rows = crate::search::found(&mut reader.conn(), text, limit.into()).await?;
        return Ok(Tickets { rows: rows.into_iter().map(|row| line(row, today)).collect(), next: None });
    }
    let (rows, next) = match request.filter {
        Some(filter) => {
            let filter = filter.parse()?;
            ticket::filtered(&mut reader.conn(), &filter, range(app), after, limit.into()).await?
        }
        None => {
            let view = request.view.into();
            ticket::list(&mut reader.conn(), view, today, soon(today), after, limit.into()).await?
        }
    };
    let rows = rows.into_iter().map(|row| line(row, today)).collect();
    Ok(Tickets { rows, next: next.map(|next| format!("{}_{}", next.queue_on, next.seq)) })
}

fn read_cursor(text: &str) -> Outcome<Cursor> {
    let read = || {
        let (queue_on, seq) = text.split_once('_')?;
        Some(Cursor { queue_on: queue_on.parse().ok()?, seq: seq.parse().ok()? })
    };
    read().ok_or_else(|| {
        Failure::field("after", FieldRule::WrongValue { expected: "the `next` of a page".into() })
    })
}
