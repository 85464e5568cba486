//! Recording: from what was typed to a number and a date to tell the citizen.

use super::change::Change;
use super::deadline::promise;
use super::detail::{self, TicketDetail};
use super::links;
use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use crate::follow_up;
use crate::papers;
use crate::settings;
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::CitizenData;
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CitizenId, DraftId, EntryId, InteractionId, OpId, TicketId};
use sportello_domain::interaction::{Interaction, InteractionOutcome};
use sportello_domain::ticket::lifecycle::{Action, Need};
use sportello_domain::ticket::{
    Channel, Course, Entry, NewTicket, PickupCode, Requester, Ticket, TicketDraft, TicketState,
};
use sportello_store::{Error, Store, Tx, category, citizen, draft, interaction, office, street, ticket};

/// A ticket to record.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RecordTicket {
    /// The operation.
    pub op: OpId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// What was typed.
    pub ticket: TicketDraft,
}

/// A recorded ticket: what to tell the citizen is in `ticket.number` and `ticket.due_on`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Recorded {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: TicketDetail,
}

/// Records a ticket. Asked twice with the same operation, it answers the same ticket.
pub(crate) async fn record(app: &App, request: RecordTicket) -> Outcome<Recorded> {
    record_as(app, request, false).await
}

/// The same; `event`: what many report, without a requester of its own.
pub(super) async fn record_as(app: &App, request: RecordTicket, event: bool) -> Outcome<Recorded> {
    let store = app.store().await?;
    let id = request.ticket.id.unwrap_or(TicketId(request.op.0));
    let contact = request.ticket.interaction_id;
    let folder = request.ticket.papers;
    let known = known_citizen(&store, request.ticket.citizen_id).await?;
    check_references(&store, &request.ticket).await?;
    let new = request.ticket.parse(app.today(), known.as_ref())?;
    let calendar = settings::desk(&store).await?.calendar;

    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let deadline = match new.requester {
                Requester::Anonymous(_) => None,
                Requester::Known(_) | Requester::New(_) => {
                    Some(promise(new.rule, new.presented_on, &calendar)?)
                }
            };
            let citizen_id = requester(&mut tx, &new.requester).await?;
            let number = ticket::next_number(&mut tx, app.today().year()).await?;
            let stamp = tx.stamp().clone();
            let recorded = Ticket {
                id,
                number,
                kind: new.kind,
                channel: new.channel,
                state: TicketState::Received,
                state_before: None,
                subject: new.subject.clone(),
                text: new.text.clone(),
                place: new.place.clone(),
                citizen_id,
                anonymous_reason: match &new.requester {
                    Requester::Anonymous(reason) if !event => Some(reason.clone()),
                    Requester::Anonymous(_) | Requester::Known(_) | Requester::New(_) => None,
                },
                reply_by: new.reply_by,
                office_id: new.office_id,
                case_officer: None,
                rule: new.rule,
                presented_on: new.presented_on,
                recorded_at: stamp.at,
                due_on: deadline.as_ref().map(|deadline| deadline.due_on),
                target_on: deadline.as_ref().map(|deadline| deadline.target_on),
                office_due_on: None,
                answered_on: None,
                closed_at: None,
                void_reason: None,
                course: Course {
                    event,
                    pickup_code: match &new.requester {
                        Requester::Anonymous(_) if !event => Some(pickup_code(&mut tx).await?),
                        _ => None,
                    },
                    ..Course::default()
                },
                recorded_by: stamp.actor.clone(),
                category_id: new.category_id,
                version: 1,
            };
            let mut entry = Entry::new(
                EntryId(crate::clock::new_uuid(stamp.at)),
                stamp.at,
                &stamp.actor,
                EventCode::TicketRecorded,
            );
            entry.happened_on = Some(new.presented_on);
            entry.due_on = recorded.due_on;
            ticket::insert(&mut tx, &recorded, &entry).await?;
            if let Some(link) = new.link {
                links::tie(&mut tx, &recorded, link.kind, link.ticket_id).await?;
            }
            if let Some(folder) = folder {
                papers::claim(&mut tx, folder, id).await?;
            }
            if let Some(place) = &recorded.place {
                street::place_ticket(&mut tx, id, place).await?;
            }
            if !event {
                log_contact(&mut tx, contact, recorded.channel, recorded.citizen_id, &recorded).await?;
            }
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            finish(app, tx, recorded, new).await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(Recorded { ticket: detail::of(app, &store, id).await? })
}

/// Why the date is past, the note and the answer given at once, then the commit.
async fn finish(app: &App, mut tx: Tx, recorded: Ticket, new: NewTicket) -> Outcome<()> {
    let days = (app.today() - recorded.presented_on).num_days();
    let (desk, _) = follow_up::read(&mut tx.conn()).await?;
    let mut change = Change::over(app, app.store().await?, tx, recorded);
    // A reason somebody gave is kept, whether or not it was needed.
    if days > desk.late_recording_days.into() || new.presented_reason.is_some() {
        let mut entry = change.line(EventCode::TicketBackdated);
        entry.internal_text = new.presented_reason;
        ticket::add_line(&mut change.tx, &change.ticket, &entry).await?;
    }
    if let Some(note) = new.note {
        let mut entry = change.line(EventCode::NoteAdded);
        entry.internal_text = Some(note);
        ticket::add_line(&mut change.tx, &change.ticket, &entry).await?;
    }
    if let Some((text, channel)) = new.answer {
        let today = app.today();
        change
            .step(Action::AnswerNow, EventCode::TicketAnswered, &[Need::ReplyText], |ticket, entry| {
                ticket.answered_on = Some(today);
                entry.citizen_text = Some(text);
                entry.reply_channel = Some(channel);
                entry.happened_on = Some(today);
            })
            .await?;
    }
    Ok(change.tx.commit().await?)
}

async fn known_citizen(store: &Store, id: Option<CitizenId>) -> Outcome<Option<CitizenData>> {
    let Some(id) = id else { return Ok(None) };
    match citizen::find(&mut store.reader().await?.conn(), id).await {
        Ok(found) => Ok(Some(found.data)),
        Err(Error::NotFound(_)) => Err(Failure::field("citizen_id", FieldRule::NotFound)),
        Err(error) => Err(error.into()),
    }
}

async fn check_references(store: &Store, draft: &TicketDraft) -> Outcome<()> {
    let mut reader = store.reader().await?;
    if let Some(office_id) = draft.office_id {
        let found = office::find(&mut reader.conn(), office_id).await;
        not_found_is_a_fault(found.map(drop), "office_id")?;
    }
    if let Some(category_id) = draft.category_id {
        let found = category::find(&mut reader.conn(), category_id).await;
        not_found_is_a_fault(found.map(drop), "category_id")?;
    }
    if let Some(link) = draft.link {
        let found = ticket::find(&mut reader.conn(), link.ticket_id).await;
        not_found_is_a_fault(found.map(drop), "link.ticket_id")?;
    }
    if let Some(contact) = draft.interaction_id {
        let found = interaction::find(&mut reader.conn(), contact).await;
        not_found_is_a_fault(found.map(drop), "interaction_id")?;
    }
    Ok(())
}

fn not_found_is_a_fault(found: Result<(), Error>, field: &str) -> Outcome<()> {
    match found {
        Err(Error::NotFound(_)) => Err(Failure::field(field, FieldRule::NotFound)),
        other => Ok(other?),
    }
}

/// A code nobody has yet.
async fn pickup_code(tx: &mut Tx) -> Outcome<PickupCode> {
    loop {
        let code = PickupCode::from_random(crate::clock::random());
        if !ticket::has_pickup_code(&mut tx.conn(), &code).await? {
            return Ok(code);
        }
    }
}

async fn requester(tx: &mut Tx, requester: &Requester) -> Outcome<Option<CitizenId>> {
    match requester {
        Requester::Anonymous(_) => Ok(None),
        Requester::Known(id) => Ok(Some(*id)),
        Requester::New(data) => {
            let id = CitizenId(crate::clock::new_uuid(tx.stamp().at));
            Ok(Some(citizen::save(tx, id, data, 0).await?.id))
        }
    }
}

/// Every ticket is also a contact: the one that was logged, or a new one.
pub(super) async fn log_contact(
    tx: &mut Tx,
    contact: Option<InteractionId>,
    channel: Channel,
    citizen_id: Option<CitizenId>,
    ticket: &Ticket,
) -> Outcome<()> {
    if let Some(id) = contact {
        return match interaction::promote(tx, id, ticket.id, citizen_id).await {
            Err(Error::NotFound(_)) => Err(Failure::new(Code::NotFound, "no such contact")),
            other => Ok(other?),
        };
    }
    let stamp = tx.stamp().clone();
    let contact = Interaction {
        id: InteractionId(crate::clock::new_uuid(stamp.at)),
        at: stamp.at,
        channel,
        topic: ticket.subject.clone(),
        outcome: InteractionOutcome::Promoted,
        citizen_id,
        ticket_id: Some(ticket.id),
        operator: stamp.actor,
        referral: None,
    };
    Ok(interaction::log(tx, &contact).await?)
}
