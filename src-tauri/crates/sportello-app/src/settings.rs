//! The municipality, its desk, its hours.

use crate::app::{App, Empty};
use crate::error::{Code, Failure, Outcome};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::calendar::{Closure, DeskCalendar, DeskFault, PatronDay, SpecialDay, WeeklyHours};
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::{DraftId, OpId};
use sportello_domain::municipality::Municipality;
use sportello_domain::text::{LINE_MAX, line, optional_line};
use sportello_store::{Conn, Error, Store, Tx, draft, setting};

const DESK: &str = "desk";
/// Hours the desk is meant to be open in a week, in minutes: 30 hours, from Monday to Saturday.
const WEEKLY_TARGET: u32 = 30 * 60;
const RECOVERY: &str = "recovery";

/// The municipality and its desk, as citizens know them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DeskSettings {
    /// The municipality.
    pub municipality: Municipality,
    /// Name of the desk.
    pub name: String,
    /// Where it is.
    pub address: Option<String>,
    /// Its telephones.
    pub phone: Option<String>,
    /// The sector it belongs to, and who directs it.
    pub sector: Option<String>,
    /// When it is open. Not the legal calendar: the patron's day moves no term.
    pub calendar: DeskCalendar,
    /// Demonstration data: every screen says so.
    pub demo: bool,
}

/// The settings, with the version to give back when saving.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SettingsView {
    /// The settings.
    pub settings: DeskSettings,
    /// Their version.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// Hours the desk is open in a week, in minutes.
    pub weekly_minutes: u32,
    /// Hours it is meant to be open in a week, in minutes.
    pub weekly_target: u32,
}

/// New settings.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SettingsSave {
    /// The operation.
    pub op: OpId,
    /// The version that was read.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// The settings, as typed.
    pub settings: TypedSettings,
    /// The draft they were typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// Settings as they are typed: the calendar in its parts, so that a wrong part is told by name.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TypedSettings {
    /// The municipality.
    pub municipality: Municipality,
    /// Name of the desk.
    pub name: String,
    /// Where it is.
    pub address: Option<String>,
    /// Its telephones.
    pub phone: Option<String>,
    /// The sector it belongs to, and who directs it.
    pub sector: Option<String>,
    /// Opening hours.
    pub hours: WeeklyHours,
    /// The patron's day.
    pub patron: Option<PatronDay>,
    /// Closures.
    pub closures: Vec<Closure>,
    /// Days with hours of their own.
    #[serde(default)]
    pub special: Vec<SpecialDay>,
}

/// When the recovery code was typed back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Recovery {
    confirmed_on: Option<NaiveDate>,
}

impl TypedSettings {
    fn parse(self, demo: bool) -> Outcome<DeskSettings> {
        let mut faults = Faults::default();
        let name = faults.take("settings.name", line(&self.name, LINE_MAX));
        let mut optional = |field: &str, value: Option<String>| {
            faults.take(&format!("settings.{field}"), optional_line(value.as_deref(), LINE_MAX)).flatten()
        };
        let address = optional("address", self.address);
        let phone = optional("phone", self.phone);
        let sector = optional("sector", self.sector);
        let name = faults.finish(name)?;
        let calendar = DeskCalendar::new(self.hours, self.patron, self.closures)
            .and_then(|calendar| calendar.with_special(self.special))
            .map_err(|fault| calendar_failure("settings.", fault))?;
        Ok(DeskSettings { municipality: self.municipality, name, address, phone, sector, calendar, demo })
    }
}

/// A fault of the calendar, on the field it is in.
pub(crate) fn calendar_failure(prefix: &str, fault: DeskFault) -> Failure {
    let field = match fault {
        DeskFault::ReversedSpan { .. }
        | DeskFault::OverlappingSpans { .. }
        | DeskFault::NotWholeMinutes { .. } => "hours",
        DeskFault::NoSuchDay { .. } => "patron",
        DeskFault::ReversedClosure { .. } | DeskFault::ClosureWithoutReason { .. } => "closures",
        DeskFault::SpecialDayWithoutReason { .. } | DeskFault::RepeatedSpecialDay { .. } => "special",
    };
    Failure::field(&format!("{prefix}{field}"), FieldRule::Calendar { fault })
}

/// The settings of the desk.
pub(crate) async fn desk(store: &Store) -> Outcome<DeskSettings> {
    Ok(read(store).await?.0)
}

/// The settings of the desk, over a connection at hand.
pub(crate) async fn desk_of(conn: &mut Conn<'_>) -> Outcome<DeskSettings> {
    Ok(read_of(conn).await?.0)
}

async fn read(store: &Store) -> Outcome<(DeskSettings, i64)> {
    read_of(&mut store.reader().await?.conn()).await
}

async fn read_of(conn: &mut Conn<'_>) -> Outcome<(DeskSettings, i64)> {
    let found = setting::find(conn, DESK).await?;
    found.ok_or_else(|| Failure::new(Code::NotAStore, "the store has no settings"))
}

pub(crate) async fn save_desk(tx: &mut Tx, settings: &DeskSettings, version: i64) -> Result<i64, Error> {
    setting::save(tx, DESK, settings, version).await
}

/// Whether the recovery code was typed back. A shared server has none: its key is the server's.
pub(crate) async fn recovery_confirmed(store: &Store) -> Outcome<bool> {
    let found: Option<(Recovery, i64)> = setting::find(&mut store.reader().await?.conn(), RECOVERY).await?;
    Ok(found.is_none_or(|(recovery, _)| recovery.confirmed_on.is_some()))
}

pub(crate) async fn set_recovery(tx: &mut Tx, confirmed_on: Option<NaiveDate>) -> Result<(), Error> {
    let found: Option<(Recovery, i64)> = setting::find(&mut tx.conn(), RECOVERY).await?;
    setting::save(tx, RECOVERY, &Recovery { confirmed_on }, found.map_or(0, |(_, version)| version))
        .await
        .map(drop)
}

/// What the settings screen shows.
pub(crate) async fn show(app: &App, _: Empty) -> Outcome<SettingsView> {
    let (settings, version) = read(&*app.store().await?).await?;
    let weekly_minutes = settings.calendar.hours().weekly_minutes();
    Ok(SettingsView { settings, version, weekly_minutes, weekly_target: WEEKLY_TARGET })
}

/// Saves what the settings screen changed.
pub(crate) async fn save(app: &App, request: SettingsSave) -> Outcome<SettingsView> {
    let store = app.store().await?;
    // Whether the data are a demonstration is not for the settings screen to say.
    let settings = request.settings.parse(desk(&store).await?.demo)?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            save_desk(&mut tx, &settings, request.version).await?;
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

impl App {
    /// Gives a new shared store its municipality and desk: what the first run does for a store of its own.
    ///
    /// # Errors
    /// The store has some already, or cannot be written.
    pub async fn set_up(&self, settings: DeskSettings) -> Outcome<()> {
        let mut tx = self.store().await?.begin(self.stamp(self.new_op())).await?;
        save_desk(&mut tx, &settings, 0).await?;
        Ok(tx.commit().await?)
    }
}
