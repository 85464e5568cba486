//! One thing done to many tickets. Each ticket is changed whole or not at all, in its own write with its own line of the
//! register; the answer says of each what was done, or why it was not.

use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use crate::reminders::{self, PreparedReminder, Remind, ReminderQuery};
use crate::tags::{self, TagTicket};
use crate::tickets::{self, Close, EventAttach, Note, TicketDetail, Transfer};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{DraftId, OfficeId, OpId, TagId, TicketId};
use sportello_domain::paper::digest;
use sportello_domain::ticket::TicketNumber;
use sportello_store::{draft, event};

/// Tickets of the longest selection.
const MOST: usize = 1_000;

/// What is done to each.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum BulkAct {
    /// Tags are put on and taken off.
    Tag {
        /// Words to put on.
        #[serde(default)]
        add: Vec<String>,
        /// Tags to take off.
        #[serde(default)]
        remove: Vec<TagId>,
    },
    /// A note for the municipality is added.
    Note {
        /// Its words.
        text: String,
    },
    /// All go to one office with one question.
    Transfer {
        /// The office.
        office_id: OfficeId,
        /// What it is asked.
        question: String,
        /// The day to report by; the office's usual days when missing.
        #[serde(default)]
        answer_by: Option<NaiveDate>,
    },
    /// Those that are answered are filed.
    Close,
    /// They become part of an event that many report.
    Event {
        /// The event.
        event_id: TicketId,
    },
    /// The reminders that are ready count as sent, as they were prepared, by the best means the office can be reached by.
    Remind,
}

/// One thing to do to many tickets.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
// The act stands among the fields, so it is the act that refuses what it does not know.
pub struct Bulk {
    /// The operation. Asked twice, what was done already is not done again.
    pub op: OpId,
    /// The draft it was typed in.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// The tickets.
    pub ids: Vec<TicketId>,
    /// What is done.
    #[serde(flatten)]
    pub act: BulkAct,
}

/// What became of one ticket.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BulkLine {
    /// The ticket.
    pub id: TicketId,
    /// Its number, when it is there.
    pub number: Option<TicketNumber>,
    /// Why it was not done; done when missing.
    pub failure: Option<Failure>,
}

/// Does it.
pub(crate) async fn run(app: &App, request: Bulk) -> Outcome<Vec<BulkLine>> {
    if request.ids.is_empty() || request.ids.len() > MOST {
        return Err(Failure::field("ids", FieldRule::OutOfRange { min: 1, max: MOST as i64 }));
    }
    let mut lines = Vec::with_capacity(request.ids.len());
    for (at, id) in request.ids.iter().enumerate() {
        if request.ids[..at].contains(id) {
            continue;
        }
        match act(app, part(request.op, *id), *id, &request.act).await {
            Ok(done) => lines.push(BulkLine { id: *id, number: Some(done.ticket.number), failure: None }),
            // What is wrong with the words is wrong for all of them: it is told once, at its field.
            Err(failure) if failure.code == Code::Invalid && lines.is_empty() && typed(&request.act) => {
                return Err(failure);
            }
            Err(failure) => {
                let number = tickets::show(app, tickets::TicketRef { id: *id }).await.ok();
                let number = number.map(|detail| detail.ticket.number);
                lines.push(BulkLine { id: *id, number, failure: Some(failure) });
            }
        }
    }
    if let Some(draft_id) = request.draft_id {
        let store = app.store().await?;
        let mut tx = store.begin(app.stamp(app.new_op())).await?;
        draft::discard(&mut tx, draft_id).await?;
        tx.commit().await?;
    }
    Ok(lines)
}

/// Whether what is done has words that somebody typed.
fn typed(act: &BulkAct) -> bool {
    matches!(act, BulkAct::Tag { .. } | BulkAct::Note { .. } | BulkAct::Transfer { .. })
}

async fn act(app: &App, op: OpId, id: TicketId, act: &BulkAct) -> Outcome<TicketDetail> {
    let (version, draft_id) = (None, None);
    match act.clone() {
        BulkAct::Tag { add, remove } => tags::on_ticket(app, TagTicket { op, id, add, remove }).await,
        BulkAct::Note { text } => tickets::note(app, Note { op, id, version, draft_id, text }).await,
        BulkAct::Transfer { office_id, question, answer_by } => {
            let promise = None;
            let (addressee, decided_by) = (None, None);
            let request = Transfer {
                op,
                id,
                version,
                draft_id,
                office_id,
                question,
                promise,
                answer_by,
                addressee,
                decided_by,
            };
            tickets::transfer(app, request).await
        }
        BulkAct::Close => tickets::close(app, Close { op, id, version, draft_id }).await,
        BulkAct::Event { event_id } => {
            let tickets = vec![id];
            let request = EventAttach { op, id: event_id, version, draft_id, tickets };
            tickets::event_attach(app, request).await?;
            tickets::show(app, tickets::TicketRef { id }).await
        }
        BulkAct::Remind => remind(app, op, id).await,
    }
}

/// The reminder of a ticket, if its time has come, sent as it was prepared.
async fn remind(app: &App, op: OpId, id: TicketId) -> Outcome<TicketDetail> {
    let store = app.store().await?;
    let done = event::has_op(&mut store.reader().await?.conn(), op).await?;
    if done {
        // After it was sent the next step is another one: only the register knows that this was it.
        return tickets::show(app, tickets::TicketRef { id }).await;
    }
    let prepared = reminders::prepare(app, ReminderQuery { id }).await?;
    let (Some((means, _)), true) = (prepared.means.first().cloned(), prepared.ready) else {
        return Err(Failure::new(Code::NotPossible, "no reminder is ready, or the office cannot be reached"));
    };
    let PreparedReminder { step, recipient, text, .. } = prepared;
    reminders::remind(app, Remind { op, id, draft_id: None, step, means, recipient, text }).await
}

/// The part of the operation that is about one ticket: always the same for the same two, so that asking again after a
/// broken answer does only what is missing.
fn part(op: OpId, id: TicketId) -> OpId {
    let hash = digest(&[*op.0.as_bytes(), *id.0.as_bytes()].concat());
    let number = u128::from_str_radix(&hash[..32], 16).unwrap_or_default();
    OpId(uuid::Builder::from_custom_bytes(number.to_be_bytes()).into_uuid())
}
