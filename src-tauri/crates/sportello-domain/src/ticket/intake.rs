//! A ticket as it is typed, and as it may be recorded.

use super::{Channel, LinkKind, ReplyChannel, TicketKind};
use crate::citizen::CitizenData;
use crate::deadline::RuleName;
use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::{CategoryId, CitizenId, DraftId, InteractionId, OfficeId, TicketId};
use crate::text::{CitizenText, InternalText, LINE_MAX, optional_line};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Presentation can be registered late, not from another age: ten years.
const OLDEST_YEARS: i32 = 10;
/// A subject made from the text keeps this many characters, cut at a word.
const SUBJECT_LENGTH: usize = 80;

/// A person who does not give a name: no answer can be promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Anonymous {
    /// Why there is no name (`non vuole lasciare il nome`).
    pub reason: String,
}

/// An answer given on the spot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SpotAnswer {
    /// What the citizen was told.
    pub text: String,
    /// How.
    pub channel: ReplyChannel,
}

/// What is typed at the intake. Only `text` is compulsory, with a way to answer or `anonymous`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TicketDraft {
    /// Identity, made before the first attempt to save.
    #[serde(default)]
    pub id: Option<TicketId>,
    /// The contact it comes from.
    #[serde(default)]
    pub interaction_id: Option<InteractionId>,
    /// What the citizen brings.
    #[serde(default = "report")]
    pub kind: TicketKind,
    /// How it arrived.
    #[serde(default = "phone")]
    pub channel: Channel,
    /// What it is about, in one line; made from the text when missing.
    #[serde(default)]
    pub subject: Option<String>,
    /// The citizen's own words.
    pub text: String,
    /// Street, number, landmark.
    #[serde(default)]
    pub place: Option<String>,
    /// The day the citizen presented it, today when missing. The term runs from here, not from registration.
    #[serde(default)]
    pub presented_on: Option<NaiveDate>,
    /// Why it is registered only now, when that day is past.
    #[serde(default)]
    pub presented_reason: Option<String>,
    /// Somebody the store knows already.
    #[serde(default)]
    pub citizen_id: Option<CitizenId>,
    /// Somebody new.
    #[serde(default)]
    pub citizen: Option<CitizenData>,
    /// Nobody, with the reason.
    #[serde(default)]
    pub anonymous: Option<Anonymous>,
    /// How the citizen wants the reply; the best of what is known when missing.
    #[serde(default)]
    pub reply_by: Option<ReplyChannel>,
    /// The office that seems competent.
    #[serde(default)]
    pub office_id: Option<OfficeId>,
    /// What it is about.
    #[serde(default)]
    pub category_id: Option<CategoryId>,
    /// The answer, when it was given at once.
    #[serde(default)]
    pub answer: Option<SpotAnswer>,
    /// A note for the municipality only.
    #[serde(default)]
    pub note: Option<String>,
    /// The tray with the papers handed over meanwhile.
    #[serde(default)]
    pub papers: Option<DraftId>,
    /// The rule of the citizen's date, where the law has one of its own; that of the kind when missing.
    #[serde(default)]
    pub rule: Option<RuleName>,
    /// The ticket it belongs with: another matter of the same visit, or one that was in it.
    #[serde(default)]
    pub link: Option<DraftLink>,
}

/// The ticket a new one belongs with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DraftLink {
    /// What the new ticket is to it.
    pub kind: LinkKind,
    /// The ticket.
    pub ticket_id: TicketId,
}

/// Rules that give the date of a request: they start when it is presented and need nothing else to be known.
const OF_A_REQUEST: [RuleName; 8] = [
    RuleName::Commitment,
    RuleName::Procedure,
    RuleName::DocumentaryAccess,
    RuleName::GeneralCivicAccess,
    RuleName::CivicAccess,
    RuleName::EnvironmentalAccess,
    RuleName::CouncillorQuestion,
    RuleName::DataSubjectRequest,
];

fn report() -> TicketKind {
    TicketKind::Report
}

fn phone() -> Channel {
    Channel::Phone
}

/// Who brings a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requester {
    /// In the store already.
    Known(CitizenId),
    /// To be added with the ticket.
    New(Box<CitizenData>),
    /// Nobody who can be answered; the reason.
    Anonymous(String),
}

/// A ticket that may be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTicket {
    /// See [`TicketDraft::kind`].
    pub kind: TicketKind,
    /// See [`TicketDraft::channel`].
    pub channel: Channel,
    /// One line.
    pub subject: String,
    /// The citizen's words.
    pub text: CitizenText,
    /// Where.
    pub place: Option<String>,
    /// From when the term runs.
    pub presented_on: NaiveDate,
    /// Why it is registered only now; nobody is refused for not saying it.
    pub presented_reason: Option<InternalText>,
    /// Who.
    pub requester: Requester,
    /// How to reply; `None` when anonymous.
    pub reply_by: Option<ReplyChannel>,
    /// The office that seems competent.
    pub office_id: Option<OfficeId>,
    /// What it is about.
    pub category_id: Option<CategoryId>,
    /// The answer given at once.
    pub answer: Option<(CitizenText, ReplyChannel)>,
    /// A note for the municipality only.
    pub note: Option<InternalText>,
    /// The rule of the citizen's date.
    pub rule: RuleName,
    /// The ticket it belongs with.
    pub link: Option<DraftLink>,
}

impl TicketDraft {
    /// Reads what was typed. `known` is the stored citizen that `citizen_id` names, when there is one.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(self, today: NaiveDate, known: Option<&CitizenData>) -> Result<NewTicket, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let text = faults.take("text", CitizenText::parse(&self.text));
        let subject = faults.take("subject", optional_line(self.subject.as_deref(), LINE_MAX)).flatten();
        let place = faults.take("place", optional_line(self.place.as_deref(), LINE_MAX)).flatten();
        let note = faults.take("note", InternalText::parse_optional(self.note.as_deref())).flatten();
        let presented_on = self.presented_on.unwrap_or(today);
        let reason = self.presented_reason.as_deref();
        let presented_reason =
            faults.take("presented_reason", InternalText::parse_optional(reason)).flatten();
        check_date(presented_on, today, &mut faults);
        let rule = self.rule.unwrap_or(self.kind.rule());
        if !OF_A_REQUEST.contains(&rule) {
            faults.add("rule", FieldRule::WrongValue { expected: "the rule of a request".into() });
        }
        let answer = self.answer.and_then(|answer| {
            let text = faults.take("answer.text", CitizenText::parse(&answer.text))?;
            Some((text, answer.channel))
        });
        let who = requester(self.citizen_id, self.citizen, self.anonymous, today, &mut faults);
        let reply_by = match &who {
            Some(Requester::Anonymous(_)) | None => None,
            Some(Requester::Known(_)) => reply_channel(self.reply_by, known, &mut faults),
            Some(Requester::New(data)) if answer.is_some() => self.reply_by.or(data.best_channel()),
            Some(Requester::New(data)) => reply_channel(self.reply_by, Some(data), &mut faults),
        };
        let parsed = text.zip(who).map(|(text, requester)| NewTicket {
            kind: self.kind,
            channel: self.channel,
            subject: subject.unwrap_or_else(|| subject_of(text.as_str())),
            text,
            place,
            presented_on,
            presented_reason: presented_reason.filter(|_| presented_on < today),
            requester,
            reply_by,
            office_id: self.office_id,
            category_id: self.category_id,
            answer,
            note,
            rule,
            link: self.link,
        });
        faults.finish(parsed)
    }
}

fn check_date(presented_on: NaiveDate, today: NaiveDate, faults: &mut Faults) {
    let earliest = today.with_year(today.year() - OLDEST_YEARS).unwrap_or(NaiveDate::MIN);
    if presented_on > today {
        faults.add("presented_on", FieldRule::InFuture);
    } else if presented_on < earliest {
        faults.add("presented_on", FieldRule::TooOld { earliest });
    }
}

fn requester(
    known: Option<CitizenId>,
    new: Option<CitizenData>,
    anonymous: Option<Anonymous>,
    today: NaiveDate,
    faults: &mut Faults,
) -> Option<Requester> {
    let new = new.filter(|data| !data.is_blank());
    match (known, new, anonymous) {
        (Some(id), None, None) => Some(Requester::Known(id)),
        (None, Some(data), None) => {
            match data.parse("citizen.").and_then(|data| data.born_by(today, "citizen.")) {
                Ok(data) => Some(Requester::New(Box::new(data))),
                Err(wrong) => {
                    wrong.into_iter().for_each(|fault| faults.add(fault.field, fault.rule));
                    None
                }
            }
        }
        (None, None, Some(anonymous)) => {
            let reason = faults.take("anonymous.reason", crate::text::line(&anonymous.reason, LINE_MAX))?;
            Some(Requester::Anonymous(reason))
        }
        (None, None, None) => {
            faults.add("citizen", FieldRule::ContactNeeded);
            None
        }
        (Some(_), Some(_), _) => {
            faults.add("citizen", FieldRule::NotBoth);
            None
        }
        (_, _, Some(_)) => {
            faults.add("anonymous", FieldRule::NotBoth);
            None
        }
    }
}

/// A promise needs a way to keep it: the channel asked for, if what is known allows it, or the best one.
fn reply_channel(
    asked: Option<ReplyChannel>,
    known: Option<&CitizenData>,
    faults: &mut Faults,
) -> Option<ReplyChannel> {
    let data = known?;
    let channel = asked.or(data.best_channel()).filter(|channel| data.reachable_by(*channel));
    if channel.is_none() {
        faults.add(if asked.is_some() { "reply_by" } else { "citizen" }, FieldRule::ContactNeeded);
    }
    channel
}

/// The beginning of the text, cut at a word.
fn subject_of(text: &str) -> String {
    let first = text.split(['\n', '.', ';']).map(str::trim).find(|part| !part.is_empty()).unwrap_or(text);
    let line = first.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SUBJECT_LENGTH {
        return line;
    }
    let cut: String = line.chars().take(SUBJECT_LENGTH).collect();
    let at_word = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{at_word}…")
}

#[cfg(test)]
mod tests;
