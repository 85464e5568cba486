//! Proving the store: the chain of the register, the pages of the file, the search indexes.

use crate::app::App;
use crate::error::Outcome;
use crate::jobs::cancelled;
use serde::{Deserialize, Serialize};
use sportello_domain::id::JobId;
use sportello_store::event;

/// A check to start.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The work, to follow it and to stop it.
    pub job: JobId,
}

/// What the check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VerifyReport {
    /// Whether everything is as it was written.
    pub sound: bool,
    /// Lines of the register.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub events: i64,
    /// Lines whose payload has been erased.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub erased: i64,
    /// The first line that is not what was written.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub broken_at: Option<i64>,
    /// Why.
    pub broken_because: Option<String>,
    /// Damage of the file, in the engine's words.
    pub damage: Vec<String>,
    /// Name and version of the engine.
    pub engine: String,
    /// Version of the cipher.
    pub cipher: Option<String>,
}

/// Checks everything.
pub(crate) async fn run(app: &App, request: Verify) -> Outcome<VerifyReport> {
    let job = app.jobs.start(request.job);
    let store = app.store().await?;
    let health = store.health().await?;
    let chain = {
        let mut reader = store.reader().await?;
        event::verify(&mut reader.conn(), |done, total| job.progress(done, total)).await?
    };
    let chain = chain.ok_or_else(cancelled)?;
    let (broken_at, broken_because) = chain.broken.map(|(seq, why)| (seq, why.to_owned())).unzip();
    Ok(VerifyReport {
        sound: broken_at.is_none() && health.damage.is_empty(),
        events: chain.events,
        erased: chain.erased,
        broken_at,
        broken_because,
        damage: health.damage,
        engine: health.engine,
        cipher: health.cipher,
    })
}
