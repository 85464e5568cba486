//! What is being typed: on the disk within a second, back after anything.

use crate::app::{App, Empty};
use crate::error::{Failure, Outcome};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::DraftId;
use sportello_store::draft;

/// Bytes of the longest draft: a table that was pasted, and longer than any text a draft will become.
const LONGEST: u32 = 1_000_000;

/// What a screen keeps while somebody types in it.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DraftSave {
    /// Identity, made by the screen.
    pub id: DraftId,
    /// Which screen.
    pub kind: String,
    /// Its fields as typed. Nothing is checked: half an address is worth keeping too.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub body: serde_json::Value,
}

/// Which draft.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DraftDiscard {
    /// Identity.
    pub id: DraftId,
}

/// A draft that waits.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DraftView {
    /// Identity.
    pub id: DraftId,
    /// Which screen.
    pub kind: String,
    /// Its fields as typed.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub body: serde_json::Value,
    /// The last key.
    pub updated_at: DateTime<Utc>,
}

/// Every draft, the last touched first.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Vec<DraftView>> {
    let store = app.store().await?;
    let drafts = draft::list(&mut store.reader().await?.conn()).await?;
    let view = |draft: draft::Draft| DraftView {
        id: draft.id,
        kind: draft.kind,
        body: serde_json::from_str(&draft.body).unwrap_or_default(),
        updated_at: draft.updated_at,
    };
    Ok(drafts.into_iter().map(view).collect())
}

/// Keeps what is typed so far.
pub(crate) async fn save(app: &App, request: DraftSave) -> Outcome<()> {
    let body = request.body.to_string();
    if body.len() > LONGEST as usize {
        return Err(Failure::field("body", FieldRule::TooLong { max: LONGEST }));
    }
    let store = app.store().await?;
    let mut tx = store.begin(app.stamp(app.new_op())).await?;
    draft::save(&mut tx, request.id, &request.kind, &body).await?;
    Ok(tx.commit().await?)
}

/// Throws a draft away.
pub(crate) async fn discard(app: &App, request: DraftDiscard) -> Outcome<()> {
    let store = app.store().await?;
    let mut tx = store.begin(app.stamp(app.new_op())).await?;
    draft::discard(&mut tx, request.id).await?;
    Ok(tx.commit().await?)
}
