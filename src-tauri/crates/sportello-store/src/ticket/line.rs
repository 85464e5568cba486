//! A line of a list of tickets: how both engines write it, and how it is read.

use crate::db::{Conn, Texts, decode, in_order, json, on};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use serde::Deserialize;
use sportello_domain::id::TicketId;
use sportello_domain::ticket::{TicketNumber, TicketRow};
use uuid::Uuid;

/// A line as the engine writes it: an array, in this order.
#[derive(Deserialize)]
pub(super) struct Row {
    pub(super) seq: i64,
    pub(super) queue_on: NaiveDate,
    ticket_id: Uuid,
    year: i64,
    progressive: i64,
    kind: String,
    channel: String,
    state: String,
    subject: String,
    citizen_name: Option<String>,
    office_name: Option<String>,
    category_name: Option<String>,
    reporters: i64,
    event: u8,
    presented_on: NaiveDate,
    due_on: Option<NaiveDate>,
    office_due_on: Option<NaiveDate>,
}

/// The rest of a query for lines, as that query for each engine. All lines come as one JSON text in one row: between two
/// threads a row costs as much as it costs to find it.
macro_rules! rows {
    ($($rest:tt)+) => {
        [$crate::ticket::lines_sqlite!($($rest)+), $crate::ticket::lines_postgres!($($rest)+)]
    };
}

macro_rules! lines_sqlite {
    ($($rest:tt)+) => {
        concat!(
            "select json_group_array(json_array(seq, queue_on, hex(ticket_id), year, progressive, kind, channel, ",
            "state, subject, citizen_name, office_name, category_name, reporters, event, presented_on, due_on, ",
            "office_due_on)) from (",
            $crate::ticket::columns!(),
            $($rest)+,
            ")"
        )
    };
}

macro_rules! lines_postgres {
    ($($rest:tt)+) => {
        concat!(
            "select coalesce(json_agg(json_build_array(seq, queue_on, ticket_id, year, progressive, kind, channel, ",
            "state, subject, citizen_name, office_name, category_name, reporters, event::int, presented_on, due_on, ",
            "office_due_on)), '[]')::text from (",
            $crate::ticket::columns!(),
            $($rest)+,
            ") as line"
        )
    };
}

/// The columns of a line and where they are.
macro_rules! columns {
    () => {
        concat!(
            "select t.seq, t.queue_on, t.ticket_id, t.year, t.progressive, t.kind, t.channel, t.state, t.subject, ",
            "case when c.citizen_id is null then null else coalesce(c.organization, ",
            "trim(coalesce(c.surname, '') || ' ' || coalesce(c.name, ''))) end as citizen_name, ",
            "case when t.event then (select count(*) from ticket p where p.event_id = t.ticket_id) else ",
            "(select count(*) from ticket_person r where r.ticket_id = t.ticket_id and r.role = 'co_reporter') ",
            "+ coalesce((select times from ticket_anonymous a where a.ticket_id = t.ticket_id), 0) end as reporters, ",
            "t.event, ",
            "o.name as office_name, k.name as category_name, t.presented_on, ",
            // Whoever is answered with it may wait for an earlier day.
            "case when t.due_on is null and t.together_by is null then null else t.queue_on end as due_on, ",
            "t.office_due_on ",
            "from ticket t left join citizen_merge g on g.citizen_id = t.citizen_id ",
            "left join citizen c on c.citizen_id = coalesce(g.survivor_id, t.citizen_id) ",
            "left join office o on o.office_id = t.office_id ",
            "left join category k on k.category_id = t.category_id "
        )
    };
}

pub(crate) use {columns, lines_postgres, lines_sqlite, rows};

/// The tickets at these places of the search index, in the same order: one query for all of them.
pub(crate) async fn rows_at(conn: &mut Conn<'_>, seqs: &[i64]) -> Result<Vec<TicketRow>> {
    lines_at(conn, seqs).await?.into_iter().map(ticket_row).collect()
}

pub(super) async fn lines_at(conn: &mut Conn<'_>, seqs: &[i64]) -> Result<Vec<Row>> {
    if seqs.is_empty() {
        return Ok(Vec::new());
    }
    let sql = [
        rows!("where t.seq in (select value from json_each($1))")[0],
        rows!("where t.seq in (select value::bigint from json_array_elements_text($1::json))")[1],
    ];
    let sql = sql.of(conn);
    let text: String = on!(conn, fetch_one, sqlx::query_scalar(sql).bind(json(seqs)))?;
    Ok(in_order(seqs, read(&text)?, |row: &Row| row.seq))
}

pub(super) fn read(text: &str) -> Result<Vec<Row>> {
    serde_json::from_str(text).map_err(|error| Error::Register(format!("a line of a list: {error}")))
}

pub(crate) fn ticket_rows(text: &str) -> Result<Vec<TicketRow>> {
    read(text)?.into_iter().map(ticket_row).collect()
}

pub(super) fn ticket_row(row: Row) -> Result<TicketRow> {
    let year = i32::try_from(row.year).map_err(|_| Error::Register("ticket.year".into()))?;
    Ok(TicketRow {
        id: TicketId(row.ticket_id),
        number: TicketNumber { year, progressive: row.progressive },
        kind: decode(&row.kind)?,
        channel: decode(&row.channel)?,
        state: decode(&row.state)?,
        subject: row.subject,
        citizen_name: row.citizen_name.filter(|name| !name.is_empty()),
        office_name: row.office_name,
        category_name: row.category_name,
        reporters: row.reporters,
        event: row.event != 0,
        presented_on: row.presented_on,
        due_on: row.due_on,
        office_due_on: row.office_due_on,
    })
}
