//! The timeline.

use crate::db::{Conn, Tx, decode, on};
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use sportello_domain::id::{EntryId, OfficeId, TicketId};
use sportello_domain::text::{CitizenText, InternalText};
use sportello_domain::ticket::Entry;
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    entry_id: Uuid,
    at: DateTime<Utc>,
    actor: String,
    code: String,
    internal_text: Option<String>,
    citizen_text: Option<String>,
    promise: Option<String>,
    office_id: Option<Uuid>,
    case_officer: Option<String>,
    reply_channel: Option<String>,
    happened_on: Option<NaiveDate>,
    due_on: Option<NaiveDate>,
    other_office_id: Option<Uuid>,
    other_ticket_id: Option<Uuid>,
    party: Option<String>,
    ground: Option<String>,
    undoes: Option<String>,
}

/// The timeline of a ticket, oldest first.
pub async fn entries(conn: &mut Conn<'_>, ticket: TicketId) -> Result<Vec<Entry>> {
    const SQL: &str = "select entry_id, at, actor, code, internal_text, citizen_text, promise, office_id, \
                       case_officer, reply_channel, happened_on, due_on, other_office_id, other_ticket_id, party, \
                       ground, undoes from ticket_entry \
                       where ticket_id = $1 order by seq";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(ticket.0))?;
    rows.into_iter().map(entry).collect()
}

/// Adds a line. The change it tells, and its line of the register, are in the same transaction.
pub(crate) async fn add_entry(tx: &mut Tx, ticket: TicketId, entry: &Entry) -> Result<()> {
    const SQL: &str = "insert into ticket_entry (entry_id, ticket_id, at, actor, code, internal_text, citizen_text, \
                       promise, office_id, case_officer, reply_channel, happened_on, due_on, \
                       other_office_id, other_ticket_id, party, ground, undoes) \
                       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(entry.id.0)
            .bind(ticket.0)
            .bind(entry.at)
            .bind(&entry.actor)
            .bind(entry.code.code())
            .bind(entry.internal_text.as_ref().map(InternalText::as_str))
            .bind(entry.citizen_text.as_ref().map(CitizenText::as_str))
            .bind(entry.promise.as_ref().map(InternalText::as_str))
            .bind(entry.office_id.map(|id| id.0))
            .bind(&entry.case_officer)
            .bind(entry.reply_channel.map(|channel| channel.code()))
            .bind(entry.happened_on)
            .bind(entry.due_on)
            .bind(entry.other_office_id.map(|id| id.0))
            .bind(entry.other_ticket_id.map(|id| id.0))
            .bind(&entry.party)
            .bind(entry.ground.map(|ground| ground.to_string()))
            .bind(entry.undoes.map(|code| code.code()))
    )?;
    super::touch(tx, ticket, entry.at).await
}

fn entry(row: Row) -> Result<Entry> {
    Ok(Entry {
        id: EntryId(row.entry_id),
        at: row.at,
        actor: row.actor,
        code: decode(&row.code)?,
        internal_text: row.internal_text.map(InternalText::stored),
        citizen_text: row.citizen_text.map(CitizenText::stored),
        promise: row.promise.map(InternalText::stored),
        office_id: row.office_id.map(OfficeId),
        case_officer: row.case_officer,
        reply_channel: row.reply_channel.as_deref().map(decode).transpose()?,
        happened_on: row.happened_on,
        due_on: row.due_on,
        other_office_id: row.other_office_id.map(OfficeId),
        other_ticket_id: row.other_ticket_id.map(TicketId),
        party: row.party,
        ground: row.ground.as_deref().map(decode).transpose()?,
        undoes: row.undoes.as_deref().map(decode).transpose()?,
    })
}
