//! The office directory.

pub(crate) mod import;
pub(crate) mod open_work;

use crate::app::{App, Empty};
use crate::clock::rome_time;
use crate::directory::Directory;
use crate::error::{Failure, Outcome};
use crate::search::TextQuery;
use crate::settings;
use serde::{Deserialize, Serialize};
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{DraftId, OfficeId, OpId};
use sportello_domain::office::{Office, OfficeData, OfficeHit, find_by_need};
use sportello_store::{Error, draft, office};

/// The whole directory.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Offices {
    /// Every office, in the order they were entered.
    pub offices: Vec<Office>,
}

/// An office to add or to change.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeSave {
    /// The operation.
    pub op: OpId,
    /// The office; a new one when missing.
    #[serde(default)]
    pub id: Option<OfficeId>,
    /// The version that was read; 0 for a new one.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// Its card.
    pub office: OfficeData,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// A card that is right.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeConfirm {
    /// The operation.
    pub op: OpId,
    /// The office.
    pub id: OfficeId,
}

/// The whole directory, ended offices included.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Offices> {
    let store = app.store().await?;
    let directory = app.directory(&mut store.reader().await?.conn()).await?;
    Ok(Offices { offices: as_of_now(app, directory.offices.clone(), &directory.desk.calendar) })
}

/// Offices with what holds for each of them now. The patron's day of the municipality is every office's.
pub(crate) fn as_of_now(app: &App, mut offices: Vec<Office>, desk: &DeskCalendar) -> Vec<Office> {
    let now = rome_time(app.now());
    for office in &mut offices {
        office.now = Some(office.at(now, desk.patron()));
    }
    offices
}

/// The offices that answer a need, best first; all of them when nothing is typed. One that is not there today is not
/// offered.
pub(crate) async fn find(app: &App, request: TextQuery) -> Outcome<Vec<OfficeHit>> {
    let store = app.store().await?;
    let directory = app.directory(&mut store.reader().await?.conn()).await?;
    Ok(found(app, &directory, &request.text))
}

/// The same, from a directory at hand.
pub(crate) fn found(app: &App, directory: &Directory, text: &str) -> Vec<OfficeHit> {
    let today = app.today();
    let there = directory.offices.iter().filter(|office| office.is_valid_on(today)).cloned();
    let offices = as_of_now(app, there.collect(), &directory.desk.calendar);
    if text.trim().is_empty() {
        let hit = |office: Office| OfficeHit { matched: office.data.name.clone(), office, not_here: false };
        return offices.into_iter().map(hit).collect();
    }
    let mut hits = find_by_need(&offices, text);
    // What the cards do not say, the words of the categories may.
    for hit in crate::categories::offices_of(directory, text, &offices, today) {
        if !hits.iter().any(|known| known.office.id == hit.office.id) {
            hits.push(hit);
        }
    }
    hits
}

/// Saves an office. Whoever is not among its people any more is kept, with yesterday as their last day.
pub(crate) async fn save(app: &App, request: OfficeSave) -> Outcome<Office> {
    let mut data = request.office.parse()?;
    let store = app.store().await?;
    let id = request.id.unwrap_or(OfficeId(request.op.0));
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let offices = office::list(&mut tx.conn()).await?;
            part_of(&offices, id, data.parent_id)?;
            let today = app.today();
            if let Some(before) = offices.iter().find(|office| office.id == id) {
                data.keep_people(&before.data.people, today.pred_opt().unwrap_or(today));
            }
            let saved = office::save(&mut tx, id, &data, request.version).await?;
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
            Ok(saved)
        }
        Err(Error::AlreadyDone) => Ok(office::find(&mut store.reader().await?.conn(), id).await?),
        Err(error) => Err(error.into()),
    }
}

/// Somebody says that the card is right.
pub(crate) async fn confirm(app: &App, request: OfficeConfirm) -> Outcome<Office> {
    let store = app.store().await?;
    let calendar = settings::desk(&store).await?.calendar;
    let office = match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let office = office::confirm(&mut tx, request.id).await?;
            tx.commit().await?;
            office
        }
        Err(Error::AlreadyDone) => office::find(&mut store.reader().await?.conn(), request.id).await?,
        Err(error) => return Err(error.into()),
    };
    let mut offices = as_of_now(app, vec![office], &calendar);
    offices.pop().ok_or_else(|| Error::NotFound("office").into())
}

/// The offices whose cards nobody confirmed for long, those never confirmed first.
pub(crate) fn to_check(app: &App, directory: &Directory) -> Vec<Office> {
    let today = app.today();
    let mut offices = directory.offices.clone();
    offices.retain(|office| office.is_to_check(today));
    offices.sort_by_key(|office| office.checked_at);
    as_of_now(app, offices, &directory.desk.calendar)
}

/// An office is part of one that exists, and never of itself.
fn part_of(offices: &[Office], id: OfficeId, parent: Option<OfficeId>) -> Outcome<()> {
    let mut next = parent;
    // A tree is never deeper than its offices are many.
    for _ in 0..=offices.len() {
        let Some(above) = next else { return Ok(()) };
        if above == id {
            break;
        }
        let found = offices.iter().find(|office| office.id == above);
        next = found.ok_or_else(|| Failure::field("office.parent_id", FieldRule::NotFound))?.data.parent_id;
    }
    Err(Failure::field("office.parent_id", FieldRule::Circular))
}

/// That an office can be given work.
pub(crate) fn there(office: &Office, today: chrono::NaiveDate) -> Outcome<()> {
    match office.data.valid_to {
        Some(on) if on < today => Err(Failure::field("office_id", FieldRule::Ended { on })),
        _ => Ok(()),
    }
}
