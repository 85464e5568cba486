//! The first screen: what has to be done now. Nothing of it is stored: it is read from dates whenever it is asked.

use crate::app::{App, Empty};
use crate::callbacks::{self, CallbackLine};
use crate::drafts::{self, DraftView};
use crate::error::Outcome;
use crate::follow_up;
use crate::offices;
use crate::reminders::{self, ReadyReminder};
use crate::tickets::{DayStarted, TicketLine, TicketView, day_of, line, soon};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Serialize;
use sportello_domain::interaction::Interaction;
use sportello_domain::office::Office;
use sportello_store::reminder::{self, Owed};
use sportello_store::{callback, interaction, ticket};

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

/// The first lines of something, and how many there are.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct First<T> {
    /// How many there are.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub count: i64,
    /// The first of them.
    pub rows: Vec<T>,
}

/// An open ticket that nobody has touched for long.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StaleTicket {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketLine,
    /// The last time.
    pub touched_at: DateTime<Utc>,
    /// Days since.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub days: i64,
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
    /// Calls to make up to tomorrow, the late ones first.
    pub callbacks: First<CallbackLine>,
    /// Reminders that are ready to be sent.
    pub reminders: First<ReadyReminder>,
    /// Citizens who are owed an interim reply.
    pub interims: First<TicketLine>,
    /// Tickets that nobody has touched for as many days as the desk chose.
    pub stale: First<StaleTicket>,
    /// Those days.
    pub stale_days: u16,
    /// Offices whose cards nobody confirmed for six months, the oldest first.
    pub offices: First<Office>,
    /// What the beginning of this day brought; none while nobody has begun it.
    pub day: Option<DayStarted>,
    /// The next day after today on which the desk is open: when a call is usually promised for.
    pub next_open_on: NaiveDate,
    /// What was left half typed.
    pub drafts: Vec<DraftView>,
    /// The last contacts.
    pub contacts: Vec<Interaction>,
}

/// What has to be done now.
pub(crate) async fn show(app: &App, _: Empty) -> Outcome<Agenda> {
    let store = app.store().await?;
    let (now, today) = (app.now(), app.today());
    let drafts = drafts::list(app, Empty {}).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let directory = app.directory(&mut conn).await?;
    let calendar = &directory.desk.calendar;
    let counts = ticket::counts(&mut conn, today, soon(today)).await?;
    let lists = ticket::first(&mut conn, today, soon(today), SHOWN).await?;
    let named = [
        (TicketView::Overdue, counts.overdue),
        (TicketView::DueSoon, counts.due_soon),
        (TicketView::ToCommunicate, counts.to_communicate),
        (TicketView::OfficeLate, counts.office_late),
        (TicketView::New, counts.new),
    ];
    let section = |((view, count), rows): (_, Vec<_>)| Section {
        view,
        count,
        rows: rows.into_iter().map(|row| line(row, today)).collect(),
    };
    let sections = named.into_iter().zip(lists).map(section).collect();
    let until = callbacks::horizon(today);
    let calls = callback::waiting(&mut conn, until, SHOWN).await?;
    let interims = reminder::list(&mut conn, Owed::Interim, today, SHOWN).await?;
    let (follow_up, _) = follow_up::read(&mut conn).await?;
    let since = now - TimeDelta::days(follow_up.stale_days.into());
    let stale = ticket::stale(&mut conn, since, SHOWN).await?;
    let stale_ticket = |(row, touched_at): (_, DateTime<Utc>)| StaleTicket {
        ticket: line(row, today),
        touched_at,
        days: (now - touched_at).num_days(),
    };
    let to_check = offices::to_check(app, &directory);
    Ok(Agenda {
        open: counts.open,
        at_office: counts.at_office,
        sections,
        callbacks: First {
            count: callback::count(&mut conn, until).await?,
            rows: calls.into_iter().map(|row| callbacks::line(row, today)).collect(),
        },
        reminders: First {
            count: reminder::count(&mut conn, Owed::Reminder, today).await?,
            rows: reminders::ready(&mut conn, today, SHOWN).await?,
        },
        interims: First {
            count: reminder::count(&mut conn, Owed::Interim, today).await?,
            rows: interims.into_iter().map(|row| line(row, today)).collect(),
        },
        stale: First {
            count: ticket::stale_count(&mut conn, since).await?,
            rows: stale.into_iter().map(stale_ticket).collect(),
        },
        stale_days: follow_up.stale_days,
        day: day_of(&mut conn, today).await?,
        offices: First {
            count: i64::try_from(to_check.len()).unwrap_or(i64::MAX),
            rows: to_check.into_iter().take(SHOWN as usize).collect(),
        },
        next_open_on: calendar.first_open_on_or_after(until).unwrap_or(until),
        drafts,
        contacts: interaction::latest(&mut conn, CONTACTS).await?,
    })
}
