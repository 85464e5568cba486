//! Who has what open. Not a record: no line of the register, no version, forgotten a minute after the last sign of life.

use crate::db::{Conn, Tx, on};
use crate::error::Result;
use chrono::{DateTime, Utc};
use sportello_domain::id::SessionId;
use sqlx::FromRow;

/// Something that is open in a window.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Seen {
    /// Which record, as its table and id: `ticket:0190…`.
    pub subject: String,
    /// Who sits at the window.
    pub operator: String,
    /// Whether they are changing it, or only reading.
    pub editing: bool,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Writes down what a window has open now, in place of what it had; forgets the windows not seen since `gone`.
pub async fn put(
    tx: &mut Tx,
    session: SessionId,
    subjects: &[(String, bool)],
    gone: DateTime<Utc>,
) -> Result<()> {
    const FORGET: &str = "delete from presence where seen_at < $1";
    const SEEN: &str = "insert into presence (session_id, subject, operator, editing, since, seen_at) \
                        values ($1, $2, $3, $4, $5, $5) on conflict (session_id, subject) \
                        do update set editing = excluded.editing, seen_at = excluded.seen_at";
    const LEFT: &str = "delete from presence where session_id = $1 and seen_at < $2";
    let stamp = tx.stamp().clone();
    let mut conn = tx.conn();
    on!(&mut conn, execute, sqlx::query(FORGET).bind(gone))?;
    for (subject, editing) in subjects {
        on!(
            &mut conn,
            execute,
            sqlx::query(SEEN).bind(session.0).bind(subject).bind(&stamp.actor).bind(*editing).bind(stamp.at)
        )?;
    }
    on!(&mut conn, execute, sqlx::query(LEFT).bind(session.0).bind(stamp.at))?;
    Ok(())
}

/// Forgets everything a window had open.
pub async fn leave(tx: &mut Tx, session: SessionId) -> Result<()> {
    const SQL: &str = "delete from presence where session_id = $1";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(session.0))?;
    Ok(())
}

/// The other windows that have a record open, seen since `gone`; who is changing it comes first.
pub async fn others(
    conn: &mut Conn<'_>,
    session: SessionId,
    subject: &str,
    gone: DateTime<Utc>,
) -> Result<Vec<Seen>> {
    const SQL: &str = "select subject, operator, editing, since from presence \
                       where subject = $1 and session_id <> $2 and seen_at >= $3 order by editing desc, since";
    Ok(on!(conn, fetch_all, sqlx::query_as(SQL).bind(subject).bind(session.0).bind(gone))?)
}

/// The number of the last line of the register: while it stands still, nobody has saved anything.
pub async fn last_change(conn: &mut Conn<'_>) -> Result<i64> {
    const SQL: &str = "select seq from chain_head where one = 1";
    Ok(on!(conn, fetch_one, sqlx::query_scalar::<_, i64>(SQL))?)
}
