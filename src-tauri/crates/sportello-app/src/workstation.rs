//! How a workstation likes to see the desk. It is kept in the store and not in the web engine, which keeps nothing.

use crate::app::App;
use crate::error::Outcome;
use serde::{Deserialize, Serialize};
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::OpId;
use sportello_store::{Store, setting};

const WORKSTATION: &str = "workstation";
/// Size of the text, in hundredths of the usual one.
const SCALE: std::ops::RangeInclusive<u16> = 80..=200;
/// The longest an uncovered screen may be left alone, in minutes.
const COVER_AFTER_MAX: u16 = 60;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How close the rows are: 28, 34 or 40 pixels at the usual size of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// The most rows in sight.
    #[default]
    Compact,
    /// Between the two.
    Normal,
    /// For eyes and hands that want room.
    Roomy,
}

/// How a workstation likes to see the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Workstation {
    /// Light or dark.
    pub theme: Theme,
    /// How close the rows are.
    pub density: Density,
    /// Size of the text, in hundredths of the usual one: 80 to 200.
    pub scale: u16,
    /// Whether single letters are shortcuts.
    pub letters: bool,
    /// Minutes without a touch after which the screen covers itself; 0 is never.
    pub cover_after: u16,
    /// Whether it does so as well when the window is hidden.
    pub cover_hidden: bool,
}

impl Default for Workstation {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            density: Density::default(),
            scale: 100,
            letters: true,
            cover_after: 5,
            cover_hidden: true,
        }
    }
}

/// A workstation seen otherwise.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WorkstationSave {
    /// The operation.
    pub op: OpId,
    /// All of it: the last choice wins, whoever saw the one before.
    pub workstation: Workstation,
}

/// How it was chosen, or the usual way.
pub(crate) async fn read(store: &Store) -> Outcome<Workstation> {
    let found = setting::find(&mut store.reader().await?.conn(), WORKSTATION).await?;
    Ok(found.map_or_else(Workstation::default, |(workstation, _)| workstation))
}

/// Keeps the choice.
pub(crate) async fn save(app: &App, request: WorkstationSave) -> Outcome<Workstation> {
    let WorkstationSave { op, workstation } = request;
    let mut faults = Faults::default();
    if !SCALE.contains(&workstation.scale) {
        let (min, max) = (i64::from(*SCALE.start()), i64::from(*SCALE.end()));
        faults.add("workstation.scale", FieldRule::OutOfRange { min, max });
    }
    if workstation.cover_after > COVER_AFTER_MAX {
        faults.add(
            "workstation.cover_after",
            FieldRule::OutOfRange { min: 0, max: i64::from(COVER_AFTER_MAX) },
        );
    }
    faults.finish(Some(()))?;
    let store = app.store().await?;
    let mut tx = match store.begin(app.stamp(op)).await {
        Err(sportello_store::Error::AlreadyDone) => return read(&store).await,
        tx => tx?,
    };
    let found: Option<(Workstation, i64)> = setting::find(&mut tx.conn(), WORKSTATION).await?;
    if found.is_none_or(|(before, _)| before != workstation) {
        setting::save(&mut tx, WORKSTATION, &workstation, found.map_or(0, |(_, version)| version)).await?;
        tx.commit().await?;
    }
    Ok(workstation)
}
