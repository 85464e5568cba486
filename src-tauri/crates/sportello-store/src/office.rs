//! The office directory.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use sportello_domain::event::EventCode;
use sportello_domain::id::OfficeId;
use sportello_domain::office::{Office, OfficeData};
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    office_id: Uuid,
    parent_id: Option<Uuid>,
    name: String,
    address: Option<String>,
    floor: Option<String>,
    room: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    pec: Option<String>,
    head: Option<String>,
    competences: String,
    answer_days: i64,
    version: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select office_id, parent_id, name, address, floor, room, phone, email, pec, head, competences, ",
            "answer_days, version from office ",
            $rest
        )
    };
}

/// Every office, in the order they were entered. A municipality has tens of them, seldom hundreds.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<Office>> {
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(select!("order by seq")))?;
    rows.into_iter().map(office).collect()
}

/// One office.
pub async fn find(conn: &mut Conn<'_>, id: OfficeId) -> Result<Office> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where office_id = $1")).bind(id.0))?;
    office(row.ok_or(Error::NotFound("office"))?)
}

/// Adds an office (`version` 0) or changes the one that was read at `version`.
pub async fn save(tx: &mut Tx, id: OfficeId, data: &OfficeData, version: i64) -> Result<Office> {
    const INSERT: &str = "insert into office (office_id, parent_id, name, address, floor, room, phone, email, pec, \
                          head, competences, answer_days, version) \
                          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 + 1)";
    const UPDATE: &str = "update office set parent_id = $2, name = $3, address = $4, floor = $5, room = $6, \
                          phone = $7, email = $8, pec = $9, head = $10, competences = $11, answer_days = $12, \
                          version = version + 1 where office_id = $1 and version = $13";
    let before = if version == 0 { None } else { Some(find(&mut tx.conn(), id).await?) };
    let competences = data.competences.join("\n");
    let changed = on!(
        &mut tx.conn(),
        execute,
        sqlx::query(if version == 0 { INSERT } else { UPDATE })
            .bind(id.0)
            .bind(data.parent_id.map(|id| id.0))
            .bind(&data.name)
            .bind(&data.address)
            .bind(&data.floor)
            .bind(&data.room)
            .bind(&data.phone)
            .bind(&data.email)
            .bind(&data.pec)
            .bind(&data.head)
            .bind(competences.as_str())
            .bind(i64::from(data.answer_days))
            .bind(version)
    )?;
    if changed == 0 {
        return Err(Error::Conflict("office"));
    }
    let after = Office { id, data: data.clone(), version: version + 1 };
    crate::event::append(tx, EventCode::OfficeSaved, &format!("office:{id}"), before.as_ref(), &after)
        .await?;
    Ok(after)
}

fn office(row: Row) -> Result<Office> {
    let data = OfficeData {
        parent_id: row.parent_id.map(OfficeId),
        name: row.name,
        address: row.address,
        floor: row.floor,
        room: row.room,
        phone: row.phone,
        email: row.email,
        pec: row.pec,
        head: row.head,
        competences: row.competences.lines().map(str::to_owned).collect(),
        answer_days: u16::try_from(row.answer_days)
            .map_err(|_| Error::Register("office.answer_days".into()))?,
    };
    Ok(Office { id: OfficeId(row.office_id), data, version: row.version })
}
