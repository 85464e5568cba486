//! Citizens and organisations. A record that was merged into another is never changed and never shown by itself: whoever
//! asks for it gets the survivor, whose card is made of all the records under it (see `domain/citizen/merge.rs`).

mod merge;
mod row;

pub use merge::{Absorbed, absorbed, merge, unmerge};
pub(crate) use row::at;
pub use row::latest;

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use crate::search;
use row::{Row, find_row, insert, record, update};
use sportello_domain::citizen::{Citizen, CitizenData, Hidden};
use sportello_domain::event::EventCode;
use sportello_domain::id::{CitizenId, TicketId};
use uuid::Uuid;

/// One citizen, by any of the ids they ever had.
pub async fn find(conn: &mut Conn<'_>, id: CitizenId) -> Result<Citizen> {
    let id = survivor(conn, id).await?;
    let row = find_row(conn, id).await?;
    whole(conn, row).await
}

/// The id under which a citizen is known now.
pub async fn survivor(conn: &mut Conn<'_>, id: CitizenId) -> Result<CitizenId> {
    const SQL: &str = "select survivor_id from citizen_merge where citizen_id = $1";
    let found: Option<Uuid> = on!(conn, fetch_optional, sqlx::query_scalar(SQL).bind(id.0))?;
    Ok(found.map_or(id, CitizenId))
}

/// Adds a citizen (`version` 0) or changes the one that was read at `version`.
pub async fn save(tx: &mut Tx, id: CitizenId, data: &CitizenData, version: i64) -> Result<Citizen> {
    let (seq, before) = if version == 0 {
        (insert(tx, id, data).await?, None)
    } else {
        let mut conn = tx.conn();
        // A record that was merged meanwhile is somebody else's now.
        if survivor(&mut conn, id).await? != id {
            return Err(Error::Conflict("citizen"));
        }
        let row = find_row(&mut conn, id).await?;
        let before = whole(&mut conn, row.clone()).await?;
        let (seq, own) = (row.seq, record(row)?.data);
        let (own, hidden) = match contributions(&mut conn, id).await? {
            (absorbed, _) if absorbed.is_empty() => (data.clone(), None),
            (absorbed, hidden) => {
                let (own, hidden) = own.kept_apart(data, &absorbed, &hidden);
                (own, Some(hidden))
            }
        };
        update(tx, id, &own, version).await?;
        if let Some(hidden) = hidden {
            merge::hide(tx, id, &hidden).await?;
        }
        (seq, Some(before))
    };
    let after = if version == 0 {
        // Nothing lies under a card that was not there a moment ago.
        let own = record(find_row(&mut tx.conn(), id).await?)?;
        search::index_citizen(&mut tx.conn(), seq, std::slice::from_ref(&own.data)).await?;
        own
    } else {
        index(&mut tx.conn(), seq, id).await?;
        find(&mut tx.conn(), id).await?
    };
    if before.as_ref().is_some_and(|before| before.data.display_name() != data.display_name()) {
        reindex_tickets(tx, id).await?;
    }
    crate::event::append(tx, EventCode::CitizenSaved, &format!("citizen:{id}"), before.as_ref(), &after)
        .await?;
    Ok(after)
}

/// The card of a record: what it says, then what the records under it add.
async fn whole(conn: &mut Conn<'_>, row: Row) -> Result<Citizen> {
    let own = record(row)?;
    let (absorbed, hidden) = contributions(conn, own.id).await?;
    if absorbed.is_empty() {
        return Ok(own);
    }
    Ok(Citizen { data: own.data.joined(&absorbed, &hidden), ..own })
}

/// The records under this one, the oldest first, and what their card does not show any more.
async fn contributions(conn: &mut Conn<'_>, id: CitizenId) -> Result<(Vec<CitizenData>, Hidden)> {
    let rows = row::under(conn, id).await?;
    if rows.is_empty() {
        return Ok(Default::default());
    }
    let absorbed = rows.into_iter().map(|row| Ok(record(row)?.data)).collect::<Result<_>>()?;
    Ok((absorbed, merge::hidden(conn, id).await?))
}

/// The words of a citizen: those of every record of theirs.
async fn index(conn: &mut Conn<'_>, seq: i64, id: CitizenId) -> Result<()> {
    let own = record(find_row(conn, id).await?)?.data;
    let mut records = vec![own];
    records.extend(contributions(conn, id).await?.0);
    search::index_citizen(conn, seq, &records).await
}

/// The tickets that carry this citizen's name are found by the new one.
async fn reindex_tickets(tx: &mut Tx, id: CitizenId) -> Result<()> {
    const SQL: &str = "select t.ticket_id from ticket t where t.seq in (select own.seq from ticket own \
        where own.citizen_id in (select $1 union all select citizen_id from citizen_merge where survivor_id = $1) \
        union select other.seq from ticket_person p join ticket other on other.ticket_id = p.ticket_id \
        where p.citizen_id in (select $1 union all select citizen_id from citizen_merge where survivor_id = $1)) \
        order by t.seq";
    let tickets: Vec<Uuid> = on!(&mut tx.conn(), fetch_all, sqlx::query_scalar(SQL).bind(id.0))?;
    for ticket in tickets {
        search::index_ticket(&mut tx.conn(), TicketId(ticket)).await?;
    }
    Ok(())
}
