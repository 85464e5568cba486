//! What leaves the desk while a matter waits: a reminder to the office, an interim reply to the citizen. Neither stops a
//! clock, and neither leaves with a blank in it.

use super::ladder;
use super::prepare::{ReminderQuery, prepare};
use crate::app::App;
use crate::error::{Failure, Outcome};
use crate::tickets::{Change, TicketDetail, detail_of};
use chrono::NaiveDate;
use serde::Deserialize;
use sportello_domain::escalation::ReminderStep;
use sportello_domain::event::EventCode;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::{DraftId, OpId, TicketId};
use sportello_domain::template::first_blank;
use sportello_domain::text::{CitizenText, InternalText, LINE_MAX, line};
use sportello_domain::ticket::ReplyChannel;
use sportello_store::reminder::{self, Sent};
use sportello_store::{Error, draft, ticket};

/// A reminder that somebody sends.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Remind {
    /// The operation.
    pub op: OpId,
    /// The ticket.
    pub id: TicketId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// The step of the ladder.
    pub step: ReminderStep,
    /// How it is sent.
    pub means: ReplyChannel,
    /// To whom.
    pub recipient: String,
    /// The words.
    pub text: String,
}

/// An interim reply (*risposta interlocutoria*).
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Interim {
    /// The operation.
    pub op: OpId,
    /// The ticket.
    pub id: TicketId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// The words told.
    pub text: String,
    /// How.
    pub channel: ReplyChannel,
    /// When the desk expects to answer. The date that was promised stays.
    pub expected_on: NaiveDate,
}

/// Records that a reminder was sent. The next step of the ladder only, and each once.
pub(crate) async fn remind(app: &App, request: Remind) -> Outcome<TicketDetail> {
    let mut faults = Faults::default();
    let text = faults.take("text", whole(&request.text).and_then(InternalText::parse));
    let recipient = faults.take("recipient", line(&request.recipient, LINE_MAX));
    let (text, recipient) = faults.finish(text.zip(recipient))?;
    let Some(mut change) = Change::begin(app, request.op, request.id, None).await? else {
        return detail_of(app, &*app.store().await?, request.id).await;
    };
    let sent = reminder::of_ticket(&mut change.tx.conn(), request.id).await?;
    let life = reminder::life(&mut change.tx.conn(), request.id).await?;
    if ladder(&change.ticket, &sent, life, app.today()).next != Some(request.step) {
        // Somebody else has sent it, or the office has reported meanwhile.
        return Err(Error::Conflict("reminder").into());
    }
    let mut entry = change.line(EventCode::ReminderSent);
    entry.office_id = change.ticket.office_id;
    entry.internal_text = Some(text);
    entry.reply_channel = Some(request.means);
    let sent = Sent {
        id: entry.id,
        step: Some(request.step),
        office_id: change.ticket.office_id,
        life,
        at: entry.at,
        actor: entry.actor.clone(),
        means: request.means,
        recipient,
    };
    reminder::add(&mut change.tx, request.id, &sent).await?;
    ticket::add_line(&mut change.tx, &change.ticket, &entry).await?;
    if let Some(draft_id) = request.draft_id {
        draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}

/// Tells the citizen that the matter is still going on. No date moves and no clock stops.
pub(crate) async fn interim(app: &App, request: Interim) -> Outcome<TicketDetail> {
    let today = app.today();
    let mut faults = Faults::default();
    let text = faults.take("text", whole(&request.text).and_then(CitizenText::parse));
    if request.expected_on < today {
        faults.add("expected_on", FieldRule::Before { earliest: today });
    }
    let text = faults.finish(text)?;
    let Some(mut change) = Change::begin(app, request.op, request.id, None).await? else {
        return detail_of(app, &*app.store().await?, request.id).await;
    };
    if !change.ticket.state.is_open() {
        // The citizen has the answer already: telling them to wait would be wrong.
        return Err(Error::Conflict("ticket").into());
    }
    let life = reminder::life(&mut change.tx.conn(), request.id).await?;
    let mut entry = change.line(EventCode::InterimReplied);
    entry.citizen_text = Some(text);
    entry.reply_channel = Some(request.channel);
    entry.happened_on = Some(today);
    entry.due_on = Some(request.expected_on);
    let sent = Sent {
        id: entry.id,
        step: None,
        office_id: None,
        life,
        at: entry.at,
        actor: entry.actor.clone(),
        means: request.channel,
        recipient: String::new(),
    };
    match reminder::add(&mut change.tx, request.id, &sent).await {
        // A second one is a kindness, not a step: the first is enough for the lists.
        Ok(()) | Err(Error::Conflict(_)) => {}
        Err(error) => return Err(error.into()),
    }
    ticket::add_line(&mut change.tx, &change.ticket, &entry).await?;
    if let Some(draft_id) = request.draft_id {
        draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}

/// A text without blanks.
fn whole(text: &str) -> Result<&str, FieldRule> {
    match first_blank(text) {
        Some(name) => Err(FieldRule::BlankLeft { name: name.to_owned() }),
        None => Ok(text),
    }
}

impl App {
    /// Sends the next reminder of a ticket as it was prepared, for faces without a place to read it over; what is given
    /// takes the place of what was prepared.
    ///
    /// # Errors
    /// Nothing is left to send, the text has a blank, or nobody knows how or to whom.
    pub async fn send_prepared(
        &self,
        id: TicketId,
        means: Option<ReplyChannel>,
        recipient: Option<String>,
        text: Option<String>,
    ) -> Outcome<TicketDetail> {
        let prepared = prepare(self, ReminderQuery { id }).await?;
        let means = means.or(prepared.means.first().map(|(means, _)| *means));
        let means = means.ok_or_else(|| Failure::field("means", FieldRule::Required))?;
        let recipient = recipient.unwrap_or(prepared.recipient);
        let text = text.unwrap_or(prepared.text);
        let step = prepared.step;
        remind(self, Remind { op: self.new_op(), id, draft_id: None, step, means, recipient, text }).await
    }
}
