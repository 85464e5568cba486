//! Who works in the offices.

use crate::db::{Conn, Tx, decode, on};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use sportello_domain::id::OfficeId;
use sportello_domain::office::{OfficePerson, OfficeRole};
use sqlx::FromRow;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    office_id: Uuid,
    name: String,
    role: String,
    matter: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    absences: String,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select office_id, name, role, matter, phone, email, valid_from, valid_to, absences from office_person ",
            $rest
        )
    };
}

/// Everybody, by office.
pub(super) async fn all(conn: &mut Conn<'_>) -> Result<HashMap<Uuid, Vec<OfficePerson>>> {
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(select!("order by office_id, position")))?;
    let mut people: HashMap<Uuid, Vec<OfficePerson>> = HashMap::new();
    for row in rows {
        people.entry(row.office_id).or_default().push(person(row)?);
    }
    Ok(people)
}

/// Who works in one office.
pub(super) async fn of(conn: &mut Conn<'_>, id: OfficeId) -> Result<Vec<OfficePerson>> {
    const SQL: &str = select!("where office_id = $1 order by position");
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(SQL).bind(id.0))?;
    rows.into_iter().map(person).collect()
}

/// Writes who works in an office, in place of who was written before.
pub(super) async fn replace(tx: &mut Tx, id: OfficeId, people: &[OfficePerson], had: bool) -> Result<()> {
    const CLEAR: &str = "delete from office_person where office_id = $1";
    const SQL: &str = "insert into office_person (office_id, position, name, role, matter, phone, email, valid_from, \
                       valid_to, absences) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    if had {
        on!(&mut tx.conn(), execute, sqlx::query(CLEAR).bind(id.0))?;
    }
    for (position, person) in (0_i64..).zip(people) {
        let role = serde_json::to_value(person.role);
        let role = role.ok().and_then(|role| role.as_str().map(str::to_owned));
        let absences = serde_json::to_string(&person.absences);
        let absences = absences.map_err(|_| Error::Register("office_person.absences".into()))?;
        on!(
            &mut tx.conn(),
            execute,
            sqlx::query(SQL)
                .bind(id.0)
                .bind(position)
                .bind(&person.name)
                .bind(role.as_deref())
                .bind(&person.matter)
                .bind(&person.phone)
                .bind(&person.email)
                .bind(person.valid_from)
                .bind(person.valid_to)
                .bind(absences.as_str())
        )?;
    }
    Ok(())
}

fn person(row: Row) -> Result<OfficePerson> {
    let absences = serde_json::from_str(&row.absences);
    Ok(OfficePerson {
        name: row.name,
        role: decode::<OfficeRole>(&row.role)?,
        matter: row.matter,
        phone: row.phone,
        email: row.email,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
        absences: absences.map_err(|_| Error::Register("office_person.absences".into()))?,
    })
}
