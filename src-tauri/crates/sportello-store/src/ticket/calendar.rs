//! What the passing of days does to tickets.

use crate::db::{Conn, on};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use sportello_domain::id::TicketId;
use sportello_domain::ticket::TicketNumber;
use uuid::Uuid;

/// The suspended tickets. They are few: a suspension lasts weeks.
pub async fn suspended(conn: &mut Conn<'_>) -> Result<Vec<TicketId>> {
    const SQL: &str = "select ticket_id from ticket where state = 'suspended' order by seq";
    let ids: Vec<Uuid> = on!(conn, fetch_all, sqlx::query_scalar(SQL))?;
    Ok(ids.into_iter().map(TicketId).collect())
}

/// The tickets answered on `day` or before and not filed yet, the oldest answer first.
pub async fn answered_until(conn: &mut Conn<'_>, day: NaiveDate, limit: i64) -> Result<Vec<TicketId>> {
    const SQL: &str = "select ticket_id from ticket where state = 'answered' and answered_on <= $1 \
                       order by answered_on, ticket_id limit $2";
    let ids: Vec<Uuid> = on!(conn, fetch_all, sqlx::query_scalar(SQL).bind(day).bind(limit))?;
    Ok(ids.into_iter().map(TicketId).collect())
}

/// The number of a ticket, for a line that names it.
pub async fn numbers(conn: &mut Conn<'_>, ids: &[TicketId]) -> Result<Vec<(TicketId, TicketNumber)>> {
    const SQL: &str = "select year, progressive from ticket where ticket_id = $1";
    let mut numbers = Vec::with_capacity(ids.len());
    for id in ids {
        let row: Option<(i64, i64)> = on!(&mut *conn, fetch_optional, sqlx::query_as(SQL).bind(id.0))?;
        let (year, progressive) = row.ok_or(Error::NotFound("ticket"))?;
        let year = i32::try_from(year).map_err(|_| Error::Register("ticket.year".into()))?;
        numbers.push((*id, TicketNumber { year, progressive }));
    }
    Ok(numbers)
}
