//! The office directory.

mod person;

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Fault, Result};
use chrono::{DateTime, NaiveDate, Utc};
use sportello_domain::event::EventCode;
use sportello_domain::id::OfficeId;
use sportello_domain::office::{Office, OfficeData, OfficePerson};
use sportello_domain::text::InternalText;
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
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    phones: String,
    does_not: String,
    synonyms: String,
    to_bring: String,
    hours: Option<String>,
    ipa_code: Option<String>,
    internal_notes: Option<String>,
    checked_at: Option<DateTime<Utc>>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select office_id, parent_id, name, address, floor, room, phone, email, pec, head, competences, ",
            "answer_days, version, valid_from, valid_to, phones, does_not, synonyms, to_bring, hours, ipa_code, ",
            "internal_notes, (select k.checked_at from office_check k where k.office_id = office.office_id) ",
            "as checked_at from office ",
            $rest
        )
    };
}

/// Every office, in the order they were entered. A municipality has tens of them, seldom hundreds.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<Office>> {
    let rows: Vec<Row> = on!(&mut *conn, fetch_all, sqlx::query_as(select!("order by seq")))?;
    let mut people = person::all(conn).await?;
    rows.into_iter()
        .map(|row| {
            let of = people.remove(&row.office_id).unwrap_or_default();
            office(row, of)
        })
        .collect()
}

/// One office.
pub async fn find(conn: &mut Conn<'_>, id: OfficeId) -> Result<Office> {
    let row: Option<Row> =
        on!(&mut *conn, fetch_optional, sqlx::query_as(select!("where office_id = $1")).bind(id.0))?;
    let row = row.ok_or(Error::NotFound("office"))?;
    office(row, person::of(conn, id).await?)
}

/// Adds an office (`version` 0) or changes the one that was read at `version`.
pub async fn save(tx: &mut Tx, id: OfficeId, data: &OfficeData, version: i64) -> Result<Office> {
    let before = if version == 0 { None } else { Some(find(&mut tx.conn(), id).await?) };
    let after = write(tx, id, data, version).await?;
    crate::event::append(tx, EventCode::OfficeSaved, &format!("office:{id}"), before.as_ref(), &after)
        .await?;
    Ok(after)
}

/// The rows of an office, without their line in the register: whoever calls it writes that too.
pub async fn write(tx: &mut Tx, id: OfficeId, data: &OfficeData, version: i64) -> Result<Office> {
    const INSERT: &str = "insert into office (office_id, parent_id, name, address, floor, room, phone, email, pec, \
                          head, competences, answer_days, version, valid_from, valid_to, phones, does_not, synonyms, \
                          to_bring, hours, ipa_code, internal_notes) \
                          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 + 1, $14, $15, $16, $17, \
                          $18, $19, $20, $21, $22)";
    const UPDATE: &str = "update office set parent_id = $2, name = $3, address = $4, floor = $5, room = $6, \
                          phone = $7, email = $8, pec = $9, head = $10, competences = $11, answer_days = $12, \
                          version = version + 1, valid_from = $14, valid_to = $15, phones = $16, does_not = $17, \
                          synonyms = $18, to_bring = $19, hours = $20, ipa_code = $21, internal_notes = $22 \
                          where office_id = $1 and version = $13";
    let hours = data.hours.as_ref().map(serde_json::to_string).transpose();
    let hours = hours.map_err(|_| Error::Register("office.hours".into()))?;
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
            .bind(data.competences.join("\n"))
            .bind(i64::from(data.answer_days))
            .bind(version)
            .bind(data.valid_from)
            .bind(data.valid_to)
            .bind(data.phones.join("\n"))
            .bind(data.does_not.join("\n"))
            .bind(data.synonyms.join("\n"))
            .bind(data.to_bring.join("\n"))
            .bind(&hours)
            .bind(&data.ipa_code)
            .bind(data.internal_notes.as_ref().map(InternalText::as_str))
    )?;
    if changed == 0 {
        return Err(Error::Conflict("office"));
    }
    person::replace(tx, id, &data.people, version > 0).await?;
    if version == 0 {
        // Whoever enters a card believes it.
        check(tx, id).await?;
    }
    let checked_at = last_check(&mut tx.conn(), id).await?;
    Ok(Office { id, data: data.clone(), version: version + 1, checked_at, now: None })
}

/// Somebody says that the card of an office is right, at the moment of the transaction.
pub async fn confirm(tx: &mut Tx, id: OfficeId) -> Result<Office> {
    let before = find(&mut tx.conn(), id).await?;
    check(tx, id).await?;
    let after = find(&mut tx.conn(), id).await?;
    let subject = format!("office:{id}");
    let (old, new) = (before.checked_at, after.checked_at);
    crate::event::append(tx, EventCode::OfficeConfirmed, &subject, old.as_ref(), &new).await?;
    Ok(after)
}

async fn check(tx: &mut Tx, id: OfficeId) -> Result<()> {
    const SQL: &str = "insert into office_check (office_id, checked_at, checked_by) values ($1, $2, $3) \
                       on conflict (office_id) do update set checked_at = excluded.checked_at, \
                       checked_by = excluded.checked_by";
    let (at, by) = (tx.stamp().at, tx.stamp().actor.clone());
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id.0).bind(at).bind(by))?;
    Ok(())
}

async fn last_check(conn: &mut Conn<'_>, id: OfficeId) -> Result<Option<DateTime<Utc>>> {
    const SQL: &str = "select checked_at from office_check where office_id = $1";
    Ok(on!(conn, fetch_optional, sqlx::query_scalar(SQL).bind(id.0))?)
}

/// Places an office under another, or at the first level, as part of a change that tells it in the register.
pub async fn place(tx: &mut Tx, id: OfficeId, parent: Option<OfficeId>) -> Result<()> {
    const SQL: &str = "update office set parent_id = $2 where office_id = $1";
    on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id.0).bind(parent.map(|id| id.0)))?;
    Ok(())
}

/// Takes an office away as if it had never been imported. Fails when anything refers to it.
pub async fn remove(tx: &mut Tx, id: OfficeId) -> Result<()> {
    const CHECK: &str = "delete from office_check where office_id = $1";
    const SQL: &str = "delete from office where office_id = $1";
    on!(&mut tx.conn(), execute, sqlx::query(CHECK).bind(id.0))?;
    match on!(&mut tx.conn(), execute, sqlx::query(SQL).bind(id.0)) {
        Ok(_) => Ok(()),
        Err(error) if Fault::of(&error) == Fault::Constraint => Err(Error::Conflict("office")),
        Err(error) => Err(error.into()),
    }
}

fn office(row: Row, people: Vec<OfficePerson>) -> Result<Office> {
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    let hours = row.hours.as_deref().map(serde_json::from_str).transpose();
    let data = OfficeData {
        parent_id: row.parent_id.map(OfficeId),
        name: row.name,
        address: row.address,
        floor: row.floor,
        room: row.room,
        phone: row.phone,
        phones: lines(&row.phones),
        email: row.email,
        pec: row.pec,
        head: row.head,
        people,
        competences: lines(&row.competences),
        does_not: lines(&row.does_not),
        synonyms: lines(&row.synonyms),
        to_bring: lines(&row.to_bring),
        hours: hours.map_err(|_| Error::Register("office.hours".into()))?,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        ipa_code: row.ipa_code,
        internal_notes: row.internal_notes.map(InternalText::stored),
        answer_days: u16::try_from(row.answer_days)
            .map_err(|_| Error::Register("office.answer_days".into()))?,
    };
    Ok(Office {
        id: OfficeId(row.office_id),
        data,
        version: row.version,
        checked_at: row.checked_at,
        now: None,
    })
}
