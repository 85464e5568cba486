//! Numbers of the municipality's protocol: noted once, corrected by another note.

use crate::app::App;
use crate::error::{Failure, Outcome};
use crate::tickets::{Change, TicketDetail, detail_of};
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{DraftId, OpId, ProtocolId, TicketId};
use sportello_domain::protocol::{ProtocolDraft, ProtocolRecord};
use sportello_domain::text::InternalText;
use sportello_domain::ticket::Ticket;
use sportello_store::{Conn, Error, draft, protocol};

/// A number to note on a ticket.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ProtocolSave {
    /// The operation; the record gets the same identity.
    pub op: OpId,
    /// The ticket.
    pub id: TicketId,
    /// The draft it was typed in.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// What was typed.
    pub protocol: ProtocolDraft,
}

/// A number on record, and what the law says about its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProtocolLine {
    /// The record.
    #[serde(flatten)]
    pub record: ProtocolRecord,
    /// The matter was registered on another day than it was presented: art. 18-bis L. 241/1990 wants the same.
    pub another_day: bool,
}

pub(super) async fn of(conn: &mut Conn<'_>, ticket: &Ticket) -> Outcome<Vec<ProtocolLine>> {
    let records = protocol::list(conn, ticket.id).await?;
    let line = |record: ProtocolRecord| ProtocolLine {
        another_day: record.arrived_another_day(ticket.presented_on),
        record,
    };
    Ok(records.into_iter().map(line).collect())
}

/// Notes a number. It changes nothing else of the ticket, so it needs no version.
pub(crate) async fn save(app: &App, request: ProtocolSave) -> Outcome<TicketDetail> {
    let new = request.protocol.parse(app.today())?;
    let Some(mut change) = Change::begin(app, request.op, request.id, None).await? else {
        return detail_of(app, &*app.store().await?, request.id).await;
    };
    let known = protocol::list(&mut change.tx.conn(), request.id).await?;
    if let Some((id, _)) = &new.corrects {
        match known.iter().find(|record| record.id == *id) {
            None => return Err(Failure::field("corrects", FieldRule::NotFound)),
            Some(record) if record.corrected => return Err(Error::Conflict("protocol").into()),
            Some(_) => {}
        }
    }
    let stamp = change.tx.stamp().clone();
    let record = ProtocolRecord {
        id: ProtocolId(request.op.0),
        direction: new.direction,
        number: new.number,
        registered_on: new.registered_on,
        recorded_at: stamp.at,
        recorded_by: stamp.actor,
        corrects: new.corrects.as_ref().map(|(id, _)| *id),
        reason: new.corrects.as_ref().map(|(_, reason)| reason.as_str().to_owned()),
        corrected: false,
    };
    let mut entry = change.line(EventCode::ProtocolRecorded);
    let words = [Some(record.number.clone()), record.reason.clone()].into_iter().flatten();
    entry.internal_text =
        InternalText::parse_optional(Some(&words.collect::<Vec<_>>().join("\n"))).ok().flatten();
    entry.happened_on = Some(record.registered_on);
    protocol::insert(&mut change.tx, request.id, &record, &entry).await?;
    if let Some(draft_id) = request.draft_id {
        draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}
