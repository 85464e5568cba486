//! Call-backs: promised, made, put off, tried in vain. Each keeps its own day whatever happens to its ticket.

use crate::app::App;
use crate::clock::new_uuid;
use crate::error::{Failure, Outcome};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use sportello_domain::callback::{Callback, CallbackDraft, CallbackTime};
use sportello_domain::deadline::DueStatus;
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CallbackId, DraftId, EntryId, OpId};
use sportello_domain::text::InternalText;
use sportello_domain::ticket::{Entry, TicketNumber};
use sportello_store::callback::{self, CallbackRow};
use sportello_store::{Error, Tx, citizen, draft, ticket};

/// Calls of the longest list.
const LONGEST: i64 = 500;

/// A call-back to promise.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CallbackAdd {
    /// The operation.
    pub op: OpId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// Whom, when, what about.
    pub callback: CallbackDraft,
}

/// What happened to a call-back.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CallbackStep {
    /// The operation.
    pub op: OpId,
    /// The call-back.
    pub id: CallbackId,
    /// The version that was read; a change of another version is refused. Left out, it is changed as it stands.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub version: Option<i64>,
    /// What.
    pub step: CallbackChange,
}

/// What can happen to a call-back.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "change", rename_all = "snake_case", deny_unknown_fields)]
pub enum CallbackChange {
    /// They were called.
    Done,
    /// Nobody answered: it stays, and the attempt is counted.
    Unanswered,
    /// Another day.
    Moved {
        /// The day.
        due_on: NaiveDate,
        /// The hour, as `9:30`.
        #[serde(default)]
        due_at: Option<String>,
    },
}

/// Which call-backs.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct CallbacksQuery {
    /// Up to this day; all of them when missing.
    pub until: Option<NaiveDate>,
}

/// A call-back with whom and what it is about, read today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CallbackLine {
    /// The call-back.
    #[serde(flatten)]
    pub callback: Callback,
    /// Name of the citizen.
    pub citizen_name: Option<String>,
    /// Number of the ticket.
    pub ticket_number: Option<TicketNumber>,
    /// How near its day is, while the call is to be made.
    pub due: Option<DueStatus>,
}

/// Reads a call-back today.
pub(crate) fn line(row: CallbackRow, today: NaiveDate) -> CallbackLine {
    let due = row.callback.waiting.then(|| DueStatus::of(row.callback.due_on, today));
    CallbackLine {
        callback: row.callback,
        citizen_name: row.citizen_name,
        ticket_number: row.ticket_number,
        due,
    }
}

/// The last day of the calls a desk has before its eyes: tomorrow.
pub(crate) fn horizon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(1)).unwrap_or(today)
}

/// The calls still to be made, the oldest first.
pub(crate) async fn list(app: &App, request: CallbacksQuery) -> Outcome<Vec<CallbackLine>> {
    let store = app.store().await?;
    let (today, until) = (app.today(), request.until.unwrap_or(NaiveDate::MAX));
    // Days are compared as they are written, with four digits for the year.
    let until = until.min(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(until));
    let rows = callback::waiting(&mut store.reader().await?.conn(), until, LONGEST).await?;
    Ok(rows.into_iter().map(|row| line(row, today)).collect())
}

/// Promises a call. The ticket's citizen and the citizen's number are taken when none was given.
pub(crate) async fn add(app: &App, request: CallbackAdd) -> Outcome<CallbackLine> {
    let store = app.store().await?;
    let today = app.today();
    let id = CallbackId(request.op.0);
    let mut typed = request.callback;
    let mut tx = match store.begin(app.stamp(request.op)).await {
        Ok(tx) => tx,
        Err(Error::AlreadyDone) => {
            return Ok(line(callback::find(&mut store.reader().await?.conn(), id).await?, today));
        }
        Err(error) => return Err(error.into()),
    };
    if let Some(ticket_id) = typed.ticket_id {
        let found =
            ticket::find(&mut tx.conn(), ticket_id).await.map_err(|error| missing("ticket_id", error))?;
        typed.citizen_id = typed.citizen_id.or(found.citizen_id);
    }
    let known = match typed.citizen_id {
        Some(id) => {
            let found =
                citizen::find(&mut tx.conn(), id).await.map_err(|error| missing("citizen_id", error))?;
            found.data.phone
        }
        None => None,
    };
    let tidy = typed.parse(known.as_deref(), today)?;
    let at = tx.stamp().at;
    let new = Callback {
        id,
        ticket_id: tidy.ticket_id,
        citizen_id: tidy.citizen_id,
        who: tidy.who,
        phone: tidy.phone.unwrap_or_default(),
        due_on: tidy.due_on,
        due_at: tidy.due_at,
        about: tidy.about,
        waiting: true,
        attempts: 0,
        made_at: at,
        made_by: app.operator.clone(),
        done_at: None,
        version: 1,
    };
    save(&mut tx, None, &new, EventCode::CallbackAdded).await?;
    if let Some(draft_id) = request.draft_id {
        draft::discard(&mut tx, draft_id).await?;
    }
    tx.commit().await?;
    Ok(line(callback::find(&mut store.reader().await?.conn(), id).await?, today))
}

/// Done, tried in vain, or put off. One that was made already stays made.
pub(crate) async fn step(app: &App, request: CallbackStep) -> Outcome<CallbackLine> {
    let store = app.store().await?;
    let today = app.today();
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let before = callback::find(&mut tx.conn(), request.id).await?.callback;
            if request.version.is_some_and(|version| version != before.version) || !before.waiting {
                return Err(Error::Conflict("callback").into());
            }
            let mut after = Callback { version: before.version + 1, ..before.clone() };
            let code = match request.step {
                CallbackChange::Done => {
                    (after.waiting, after.done_at) = (false, Some(tx.stamp().at));
                    EventCode::CallbackDone
                }
                CallbackChange::Unanswered => {
                    after.attempts += 1;
                    EventCode::CallbackUnanswered
                }
                CallbackChange::Moved { due_on, due_at } => {
                    let time = CallbackTime::parse(due_on, due_at.as_deref(), today)?;
                    (after.due_on, after.due_at) = (time.due_on, time.due_at);
                    EventCode::CallbackMoved
                }
            };
            save(&mut tx, Some(&before), &after, code).await?;
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(line(callback::find(&mut store.reader().await?.conn(), request.id).await?, today))
}

/// Saves a call-back with the line that tells it in the timeline of its ticket.
async fn save(tx: &mut Tx, before: Option<&Callback>, after: &Callback, code: EventCode) -> Outcome<()> {
    let stamp = tx.stamp().clone();
    let mut entry = Entry::new(EntryId(new_uuid(stamp.at)), stamp.at, &stamp.actor, code);
    entry.internal_text = Some(InternalText::stored(after.about.clone()));
    entry.due_on = after.waiting.then_some(after.due_on);
    Ok(callback::save(tx, before, after, code, &entry).await?)
}

fn missing(field: &str, error: Error) -> Failure {
    match error {
        Error::NotFound(_) => Failure::field(field, FieldRule::NotFound),
        other => other.into(),
    }
}
