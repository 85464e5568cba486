//! One ticket with everything around it.

use super::around::{self, Around};
use super::deadline::explain;
use super::follow::{Follow, follow};
use super::list::line;
use super::people::{PersonLine, people_of};
use crate::app::App;
use crate::clock::rome_day;
use crate::error::Outcome;
use crate::papers::{self, Papers};
use crate::tickets::TicketLine;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::category::Category;
use sportello_domain::citizen::Citizen;
use sportello_domain::deadline::{Deadline, DueStatus, Restart, days_left};
use sportello_domain::event::EventCode;
use sportello_domain::id::{OfficeId, TicketId};
use sportello_domain::interaction::Interaction;
use sportello_domain::office::Office;
use sportello_domain::ticket::lifecycle::{Action, Role, possible};
use sportello_domain::ticket::{Entry, Ticket, TicketNumber, TicketState};
use sportello_store::{Store, citizen, interaction, ticket};
use std::collections::HashMap;

/// Other tickets of the same citizen that are shown.
const OTHERS: i64 = 10;
/// Contacts of the same citizen that are shown.
const CONTACTS: i64 = 5;

/// Which ticket.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TicketRef {
    /// Its identity.
    pub id: TicketId,
}

/// A line of the timeline, with the office by name.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EntryLine {
    /// The line.
    #[serde(flatten)]
    pub entry: Entry,
    /// Name of the office it went to, or came from.
    pub office_name: Option<String>,
    /// Name of the office proposed instead.
    pub other_office_name: Option<String>,
    /// Number of the other ticket it is about.
    pub other_number: Option<TicketNumber>,
}

/// A ticket with everything around it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketDetail {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: Ticket,
    /// The citizen's clock, while it runs.
    pub due: Option<DueStatus>,
    /// The office's clock, while it runs.
    pub office_due: Option<DueStatus>,
    /// How much of the citizen's term is gone, from 0 to 100.
    pub elapsed: Option<u8>,
    /// How much of the office's term is gone, from 0 to 100.
    pub office_elapsed: Option<u8>,
    /// Why the citizen's date is that date.
    pub deadline: Option<Deadline>,
    /// What it is about.
    pub category: Option<Category>,
    /// How many others reported the same problem.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub reporters: i64,
    /// Who brought it.
    pub citizen: Option<Citizen>,
    /// Who else has to do with it.
    pub people: Vec<PersonLine>,
    /// The office that has it, or that seems competent.
    pub office: Option<Office>,
    /// The timeline, oldest first.
    pub entries: Vec<EntryLine>,
    /// Papers and protocol numbers.
    pub papers: Papers,
    /// What the desk can do now.
    pub actions: Vec<Action>,
    /// Other tickets of the same citizen.
    pub others: Vec<TicketLine>,
    /// The last contacts of the same citizen.
    pub contacts: Vec<Interaction>,
    /// What it waits for besides its state.
    pub follow: Follow,
    /// What stands around it.
    #[serde(flatten)]
    pub around: Around,
}

/// One ticket.
pub(crate) async fn show(app: &App, request: TicketRef) -> Outcome<TicketDetail> {
    of(app, &*app.store().await?, request.id).await
}

/// One ticket of `store`.
pub(crate) async fn of(app: &App, store: &Store, id: TicketId) -> Outcome<TicketDetail> {
    let today = app.today();
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let ticket = ticket::find(&mut conn, id).await?;
    let directory = app.directory(&mut conn).await?;
    let settings = &directory.desk;
    let offices = crate::offices::as_of_now(app, directory.offices.clone(), &settings.calendar);
    let names: HashMap<OfficeId, &str> =
        offices.iter().map(|office| (office.id, office.data.name.as_str())).collect();
    let category =
        directory.categories.iter().find(|category| Some(category.id) == ticket.category_id).cloned();
    let reporters = ticket::reporters(&mut conn, id).await?;
    let entries = ticket::entries(&mut conn, id).await?;
    let around = around::of(&mut conn, &ticket, &entries, &offices, &app.operator, today).await?;
    let mut numbers = HashMap::new();
    let named: Vec<TicketId> = entries.iter().filter_map(|entry| entry.other_ticket_id).collect();
    numbers.extend(ticket::numbers(&mut conn, &named).await?);
    let entries_of_office: Vec<NaiveDate> = entries
        .iter()
        .filter(|entry| matches!(entry.code, EventCode::TicketTransferred | EventCode::TicketSentBack))
        .map(|entry| rome_day(entry.at))
        .collect();
    let (citizen, others, contacts) = match ticket.citizen_id {
        Some(citizen_id) => {
            let citizen = citizen::find(&mut conn, citizen_id).await?;
            let others = ticket::of_citizen(&mut conn, citizen.id, OTHERS + 1).await?;
            let contacts = interaction::of_citizen(&mut conn, citizen.id, CONTACTS).await?;
            (Some(citizen), others, contacts)
        }
        None => (None, Vec::new(), Vec::new()),
    };
    let people = people_of(&mut conn, id).await?;
    let papers = papers::of(&mut conn, &ticket, &entries).await?;
    let state = ticket.state;
    let has_it = ticket.office_id.and_then(|id| offices.iter().find(|office| office.id == id));
    let follow = follow(&mut conn, &ticket, &entries, has_it, &settings.calendar, today).await?;
    Ok(TicketDetail {
        papers,
        follow,
        due: ticket.awaited_by().filter(|_| state.is_open()).map(|due_on| DueStatus::of(due_on, today)),
        office_due: ticket
            .office_due_on
            .filter(|_| state.is_at_office())
            .map(|due_on| DueStatus::of(due_on, today)),
        deadline: explain(&ticket, &settings.calendar)?,
        category,
        reporters,
        citizen,
        people,
        office: has_it.cloned(),
        entries: entries
            .into_iter()
            .map(|entry| EntryLine {
                office_name: entry.office_id.and_then(|id| names.get(&id)).map(|name| (*name).to_owned()),
                other_office_name: entry
                    .other_office_id
                    .and_then(|id| names.get(&id))
                    .map(|name| (*name).to_owned()),
                other_number: entry.other_ticket_id.and_then(|id| numbers.get(&id)).copied(),
                entry,
            })
            .collect(),
        actions: offered(&ticket),
        around,
        elapsed: ticket
            .due_on
            .filter(|_| state.is_open())
            .map(|due_on| share(ticket.course.reopened_on.unwrap_or(ticket.presented_on), due_on, today)),
        office_elapsed: handed_over(&ticket, &entries_of_office)
            .map(|(from, due_on)| share(from, due_on, today)),
        others: others.into_iter().filter(|row| row.id != id).map(|row| line(row, today)).collect(),
        contacts: contacts.into_iter().filter(|contact| contact.ticket_id != Some(id)).collect(),
        ticket,
    })
}

/// What the desk is offered. The commands go through the step in between by themselves: a ticket nobody has looked at
/// yet can be handed over or answered, and an office that never said it had taken a ticket can report.
fn offered(ticket: &Ticket) -> Vec<Action> {
    let state = ticket.state;
    // What only who coordinates the desk may do is offered too: it asks for that name.
    let mut offered: Vec<Action> = possible(state, Role::Coordinator).collect();
    offered.retain(|action| match action {
        Action::AnswerByEvent => ticket.course.event,
        Action::Restart => ticket.rule.rule().restart != Restart::Never && ticket.due_on.is_some(),
        _ => true,
    });
    match state {
        TicketState::Received => offered.extend([Action::Transfer, Action::Reply]),
        TicketState::Transferred => offered.push(Action::RecordOutcome),
        _ => {}
    }
    offered
}

/// The day the office got it last, and the day it reports by, while it has it.
fn handed_over(ticket: &Ticket, handed: &[NaiveDate]) -> Option<(NaiveDate, NaiveDate)> {
    let due_on = ticket.office_due_on.filter(|_| ticket.state.is_at_office())?;
    Some((*handed.last()?, due_on))
}

fn share(from: NaiveDate, to: NaiveDate, today: NaiveDate) -> u8 {
    let whole = days_left(to, from).max(1);
    let gone = days_left(today, from).clamp(0, whole);
    u8::try_from(gone * 100 / whole).unwrap_or(100)
}

impl App {
    /// The ticket with this number.
    ///
    /// # Errors
    /// There is none.
    pub async fn ticket_by_number(&self, number: TicketNumber) -> Outcome<TicketId> {
        let store = self.store().await?;
        let found = ticket::find_by_number(&mut store.reader().await?.conn(), number).await?;
        Ok(found.id)
    }
}
