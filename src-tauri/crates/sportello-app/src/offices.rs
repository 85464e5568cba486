//! The office directory.

use crate::app::{App, Empty};
use crate::error::Outcome;
use crate::search::TextQuery;
use serde::{Deserialize, Serialize};
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

/// The whole directory.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Offices> {
    let store = app.store().await?;
    let offices = office::list(&mut store.reader().await?.conn()).await?;
    Ok(Offices { offices })
}

/// The offices that answer a need, best first; all of them when nothing is typed.
pub(crate) async fn find(app: &App, request: TextQuery) -> Outcome<Vec<OfficeHit>> {
    let offices = list(app, Empty {}).await?.offices;
    if request.text.trim().is_empty() {
        let all = offices.into_iter().map(|office| OfficeHit { matched: office.data.name.clone(), office });
        return Ok(all.collect());
    }
    let mut hits = find_by_need(&offices, &request.text);
    // What the cards do not say, the words of the categories may.
    for hit in crate::categories::offices_of(app, &request.text, &offices).await? {
        if !hits.iter().any(|known| known.office.id == hit.office.id) {
            hits.push(hit);
        }
    }
    Ok(hits)
}

/// Saves an office.
pub(crate) async fn save(app: &App, request: OfficeSave) -> Outcome<Office> {
    let data = request.office.parse()?;
    let store = app.store().await?;
    let id = request.id.unwrap_or(OfficeId(request.op.0));
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
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
