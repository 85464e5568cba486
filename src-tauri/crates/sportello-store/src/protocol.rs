//! Protocol numbers. A record is never changed: another one stands for it.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use crate::search;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sportello_domain::id::{ProtocolId, TicketId};
use sportello_domain::protocol::{ProtocolDirection, ProtocolRecord};
use sportello_domain::ticket::{Entry, TicketRow};
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    protocol_id: Uuid,
    direction: String,
    number: String,
    registered_on: NaiveDate,
    recorded_at: DateTime<Utc>,
    recorded_by: String,
    corrects: Option<Uuid>,
    reason: Option<String>,
    corrected: bool,
}

/// The numbers of a ticket, the first recorded first, wrong ones included.
pub async fn list(conn: &mut Conn<'_>, ticket: TicketId) -> Result<Vec<ProtocolRecord>> {
    const SQL: &str = "select p.protocol_id, p.direction, p.number, p.registered_on, p.recorded_at, p.recorded_by, \
                       p.corrects, p.reason, \
                       exists (select 1 from protocol_record c where c.corrects = p.protocol_id) as corrected \
                       from protocol_record p where p.ticket_id = $1 order by p.seq";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(ticket.0))?;
    rows.into_iter().map(record).collect()
}

/// The tickets that carry exactly this number, the newest first.
pub async fn tickets(conn: &mut Conn<'_>, number: &str, limit: i64) -> Result<Vec<TicketRow>> {
    const SQL: &str = "select t.seq from protocol_record p join ticket t on t.ticket_id = p.ticket_id \
                       where p.number = $1 group by t.seq order by t.seq desc limit $2";
    let seqs: Vec<i64> = on!(&mut *conn, fetch_all, sqlx::query_scalar(SQL).bind(number).bind(limit))?;
    crate::ticket::rows_at(conn, &seqs).await
}

/// Which numbers tickets wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unregistered {
    /// The ticket.
    pub row: TicketRow,
    /// Which way.
    pub direction: ProtocolDirection,
    /// The day it came, or was answered.
    pub since: NaiveDate,
    /// Where the list goes on after this line.
    pub seq: i64,
}

#[derive(FromRow)]
struct Waiting {
    ticket_seq: i64,
    direction: String,
    since: NaiveDate,
}

/// Written matters and written replies without a number, the oldest first, after the line of `after`. Voided tickets
/// need none.
pub async fn unregistered(conn: &mut Conn<'_>, after: (i64, &str), limit: i64) -> Result<Vec<Unregistered>> {
    const SQL: &str = "select u.ticket_seq, u.direction, u.since from unregistered u \
                       join ticket t on t.seq = u.ticket_seq \
                       where (u.ticket_seq, u.direction) > ($1, $2) and t.state <> 'voided' \
                       order by u.ticket_seq, u.direction limit $3";
    let lines: Vec<Waiting> =
        on!(&mut *conn, fetch_all, sqlx::query_as(SQL).bind(after.0).bind(after.1).bind(limit))?;
    let mut seqs: Vec<i64> = lines.iter().map(|line| line.ticket_seq).collect();
    seqs.dedup();
    let rows = crate::ticket::rows_at(conn, &seqs).await?;
    lines
        .into_iter()
        .map(|line| {
            let at =
                seqs.binary_search(&line.ticket_seq).map_err(|_| Error::Register("unregistered".into()))?;
            let row = rows.get(at).cloned().ok_or(Error::NotFound("ticket"))?;
            Ok(Unregistered {
                row,
                direction: decode(&line.direction)?,
                since: line.since,
                seq: line.ticket_seq,
            })
        })
        .collect()
}

#[derive(Serialize)]
struct Change<'a> {
    protocol: &'a ProtocolRecord,
    entry: &'a Entry,
}

/// Records a number.
pub async fn insert(tx: &mut Tx, ticket: TicketId, protocol: &ProtocolRecord, entry: &Entry) -> Result<()> {
    const SQL: &str = "insert into protocol_record (protocol_id, ticket_id, direction, number, registered_on, \
                       recorded_at, recorded_by, corrects, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(protocol.id.0)
            .bind(ticket.0)
            .bind(protocol.direction.code())
            .bind(&protocol.number)
            .bind(protocol.registered_on)
            .bind(protocol.recorded_at)
            .bind(&protocol.recorded_by)
            .bind(protocol.corrects.map(|id| id.0))
            .bind(&protocol.reason)
    )?;
    crate::ticket::add_entry(tx, ticket, entry).await?;
    let change = Change { protocol, entry };
    crate::event::append(tx, entry.code, &format!("ticket:{ticket}"), None::<&()>, &change).await?;
    search::index_ticket(&mut tx.conn(), ticket).await
}

fn record(row: Row) -> Result<ProtocolRecord> {
    Ok(ProtocolRecord {
        id: ProtocolId(row.protocol_id),
        direction: decode(&row.direction)?,
        number: row.number,
        registered_on: row.registered_on,
        recorded_at: row.recorded_at,
        recorded_by: row.recorded_by,
        corrects: row.corrects.map(ProtocolId),
        reason: row.reason,
        corrected: row.corrected,
    })
}
