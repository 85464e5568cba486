//! Forms filled in at the desk.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sportello_domain::event::EventCode;
use sportello_domain::id::{CitizenId, FilledFormId};
use sqlx::FromRow;
use uuid::Uuid;

/// A form filled in, or being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledForm {
    /// Identity.
    pub id: FilledFormId,
    /// Whose answers they are.
    pub citizen: Option<CitizenId>,
    /// Which form.
    pub form: String,
    /// Which text of it.
    pub form_version: String,
    /// The answers, JSON.
    pub answers: String,
    /// Whether it was printed whole.
    pub done: bool,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was last kept.
    pub updated_at: DateTime<Utc>,
    /// Version.
    pub version: i64,
}

#[derive(FromRow)]
struct Row {
    filled_form_id: Uuid,
    citizen_id: Option<Uuid>,
    form: String,
    form_version: String,
    answers: String,
    done: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    version: i64,
}

impl From<Row> for FilledForm {
    fn from(row: Row) -> Self {
        Self {
            id: FilledFormId(row.filled_form_id),
            citizen: row.citizen_id.map(CitizenId),
            form: row.form,
            form_version: row.form_version,
            answers: row.answers,
            done: row.done != 0,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

/// What the register keeps: never the answers.
#[derive(Serialize)]
struct Line<'a> {
    form: &'a str,
    form_version: &'a str,
    citizen: Option<CitizenId>,
    done: bool,
}

/// One form.
pub async fn find(conn: &mut Conn<'_>, id: FilledFormId) -> Result<FilledForm> {
    const SQL: &str = "select filled_form_id, citizen_id, form, form_version, answers, done, created_at, updated_at, version \
                       from filled_form where filled_form_id = $1";
    let row: Option<Row> = on!(conn, fetch_optional, sqlx::query_as(SQL).bind(id.0))?;
    row.map(FilledForm::from).ok_or(Error::NotFound("filled_form"))
}

/// The forms of a citizen, the last kept first.
pub async fn of_citizen(conn: &mut Conn<'_>, citizen: CitizenId, limit: i64) -> Result<Vec<FilledForm>> {
    const SQL: &str = "select filled_form_id, citizen_id, form, form_version, answers, done, created_at, updated_at, version \
                       from filled_form where citizen_id = $1 order by updated_at desc limit $2";
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(citizen.0).bind(limit))?;
    Ok(rows.into_iter().map(FilledForm::from).collect())
}

/// Keeps a form: a new one, or the one of `version`.
pub async fn save(tx: &mut Tx, wanted: &FilledForm) -> Result<FilledForm> {
    const SQL: &str = "insert into filled_form (filled_form_id, citizen_id, form, form_version, answers, done, created_at, \
                       updated_at, operator, version) values ($1, $2, $3, $4, $5, $6, $7, $7, $8, 1) \
                       on conflict (filled_form_id) do update set citizen_id = excluded.citizen_id, \
                       form_version = excluded.form_version, answers = excluded.answers, done = excluded.done, \
                       updated_at = excluded.updated_at, operator = excluded.operator, \
                       version = filled_form.version + 1 where filled_form.version = $9";
    let stamp = tx.stamp().clone();
    let changed = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(SQL)
            .bind(wanted.id.0)
            .bind(wanted.citizen.map(|citizen| citizen.0))
            .bind(&wanted.form)
            .bind(&wanted.form_version)
            .bind(&wanted.answers)
            .bind(i64::from(wanted.done))
            .bind(stamp.at)
            .bind(&stamp.actor)
            .bind(wanted.version)
    )?;
    if changed == 0 {
        return Err(Error::Conflict("filled_form"));
    }
    let line = Line {
        form: &wanted.form,
        form_version: &wanted.form_version,
        citizen: wanted.citizen,
        done: wanted.done,
    };
    let subject = format!("filled_form:{}", wanted.id);
    crate::event::append(tx, EventCode::FormKept, &subject, None::<&()>, &line).await?;
    find(&mut tx.conn(), wanted.id).await
}
