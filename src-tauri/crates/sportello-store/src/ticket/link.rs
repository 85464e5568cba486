//! How tickets belong together.

use crate::db::{Conn, Tx, decode, on};
use crate::error::Result;
use sportello_domain::id::TicketId;
use sportello_domain::ticket::LinkKind;
use uuid::Uuid;

/// A link, seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What the one is to the other.
    pub kind: LinkKind,
    /// The other end.
    pub other: TicketId,
    /// Whether the ticket asked about is the first end: "this one continues the other".
    pub outgoing: bool,
}

/// The links of a ticket, in the order in which the others were registered.
pub async fn links(conn: &mut Conn<'_>, ticket: TicketId) -> Result<Vec<Link>> {
    const OUT: &str = "select l.other_id, l.kind from ticket_link l join ticket t on t.ticket_id = l.other_id \
                       where l.ticket_id = $1 order by t.seq";
    const IN: &str = "select l.ticket_id, l.kind from ticket_link l join ticket t on t.ticket_id = l.ticket_id \
                      where l.other_id = $1 order by t.seq";
    let mut links = Vec::new();
    for (sql, outgoing) in [(OUT, true), (IN, false)] {
        let rows: Vec<(Uuid, String)> = on!(&mut *conn, fetch_all, sqlx::query_as(sql).bind(ticket.0))?;
        for (other, kind) in rows {
            links.push(Link { kind: decode(&kind)?, other: TicketId(other), outgoing });
        }
    }
    Ok(links)
}

/// Links two tickets; false when they are linked so already. The lines of the register are the caller's.
pub async fn link(tx: &mut Tx, ticket: TicketId, kind: LinkKind, other: TicketId) -> Result<bool> {
    const SQL: &str =
        "insert into ticket_link (ticket_id, other_id, kind) values ($1, $2, $3) on conflict do nothing";
    let done = on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(ticket.0).bind(other.0).bind(kind.code()))?;
    Ok(done > 0)
}

/// Takes a link away; false when there was none.
pub async fn unlink(tx: &mut Tx, ticket: TicketId, kind: LinkKind, other: TicketId) -> Result<bool> {
    const SQL: &str = "delete from ticket_link where ticket_id = $1 and other_id = $2 and kind = $3";
    let done = on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(ticket.0).bind(other.0).bind(kind.code()))?;
    Ok(done > 0)
}
