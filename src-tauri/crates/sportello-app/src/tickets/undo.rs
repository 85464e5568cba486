//! Taking back the last step: the ticket stands again as it stood, and the register has one more line. Nothing is erased.

use super::change::Change;
use super::detail::{self, TicketDetail};
use super::links::untie;
use super::people::{put_on, take_off};
use super::request::{one, requests};
use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use serde::Deserialize;
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{OpId, TicketId};
use sportello_domain::text::InternalText;
use sportello_domain::ticket::lifecycle::{Action, Need};
use sportello_domain::ticket::{Standing, TicketPerson};
use sportello_store::event::{self, Written};
use sportello_store::{Conn, ticket};
use std::collections::BTreeMap;

/// What can be taken back: whatever no citizen was told. What was told cannot be untold.
const UNDOABLE: &[EventCode] = &[
    EventCode::TicketTaken,
    EventCode::TicketTransferred,
    EventCode::TicketAccepted,
    EventCode::TicketBounced,
    EventCode::OutcomeRecorded,
    EventCode::TicketSentBack,
    EventCode::TicketClosed,
    EventCode::TicketReopened,
    EventCode::TicketVoided,
    EventCode::TicketResumed,
    EventCode::TermRestarted,
    EventCode::TicketWithdrawn,
    EventCode::ClosedWithoutReply,
    EventCode::TicketMerged,
    EventCode::MergeReceived,
    EventCode::TicketUnmerged,
    EventCode::EventJoined,
    EventCode::EventLeft,
    EventCode::PersonAdded,
    EventCode::PersonRemoved,
];

requests! {
    /// The last step is taken back.
    Undo {
        /// Why; needed only when the ticket itself is taken back, because it was split from another.
        #[serde(default)]
        reason: Option<String>,
    }
}

/// A line of the register, as far as it is read back.
#[derive(Deserialize)]
struct Payload<T> {
    before: Option<T>,
}

#[derive(Deserialize)]
struct Before {
    ticket: Standing,
}

/// Who was there, and who is there now.
#[derive(Deserialize)]
struct People {
    #[serde(default)]
    before: Option<TicketPerson>,
    #[serde(default)]
    after: Option<TicketPerson>,
}

/// How the ticket of a line stood before it.
pub(super) fn standing_before(line: &Written) -> Option<Standing> {
    let payload: Payload<Before> = serde_json::from_str(line.payload.as_deref()?).ok()?;
    Some(payload.before?.ticket)
}

/// What the operator can take back of a ticket now.
pub(super) async fn undoable(
    conn: &mut Conn<'_>,
    id: TicketId,
    operator: &str,
) -> Outcome<Option<(EventCode, Vec<Written>)>> {
    let Some(last) = event::last_of(conn, &subject(id)).await? else { return Ok(None) };
    if last.actor != operator {
        return Ok(None);
    }
    let lines = event::of_op(conn, OpId(last.op_id)).await?;
    let others = |line: &&Written| line.subject.starts_with("ticket:") && line.subject != last.subject;
    for line in lines.iter().filter(others) {
        // Whatever happened since to any ticket of that operation makes it history.
        let newest = event::last_of(conn, &line.subject).await?;
        if newest.is_some_and(|newest| newest.op_id != last.op_id) {
            return Ok(None);
        }
    }
    let own: Vec<EventCode> =
        lines.iter().filter(|line| line.subject == subject(id)).filter_map(code).collect();
    let split = own.first() == Some(&EventCode::TicketRecorded) && own.contains(&EventCode::TicketLinked);
    let steps = lines.iter().all(|line| code(line).is_some_and(|code| UNDOABLE.contains(&code)));
    let known = lines.iter().all(|line| standing_before(line).is_some() || people(line).is_some());
    match own.last() {
        Some(_) if split => Ok(Some((EventCode::TicketRecorded, lines))),
        Some(code) if steps && known => Ok(Some((*code, lines))),
        _ => Ok(None),
    }
}

/// Takes the last step back.
pub(crate) async fn undo(app: &App, request: Undo) -> Outcome<TicketDetail> {
    let reason = one("reason", InternalText::parse_optional(request.reason.as_deref()))?;
    // Not through `change!`: a suspension that ends by itself would be a step of its own.
    let Some(mut change) = Change::begin(app, request.op, request.id, request.version).await? else {
        return detail::of(app, &*app.store().await?, request.id).await;
    };
    let id = change.ticket.id;
    let (code, lines) = undoable(&mut change.tx.conn(), id, &app.operator)
        .await?
        .ok_or_else(|| Failure::new(Code::NotPossible, "nothing of this operator's to take back"))?;
    if code == EventCode::TicketRecorded {
        let reason = reason.ok_or_else(|| Failure::field("reason", FieldRule::Required))?;
        take_back_split(&mut change, reason).await?;
        return change.commit().await;
    }
    // The first line of each ticket says how it stood before the whole operation.
    let mut stood = BTreeMap::new();
    for line in &lines {
        if let (Some(id), Some(standing)) = (ticket_of(line), standing_before(line)) {
            stood.entry(id).or_insert(standing);
        }
    }
    for (touched, standing) in stood {
        change.turn_to(touched).await?;
        let mut entry = change.line(EventCode::StepUndone);
        entry.undoes = Some(code);
        let after = change.ticket.clone().standing_as(standing);
        change.rewrite(after, &entry).await?;
    }
    for (line, people) in lines.iter().filter_map(|line| Some((line, people(line)?))) {
        let Some(touched) = ticket_of(line) else { continue };
        change.turn_to(touched).await?;
        match (people.before, people.after) {
            (Some(person), _) => put_on(&mut change, &person).await?,
            (None, Some(person)) => take_off(&mut change, person.citizen_id).await?,
            (None, None) => {}
        }
    }
    change.turn_to(id).await?;
    change.commit().await
}

/// A ticket that was split from another is voided and no longer linked: the other one is whole again.
async fn take_back_split(change: &mut Change<'_>, reason: InternalText) -> Outcome<()> {
    change
        .step(Action::Void, EventCode::TicketVoided, &[Need::Reason], |ticket, entry| {
            ticket.void_reason = Some(reason.as_str().to_owned());
            entry.internal_text = Some(reason);
            entry.undoes = Some(EventCode::TicketRecorded);
        })
        .await?;
    for link in ticket::links(&mut change.tx.conn(), change.ticket.id).await? {
        if link.outgoing {
            untie(&mut change.tx, &change.ticket, link.kind, link.other).await?;
        }
    }
    Ok(())
}

/// The person a line put on a ticket or took off it.
fn people(line: &Written) -> Option<People> {
    let about_people = matches!(code(line)?, EventCode::PersonAdded | EventCode::PersonRemoved);
    serde_json::from_str(line.payload.as_deref()?).ok().filter(|_| about_people)
}

fn subject(id: TicketId) -> String {
    format!("ticket:{id}")
}

fn ticket_of(line: &Written) -> Option<TicketId> {
    line.subject.strip_prefix("ticket:")?.parse().ok()
}

fn code(line: &Written) -> Option<EventCode> {
    EventCode::ALL.iter().copied().find(|code| code.code() == line.code)
}
