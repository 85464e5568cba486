//! The directory of offices on paper. Internal notes are never on it.

use super::{Gathered, Words};
use crate::app::{App, Empty};
use crate::error::{Failure, Outcome};
use crate::offices;
use sportello_documents::{
    Document, DoorSheet, FloorList, OfficeEntry, Options, Paper, PersonEntry, PhoneList,
};
use sportello_domain::calendar::HoursGroup;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::OfficeId;
use sportello_domain::office::Office;

/// Days as they are called in the words of the face, from Monday.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Everybody to call.
pub(super) async fn phone_list(app: &App, words: &Words, a3: bool) -> Outcome<Gathered> {
    let offices = entries(app, words, None).await?;
    let list = PhoneList { paper: paper(a3), offices, dated: app.today() };
    Ok(made(Document::PhoneList(list), format!("elenco-telefonico-{}", app.today())))
}

/// Who is on which floor.
pub(super) async fn floor_list(app: &App, words: &Words, a3: bool) -> Outcome<Gathered> {
    let mut offices = entries(app, words, None).await?;
    offices.retain(|office| office.floor.is_some());
    offices.sort_by(|a, b| a.floor.cmp(&b.floor));
    let list = FloorList { paper: paper(a3), offices, dated: app.today() };
    Ok(made(Document::FloorList(list), format!("piani-{}", app.today())))
}

/// The sheet for a door.
pub(super) async fn door_sheet(app: &App, words: &Words, id: OfficeId, a3: bool) -> Outcome<Gathered> {
    let office = entries(app, words, Some(id)).await?.into_iter().next();
    let office = office.ok_or_else(|| Failure::field("office", FieldRule::NotFound))?;
    let sheet = DoorSheet { paper: paper(a3), office, dated: app.today() };
    Ok(made(Document::DoorSheet(sheet), format!("porta-{}", app.today())))
}

fn paper(a3: bool) -> Paper {
    if a3 { Paper::A3 } else { Paper::A4 }
}

fn made(document: Document, name: String) -> Gathered {
    Gathered { document, options: Options::default(), tickets: Vec::new(), name }
}

/// The offices that are there today, or one of them.
async fn entries(app: &App, words: &Words, only: Option<OfficeId>) -> Outcome<Vec<OfficeEntry>> {
    let today = app.today();
    let offices = offices::list(app, Empty {}).await?.offices;
    let parent = |office: &Office| {
        let parent_id = office.data.parent_id?;
        offices.iter().find(|other| other.id == parent_id).map(|other| other.data.name.clone())
    };
    let wanted = |office: &&Office| only.map_or_else(|| office.is_valid_on(today), |id| office.id == id);
    let entry = |office: &Office| OfficeEntry {
        name: office.data.name.clone(),
        area: parent(office),
        floor: office.data.floor.clone(),
        room: office.data.room.clone(),
        phone: office.data.phone.clone(),
        email: office.data.email.clone(),
        hours: hours(words, office),
        purpose: Some(office.data.competences.join(", ")).filter(|purpose| !purpose.is_empty()),
        people: office
            .data
            .people
            .iter()
            .filter(|person| person.is_valid_on(today))
            .map(|person| PersonEntry {
                name: person.name.clone(),
                role: Some(words.say(person.role.code())),
                phone: person.phone.clone(),
            })
            .collect(),
    };
    Ok(offices.iter().filter(wanted).map(entry).collect())
}

/// "lunedì–venerdì 8.30–12.30, 14.00–16.00; sabato 9.00–12.00", and what there is to say about it.
fn hours(words: &Words, office: &Office) -> Option<String> {
    let week = office.now.as_ref().map(|now| now.week.as_slice()).unwrap_or_default();
    let mut parts: Vec<String> = week.iter().map(|group| group_words(words, group)).collect();
    parts.extend(office.data.hours.as_ref().and_then(|hours| hours.note.clone()));
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn group_words(words: &Words, group: &HoursGroup) -> String {
    let name = |day: u8| words.say(DAYS[usize::from(day.clamp(1, 7) - 1)]).to_lowercase();
    let days = match group.weekdays.as_slice() {
        [first, .., last] if usize::from(last - first) + 1 == group.weekdays.len() && last - first > 1 => {
            format!("{}–{}", name(*first), name(*last))
        }
        days => days.iter().map(|day| name(*day)).collect::<Vec<_>>().join(", "),
    };
    let spans =
        group.spans.iter().map(|span| format!("{}–{}", span.from.format("%-H.%M"), span.to.format("%-H.%M")));
    format!("{days} {}", spans.collect::<Vec<_>>().join(", "))
}
