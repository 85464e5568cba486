//! A ticket of the store, and the lines of its timeline.

use super::{Channel, Course, ReplyChannel, TicketKind, TicketNumber, TicketState};
use crate::deadline::{RuleName, SuspensionGround};
use crate::event::EventCode;
use crate::id::{CategoryId, CitizenId, EntryId, OfficeId, TicketId};
use crate::text::{CitizenText, InternalText};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// A ticket as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ticket {
    /// Identity.
    pub id: TicketId,
    /// The number the citizen is told.
    pub number: TicketNumber,
    /// What the citizen brought.
    pub kind: TicketKind,
    /// How it arrived.
    pub channel: Channel,
    /// Where it is.
    pub state: TicketState,
    /// The state to go back to when a suspension ends.
    pub state_before: Option<TicketState>,
    /// One line.
    pub subject: String,
    /// The citizen's words.
    pub text: CitizenText,
    /// Where the matter is.
    pub place: Option<String>,
    /// Who brought it.
    pub citizen_id: Option<CitizenId>,
    /// Why there is no name.
    pub anonymous_reason: Option<String>,
    /// How the citizen wants the reply.
    pub reply_by: Option<ReplyChannel>,
    /// The office that has it, or that seems competent.
    pub office_id: Option<OfficeId>,
    /// Who follows it in the office.
    pub case_officer: Option<String>,
    /// The rule of the citizen's date.
    pub rule: RuleName,
    /// The day the term starts from.
    pub presented_on: NaiveDate,
    /// When it was registered.
    pub recorded_at: DateTime<Utc>,
    /// The day the citizen has an answer by; `None` when none was promised.
    pub due_on: Option<NaiveDate>,
    /// The day the desk aims at: never leaning on a holiday that moves the term.
    pub target_on: Option<NaiveDate>,
    /// The day the office reports by. Its own clock: it never moves the citizen's.
    pub office_due_on: Option<NaiveDate>,
    /// The day the citizen was answered.
    pub answered_on: Option<NaiveDate>,
    /// When it was filed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it was voided.
    pub void_reason: Option<String>,
    /// What happened to it beside its state.
    #[serde(flatten)]
    pub course: Course,
    /// Who registered it.
    pub recorded_by: String,
    /// What it is about.
    pub category_id: Option<CategoryId>,
    /// Changes with every save; a save of an older version is refused.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

/// A line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Entry {
    /// Identity.
    pub id: EntryId,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub actor: String,
    /// What happened.
    pub code: EventCode,
    /// Words for the municipality only.
    pub internal_text: Option<InternalText>,
    /// Words the citizen has read, or wrote.
    pub citizen_text: Option<CitizenText>,
    /// What was promised to the citizen, for the office to know.
    pub promise: Option<InternalText>,
    /// The office it went to, or came from.
    pub office_id: Option<OfficeId>,
    /// Who follows it there.
    pub case_officer: Option<String>,
    /// How the citizen was told.
    pub reply_channel: Option<ReplyChannel>,
    /// The day it really happened, when it is written later.
    pub happened_on: Option<NaiveDate>,
    /// The date it set.
    pub due_on: Option<NaiveDate>,
    /// The office proposed instead.
    pub other_office_id: Option<OfficeId>,
    /// The other ticket it is about.
    pub other_ticket_id: Option<TicketId>,
    /// Who else has a part in it: the other public body, or who authorised it.
    pub party: Option<String>,
    /// The reason of law.
    pub ground: Option<SuspensionGround>,
    /// The step that was taken back.
    pub undoes: Option<EventCode>,
}

impl Entry {
    /// A line that says only what happened.
    pub fn new(id: EntryId, at: DateTime<Utc>, actor: &str, code: EventCode) -> Self {
        Self {
            id,
            at,
            actor: actor.to_owned(),
            code,
            internal_text: None,
            citizen_text: None,
            promise: None,
            office_id: None,
            case_officer: None,
            reply_channel: None,
            happened_on: None,
            due_on: None,
            other_office_id: None,
            other_ticket_id: None,
            party: None,
            ground: None,
            undoes: None,
        }
    }
}

/// A ticket as a line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketRow {
    /// Identity.
    pub id: TicketId,
    /// The number the citizen is told.
    pub number: TicketNumber,
    /// What the citizen brought.
    pub kind: TicketKind,
    /// How it arrived.
    pub channel: Channel,
    /// Where it is.
    pub state: TicketState,
    /// One line.
    pub subject: String,
    /// Who brought it.
    pub citizen_name: Option<String>,
    /// The office that has it.
    pub office_name: Option<String>,
    /// What it is about.
    pub category_name: Option<String>,
    /// How many others reported the same problem; of an event, how many tickets are part of it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub reporters: i64,
    /// Whether it is an event that many report: it has no requester, and nobody is anonymous.
    pub event: bool,
    /// The day it was presented.
    pub presented_on: NaiveDate,
    /// The citizen's date.
    pub due_on: Option<NaiveDate>,
    /// The office's date.
    pub office_due_on: Option<NaiveDate>,
}
