//! Many records at once, for generated corpora: rows by the hundred in one statement, indexes in the order of their
//! rows. SQLite only: a corpus is for measuring one desk's file.

use crate::db::{Conn, Tx};
use crate::error::{Error, Fault, Result};
use crate::search::{short_words, unique};
use crate::ticket::END_OF_TIME;
use sportello_domain::citizen::CitizenData;
use sportello_domain::event::{ChainedEvent, EventCode, digest};
use sportello_domain::fold::index_words;
use sportello_domain::id::CitizenId;
use sportello_domain::street::street_key;
use sportello_domain::text::{CitizenText, InternalText};
use sportello_domain::ticket::{Entry, Ticket};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::BTreeSet;

/// Rows of one statement: SQLite takes 32,766 values in one.
const ROWS: usize = 200;

/// A ticket with its timeline.
#[derive(Clone, Debug)]
pub struct BulkTicket {
    /// The ticket.
    pub ticket: Ticket,
    /// Its timeline.
    pub entries: Vec<Entry>,
    /// Who brought it, for the index.
    pub person: String,
    /// The salt of its line in the register: given, so that the same seed gives the same file.
    pub salt: [u8; 16],
}

/// Words met so far, for the lexicon; they go into the store at the end, in order.
#[derive(Debug, Default)]
pub struct Lexicon(BTreeSet<String>);

impl Lexicon {
    fn learn(&mut self, words: &str) {
        for word in words.split(' ').filter(|word| word.len() >= crate::search::LEXICON_SHORTEST) {
            if !self.0.contains(word) {
                self.0.insert(word.to_owned());
            }
        }
    }
}

/// Whether the store has no ticket yet.
pub async fn is_empty(conn: &mut Conn<'_>) -> Result<bool> {
    const SQL: &str = "select count(*) from (select 1 from ticket limit 1) as found";
    let found: i64 = crate::db::on!(conn, fetch_one, sqlx::query_scalar(SQL))?;
    Ok(found == 0)
}

/// Adds citizens.
pub async fn citizens(
    tx: &mut Tx,
    citizens: &[(CitizenId, CitizenData)],
    lexicon: &mut Lexicon,
) -> Result<()> {
    let mut conn = tx.conn();
    let conn = sqlite(&mut conn)?;
    for chunk in citizens.chunks(ROWS) {
        let mut insert = QueryBuilder::<Sqlite>::new(
            "insert into citizen (citizen_id, kind, surname, name, phone, email, address, version) ",
        );
        insert.push_values(chunk, |mut row, (id, data)| {
            row.push_bind(id.0).push_bind("person").push_bind(&data.surname).push_bind(&data.name);
            row.push_bind(&data.phone).push_bind(&data.email).push_bind(&data.address).push_bind(1_i64);
        });
        insert.build().execute(&mut *conn).await?;
        let last: i64 = sqlx::query_scalar("select max(seq) from citizen").fetch_one(&mut *conn).await?;
        let first = last - chunk.len() as i64 + 1;
        let words: Vec<String> = chunk.iter().map(|(_, data)| crate::search::citizen_words(data)).collect();
        words.iter().for_each(|words| lexicon.learn(words));
        let mut index = QueryBuilder::<Sqlite>::new("insert into citizen_words (rowid, words) ");
        index.push_values((first..).zip(&words), |mut row, (seq, words)| {
            row.push_bind(seq).push_bind(words);
        });
        index.build().execute(&mut *conn).await?;
    }
    Ok(())
}

/// Adds tickets with their timelines, their lines of the register and their words.
pub async fn tickets(tx: &mut Tx, tickets: &[BulkTicket], lexicon: &mut Lexicon) -> Result<()> {
    let stamp = tx.stamp().clone();
    let mut conn = tx.conn();
    let conn = sqlite(&mut conn)?;
    for chunk in tickets.chunks(ROWS) {
        insert_rows(conn, chunk).await?;
        insert_entries(conn, chunk).await?;
        insert_words(conn, chunk, lexicon).await?;
        insert_events(conn, chunk, &stamp).await?;
    }
    Ok(())
}

/// Sets the last number given in each year.
pub async fn counters(tx: &mut Tx) -> Result<()> {
    const SQL: &str = "insert into ticket_counter (year, last) select year, max(progressive) from ticket group by year \
                       on conflict (year) do update set last = excluded.last";
    let mut conn = tx.conn();
    sqlx::query(SQL).execute(sqlite(&mut conn)?).await?;
    Ok(())
}

/// Writes the lexicon and packs the indexes: without it the first saves would pay for the merges.
pub async fn finish(tx: &mut Tx, lexicon: Lexicon) -> Result<()> {
    const TOUCHED: &str = "insert into ticket_touch (ticket_id, at) select t.ticket_id, max(e.at) from ticket t \
                           join ticket_entry e on e.ticket_id = t.ticket_id where t.open group by t.ticket_id";
    const WORD: &str =
        "insert into lexicon (word) select value from json_each($1) where true on conflict do nothing";
    let mut conn = tx.conn();
    let conn = sqlite(&mut conn)?;
    sqlx::query(TOUCHED).execute(&mut *conn).await?;
    let words: Vec<String> = lexicon.0.into_iter().collect();
    for chunk in words.chunks(5_000) {
        let json = serde_json::to_string(chunk).map_err(|_| Error::NotSaved(Fault::Other))?;
        sqlx::query(WORD).bind(json).execute(&mut *conn).await?;
    }
    for optimize in [
        "insert into ticket_short (ticket_short) values ('optimize')",
        "insert into ticket_full (ticket_full) values ('optimize')",
        "insert into citizen_words (citizen_words) values ('optimize')",
    ] {
        sqlx::query(optimize).execute(&mut *conn).await?;
    }
    Ok(())
}

async fn insert_rows(conn: &mut SqliteConnection, tickets: &[BulkTicket]) -> Result<()> {
    let mut insert = QueryBuilder::<Sqlite>::new(
        "insert into ticket (ticket_id, year, progressive, kind, channel, state, open, subject, text, place, \
         citizen_id, reply_by, office_id, case_officer, rule, presented_on, recorded_at, due_on, target_on, \
         office_due_on, queue_on, answered_on, closed_at, recorded_by, category_id, version) ",
    );
    insert.push_values(tickets, |mut row, BulkTicket { ticket, .. }| {
        row.push_bind(ticket.id.0).push_bind(ticket.number.year).push_bind(ticket.number.progressive);
        row.push_bind(ticket.kind.code()).push_bind(ticket.channel.code()).push_bind(ticket.state.code());
        row.push_bind(ticket.state.is_open()).push_bind(&ticket.subject).push_bind(ticket.text.as_str());
        row.push_bind(&ticket.place).push_bind(ticket.citizen_id.map(|id| id.0));
        row.push_bind(ticket.reply_by.map(|channel| channel.code()))
            .push_bind(ticket.office_id.map(|id| id.0));
        row.push_bind(&ticket.case_officer).push_bind(ticket.rule.to_string()).push_bind(ticket.presented_on);
        row.push_bind(ticket.recorded_at).push_bind(ticket.due_on).push_bind(ticket.target_on);
        row.push_bind(ticket.office_due_on).push_bind(ticket.due_on.unwrap_or(END_OF_TIME));
        row.push_bind(ticket.answered_on).push_bind(ticket.closed_at).push_bind(&ticket.recorded_by);
        row.push_bind(ticket.category_id.map(|id| id.0)).push_bind(ticket.version);
    });
    insert.build().execute(&mut *conn).await?;
    let keys: Vec<_> = tickets
        .iter()
        .filter_map(|bulk| Some((bulk.ticket.id.0, street_key(bulk.ticket.place.as_deref()?)?)))
        .collect();
    if !keys.is_empty() {
        let mut places = QueryBuilder::<Sqlite>::new("insert into ticket_place (ticket_id, street_key) ");
        places.push_values(keys, |mut row, (id, key)| {
            row.push_bind(id).push_bind(key);
        });
        places.build().execute(conn).await?;
    }
    Ok(())
}

async fn insert_entries(conn: &mut SqliteConnection, tickets: &[BulkTicket]) -> Result<()> {
    let entries: Vec<_> = tickets
        .iter()
        .flat_map(|bulk| bulk.entries.iter().map(move |entry| (bulk.ticket.id, entry)))
        .collect();
    for chunk in entries.chunks(ROWS) {
        let mut insert = QueryBuilder::<Sqlite>::new(
            "insert into ticket_entry (entry_id, ticket_id, at, actor, code, internal_text, citizen_text, office_id, \
             case_officer, reply_channel, happened_on, due_on) ",
        );
        insert.push_values(chunk, |mut row, (ticket, entry)| {
            row.push_bind(entry.id.0).push_bind(ticket.0).push_bind(entry.at).push_bind(&entry.actor);
            row.push_bind(entry.code.code())
                .push_bind(entry.internal_text.as_ref().map(InternalText::as_str));
            row.push_bind(entry.citizen_text.as_ref().map(CitizenText::as_str));
            row.push_bind(entry.office_id.map(|id| id.0)).push_bind(&entry.case_officer);
            row.push_bind(entry.reply_channel.map(|channel| channel.code()));
            row.push_bind(entry.happened_on).push_bind(entry.due_on);
        });
        insert.build().execute(&mut *conn).await?;
    }
    Ok(())
}

async fn insert_words(
    conn: &mut SqliteConnection,
    tickets: &[BulkTicket],
    lexicon: &mut Lexicon,
) -> Result<()> {
    let last: i64 = sqlx::query_scalar("select max(seq) from ticket").fetch_one(&mut *conn).await?;
    let first = last - tickets.len() as i64 + 1;
    let mut short = QueryBuilder::<Sqlite>::new("insert into ticket_short (rowid, words) ");
    let mut whole = QueryBuilder::<Sqlite>::new("insert into ticket_full (rowid, words) ");
    let words = tickets.iter().map(|bulk| {
        let ticket = &bulk.ticket;
        let short = short_words(ticket.number, &ticket.subject, ticket.place.as_deref(), &bulk.person);
        let written = bulk.entries.iter().flat_map(|entry| {
            let internal = entry.internal_text.as_ref().map(InternalText::as_str);
            [internal, entry.citizen_text.as_ref().map(CitizenText::as_str)].into_iter().flatten()
        });
        let written = written.map(index_words).collect::<Vec<_>>().join(" ");
        let whole = unique(&format!("{short} {} {written}", index_words(ticket.text.as_str())));
        lexicon.learn(&whole);
        (short, whole)
    });
    let words: Vec<(String, String)> = words.collect();
    short.push_values((first..).zip(&words), |mut row, (seq, (short, _))| {
        row.push_bind(seq).push_bind(short);
    });
    whole.push_values((first..).zip(&words), |mut row, (seq, (_, whole))| {
        row.push_bind(seq).push_bind(whole);
    });
    short.build().execute(&mut *conn).await?;
    whole.build().execute(&mut *conn).await?;
    Ok(())
}

async fn insert_events(
    conn: &mut SqliteConnection,
    tickets: &[BulkTicket],
    stamp: &crate::Stamp,
) -> Result<()> {
    let (mut seq, previous): (i64, Vec<u8>) =
        sqlx::query_as("select seq, hash from chain_head").fetch_one(&mut *conn).await?;
    let mut previous = crate::event::hash_of(&previous)?;
    let mut lines = Vec::with_capacity(tickets.len());
    for BulkTicket { ticket, salt, .. } in tickets {
        seq += 1;
        let payload = format!("{{\"after\":{{\"generated\":\"{}\"}}}}", ticket.number);
        let subject = format!("ticket:{}", ticket.id);
        let digest = digest(salt, &payload);
        let code = EventCode::TicketRecorded.code();
        let event = ChainedEvent { seq, at: stamp.at, actor: &stamp.actor, code, subject: &subject, digest };
        previous = event.hash(&previous);
        lines.push((seq, subject, digest, previous, salt, payload));
    }
    let mut events = QueryBuilder::<Sqlite>::new(
        "insert into event (seq, op_id, at, actor, code, subject, digest, hash) ",
    );
    events.push_values(&lines, |mut row, (seq, subject, digest, hash, _, _)| {
        row.push_bind(seq).push_bind(stamp.op.0).push_bind(stamp.at).push_bind(&stamp.actor);
        row.push_bind(EventCode::TicketRecorded.code()).push_bind(subject);
        row.push_bind(digest.to_vec()).push_bind(hash.to_vec());
    });
    events.build().execute(&mut *conn).await?;
    let mut payloads = QueryBuilder::<Sqlite>::new("insert into event_payload (seq, salt, payload) ");
    payloads.push_values(&lines, |mut row, (seq, _, _, _, salt, payload)| {
        row.push_bind(seq).push_bind(salt.to_vec()).push_bind(payload);
    });
    payloads.build().execute(&mut *conn).await?;
    sqlx::query("update chain_head set seq = $1, hash = $2")
        .bind(seq)
        .bind(previous.to_vec())
        .execute(conn)
        .await?;
    Ok(())
}

fn sqlite<'a>(conn: &'a mut Conn<'_>) -> Result<&'a mut SqliteConnection> {
    match conn {
        Conn::Sqlite(conn) => Ok(conn),
        Conn::Postgres(_) => Err(Error::NotSaved(Fault::Other)),
    }
}
