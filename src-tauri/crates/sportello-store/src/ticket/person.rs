//! The other people of a ticket.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use crate::search;
use sportello_domain::id::{CitizenId, TicketId};
use sportello_domain::ticket::{Entry, Ticket, TicketPerson};
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    citizen_id: Uuid,
    role: String,
    reply_to: bool,
}

/// The other people of a ticket, in the order they came.
pub async fn people(conn: &mut Conn<'_>, ticket: TicketId) -> Result<Vec<TicketPerson>> {
    const SQL: &str =
        "select citizen_id, role, reply_to from ticket_person where ticket_id = $1 order by seq";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(ticket.0))?;
    rows.into_iter().map(person).collect()
}

/// Puts somebody on a ticket, or changes why they are there. If the reply goes to them, it goes to nobody else.
/// `before` is the ticket as it was read; answers it with its new version.
pub async fn add_person(
    tx: &mut Tx,
    before: &Ticket,
    person: &TicketPerson,
    entry: &Entry,
) -> Result<Ticket> {
    const CLEAR: &str = "update ticket_person set reply_to = $2 where ticket_id = $1";
    const SQL: &str = "insert into ticket_person (ticket_id, citizen_id, role, reply_to) values ($1, $2, $3, $4) \
                       on conflict (ticket_id, citizen_id) do update set role = excluded.role, \
                       reply_to = excluded.reply_to";
    let was = find(&mut tx.conn(), before.id, person.citizen_id).await?;
    if person.reply_to {
        on!(&mut tx.conn(), execute, sqlx::query(CLEAR).bind(before.id.0).bind(false))?;
    }
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(before.id.0)
            .bind(person.citizen_id.0)
            .bind(person.role.code())
            .bind(person.reply_to)
    )?;
    changed(tx, before, was.as_ref(), Some(person), entry).await
}

/// Takes somebody off a ticket; the register and the timeline remember them.
pub async fn remove_person(
    tx: &mut Tx,
    before: &Ticket,
    citizen: CitizenId,
    entry: &Entry,
) -> Result<Ticket> {
    const SQL: &str = "delete from ticket_person where ticket_id = $1 and citizen_id = $2";
    let was = find(&mut tx.conn(), before.id, citizen).await?.ok_or(Error::NotFound("person"))?;
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(before.id.0).bind(citizen.0))?;
    changed(tx, before, Some(&was), None, entry).await
}

async fn find(conn: &mut Conn<'_>, ticket: TicketId, citizen: CitizenId) -> Result<Option<TicketPerson>> {
    const SQL: &str =
        "select citizen_id, role, reply_to from ticket_person where ticket_id = $1 and citizen_id = $2";
    let row: Option<Row> = on!(conn, fetch_optional, sqlx::query_as(SQL).bind(ticket.0).bind(citizen.0))?;
    row.map(person).transpose()
}

/// Whoever read the ticket before has not seen its people: the version moves with them.
async fn changed(
    tx: &mut Tx,
    before: &Ticket,
    was: Option<&TicketPerson>,
    is: Option<&TicketPerson>,
    entry: &Entry,
) -> Result<Ticket> {
    const SQL: &str = "update ticket set version = version + 1 where ticket_id = $1 and version = $2";
    let touched = on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(before.id.0).bind(before.version))?;
    if touched == 0 {
        return Err(Error::Conflict("ticket"));
    }
    super::add_entry(tx, before.id, entry).await?;
    crate::event::append(tx, entry.code, &format!("ticket:{}", before.id), was, &is).await?;
    search::index_ticket(&mut tx.conn(), before.id).await?;
    Ok(Ticket { version: before.version + 1, ..before.clone() })
}

fn person(row: Row) -> Result<TicketPerson> {
    Ok(TicketPerson {
        citizen_id: CitizenId(row.citizen_id),
        role: decode(&row.role)?,
        reply_to: row.reply_to,
    })
}
