//! Merging two records of one person, and taking them apart again.

use super::row::{Row, find_row, record};
use super::{find, index, reindex_tickets, survivor};
use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use crate::search;
use chrono::{DateTime, Utc};
use serde::Serialize;
use sportello_domain::citizen::{Citizen, CitizenData, Hidden};
use sportello_domain::event::EventCode;
use sportello_domain::id::CitizenId;
use sqlx::FromRow;
use uuid::Uuid;

/// A record under a citizen's card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Absorbed {
    /// Its own id.
    pub id: CitizenId,
    /// The record it was merged into, which may lie under the card too.
    pub into: CitizenId,
    /// When.
    pub at: DateTime<Utc>,
    /// What it says by itself.
    pub data: CitizenData,
}

#[derive(FromRow)]
struct Merged {
    citizen_id: Uuid,
    into_id: Uuid,
    merged_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct Payload<'a> {
    kept: &'a Citizen,
    absorbed: &'a Citizen,
}

/// The records under a citizen's card, the oldest merge first.
pub async fn absorbed(conn: &mut Conn<'_>, survivor: CitizenId) -> Result<Vec<Absorbed>> {
    const SQL: &str = "select citizen_id, into_id, merged_at from citizen_merge where survivor_id = $1 \
                       order by merged_at, citizen_id";
    let rows: Vec<Merged> = on!(&mut *conn, fetch_all, sqlx::query_as(SQL).bind(survivor.0))?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let id = CitizenId(row.citizen_id);
        let data = record(find_row(conn, id).await?)?.data;
        all.push(Absorbed { id, into: CitizenId(row.into_id), at: row.merged_at, data });
    }
    Ok(all)
}

/// Merges `gone` into `kept`. Nothing is moved: `gone`, and whatever lies under it, is shown as `kept` from now on.
///
/// # Errors
/// [`Error::Conflict`] when one of the two is under another card already, or both are one.
pub async fn merge(tx: &mut Tx, kept: CitizenId, gone: CitizenId) -> Result<Citizen> {
    const ADD: &str =
        "insert into citizen_merge (citizen_id, into_id, survivor_id, merged_at) values ($1, $2, $2, $3)";
    const MOVE: &str = "update citizen_merge set survivor_id = $2 where survivor_id = $1";
    let at = tx.stamp().at;
    let mut conn = tx.conn();
    let both_free = survivor(&mut conn, kept).await? == kept && survivor(&mut conn, gone).await? == gone;
    if !both_free || kept == gone {
        return Err(Error::Conflict("citizen"));
    }
    let before = (find(&mut conn, kept).await?, find(&mut conn, gone).await?);
    on!(&mut conn, execute, sqlx::query(MOVE).bind(gone.0).bind(kept.0))?;
    on!(&mut conn, execute, sqlx::query(ADD).bind(gone.0).bind(kept.0).bind(at))?;
    shown_anew(tx, &[kept, gone]).await?;
    let after = find(&mut tx.conn(), kept).await?;
    let before = Payload { kept: &before.0, absorbed: &before.1 };
    crate::event::append(tx, EventCode::CitizenMerged, &format!("citizen:{kept}"), Some(&before), &after)
        .await?;
    Ok(after)
}

/// Takes a record, and whatever lay under it, out again: both cards read as before they met.
///
/// # Errors
/// [`Error::NotFound`] when it lies under no card.
pub async fn unmerge(tx: &mut Tx, gone: CitizenId) -> Result<Citizen> {
    const DROP: &str = "delete from citizen_merge where citizen_id = $1 returning survivor_id";
    const UNDER: &str = "with recursive below (id) as (select citizen_id from citizen_merge where into_id = $1 \
        union select m.citizen_id from citizen_merge m join below on m.into_id = below.id) select id from below";
    const MOVE: &str = "update citizen_merge set survivor_id = $2 where citizen_id = $1";
    let mut conn = tx.conn();
    let card = find(&mut conn, gone).await?;
    let top: Option<Uuid> = on!(&mut conn, fetch_optional, sqlx::query_scalar(DROP).bind(gone.0))?;
    let kept = CitizenId(top.ok_or(Error::NotFound("merge"))?);
    let below: Vec<Uuid> = on!(&mut conn, fetch_all, sqlx::query_scalar(UNDER).bind(gone.0))?;
    for id in below {
        on!(&mut conn, execute, sqlx::query(MOVE).bind(id).bind(gone.0))?;
    }
    const SHOW_ALL: &str = "delete from citizen_hidden where citizen_id = $1 and not exists \
                            (select 1 from citizen_merge where survivor_id = $1)";
    on!(&mut tx.conn(), execute, sqlx::query(SHOW_ALL).bind(kept.0))?;
    shown_anew(tx, &[kept, gone]).await?;
    let (kept, gone) = (find(&mut tx.conn(), kept).await?, find(&mut tx.conn(), gone).await?);
    let after = Payload { kept: &kept, absorbed: &gone };
    crate::event::append(
        tx,
        EventCode::CitizenUnmerged,
        &format!("citizen:{}", kept.id),
        Some(&card),
        &after,
    )
    .await?;
    Ok(gone)
}

/// Both cards changed: whoever has read them before must read them again, and the words that find them are others.
async fn shown_anew(tx: &mut Tx, ids: &[CitizenId]) -> Result<()> {
    const TOUCH: &str = "update citizen set version = version + 1 where citizen_id = $1";
    for id in ids {
        on!(&mut tx.conn(), execute, sqlx::query(TOUCH).bind(id.0))?;
        let Row { seq, .. } = find_row(&mut tx.conn(), *id).await?;
        let mut conn = tx.conn();
        if survivor(&mut conn, *id).await? == *id {
            index(&mut conn, seq, *id).await?;
        } else {
            search::forget_citizen(&mut conn, seq).await?;
            continue;
        }
        // Those of a record under a card are among those of the card.
        reindex_tickets(tx, *id).await?;
    }
    Ok(())
}

/// What the card of `id` does not show any more, on its own account and on that of the records under it.
pub(super) async fn hidden(conn: &mut Conn<'_>, id: CitizenId) -> Result<Hidden> {
    const SQL: &str = "select hidden from citizen_hidden where citizen_id = $1 or citizen_id in \
                       (select citizen_id from citizen_merge where survivor_id = $1)";
    let all: Vec<String> = on!(conn, fetch_all, sqlx::query_scalar(SQL).bind(id.0))?;
    all.iter().try_fold(Hidden::default(), |hidden, text| {
        let more = serde_json::from_str(text).map_err(|_| Error::Register("citizen_hidden".into()))?;
        Ok(hidden.and(more))
    })
}

/// Sets what the card of `id` does not show.
pub(super) async fn hide(tx: &mut Tx, id: CitizenId, hidden: &Hidden) -> Result<()> {
    const SQL: &str = "insert into citizen_hidden (citizen_id, hidden) values ($1, $2) \
                       on conflict (citizen_id) do update set hidden = excluded.hidden";
    let text = serde_json::to_string(hidden).map_err(|error| Error::Register(error.to_string()))?;
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id.0).bind(text))?;
    Ok(())
}
