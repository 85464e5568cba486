//! Tags.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use serde::Serialize;
use sportello_domain::event::EventCode;
use sportello_domain::id::{TagId, TicketId};
use sportello_domain::tag::{Tag, folded};
use sportello_domain::ticket::Entry;
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    tag_id: Uuid,
    name: String,
    colour: String,
    version: i64,
}

/// Every tag by name, with how many tickets have it.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<(Tag, i64)>> {
    const TAGS: &str = "select tag_id, name, colour, version from tag order by folded";
    const COUNTS: &str = "select tag_id, count(*) as tickets from ticket_tag group by tag_id";
    let rows: Vec<Row> = on!(&mut *conn, fetch_all, sqlx::query_as(TAGS))?;
    let counts: Vec<(Uuid, i64)> = on!(conn, fetch_all, sqlx::query_as(COUNTS))?;
    let count = |id: TagId| counts.iter().find(|(tag, _)| *tag == id.0).map_or(0, |(_, count)| *count);
    rows.into_iter().map(tag).map(|tag| tag.map(|tag| (tag.clone(), count(tag.id)))).collect()
}

/// The tags of a ticket, by name.
pub async fn of_ticket(conn: &mut Conn<'_>, ticket: TicketId) -> Result<Vec<Tag>> {
    const SQL: &str = "select t.tag_id, t.name, t.colour, t.version from ticket_tag g \
                       join tag t on t.tag_id = g.tag_id where g.ticket_id = $1 order by t.folded";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(ticket.0))?;
    rows.into_iter().map(tag).collect()
}

/// One tag.
pub async fn find(conn: &mut Conn<'_>, id: TagId) -> Result<Tag> {
    const SQL: &str = "select tag_id, name, colour, version from tag where tag_id = $1";
    let row: Option<Row> = on!(conn, fetch_optional, sqlx::query_as(SQL).bind(id.0))?;
    tag(row.ok_or(Error::NotFound("tag"))?)
}

/// The tag that reads like this name, if there is one.
pub async fn named(conn: &mut Conn<'_>, name: &str) -> Result<Option<Tag>> {
    const SQL: &str = "select tag_id, name, colour, version from tag where folded = $1";
    let row: Option<Row> = on!(conn, fetch_optional, sqlx::query_as(SQL).bind(folded(name)))?;
    row.map(tag).transpose()
}

/// Makes a tag, or changes the one of `version`.
pub async fn save(tx: &mut Tx, wanted: &Tag) -> Result<Tag> {
    const SQL: &str = "insert into tag (tag_id, name, folded, colour, version) values ($1, $2, $3, $4, 1) \
                       on conflict (tag_id) do update set name = excluded.name, folded = excluded.folded, \
                       colour = excluded.colour, version = tag.version + 1 where tag.version = $5";
    let before = match find(&mut tx.conn(), wanted.id).await {
        Ok(tag) => Some(tag),
        Err(Error::NotFound(_)) => None,
        Err(error) => return Err(error),
    };
    let changed = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(wanted.id.0)
            .bind(&wanted.name)
            .bind(folded(&wanted.name))
            .bind(wanted.colour.code())
            .bind(wanted.version)
    )?;
    if changed == 0 {
        return Err(Error::Conflict("tag"));
    }
    let after = find(&mut tx.conn(), wanted.id).await?;
    let subject = format!("tag:{}", after.id);
    crate::event::append(tx, EventCode::TagSaved, &subject, before.as_ref(), &after).await?;
    Ok(after)
}

/// Every ticket of `from` gets `into` instead, and `from` is gone.
pub async fn merge(tx: &mut Tx, from: &Tag, into: &Tag) -> Result<()> {
    const MOVE: &str = "insert into ticket_tag (tag_id, ticket_id) \
                        select $2, g.ticket_id from ticket_tag g where g.tag_id = $1 \
                        on conflict (tag_id, ticket_id) do nothing";
    const LEAVE: &str = "delete from ticket_tag where tag_id = $1";
    const DROP: &str = "delete from tag where tag_id = $1 and version = $2";
    let mut conn = tx.conn();
    on!(&mut conn, execute, sqlx::query(MOVE).bind(from.id.0).bind(into.id.0))?;
    on!(&mut conn, execute, sqlx::query(LEAVE).bind(from.id.0))?;
    if on!(&mut conn, execute, sqlx::query(DROP).bind(from.id.0).bind(from.version))? == 0 {
        return Err(Error::Conflict("tag"));
    }
    let subject = format!("tag:{}", from.id);
    crate::event::append(tx, EventCode::TagSaved, &subject, Some(from), into).await
}

#[derive(Serialize)]
struct Tags<'a> {
    tags: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<&'a Entry>,
}

/// The ticket has exactly `after` instead of `before`.
pub async fn set(tx: &mut Tx, ticket: TicketId, before: &[Tag], after: &[Tag], entry: &Entry) -> Result<()> {
    const ADD: &str = "insert into ticket_tag (tag_id, ticket_id) values ($1, $2) \
                       on conflict (tag_id, ticket_id) do nothing";
    const TAKE: &str = "delete from ticket_tag where tag_id = $1 and ticket_id = $2";
    let mut conn = tx.conn();
    for tag in before.iter().filter(|tag| !after.iter().any(|kept| kept.id == tag.id)) {
        on!(&mut conn, execute, sqlx::query(TAKE).bind(tag.id.0).bind(ticket.0))?;
    }
    for tag in after {
        on!(&mut conn, execute, sqlx::query(ADD).bind(tag.id.0).bind(ticket.0))?;
    }
    crate::ticket::add_entry(tx, ticket, entry).await?;
    let names = |tags: &'_ [Tag]| tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>();
    let (old, new) = (names(before), names(after));
    let old = Tags { tags: old.iter().map(String::as_str).collect(), entry: None };
    let new = Tags { tags: new.iter().map(String::as_str).collect(), entry: Some(entry) };
    crate::event::append(tx, EventCode::TicketTagged, &format!("ticket:{ticket}"), Some(&old), &new).await?;
    crate::search::index_ticket(&mut tx.conn(), ticket).await
}

fn tag(row: Row) -> Result<Tag> {
    Ok(Tag { id: TagId(row.tag_id), name: row.name, colour: decode(&row.colour)?, version: row.version })
}
