//! When each open ticket was last touched: what lies forgotten is found without reading the timelines.

use crate::db::{Conn, Tx, on};
use crate::error::Result;
use chrono::{DateTime, Utc};
use sportello_domain::id::{EntryId, TicketId};
use sportello_domain::ticket::TicketRow;
use sqlx::FromRow;

/// Notes that a line was written to the timeline of a ticket, if it is open.
pub(crate) async fn touch(tx: &mut Tx, ticket: TicketId, at: DateTime<Utc>) -> Result<()> {
    const SQL: &str = "insert into ticket_touch (ticket_id, at) select ticket_id, $2 from ticket \
                       where ticket_id = $1 and open on conflict (ticket_id) do update set at = excluded.at";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(ticket.0).bind(at))?;
    Ok(())
}

/// A ticket is finished: nobody has to touch it any more.
pub(crate) async fn forget(tx: &mut Tx, ticket: TicketId) -> Result<()> {
    const SQL: &str = "delete from ticket_touch where ticket_id = $1";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(ticket.0))?;
    Ok(())
}

/// Open tickets that nobody has touched since a moment, the longest forgotten first.
pub async fn stale(
    conn: &mut Conn<'_>,
    since: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(TicketRow, DateTime<Utc>)>> {
    const SQL: &str = "select t.seq, u.at from ticket_touch u join ticket t on t.ticket_id = u.ticket_id \
                       where u.at < $1 order by u.at, t.seq limit $2";
    let found: Vec<Found> = on!(&mut *conn, fetch_all, sqlx::query_as(SQL).bind(since).bind(limit))?;
    let seqs: Vec<i64> = found.iter().map(|found| found.seq).collect();
    let rows = super::rows_at(conn, &seqs).await?;
    Ok(rows.into_iter().zip(found).map(|(row, found)| (row, found.at)).collect())
}

/// How many those are.
pub async fn stale_count(conn: &mut Conn<'_>, since: DateTime<Utc>) -> Result<i64> {
    const SQL: &str = "select count(*) from ticket_touch where at < $1";
    Ok(on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(since))?)
}

/// Tickets with a line written since `first`, the last touched first, and how many lines. Ids are made in the order of
/// time, so the lines of a shift are the end of their index.
pub async fn touched_since(
    conn: &mut Conn<'_>,
    first: EntryId,
    limit: i64,
) -> Result<Vec<(TicketRow, DateTime<Utc>, i64)>> {
    // Materialized, or SQLite walks every timeline in the order of the tickets to group the few lines of a shift.
    const SQL: &str = "with fresh as materialized (select ticket_id, at from ticket_entry where entry_id >= $1), \
                       e as (select ticket_id, max(at) as at, count(*) as lines from fresh group by ticket_id) \
                       select t.seq, e.at, e.lines from e join ticket t on t.ticket_id = e.ticket_id \
                       order by e.at desc, t.seq limit $2";
    let found: Vec<Touched> = on!(&mut *conn, fetch_all, sqlx::query_as(SQL).bind(first.0).bind(limit))?;
    let seqs: Vec<i64> = found.iter().map(|found| found.seq).collect();
    let rows = super::rows_at(conn, &seqs).await?;
    Ok(rows.into_iter().zip(found).map(|(row, found)| (row, found.at, found.lines)).collect())
}

#[derive(FromRow)]
struct Found {
    seq: i64,
    at: DateTime<Utc>,
}

#[derive(FromRow)]
struct Touched {
    seq: i64,
    at: DateTime<Utc>,
    lines: i64,
}
