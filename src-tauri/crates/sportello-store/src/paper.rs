//! Papers: rows that say what was handed over, and the bytes beside them, each content once. A list never reads a byte.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use crate::search;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sportello_domain::event::EventCode;
use sportello_domain::id::{AttachmentId, DraftId, TicketId};
use sportello_domain::paper::Attachment;
use sportello_domain::ticket::Entry;
use sqlx::FromRow;
use uuid::Uuid;

/// Bytes of a chunk.
const CHUNK: usize = 256 * 1024;

/// Where a paper is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// With its ticket.
    Ticket(TicketId),
    /// In a tray, while the ticket is being typed.
    Folder(DraftId),
}

impl Place {
    fn ticket(self) -> Option<Uuid> {
        match self {
            Self::Ticket(id) => Some(id.0),
            Self::Folder(_) => None,
        }
    }

    fn folder(self) -> Option<String> {
        match self {
            Self::Ticket(_) => None,
            Self::Folder(id) => Some(id.to_string()),
        }
    }
}

#[derive(FromRow)]
struct Row {
    attachment_id: Uuid,
    ticket_id: Option<Uuid>,
    name: String,
    file_type: String,
    size: i64,
    sha256: Vec<u8>,
    added_at: DateTime<Utc>,
    added_by: String,
    removed_reason: Option<String>,
    removed_at: Option<DateTime<Utc>>,
    removed_by: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select attachment_id, ticket_id, name, file_type, size, sha256, added_at, added_by, removed_reason, ",
            "removed_at, removed_by from attachment ",
            $rest
        )
    };
}

/// The papers of a place, hidden ones included, the first one first.
pub async fn list(conn: &mut Conn<'_>, place: Place) -> Result<Vec<Attachment>> {
    const SQL: &str = select!("where ticket_id = $1 or folder = $2 order by seq");
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(place.ticket()).bind(place.folder()))?;
    rows.into_iter().map(attachment).collect()
}

/// One paper.
pub async fn find(conn: &mut Conn<'_>, id: AttachmentId) -> Result<Attachment> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where attachment_id = $1")).bind(id.0))?;
    attachment(row.ok_or(Error::NotFound("attachment"))?)
}

/// Bytes of all the papers of a place together.
pub async fn weight(conn: &mut Conn<'_>, place: Place) -> Result<i64> {
    const SQL: &str = "select cast(coalesce(sum(size), 0) as bigint) from attachment \
                       where (ticket_id = $1 or folder = $2) and removed_at is null";
    Ok(on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(place.ticket()).bind(place.folder()))?)
}

/// The bytes of a paper; not found once they have been erased.
pub async fn content(conn: &mut Conn<'_>, attachment: &Attachment) -> Result<Vec<u8>> {
    const SQL: &str = "select bytes from paper_chunk where sha256 = $1 order by part";
    let sha256 = digest_of(attachment)?;
    let chunks: Vec<Vec<u8>> = on!(conn, fetch_all, sqlx::query_scalar(SQL).bind(sha256))?;
    if chunks.is_empty() { Err(Error::NotFound("content")) } else { Ok(chunks.concat()) }
}

/// Keeps a paper. Asked again with the same identity it changes nothing.
pub async fn put(tx: &mut Tx, place: Place, attachment: &Attachment, bytes: &[u8]) -> Result<()> {
    const ROW: &str = "insert into attachment (attachment_id, ticket_id, folder, name, file_type, size, sha256, \
                       added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
                       on conflict (attachment_id) do nothing";
    const PART: &str = "insert into paper_chunk (sha256, part, bytes) values ($1, $2, $3) \
                        on conflict (sha256, part) do nothing";
    let sha256 = digest_of(attachment)?;
    let mut conn = tx.conn();
    if !is_kept(&mut conn, &sha256).await? {
        for (part, chunk) in (0_i64..).zip(bytes.chunks(CHUNK)) {
            on!(&mut conn, execute, sqlx::query(PART).bind(&sha256).bind(part).bind(chunk))?;
        }
    }
    on!(
        &mut conn,
        execute,
        sqlx::query(ROW)
            .bind(attachment.id.0)
            .bind(place.ticket())
            .bind(place.folder())
            .bind(&attachment.name)
            .bind(attachment.file_type.code())
            .bind(attachment.size)
            .bind(&sha256)
            .bind(attachment.added_at)
            .bind(&attachment.added_by)
    )?;
    Ok(())
}

async fn is_kept(conn: &mut Conn<'_>, sha256: &[u8]) -> Result<bool> {
    const SQL: &str = "select count(*) from (select 1 from paper_chunk where sha256 = $1 limit 1) as found";
    let found: i64 = on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(sha256))?;
    Ok(found > 0)
}

/// The papers of a tray go to the ticket that was typed; answers them.
pub async fn claim(tx: &mut Tx, folder: DraftId, ticket: TicketId) -> Result<Vec<Attachment>> {
    const SQL: &str = "update attachment set ticket_id = $2, folder = null where folder = $1";
    let waiting = list(&mut tx.conn(), Place::Folder(folder)).await?;
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(folder.to_string()).bind(ticket.0))?;
    Ok(waiting.into_iter().map(|attachment| Attachment { ticket_id: Some(ticket), ..attachment }).collect())
}

/// Takes a paper out of a tray: no ticket has it yet, so nothing is left of it.
pub async fn drop_waiting(tx: &mut Tx, attachment: &Attachment) -> Result<()> {
    const SQL: &str = "delete from attachment where attachment_id = $1 and ticket_id is null";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(attachment.id.0))?;
    erase_if_nobodys(tx, &digest_of(attachment)?).await
}

/// Throws away what has waited since before `limit` in a tray that no draft names any more.
pub async fn sweep(tx: &mut Tx, limit: DateTime<Utc>) -> Result<()> {
    const SQL: &str = select!(
        "where folder is not null and added_at < $1 \
         and not exists (select 1 from draft d where d.body like '%' || folder || '%')"
    );
    let rows: Vec<Row> = on!(&mut tx.conn(), fetch_all, sqlx::query_as(SQL).bind(limit))?;
    for row in rows {
        drop_waiting(tx, &attachment(row)?).await?;
    }
    Ok(())
}

async fn erase_if_nobodys(tx: &mut Tx, sha256: &[u8]) -> Result<()> {
    const SQL: &str = "delete from paper_chunk where sha256 = $1 \
                       and not exists (select 1 from attachment a where a.sha256 = $1)";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(sha256))?;
    Ok(())
}

#[derive(Serialize)]
struct Change<'a> {
    attachment: &'a Attachment,
    entry: &'a Entry,
}

/// Tells in the timeline and in the register that a ticket got a paper.
pub async fn tell(tx: &mut Tx, ticket: TicketId, attachment: &Attachment, entry: &Entry) -> Result<()> {
    crate::ticket::add_entry(tx, ticket, entry).await?;
    let change = Change { attachment, entry };
    crate::event::append(tx, entry.code, &format!("ticket:{ticket}"), None::<&()>, &change).await?;
    search::index_ticket(&mut tx.conn(), ticket).await
}

/// Hides a paper, with the reason. Its row and its bytes stay.
pub async fn hide(
    tx: &mut Tx,
    before: &Attachment,
    ticket: TicketId,
    reason: &str,
    entry: &Entry,
) -> Result<()> {
    const SQL: &str = "update attachment set removed_reason = $2, removed_at = $3, removed_by = $4 \
                       where attachment_id = $1 and removed_at is null";
    let stamp = tx.stamp().clone();
    let changed = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL).bind(before.id.0).bind(reason).bind(stamp.at).bind(&stamp.actor)
    )?;
    if changed == 0 {
        return Err(Error::Conflict("attachment"));
    }
    let after = find(&mut tx.conn(), before.id).await?;
    crate::ticket::add_entry(tx, ticket, entry).await?;
    let change = Change { attachment: &after, entry };
    let subject = format!("ticket:{ticket}");
    crate::event::append(tx, EventCode::AttachmentRemoved, &subject, Some(before), &change).await?;
    search::index_ticket(&mut tx.conn(), ticket).await
}

fn digest_of(attachment: &Attachment) -> Result<Vec<u8>> {
    let pair =
        |at: usize| attachment.sha256.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes: Option<Vec<u8>> = (0..attachment.sha256.len()).step_by(2).map(pair).collect();
    bytes.filter(|bytes| bytes.len() == 32).ok_or_else(|| Error::Register("attachment.sha256".into()))
}

fn attachment(row: Row) -> Result<Attachment> {
    Ok(Attachment {
        id: AttachmentId(row.attachment_id),
        ticket_id: row.ticket_id.map(TicketId),
        name: row.name,
        file_type: decode(&row.file_type)?,
        size: row.size,
        sha256: row.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        added_at: row.added_at,
        added_by: row.added_by,
        removed_reason: row.removed_reason,
        removed_at: row.removed_at,
        removed_by: row.removed_by,
    })
}
