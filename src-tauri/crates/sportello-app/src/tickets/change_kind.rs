//! Another kind of matter than it seemed, or about something else: the date is reckoned again, and the register says
//! who did it and why.

use super::change::Change;
use super::deadline::recompute;
use super::detail::{self, TicketDetail};
use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use crate::settings;
use serde::Deserialize;
use sportello_domain::event::EventCode;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::{CategoryId, DraftId, OpId, TicketId};
use sportello_domain::text::InternalText;
use sportello_domain::ticket::{Ticket, TicketKind, TicketState};
use sportello_store::{Error, category, draft, ticket};

/// What a ticket really is.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChangeKind {
    /// The operation.
    pub op: OpId,
    /// The ticket.
    pub id: TicketId,
    /// The version that was read; left out, the ticket is changed as it stands.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub version: Option<i64>,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// Its kind.
    pub kind: TicketKind,
    /// Its category; as it was when missing.
    #[serde(default)]
    pub category_id: Option<CategoryId>,
    /// Why it is changed.
    pub reason: String,
}

/// Changes the kind, the category or both. The rule of the new kind runs from the same day of presentation.
pub(crate) async fn change_kind(app: &App, request: ChangeKind) -> Outcome<TicketDetail> {
    let mut faults = Faults::default();
    let reason = faults.take("reason", InternalText::parse(&request.reason));
    let reason = faults.finish(reason)?;
    let store = app.store().await?;
    let calendar = settings::desk(&store).await?.calendar;
    let Some(mut change) = Change::begin(app, request.op, request.id, request.version).await? else {
        return detail::of(app, &store, request.id).await;
    };
    let before = change.ticket.clone();
    if !before.state.is_open() || before.state == TicketState::Suspended {
        return Err(Failure::new(Code::NotPossible, "the ticket is finished, or its term does not run"));
    }
    if let Some(id) = request.category_id {
        match category::find(&mut change.tx.conn(), id).await {
            Err(Error::NotFound(_)) => return Err(Failure::field("category_id", FieldRule::NotFound)),
            other => drop(other?),
        }
    }
    let category_id = request.category_id.or(before.category_id);
    if request.kind == before.kind && category_id == before.category_id {
        return Err(Failure::field("kind", FieldRule::WrongValue { expected: "another kind".to_owned() }));
    }
    let mut after = Ticket { kind: request.kind, category_id, rule: request.kind.rule(), ..before.clone() };
    if before.due_on.is_some() && request.kind != before.kind {
        recompute(&mut after, &calendar)?;
    }
    let mut entry = change.line(EventCode::KindChanged);
    entry.internal_text = Some(reason);
    entry.due_on = after.due_on;
    change.ticket = ticket::save(&mut change.tx, &before, &after, &entry).await?;
    if let Some(draft_id) = request.draft_id {
        draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}
