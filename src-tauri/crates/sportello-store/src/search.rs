//! Search as you type. The newest come first; what a ticket is called comes before what is written in it.

mod index;
mod people;

pub(crate) use index::{
    LEXICON_SHORTEST, citizen_words, forget_citizen, index_citizen, index_ticket, short_words, unique,
};
pub use people::{candidates, citizens, people_of_tickets};

use crate::db::{Conn, Texts, on};
use crate::error::{Error, Result};
use crate::ticket::rows_at;
use sportello_domain::ticket::TicketRow;

/// Words of the lexicon one half-typed word may stand for. More would cost more than the merge they avoid.
const LEXICON_MAX: i64 = 1_024;
/// Half-typed words up to this length have an index of their own.
const INDEXED_PREFIX: usize = 4;

/// The tickets that hold every word; the last word may be half typed.
pub async fn tickets(conn: &mut Conn<'_>, words: &[String], limit: i64) -> Result<Vec<TicketRow>> {
    const SQLITE: &str = "with a as materialized (select rowid as seq, 0 as tier from ticket_short \
        where ticket_short match $1 order by rowid desc limit $2), \
        b as materialized (select rowid as seq, 1 as tier from ticket_full \
        where ticket_full match $1 order by rowid desc limit $2) \
        select json_group_array(seq) from (select seq from (select * from a union all select * from b) \
        group by seq order by min(tier), seq desc limit $2)";
    const POSTGRES: &str = "with a as materialized (select seq, 0 as tier from ticket_words \
        where short @@ to_tsquery('simple', $1) order by seq desc limit $2), \
        b as materialized (select seq, 1 as tier from ticket_words \
        where whole @@ to_tsquery('simple', $1) order by seq desc limit $2) \
        select coalesce(json_agg(seq), '[]')::text from (select seq from (select * from a union all select * from b) \
        as u group by seq order by min(tier), seq desc limit $2) as found";
    let seqs = matching(conn, SQLITE, POSTGRES, words, limit).await?;
    rows_at(conn, &seqs).await
}

async fn matching(
    conn: &mut Conn<'_>,
    sqlite: &'static str,
    postgres: &'static str,
    words: &[String],
    limit: i64,
) -> Result<Vec<i64>> {
    // First as typed, the last word half typed; if that finds nothing, every word may be half typed.
    for every_word_half_typed in [false, true] {
        let terms = terms(words, every_word_half_typed);
        let found = at_places(conn, sqlite, postgres, &terms, limit).await?;
        if !found.is_empty() || words.len() < 2 {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// A word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    word: String,
    half_typed: bool,
}

/// The words somebody typed; the last one may always be half typed.
fn terms(words: &[String], every_word_half_typed: bool) -> Vec<Term> {
    let last = words.len().saturating_sub(1);
    let term = |(i, word): (usize, &String)| Term {
        word: word.clone(),
        half_typed: every_word_half_typed || i == last,
    };
    words.iter().enumerate().map(term).collect()
}

/// Where a search index holds every word.
async fn at_places(
    conn: &mut Conn<'_>,
    sqlite: &'static str,
    postgres: &'static str,
    terms: &[Term],
    limit: i64,
) -> Result<Vec<i64>> {
    let Some(query) = query(conn, terms).await? else { return Ok(Vec::new()) };
    let sql = [sqlite, postgres].of(conn);
    let text: String = on!(&mut *conn, fetch_one, sqlx::query_scalar(sql).bind(&query).bind(limit))?;
    serde_json::from_str(&text).map_err(|_| Error::Register("places of a search index".into()))
}

/// The words as the engine's own query. They are letters and digits only, so nothing typed can be syntax.
async fn query(conn: &mut Conn<'_>, terms: &[Term]) -> Result<Option<String>> {
    let mut query = String::new();
    for Term { word, half_typed } in terms {
        let term = match conn {
            Conn::Postgres(_) if *half_typed => format!("{word}:*"),
            Conn::Postgres(_) => word.clone(),
            Conn::Sqlite(_) if !half_typed => format!("\"{word}\""),
            Conn::Sqlite(_) if word.len() <= INDEXED_PREFIX => format!("\"{word}\" *"),
            Conn::Sqlite(conn) => match lexicon(conn, word).await? {
                Some(term) => term,
                None => return Ok(None),
            },
        };
        if !query.is_empty() {
            query.push_str(match conn {
                Conn::Sqlite(_) => " AND ",
                Conn::Postgres(_) => " & ",
            });
        }
        query.push_str(&term);
    }
    Ok((!query.is_empty()).then_some(query))
}

/// A half-typed word as an OR of the words it may become; `None` when no word begins so.
async fn lexicon(conn: &mut sqlx::SqliteConnection, word: &str) -> Result<Option<String>> {
    const SQL: &str = "select count(*), group_concat(word, '\" OR \"') from \
                       (select word from lexicon where word >= $1 and word < $1 || '~' limit $2)";
    let (count, found): (i64, Option<String>) =
        sqlx::query_as(SQL).bind(word).bind(LEXICON_MAX + 1).fetch_one(conn).await?;
    if count > LEXICON_MAX {
        // Too many: the merge of the index is the lesser evil.
        return Ok(Some(format!("\"{word}\" *")));
    }
    Ok(found.map(|words| format!("(\"{words}\")")))
}

#[cfg(test)]
mod tests;
