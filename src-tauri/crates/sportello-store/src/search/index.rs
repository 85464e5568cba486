//! Keeping the search indexes in step, in the transaction of the change.

use crate::db::{Conn, on};
use crate::error::{Error, Result};
use sportello_domain::citizen::CitizenData;
use sportello_domain::fold::{digits, index_words, query_words};
use sportello_domain::id::TicketId;
use sportello_domain::ticket::TicketNumber;
use sqlx::FromRow;

/// A word of the lexicon has at least this many letters; shorter ones have their own prefix index.
pub(crate) const LEXICON_SHORTEST: usize = 5;
/// A telephone is found by any run of this many of its digits.
const PHONE_SHORTEST: usize = 4;

#[derive(FromRow)]
struct Source {
    seq: i64,
    year: i64,
    progressive: i64,
    subject: String,
    place: Option<String>,
    text: String,
    person: Option<String>,
    people: Option<String>,
    protocol: Option<String>,
    written: Option<String>,
    pickup_code: Option<String>,
}

/// Indexes a ticket again, with everything written in its timeline.
pub(crate) async fn index_ticket(conn: &mut Conn<'_>, id: TicketId) -> Result<()> {
    // The two engines differ only in the name of the function that joins texts.
    const SQLITE: &str = "select t.seq, t.year, t.progressive, t.subject, t.place, t.text, t.pickup_code, \
        coalesce(c.surname, '') || ' ' || coalesce(c.name, '') || ' ' || coalesce(c.organization, '') || ' ' || \
        coalesce(s.surname, '') || ' ' || coalesce(s.name, '') || ' ' || coalesce(s.organization, '') as person, \
        (select group_concat(coalesce(o.surname, '') || ' ' || coalesce(o.name, '') || ' ' || \
        coalesce(o.organization, ''), ' ') from ticket_person p join citizen o on o.citizen_id = p.citizen_id \
        where p.ticket_id = t.ticket_id) as people, \
        (select group_concat(n.number, ' ') from protocol_record n where n.ticket_id = t.ticket_id) as protocol, \
        (select group_concat(coalesce(e.internal_text, '') || ' ' || coalesce(e.citizen_text, ''), ' ') \
        from ticket_entry e where e.ticket_id = t.ticket_id) as written \
        from ticket t left join citizen c on c.citizen_id = t.citizen_id \
        left join citizen_merge g on g.citizen_id = t.citizen_id \
        left join citizen s on s.citizen_id = g.survivor_id where t.ticket_id = $1";
    const POSTGRES: &str = "select t.seq, t.year, t.progressive, t.subject, t.place, t.text, t.pickup_code, \
        coalesce(c.surname, '') || ' ' || coalesce(c.name, '') || ' ' || coalesce(c.organization, '') || ' ' || \
        coalesce(s.surname, '') || ' ' || coalesce(s.name, '') || ' ' || coalesce(s.organization, '') as person, \
        (select string_agg(coalesce(o.surname, '') || ' ' || coalesce(o.name, '') || ' ' || \
        coalesce(o.organization, ''), ' ') from ticket_person p join citizen o on o.citizen_id = p.citizen_id \
        where p.ticket_id = t.ticket_id) as people, \
        (select string_agg(n.number, ' ') from protocol_record n where n.ticket_id = t.ticket_id) as protocol, \
        (select string_agg(coalesce(e.internal_text, '') || ' ' || coalesce(e.citizen_text, ''), ' ') \
        from ticket_entry e where e.ticket_id = t.ticket_id) as written \
        from ticket t left join citizen c on c.citizen_id = t.citizen_id \
        left join citizen_merge g on g.citizen_id = t.citizen_id \
        left join citizen s on s.citizen_id = g.survivor_id where t.ticket_id = $1";
    let sql = if matches!(conn, Conn::Sqlite(_)) { SQLITE } else { POSTGRES };
    let source: Source = on!(&mut *conn, fetch_one, sqlx::query_as(sql).bind(id.0))?;
    let year = i32::try_from(source.year).map_err(|_| Error::Register("ticket.year".into()))?;
    let number = TicketNumber { year, progressive: source.progressive };
    let people = [source.person, source.people].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut short = short_words(number, &source.subject, source.place.as_deref(), &people);
    if let Some(protocol) = &source.protocol {
        // Many protocols pad their numbers; nobody says the zeros.
        let words = index_words(protocol);
        let said: Vec<&str> = words.split(' ').map(|word| word.trim_start_matches('0')).collect();
        short = unique(&format!("{short} {words} {}", said.join(" ")));
    }
    if let Some(code) = source.pickup_code {
        // KD74PX is found also as it is told, KD7 4PX.
        let (start, end) = code.split_at(code.len() / 2);
        short = unique(&format!("{short} {}", index_words(&format!("{code} {start} {end}"))));
    }
    let whole = unique(&format!(
        "{short} {} {}",
        index_words(&source.text),
        index_words(source.written.as_deref().unwrap_or_default())
    ));
    match conn {
        Conn::Sqlite(conn) => {
            const SHORT: &str = "insert or replace into ticket_short (rowid, words) values ($1, $2)";
            const WHOLE: &str = "insert or replace into ticket_full (rowid, words) values ($1, $2)";
            sqlx::query(SHORT).bind(source.seq).bind(&short).execute(&mut **conn).await?;
            sqlx::query(WHOLE).bind(source.seq).bind(&whole).execute(&mut **conn).await?;
            learn(conn, &whole).await
        }
        Conn::Postgres(conn) => {
            const SQL: &str = "insert into ticket_words (seq, short, whole) \
                values ($1, to_tsvector('simple', $2), to_tsvector('simple', $3)) \
                on conflict (seq) do update set short = excluded.short, whole = excluded.whole";
            sqlx::query(SQL).bind(source.seq).bind(&short).bind(&whole).execute(&mut **conn).await?;
            Ok(())
        }
    }
}

/// What a ticket is called. 2026/0413 is found as 2026, 0413 and 413; `people` are the names on it.
pub(crate) fn short_words(number: TicketNumber, subject: &str, place: Option<&str>, people: &str) -> String {
    let place = place.unwrap_or_default();
    unique(&index_words(&format!("{number} {} {subject} {place} {people}", number.progressive)))
}

/// Indexes a citizen again, by the words of every record of theirs.
pub(crate) async fn index_citizen(conn: &mut Conn<'_>, seq: i64, records: &[CitizenData]) -> Result<()> {
    let words = unique(&records.iter().map(citizen_words).collect::<Vec<_>>().join(" "));
    match conn {
        Conn::Sqlite(conn) => {
            const SQL: &str = "insert or replace into citizen_words (rowid, words) values ($1, $2)";
            sqlx::query(SQL).bind(seq).bind(&words).execute(&mut **conn).await?;
            learn(conn, &words).await
        }
        Conn::Postgres(conn) => {
            const SQL: &str = "insert into citizen_words (seq, words) values ($1, to_tsvector('simple', $2)) \
                on conflict (seq) do update set words = excluded.words";
            sqlx::query(SQL).bind(seq).bind(&words).execute(&mut **conn).await?;
            Ok(())
        }
    }
}

/// Leaves a record out of the index: it lies under another card.
pub(crate) async fn forget_citizen(conn: &mut Conn<'_>, seq: i64) -> Result<()> {
    match conn {
        Conn::Sqlite(conn) => {
            sqlx::query("delete from citizen_words where rowid = $1").bind(seq).execute(&mut **conn).await?;
        }
        Conn::Postgres(conn) => {
            sqlx::query("delete from citizen_words where seq = $1").bind(seq).execute(&mut **conn).await?;
        }
    }
    Ok(())
}

/// What a citizen is found by. Names of several words are also one word, for whoever types `deluca` or `dangelo`.
pub(crate) fn citizen_words(data: &CitizenData) -> String {
    let names = [&data.surname, &data.name, &data.organization];
    let plain = [&data.tax_code, &data.pec, &data.address];
    let emails = data.emails.iter().map(|point| point.value.as_str()).chain(data.email.as_deref());
    let texts = names.into_iter().chain(plain).flatten().map(String::as_str).chain(emails);
    let mut words = index_words(&texts.collect::<Vec<_>>().join(" "));
    let mut add = |word: &str| {
        words.push(' ');
        words.push_str(word);
    };
    for name in names.into_iter().flatten() {
        add(&index_words(&query_words(name).concat()));
    }
    for phone in data.phones.iter().map(|point| point.value.as_str()).chain(data.phone.as_deref()) {
        phone_ends(phone).iter().for_each(|end| add(end));
    }
    unique(&words)
}

/// Every end of a number: a prefix search on these is a search for any run of its digits.
fn phone_ends(phone: &str) -> Vec<String> {
    let digits = digits(phone);
    (0..digits.len().saturating_sub(PHONE_SHORTEST - 1)).map(|start| digits[start..].to_owned()).collect()
}

/// Adds new words to the lexicon, one statement for all.
async fn learn(conn: &mut sqlx::SqliteConnection, words: &str) -> Result<()> {
    const SQL: &str =
        "insert into lexicon (word) select value from json_each($1) where true on conflict (word) do nothing";
    let long: Vec<&str> = words.split(' ').filter(|word| word.len() >= LEXICON_SHORTEST).collect();
    let json = serde_json::to_string(&long).unwrap_or_else(|_| "[]".to_owned());
    sqlx::query(SQL).bind(json).execute(conn).await?;
    Ok(())
}

/// Each word once: with `detail=none` a second time adds nothing.
pub(crate) fn unique(words: &str) -> String {
    let words: std::collections::BTreeSet<&str> = words.split_whitespace().collect();
    words.into_iter().collect::<Vec<_>>().join(" ")
}
