//! What is written to the citizen. It is built from the words the citizen was told and from nothing else: the type of
//! the letter's body has no way in for the municipality's own words.

use super::letter::{protocol_of, recipient};
use super::{Gathered, Words};
use crate::app::App;
use crate::clock::rome_day;
use crate::error::{Code, Failure, Outcome};
use crate::settings;
use crate::tickets::explain;
use chrono::NaiveDate;
use sportello_documents::{Document, InterimReply, LateAnswer, Options, Remedy, Reply};
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::deadline::{RuleName, days_left};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::TicketId;
use sportello_domain::protocol::ProtocolDirection;
use sportello_domain::ticket::Ticket;
use sportello_store::ticket;

/// What is written to a citizen in the desk's own words: a reply, to whom it was handed over, why the term stops.
const SENT: [EventCode; 3] =
    [EventCode::TicketAnswered, EventCode::TicketForwarded, EventCode::TicketSuspended];

/// How a decision is challenged: the rule of its term, before whom, by when.
const REMEDIES: &str = include_str!("../../../../../catalog/rimedi.csv");

/// The letter with the last reply of a ticket.
pub(super) async fn gather(app: &App, words: &Words, id: TicketId) -> Outcome<Gathered> {
    let store = app.store().await?;
    let settings = settings::desk(&store).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ticket = ticket::find(&mut conn, id).await?;
    let entries = ticket::entries(&mut conn, id).await?;
    let (entry, body) = entries
        .iter()
        .rev()
        .filter(|entry| SENT.contains(&entry.code))
        .find_map(|entry| Some((entry, entry.citizen_text.clone()?)))
        .ok_or_else(|| Failure::new(Code::NotFound, "the ticket has no reply yet"))?;
    let dated = entry.happened_on.unwrap_or_else(|| rome_day(entry.at));
    let is_answer = entry.code == EventCode::TicketAnswered;
    let reply = Reply {
        recipient: recipient(&mut conn, words, &ticket).await?,
        number: ticket.number.to_string(),
        subject: ticket.subject.clone(),
        presented_on: ticket.presented_on,
        protocol: protocol_of(&mut conn, id, ProtocolDirection::Out).await?,
        body,
        late: if is_answer { late(&ticket, dated, &settings.calendar)? } else { None },
        remedies: if is_answer { remedies(ticket.rule)? } else { Vec::new() },
        attachments: Vec::new(),
        signed_by: None,
        dated,
    };
    let name = format!("risposta-{}", reply.number);
    Ok(Gathered { document: Document::Reply(reply), options: Options::default(), tickets: vec![id], name })
}

/// The letter with the last interim reply.
pub(super) async fn interim(app: &App, words: &Words, id: TicketId) -> Outcome<Gathered> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ticket = ticket::find(&mut conn, id).await?;
    let entries = ticket::entries(&mut conn, id).await?;
    let (entry, body, expected_on) = entries
        .iter()
        .rev()
        .filter(|entry| entry.code == EventCode::InterimReplied)
        .find_map(|entry| Some((entry, entry.citizen_text.clone()?, entry.due_on?)))
        .ok_or_else(|| Failure::new(Code::NotFound, "the ticket has no interim reply"))?;
    let letter = InterimReply {
        recipient: recipient(&mut conn, words, &ticket).await?,
        number: ticket.number.to_string(),
        subject: ticket.subject.clone(),
        presented_on: ticket.presented_on,
        due_on: ticket.due_on.ok_or_else(|| Failure::field("due_on", FieldRule::Required))?,
        expected_on,
        body,
        signed_by: None,
        dated: entry.happened_on.unwrap_or_else(|| rome_day(entry.at)),
    };
    let name = format!("interlocutoria-{}", letter.number);
    Ok(Gathered {
        document: Document::InterimReply(letter),
        options: Options::default(),
        tickets: vec![id],
        name,
    })
}

/// The term and the days really used, when the answer came after the date that was promised.
fn late(ticket: &Ticket, answered_on: NaiveDate, calendar: &DeskCalendar) -> Outcome<Option<LateAnswer>> {
    let Some(deadline) = explain(ticket, calendar)? else { return Ok(None) };
    if answered_on <= deadline.due_on {
        return Ok(None);
    }
    let count = |to: NaiveDate| {
        let days = u32::try_from(days_left(to, deadline.start_on)).unwrap_or_default();
        days.saturating_sub(deadline.suspended_days)
    };
    Ok(Some(LateAnswer {
        due_on: deadline.due_on,
        term_days: count(deadline.raw_on),
        used_days: count(answered_on),
    }))
}

/// How an answer given under this rule can be challenged; nothing for a promise of the desk.
fn remedies(rule: RuleName) -> Outcome<Vec<Remedy>> {
    let mut remedies = Vec::new();
    for row in csv::Reader::from_reader(REMEDIES.as_bytes()).into_deserialize::<(RuleName, String, String)>()
    {
        let (name, authority, term) =
            row.map_err(|_| Failure::new(Code::Unexpected, "the list of remedies cannot be read"))?;
        if name == rule {
            remedies.push(Remedy { authority, term });
        }
    }
    Ok(remedies)
}
