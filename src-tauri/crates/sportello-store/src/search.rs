//! Search as you type. The newest come first; what a ticket is called comes before what is written in it.

mod index;
mod people;
mod question;

pub(crate) use index::{
    LEXICON_SHORTEST, citizen_words, forget_citizen, index_citizen, index_ticket, short_words, unique,
};
pub use people::{candidates, citizens, people_of_tickets};

use crate::db::Conn;
use crate::error::Result;
use crate::ticket::rows_at;
use question::{as_typed, places, queries};
use sportello_domain::ticket::TicketRow;

/// The tickets that hold every word; the last word may be half typed.
pub async fn tickets(conn: &mut Conn<'_>, words: &[String], limit: i64) -> Result<Vec<TicketRow>> {
    const SQL: [&str; 2] = [
        "with a as materialized (select rowid as seq, 0 as tier from ticket_short \
        where ticket_short match $1 order by rowid desc limit $2), \
        b as materialized (select rowid as seq, 1 as tier from ticket_full \
        where ticket_full match $1 order by rowid desc limit $2) \
        select json_group_array(seq) from (select seq from (select * from a union all select * from b) \
        group by seq order by min(tier), seq desc limit $2)",
        "with a as materialized (select seq, 0 as tier from ticket_words \
        where short @@ to_tsquery('simple', $1) order by seq desc limit $2), \
        b as materialized (select seq, 1 as tier from ticket_words \
        where whole @@ to_tsquery('simple', $1) order by seq desc limit $2) \
        select coalesce(json_agg(seq), '[]')::text from (select seq from (select * from a union all select * from b) \
        as u group by seq order by min(tier), seq desc limit $2) as found",
    ];
    for query in queries(conn, &as_typed(words)).await? {
        let found = places(conn, SQL, &query, limit).await?;
        if !found.is_empty() {
            return rows_at(conn, &found).await;
        }
    }
    Ok(Vec::new())
}

#[cfg(test)]
mod tests;
