//! Contacts, counted.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use chrono::{DateTime, NaiveDateTime, Utc};
use sportello_domain::interaction::InteractionOutcome;
use sportello_domain::ticket::Channel;
use sqlx::FromRow;

/// Topics read at most: more have been typed once each.
const TOPICS: i64 = 2_000;

/// The contacts of one hour that came and ended alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The beginning of the hour.
    pub hour: DateTime<Utc>,
    /// How they came.
    pub channel: Channel,
    /// How they ended.
    pub outcome: InteractionOutcome,
    /// The card they were sent to.
    pub referral: Option<String>,
    /// How many.
    pub count: i64,
}

#[derive(FromRow)]
struct Row {
    hour: String,
    channel: String,
    outcome: String,
    referral: Option<String>,
    count: i64,
}

/// The contacts from `from` until before `until`, by hour.
pub async fn slots(conn: &mut Conn<'_>, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<Slot>> {
    // The engines differ only in how an hour is cut off a time.
    const SQLITE: &str = "select substr(at, 1, 13) as hour, channel, outcome, referral, count(*) as count \
        from interaction where at >= $1 and at < $2 group by 1, 2, 3, 4 order by 1";
    const POSTGRES: &str = "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24') as hour, channel, outcome, \
        referral, count(*) as count from interaction where at >= $1 and at < $2 group by 1, 2, 3, 4 order by 1";
    let sql = if matches!(conn, Conn::Sqlite(_)) { SQLITE } else { POSTGRES };
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(sql).bind(from).bind(until))?;
    rows.into_iter().map(slot).collect()
}

/// The topics of the same time and how many contacts each had, the most frequent first. A contact that became a ticket
/// has the ticket's subject for a topic: it is counted by its outcome.
pub async fn topics(
    conn: &mut Conn<'_>,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<(String, i64)>> {
    const SQL: &str = "select topic, count(*) from interaction where at >= $1 and at < $2 \
                       and outcome <> 'promoted' group by topic order by 2 desc, 1 limit $3";
    Ok(on!(conn, fetch_all, sqlx::query_as(SQL).bind(from).bind(until).bind(TOPICS))?)
}

/// The topics typed so far, the most used first.
pub async fn used_topics(conn: &mut Conn<'_>) -> Result<Vec<String>> {
    const SQL: &str = "select topic from contact_topic order by uses desc, topic limit $1";
    Ok(on!(conn, fetch_all, sqlx::query_scalar(SQL).bind(TOPICS))?)
}

/// A topic was used once more.
pub(super) async fn remember_topic(tx: &mut Tx, topic: &str) -> Result<()> {
    const SQL: &str = "insert into contact_topic (topic, uses) values ($1, 1) \
                       on conflict (topic) do update set uses = contact_topic.uses + 1";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(topic))?;
    Ok(())
}

fn slot(row: Row) -> Result<Slot> {
    let hour = NaiveDateTime::parse_from_str(&format!("{}:00", row.hour), "%Y-%m-%dT%H:%M")
        .map_err(|_| Error::Register("interaction.at".into()))?;
    Ok(Slot {
        hour: hour.and_utc(),
        channel: decode(&row.channel)?,
        outcome: decode(&row.outcome)?,
        referral: row.referral,
        count: row.count,
    })
}
