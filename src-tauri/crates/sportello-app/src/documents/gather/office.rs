//! What goes to an office: the transmission sheet, a reminder, what it owes this week.

use super::letter::{attachments_of, protocol_of};
use super::{Gathered, Words};
use crate::app::App;
use crate::clock::rome_day;
use crate::error::{Code, Failure, Outcome};
use crate::reminders::{ladder, recipient_of};
use chrono::{Datelike, Days};
use sportello_documents::{
    Document, Options, PreviousReminder, Recipient, Reminder, ReminderStep as Step, TransmissionSheet,
    WeeklyRow, WeeklySheet,
};
use sportello_domain::escalation::ReminderStep;
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{OfficeId, TicketId};
use sportello_domain::protocol::ProtocolDirection;
use sportello_domain::text::InternalText;
use sportello_domain::ticket::{Entry, Ticket};
use sportello_store::{Conn, citizen, office, reminder, ticket};

/// The sheet that goes with the last transfer.
pub(super) async fn transmission(app: &App, words: &Words, id: TicketId) -> Outcome<Gathered> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ticket = ticket::find(&mut conn, id).await?;
    let entries = ticket::entries(&mut conn, id).await?;
    let (entry, question) = asked(&entries)
        .ok_or_else(|| Failure::new(Code::NotFound, "the ticket was not handed over to an office"))?;
    let office_id = entry.office_id.or(ticket.office_id);
    let office_id = office_id.ok_or_else(|| Failure::field("office", FieldRule::Required))?;
    let citizen = match ticket.citizen_id {
        Some(id) => Some(citizen::find(&mut conn, id).await?.data),
        None => None,
    };
    let contact = citizen.as_ref().map(|data| {
        let ways = data.phones.iter().chain(&data.emails).map(|point| point.value.as_str());
        ways.collect::<Vec<_>>().join(", ")
    });
    let office_due_on = entry.due_on.or(ticket.office_due_on);
    let sheet = TransmissionSheet {
        office: office::find(&mut conn, office_id).await?.data.name,
        addressee: entry.case_officer.clone(),
        number: ticket.number.to_string(),
        matter: words.say(ticket.kind.code()),
        subject: ticket.subject.clone(),
        presented_on: ticket.presented_on,
        protocol: protocol_of(&mut conn, id, ProtocolDirection::In).await?,
        citizen: citizen.as_ref().map(|data| data.display_name()),
        contact: contact.filter(|contact| !contact.is_empty()),
        location: ticket.place.clone(),
        account: Some(ticket.text.clone()),
        question,
        promise: entry.promise.as_ref().map(|promise| promise.as_str().to_owned()),
        office_due_on: office_due_on.ok_or_else(|| Failure::field("office_due_on", FieldRule::Required))?,
        due_on: ticket.due_on,
        attachments: attachments_of(&mut conn, id).await?,
        sent_by: Some(entry.actor.clone()),
        sent_on: rome_day(entry.at),
    };
    let name = format!("trasmissione-{}", sheet.number);
    Ok(Gathered {
        document: Document::Transmission(sheet),
        options: Options::default(),
        tickets: vec![id],
        name,
    })
}

/// The last time an office was asked something, and what.
fn asked(entries: &[Entry]) -> Option<(&Entry, InternalText)> {
    let handed =
        |entry: &&Entry| matches!(entry.code, EventCode::TicketTransferred | EventCode::TicketSentBack);
    entries.iter().rev().filter(handed).find_map(|entry| Some((entry, entry.internal_text.clone()?)))
}

/// The reminder that comes next; the last one that was sent, when none is left.
pub(super) async fn reminder(app: &App, id: TicketId) -> Outcome<Gathered> {
    let (store, today) = (app.store().await?, app.today());
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ticket = ticket::find(&mut conn, id).await?;
    let office_id =
        ticket.office_id.ok_or_else(|| Failure::new(Code::NotFound, "no office has the ticket"))?;
    let card = office::find(&mut conn, office_id).await?.data;
    let sent = reminder::of_ticket(&mut conn, id).await?;
    let life = reminder::life(&mut conn, id).await?;
    let mut before: Vec<_> = sent.iter().filter(|sent| sent.life == life && sent.step.is_some()).collect();
    let (step, name, dated) = match ladder(&ticket, &sent, life, today).next {
        Some(step) => {
            let name = recipient_of(&mut conn, step, &card).await?;
            (step, name.ok_or_else(|| Failure::field("recipient", FieldRule::Required))?, today)
        }
        None => {
            let none = || Failure::new(Code::NotFound, "the ticket has no reminder");
            let last = before.pop().ok_or_else(none)?;
            (last.step.ok_or_else(none)?, last.recipient.clone(), rome_day(last.at))
        }
    };
    let entries = ticket::entries(&mut conn, id).await?;
    let asked = asked(&entries);
    let paper = Reminder {
        step: match step {
            ReminderStep::Office => Step::Office,
            ReminderStep::Head => Step::Head,
            ReminderStep::Substitute => Step::Substitute,
        },
        recipient: Recipient { name, address: None, on_behalf_of: None },
        office: card.name,
        number: ticket.number.to_string(),
        subject: ticket.subject.clone(),
        presented_on: ticket.presented_on,
        sent_on: asked.as_ref().map(|(entry, _)| rome_day(entry.at)),
        office_due_on: ticket.office_due_on,
        due_on: ticket.due_on,
        question: asked.map(|(_, question)| question),
        previous: before
            .into_iter()
            .map(|sent| PreviousReminder { on: rome_day(sent.at), to: sent.recipient.clone() })
            .collect(),
        note: None,
        signed_by: None,
        dated,
    };
    let name = format!("sollecito-{}", paper.number);
    Ok(Gathered { document: Document::Reminder(paper), options: Options::default(), tickets: vec![id], name })
}

/// What an office has to report, the most urgent first.
pub(super) async fn weekly(app: &App, id: OfficeId) -> Outcome<Gathered> {
    let (store, today) = (app.store().await?, app.today());
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let office = office::find(&mut conn, id).await?.data.name;
    let (mut rows, mut tickets) = (Vec::new(), Vec::new());
    for (row, _) in ticket::at_office(&mut conn, id).await? {
        let ticket = ticket::find(&mut conn, row.id).await?;
        if let Some(row) = owed(&mut conn, &ticket, today).await? {
            rows.push(row);
            tickets.push(ticket.id);
        }
    }
    let monday = Days::new(today.weekday().num_days_from_monday().into());
    let week_of = today.checked_sub_days(monday).unwrap_or(today);
    let sheet = WeeklySheet { office, week_of, rows, dated: today };
    let name = format!("settimana-{week_of}");
    Ok(Gathered { document: Document::Weekly(sheet), options: Options::default(), tickets, name })
}

async fn owed(conn: &mut Conn<'_>, ticket: &Ticket, today: chrono::NaiveDate) -> Outcome<Option<WeeklyRow>> {
    let entries = ticket::entries(conn, ticket.id).await?;
    let (Some((entry, question)), Some(office_due_on)) = (asked(&entries), ticket.office_due_on) else {
        return Ok(None);
    };
    let life = reminder::life(conn, ticket.id).await?;
    let sent = reminder::of_ticket(conn, ticket.id).await?;
    let reminders = sent.iter().filter(|sent| sent.life == life && sent.step.is_some()).count();
    Ok(Some(WeeklyRow {
        number: ticket.number.to_string(),
        subject: ticket.subject.clone(),
        question,
        sent_on: rome_day(entry.at),
        office_due_on,
        due_on: ticket.due_on,
        late: office_due_on < today,
        reminders: u32::try_from(reminders).unwrap_or(u32::MAX),
    }))
}
