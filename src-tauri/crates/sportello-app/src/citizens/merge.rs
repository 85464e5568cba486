//! One person, several records: noticed, merged, taken apart again.

use super::{CitizenCard, CitizenRef, card};
use crate::app::App;
use crate::error::{Failure, Outcome};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::{Citizen, CitizenData, DuplicateReason, Hidden, duplicate_reasons};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CitizenId, OpId};
use sportello_store::{Error, Tx, citizen, search};

/// Duplicates shown at once.
const SHOWN: usize = 5;

/// Somebody being typed, or a citizen whose other records are looked for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DuplicatesQuery {
    /// What is typed so far. Nothing is checked: half a name is no fault.
    pub citizen: CitizenData,
    /// The citizen it is, when they are in the store already.
    #[serde(default)]
    pub except: Option<CitizenId>,
}

/// Somebody who may be the same person.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Duplicate {
    /// Who.
    pub citizen: Citizen,
    /// Why, the strongest first.
    pub reasons: Vec<DuplicateReason>,
}

/// Which records to merge.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CitizenMerge {
    /// The operation.
    pub op: OpId,
    /// The record whose words come first.
    pub keep: CitizenId,
    /// The record that goes under it. Its id goes on answering.
    pub absorb: CitizenId,
    /// The version of `keep` that was read; left out, it is merged as it stands.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub keep_version: Option<i64>,
    /// The version of `absorb` that was read; left out, it is merged as it stands.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub absorb_version: Option<i64>,
}

/// Two records that may become one.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CitizenPair {
    /// The record whose words come first.
    pub keep: CitizenId,
    /// The record that would go under it.
    pub absorb: CitizenId,
}

/// Which record to take out again.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CitizenUnmerge {
    /// The operation.
    pub op: OpId,
    /// The record that was absorbed, by its own id.
    pub absorbed: CitizenId,
}

/// A record under a citizen's card.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MergedRecord {
    /// Its own id.
    pub id: CitizenId,
    /// The record it was merged into.
    pub into: CitizenId,
    /// When.
    pub at: DateTime<Utc>,
    /// What it says by itself.
    pub citizen: CitizenData,
}

impl From<citizen::Absorbed> for MergedRecord {
    fn from(absorbed: citizen::Absorbed) -> Self {
        Self { id: absorbed.id, into: absorbed.into, at: absorbed.at, citizen: absorbed.data }
    }
}

/// Citizens of the store who may be the same person, the likeliest first.
pub(crate) async fn duplicates(app: &App, request: DuplicatesQuery) -> Outcome<Vec<Duplicate>> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let except = match request.except {
        Some(id) => Some(citizen::survivor(&mut conn, id).await?),
        None => None,
    };
    let mut found: Vec<Duplicate> = search::candidates(&mut conn, &request.citizen)
        .await?
        .into_iter()
        .filter(|citizen| Some(citizen.id) != except)
        .map(|citizen| Duplicate { reasons: duplicate_reasons(&request.citizen, &citizen.data), citizen })
        .filter(|duplicate| !duplicate.reasons.is_empty())
        .collect();
    found.sort_by_key(|duplicate| (duplicate.reasons[0], std::cmp::Reverse(duplicate.reasons.len())));
    found.truncate(SHOWN);
    Ok(found)
}

/// How the card would read.
pub(crate) async fn preview(app: &App, request: CitizenPair) -> Outcome<CitizenData> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let kept = citizen::find(&mut conn, request.keep).await?;
    let gone = citizen::find(&mut conn, request.absorb).await?;
    Ok(kept.data.joined(&[gone.data], &Hidden::default()))
}

/// Merges two records of one person.
pub(crate) async fn merge(app: &App, request: CitizenMerge) -> Outcome<CitizenCard> {
    if request.keep == request.absorb {
        return Err(Failure::field("absorb", FieldRule::NotBoth));
    }
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            is_at(&mut tx, "keep", request.keep, request.keep_version).await?;
            is_at(&mut tx, "absorb", request.absorb, request.absorb_version).await?;
            citizen::merge(&mut tx, request.keep, request.absorb).await?;
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    card(app, CitizenRef { id: request.keep }).await
}

/// Takes a record out of the card it lies under; answers its own card.
pub(crate) async fn unmerge(app: &App, request: CitizenUnmerge) -> Outcome<CitizenCard> {
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            citizen::unmerge(&mut tx, request.absorbed).await?;
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    card(app, CitizenRef { id: request.absorbed }).await
}

/// The record is there, and as it was read.
async fn is_at(tx: &mut Tx, field: &str, id: CitizenId, version: Option<i64>) -> Outcome<()> {
    match citizen::find(&mut tx.conn(), id).await {
        Ok(found) if version.is_none_or(|version| version == found.version) => Ok(()),
        Ok(_) => Err(Error::Conflict("citizen").into()),
        Err(Error::NotFound(_)) => Err(Failure::field(field, FieldRule::NotFound)),
        Err(error) => Err(error.into()),
    }
}
