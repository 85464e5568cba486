//! The words of a reminder, ready to be read over. They are data of the catalog with blanks; a blank that the store cannot
//! fill stays in the text, is named, and stops it from being sent.

use super::ladder;
use crate::app::App;
use crate::clock::rome_day;
use crate::error::{Code, Failure, Outcome};
use crate::tickets::TicketRef;
use crate::{follow_up, settings};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::calendar::italian::date_words;
use sportello_domain::escalation::ReminderStep;
use sportello_domain::event::EventCode;
use sportello_domain::id::TicketId;
use sportello_domain::office::OfficeData;
use sportello_domain::template::fill;
use sportello_domain::ticket::{ReplyChannel, Ticket};
use sportello_store::{Conn, office, reminder, ticket};

macro_rules! text {
    ($name:literal) => {
        include_str!(concat!("../../../../catalog/texts/", $name, ".txt"))
    };
}

/// Which ticket.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ReminderQuery {
    /// The ticket.
    pub id: TicketId,
}

/// A reminder to read over and send.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreparedReminder {
    /// Whom it is for.
    pub step: ReminderStep,
    /// Whether its time has come; otherwise the desk is early, and may be.
    pub ready: bool,
    /// To whom, in words; empty when the store does not know.
    pub recipient: String,
    /// The means the office can be reached by, best first, each with its address.
    pub means: Vec<(ReplyChannel, String)>,
    /// The line above the text.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Names of the blanks that are left in it.
    pub missing: Vec<String>,
}

/// An interim reply to read over.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreparedReply {
    /// The text.
    pub text: String,
    /// Names of the blanks that are left in it.
    pub missing: Vec<String>,
}

/// The reminder of the next step of the ladder.
pub(crate) async fn prepare(app: &App, request: ReminderQuery) -> Outcome<PreparedReminder> {
    let (store, today) = (app.store().await?, app.today());
    let desk = settings::desk(&store).await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ticket = ticket::find(&mut conn, request.id).await?;
    let sent = reminder::of_ticket(&mut conn, ticket.id).await?;
    let life = reminder::life(&mut conn, ticket.id).await?;
    let ladder = ladder(&ticket, &sent, life, today);
    let step = ladder.next.ok_or_else(|| Failure::new(Code::NotFound, "no reminder is left to send"))?;
    let office = match ticket.office_id {
        Some(id) => office::find(&mut conn, id).await?.data,
        None => return Err(Failure::new(Code::NotFound, "no office has the ticket")),
    };
    let handed_on = ticket::entries(&mut conn, ticket.id)
        .await?
        .iter()
        .rev()
        .find(|entry| entry.code == EventCode::TicketTransferred)
        .map(|entry| date_words(rome_day(entry.at)));
    let recipient = recipient_of(&mut conn, step, &office).await?;
    let earlier: Vec<String> = sent
        .iter()
        .filter(|sent| sent.life == life && sent.step.is_some())
        .map(|sent| date_words(rome_day(sent.at)))
        .collect();
    let values = Values {
        office: Some(&office.name),
        handed_on,
        recipient: recipient.clone(),
        earlier: (!earlier.is_empty()).then(|| earlier.join(", ")),
        ..Values::of(&ticket, &desk.name, &desk.municipality.name)
    };
    let (subject, text, missing) = values.fill(match step {
        ReminderStep::Office => text!("reminder-office"),
        ReminderStep::Head => text!("reminder-head"),
        ReminderStep::Substitute => text!("reminder-substitute"),
    });
    Ok(PreparedReminder {
        step,
        ready: ladder.ready == Some(step),
        recipient: recipient.unwrap_or_default(),
        means: means(&office),
        subject,
        text,
        missing,
    })
}

/// To whom a step goes, by name; `None` when the store does not know.
pub(crate) async fn recipient_of(
    conn: &mut Conn<'_>,
    step: ReminderStep,
    office: &OfficeData,
) -> Outcome<Option<String>> {
    Ok(match step {
        ReminderStep::Office => Some(office.name.clone()),
        ReminderStep::Head => office.head.clone(),
        ReminderStep::Substitute => follow_up::read(conn).await?.0.substitute,
    })
}

/// The interim reply of a ticket; why, and the new date, only the desk can say.
pub(crate) async fn interim_text(app: &App, request: TicketRef) -> Outcome<PreparedReply> {
    let store = app.store().await?;
    let desk = settings::desk(&store).await?;
    let ticket = ticket::find(&mut store.reader().await?.conn(), request.id).await?;
    let values = Values::of(&ticket, &desk.name, &desk.municipality.name);
    let (_, text, missing) = values.fill(text!("interim-reply"));
    Ok(PreparedReply { text, missing })
}

fn means(office: &OfficeData) -> Vec<(ReplyChannel, String)> {
    let known = [
        (ReplyChannel::Email, &office.email),
        (ReplyChannel::Pec, &office.pec),
        (ReplyChannel::Phone, &office.phone),
    ];
    known.into_iter().filter_map(|(means, address)| Some((means, address.clone()?))).collect()
}

/// What the store knows to fill the blanks with.
struct Values<'a> {
    number: String,
    subject: &'a str,
    presented_on: NaiveDate,
    due_on: Option<NaiveDate>,
    office_due_on: Option<NaiveDate>,
    office: Option<&'a str>,
    handed_on: Option<String>,
    recipient: Option<String>,
    earlier: Option<String>,
    desk: &'a str,
    municipality: &'a str,
}

impl<'a> Values<'a> {
    fn of(ticket: &'a Ticket, desk: &'a str, municipality: &'a str) -> Self {
        Self {
            number: ticket.number.to_string(),
            subject: &ticket.subject,
            presented_on: ticket.presented_on,
            due_on: ticket.due_on,
            office_due_on: ticket.office_due_on,
            office: None,
            handed_on: None,
            recipient: None,
            earlier: None,
            desk,
            municipality,
        }
    }

    /// The subject line, the text below it, the blanks that are left in either.
    fn fill(&self, template: &str) -> (String, String, Vec<String>) {
        let [presented, due, office_due] =
            [Some(self.presented_on), self.due_on, self.office_due_on].map(|day| day.map(date_words));
        let municipality = format!("Comune di {}", self.municipality);
        let filled = fill(
            template,
            &[
                ("numero", Some(&self.number)),
                ("oggetto", Some(self.subject)),
                ("presentata", presented.as_deref()),
                ("termine_cittadino", due.as_deref()),
                ("termine_ufficio", office_due.as_deref()),
                ("ufficio", self.office),
                ("trasmessa", self.handed_on.as_deref()),
                ("responsabile", self.recipient.as_deref()),
                ("titolare", self.recipient.as_deref()),
                ("solleciti", self.earlier.as_deref()),
                ("sportello", Some(self.desk)),
                ("comune", Some(&municipality)),
            ],
        );
        let (subject, text) = filled.text.split_once('\n').unwrap_or_default();
        (subject.to_owned(), text.trim().to_owned(), filled.missing)
    }
}
