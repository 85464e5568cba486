//! Work lists: each is one index walk over the open tickets. Never a count of everything, never an offset.

use super::line::{read, rows, ticket_row, ticket_rows};
use super::row::END_OF_TIME;
use crate::db::{Conn, Texts, Tx, json_ids, on};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::id::{CategoryId, CitizenId, TicketId};
use sportello_domain::ticket::{TicketNumber, TicketRow};
use sqlx::FromRow;
use std::collections::HashMap;

/// A work list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Every open ticket, the most urgent first.
    Open,
    /// The citizen's date has passed.
    Overdue,
    /// The citizen's date is near.
    DueSoon,
    /// An office has it.
    AtOffice,
    /// The office's date has passed.
    OfficeLate,
    /// The office has reported, the citizen does not know.
    ToCommunicate,
    /// Nobody has looked at it yet.
    New,
    /// Answered or otherwise finished, the newest first.
    Finished,
    /// Written matters and replies without a protocol number, the oldest first.
    Unregistered,
}

/// Where a page ends: the next one starts after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The date the list is ordered by.
    pub queue_on: NaiveDate,
    /// The order of registration.
    pub seq: i64,
}

/// A page of a work list: at most `limit` rows after `after`. `today` is the civil day in Rome, `soon` the last day
/// that counts as near.
pub async fn list(
    conn: &mut Conn<'_>,
    view: View,
    today: NaiveDate,
    soon: NaiveDate,
    after: Option<Cursor>,
    limit: i64,
) -> Result<(Vec<TicketRow>, Option<Cursor>)> {
    // Every list has the same four parameters: the cursor, the last day, the length.
    let sql = match view {
        View::Open | View::Overdue | View::DueSoon => rows!(
            "where t.open and (t.queue_on, t.seq) > ($1, $2) and t.queue_on <= $3 \
             order by t.queue_on, t.seq limit $4"
        ),
        View::AtOffice => rows!(
            "where t.open and t.state in ('transferred', 'with_office') \
             and (t.queue_on, t.seq) > ($1, $2) and t.queue_on <= $3 order by t.queue_on, t.seq limit $4"
        ),
        View::OfficeLate => rows!(
            "where t.open and t.state in ('transferred', 'with_office') \
             and (t.queue_on, t.seq) > ($1, $2) and t.office_due_on <= $3 order by t.queue_on, t.seq limit $4"
        ),
        View::ToCommunicate => rows!(
            "where t.open and t.state = 'outcome_received' \
             and (t.queue_on, t.seq) > ($1, $2) and t.queue_on <= $3 order by t.queue_on, t.seq limit $4"
        ),
        View::New => rows!(
            "where t.open and t.state = 'received' \
             and (t.queue_on, t.seq) > ($1, $2) and t.queue_on <= $3 order by t.queue_on, t.seq limit $4"
        ),
        View::Unregistered => rows!(
            "where t.seq > $2 and t.queue_on between $1 and $3 and t.state <> 'voided' \
             and exists (select 1 from unregistered u where u.ticket_seq = t.seq) order by t.seq limit $4"
        ),
        View::Finished => rows!(
            "where not t.open and t.seq < $2 and t.queue_on between $1 and $3 order by t.seq desc limit $4"
        ),
    };
    let yesterday = today.pred_opt().unwrap_or(today);
    let start = match view {
        View::DueSoon => Cursor { queue_on: yesterday, seq: i64::MAX },
        View::Finished => Cursor { queue_on: NaiveDate::default(), seq: i64::MAX },
        _ => Cursor { queue_on: NaiveDate::default(), seq: 0 },
    };
    let last_day = match view {
        View::Overdue | View::OfficeLate => yesterday,
        View::DueSoon => soon,
        _ => END_OF_TIME,
    };
    let mut after = after.unwrap_or(start);
    if matches!(view, View::Finished | View::Unregistered) {
        after.queue_on = start.queue_on;
    }
    let sql = sql.of(conn);
    let text: String = on!(
        conn,
        fetch_one,
        sqlx::query_scalar(sql).bind(after.queue_on).bind(after.seq).bind(last_day).bind(limit)
    )?;
    let rows = read(&text)?;
    let full = i64::try_from(rows.len()).is_ok_and(|length| length == limit);
    let next = rows.last().filter(|_| full).map(|row| Cursor { queue_on: row.queue_on, seq: row.seq });
    Ok((rows.into_iter().map(ticket_row).collect::<Result<_>>()?, next))
}

/// The work lists of the first screen, in one statement.
macro_rules! first {
    ($lines:ident) => {
        concat!(
            "select (",
            $crate::ticket::$lines!("where t.open and t.queue_on < $1 order by t.queue_on, t.seq limit $3"),
            "), (",
            $crate::ticket::$lines!(
                "where t.open and t.queue_on between $1 and $2 order by t.queue_on, t.seq limit $3"
            ),
            "), (",
            $crate::ticket::$lines!(
                "where t.open and t.state = 'outcome_received' order by t.queue_on, t.seq limit $3"
            ),
            "), (",
            $crate::ticket::$lines!(
                "where t.open and t.state in ('transferred', 'with_office') and t.office_due_on < $1 ",
                "order by t.queue_on, t.seq limit $3"
            ),
            "), (",
            $crate::ticket::$lines!(
                "where t.open and t.state = 'received' order by t.queue_on, t.seq limit $3"
            ),
            ")"
        )
    };
}

/// The first `limit` lines of the lists that the first screen shows, as [`list`] answers them: overdue, due soon, to
/// communicate, office late, new.
pub async fn first(
    conn: &mut Conn<'_>,
    today: NaiveDate,
    soon: NaiveDate,
    limit: i64,
) -> Result<[Vec<TicketRow>; 5]> {
    let sql = [first!(lines_sqlite), first!(lines_postgres)].of(conn);
    let texts: (String, String, String, String, String) =
        on!(conn, fetch_one, sqlx::query_as(sql).bind(today).bind(soon).bind(limit))?;
    Ok([
        ticket_rows(&texts.0)?,
        ticket_rows(&texts.1)?,
        ticket_rows(&texts.2)?,
        ticket_rows(&texts.3)?,
        ticket_rows(&texts.4)?,
    ])
}

/// The tickets of one citizen in any role, the records under their card included: the open ones, then the finished ones,
/// the newest first.
pub async fn of_citizen(conn: &mut Conn<'_>, citizen: CitizenId, limit: i64) -> Result<Vec<TicketRow>> {
    let sql = rows!(
        "where t.seq in (select own.seq from ticket own where own.citizen_id in \
         (select $1 union all select m.citizen_id from citizen_merge m where m.survivor_id = $1) \
         union select other.seq from ticket_person p join ticket other on other.ticket_id = p.ticket_id \
         where p.citizen_id in \
         (select $1 union all select m.citizen_id from citizen_merge m where m.survivor_id = $1)) \
         order by t.open desc, t.seq desc limit $2"
    )
    .of(conn);
    let text: String = on!(conn, fetch_one, sqlx::query_scalar(sql).bind(citizen.0).bind(limit))?;
    ticket_rows(&text)
}

/// The tickets on one street (and of one category, when it is given) presented since `since`: those still open, then
/// those answered since `answered`.
pub async fn similar(
    conn: &mut Conn<'_>,
    street_key: &str,
    category: Option<CategoryId>,
    since: NaiveDate,
    answered: NaiveDate,
    limit: i64,
) -> Result<Vec<TicketRow>> {
    let sql = rows!(
        "join ticket_place p on p.ticket_id = t.ticket_id where p.street_key = $1 \
         and t.presented_on >= $3 and (t.category_id = $2 or $6) \
         and (t.open or (t.answered_on >= $4 and t.state in ('answered', 'closed'))) \
         order by t.open desc, t.seq desc limit $5"
    )
    .of(conn);
    let text: String = on!(
        conn,
        fetch_one,
        sqlx::query_scalar(sql)
            .bind(street_key)
            .bind(category.map(|id| id.0))
            .bind(since)
            .bind(answered)
            .bind(limit)
            .bind(category.is_none())
    )?;
    ticket_rows(&text)
}

/// Counts one more who has the same problem and gave no name.
pub async fn count_anonymous(tx: &mut Tx, id: TicketId) -> Result<()> {
    const SQL: &str = "insert into ticket_anonymous (ticket_id, times) values ($1, 1) \
                       on conflict (ticket_id) do update set times = ticket_anonymous.times + 1";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id.0))?;
    Ok(())
}

/// How many others reported the same problem: co-reporters by name, and those without one.
pub async fn reporters(conn: &mut Conn<'_>, id: TicketId) -> Result<i64> {
    const SQL: &str = "select (select count(*) from ticket_person where ticket_id = $1 and role = 'co_reporter') \
                       + coalesce((select times from ticket_anonymous where ticket_id = $1), 0)";
    Ok(on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(id.0))?)
}

/// The line of the ticket with this number.
pub async fn row_by_number(conn: &mut Conn<'_>, number: TicketNumber) -> Result<TicketRow> {
    let sql = rows!("where t.year = $1 and t.progressive = $2").of(conn);
    let text: String =
        on!(conn, fetch_one, sqlx::query_scalar(sql).bind(i64::from(number.year)).bind(number.progressive))?;
    ticket_rows(&text)?.pop().ok_or(Error::NotFound("ticket"))
}

/// Tickets that hang on another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Answered together with it.
    MergedInto,
    /// Reports of the same event.
    PartOf,
}

/// The tickets that hang on this one, in the order of their registration: all of them, because an answer is for all.
pub async fn company(conn: &mut Conn<'_>, which: Company, ticket: TicketId) -> Result<Vec<TicketRow>> {
    let sql = match which {
        Company::MergedInto => rows!("where t.master_id = $1 order by t.seq"),
        Company::PartOf => rows!("where t.event_id = $1 order by t.seq"),
    }
    .of(conn);
    let text: String = on!(conn, fetch_one, sqlx::query_scalar(sql).bind(ticket.0))?;
    ticket_rows(&text)
}

/// The open events, the newest first.
pub async fn events(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<TicketRow>> {
    let sql = rows!("where t.open and t.event order by t.seq desc limit $1").of(conn);
    let text: String = on!(conn, fetch_one, sqlx::query_scalar(sql).bind(limit))?;
    ticket_rows(&text)
}

/// The lines of these tickets, in the same order.
pub async fn rows_of(conn: &mut Conn<'_>, ids: &[TicketId]) -> Result<Vec<TicketRow>> {
    let sql = [
        rows!("where t.ticket_id in (select unhex(value) from json_each($1))")[0],
        rows!("where t.ticket_id in (select value::uuid from json_array_elements_text($1::json))")[1],
    ];
    let sql = sql.of(conn);
    let text: String =
        on!(conn, fetch_one, sqlx::query_scalar(sql).bind(json_ids(ids.iter().map(|id| id.0))))?;
    let mut found: HashMap<TicketId, TicketRow> =
        ticket_rows(&text)?.into_iter().map(|row| (row.id, row)).collect();
    ids.iter().map(|id| found.remove(id).ok_or(Error::NotFound("ticket"))).collect()
}

/// How many open tickets each work list has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, FromRow)]
pub struct Counts {
    /// See [`View::Open`].
    pub open: i64,
    /// See [`View::Overdue`].
    pub overdue: i64,
    /// See [`View::DueSoon`].
    pub due_soon: i64,
    /// See [`View::AtOffice`].
    pub at_office: i64,
    /// See [`View::OfficeLate`].
    pub office_late: i64,
    /// See [`View::ToCommunicate`].
    pub to_communicate: i64,
    /// See [`View::New`].
    pub new: i64,
}

/// Counts the open tickets: each number is a walk over an index of nothing else.
pub async fn counts(conn: &mut Conn<'_>, today: NaiveDate, soon: NaiveDate) -> Result<Counts> {
    const SQL: &str = "select (select count(*) from ticket where open) as open, \
        (select count(*) from ticket where open and queue_on < $1) as overdue, \
        (select count(*) from ticket where open and queue_on between $1 and $2) as due_soon, \
        (select count(*) from ticket where open and state in ('transferred', 'with_office')) as at_office, \
        (select count(*) from ticket where open and state in ('transferred', 'with_office') \
        and office_due_on < $1) as office_late, \
        (select count(*) from ticket where open and state = 'outcome_received') as to_communicate, \
        (select count(*) from ticket where open and state = 'received') as new";
    Ok(on!(conn, fetch_one, sqlx::query_as(SQL).bind(today).bind(soon))?)
}
