//! One box for everything.

use crate::app::App;
use crate::error::Outcome;
use crate::tickets::{TicketLine, line};
use crate::{offices, referrals};
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::Citizen;
use sportello_domain::fold::query_words;
use sportello_domain::office::OfficeHit;
use sportello_domain::protocol::normal_number;
use sportello_domain::referral::ReferralCard;
use sportello_domain::text::{CitizenText, InternalText};
use sportello_domain::ticket::{TicketNumber, TicketRow};
use sportello_store::{Conn, Error, protocol, search, ticket};

/// Tickets a search answers with.
const TICKETS: i64 = 50;
/// Tickets that carry one protocol number: more than one only when a letter became several matters.
const EXACT: i64 = 10;
/// Citizens a search answers with.
const CITIZENS: i64 = 8;
/// Offices a search answers with.
const OFFICES: usize = 5;

/// What somebody typed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TextQuery {
    /// The words, the last one perhaps half typed.
    pub text: String,
}

/// What was found.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchHits {
    /// Tickets: those with that number or protocol number first, then the newest.
    pub tickets: Vec<TicketLine>,
    /// Citizens.
    pub citizens: Vec<Citizen>,
    /// Offices.
    pub offices: Vec<OfficeHit>,
    /// Where to send what is not for us.
    pub referrals: Vec<ReferralCard>,
}

/// Tickets, notes, citizens and offices that hold every word.
pub(crate) async fn everything(app: &App, request: TextQuery) -> Outcome<SearchHits> {
    let words = query_words(&request.text);
    let store = app.store().await?;
    let today = app.today();
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let directory = app.directory(&mut conn).await?;
    let mut offices =
        if words.is_empty() { Vec::new() } else { offices::found(app, &directory, &request.text) };
    offices.truncate(OFFICES);
    let tickets = found(&mut conn, &request.text, TICKETS).await?;
    let citizens = search::citizens(&mut conn, &words, CITIZENS).await?;
    let tickets = tickets.into_iter().map(|row| line(row, today)).collect();
    let referrals = referrals::found(&directory.referrals, &request.text);
    Ok(SearchHits { tickets, citizens, offices, referrals })
}

/// The tickets that hold every word: those with that very number first, then the newest.
pub(crate) async fn found(conn: &mut Conn<'_>, text: &str, limit: i64) -> Outcome<Vec<TicketRow>> {
    let words = query_words(text);
    let mut tickets = candidates(conn, &words, &phrases(text), limit).await?;
    // A number typed in full is what was meant, whatever else holds the same digits.
    for exact in by_protocol(conn, text).await?.into_iter().rev() {
        tickets.retain(|row| row.id != exact.id);
        tickets.insert(0, exact);
    }
    if let Some(exact) = by_number(conn, text).await? {
        tickets.retain(|row| row.id != exact.id);
        tickets.insert(0, exact);
    }
    Ok(tickets)
}

/// Tickets looked through for words that must stand side by side: the index does not know their order.
const LOOKED_THROUGH: i64 = 300;

async fn candidates(
    conn: &mut Conn<'_>,
    words: &[String],
    phrases: &[String],
    limit: i64,
) -> Outcome<Vec<TicketRow>> {
    if phrases.is_empty() {
        return Ok(search::tickets(conn, words, limit).await?);
    }
    let mut found = Vec::new();
    for row in search::tickets(conn, words, LOOKED_THROUGH).await? {
        let ticket = ticket::find(conn, row.id).await?;
        let mut said =
            format!("{} | {} | {}", ticket.subject, ticket.place.unwrap_or_default(), ticket.text.as_str());
        for entry in ticket::entries(conn, row.id).await? {
            said += " | ";
            said += entry.internal_text.as_ref().map_or("", InternalText::as_str);
            said += entry.citizen_text.as_ref().map_or("", CitizenText::as_str);
        }
        let said = format!(" {} ", query_words(&said).join(" "));
        if phrases.iter().all(|phrase| said.contains(&format!(" {phrase} "))) {
            found.push(row);
        }
        if found.len() as i64 == limit {
            break;
        }
    }
    Ok(found)
}

/// The words between quotation marks, which must stand side by side.
fn phrases(text: &str) -> Vec<String> {
    let text = text.replace(['«', '»', '“', '”'], "\"");
    let quoted = text.split('"').skip(1).step_by(2).map(|phrase| query_words(phrase).join(" "));
    quoted.filter(|phrase| phrase.contains(' ')).collect()
}

/// The tickets that carry the protocol number typed.
async fn by_protocol(conn: &mut Conn<'_>, text: &str) -> Outcome<Vec<TicketRow>> {
    match normal_number(text) {
        Some(number) => Ok(protocol::tickets(conn, &number, EXACT).await?),
        None => Ok(Vec::new()),
    }
}

/// The ticket whose number was typed in full.
async fn by_number(conn: &mut Conn<'_>, text: &str) -> Outcome<Option<TicketRow>> {
    let Ok(number) = text.parse::<TicketNumber>() else { return Ok(None) };
    match ticket::row_by_number(conn, number).await {
        Ok(row) => Ok(Some(row)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
