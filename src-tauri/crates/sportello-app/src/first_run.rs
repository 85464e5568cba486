//! The first start: a municipality, its hours, a key, an encrypted store.

use crate::app::App;
use crate::demo;
use crate::error::{Code, Failure, Outcome};
use crate::recovery::RecoveryShown;
use crate::settings::{self, DeskSettings};
use serde::Deserialize;
use sportello_domain::calendar::{DeskCalendar, PatronDay, WeeklyHours};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::OpId;
use sportello_store::{Store, event};
use sportello_vault::{KeySlots, RecoveryCode, StoreKey};

/// What the first start asks.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FirstRun {
    /// The operation.
    pub op: OpId,
    /// The municipality's cadastral code.
    pub belfiore: String,
    /// Opening hours; 30 a week, Monday to Saturday, when missing.
    #[serde(default)]
    pub hours: Option<WeeklyHours>,
    /// The patron's day.
    #[serde(default)]
    pub patron: Option<PatronDay>,
    /// Demonstration data, clearly marked.
    #[serde(default)]
    pub demo: bool,
}

/// Makes the store. The recovery code it answers is shown once and kept nowhere.
pub(crate) async fn run(app: &App, request: FirstRun) -> Outcome<RecoveryShown> {
    let municipality = crate::catalog::municipality(&request.belfiore)
        .ok_or_else(|| Failure::field("belfiore", FieldRule::NotFound))?;
    let calendar = DeskCalendar::new(request.hours.unwrap_or_default(), request.patron, Vec::new())
        .map_err(|fault| settings::calendar_failure("", fault))?;
    let settings = if request.demo { demo::desk(calendar) } else { new_desk(municipality, calendar) };
    match app.slots() {
        Err(failure) if failure.code == Code::StoreMissing => {}
        Err(failure) => return Err(failure),
        Ok(_) => return Err(Failure::new(Code::StoreExists, "a store is in the folder already")),
    }
    make_folder(app)?;
    let (store, code) = create(app).await?;
    fill(app, &store, request.op, &settings).await?;
    app.put_store(store).await;
    if request.demo {
        demo::seed(app).await?;
    }
    let shown = RecoveryShown::of(&code);
    *app.fresh_code.lock().await = Some(code);
    Ok(shown)
}

fn new_desk(
    municipality: sportello_domain::municipality::Municipality,
    calendar: DeskCalendar,
) -> DeskSettings {
    DeskSettings {
        municipality,
        name: "Sportello per il Cittadino".to_owned(),
        address: None,
        phone: None,
        sector: None,
        calendar,
        demo: false,
    }
}

/// The key first, then the slots, then the store: whatever fails, nothing is left that would stop a second try, and
/// never is a store without a key.
async fn create(app: &App) -> Outcome<(Store, RecoveryCode)> {
    let no_random = |_| Failure::new(Code::Unexpected, "no random numbers from the system");
    let key = StoreKey::generate().map_err(no_random)?;
    let code = RecoveryCode::generate().map_err(no_random)?;
    let mut slots = KeySlots::new(crate::clock::new_uuid(app.now()), &key);
    app.key_place.put_slot(&mut slots, app.today());
    slots
        .put_recovery("cassaforte", &code, &key, app.today())
        .map_err(|fault| Failure::new(Code::Unexpected, fault.to_string()))?;
    app.key_place.set(&slots, &key).await?;
    let made = match Store::create(app.sqlite(&key.sqlcipher_literal())).await {
        Ok(store) => slots.create(&app.keys_path()).map(|()| store).map_err(Failure::from),
        Err(error) => Err(error.into()),
    };
    match made {
        Ok(store) => Ok((store, code)),
        Err(failure) => {
            drop(app.key_place.forget(&slots).await);
            Err(failure)
        }
    }
}

async fn fill(app: &App, store: &Store, op: OpId, settings: &DeskSettings) -> Outcome<()> {
    let mut tx = store.begin(app.stamp(op)).await?;
    event::append(&mut tx, EventCode::StoreCreated, "store", None::<&()>, &env!("CARGO_PKG_VERSION")).await?;
    settings::save_desk(&mut tx, settings, 0).await?;
    settings::set_recovery(&mut tx, None).await?;
    crate::categories::load(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// The folder of the store belongs to whoever runs the desk, and to nobody else.
fn make_folder(app: &App) -> Outcome<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&app.folder).map_err(|error| {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => Code::DiskFull,
            _ => Code::ReadOnly,
        };
        Failure::new(code, "the folder of the store cannot be made")
    })
}
