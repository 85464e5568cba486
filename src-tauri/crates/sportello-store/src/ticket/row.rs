//! The ticket row.

use super::course::{self, CourseRow};
use crate::db::{Conn, Texts, Tx, decode, json_ids, on};
use crate::error::{Error, Result};
use crate::search;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use sportello_domain::event::EventCode;
use sportello_domain::id::{CategoryId, CitizenId, OfficeId, TicketId};
use sportello_domain::text::CitizenText;
use sportello_domain::ticket::{Course, Entry, Ticket, TicketNumber};
use sqlx::FromRow;
use uuid::Uuid;

/// Where a ticket without a promise stands in the work lists: at the end.
pub(crate) const END_OF_TIME: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

#[derive(FromRow)]
struct Row {
    ticket_id: Uuid,
    year: i64,
    progressive: i64,
    kind: String,
    channel: String,
    state: String,
    state_before: Option<String>,
    subject: String,
    text: String,
    place: Option<String>,
    citizen_id: Option<Uuid>,
    anonymous_reason: Option<String>,
    reply_by: Option<String>,
    office_id: Option<Uuid>,
    case_officer: Option<String>,
    rule: String,
    presented_on: NaiveDate,
    recorded_at: DateTime<Utc>,
    due_on: Option<NaiveDate>,
    target_on: Option<NaiveDate>,
    office_due_on: Option<NaiveDate>,
    answered_on: Option<NaiveDate>,
    closed_at: Option<DateTime<Utc>>,
    void_reason: Option<String>,
    #[sqlx(flatten)]
    course: CourseRow,
    recorded_by: String,
    category_id: Option<Uuid>,
    version: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select ticket_id, year, progressive, kind, channel, state, state_before, subject, text, place, ",
            "citizen_id, anonymous_reason, reply_by, office_id, case_officer, rule, presented_on, recorded_at, ",
            "due_on, target_on, office_due_on, answered_on, closed_at, void_reason, ",
            "bounces, proposed_office_id, suspensions, restart_on, reopened_on, first_due_on, first_answered_on, ",
            "master_id, together_by, event, event_id, pickup_code, recorded_by, category_id, version from ticket ",
            $rest
        )
    };
}

/// One ticket.
pub async fn find(conn: &mut Conn<'_>, id: TicketId) -> Result<Ticket> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where ticket_id = $1")).bind(id.0))?;
    ticket(row.ok_or(Error::NotFound("ticket"))?)
}

/// These tickets, in no order.
pub async fn find_all(conn: &mut Conn<'_>, ids: &[TicketId]) -> Result<Vec<Ticket>> {
    let sql = [
        select!("where ticket_id in (select unhex(value) from json_each($1))"),
        select!("where ticket_id in (select value::uuid from json_array_elements_text($1::json))"),
    ]
    .of(conn);
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(sql).bind(json_ids(ids.iter().map(|id| id.0))))?;
    rows.into_iter().map(ticket).collect()
}

/// The ticket with this number.
pub async fn find_by_number(conn: &mut Conn<'_>, number: TicketNumber) -> Result<Ticket> {
    let row: Option<Row> = on!(
        conn,
        fetch_optional,
        sqlx::query_as(select!("where year = $1 and progressive = $2"))
            .bind(i64::from(number.year))
            .bind(number.progressive)
    )?;
    ticket(row.ok_or(Error::NotFound("ticket"))?)
}

/// Takes the next number of a year. A write that is undone gives it back, so there are no gaps.
pub async fn next_number(tx: &mut Tx, year: i32) -> Result<TicketNumber> {
    const SQL: &str = "insert into ticket_counter (year, last) values ($1, 1) \
                       on conflict (year) do update set last = ticket_counter.last + 1 returning last";
    let progressive: i64 = on!(&mut tx.conn(), fetch_one, sqlx::query_scalar(SQL).bind(i64::from(year)))?;
    Ok(TicketNumber { year, progressive })
}

/// Records a ticket and its first line.
pub async fn insert(tx: &mut Tx, ticket: &Ticket, entry: &Entry) -> Result<()> {
    const SQL: &str = "insert into ticket (ticket_id, year, progressive, kind, channel, state, state_before, open, \
                       subject, text, place, citizen_id, anonymous_reason, reply_by, office_id, case_officer, rule, \
                       presented_on, recorded_at, due_on, target_on, office_due_on, queue_on, answered_on, \
                       closed_at, void_reason, recorded_by, category_id, version) \
                       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
                       $20, $21, $22, $23, $24, $25, $26, $27, $28, 1)";
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(ticket.id.0)
            .bind(i64::from(ticket.number.year))
            .bind(ticket.number.progressive)
            .bind(ticket.kind.code())
            .bind(ticket.channel.code())
            .bind(ticket.state.code())
            .bind(ticket.state_before.map(|state| state.code()))
            .bind(ticket.state.is_open())
            .bind(&ticket.subject)
            .bind(ticket.text.as_str())
            .bind(&ticket.place)
            .bind(ticket.citizen_id.map(|id| id.0))
            .bind(&ticket.anonymous_reason)
            .bind(ticket.reply_by.map(|channel| channel.code()))
            .bind(ticket.office_id.map(|id| id.0))
            .bind(&ticket.case_officer)
            .bind(ticket.rule.to_string())
            .bind(ticket.presented_on)
            .bind(ticket.recorded_at)
            .bind(ticket.due_on)
            .bind(ticket.target_on)
            .bind(ticket.office_due_on)
            .bind(ticket.awaited_by().unwrap_or(END_OF_TIME))
            .bind(ticket.answered_on)
            .bind(ticket.closed_at)
            .bind(&ticket.void_reason)
            .bind(&ticket.recorded_by)
            .bind(ticket.category_id.map(|id| id.0))
    )?;
    if ticket.course != Course::default() {
        course::write(tx, ticket).await?;
    }
    super::add_entry(tx, ticket.id, entry).await?;
    log(tx, None, ticket, Some(entry)).await
}

/// Saves what an action changed, with its line of the timeline. `before` is the ticket as it was read.
pub async fn save(tx: &mut Tx, before: &Ticket, after: &Ticket, entry: &Entry) -> Result<Ticket> {
    const SQL: &str = "update ticket set state = $3, state_before = $4, open = $5, office_id = $6, \
                       case_officer = $7, due_on = $8, target_on = $9, office_due_on = $10, queue_on = $11, \
                       answered_on = $12, closed_at = $13, void_reason = $14, kind = $15, rule = $16, \
                       category_id = $17, version = version + 1 \
                       where ticket_id = $1 and version = $2";
    let changed = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(after.id.0)
            .bind(before.version)
            .bind(after.state.code())
            .bind(after.state_before.map(|state| state.code()))
            .bind(after.state.is_open())
            .bind(after.office_id.map(|id| id.0))
            .bind(&after.case_officer)
            .bind(after.due_on)
            .bind(after.target_on)
            .bind(after.office_due_on)
            .bind(after.awaited_by().unwrap_or(END_OF_TIME))
            .bind(after.answered_on)
            .bind(after.closed_at)
            .bind(&after.void_reason)
            .bind(after.kind.code())
            .bind(after.rule.to_string())
            .bind(after.category_id.map(|id| id.0))
    )?;
    if changed == 0 {
        return Err(Error::Conflict("ticket"));
    }
    let after = Ticket { version: before.version + 1, ..after.clone() };
    if before.course != after.course {
        course::write(tx, &after).await?;
    }
    super::add_entry(tx, after.id, entry).await?;
    if !after.state.is_open() {
        super::forget(tx, after.id).await?;
    }
    log(tx, Some(before), &after, Some(entry)).await?;
    Ok(after)
}

/// Adds a line that changes nothing else: a note.
pub async fn add_line(tx: &mut Tx, ticket: &Ticket, entry: &Entry) -> Result<()> {
    super::add_entry(tx, ticket.id, entry).await?;
    crate::event::append(tx, entry.code, &format!("ticket:{}", ticket.id), None::<&()>, entry).await?;
    search::index_ticket(&mut tx.conn(), ticket.id).await
}

#[derive(Serialize)]
struct Change<'a> {
    ticket: &'a Ticket,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<&'a Entry>,
}

async fn log(tx: &mut Tx, before: Option<&Ticket>, ticket: &Ticket, entry: Option<&Entry>) -> Result<()> {
    let code = entry.map_or(EventCode::TicketRecorded, |entry| entry.code);
    let subject = format!("ticket:{}", ticket.id);
    let before = before.map(|ticket| Change { ticket, entry: None });
    crate::event::append(tx, code, &subject, before.as_ref(), &Change { ticket, entry }).await?;
    search::index_ticket(&mut tx.conn(), ticket.id).await
}

fn ticket(row: Row) -> Result<Ticket> {
    let year = i32::try_from(row.year).map_err(|_| Error::Register("ticket.year".into()))?;
    Ok(Ticket {
        id: TicketId(row.ticket_id),
        number: TicketNumber { year, progressive: row.progressive },
        kind: decode(&row.kind)?,
        channel: decode(&row.channel)?,
        state: decode(&row.state)?,
        state_before: row.state_before.as_deref().map(decode).transpose()?,
        subject: row.subject,
        text: CitizenText::stored(row.text),
        place: row.place,
        citizen_id: row.citizen_id.map(CitizenId),
        anonymous_reason: row.anonymous_reason,
        reply_by: row.reply_by.as_deref().map(decode).transpose()?,
        office_id: row.office_id.map(OfficeId),
        case_officer: row.case_officer,
        rule: decode(&row.rule)?,
        presented_on: row.presented_on,
        recorded_at: row.recorded_at,
        due_on: row.due_on,
        target_on: row.target_on,
        office_due_on: row.office_due_on,
        answered_on: row.answered_on,
        closed_at: row.closed_at,
        void_reason: row.void_reason,
        course: row.course.read()?,
        recorded_by: row.recorded_by,
        category_id: row.category_id.map(CategoryId),
        version: row.version,
    })
}
