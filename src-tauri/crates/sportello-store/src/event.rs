//! The register: appending to the chain, and proving it.

use crate::db::{Conn, Tx, on};
use crate::error::{Error, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sportello_domain::event::{ChainedEvent, EventCode, GENESIS, Hash, digest};
use sportello_domain::id::OpId;
use sqlx::FromRow;

/// Lines read at a time while the chain is checked.
const CHUNK: i64 = 2_000;
/// Lines of one change that wait at most: a table of a hundred thousand rows is not kept in memory a second time.
const WAITING: usize = 1_000;
/// Bytes of salt under a payload: enough that nobody tries every one.
const SALT_LENGTH: usize = 16;

/// Whether the register holds `op`.
pub async fn has_op(conn: &mut Conn<'_>, op: OpId) -> Result<bool> {
    const SQL: &str = "select count(*) from (select 1 from event where op_id = $1 limit 1) as found";
    let found: i64 = on!(conn, fetch_one, sqlx::query_scalar(SQL).bind(op.0))?;
    Ok(found > 0)
}

/// Where the register ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct End {
    /// Its last line.
    pub seq: i64,
    /// Lines after the one asked about that tell of something else than tickets, citizens and contacts.
    pub others: i64,
}

/// The end of the register, and what was written since line `after`.
pub async fn end(conn: &mut Conn<'_>, after: i64) -> Result<End> {
    const SQL: &str = "select h.seq, (select count(*) from event e where e.seq > $1 \
                       and e.subject not like 'ticket:%' and e.subject not like 'citizen:%' \
                       and e.subject not like 'interaction:%') as others from chain_head h where h.one = 1";
    Ok(on!(conn, fetch_one, sqlx::query_as(SQL).bind(after))?)
}

/// What changed: the record before and after.
#[derive(Serialize)]
struct Payload<'a, B: Serialize, A: Serialize> {
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'a B>,
    after: &'a A,
}

/// The payload of a line and the salt of its digest.
pub(crate) fn payload<B: Serialize, A: Serialize>(
    code: EventCode,
    before: Option<&B>,
    after: &A,
) -> Result<(String, [u8; SALT_LENGTH])> {
    let mut salt = [0; SALT_LENGTH];
    getrandom::fill(&mut salt).map_err(|_| Error::Register("no random numbers from the system".into()))?;
    let payload = serde_json::to_string(&Payload { before, after })
        .map_err(|error| Error::Register(format!("payload of {}: {error}", code.code())))?;
    Ok((payload, salt))
}

/// Writes a line of the register, in the transaction of the change it tells. Lines wait until the commit, or until there
/// are many: the chain is held for as short as possible, and all of them are written at once.
pub async fn append<B: Serialize, A: Serialize>(
    tx: &mut Tx,
    code: EventCode,
    subject: &str,
    before: Option<&B>,
    after: &A,
) -> Result<()> {
    tx.lines.push(code, subject.to_owned(), before, after)?;
    if tx.lines.len() < WAITING { Ok(()) } else { write(tx).await }
}

/// A line of the register, with what it kept.
#[derive(Clone, Debug, FromRow)]
pub struct Written {
    /// Position.
    pub seq: i64,
    /// The operation it belongs to.
    pub op_id: uuid::Uuid,
    /// Who.
    pub actor: String,
    /// What, as its code.
    pub code: String,
    /// On which record.
    pub subject: String,
    /// What was there before and after, as JSON; `None` when it was erased.
    pub payload: Option<String>,
}

macro_rules! written {
    ($rest:literal) => {
        concat!(
            "select e.seq, e.op_id, e.actor, e.code, e.subject, p.payload ",
            "from event e left join event_payload p on p.seq = e.seq ",
            $rest
        )
    };
}

/// The last line about a record.
pub async fn last_of(conn: &mut Conn<'_>, subject: &str) -> Result<Option<Written>> {
    let sql = written!("where e.subject = $1 order by e.seq desc limit 1");
    Ok(on!(conn, fetch_optional, sqlx::query_as(sql).bind(subject))?)
}

/// The last line of one code about a record.
pub async fn last_of_code(conn: &mut Conn<'_>, subject: &str, code: EventCode) -> Result<Option<Written>> {
    let sql = written!("where e.subject = $1 and e.code = $2 order by e.seq desc limit 1");
    Ok(on!(conn, fetch_optional, sqlx::query_as(sql).bind(subject).bind(code.code()))?)
}

/// Every line of an operation, oldest first.
pub async fn of_op(conn: &mut Conn<'_>, op: OpId) -> Result<Vec<Written>> {
    let sql = written!("where e.op_id = $1 order by e.seq");
    Ok(on!(conn, fetch_all, sqlx::query_as(sql).bind(op.0))?)
}

/// Lines that wait for the commit.
#[derive(Default)]
pub(crate) struct Lines(Vec<(EventCode, String, String, [u8; SALT_LENGTH])>);

impl Lines {
    fn push<B: Serialize, A: Serialize>(
        &mut self,
        code: EventCode,
        subject: String,
        before: Option<&B>,
        after: &A,
    ) -> Result<()> {
        let (payload, salt) = payload(code, before, after)?;
        self.0.push((code, subject, payload, salt));
        Ok(())
    }

    fn len(&self) -> usize {
        self.0.len()
    }
}

/// Writes the lines that wait, however many, in four statements.
pub(crate) async fn write(tx: &mut Tx) -> Result<()> {
    const NEXT: &str = "update chain_head set seq = seq + $1 where one = 1 returning seq, hash";
    const HEAD: &str = "update chain_head set hash = $1 where one = 1";
    const SQLITE: [&str; 2] = [
        "insert into event (seq, op_id, at, actor, code, subject, digest, hash) \
         select value ->> '$[0]', $2, $3, $4, value ->> '$[1]', value ->> '$[2]', unhex(value ->> '$[3]'), \
         unhex(value ->> '$[4]') from json_each($1)",
        "insert into event_payload (seq, salt, payload) \
         select value ->> '$[0]', unhex(value ->> '$[1]'), value ->> '$[2]' from json_each($1)",
    ];
    const POSTGRES: [&str; 2] = [
        "insert into event (seq, op_id, at, actor, code, subject, digest, hash) \
         select (value ->> 0)::bigint, $2, $3, $4, value ->> 1, value ->> 2, decode(value ->> 3, 'hex'), \
         decode(value ->> 4, 'hex') from json_array_elements($1::json) as lines (value)",
        "insert into event_payload (seq, salt, payload) \
         select (value ->> 0)::bigint, decode(value ->> 1, 'hex'), value ->> 2 \
         from json_array_elements($1::json) as lines (value)",
    ];
    let lines = std::mem::take(&mut tx.lines);
    if lines.0.is_empty() {
        return Ok(());
    }
    let count = lines.len() as i64;
    let stamp = tx.stamp().clone();
    let mut conn = tx.conn();
    // Taking the numbers locks the end of the chain until the commit.
    let (last, previous): (i64, Vec<u8>) = on!(&mut conn, fetch_one, sqlx::query_as(NEXT).bind(count))?;
    let mut previous = hash_of(&previous)?;
    let (mut events, mut payloads) = (Vec::new(), Vec::new());
    for (seq, (code, subject, payload, salt)) in (last - count + 1..).zip(&lines.0) {
        let digest = digest(salt, payload);
        let event =
            ChainedEvent { seq, at: stamp.at, actor: &stamp.actor, code: code.code(), subject, digest };
        previous = event.hash(&previous);
        events.push((seq, code.code(), subject, hex(&digest), hex(&previous)));
        payloads.push((seq, hex(salt), payload));
    }
    let not_json = |_| Error::Register("lines of the register".into());
    let (events, payloads) = (serde_json::to_string(&events), serde_json::to_string(&payloads));
    let (events, payloads) = (events.map_err(not_json)?, payloads.map_err(not_json)?);
    let [insert, add] = if matches!(conn, Conn::Sqlite(_)) { SQLITE } else { POSTGRES };
    on!(
        &mut conn,
        execute,
        sqlx::query(insert).bind(events.as_str()).bind(stamp.op.0).bind(stamp.at).bind(&stamp.actor)
    )?;
    on!(&mut conn, execute, sqlx::query(add).bind(payloads.as_str()))?;
    on!(&mut conn, execute, sqlx::query(HEAD).bind(previous.to_vec()))?;
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)])).collect()
}

/// What a check of the whole register found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChainReport {
    /// Lines read.
    pub events: i64,
    /// Lines whose payload has been erased: the line still proves that something happened.
    pub erased: i64,
    /// The first line that is not what was written, and why.
    pub broken: Option<(i64, &'static str)>,
}

#[derive(FromRow)]
struct Line {
    seq: i64,
    at: DateTime<Utc>,
    actor: String,
    code: String,
    subject: String,
    digest: Vec<u8>,
    hash: Vec<u8>,
    salt: Option<Vec<u8>>,
    payload: Option<String>,
}

/// Reads the whole register and recomputes every hash. `progress` gets the lines read and the total, and stops the
/// work by answering false.
pub async fn verify(
    conn: &mut Conn<'_>,
    mut progress: impl FnMut(i64, i64) -> bool,
) -> Result<Option<ChainReport>> {
    const HEAD: &str = "select seq, hash from chain_head where one = 1";
    let (total, head): (i64, Vec<u8>) = on!(&mut *conn, fetch_one, sqlx::query_as(HEAD))?;
    let mut report = ChainReport::default();
    let mut previous = GENESIS;
    loop {
        const LINES: &str = "select e.seq, e.at, e.actor, e.code, e.subject, e.digest, e.hash, p.salt, p.payload \
                             from event e left join event_payload p on p.seq = e.seq \
                             where e.seq > $1 order by e.seq limit $2";
        let lines: Vec<Line> =
            on!(&mut *conn, fetch_all, sqlx::query_as(LINES).bind(report.events).bind(CHUNK))?;
        for line in &lines {
            if let Some(why) = fault(line, report.events + 1, &previous) {
                report.broken = Some((line.seq, why));
                return Ok(Some(report));
            }
            previous = hash_of(&line.hash)?;
            report.events = line.seq;
            report.erased += i64::from(line.payload.is_none());
        }
        if !progress(report.events, total) {
            return Ok(None);
        }
        if lines.is_empty() {
            break;
        }
    }
    if report.events != total || head != previous {
        report.broken = Some((total, "the end of the register is missing"));
    }
    Ok(Some(report))
}

fn fault(line: &Line, expected: i64, previous: &Hash) -> Option<&'static str> {
    if line.seq != expected {
        return Some("a line is missing before it");
    }
    let (Ok(stored_digest), Ok(stored_hash)) = (hash_of(&line.digest), hash_of(&line.hash)) else {
        return Some("a hash has the wrong length");
    };
    let event = ChainedEvent {
        seq: line.seq,
        at: line.at,
        actor: &line.actor,
        code: &line.code,
        subject: &line.subject,
        digest: stored_digest,
    };
    if event.hash(previous) != stored_hash {
        return Some("the line was altered");
    }
    match (&line.salt, &line.payload) {
        (Some(salt), Some(payload)) if digest(salt, payload) != stored_digest => {
            Some("the payload was altered")
        }
        _ => None,
    }
}

pub(crate) fn hash_of(bytes: &[u8]) -> Result<Hash> {
    bytes.try_into().map_err(|_| Error::Register("a hash has the wrong length".into()))
}

#[cfg(test)]
mod tests;
