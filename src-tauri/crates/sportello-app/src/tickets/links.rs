//! Tickets that belong together, each with its own life.

use super::change::change;
use super::detail::TicketDetail;
use super::request::requests;
use crate::app::App;
use crate::error::{Failure, Outcome};
use serde::Deserialize;
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{EntryId, TicketId};
use sportello_domain::ticket::{Anonymous, DraftLink, Entry, LinkKind, Ticket, TicketDraft};
use sportello_store::{Error, Tx, ticket};

requests! {
    /// Two tickets belong together.
    Link {
        /// What the first is to the other.
        kind: LinkKind,
        /// The other.
        other_id: TicketId,
    }
    /// They do not.
    Unlink {
        /// What the first was to the other.
        kind: LinkKind,
        /// The other.
        other_id: TicketId,
    }
}

/// Which ticket another matter comes with.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sibling {
    /// The ticket.
    pub id: TicketId,
    /// What the new one will be to it: `visit`, another matter of the same visit, or `split_from`.
    pub kind: LinkKind,
}

/// A draft of another matter: same citizen, channel and day; its words are still to be typed.
pub(crate) async fn sibling(app: &App, request: Sibling) -> Outcome<TicketDraft> {
    let ticket = ticket::find(&mut app.store().await?.reader().await?.conn(), request.id).await?;
    Ok(TicketDraft {
        id: None,
        interaction_id: None,
        kind: ticket.kind,
        channel: ticket.channel,
        subject: None,
        text: String::new(),
        place: None,
        presented_on: Some(ticket.presented_on),
        citizen_id: ticket.citizen_id,
        citizen: None,
        anonymous: ticket.anonymous_reason.map(|reason| Anonymous { reason }),
        reply_by: ticket.reply_by,
        office_id: None,
        answer: None,
        note: None,
        rule: None,
        presented_reason: None,
        category_id: None,
        papers: None,
        link: Some(DraftLink { kind: request.kind, ticket_id: request.id }),
    })
}

/// Links two tickets.
pub(crate) async fn link(app: &App, request: Link) -> Outcome<TicketDetail> {
    let (kind, other_id) = (request.kind, request.other_id);
    if other_id == request.id {
        let rule = FieldRule::WrongValue { expected: "another ticket".into() };
        return Err(Failure::field("other_id", rule));
    }
    change!(app, request, |change| {
        tie(&mut change.tx, &change.ticket, kind, other_id).await?;
    })
}

/// Takes a link away.
pub(crate) async fn unlink(app: &App, request: Unlink) -> Outcome<TicketDetail> {
    let (kind, other_id) = (request.kind, request.other_id);
    change!(app, request, |change| {
        untie(&mut change.tx, &change.ticket, kind, other_id).await?;
    })
}

/// Links two tickets, with a line on each. The matters of one visit are all linked to its first ticket.
pub(super) async fn tie(tx: &mut Tx, ticket: &Ticket, kind: LinkKind, other_id: TicketId) -> Outcome<()> {
    let mut other_id = other_id;
    if kind == LinkKind::Visit {
        let links = ticket::links(&mut tx.conn(), other_id).await?;
        let first = links.iter().find(|link| link.outgoing && link.kind == LinkKind::Visit);
        other_id = first.map_or(other_id, |link| link.other);
    }
    let other = match ticket::find(&mut tx.conn(), other_id).await {
        Err(Error::NotFound(_)) => return Err(Failure::field("other_id", FieldRule::NotFound)),
        found => found?,
    };
    if other.id != ticket.id && ticket::link(tx, ticket.id, kind, other.id).await? {
        tell_both(tx, EventCode::TicketLinked, ticket, &other).await?;
    }
    Ok(())
}

/// Takes a link away, with a line on each.
pub(super) async fn untie(tx: &mut Tx, ticket: &Ticket, kind: LinkKind, other_id: TicketId) -> Outcome<()> {
    if !ticket::unlink(tx, ticket.id, kind, other_id).await? {
        return Err(Failure::field("other_id", FieldRule::NotFound));
    }
    let other = ticket::find(&mut tx.conn(), other_id).await?;
    tell_both(tx, EventCode::TicketUnlinked, ticket, &other).await
}

async fn tell_both(tx: &mut Tx, code: EventCode, ticket: &Ticket, other: &Ticket) -> Outcome<()> {
    for (one, other) in [(ticket, other), (other, ticket)] {
        let stamp = tx.stamp().clone();
        let mut entry = Entry::new(EntryId(crate::clock::new_uuid(stamp.at)), stamp.at, &stamp.actor, code);
        entry.other_ticket_id = Some(other.id);
        ticket::add_line(tx, one, &entry).await?;
    }
    Ok(())
}
