//! The first screen: what has to be done now.

use crate::app::{App, Empty};
use crate::drafts::{self, DraftView};
use crate::error::Outcome;
use crate::tickets::{TicketLine, TicketView, line, soon};
use serde::Serialize;
use sportello_domain::interaction::Interaction;
use sportello_store::{interaction, ticket};

/// Lines of a section; the whole list is one key away.
const SHOWN: i64 = 12;
/// Contacts shown.
const CONTACTS: i64 = 8;

/// A work list with its length.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Section {
    /// Which list.
    pub view: TicketView,
    /// How many tickets it has.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: i64,
    /// The first of them.
    pub rows: Vec<TicketLine>,
}

/// What has to be done now.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Agenda {
    /// Open tickets in all.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub open: i64,
    /// Tickets an office has.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub at_office: i64,
    /// The work lists, the most urgent first.
    pub sections: Vec<Section>,
    /// What was left half typed.
    pub drafts: Vec<DraftView>,
    /// The last contacts.
    pub contacts: Vec<Interaction>,
}

/// What has to be done now.
pub(crate) async fn show(app: &App, _: Empty) -> Outcome<Agenda> {
    let store = app.store().await?;
    let today = app.today();
    let drafts = drafts::list(app, Empty {}).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let counts = ticket::counts(&mut conn, today, soon(today)).await?;
    let mut sections = Vec::new();
    for (view, count) in [
        (TicketView::Overdue, counts.overdue),
        (TicketView::DueSoon, counts.due_soon),
        (TicketView::ToCommunicate, counts.to_communicate),
        (TicketView::OfficeLate, counts.office_late),
        (TicketView::New, counts.new),
    ] {
        let (rows, _) = ticket::list(&mut conn, view.into(), today, soon(today), None, SHOWN).await?;
        sections.push(Section { view, count, rows: rows.into_iter().map(|row| line(row, today)).collect() });
    }
    let contacts = interaction::latest(&mut conn, CONTACTS).await?;
    Ok(Agenda { open: counts.open, at_office: counts.at_office, sections, drafts, contacts })
}
