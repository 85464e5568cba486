//! The street register, and where tickets are.

use crate::db::{Conn, Tx, on};
use crate::error::Result;
use sportello_domain::event::EventCode;
use sportello_domain::fold::query_words;
use sportello_domain::id::{StreetId, TicketId};
use sportello_domain::street::{HouseNumber, Street, StreetData, house_number, street_key};
use sqlx::FromRow;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(FromRow)]
struct Row {
    street_id: Uuid,
    name: String,
    code: Option<String>,
}

/// Words of a name a search compares; what is typed after them is a house number or a landmark.
const WORDS: usize = 4;

/// Adds streets and house numbers, or corrects those that are there: by their number in the archive, then by name.
/// Nothing is taken away: an old street keeps its tickets. One line of the register for the whole file. `new_id` makes
/// the identity of a street that is not there yet. Answers how many streets were new.
pub async fn import(
    tx: &mut Tx,
    streets: &[StreetData],
    mut new_id: impl FnMut() -> StreetId,
) -> Result<usize> {
    const ALL: &str = "select street_id, name, code from street";
    const INSERT: &str = "insert into street (street_id, name, code, words) values ($1, $2, $3, $4)";
    const UPDATE: &str =
        "update street set name = $2, code = coalesce($3, code), words = $4 where street_id = $1";
    const NUMBER: &str = "insert into house_number (street_id, number, latitude, longitude) values ($1, $2, $3, $4) \
                          on conflict (street_id, number) do update set \
                          latitude = coalesce(excluded.latitude, house_number.latitude), \
                          longitude = coalesce(excluded.longitude, house_number.longitude)";
    let known: Vec<Row> = on!(&mut tx.conn(), fetch_all, sqlx::query_as(ALL))?;
    let by_code: HashMap<String, Uuid> =
        known.iter().filter_map(|row| Some((row.code.clone()?, row.street_id))).collect();
    let by_name: HashMap<String, Uuid> =
        known.iter().map(|row| (words_of(&row.name), row.street_id)).collect();
    let mut added = 0;
    for street in streets {
        let words = words_of(&street.name);
        let coded = street.code.as_ref().and_then(|code| by_code.get(code));
        let there = coded.or_else(|| by_name.get(&words)).copied();
        let id = there.unwrap_or_else(|| new_id().0);
        added += usize::from(there.is_none());
        let mut conn = tx.conn();
        on!(
            &mut conn,
            execute,
            sqlx::query(if there.is_some() { UPDATE } else { INSERT })
                .bind(id)
                .bind(&street.name)
                .bind(&street.code)
                .bind(&words)
        )?;
        for HouseNumber { number, latitude, longitude } in &street.numbers {
            on!(
                &mut conn,
                execute,
                sqlx::query(NUMBER).bind(id).bind(number).bind(*latitude).bind(*longitude)
            )?;
        }
    }
    let told = (streets.len(), added);
    crate::event::append(tx, EventCode::StreetsImported, "street", None::<&()>, &told).await?;
    Ok(added)
}

/// The streets some of whose words begin as typed, the shortest name first.
pub async fn search(conn: &mut Conn<'_>, typed: &[String], limit: i64) -> Result<Vec<Street>> {
    // Words are letters and digits only, so nothing typed can be a pattern.
    const SQL: &str = "select street_id, name, code from street where words like $1 and words like $2 \
                       and words like $3 and words like $4 order by length(name), name limit $5";
    let pattern = |at: usize| typed.get(at).map_or_else(|| "%".to_owned(), |word| format!("% {word}%"));
    let [a, b, c, d]: [String; WORDS] = std::array::from_fn(pattern);
    let rows: Vec<Row> =
        on!(conn, fetch_all, sqlx::query_as(SQL).bind(a).bind(b).bind(c).bind(d).bind(limit))?;
    Ok(rows.into_iter().map(street).collect())
}

/// The house numbers of a street that begin as typed, in the order of the street.
pub async fn numbers(conn: &mut Conn<'_>, id: StreetId, typed: &str, limit: i64) -> Result<Vec<HouseNumber>> {
    const SQL: &str = "select number, latitude, longitude from house_number \
                       where street_id = $1 and number like $2 || '%' order by length(number), number limit $3";
    let typed: String = typed.chars().filter(|c| c.is_alphanumeric() || *c == '/').collect();
    let rows: Vec<(String, Option<f64>, Option<f64>)> =
        on!(conn, fetch_all, sqlx::query_as(SQL).bind(id.0).bind(typed.to_uppercase()).bind(limit))?;
    let number = |(number, latitude, longitude)| HouseNumber { number, latitude, longitude };
    Ok(rows.into_iter().map(number).collect())
}

/// How many streets and house numbers there are.
pub async fn count(conn: &mut Conn<'_>) -> Result<(i64, i64)> {
    const SQL: &str =
        "select (select count(*) from street) as streets, (select count(*) from house_number) as numbers";
    Ok(on!(conn, fetch_one, sqlx::query_as(SQL))?)
}

/// Notes where a new ticket is: its street as it is compared and, if the register knows it, its door.
pub async fn place_ticket(tx: &mut Tx, id: TicketId, place: &str) -> Result<()> {
    const INSERT: &str = "insert into ticket_place (ticket_id, street_key, street_id, house_number, latitude, longitude) \
                          values ($1, $2, $3, $4, $5, $6)";
    const KNOWN: &str = "select street_id, name, code from street where words = $1";
    let Some(key) = street_key(place) else { return Ok(()) };
    let number = house_number(place);
    let name = place.split([',', '(']).next().unwrap_or_default();
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let mut conn = tx.conn();
    let known: Option<Row> = on!(&mut conn, fetch_optional, sqlx::query_as(KNOWN).bind(words_of(name)))?;
    let door = match (&known, &number) {
        (Some(row), Some(number)) => {
            let found = numbers(&mut conn, StreetId(row.street_id), number, 1).await?;
            found.into_iter().find(|door| door.number == *number)
        }
        _ => None,
    };
    let spot = door.as_ref();
    on!(
        &mut conn,
        execute,
        sqlx::query(INSERT)
            .bind(id.0)
            .bind(&key)
            .bind(known.map(|row| row.street_id))
            .bind(&number)
            .bind(spot.and_then(|door| door.latitude))
            .bind(spot.and_then(|door| door.longitude))
    )?;
    Ok(())
}

fn words_of(name: &str) -> String {
    format!(" {} ", query_words(name).join(" "))
}

fn street(row: Row) -> Street {
    Street { id: StreetId(row.street_id), name: row.name, code: row.code }
}
