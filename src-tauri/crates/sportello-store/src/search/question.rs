//! What somebody typed, as the engine's own query.

use crate::db::{Conn, Texts, on};
use crate::error::{Error, Result};
use std::collections::HashMap;

/// Words of the lexicon one half-typed word may stand for. More would cost more than the merge they avoid.
const LEXICON_MAX: usize = 1_024;
/// Half-typed words up to this length have an index of their own.
const INDEXED_PREFIX: usize = 4;

/// A word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) word: String,
    pub(super) half_typed: bool,
}

/// The words somebody typed; the last one may always be half typed.
pub(super) fn terms(words: &[String], every_word_half_typed: bool) -> Vec<Term> {
    let last = words.len().saturating_sub(1);
    let term = |(i, word): (usize, &String)| Term {
        word: word.clone(),
        half_typed: every_word_half_typed || i == last,
    };
    words.iter().enumerate().map(term).collect()
}

/// The first question: as typed, the last word half typed. The second: every word may be half typed.
pub(super) fn as_typed(words: &[String]) -> Vec<Vec<Term>> {
    let mut questions = vec![terms(words, false)];
    if words.len() > 1 {
        questions.push(terms(words, true));
    }
    questions
}

/// The questions that can have an answer, each as the engine's query. They are letters and digits only, so nothing typed
/// can be syntax.
pub(super) async fn queries(conn: &mut Conn<'_>, questions: &[Vec<Term>]) -> Result<Vec<String>> {
    let texts: Vec<Option<String>> = match conn {
        Conn::Postgres(_) => questions.iter().map(|terms| joined(terms, " & ", postgres)).collect(),
        Conn::Sqlite(conn) => {
            let long = questions.iter().flatten().filter(|term| is_long(term)).map(|term| term.word.as_str());
            let lexicon = lexicon(conn, long.collect()).await?;
            questions.iter().map(|terms| joined(terms, " AND ", |term| sqlite(term, &lexicon))).collect()
        }
    };
    Ok(texts.into_iter().flatten().filter(|query| !query.is_empty()).collect())
}

/// Where an index holds every word of a query.
pub(super) async fn places(
    conn: &mut Conn<'_>,
    sql: [&'static str; 2],
    query: &str,
    limit: i64,
) -> Result<Vec<i64>> {
    let sql = sql.of(conn);
    let text: String = on!(conn, fetch_one, sqlx::query_scalar(sql).bind(query).bind(limit))?;
    serde_json::from_str(&text).map_err(|_| Error::Register("places of a search index".into()))
}

fn joined(terms: &[Term], and: &str, one: impl Fn(&Term) -> Option<String>) -> Option<String> {
    Some(terms.iter().map(one).collect::<Option<Vec<_>>>()?.join(and))
}

fn postgres(term: &Term) -> Option<String> {
    Some(format!("{}{}", term.word, if term.half_typed { ":*" } else { "" }))
}

/// Nothing when the lexicon has no word that begins so.
fn sqlite(term: &Term, lexicon: &HashMap<String, String>) -> Option<String> {
    let word = &term.word;
    if !is_long(term) {
        return Some(format!("\"{word}\"{}", if term.half_typed { " *" } else { "" }));
    }
    let words: Vec<&str> = lexicon.get(word)?.split(' ').collect();
    if words.len() > LEXICON_MAX {
        // Too many: the merge of the index is the lesser evil.
        return Some(format!("\"{word}\" *"));
    }
    Some(format!("(\"{}\")", words.join("\" OR \"")))
}

fn is_long(term: &Term) -> bool {
    term.half_typed && term.word.len() > INDEXED_PREFIX
}

/// The words that each of these may become, one statement for all; those that become none are missing.
async fn lexicon(conn: &mut sqlx::SqliteConnection, words: Vec<&str>) -> Result<HashMap<String, String>> {
    const SQL: &str = "select w.value, (select group_concat(word, ' ') from (select word from lexicon \
                       where word >= w.value and word < w.value || '~' limit $2)) from json_each($1) w";
    if words.is_empty() {
        return Ok(HashMap::new());
    }
    let words: std::collections::BTreeSet<&str> = words.into_iter().collect();
    let words = serde_json::Value::from_iter(words).to_string();
    let most = i64::try_from(LEXICON_MAX + 1).unwrap_or(i64::MAX);
    let found: Vec<(String, Option<String>)> =
        sqlx::query_as(SQL).bind(words).bind(most).fetch_all(conn).await?;
    Ok(found.into_iter().filter_map(|(word, becomes)| Some((word, becomes?))).collect())
}
