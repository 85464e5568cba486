//! What letters to a citizen share.

use super::Words;
use crate::error::Outcome;
use crate::tickets::people_of;
use sportello_documents::Recipient;
use sportello_domain::calendar::italian::date_words;
use sportello_domain::id::TicketId;
use sportello_domain::paper::shown_name;
use sportello_domain::protocol::{ProtocolDirection, ProtocolRecord};
use sportello_domain::ticket::Ticket;
use sportello_store::paper::{self, Place};
use sportello_store::{Conn, citizen, protocol};

/// Who is written to: whom the requester chose, or the requester; whoever left no name is called so.
pub(super) async fn recipient(conn: &mut Conn<'_>, words: &Words, ticket: &Ticket) -> Outcome<Recipient> {
    let requester = match ticket.citizen_id {
        Some(id) => Some(citizen::find(conn, id).await?.data),
        None => None,
    };
    let chosen = people_of(conn, ticket.id).await?.into_iter().find(|line| line.person.reply_to);
    let requester_name = requester.as_ref().map(|data| data.display_name());
    let acts = chosen.as_ref().is_some_and(|line| line.person.role.acts_for_requester());
    let citizen = chosen.map(|line| line.citizen.data).or(requester);
    let name = citizen.as_ref().map(|data| data.display_name()).filter(|name| !name.trim().is_empty());
    Ok(Recipient {
        name: name.unwrap_or_else(|| words.say("anonymous")),
        address: citizen.and_then(|data| data.address),
        on_behalf_of: requester_name.filter(|_| acts),
    })
}

/// The last number of one way that nobody corrected.
pub(super) async fn last_protocol(
    conn: &mut Conn<'_>,
    id: TicketId,
    direction: ProtocolDirection,
) -> Outcome<Option<ProtocolRecord>> {
    let records = protocol::list(conn, id).await?;
    Ok(records.into_iter().rfind(|record| record.direction == direction && !record.corrected))
}

/// The same, as it is written in a letter.
pub(super) async fn protocol_of(
    conn: &mut Conn<'_>,
    id: TicketId,
    direction: ProtocolDirection,
) -> Outcome<Option<String>> {
    let last = last_protocol(conn, id, direction).await?;
    Ok(last.map(|record| format!("{} del {}", record.number, date_words(record.registered_on))))
}

/// What was handed over with a ticket, by name; what was hidden is not told.
pub(super) async fn attachments_of(conn: &mut Conn<'_>, id: TicketId) -> Outcome<Vec<String>> {
    let papers = paper::list(conn, Place::Ticket(id)).await?;
    Ok(papers
        .iter()
        .filter(|paper| paper.removed_at.is_none())
        .map(|paper| shown_name(&paper.name))
        .collect())
}
