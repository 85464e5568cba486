//! The other people of a ticket: who acts for the requester, who has the same problem, who gets the reply.

use super::change::Change;
use super::detail::{self, TicketDetail};
use crate::app::App;
use crate::error::{Failure, Outcome};
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::{Citizen, CitizenData};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CitizenId, DraftId, OpId, TicketId};
use sportello_domain::text::InternalText;
use sportello_domain::ticket::{PersonRole, Ticket, TicketPerson};
use sportello_store::{Conn, Error, Tx, citizen, draft, ticket};

/// Somebody to put on a ticket. Asked again for somebody who is there, it changes the role.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PersonAdd {
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
    /// Somebody the store knows already.
    #[serde(default)]
    pub citizen_id: Option<CitizenId>,
    /// Somebody new.
    #[serde(default)]
    pub citizen: Option<CitizenData>,
    /// Why they are there.
    pub role: PersonRole,
    /// Whether the reply goes to them instead of the requester.
    #[serde(default)]
    pub reply_to: bool,
}

/// Somebody to take off a ticket.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PersonRemove {
    /// The operation.
    pub op: OpId,
    /// The ticket.
    pub id: TicketId,
    /// The version that was read; left out, the ticket is changed as it stands.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub version: Option<i64>,
    /// Who.
    pub citizen_id: CitizenId,
}

/// Somebody on a ticket, with who it is.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PersonLine {
    /// Why they are there.
    #[serde(flatten)]
    pub person: TicketPerson,
    /// Who it is.
    pub citizen: Citizen,
}

/// Puts somebody on a ticket.
pub(crate) async fn add_person(app: &App, request: PersonAdd) -> Outcome<TicketDetail> {
    let new =
        request.citizen.map(|data| data.parse("citizen.")?.born_by(app.today(), "citizen.")).transpose()?;
    let Some(mut change) = Change::begin(app, request.op, request.id, request.version).await? else {
        return detail::of(app, &*app.store().await?, request.id).await;
    };
    let citizen_id = match (request.citizen_id, new) {
        (Some(id), None) => known(&mut change.tx.conn(), &change.ticket, id).await?,
        (None, Some(data)) if !data.is_blank() => {
            let id = CitizenId(crate::clock::new_uuid(change.tx.stamp().at));
            citizen::save(&mut change.tx, id, &data, 0).await?.id
        }
        (None, _) => return Err(Failure::field("citizen_id", FieldRule::Required)),
        (Some(_), Some(_)) => return Err(Failure::field("citizen", FieldRule::NotBoth)),
    };
    let person = TicketPerson { citizen_id, role: request.role, reply_to: request.reply_to };
    put_on(&mut change, &person).await?;
    if let Some(draft_id) = request.draft_id {
        draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}

/// Takes somebody off a ticket.
pub(crate) async fn remove_person(app: &App, request: PersonRemove) -> Outcome<TicketDetail> {
    let Some(mut change) = Change::begin(app, request.op, request.id, request.version).await? else {
        return detail::of(app, &*app.store().await?, request.id).await;
    };
    take_off(&mut change, request.citizen_id).await?;
    change.commit().await
}

/// Puts somebody on the ticket of a change that has begun: the caller commits.
pub(crate) async fn put_on(change: &mut Change<'_>, person: &TicketPerson) -> Outcome<()> {
    let entry = line(change, EventCode::PersonAdded, person.citizen_id).await?;
    change.ticket = ticket::add_person(&mut change.tx, &change.ticket, person, &entry).await?;
    Ok(())
}

/// Takes somebody off the ticket of a change that has begun: the caller commits.
pub(crate) async fn take_off(change: &mut Change<'_>, citizen_id: CitizenId) -> Outcome<()> {
    let entry = line(change, EventCode::PersonRemoved, citizen_id).await?;
    change.ticket = ticket::remove_person(&mut change.tx, &change.ticket, citizen_id, &entry).await?;
    Ok(())
}

/// The people of a ticket, with who they are.
pub(crate) async fn people_of(conn: &mut Conn<'_>, id: TicketId) -> Outcome<Vec<PersonLine>> {
    let mut lines: Vec<PersonLine> = Vec::new();
    for person in ticket::people(conn, id).await? {
        let citizen = citizen::find(conn, person.citizen_id).await?;
        // Two records of one person, merged since: once is enough.
        match lines.iter_mut().find(|line| line.citizen.id == citizen.id) {
            Some(line) => line.person.reply_to |= person.reply_to,
            None => lines.push(PersonLine { person, citizen }),
        }
    }
    Ok(lines)
}

/// Somebody of the store who is not the requester already.
async fn known(conn: &mut Conn<'_>, ticket: &Ticket, id: CitizenId) -> Outcome<CitizenId> {
    let requester = match ticket.citizen_id {
        Some(requester) => Some(citizen::survivor(conn, requester).await?),
        None => None,
    };
    match citizen::find(conn, id).await {
        Ok(found) if Some(found.id) == requester => {
            Err(Failure::field("citizen_id", FieldRule::AlreadyThere))
        }
        Ok(_) => Ok(id),
        Err(Error::NotFound(_)) => Err(Failure::field("citizen_id", FieldRule::NotFound)),
        Err(error) => Err(error.into()),
    }
}

/// The timeline says who came and went by name, as it was then.
async fn line(
    change: &mut Change<'_>,
    code: EventCode,
    id: CitizenId,
) -> Outcome<sportello_domain::ticket::Entry> {
    let name = name(&mut change.tx, id).await?;
    let mut entry = change.line(code);
    entry.internal_text = InternalText::parse_optional(Some(&name)).unwrap_or_default();
    Ok(entry)
}

async fn name(tx: &mut Tx, id: CitizenId) -> Outcome<String> {
    Ok(citizen::find(&mut tx.conn(), id).await?.data.display_name())
}
