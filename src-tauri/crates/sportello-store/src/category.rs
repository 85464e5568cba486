//! What matters are about.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use sportello_domain::category::{Category, CategoryData};
use sportello_domain::event::EventCode;
use sportello_domain::id::{CategoryId, OfficeId};
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    category_id: Uuid,
    parent_id: Option<Uuid>,
    name: String,
    synonyms: String,
    office_id: Option<Uuid>,
    answer_days: Option<i64>,
    kind: Option<String>,
    retired: bool,
    version: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select category_id, parent_id, name, synonyms, office_id, answer_days, kind, retired, version ",
            "from category ",
            $rest
        )
    };
}

/// Every area and category, in the order they were entered: tens of rows.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<Category>> {
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(select!("order by seq")))?;
    rows.into_iter().map(category).collect()
}

/// One area or category.
pub async fn find(conn: &mut Conn<'_>, id: CategoryId) -> Result<Category> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where category_id = $1")).bind(id.0))?;
    category(row.ok_or(Error::NotFound("category"))?)
}

/// Whether there is none yet.
pub async fn is_empty(conn: &mut Conn<'_>) -> Result<bool> {
    const SQL: &str = "select count(*) from (select 1 from category limit 1) as found";
    let found: i64 = on!(conn, fetch_one, sqlx::query_scalar(SQL))?;
    Ok(found == 0)
}

/// Adds one (`version` 0) or changes the one that was read at `version`.
pub async fn save(tx: &mut Tx, id: CategoryId, data: &CategoryData, version: i64) -> Result<Category> {
    let before = if version == 0 { None } else { Some(find(&mut tx.conn(), id).await?) };
    if write(tx, id, data, version).await? == 0 {
        return Err(Error::Conflict("category"));
    }
    let after = Category { id, data: data.clone(), version: version + 1 };
    let subject = format!("category:{id}");
    crate::event::append(tx, EventCode::CategorySaved, &subject, before.as_ref(), &after).await?;
    Ok(after)
}

/// Puts the catalog in a store that has none: one line of the register for all of it. Another desk of the same server
/// may have been quicker: what is there stays.
pub async fn load(tx: &mut Tx, catalog: &[(CategoryId, CategoryData)]) -> Result<()> {
    for (id, data) in catalog {
        write(tx, *id, data, 0).await?;
    }
    crate::event::append(tx, EventCode::CatalogLoaded, "category", None::<&()>, &catalog.len()).await
}

async fn write(tx: &mut Tx, id: CategoryId, data: &CategoryData, version: i64) -> Result<u64> {
    const INSERT: &str = "insert into category (category_id, parent_id, name, synonyms, office_id, answer_days, kind, \
                          retired, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1) \
                          on conflict (category_id) do nothing";
    const UPDATE: &str = "update category set parent_id = $2, name = $3, synonyms = $4, office_id = $5, \
                          answer_days = $6, kind = $7, retired = $8, version = version + 1 \
                          where category_id = $1 and version = $9";
    Ok(on!(
        &mut tx.conn(),
        execute,
        sqlx::query(if version == 0 { INSERT } else { UPDATE })
            .bind(id.0)
            .bind(data.parent_id.map(|id| id.0))
            .bind(&data.name)
            .bind(data.synonyms.join("\n"))
            .bind(data.office_id.map(|id| id.0))
            .bind(data.answer_days.map(i64::from))
            .bind(data.kind.map(|kind| kind.code()))
            .bind(data.retired)
            .bind(version)
    )?)
}

/// How many of the last `limit` tickets of a category went to each office, the most frequent first.
pub async fn past(conn: &mut Conn<'_>, id: CategoryId, limit: i64) -> Result<Vec<(OfficeId, i64)>> {
    const SQL: &str = "select office_id, count(*) as went from (select office_id from ticket \
                       where category_id = $1 and office_id is not null and office_due_on is not null \
                       order by seq desc limit $2) as last group by office_id order by went desc, office_id";
    let rows: Vec<(Uuid, i64)> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(id.0).bind(limit))?;
    Ok(rows.into_iter().map(|(office, went)| (OfficeId(office), went)).collect())
}

fn category(row: Row) -> Result<Category> {
    let days = row.answer_days.map(u16::try_from).transpose();
    let data = CategoryData {
        parent_id: row.parent_id.map(CategoryId),
        name: row.name,
        synonyms: row.synonyms.lines().map(str::to_owned).collect(),
        office_id: row.office_id.map(OfficeId),
        answer_days: days.map_err(|_| Error::Register("category.answer_days".into()))?,
        kind: row.kind.as_deref().map(decode).transpose()?,
        retired: row.retired,
    };
    Ok(Category { id: CategoryId(row.category_id), data, version: row.version })
}
