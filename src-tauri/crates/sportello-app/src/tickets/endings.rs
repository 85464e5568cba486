//! The ends that are not an answer: another body has it, the citizen took it back, nobody can be reached. And the way
//! back from an end.

use super::around::attempts;
use super::change::change;
use super::deadline::recompute;
use super::detail::TicketDetail;
use super::merge::let_go;
use super::record::{self, RecordTicket};
use super::request::{one, requests};
use crate::app::App;
use crate::clock::rome_day;
use crate::error::{Failure, Outcome};
use crate::settings;
use chrono::NaiveDate;
use sportello_domain::deadline::days_left;
use sportello_domain::event::EventCode;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::text::{CitizenText, InternalText, LINE_MAX, line};
use sportello_domain::ticket::lifecycle::{ATTEMPTS, Action, Need, REOPEN_DAYS, Role, possible};
use sportello_domain::ticket::{Anonymous, DraftLink, LinkKind, ReplyChannel, Ticket, TicketDraft};
use sportello_store::ticket;

requests! {
    /// Another public body is competent.
    Forward {
        /// Its name.
        body: String,
        /// How it is reached.
        #[serde(default)]
        contact: Option<String>,
        /// What the citizen is told; there is nobody to tell when the ticket is anonymous.
        #[serde(default)]
        notice: Option<String>,
        /// How the citizen is told.
        #[serde(default)]
        channel: Option<ReplyChannel>,
    }
    /// The citizen takes it back.
    Withdraw {
        /// The citizen's words.
        text: String,
        /// How they came.
        channel: ReplyChannel,
    }
    /// The desk tried to reach the citizen.
    Attempt {
        /// How.
        channel: ReplyChannel,
        /// What happened.
        #[serde(default)]
        text: Option<String>,
    }
    /// Nobody can be told.
    CloseWithoutReply {
        /// Why.
        reason: String,
        /// Who of those who coordinate the desk authorised it.
        authorized_by: String,
    }
    /// The citizen comes back: it was not solved, or something is new.
    Reopen {
        /// Why.
        reason: String,
    }
}

/// Another public body has it: our clock stops, its own runs from when it receives the matter.
pub(crate) async fn forward(app: &App, request: Forward) -> Outcome<TicketDetail> {
    let (now, today) = (app.now(), app.today());
    let mut faults = Faults::default();
    let body = faults.take("body", line(&request.body, LINE_MAX));
    let contact = faults.take("contact", InternalText::parse_optional(request.contact.as_deref())).flatten();
    let notice = faults.take("notice", CitizenText::parse_optional(request.notice.as_deref())).flatten();
    let body = faults.finish(body)?;
    change!(app, request, |change| {
        change.allowed(Role::Operator, Action::ForwardExternal, &[Need::ExternalBody])?;
        if notice.is_none() && change.ticket.citizen_id.is_some() {
            return Err(Failure::field("notice", FieldRule::Required));
        }
        change
            .step(
                Action::ForwardExternal,
                EventCode::TicketForwarded,
                &[Need::ExternalBody],
                |ticket, entry| {
                    ticket.closed_at = Some(now);
                    entry.party = Some(body);
                    entry.internal_text = contact;
                    entry.reply_channel = request.channel.or(ticket.reply_by).filter(|_| notice.is_some());
                    entry.citizen_text = notice;
                    entry.happened_on = Some(today);
                },
            )
            .await?;
        let_go(&mut change).await?;
    })
}

/// The citizen takes it back.
pub(crate) async fn withdraw(app: &App, request: Withdraw) -> Outcome<TicketDetail> {
    let now = app.now();
    let text = one("text", CitizenText::parse(&request.text))?;
    change!(app, request, |change| {
        change
            .step(Action::Withdraw, EventCode::TicketWithdrawn, &[Need::Reason], |ticket, entry| {
                ticket.closed_at = Some(now);
                entry.citizen_text = Some(text);
                entry.reply_channel = Some(request.channel);
            })
            .await?;
        let_go(&mut change).await?;
    })
}

/// The desk tried to reach the citizen. It changes nothing else.
pub(crate) async fn attempt(app: &App, request: Attempt) -> Outcome<TicketDetail> {
    let text = one("text", InternalText::parse_optional(request.text.as_deref()))?;
    change!(app, request, |change| {
        // Giving up is what attempts are for: where that is no longer possible they mean nothing.
        let state = change.ticket.state;
        if !possible(state, Role::Coordinator).any(|action| action == Action::CloseWithoutReply) {
            change.allowed(Role::Coordinator, Action::CloseWithoutReply, &[Need::Reason, Need::Attempts])?;
        }
        let mut entry = change.line(EventCode::ContactAttempted);
        entry.reply_channel = Some(request.channel);
        entry.internal_text = text;
        ticket::add_line(&mut change.tx, &change.ticket, &entry).await?;
    })
}

/// Nobody can be told: without a name, or after the attempts. Counted apart, never as on time.
pub(crate) async fn close_without_reply(app: &App, request: CloseWithoutReply) -> Outcome<TicketDetail> {
    let now = app.now();
    let mut faults = Faults::default();
    let reason = faults.take("reason", InternalText::parse(&request.reason));
    let authorized = faults.take("authorized_by", line(&request.authorized_by, LINE_MAX));
    let (reason, authorized) = faults.finish(reason.zip(authorized))?;
    change!(app, request, |change| {
        let entries = ticket::entries(&mut change.tx.conn(), change.ticket.id).await?;
        let tried = attempts(&mut change.tx.conn(), change.ticket.id, &entries).await?;
        let mut given = vec![Need::Reason];
        if tried >= ATTEMPTS || change.ticket.citizen_id.is_none() {
            given.push(Need::Attempts);
        }
        let (action, code) = (Action::CloseWithoutReply, EventCode::ClosedWithoutReply);
        change
            .step_as(Role::Coordinator, action, code, &given, |ticket, entry| {
                ticket.closed_at = Some(now);
                entry.internal_text = Some(reason);
                entry.party = Some(authorized);
            })
            .await?;
        let_go(&mut change).await?;
    })
}

/// The citizen comes back. A new term begins and the first one stays for the statistics; after ninety days it is a new
/// ticket, linked to this one, and that is the one answered.
pub(crate) async fn reopen(app: &App, request: Reopen) -> Outcome<TicketDetail> {
    let today = app.today();
    let reason = one("reason", InternalText::parse(&request.reason))?;
    let store = app.store().await?;
    let calendar = settings::desk(&store).await?.calendar;
    let old = ticket::find(&mut store.reader().await?.conn(), request.id).await?;
    if ended_on(&old).is_some_and(|day| days_left(today, day) > REOPEN_DAYS.cast_signed()) {
        let (op, draft_id) = (request.op, request.draft_id);
        let ticket = continued(&old, request.reason);
        return Ok(record::record(app, RecordTicket { op, draft_id, ticket }).await?.ticket);
    }
    change!(app, request, |change| {
        change.allowed(Role::Operator, Action::Reopen, &[Need::Reason])?;
        let mut planned = change.ticket.clone();
        let course = &mut planned.course;
        course.first_due_on = course.first_due_on.or(change.ticket.due_on);
        course.first_answered_on = course.first_answered_on.or(change.ticket.answered_on);
        course.reopened_on = Some(today);
        course.restart_on = None;
        course.suspensions.clear();
        recompute(&mut planned, &calendar)?;
        change
            .step(Action::Reopen, EventCode::TicketReopened, &[Need::Reason], |ticket, entry| {
                ticket.course = planned.course;
                ticket.due_on = planned.due_on;
                ticket.target_on = planned.target_on;
                (ticket.answered_on, ticket.closed_at) = (None, None);
                ticket.office_due_on = None;
                entry.internal_text = Some(reason);
                entry.due_on = ticket.due_on;
            })
            .await?;
    })
}

/// The day it ended, one way or another.
pub(crate) fn ended_on(ticket: &Ticket) -> Option<NaiveDate> {
    ticket.closed_at.map(rome_day).or(ticket.answered_on)
}

/// The same matter again, as a draft.
fn continued(old: &Ticket, reason: String) -> TicketDraft {
    TicketDraft {
        id: None,
        interaction_id: None,
        kind: old.kind,
        channel: old.channel,
        subject: Some(old.subject.clone()),
        text: old.text.as_str().to_owned(),
        place: old.place.clone(),
        presented_on: None,
        citizen_id: old.citizen_id,
        citizen: None,
        anonymous: old.anonymous_reason.clone().map(|reason| Anonymous { reason }),
        reply_by: old.reply_by,
        office_id: old.office_id,
        answer: None,
        note: Some(reason),
        rule: Some(old.rule),
        presented_reason: None,
        category_id: old.category_id,
        papers: None,
        link: Some(DraftLink { kind: LinkKind::Continues, ticket_id: old.id }),
    }
}
