//! What a shift leaves to the next, in free words.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use sportello_domain::event::EventCode;
use sportello_domain::id::ShiftNoteId;
use sportello_domain::shift::ShiftNote;
use sportello_domain::text::InternalText;
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    note_id: Uuid,
    at: DateTime<Utc>,
    author: String,
    text: String,
}

/// One note.
pub async fn find(conn: &mut Conn<'_>, id: ShiftNoteId) -> Result<ShiftNote> {
    const SQL: &str = "select note_id, at, author, text from shift_note where note_id = $1";
    let row: Option<Row> = on!(conn, fetch_optional, sqlx::query_as(SQL).bind(id.0))?;
    Ok(note(row.ok_or(Error::NotFound("shift note"))?))
}

/// The notes since a moment, the newest first.
pub async fn since(conn: &mut Conn<'_>, at: DateTime<Utc>, limit: i64) -> Result<Vec<ShiftNote>> {
    const SQL: &str =
        "select note_id, at, author, text from shift_note where at >= $1 order by at desc limit $2";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(at).bind(limit))?;
    Ok(rows.into_iter().map(note).collect())
}

/// Keeps a note.
pub async fn add(tx: &mut Tx, note: &ShiftNote) -> Result<()> {
    const SQL: &str = "insert into shift_note (note_id, at, author, text) values ($1, $2, $3, $4)";
    on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL).bind(note.id.0).bind(note.at).bind(&note.author).bind(note.text.as_str())
    )?;
    crate::event::append(tx, EventCode::ShiftNoteAdded, &format!("shift_note:{}", note.id), None::<&()>, note)
        .await
}

fn note(row: Row) -> ShiftNote {
    ShiftNote {
        id: ShiftNoteId(row.note_id),
        at: row.at,
        author: row.author,
        text: InternalText::stored(row.text),
    }
}
