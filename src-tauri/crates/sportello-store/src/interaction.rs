//! Contacts.

mod counts;

pub use counts::{Slot, slots, topics, used_topics};

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use sportello_domain::event::EventCode;
use sportello_domain::id::{CitizenId, InteractionId, TicketId};
use sportello_domain::interaction::{Interaction, InteractionOutcome};
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    interaction_id: Uuid,
    at: DateTime<Utc>,
    channel: String,
    topic: String,
    outcome: String,
    citizen_id: Option<Uuid>,
    ticket_id: Option<Uuid>,
    operator: String,
    referral: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select interaction_id, at, channel, topic, outcome, citizen_id, ticket_id, operator, referral ",
            "from interaction ",
            $rest
        )
    };
}

/// One contact.
pub async fn find(conn: &mut Conn<'_>, id: InteractionId) -> Result<Interaction> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where interaction_id = $1")).bind(id.0))?;
    interaction(row.ok_or(Error::NotFound("contact"))?)
}

/// The last contacts, newest first.
pub async fn latest(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<Interaction>> {
    let rows: Vec<Row> =
        on!(conn, fetch_all, sqlx::query_as(select!("order by seq desc limit $1")).bind(limit))?;
    rows.into_iter().map(interaction).collect()
}

/// The last contacts of one citizen, those of the records under their card included, newest first.
pub async fn of_citizen(conn: &mut Conn<'_>, citizen: CitizenId, limit: i64) -> Result<Vec<Interaction>> {
    let rows: Vec<Row> = on!(
        conn,
        fetch_all,
        sqlx::query_as(select!(
            "where citizen_id in (select $1 union all select citizen_id from citizen_merge where survivor_id = $1) \
             order by seq desc limit $2"
        ))
            .bind(citizen.0)
            .bind(limit)
    )?;
    rows.into_iter().map(interaction).collect()
}

/// Contacts logged since a moment. They are read backwards from the last, so that only those of the shift are read.
pub async fn count_since(conn: &mut Conn<'_>, at: DateTime<Utc>) -> Result<i64> {
    const SQL: &str = "select count(*) from interaction where seq > coalesce((select seq from interaction \
                       where at < $1 order by seq desc limit 1), 0)";
    Ok(on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(at))?)
}

/// Logs a contact.
pub async fn log(tx: &mut Tx, contact: &Interaction) -> Result<()> {
    const SQL: &str = "insert into interaction (interaction_id, at, channel, topic, outcome, citizen_id, ticket_id, \
                       operator, referral) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(contact.id.0)
            .bind(contact.at)
            .bind(contact.channel.code())
            .bind(&contact.topic)
            .bind(outcome_code(contact.outcome))
            .bind(contact.citizen_id.map(|id| id.0))
            .bind(contact.ticket_id.map(|id| id.0))
            .bind(&contact.operator)
            .bind(&contact.referral)
    )?;
    if contact.outcome != InteractionOutcome::Promoted {
        counts::remember_topic(tx, &contact.topic).await?;
    }
    let subject = format!("interaction:{}", contact.id);
    crate::event::append(tx, EventCode::ContactLogged, &subject, None::<&()>, contact).await
}

/// Notes that a contact became a ticket, and whose it is.
pub async fn promote(
    tx: &mut Tx,
    id: InteractionId,
    ticket: TicketId,
    citizen: Option<CitizenId>,
) -> Result<()> {
    const SQL: &str = "update interaction set outcome = $2, ticket_id = $3, citizen_id = coalesce(citizen_id, $4) \
                       where interaction_id = $1";
    let before = find(&mut tx.conn(), id).await?;
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(id.0)
            .bind(outcome_code(InteractionOutcome::Promoted))
            .bind(ticket.0)
            .bind(citizen.map(|id| id.0))
    )?;
    let after = find(&mut tx.conn(), id).await?;
    crate::event::append(tx, EventCode::ContactPromoted, &format!("interaction:{id}"), Some(&before), &after)
        .await
}

fn outcome_code(outcome: InteractionOutcome) -> &'static str {
    match outcome {
        InteractionOutcome::Answered => "answered",
        InteractionOutcome::Referred => "referred",
        InteractionOutcome::Promoted => "promoted",
    }
}

fn interaction(row: Row) -> Result<Interaction> {
    Ok(Interaction {
        id: InteractionId(row.interaction_id),
        at: row.at,
        channel: decode(&row.channel)?,
        topic: row.topic,
        outcome: decode(&row.outcome)?,
        citizen_id: row.citizen_id.map(CitizenId),
        ticket_id: row.ticket_id.map(TicketId),
        operator: row.operator,
        referral: row.referral,
    })
}
