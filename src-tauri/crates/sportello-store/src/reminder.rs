//! Reminders that were sent, and the lists of what is ready and was not: the ladder of the domain as conditions of one
//! query, so that a hundred thousand tickets are not read to find ten.

use crate::db::{Conn, Texts, Tx, json_ids, on};
use crate::error::{Error, Result};
use crate::ticket::{rows, ticket_rows};
use chrono::{DateTime, Days, NaiveDate, Utc};
use sportello_domain::deadline::RuleName;
use sportello_domain::escalation::{INTERIM_DAYS, LADDER, ReminderStep};
use sportello_domain::id::{EntryId, OfficeId, TicketId};
use sportello_domain::ticket::{ReplyChannel, TicketRow};
use sqlx::FromRow;
use uuid::Uuid;

/// The code of an interim reply, which has its place among the steps but is not one of the ladder.
const INTERIM: &str = "interim";

/// A reminder that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its line of the timeline.
    pub id: EntryId,
    /// The step; none for an interim reply to the citizen.
    pub step: Option<ReminderStep>,
    /// The office it was about.
    pub office_id: Option<OfficeId>,
    /// Which life of the ticket: how often it had been reopened.
    pub life: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// How.
    pub means: ReplyChannel,
    /// To whom, in words.
    pub recipient: String,
}

#[derive(FromRow)]
struct Row {
    reminder_id: Uuid,
    step: String,
    office_id: Option<Uuid>,
    life: i64,
    at: DateTime<Utc>,
    actor: String,
    means: String,
    recipient: String,
}

/// Every reminder of a ticket, oldest first.
pub async fn of_ticket(conn: &mut Conn<'_>, ticket: TicketId) -> Result<Vec<Sent>> {
    const SQL: &str = "select reminder_id, step, office_id, life, at, actor, means, recipient from reminder \
                       where ticket_id = $1 order by at, reminder_id";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(ticket.0))?;
    rows.into_iter().map(sent).collect()
}

/// The steps sent in the present life of each of these tickets, and to which office.
pub async fn sent_now(
    conn: &mut Conn<'_>,
    tickets: &[TicketId],
) -> Result<Vec<(TicketId, Option<OfficeId>, ReminderStep)>> {
    macro_rules! sql {
        ($ids:literal) => {
            concat!(
                "select r.ticket_id, r.office_id, r.step from reminder r where r.ticket_id in (",
                $ids,
                ") and r.life = (select count(*) from ticket_entry e where e.ticket_id = r.ticket_id ",
                "and e.code = 'ticket.reopened')"
            )
        };
    }
    let sql = [
        sql!("select unhex(value) from json_each($1)"),
        sql!("select value::uuid from json_array_elements_text($1::json)"),
    ]
    .of(conn);
    let rows: Vec<(Uuid, Option<Uuid>, String)> =
        on!(conn, fetch_all, sqlx::query_as(sql).bind(json_ids(tickets.iter().map(|id| id.0))))?;
    let known = |step: &str| ReminderStep::ALL.into_iter().find(|known| known.code() == step);
    let found = rows.into_iter().filter_map(|(ticket, office, step)| {
        // An interim reply is no step.
        Some((TicketId(ticket), office.map(OfficeId), known(&step)?))
    });
    Ok(found.collect())
}

/// How often a ticket was reopened: each life has a ladder of its own.
pub async fn life(conn: &mut Conn<'_>, ticket: TicketId) -> Result<i64> {
    const SQL: &str = "select count(*) from ticket_entry where ticket_id = $1 and code = 'ticket.reopened'";
    Ok(on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(ticket.0))?)
}

/// Notes that a reminder was sent. Its line of the timeline and of the register is the caller's.
///
/// # Errors
/// [`Error::Conflict`] when this step was sent already, by anybody.
pub async fn add(tx: &mut Tx, ticket: TicketId, reminder: &Sent) -> Result<()> {
    const SQL: &str = "insert into reminder (reminder_id, ticket_id, step, office_id, life, at, actor, means, recipient) \
                       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing";
    let added = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(reminder.id.0)
            .bind(ticket.0)
            .bind(reminder.step.map_or(INTERIM, ReminderStep::code))
            .bind(reminder.office_id.map(|id| id.0))
            .bind(reminder.life)
            .bind(reminder.at)
            .bind(&reminder.actor)
            .bind(reminder.means.code())
            .bind(&reminder.recipient)
    )?;
    if added == 0 { Err(Error::Conflict("reminder")) } else { Ok(()) }
}

/// Which tickets wait for somebody's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// A reminder is ready to be sent to the office, its head or the substitute.
    Reminder,
    /// An interim reply is owed to the citizen.
    Interim,
}

/// Not sent in this life of the ticket, to this office.
macro_rules! unsent {
    ($step:literal, $office:literal) => {
        concat!(
            "not exists (select 1 from reminder r where r.ticket_id = t.ticket_id and r.step = '",
            $step,
            "' and ",
            $office,
            " and r.life = (select count(*) from ticket_entry e where e.ticket_id = t.ticket_id ",
            "and e.code = 'ticket.reopened'))"
        )
    };
}

macro_rules! reminders {
    () => {
        concat!(
            "t.open and t.state in ('transferred', 'with_office') and (",
            "((t.queue_on <= $1 or t.office_due_on <= $2) and ",
            unsent!("office", "r.office_id = t.office_id"),
            ") or ((t.queue_on <= $3 or t.office_due_on <= $4) and ",
            unsent!("head", "r.office_id = t.office_id"),
            ") or (t.queue_on <= $5 and t.rule <> $6 and ",
            unsent!("substitute", "r.office_id = t.office_id"),
            "))"
        )
    };
}

macro_rules! interims {
    () => {
        concat!(
            "t.open and t.queue_on <= $1 and t.state in ('received', 'in_progress', 'transferred', 'with_office') and ",
            unsent!("interim", "true")
        )
    };
}

/// How many tickets are owed something.
pub async fn count(conn: &mut Conn<'_>, owed: Owed, today: NaiveDate) -> Result<i64> {
    Ok(match owed {
        Owed::Reminder => {
            let sql = concat!("select count(*) from ticket t where ", reminders!());
            let [citizen, office] = limits(today);
            on!(
                conn,
                fetch_one,
                sqlx::query_scalar(sql)
                    .bind(citizen[0])
                    .bind(office[0])
                    .bind(citizen[1])
                    .bind(office[1])
                    .bind(citizen[2])
                    .bind(RuleName::Commitment.to_string())
            )?
        }
        Owed::Interim => {
            let sql = concat!("select count(*) from ticket t where ", interims!());
            on!(conn, fetch_one, sqlx::query_scalar(sql).bind(day(today, INTERIM_DAYS)))?
        }
    })
}

/// The most urgent of them.
pub async fn list(conn: &mut Conn<'_>, owed: Owed, today: NaiveDate, limit: i64) -> Result<Vec<TicketRow>> {
    let text: String = match owed {
        Owed::Reminder => {
            let sql = rows!("where ", reminders!(), " order by t.queue_on, t.seq limit $7").of(conn);
            let [citizen, office] = limits(today);
            on!(
                conn,
                fetch_one,
                sqlx::query_scalar(sql)
                    .bind(citizen[0])
                    .bind(office[0])
                    .bind(citizen[1])
                    .bind(office[1])
                    .bind(citizen[2])
                    .bind(RuleName::Commitment.to_string())
                    .bind(limit)
            )?
        }
        Owed::Interim => {
            let sql = rows!("where ", interims!(), " order by t.queue_on, t.seq limit $2").of(conn);
            on!(conn, fetch_one, sqlx::query_scalar(sql).bind(day(today, INTERIM_DAYS)).bind(limit))?
        }
    };
    ticket_rows(&text)
}

/// The last citizen's dates and the last office's dates that reach each rung.
fn limits(today: NaiveDate) -> [[NaiveDate; 3]; 2] {
    [
        LADDER.map(|rung| day(today, rung.citizen_left)),
        LADDER.map(|rung| rung.office_left.map_or(NaiveDate::default(), |left| day(today, left))),
    ]
}

fn day(today: NaiveDate, after: i32) -> NaiveDate {
    let days = Days::new(after.unsigned_abs().into());
    let moved = if after < 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) };
    moved.unwrap_or(today)
}

fn sent(row: Row) -> Result<Sent> {
    let step = ReminderStep::ALL.into_iter().find(|step| step.code() == row.step);
    if step.is_none() && row.step != INTERIM {
        return Err(Error::Register("reminder.step".into()));
    }
    Ok(Sent {
        id: EntryId(row.reminder_id),
        step,
        office_id: row.office_id.map(OfficeId),
        life: row.life,
        at: row.at,
        actor: row.actor,
        means: crate::db::decode(&row.means)?,
        recipient: row.recipient,
    })
}
