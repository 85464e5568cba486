//! What stands around a ticket: the company it is in, what the law and the passing of days do to it, what can be taken
//! back.

use super::endings::ended_on;
use super::list::{TicketLine, line};
use super::undo::undoable;
use crate::error::Outcome;
use chrono::{Days, NaiveDate};
use serde::Serialize;
use sportello_domain::deadline::{Basis, Restart, SuspensionGround};
use sportello_domain::event::EventCode;
use sportello_domain::id::{OfficeId, TicketId};
use sportello_domain::office::Office;
use sportello_domain::ticket::lifecycle::{BOUNCES_TO_HEAD, CLOSE_AFTER_DAYS, REOPEN_DAYS};
use sportello_domain::ticket::{Entry, LinkKind, Ticket, TicketState};
use sportello_store::ticket::{self, Company};
use sportello_store::{Conn, Result, callback};

/// A ticket linked to the one shown.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LinkLine {
    /// What the one is to the other.
    pub kind: LinkKind,
    /// Whether the one shown is the first end: "this one continues the other".
    pub outgoing: bool,
    /// The other ticket.
    pub ticket: TicketLine,
}

/// A suspension, and when it ends by itself.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SuspensionView {
    /// Why.
    pub ground: SuspensionGround,
    /// From when.
    pub sent_on: NaiveDate,
    /// The day the term runs again by itself.
    pub ends_by: NaiveDate,
    /// Whether that day has come: the next step finds the ticket running again.
    pub ended: bool,
}

/// Who decides, when the offices do not agree.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Decider {
    /// The office whose head it is: the one above, or the last that refused.
    pub office: String,
    /// The head's name, when the card has it.
    pub head: Option<String>,
}

/// What stands around a ticket.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Around {
    /// Tickets that belong with it.
    pub links: Vec<LinkLine>,
    /// The ticket it is answered with.
    pub master: Option<TicketLine>,
    /// Tickets answered with it.
    pub merged: Vec<TicketLine>,
    /// The event it is part of.
    pub part_of: Option<TicketLine>,
    /// The reports of this event.
    pub children: Vec<TicketLine>,
    /// The suspension that holds the term.
    pub suspended: Option<SuspensionView>,
    /// The reasons of law its term can be suspended for; none for a promise of the desk.
    pub grounds: Vec<SuspensionGround>,
    /// Whether its term starts again when an irregular request is put right.
    pub restarts: bool,
    /// Who decides where it goes, after the second bounce.
    pub decider: Option<Decider>,
    /// Attempts to reach the citizen.
    pub attempts: u32,
    /// The day from which an answered ticket can be filed without waiting any more.
    pub closable_from: Option<NaiveDate>,
    /// Whether that day has come.
    pub closable: bool,
    /// The last day it is taken up again; later it becomes a new ticket, linked to this one.
    pub reopens_until: Option<NaiveDate>,
    /// What the operator can take back.
    pub undoable: Option<EventCode>,
}

/// What stands around `ticket`.
pub(super) async fn of(
    conn: &mut Conn<'_>,
    ticket: &Ticket,
    entries: &[Entry],
    offices: &[Office],
    operator: &str,
    today: NaiveDate,
) -> Outcome<Around> {
    let id = ticket.id;
    let lines = |rows: Vec<_>| rows.into_iter().map(|row| line(row, today)).collect::<Vec<TicketLine>>();
    let mut links = Vec::new();
    for link in ticket::links(conn, id).await? {
        if let Some(ticket) = one(conn, Some(link.other), today).await? {
            links.push(LinkLine { kind: link.kind, outgoing: link.outgoing, ticket });
        }
    }
    let rule = ticket.rule.rule();
    let statute = rule.basis == Basis::Statute && ticket.due_on.is_some();
    let merged = lines(ticket::company(conn, Company::MergedInto, id).await?);
    let children = if ticket.course.event {
        lines(ticket::company(conn, Company::PartOf, id).await?)
    } else {
        Vec::new()
    };
    let later = |day: NaiveDate, days: u32| day.checked_add_days(Days::new(days.into()));
    let answered_on = ticket.answered_on.filter(|_| ticket.state == TicketState::Answered);
    let closable_from = answered_on.and_then(|day| later(day, CLOSE_AFTER_DAYS));
    Ok(Around {
        links,
        master: one(conn, ticket.course.master_id, today).await?,
        merged,
        part_of: one(conn, ticket.course.event_id, today).await?,
        children,
        suspended: suspension(ticket, today)?,
        grounds: if statute { rule.suspensions.to_vec() } else { Vec::new() },
        restarts: statute && rule.restart != Restart::Never,
        decider: decider(ticket, entries, offices),
        attempts: attempts(conn, id, entries).await?,
        closable_from,
        closable: closable_from.is_some_and(|day| day <= today),
        reopens_until: ended_on(ticket).and_then(|day| later(day, REOPEN_DAYS)),
        undoable: undoable(conn, id, operator).await?.map(|(code, _)| code),
    })
}

async fn one(conn: &mut Conn<'_>, id: Option<TicketId>, today: NaiveDate) -> Result<Option<TicketLine>> {
    let Some(id) = id else { return Ok(None) };
    let rows = ticket::rows_of(conn, &[id]).await?;
    Ok(rows.into_iter().next().map(|row| line(row, today)))
}

fn suspension(ticket: &Ticket, today: NaiveDate) -> Outcome<Option<SuspensionView>> {
    let Some(suspension) = ticket.suspension().filter(|_| ticket.state == TicketState::Suspended) else {
        return Ok(None);
    };
    let ends_by = suspension.ends_by()?;
    let ended = ends_by <= today;
    Ok(Some(SuspensionView { ground: suspension.ground, sent_on: suspension.sent_on, ends_by, ended }))
}

/// The head of the office above the last one that refused; its own when nothing is above, or nobody is named there.
fn decider(ticket: &Ticket, entries: &[Entry], offices: &[Office]) -> Option<Decider> {
    if ticket.course.bounces < BOUNCES_TO_HEAD || ticket.state != TicketState::InProgress {
        return None;
    }
    let card = |id: Option<OfficeId>| offices.iter().find(|office| Some(office.id) == id);
    let refused = entries.iter().rev().find(|entry| entry.code == EventCode::TicketBounced)?;
    let office = card(refused.office_id)?;
    let above = card(office.data.parent_id).filter(|above| above.data.head.is_some());
    let decides = above.unwrap_or(office);
    Some(Decider { office: decides.data.name.clone(), head: decides.data.head.clone() })
}

/// How often the desk tried to reach the citizen: attempts that were noted, and calls that nobody answered.
pub(super) async fn attempts(conn: &mut Conn<'_>, id: TicketId, entries: &[Entry]) -> Result<u32> {
    let noted = entries.iter().filter(|entry| entry.code == EventCode::ContactAttempted).count();
    let calls = usize::try_from(callback::attempts(conn, id).await?).unwrap_or_default();
    Ok(u32::try_from(noted.saturating_add(calls)).unwrap_or(u32::MAX))
}
