//! What is being typed. A draft is nobody's record yet, so it is not in the register; it is on the disk all the same.

use crate::db::{Conn, Tx, on};
use crate::error::Result;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sportello_domain::id::DraftId;
use sqlx::FromRow;
use uuid::Uuid;

/// Something being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// Identity.
    pub id: DraftId,
    /// Which screen it belongs to.
    pub kind: String,
    /// The fields as typed, JSON of that screen.
    pub body: String,
    /// Who types.
    pub operator: String,
    /// The last key.
    pub updated_at: DateTime<Utc>,
}

#[derive(FromRow)]
struct Row {
    draft_id: Uuid,
    kind: String,
    body: String,
    operator: String,
    updated_at: DateTime<Utc>,
}

/// Every draft, the last touched first.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<Draft>> {
    const SQL: &str = "select draft_id, kind, body, operator, updated_at from draft order by updated_at desc";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL))?;
    let draft = |row: Row| Draft {
        id: DraftId(row.draft_id),
        kind: row.kind,
        body: row.body,
        operator: row.operator,
        updated_at: row.updated_at,
    };
    Ok(rows.into_iter().map(draft).collect())
}

/// Keeps what is typed so far.
pub async fn save(tx: &mut Tx, id: DraftId, kind: &str, body: &str) -> Result<()> {
    const SQL: &str = "insert into draft (draft_id, kind, body, operator, updated_at) values ($1, $2, $3, $4, $5) \
                       on conflict (draft_id) do update set kind = excluded.kind, body = excluded.body, updated_at = excluded.updated_at";
    let stamp = tx.stamp().clone();
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL).bind(id.0).bind(kind).bind(body).bind(&stamp.actor).bind(stamp.at)
    )?;
    Ok(())
}

/// Forgets a draft: it became a record, or the operator threw it away.
pub async fn discard(tx: &mut Tx, id: DraftId) -> Result<()> {
    const SQL: &str = "delete from draft where draft_id = $1";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id.0))?;
    Ok(())
}
