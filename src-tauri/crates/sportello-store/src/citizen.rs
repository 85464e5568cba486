//! Citizens and organisations.

use crate::db::{Conn, Tx, decode, in_order, json, on};
use crate::error::{Error, Result};
use crate::search;
use sportello_domain::citizen::{Citizen, CitizenData, CitizenKind};
use sportello_domain::event::EventCode;
use sportello_domain::id::CitizenId;
use sqlx::FromRow;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    seq: i64,
    citizen_id: Uuid,
    kind: String,
    surname: Option<String>,
    name: Option<String>,
    organization: Option<String>,
    tax_code: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    pec: Option<String>,
    address: Option<String>,
    care_notes: Option<String>,
    version: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select seq, citizen_id, kind, surname, name, organization, tax_code, phone, email, pec, address, care_notes, ",
            "version from citizen ",
            $rest
        )
    };
}

/// One citizen.
pub async fn find(conn: &mut Conn<'_>, id: CitizenId) -> Result<Citizen> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where citizen_id = $1")).bind(id.0))?;
    citizen(row.ok_or(Error::NotFound("citizen"))?)
}

/// The citizens at these places of the search index, in the same order: one query for all of them.
pub(crate) async fn at(conn: &mut Conn<'_>, seqs: &[i64]) -> Result<Vec<Citizen>> {
    let sql = if matches!(conn, Conn::Sqlite(_)) {
        select!("where seq in (select value from json_each($1))")
    } else {
        select!("where seq in (select value::bigint from json_array_elements_text($1::json))")
    };
    let rows: Vec<Row> = on!(conn, fetch_all, sqlx::query_as(sql).bind(json(seqs)))?;
    in_order(seqs, rows, |row: &Row| row.seq).into_iter().map(citizen).collect()
}

/// Adds a citizen (`version` 0) or changes the one that was read at `version`.
pub async fn save(tx: &mut Tx, id: CitizenId, data: &CitizenData, version: i64) -> Result<Citizen> {
    const INSERT: &str = "insert into citizen (citizen_id, kind, surname, name, organization, tax_code, phone, \
                          email, pec, address, care_notes, version) \
                          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 + 1) returning seq";
    const UPDATE: &str = "update citizen set kind = $2, surname = $3, name = $4, organization = $5, tax_code = $6, \
                          phone = $7, email = $8, pec = $9, address = $10, care_notes = $11, version = version + 1 \
                          where citizen_id = $1 and version = $12 returning seq";
    let before = if version == 0 { None } else { Some(find(&mut tx.conn(), id).await?) };
    let seq: Option<i64> = on!(
        &mut tx.conn(),
        fetch_optional,
        sqlx::query_scalar(if version == 0 { INSERT } else { UPDATE })
            .bind(id.0)
            .bind(kind_code(data.kind))
            .bind(&data.surname)
            .bind(&data.name)
            .bind(&data.organization)
            .bind(&data.tax_code)
            .bind(&data.phone)
            .bind(&data.email)
            .bind(&data.pec)
            .bind(&data.address)
            .bind(&data.care_notes)
            .bind(version)
    )?;
    let seq = seq.ok_or(Error::Conflict("citizen"))?;
    search::index_citizen(&mut tx.conn(), seq, data).await?;
    let after = Citizen { id, data: data.clone(), version: version + 1 };
    crate::event::append(tx, EventCode::CitizenSaved, &format!("citizen:{id}"), before.as_ref(), &after)
        .await?;
    Ok(after)
}

fn kind_code(kind: CitizenKind) -> &'static str {
    match kind {
        CitizenKind::Person => "person",
        CitizenKind::Organization => "organization",
    }
}

fn citizen(row: Row) -> Result<Citizen> {
    let data = CitizenData {
        kind: decode(&row.kind)?,
        surname: row.surname,
        name: row.name,
        organization: row.organization,
        tax_code: row.tax_code,
        phone: row.phone,
        email: row.email,
        pec: row.pec,
        address: row.address,
        care_notes: row.care_notes,
    };
    Ok(Citizen { id: CitizenId(row.citizen_id), data, version: row.version })
}
