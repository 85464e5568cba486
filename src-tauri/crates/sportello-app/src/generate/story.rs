//! One ticket of the corpus, from its arrival to wherever it is on the last day.

use super::random::Random;
use super::words::{COMMON, OUTCOMES, REPLIES, STREETS, TOPICS};
use crate::error::Outcome;
use crate::tickets::promise;
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::citizen::CitizenData;
use sportello_domain::event::EventCode;
use sportello_domain::id::{CategoryId, CitizenId, EntryId, OfficeId, TicketId};
use sportello_domain::text::{CitizenText, InternalText};
use sportello_domain::ticket::{
    Channel, Course, Entry, ReplyChannel, Ticket, TicketKind, TicketNumber, TicketState,
};
use sportello_store::bulk::BulkTicket;
use std::collections::HashMap;

/// The operator of the corpus.
const OPERATOR: &str = "generatore";

/// What a ticket of the corpus starts from.
pub(super) struct Story<'a> {
    pub(super) day: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) person: &'a (CitizenId, CitizenData),
    pub(super) offices: &'a [OfficeId],
    /// What each topic is about.
    pub(super) categories: &'a [Option<CategoryId>],
}

impl Story<'_> {
    /// The ticket and its timeline.
    pub(super) fn ticket(
        &self,
        random: &mut Random,
        numbers: &mut HashMap<i32, i64>,
        calendar: &DeskCalendar,
    ) -> Outcome<BulkTicket> {
        let at_topic = random.below(TOPICS.len() as u64) as usize;
        let topic = &TOPICS[at_topic];
        let street = random.pick_frequent(STREETS);
        let place = format!("{street} {}", 1 + random.below(90));
        let subject = format!("{}, {street}", random.pick(topic.subjects));
        let text = self.words(random, topic.sentences, &place);
        let kind = TicketKind::ALL[[0, 0, 0, 0, 0, 0, 1, 1, 2, 3][random.below(10) as usize]];
        let channel = Channel::ALL[[0, 0, 0, 0, 1, 1, 2, 2, 3, 5][random.below(10) as usize]];
        let deadline = promise(kind.rule(), self.day, calendar)?;
        let at = self
            .day
            .and_hms_opt(8 + random.below(5) as u32, random.below(60) as u32, 0)
            .unwrap_or_default()
            .and_utc();
        let progressive = numbers.entry(self.day.year()).or_default();
        *progressive += 1;
        let mut ticket = Ticket {
            id: TicketId(random.uuid(at)),
            number: TicketNumber { year: self.day.year(), progressive: *progressive },
            kind,
            channel,
            state: TicketState::Received,
            state_before: None,
            subject,
            text: CitizenText::stored(text),
            place: Some(place),
            citizen_id: Some(self.person.0),
            anonymous_reason: None,
            reply_by: Some(ReplyChannel::Counter),
            office_id: None,
            case_officer: None,
            rule: kind.rule(),
            presented_on: self.day,
            recorded_at: at,
            due_on: Some(deadline.due_on),
            target_on: Some(deadline.target_on),
            office_due_on: None,
            category_id: self.categories[at_topic],
            answered_on: None,
            closed_at: None,
            void_reason: None,
            course: Course::default(),
            recorded_by: OPERATOR.to_owned(),
            version: 1,
        };
        let entries = self.live(random, &mut ticket, at);
        let person = self.person.1.display_name();
        Ok(BulkTicket { ticket, entries, person, salt: random.bytes() })
    }

    fn words(&self, random: &mut Random, sentences: &[&str], place: &str) -> String {
        let mut text = format!("In {place}. ");
        for _ in 0..1 + random.below(2) {
            text += random.pick(sentences);
            text.push(' ');
        }
        for _ in 0..random.below(4) {
            text += random.pick(COMMON);
            text.push(' ');
        }
        text.trim_end().to_owned()
    }

    /// What happened to it. Answers take 2 to 38 days; the last arrivals are still waiting.
    fn live(&self, random: &mut Random, ticket: &mut Ticket, at: DateTime<Utc>) -> Vec<Entry> {
        let mut entries = vec![line(random, at, EventCode::TicketRecorded)];
        entries[0].happened_on = Some(self.day);
        entries[0].due_on = ticket.due_on;
        let took = 2 + random.below(37);
        let answered_on = self.day.checked_add_days(Days::new(took)).unwrap_or(self.day);
        if !self.offices.is_empty() && random.below(10) < 7 {
            let office = self.offices[random.below(self.offices.len() as u64) as usize];
            ticket.office_id = Some(office);
            let mut handed = line(random, at, EventCode::TicketTransferred);
            handed.office_id = Some(office);
            handed.internal_text =
                Some(InternalText::stored("Verificare e riferire allo Sportello.".to_owned()));
            handed.due_on = self.day.checked_add_days(Days::new(20));
            ticket.office_due_on = handed.due_on;
            entries.push(handed);
            ticket.state = TicketState::Transferred;
            if answered_on <= self.until || random.below(3) == 0 {
                let mut outcome = line(random, at, EventCode::OutcomeRecorded);
                outcome.office_id = Some(office);
                outcome.internal_text = Some(InternalText::stored(random.pick(OUTCOMES).to_owned()));
                entries.push(outcome);
                ticket.state = TicketState::OutcomeReceived;
            }
        }
        if answered_on <= self.until {
            let mut reply = line(random, at, EventCode::TicketAnswered);
            reply.citizen_text = Some(CitizenText::stored(random.pick(REPLIES).to_owned()));
            reply.reply_channel = Some(ReplyChannel::Counter);
            reply.happened_on = Some(answered_on);
            entries.push(reply);
            ticket.answered_on = Some(answered_on);
            ticket.closed_at = answered_on.and_hms_opt(12, 0, 0).map(|time| time.and_utc());
            ticket.state = TicketState::Closed;
        }
        entries
    }
}

fn line(random: &mut Random, at: DateTime<Utc>, code: EventCode) -> Entry {
    Entry::new(EntryId(random.uuid(at)), at, OPERATOR, code)
}
