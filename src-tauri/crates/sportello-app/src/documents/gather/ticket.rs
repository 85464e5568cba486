//! A ticket with its timeline, and the labels of its folder. On the citizen's version there is nothing the municipality
//! wrote for itself: the paper leaves it out, whatever it is handed.

use super::letter::{last_protocol, protocol_of};
use super::{Gathered, Words};
use crate::app::App;
use crate::clock::rome_time;
use crate::error::{Failure, Outcome};
use crate::tickets::{TicketDetail, detail_of};
use sportello_documents::{
    Document, Label, LabelMedia, LabelSymbol, Labels, NamedValue, Options, TicketPrint, TimelineEntry,
};
use sportello_domain::calendar::italian::date_words;
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::TicketId;
use sportello_domain::protocol::ProtocolDirection;
use sportello_store::ticket;

/// Labels of one print.
const LABELS_MAX: usize = 500;
/// Labels on a sheet.
const ON_A_SHEET: u8 = 24;

/// What happened that concerns whoever brought the matter; the rest is work of the municipality.
const TOLD: &[EventCode] = &[
    EventCode::TicketRecorded,
    EventCode::TicketTaken,
    EventCode::TicketTransferred,
    EventCode::TicketAccepted,
    EventCode::TicketAnswered,
    EventCode::TicketClosed,
    EventCode::TicketReopened,
    EventCode::TicketVoided,
    EventCode::KindChanged,
    EventCode::TicketSuspended,
    EventCode::TicketResumed,
    EventCode::TermRestarted,
    EventCode::TicketForwarded,
    EventCode::TicketWithdrawn,
    EventCode::ClosedWithoutReply,
    EventCode::InterimReplied,
    EventCode::AttachmentAdded,
    EventCode::ProtocolRecorded,
];

/// The ticket on paper, for the citizen or for the municipality.
pub(super) async fn gather(app: &App, words: &Words, id: TicketId, internal: bool) -> Outcome<Gathered> {
    let store = app.store().await?;
    let detail = detail_of(app, &store, id).await?;
    let protocol = protocol_of(&mut store.reader().await?.conn(), id, ProtocolDirection::In).await?;
    let facts = facts(words, &detail, protocol);
    let print = TicketPrint {
        number: detail.ticket.number.to_string(),
        subject: detail.ticket.subject.clone(),
        state: words.say(detail.ticket.state.code()),
        facts,
        internal_facts: internal_facts(words, &detail),
        account: detail.ticket.text.clone(),
        timeline: detail.entries.iter().map(|line| happened(words, line)).collect(),
    };
    let name = format!("{}-{}", if internal { "pratica-interna" } else { "pratica" }, print.number);
    let options = Options { internal, ..Options::default() };
    Ok(Gathered { document: Document::Ticket(print), options, tickets: vec![id], name })
}

fn facts(words: &Words, detail: &TicketDetail, protocol: Option<String>) -> Vec<NamedValue> {
    let ticket = &detail.ticket;
    let known = [
        ("kind", Some(words.say(ticket.kind.code()))),
        ("channel", Some(words.say(ticket.channel.code()))),
        ("presented_on", Some(date_words(ticket.presented_on))),
        ("protocol", protocol),
        ("citizen", detail.citizen.as_ref().map(|citizen| citizen.data.display_name())),
        ("place", ticket.place.clone()),
        ("office", detail.office.as_ref().map(|office| office.data.name.clone())),
        ("due_on", ticket.due_on.map(date_words)),
        ("answered_on", ticket.answered_on.map(date_words)),
    ];
    named(words, known)
}

fn internal_facts(words: &Words, detail: &TicketDetail) -> Vec<NamedValue> {
    let ticket = &detail.ticket;
    let tags = detail.papers.tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>().join(", ");
    let known = [
        ("category", detail.category.as_ref().map(|category| category.data.name.clone())),
        ("case_officer", ticket.case_officer.clone()),
        ("office_due_on", ticket.office_due_on.map(date_words)),
        ("recorded_by", Some(ticket.recorded_by.clone())),
        ("tags", Some(tags)),
    ];
    named(words, known)
}

fn named<const N: usize>(words: &Words, known: [(&str, Option<String>); N]) -> Vec<NamedValue> {
    let value = |(code, value): (&str, Option<String>)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(NamedValue { name: words.say(code), value })
    };
    known.into_iter().filter_map(value).collect()
}

fn happened(words: &Words, line: &crate::EntryLine) -> TimelineEntry {
    let entry = &line.entry;
    let at = rome_time(entry.at);
    let what = words.say(entry.code.code());
    let what = match (&line.office_name, &line.other_number) {
        (Some(office), _) => format!("{what}: {office}"),
        (None, Some(number)) => format!("{what}: {number}"),
        (None, None) => what,
    };
    TimelineEntry {
        at: format!("{}, {}", date_words(at.date()), at.format("%H.%M")),
        what,
        who: Some(entry.actor.clone()),
        citizen_text: entry.citizen_text.clone(),
        internal_text: entry.internal_text.clone(),
        internal: !TOLD.contains(&entry.code),
    }
}

/// Labels with the number of each ticket.
pub(super) async fn labels(app: &App, ids: Vec<TicketId>, skip: Option<u8>) -> Outcome<Gathered> {
    if ids.is_empty() {
        return Err(Failure::field("ids", FieldRule::Required));
    }
    if ids.len() > LABELS_MAX {
        return Err(Failure::field("ids", FieldRule::OutOfRange { min: 1, max: LABELS_MAX as i64 }));
    }
    if skip.is_some_and(|skip| skip >= ON_A_SHEET) {
        let max = i64::from(ON_A_SHEET) - 1;
        return Err(Failure::field("skip", FieldRule::OutOfRange { min: 0, max }));
    }
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let mut labels = Vec::new();
    for id in &ids {
        let ticket = ticket::find(&mut conn, *id).await?;
        let protocol = last_protocol(&mut conn, *id, ProtocolDirection::In).await?;
        labels.push(Label {
            number: ticket.number.to_string(),
            dated: Some(protocol.as_ref().map_or(ticket.presented_on, |record| record.registered_on)),
            protocol: protocol.map(|record| record.number),
            note: None,
        });
    }
    let name = format!("etichetta-{}", labels[0].number);
    let media = skip.map_or(LabelMedia::Roll, |skip| LabelMedia::Sheet { skip });
    let document = Document::Labels(Labels { labels, media, symbol: LabelSymbol::default() });
    Ok(Gathered { document, options: Options::default(), tickets: ids, name })
}
