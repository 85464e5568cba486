//! The shift's end (*passaggio di consegne*): what is left half done, what was promised for today, whom to call, what was
//! touched, and the words for whoever comes next.

use crate::app::{App, Empty};
use crate::callbacks::{self, CallbackLine};
use crate::clock::{instant_of, rome_time};
use crate::drafts::{self, DraftView};
use crate::error::{Failure, Outcome};
use crate::settings;
use crate::tickets::{TicketLine, TicketView, line};
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::fault::FieldFault;
use sportello_domain::id::{DraftId, EntryId, OpId, ShiftNoteId};
use sportello_domain::shift::ShiftNote;
use sportello_domain::text::InternalText;
use sportello_store::{Error, callback, draft, interaction, shift, ticket};

/// Lines of each list.
const SHOWN: i64 = 200;
/// Days the notes stay in sight: a week, so that nobody misses what was left before a holiday.
const NOTE_DAYS: i64 = 7;
/// Notes shown.
const NOTES: i64 = 30;

/// What one shift hands over to the next.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Handover {
    /// When the shift began: the opening of the desk, or midnight when it is closed today.
    pub from: DateTime<Utc>,
    /// Who works.
    pub operator: String,
    /// Contacts logged in the shift.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub contacts: i64,
    /// Calls and papers left half typed.
    pub drafts: Vec<DraftView>,
    /// Open tickets whose answer is promised for today.
    pub promises: Vec<TicketLine>,
    /// Calls to make up to tomorrow, the late ones first.
    pub callbacks: Vec<CallbackLine>,
    /// Tickets touched in the shift, the last first.
    pub touched: Vec<TouchedLine>,
    /// The notes of the last days, the newest first.
    pub notes: Vec<ShiftNote>,
}

/// A ticket that was touched.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TouchedLine {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketLine,
    /// The last time.
    pub touched_at: DateTime<Utc>,
    /// Lines written in its timeline.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub lines: i64,
}

/// A note for the next shift.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ShiftNoteAdd {
    /// The operation.
    pub op: OpId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// The words.
    pub text: String,
}

/// What this shift hands over.
pub(crate) async fn show(app: &App, _: Empty) -> Outcome<Handover> {
    let store = app.store().await?;
    let (now, today) = (app.now(), app.today());
    let from = began(&settings::desk(&store).await?.calendar, rome_time(now));
    let drafts = drafts::list(app, Empty {}).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let millis = u64::try_from(from.timestamp_millis()).unwrap_or_default();
    let touched = ticket::touched_since(&mut conn, EntryId::from_parts(millis, [0; 10]), SHOWN).await?;
    let (promises, _) =
        ticket::list(&mut conn, TicketView::DueSoon.into(), today, today, None, SHOWN).await?;
    let callbacks = callback::waiting(&mut conn, callbacks::horizon(today), SHOWN).await?;
    Ok(Handover {
        from,
        operator: app.operator.clone(),
        contacts: interaction::count_since(&mut conn, from).await?,
        drafts,
        promises: promises.into_iter().map(|row| line(row, today)).collect(),
        callbacks: callbacks.into_iter().map(|row| callbacks::line(row, today)).collect(),
        touched: touched
            .into_iter()
            .map(|(row, touched_at, lines)| TouchedLine { ticket: line(row, today), touched_at, lines })
            .collect(),
        notes: shift::since(&mut conn, now - TimeDelta::days(NOTE_DAYS), NOTES).await?,
    })
}

/// Leaves a note. Asked twice with the same operation, it is one note.
pub(crate) async fn add_note(app: &App, request: ShiftNoteAdd) -> Outcome<ShiftNote> {
    let text = InternalText::parse(&request.text)
        .map_err(|rule| Failure::from(vec![FieldFault { field: "text".to_owned(), rule }]))?;
    let id = ShiftNoteId(request.op.0);
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let note = ShiftNote { id, at: tx.stamp().at, author: app.operator.clone(), text };
            shift::add(&mut tx, &note).await?;
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(shift::find(&mut store.reader().await?.conn(), id).await?)
}

/// When the shift began: the last opening of today that is not still to come, or midnight.
fn began(calendar: &DeskCalendar, now: NaiveDateTime) -> DateTime<Utc> {
    let openings = calendar.openings_on(now.date()).iter().map(|span| span.from);
    let opened = openings.filter(|from| *from <= now.time()).max().unwrap_or(NaiveTime::MIN);
    instant_of(now.date().and_time(opened))
}
