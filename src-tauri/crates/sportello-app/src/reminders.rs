//! Reminders (*solleciti*): prepared by themselves, sent only by somebody's key.

mod prepare;
mod send;

pub use prepare::{PreparedReminder, PreparedReply, ReminderQuery};
pub use send::{Interim, Remind};

pub(crate) use prepare::{interim_text, prepare, recipient_of};
pub(crate) use send::{interim, remind};

use crate::app::{App, Empty};
use crate::error::Outcome;
use crate::tickets::{TicketLine, line};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sportello_domain::deadline::RULES;
use sportello_domain::escalation::{ReminderStep, Waiting};
use sportello_domain::id::{EntryId, OfficeId, TicketId};
use sportello_domain::ticket::{ReplyChannel, Ticket};
use sportello_store::reminder::{self, Owed, Sent};
use sportello_store::{Conn, ticket};
use std::collections::HashMap;

/// Reminders of the longest list.
const LONGEST: i64 = 500;

/// A reminder that was sent, or an interim reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SentReminder {
    /// Its line of the timeline.
    pub id: EntryId,
    /// The step; none for an interim reply to the citizen.
    pub step: Option<ReminderStep>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// How.
    pub means: ReplyChannel,
    /// To whom.
    pub recipient: String,
}

impl From<Sent> for SentReminder {
    fn from(sent: Sent) -> Self {
        let Sent { id, step, at, actor, means, recipient, .. } = sent;
        Self { id, step, at, actor, means, recipient }
    }
}

/// A reminder that is ready and that nobody has sent.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadyReminder {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketLine,
    /// Whom it is for.
    pub step: ReminderStep,
}

/// What is ready, and what comes next if the desk does not want to wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ladder {
    pub(crate) ready: Option<ReminderStep>,
    pub(crate) next: Option<ReminderStep>,
}

/// Where a ticket stands on the ladder, given what was sent in this life of it.
pub(crate) fn ladder(ticket: &Ticket, sent: &[Sent], life: i64, today: NaiveDate) -> Ladder {
    if !ticket.state.is_at_office() {
        return Ladder::default();
    }
    let sent: Vec<ReminderStep> = steps(sent, life, ticket.office_id).collect();
    standing(ticket, &sent, today)
}

fn standing(ticket: &Ticket, sent: &[ReminderStep], today: NaiveDate) -> Ladder {
    let waiting = waiting(ticket);
    Ladder { ready: waiting.ready(today, sent), next: waiting.next(sent) }
}

fn waiting(ticket: &Ticket) -> Waiting {
    let rule = RULES.iter().find(|rule| rule.name == ticket.rule);
    let basis = rule.map_or(sportello_domain::deadline::Basis::Commitment, |rule| rule.basis);
    Waiting { due_on: ticket.due_on, office_due_on: ticket.office_due_on, basis }
}

/// The steps sent to an office in one life of a ticket.
fn steps(sent: &[Sent], life: i64, office: Option<OfficeId>) -> impl Iterator<Item = ReminderStep> {
    sent.iter().filter(move |sent| sent.life == life && sent.office_id == office).filter_map(|sent| sent.step)
}

/// Every reminder that is ready, the most urgent first.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Vec<ReadyReminder>> {
    let store = app.store().await?;
    ready(&mut store.reader().await?.conn(), app.today(), LONGEST).await
}

/// The first of them.
pub(crate) async fn ready(conn: &mut Conn<'_>, today: NaiveDate, limit: i64) -> Outcome<Vec<ReadyReminder>> {
    let rows = reminder::list(conn, Owed::Reminder, today, limit).await?;
    let ids: Vec<TicketId> = rows.iter().map(|row| row.id).collect();
    let tickets = ticket::find_all(conn, &ids).await?;
    let sent = reminder::sent_now(conn, &ids).await?;
    let tickets: HashMap<TicketId, &Ticket> = tickets.iter().map(|ticket| (ticket.id, ticket)).collect();
    let ready = rows.into_iter().filter_map(|row| {
        let ticket = tickets.get(&row.id)?;
        let to_it = |(id, office, _): &&(TicketId, _, _)| *id == row.id && *office == ticket.office_id;
        let steps: Vec<ReminderStep> = sent.iter().filter(to_it).map(|(_, _, step)| *step).collect();
        let step = standing(ticket, &steps, today).ready?;
        Some(ReadyReminder { ticket: line(row, today), step })
    });
    Ok(ready.collect())
}
