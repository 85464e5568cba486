//! How the desk follows up: when a ticket counts as forgotten or as the same problem, what is recorded late, and who
//! holds the substitute power.

use crate::app::{App, Empty};
use crate::error::Outcome;
use serde::{Deserialize, Serialize};
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::{DraftId, OpId};
use sportello_domain::text::{LINE_MAX, optional_line};
use sportello_store::{Conn, Error, draft, setting};

const FOLLOW_UP: &str = "follow_up";
/// Days after which an open ticket that nobody touched counts as forgotten.
const STALE_DAYS: u16 = 10;
/// Days back a ticket that is still open may be the same problem, and days after its answer.
const SAME_OPEN_DAYS: u16 = 90;
const SAME_ANSWERED_DAYS: u16 = 15;
/// The most days that can be chosen: a year.
const LONGEST_DAYS: u16 = 365;

/// The choices of the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct FollowUp {
    /// Days after which an open ticket that nobody touched is shown as forgotten.
    pub stale_days: u16,
    /// Days back in which a ticket still open is shown as perhaps the same problem.
    pub same_open_days: u16,
    /// Days after its answer in which it still is.
    pub same_answered_days: u16,
    /// Days that may pass between presentation and recording before the ticket says that it was recorded late.
    pub late_recording_days: u16,
    /// Who holds the substitute power (art. 2, c. 9-bis, L. 241/1990): office or name, as the third reminder is addressed.
    pub substitute: Option<String>,
}

impl Default for FollowUp {
    fn default() -> Self {
        Self {
            stale_days: STALE_DAYS,
            same_open_days: SAME_OPEN_DAYS,
            same_answered_days: SAME_ANSWERED_DAYS,
            late_recording_days: 0,
            substitute: None,
        }
    }
}

/// The choices, with the version to give back when saving.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FollowUpView {
    /// The choices.
    #[serde(flatten)]
    pub follow_up: FollowUp,
    /// Their version; 0 while nobody has chosen.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

/// New choices.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FollowUpSave {
    /// The operation.
    pub op: OpId,
    /// The version that was read.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// The choices.
    pub follow_up: FollowUp,
    /// The draft they were typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// The choices, or the usual ones.
pub(crate) async fn read(conn: &mut Conn<'_>) -> Outcome<(FollowUp, i64)> {
    Ok(setting::find(conn, FOLLOW_UP).await?.unwrap_or_default())
}

/// The choices.
pub(crate) async fn show(app: &App, _: Empty) -> Outcome<FollowUpView> {
    let store = app.store().await?;
    let (follow_up, version) = read(&mut store.reader().await?.conn()).await?;
    Ok(FollowUpView { follow_up, version })
}

/// Saves the choices.
pub(crate) async fn save(app: &App, request: FollowUpSave) -> Outcome<FollowUpView> {
    let mut faults = Faults::default();
    let mut follow_up = request.follow_up;
    for (field, days, min) in [
        ("stale_days", follow_up.stale_days, 1),
        ("same_open_days", follow_up.same_open_days, 1),
        ("same_answered_days", follow_up.same_answered_days, 0),
        ("late_recording_days", follow_up.late_recording_days, 0),
    ] {
        if days < min || days > LONGEST_DAYS {
            faults.add(field, FieldRule::OutOfRange { min: min.into(), max: LONGEST_DAYS.into() });
        }
    }
    let substitute = optional_line(follow_up.substitute.as_deref(), LINE_MAX);
    follow_up.substitute = faults.take("substitute", substitute).flatten();
    let follow_up = faults.finish(Some(follow_up))?;
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            setting::save(&mut tx, FOLLOW_UP, &follow_up, request.version).await?;
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    show(app, Empty {}).await
}
