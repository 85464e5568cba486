//! Lists somebody keeps: a filter with a name.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use serde::Serialize;
use sportello_domain::event::EventCode;
use sportello_domain::id::ViewId;
use sportello_domain::ticket::filter::TicketFilter;
use sqlx::FromRow;
use uuid::Uuid;

/// A list somebody keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedView {
    /// Identity.
    pub id: ViewId,
    /// Whose it is; everybody's when missing.
    pub owner: Option<String>,
    /// What it is called.
    pub name: String,
    /// What it shows.
    pub filter: TicketFilter,
    /// Its place among the others, from the first.
    pub place: i64,
    /// Version of the row.
    pub version: i64,
}

#[derive(FromRow)]
struct Row {
    view_id: Uuid,
    owner: Option<String>,
    name: String,
    filter: String,
    place: i64,
    version: i64,
}

/// The lists of `operator` and those of everybody, in their order.
pub async fn list(conn: &mut Conn<'_>, operator: &str) -> Result<Vec<SavedView>> {
    const SQL: &str = "select view_id, owner, name, filter, place, version from saved_view \
                       where owner is null or owner = $1 order by place, name, view_id";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(operator))?;
    rows.into_iter().map(view).collect()
}

/// One list.
pub async fn find(conn: &mut Conn<'_>, id: ViewId) -> Result<SavedView> {
    const SQL: &str =
        "select view_id, owner, name, filter, place, version from saved_view where view_id = $1";
    let row: Option<Row> = on!(conn, fetch_optional, sqlx::query_as(SQL).bind(id.0))?;
    view(row.ok_or(Error::NotFound("view"))?)
}

/// Keeps a list, or changes the one of `version`.
pub async fn save(tx: &mut Tx, wanted: &SavedView) -> Result<SavedView> {
    const SQL: &str = "insert into saved_view (view_id, owner, name, filter, place, version) \
                       values ($1, $2, $3, $4, $5, 1) on conflict (view_id) do update set owner = excluded.owner, \
                       name = excluded.name, filter = excluded.filter, place = excluded.place, \
                       version = saved_view.version + 1 where saved_view.version = $6";
    let before = match find(&mut tx.conn(), wanted.id).await {
        Ok(view) => Some(view),
        Err(Error::NotFound(_)) => None,
        Err(error) => return Err(error),
    };
    let filter =
        serde_json::to_string(&wanted.filter).map_err(|_| Error::Register("saved_view.filter".into()))?;
    let changed = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(wanted.id.0)
            .bind(&wanted.owner)
            .bind(&wanted.name)
            .bind(filter)
            .bind(wanted.place)
            .bind(wanted.version)
    )?;
    if changed == 0 {
        return Err(Error::Conflict("view"));
    }
    let after = find(&mut tx.conn(), wanted.id).await?;
    let subject = format!("view:{}", after.id);
    crate::event::append(tx, EventCode::ViewSaved, &subject, before.as_ref(), &after).await?;
    Ok(after)
}

/// Drops a list; the tickets in it are not touched.
pub async fn remove(tx: &mut Tx, view: &SavedView) -> Result<()> {
    const SQL: &str = "delete from saved_view where view_id = $1 and version = $2";
    let gone = on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(view.id.0).bind(view.version))?;
    if gone == 0 {
        return Err(Error::Conflict("view"));
    }
    let subject = format!("view:{}", view.id);
    crate::event::append(tx, EventCode::ViewSaved, &subject, Some(view), &None::<SavedView>).await
}

fn view(row: Row) -> Result<SavedView> {
    Ok(SavedView {
        id: ViewId(row.view_id),
        owner: row.owner,
        name: row.name,
        filter: serde_json::from_str(&row.filter).map_err(|_| Error::Register("saved_view.filter".into()))?,
        place: row.place,
        version: row.version,
    })
}
