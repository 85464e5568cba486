//! Events that many report: a storm, a broken pipe. Each report keeps its number and its clock; one answer reaches
//! everybody, each by the channel they chose.

use super::change::{Change, change};
use super::detail::{self, TicketDetail, TicketRef};
use super::list::{TicketLine, line as list_line};
use super::merge::answer_together;
use super::record::{self, RecordTicket};
use super::request::{one, requests};
use crate::app::{App, Empty};
use crate::error::{Failure, Outcome};
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::{DraftId, OfficeId, OpId, TicketId};
use sportello_domain::text::{CitizenText, LINE_MAX, optional_line};
use sportello_domain::ticket::lifecycle::{Action, Need, Role};
use sportello_domain::ticket::{Anonymous, ReplyChannel, Ticket, TicketDraft};
use sportello_store::ticket::{self, Company};

/// Open events that are offered.
const OFFERED: i64 = 20;

/// An event begins.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EventOpen {
    /// The operation.
    pub op: OpId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// What it is called.
    pub subject: String,
    /// What happened.
    pub text: String,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// The office that seems competent.
    #[serde(default)]
    pub office_id: Option<OfficeId>,
}

/// A child of an event, and how the answer reaches it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Recipient {
    /// The ticket.
    #[serde(flatten)]
    pub line: TicketLine,
    /// How the citizen is told; `None` for somebody without a name, whose ticket is closed.
    pub told_by: Option<ReplyChannel>,
}

requests! {
    /// Tickets become part of an event.
    EventAttach {
        /// The tickets.
        tickets: Vec<TicketId>,
    }
    /// A ticket is no longer part of its event.
    EventLeave {}
    /// One answer for everybody.
    EventReply {
        /// The words told.
        text: String,
        /// How those are told who chose nothing.
        channel: ReplyChannel,
        /// Who authorised closing the tickets of those without a name; needed only when there are some.
        #[serde(default)]
        authorized_by: Option<String>,
    }
}

/// An event begins: a ticket without a requester, that others hang on.
pub(crate) async fn open(app: &App, request: EventOpen) -> Outcome<TicketDetail> {
    let draft = serde_json::json!({ "text": request.text, "subject": request.subject, "channel": "counter" });
    let mut ticket: TicketDraft = crate::commands::read(draft)?;
    ticket.place = request.place;
    ticket.office_id = request.office_id;
    ticket.anonymous = Some(Anonymous { reason: "-".to_owned() });
    one("subject", sportello_domain::text::line(&request.subject, LINE_MAX))?;
    let request = RecordTicket { op: request.op, draft_id: request.draft_id, ticket };
    Ok(record::record_as(app, request, true).await?.ticket)
}

/// The events that are open, the newest first.
pub(crate) async fn events(app: &App, _: Empty) -> Outcome<Vec<TicketLine>> {
    let store = app.store().await?;
    let rows = ticket::events(&mut store.reader().await?.conn(), OFFERED).await?;
    Ok(rows.into_iter().map(|row| list_line(row, app.today())).collect())
}

/// Tickets become part of an event: all of them, or none.
pub(crate) async fn attach(app: &App, request: EventAttach) -> Outcome<TicketDetail> {
    if request.tickets.is_empty() {
        return Err(Failure::field("tickets", FieldRule::Required));
    }
    change!(app, request, |change| {
        let event = change.ticket.clone();
        let refused = |expected: &str| FieldRule::WrongValue { expected: expected.to_owned() };
        if !event.course.event || !event.state.is_open() {
            return Err(Failure::field("id", refused("an open event")));
        }
        for (at, id) in request.tickets.iter().enumerate() {
            change.turn_to(*id).await?;
            if change.ticket.course.event || !change.ticket.state.is_open() {
                return Err(Failure::field(&format!("tickets[{at}]"), refused("an open ticket")));
            }
            if change.ticket.course.event_id == Some(event.id) {
                continue;
            }
            let mut after = change.ticket.clone();
            after.course.event_id = Some(event.id);
            let mut entry = change.line(EventCode::EventJoined);
            entry.other_ticket_id = Some(event.id);
            change.rewrite(after, &entry).await?;
        }
        change.ticket = event;
    })
}

/// A ticket leaves its event.
pub(crate) async fn leave(app: &App, request: EventLeave) -> Outcome<TicketDetail> {
    change!(app, request, |change| {
        let Some(event_id) = change.ticket.course.event_id else {
            let rule = FieldRule::WrongValue { expected: "a ticket of an event".into() };
            return Err(Failure::field("id", rule));
        };
        let mut after = change.ticket.clone();
        after.course.event_id = None;
        let mut entry = change.line(EventCode::EventLeft);
        entry.other_ticket_id = Some(event_id);
        change.rewrite(after, &entry).await?;
    })
}

/// Who would get the answer, and how.
pub(crate) async fn recipients(app: &App, request: TicketRef) -> Outcome<Vec<Recipient>> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let mut recipients = Vec::new();
    for row in ticket::company(&mut conn, Company::PartOf, request.id).await? {
        if row.state.is_open() {
            let told_by = ticket::find(&mut conn, row.id).await?.reply_by;
            recipients.push(Recipient { line: list_line(row, app.today()), told_by });
        }
    }
    Ok(recipients)
}

/// One answer for everybody who still waits, in one write.
pub(crate) async fn reply(app: &App, request: EventReply) -> Outcome<TicketDetail> {
    let mut faults = Faults::default();
    let text = faults.take("text", CitizenText::parse(&request.text));
    let authorized =
        faults.take("authorized_by", optional_line(request.authorized_by.as_deref(), LINE_MAX)).flatten();
    let text = faults.finish(text)?;
    let Some(mut change) = Change::begin(app, request.op, request.id, request.version).await? else {
        return detail::of(app, &*app.store().await?, request.id).await;
    };
    let event_id = change.ticket.id;
    if !change.ticket.course.event {
        let rule = FieldRule::WrongValue { expected: "an event".into() };
        return Err(Failure::field("id", rule));
    }
    for row in ticket::company(&mut change.tx.conn(), Company::PartOf, event_id).await? {
        if !row.state.is_open() {
            continue;
        }
        change.turn_to(row.id).await?;
        if change.ticket.citizen_id.is_some() {
            let channel = change.ticket.reply_by.unwrap_or(request.channel);
            answer_one(&mut change, &text, channel, event_id).await?;
        } else {
            let Some(authorized) = authorized.clone() else {
                return Err(Failure::field("authorized_by", FieldRule::Required));
            };
            close_one(&mut change, &text, authorized, event_id).await?;
        }
    }
    change.turn_to(event_id).await?;
    answer_one(&mut change, &text, request.channel, event_id).await?;
    if let Some(draft_id) = request.draft_id {
        sportello_store::draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}

async fn answer_one(
    change: &mut Change<'_>,
    text: &CitizenText,
    channel: ReplyChannel,
    event_id: TicketId,
) -> Outcome<()> {
    let today = change.today();
    let own = change.ticket.id;
    change
        .step(Action::AnswerByEvent, EventCode::TicketAnswered, &[Need::ReplyText], |ticket, entry| {
            ticket.answered_on = Some(today);
            entry.citizen_text = Some(text.clone());
            entry.reply_channel = Some(channel);
            entry.happened_on = Some(today);
            entry.other_ticket_id = Some(event_id).filter(|event_id| *event_id != own);
        })
        .await?;
    answer_together(change, text, channel, today).await
}

/// Somebody without a name cannot be told; the words stay, for whoever comes with the pick-up code.
async fn close_one(
    change: &mut Change<'_>,
    text: &CitizenText,
    authorized: String,
    event_id: TicketId,
) -> Outcome<()> {
    let stamp = change.tx.stamp().clone();
    let (action, code) = (Action::CloseWithoutReply, EventCode::ClosedWithoutReply);
    let given = [Need::Reason, Need::Attempts];
    let end = |ticket: &mut Ticket, entry: &mut sportello_domain::ticket::Entry| {
        ticket.closed_at = Some(stamp.at);
        entry.citizen_text = Some(text.clone());
        entry.party = Some(authorized);
        entry.other_ticket_id = Some(event_id);
    };
    change.step_as(Role::Coordinator, action, code, &given, end).await
}
