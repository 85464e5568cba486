//! What a ticket waits for besides its state: calls to make, a reminder that is ready, an interim reply, and why the
//! office's date is that one.

use super::deadline::{office_due, office_term};
use super::steps::SENT_BACK_DAYS;
use crate::callbacks::{self, CallbackLine};
use crate::clock::rome_day;
use crate::error::Outcome;
use crate::reminders::{self, SentReminder};
use chrono::NaiveDate;
use serde::Serialize;
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::deadline::Deadline;
use sportello_domain::escalation::{Milestone, ReminderStep, interim_owed};
use sportello_domain::event::EventCode;
use sportello_domain::office::Office;
use sportello_domain::ticket::{Entry, Ticket, TicketState};
use sportello_store::{Conn, callback, reminder};

/// What a ticket waits for.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Follow {
    /// How near the citizen's date is, while the clock runs.
    pub milestone: Option<Milestone>,
    /// The calls about it, those to be made first.
    pub callbacks: Vec<CallbackLine>,
    /// Calls that nobody answered.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub attempts: i64,
    /// The reminder that is ready and was not sent.
    pub ready: Option<ReminderStep>,
    /// The reminder that comes next, ready or not.
    pub next: Option<ReminderStep>,
    /// What was sent while it waited, oldest first.
    pub sent: Vec<SentReminder>,
    /// The citizen is owed an interim reply.
    pub interim_owed: bool,
    /// Why the office's date is that one, while the office has the ticket.
    pub office_why: Option<OfficeWhy>,
}

/// Why the office's date is that one.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfficeWhy {
    /// The day the office got it, or got it again.
    pub handed_on: NaiveDate,
    /// Where the date comes from.
    pub because: OfficeBecause,
    /// The office's usual term from that day, step by step.
    pub usual: Deadline,
}

/// Where the office's date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OfficeBecause {
    /// The office's usual days.
    Usual,
    /// The day the desk aims at, which comes before the end of the usual days.
    Target,
    /// Its report was not enough: a short term.
    SentBack,
    /// Somebody chose it.
    Chosen,
}

/// What a ticket waits for today.
pub(crate) async fn follow(
    conn: &mut Conn<'_>,
    ticket: &Ticket,
    entries: &[Entry],
    office: Option<&Office>,
    calendar: &DeskCalendar,
    today: NaiveDate,
) -> Outcome<Follow> {
    let sent = reminder::of_ticket(conn, ticket.id).await?;
    // Each reopening begins a life of its own, as in the lists of what is ready.
    let life = entries.iter().filter(|entry| entry.code == EventCode::TicketReopened).count() as i64;
    let ladder = reminders::ladder(ticket, &sent, life, today);
    let running = ticket.due_on.filter(|_| ticket.state.is_open());
    let told = sent.iter().any(|sent| sent.step.is_none() && sent.life == life);
    let outcome = matches!(ticket.state, TicketState::OutcomeReceived | TicketState::Suspended);
    let callbacks = callback::of_ticket(conn, ticket.id).await?;
    Ok(Follow {
        milestone: running.and_then(|due_on| Milestone::of(due_on, today)),
        attempts: callbacks.iter().map(|row| row.callback.attempts).sum(),
        callbacks: callbacks.into_iter().map(|row| callbacks::line(row, today)).collect(),
        ready: ladder.ready,
        next: ladder.next,
        interim_owed: !told && !outcome && running.is_some_and(|due_on| interim_owed(due_on, today)),
        sent: sent.into_iter().map(SentReminder::from).collect(),
        office_why: office_why(ticket, entries, office, calendar)?,
    })
}

fn office_why(
    ticket: &Ticket,
    entries: &[Entry],
    office: Option<&Office>,
    calendar: &DeskCalendar,
) -> Outcome<Option<OfficeWhy>> {
    let handed =
        |entry: &&Entry| matches!(entry.code, EventCode::TicketTransferred | EventCode::TicketSentBack);
    let due_on = ticket.office_due_on.filter(|_| ticket.state.is_at_office());
    let (Some(due_on), Some(office), Some(entry)) = (due_on, office, entries.iter().rfind(handed)) else {
        return Ok(None);
    };
    let handed_on = rome_day(entry.at);
    let back = entry.code == EventCode::TicketSentBack;
    let days = if back { SENT_BACK_DAYS } else { office.data.answer_days };
    let usual = office_term(handed_on, days, calendar)?;
    let capped = office_due(handed_on, days, ticket.target_on, calendar)?;
    let because = match due_on {
        _ if back && due_on == usual.due_on => OfficeBecause::SentBack,
        _ if due_on == usual.due_on => OfficeBecause::Usual,
        _ if due_on == capped => OfficeBecause::Target,
        _ => OfficeBecause::Chosen,
    };
    Ok(Some(OfficeWhy { handed_on, because, usual }))
}
