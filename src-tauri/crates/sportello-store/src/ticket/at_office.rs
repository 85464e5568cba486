//! The open tickets an office holds.

use super::line::rows_at;
use crate::db::{Conn, on};
use crate::error::Result;
use sportello_domain::id::OfficeId;
use sportello_domain::ticket::TicketRow;

/// The most that are read of one office.
const LIMIT: i64 = 500;

/// Open tickets of an office, the one it must report on first first, each with who follows it there.
pub async fn at_office(conn: &mut Conn<'_>, office: OfficeId) -> Result<Vec<(TicketRow, Option<String>)>> {
    const SQL: &str = "select seq, case_officer from ticket where open and office_id = $1 \
                       and state in ('transferred', 'with_office', 'suspended') order by office_due_on, seq limit $2";
    let held: Vec<(i64, Option<String>)> =
        on!(&mut *conn, fetch_all, sqlx::query_as(SQL).bind(office.0).bind(LIMIT))?;
    let seqs: Vec<i64> = held.iter().map(|(seq, _)| *seq).collect();
    let rows = rows_at(conn, &seqs).await?;
    Ok(rows.into_iter().zip(held.into_iter().map(|(_, officer)| officer)).collect())
}
