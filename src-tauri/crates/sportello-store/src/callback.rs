//! Call-backs. Nothing else in the store writes to them: closing, merging or reopening a ticket leaves them as they are.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use crate::search;
use chrono::{DateTime, NaiveDate, Utc};
use sportello_domain::callback::Callback;
use sportello_domain::event::EventCode;
use sportello_domain::id::{CallbackId, CitizenId, TicketId};
use sportello_domain::ticket::{Entry, TicketNumber};
use sqlx::FromRow;
use uuid::Uuid;

/// A call-back with whom and what it is about, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallbackRow {
    /// The call-back.
    pub callback: Callback,
    /// Name of the citizen.
    pub citizen_name: Option<String>,
    /// Number of the ticket.
    pub ticket_number: Option<TicketNumber>,
}

#[derive(FromRow)]
struct Row {
    callback_id: Uuid,
    ticket_id: Option<Uuid>,
    citizen_id: Option<Uuid>,
    who: Option<String>,
    phone: String,
    due_on: NaiveDate,
    due_at: Option<String>,
    about: String,
    waiting: bool,
    attempts: i64,
    made_at: DateTime<Utc>,
    made_by: String,
    done_at: Option<DateTime<Utc>>,
    version: i64,
    citizen_name: Option<String>,
    year: Option<i64>,
    progressive: Option<i64>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select b.callback_id, b.ticket_id, b.citizen_id, b.who, b.phone, b.due_on, b.due_at, b.about, b.waiting, ",
            "b.attempts, b.made_at, b.made_by, b.done_at, b.version, ",
            "case when c.citizen_id is null then null else coalesce(c.organization, ",
            "trim(coalesce(c.surname, '') || ' ' || coalesce(c.name, ''))) end as citizen_name, t.year, t.progressive ",
            "from callback b left join citizen c on c.citizen_id = b.citizen_id ",
            "left join ticket t on t.ticket_id = b.ticket_id ",
            $rest
        )
    };
}

/// One call-back.
pub async fn find(conn: &mut Conn<'_>, id: CallbackId) -> Result<CallbackRow> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where b.callback_id = $1")).bind(id.0))?;
    callback(row.ok_or(Error::NotFound("callback"))?)
}

/// The calls still to be made up to a day, the oldest first; those of any hour come before those of the same day with
/// an hour.
pub async fn waiting(conn: &mut Conn<'_>, until: NaiveDate, limit: i64) -> Result<Vec<CallbackRow>> {
    let sql = select!(
        "where b.waiting and b.due_on <= $1 order by b.due_on, coalesce(b.due_at, ''), b.seq limit $2"
    );
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(sql).bind(until).bind(limit))?;
    rows.into_iter().map(callback).collect()
}

/// How many calls are still to be made up to a day.
pub async fn count(conn: &mut Conn<'_>, until: NaiveDate) -> Result<i64> {
    const SQL: &str = "select count(*) from callback where waiting and due_on <= $1";
    Ok(on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(until))?)
}

/// The call-backs about one ticket, those to be made first.
pub async fn of_ticket(conn: &mut Conn<'_>, ticket: TicketId) -> Result<Vec<CallbackRow>> {
    let sql = select!("where b.ticket_id = $1 order by b.waiting desc, b.due_on, b.seq");
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(sql).bind(ticket.0))?;
    rows.into_iter().map(callback).collect()
}

/// The calls still to be made to one citizen.
pub async fn of_citizen(conn: &mut Conn<'_>, citizen: CitizenId) -> Result<Vec<CallbackRow>> {
    // The calls promised to a record that was merged into this one are this one's to make.
    let sql = select!(
        "where b.waiting and b.citizen_id in (select $1 union all \
         select m.citizen_id from citizen_merge m where m.survivor_id = $1) order by b.due_on, b.seq"
    );
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(sql).bind(citizen.0))?;
    rows.into_iter().map(callback).collect()
}

/// How often nobody answered the calls about a ticket: two of them allow it to be closed without a reply.
pub async fn attempts(conn: &mut Conn<'_>, ticket: TicketId) -> Result<i64> {
    const SQL: &str = "select cast(coalesce(sum(attempts), 0) as bigint) from callback where ticket_id = $1";
    Ok(on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(ticket.0))?)
}

/// Adds a call-back (`before` is none) or changes the one that was read; `entry` tells the timeline of its ticket.
pub async fn save(
    tx: &mut Tx,
    before: Option<&Callback>,
    after: &Callback,
    code: EventCode,
    entry: &Entry,
) -> Result<()> {
    const INSERT: &str = "insert into callback (callback_id, ticket_id, citizen_id, who, phone, due_on, due_at, \
                          about, waiting, attempts, made_at, made_by, done_at, version) \
                          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 + 1)";
    const UPDATE: &str = "update callback set ticket_id = $2, citizen_id = $3, who = $4, phone = $5, due_on = $6, \
                          due_at = $7, about = $8, waiting = $9, attempts = $10, made_at = $11, made_by = $12, \
                          done_at = $13, version = version + 1 where callback_id = $1 and version = $14";
    let changed = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(if before.is_none() { INSERT } else { UPDATE })
            .bind(after.id.0)
            .bind(after.ticket_id.map(|id| id.0))
            .bind(after.citizen_id.map(|id| id.0))
            .bind(&after.who)
            .bind(&after.phone)
            .bind(after.due_on)
            .bind(&after.due_at)
            .bind(&after.about)
            .bind(after.waiting)
            .bind(after.attempts)
            .bind(after.made_at)
            .bind(&after.made_by)
            .bind(after.done_at)
            .bind(before.map_or(0, |before| before.version))
    )?;
    if changed == 0 {
        return Err(Error::Conflict("callback"));
    }
    crate::event::append(tx, code, &format!("callback:{}", after.id), before, after).await?;
    if let Some(ticket_id) = after.ticket_id {
        crate::ticket::add_entry(tx, ticket_id, entry).await?;
        search::index_ticket(&mut tx.conn(), ticket_id).await?;
    }
    Ok(())
}

fn callback(row: Row) -> Result<CallbackRow> {
    let number = row.year.zip(row.progressive).map(|(year, progressive)| {
        let year = i32::try_from(year).map_err(|_| Error::Register("ticket.year".into()))?;
        Ok::<_, Error>(TicketNumber { year, progressive })
    });
    Ok(CallbackRow {
        callback: Callback {
            id: CallbackId(row.callback_id),
            ticket_id: row.ticket_id.map(TicketId),
            citizen_id: row.citizen_id.map(CitizenId),
            who: row.who,
            phone: row.phone,
            due_on: row.due_on,
            due_at: row.due_at,
            about: row.about,
            waiting: row.waiting,
            attempts: row.attempts,
            made_at: row.made_at,
            made_by: row.made_by,
            done_at: row.done_at,
            version: row.version,
        },
        citizen_name: row.citizen_name.filter(|name| !name.is_empty()),
        ticket_number: number.transpose()?,
    })
}
