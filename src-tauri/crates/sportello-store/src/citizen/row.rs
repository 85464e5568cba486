//! The citizen row.

use crate::db::{Conn, Texts, Tx, decode, in_order, json, on};
use crate::error::{Error, Result};
use chrono::NaiveDate;
use sportello_domain::citizen::{Citizen, CitizenData, CitizenKind, ContactPoint};
use sportello_domain::id::CitizenId;
use sqlx::FromRow;
use uuid::Uuid;

#[derive(Clone, FromRow)]
pub(super) struct Row {
    pub(super) seq: i64,
    citizen_id: Uuid,
    kind: String,
    surname: Option<String>,
    name: Option<String>,
    organization: Option<String>,
    tax_code: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    phones: Option<String>,
    emails: Option<String>,
    pec: Option<String>,
    address: Option<String>,
    care_notes: Option<String>,
    reply_by: Option<String>,
    birth_date: Option<NaiveDate>,
    version: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!("select ", columns!(), " from citizen c ", $rest)
    };
    ($where:literal, $also:literal) => {
        concat!("select ", columns!(), ", ", $also, " from citizen c where ", $where)
    };
}

macro_rules! columns {
    () => {
        "c.seq, c.citizen_id, c.kind, c.surname, c.name, c.organization, c.tax_code, c.phone, c.email, c.phones, \
         c.emails, c.pec, c.address, c.care_notes, c.reply_by, c.birth_date, c.version"
    };
}

/// The row with this very id.
pub(super) async fn find_row(conn: &mut Conn<'_>, id: CitizenId) -> Result<Row> {
    let row: Option<Row> =
        on!(conn, fetch_optional, sqlx::query_as(select!("where c.citizen_id = $1")).bind(id.0))?;
    row.ok_or(Error::NotFound("citizen"))
}

/// The rows merged into this one, at any depth, the oldest first.
pub(super) async fn under(conn: &mut Conn<'_>, id: CitizenId) -> Result<Vec<Row>> {
    const SQL: &str = select!(
        "join citizen_merge m on m.citizen_id = c.citizen_id where m.survivor_id = $1 order by c.seq"
    );
    Ok(on!(conn, fetch_all, sqlx::query_as(SQL).bind(id.0))?)
}

/// A row, and whether others lie under it.
#[derive(FromRow)]
struct Found {
    #[sqlx(flatten)]
    row: Row,
    survivor: bool,
}

/// The citizens at these places of the search index, in the same order: one query for all of them.
pub(crate) async fn at(conn: &mut Conn<'_>, seqs: &[i64]) -> Result<Vec<Citizen>> {
    const SQL: [&str; 2] = [
        select!(
            "c.seq in (select value from json_each($1))",
            "exists (select 1 from citizen_merge m where m.survivor_id = c.citizen_id) as survivor"
        ),
        select!(
            "c.seq in (select value::bigint from json_array_elements_text($1::json))",
            "exists (select 1 from citizen_merge m where m.survivor_id = c.citizen_id) as survivor"
        ),
    ];
    if seqs.is_empty() {
        return Ok(Vec::new());
    }
    let sql = SQL.of(conn);
    let rows: Vec<Found> = on!(&mut *conn, fetch_all, sqlx::query_as(sql).bind(json(seqs)))?;
    let mut citizens = Vec::with_capacity(rows.len());
    for Found { row, survivor } in in_order(seqs, rows, |found: &Found| found.row.seq) {
        // Few citizens have other records under theirs: only those are read again.
        citizens.push(if survivor { super::whole(conn, row).await? } else { record(row)? });
    }
    Ok(citizens)
}

/// The citizens added last.
pub async fn latest(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<Citizen>> {
    const SQL: &str = "select seq from citizen c where not exists \
                       (select 1 from citizen_merge m where m.citizen_id = c.citizen_id) order by seq desc limit $1";
    let seqs: Vec<i64> = on!(&mut *conn, fetch_all, sqlx::query_scalar(SQL).bind(limit))?;
    at(conn, &seqs).await
}

macro_rules! bind_all {
    ($sql:expr, $id:expr, $data:expr, $version:expr) => {
        sqlx::query_scalar($sql)
            .bind($id.0)
            .bind(kind_code($data.kind))
            .bind(&$data.surname)
            .bind(&$data.name)
            .bind(&$data.organization)
            .bind(&$data.tax_code)
            .bind(&$data.phone)
            .bind(&$data.email)
            .bind(points_json(&$data.phones))
            .bind(points_json(&$data.emails))
            .bind(&$data.pec)
            .bind(&$data.address)
            .bind(&$data.care_notes)
            .bind($data.reply_by.map(|channel| channel.code()))
            .bind($data.birth_date)
            .bind($version)
    };
}

/// Adds a row; answers its place.
pub(super) async fn insert(tx: &mut Tx, id: CitizenId, data: &CitizenData) -> Result<i64> {
    const SQL: &str = "insert into citizen (citizen_id, kind, surname, name, organization, tax_code, phone, email, \
                       phones, emails, pec, address, care_notes, reply_by, birth_date, version) \
                       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning seq";
    Ok(on!(&mut tx.conn(), fetch_one, bind_all!(SQL, id, data, 1_i64))?)
}

/// Changes the row that was read at `version`.
pub(super) async fn update(tx: &mut Tx, id: CitizenId, data: &CitizenData, version: i64) -> Result<()> {
    const SQL: &str = "update citizen set kind = $2, surname = $3, name = $4, organization = $5, tax_code = $6, \
                       phone = $7, email = $8, phones = $9, emails = $10, pec = $11, address = $12, care_notes = $13, \
                       reply_by = $14, birth_date = $15, version = version + 1 \
                       where citizen_id = $1 and version = $16 returning seq";
    let seq: Option<i64> = on!(&mut tx.conn(), fetch_optional, bind_all!(SQL, id, data, version))?;
    seq.map(drop).ok_or(Error::Conflict("citizen"))
}

/// The whole list as JSON; null when the first column says it all.
fn points_json(points: &[ContactPoint]) -> Option<String> {
    let plain = points.len() <= 1 && points.iter().all(|point| point.label.is_none());
    (!plain).then(|| serde_json::to_string(points).unwrap_or_default())
}

/// What a row says by itself.
pub(super) fn record(row: Row) -> Result<Citizen> {
    let data = CitizenData {
        kind: decode(&row.kind)?,
        surname: row.surname,
        name: row.name,
        organization: row.organization,
        tax_code: row.tax_code,
        phones: points(row.phones.as_deref(), row.phone.as_deref())?,
        emails: points(row.emails.as_deref(), row.email.as_deref())?,
        phone: row.phone,
        email: row.email,
        pec: row.pec,
        address: row.address,
        care_notes: row.care_notes,
        reply_by: row.reply_by.as_deref().map(decode).transpose()?,
        birth_date: row.birth_date,
    };
    Ok(Citizen { id: CitizenId(row.citizen_id), data, version: row.version })
}

fn points(list: Option<&str>, first: Option<&str>) -> Result<Vec<ContactPoint>> {
    match list {
        Some(list) => serde_json::from_str(list).map_err(|_| Error::Register("citizen.phones".into())),
        None => {
            Ok(first.map(|value| ContactPoint { value: value.to_owned(), label: None }).into_iter().collect())
        }
    }
}

fn kind_code(kind: CitizenKind) -> &'static str {
    match kind {
        CitizenKind::Person => "person",
        CitizenKind::Organization => "organization",
    }
}
