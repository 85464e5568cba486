//! Imports: what each record was before, so that all of it can be taken back.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Fault, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sportello_domain::event::EventCode;
use sportello_domain::id::ImportId;
use sqlx::FromRow;
use uuid::Uuid;

/// An import that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromRow)]
pub struct Batch {
    /// Its identity.
    pub import_id: Uuid,
    /// What was imported: `office`.
    pub kind: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// Records it added.
    pub added: i64,
    /// Records it changed.
    pub changed: i64,
    /// When it was taken back.
    pub undone_at: Option<DateTime<Utc>>,
}

/// A record of an import.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Imported {
    /// The record.
    pub record_id: Uuid,
    /// The version the import left.
    pub version: i64,
    /// The record before, in JSON; none when the import added it.
    pub before: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("select import_id, kind, at, actor, added, changed, undone_at from import_batch ", $rest)
    };
}

/// The last imports of a kind, the newest first.
pub async fn list(conn: &mut Conn<'_>, kind: &str) -> Result<Vec<Batch>> {
    const SQL: &str = select!("where kind = $1 order by seq desc limit 20");
    Ok(on!(conn, fetch_all, sqlx::query_as(SQL).bind(kind))?)
}

/// One import.
pub async fn find(conn: &mut Conn<'_>, id: ImportId) -> Result<Batch> {
    let found: Option<Batch> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where import_id = $1")).bind(id.0))?;
    found.ok_or(Error::NotFound("import"))
}

/// The records of an import.
pub async fn rows(conn: &mut Conn<'_>, id: ImportId) -> Result<Vec<Imported>> {
    const SQL: &str = "select record_id, version, before from import_row where import_id = $1";
    Ok(on!(conn, fetch_all, sqlx::query_as(SQL).bind(id.0))?)
}

/// Writes an import and its line in the register, in the transaction that writes its records.
pub async fn begin(tx: &mut Tx, id: ImportId, kind: &str, added: i64, changed: i64) -> Result<()> {
    const SQL: &str = "insert into import_batch (import_id, kind, at, actor, added, changed) \
                       values ($1, $2, $3, $4, $5, $6)";
    let stamp = tx.stamp().clone();
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL).bind(id.0).bind(kind).bind(stamp.at).bind(&stamp.actor).bind(added).bind(changed)
    )?;
    let after = find(&mut tx.conn(), id).await?;
    crate::event::append(tx, EventCode::ImportDone, &format!("import:{id}"), None::<&Batch>, &after).await
}

/// Writes what the records of an import were before it.
pub async fn keep(tx: &mut Tx, id: ImportId, rows: &[Imported]) -> Result<()> {
    const SQLITE: &str = "insert into import_row (import_id, record_id, version, before) \
                          select $1, unhex(value ->> '$[0]'), value ->> '$[1]', value ->> '$[2]' from json_each($2)";
    const POSTGRES: &str = "insert into import_row (import_id, record_id, version, before) \
                            select $1, (value ->> 0)::uuid, (value ->> 1)::bigint, value ->> 2 \
                            from json_array_elements($2::json) as rows (value)";
    let row = |row: &Imported| (row.record_id.simple().to_string(), row.version, row.before.clone());
    let json = serde_json::to_string(&rows.iter().map(row).collect::<Vec<_>>());
    let json = json.map_err(|_| Error::NotSaved(Fault::Other))?;
    let mut conn = tx.conn();
    let sql = if matches!(conn, Conn::Sqlite(_)) { SQLITE } else { POSTGRES };
    on!(&mut conn, execute, sqlx::query(sql).bind(id.0).bind(json.as_str()))?;
    Ok(())
}

/// Notes that an import was taken back; a second time is refused.
pub async fn undone(tx: &mut Tx, id: ImportId) -> Result<Batch> {
    const SQL: &str = "update import_batch set undone_at = $2 where import_id = $1 and undone_at is null";
    let before = find(&mut tx.conn(), id).await?;
    let at = tx.stamp().at;
    if on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id.0).bind(at))? == 0 {
        return Err(Error::Conflict("import"));
    }
    let after = find(&mut tx.conn(), id).await?;
    crate::event::append(tx, EventCode::ImportUndone, &format!("import:{id}"), Some(&before), &after).await?;
    Ok(after)
}
