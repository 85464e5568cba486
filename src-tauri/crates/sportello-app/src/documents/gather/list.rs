//! Lists of the screen on paper: tickets, and the page of the shift's end.

use super::{Gathered, Words};
use crate::app::{App, Empty};
use crate::clock::{rome_day, rome_time};
use crate::error::{Failure, Outcome};
use crate::handover;
use crate::tickets::{TicketLine, TicketsTable, table_lines};
use serde::Deserialize;
use serde_json::Value;
use sportello_documents::{Document, Handover, HandoverItem, ListColumn, ListPrint, Options};
use sportello_domain::calendar::italian::{day_month, long_date};
use sportello_domain::fault::FieldRule;
use sportello_domain::table::italian_day;

/// Rows of the longest list on paper: more is a table for a sheet.
const LONGEST: usize = 2_000;
/// Characters of a draft's first words.
const FIRST_WORDS: usize = 120;

/// A list of tickets, as it is on the screen.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ListAsked {
    /// Which tickets: the chosen ones, or a whole list.
    #[serde(default)]
    pub tickets: TicketsTable,
    /// What it is called.
    pub title: String,
    /// What was chosen, in words.
    #[serde(default)]
    pub filter: Option<String>,
    /// Whether the sheet lies on its side, with more columns.
    #[serde(default)]
    pub landscape: bool,
}

/// The list on paper.
pub(super) async fn tickets(app: &App, words: &Words, asked: ListAsked) -> Outcome<Gathered> {
    let lines = table_lines(app, &asked.tickets, LONGEST + 1).await?;
    if lines.len() > LONGEST {
        return Err(Failure::field("rows", FieldRule::OutOfRange { min: 0, max: LONGEST as i64 }));
    }
    let columns: &[&str] = if asked.landscape {
        &[
            "number",
            "kind",
            "state",
            "subject",
            "citizen",
            "office",
            "presented_on",
            "due_on",
            "office_due_on",
        ]
    } else {
        &["number", "state", "subject", "citizen", "office", "due_on"]
    };
    let tickets = lines.iter().map(|line| line.row.id).collect();
    let cells = |line: &TicketLine| columns.iter().map(|column| cell(words, line, column)).collect();
    let list = ListPrint {
        title: asked.title,
        filter: asked.filter,
        landscape: asked.landscape,
        columns: columns.iter().map(|code| ListColumn { title: words.say(code), number: false }).collect(),
        rows: lines.iter().map(cells).collect(),
        dated: app.today(),
    };
    let name = format!("elenco-{}", app.today());
    Ok(Gathered { document: Document::List(list), options: Options::default(), tickets, name })
}

fn cell(words: &Words, TicketLine { row, .. }: &TicketLine, column: &str) -> String {
    match column {
        "number" => row.number.to_string(),
        "kind" => words.say(row.kind.code()),
        "state" => words.say(row.state.code()),
        "subject" => row.subject.clone(),
        "citizen" => row.citizen_name.clone().unwrap_or_default(),
        "office" => row.office_name.clone().unwrap_or_default(),
        "presented_on" => italian_day(row.presented_on),
        "due_on" => row.due_on.map(italian_day).unwrap_or_default(),
        _ => row.office_due_on.map(italian_day).unwrap_or_default(),
    }
}

/// The page of the shift's end.
pub(super) async fn handover(app: &App, words: &Words) -> Outcome<Gathered> {
    let found = handover::show(app, Empty {}).await?;
    let (from, now) = (rome_time(found.from), rome_time(app.now()));
    let shift = format!("{}, {} – {}", long_date(now.date()), from.format("%H.%M"), now.format("%H.%M"));
    let callbacks = found.callbacks.into_iter().map(|line| {
        let who = line.callback.who.or(line.citizen_name);
        HandoverItem {
            when: Some(when(&line.callback.due_at, line.callback.due_on, app)),
            number: line.ticket_number.map(|number| number.to_string()),
            who: Some([who, Some(line.callback.phone)].into_iter().flatten().collect::<Vec<_>>().join(", ")),
            what: line.callback.about,
        }
    });
    let drafts = found.drafts.into_iter().map(|draft| HandoverItem {
        when: Some(day_month(rome_day(draft.updated_at))),
        number: None,
        who: None,
        what: first_words(&words.say(&format!("draft.{}", draft.kind)), &draft.body),
    });
    let promises = found.promises.iter().map(|TicketLine { row, .. }| HandoverItem {
        when: row.due_on.map(day_month),
        number: Some(row.number.to_string()),
        who: row.citizen_name.clone(),
        what: row.subject.clone(),
    });
    let tickets = found.promises.iter().map(|line| line.row.id).collect();
    let page = Handover {
        shift,
        from: found.operator,
        to: None,
        callbacks: callbacks.collect(),
        drafts: drafts.collect(),
        promises: promises.collect(),
        notes: found.notes.into_iter().map(|note| note.text).collect(),
        dated: app.today(),
    };
    let name = format!("consegne-{}", app.today());
    Ok(Gathered { document: Document::Handover(page), options: Options::default(), tickets, name })
}

fn when(at: &Option<String>, on: chrono::NaiveDate, app: &App) -> String {
    match at {
        Some(at) if on == app.today() => at.replace(':', "."),
        Some(at) => format!("{}, {}", day_month(on), at.replace(':', ".")),
        None => day_month(on),
    }
}

/// What a draft is, and how it begins.
fn first_words(kind: &str, body: &Value) -> String {
    let fields = ["text", "topic", "question", "reason", "surname", "name", "who", "about"];
    let typed =
        fields.iter().filter_map(|field| body.get(*field)?.as_str()).find(|text| !text.trim().is_empty());
    match typed {
        Some(text) => {
            let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let begun: String = text.chars().take(FIRST_WORDS).collect();
            format!("{kind}: {begun}")
        }
        None => kind.to_owned(),
    }
}
