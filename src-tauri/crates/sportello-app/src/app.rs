//! The running desk: its folder, its store, who sits at it.

use crate::categories;
use crate::clock::{Clock, rome_day, rome_time};
use crate::directory::Kept;
use crate::documents::AtHand;
use crate::error::{Code, Failure, Outcome};
use crate::jobs::Jobs;
use crate::keys::{self, KeyPlace};
use crate::settings::{self, DeskSettings};
use crate::workstation::{self, Workstation};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use sportello_domain::calendar::DeskState;
use sportello_domain::id::OpId;
use sportello_store::{SqliteOptions, Stamp, Store};
use sportello_vault::{KeySlots, RecoveryCode};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::{Mutex, RwLock};

/// The encrypted database, in the desk's folder.
pub(crate) const STORE_FILE: &str = "archivio.db";

/// How the desk is started.
#[derive(Clone)]
pub struct AppOptions {
    /// The folder of the store.
    pub folder: PathBuf,
    /// A file with the key, where no keyring runs.
    pub key_file: Option<PathBuf>,
    /// Who works: every line of the register carries it.
    pub operator: String,
    /// The clock.
    pub clock: Arc<dyn Clock>,
}

/// The running desk.
pub struct App {
    pub(crate) folder: PathBuf,
    pub(crate) key_place: KeyPlace,
    pub(crate) operator: String,
    pub(crate) jobs: Jobs,
    /// The papers somebody looks at.
    pub(crate) at_hand: AtHand,
    /// What seldom changes, between two keys.
    pub(crate) directory: Kept,
    /// The recovery code, between its birth and its being typed back.
    pub(crate) fresh_code: Mutex<Option<RecoveryCode>>,
    clock: Arc<dyn Clock>,
    store: RwLock<Outcome<Arc<Store>>>,
}

/// A request without anything in it.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Empty {}

/// Which screen comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// There is no store yet.
    FirstRun,
    /// The recovery code was shown and not yet typed back.
    ConfirmRecovery,
    /// To work.
    Ready,
    /// The store cannot be opened; for some reasons the recovery code helps.
    Locked {
        /// Why.
        code: Code,
        /// Whether the recovery code can open it.
        recoverable: bool,
    },
}

/// What the frame of the window shows.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ready {
    /// The municipality and its desk.
    pub settings: DeskSettings,
    /// Whether the desk is open now; `None` when it never is.
    pub desk: Option<DeskState>,
    /// How this workstation likes to see it.
    pub workstation: Workstation,
}

/// The state of the program.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Status {
    /// Which screen comes first.
    #[serde(flatten)]
    pub stage: Stage,
    /// Version of the program.
    pub version: String,
    /// Who works.
    pub operator: String,
    /// The civil day in Italy.
    pub today: NaiveDate,
    /// The folder of the store, to tell the IT person.
    pub folder: String,
    /// What there is once the store is open.
    pub ready: Option<Ready>,
}

impl App {
    /// Starts the desk: opens the store of its folder, if there is one that opens. Never fails: what is wrong is told
    /// by [`App::status`] and by every request that needs the store.
    pub async fn start(options: AppOptions) -> Arc<Self> {
        let app = Self::closed(options);
        let opened = app.open().await;
        *app.store.write().await = opened;
        app
    }

    /// The desk over a store that is open already: the shared server.
    pub async fn over(store: Store, options: AppOptions) -> Arc<Self> {
        let app = Self::closed(options);
        categories::load_if_missing(&app, &store).await;
        app.put_store(store).await;
        app
    }

    fn closed(options: AppOptions) -> Arc<Self> {
        Arc::new(Self {
            folder: options.folder,
            key_place: options.key_file.map_or(KeyPlace::Keyring, KeyPlace::File),
            operator: options.operator,
            jobs: Jobs::default(),
            at_hand: AtHand::default(),
            directory: Kept::default(),
            fresh_code: Mutex::default(),
            clock: options.clock,
            store: RwLock::new(Err(Failure::new(Code::StoreMissing, "not opened yet"))),
        })
    }

    async fn open(&self) -> Outcome<Arc<Store>> {
        let slots = self.slots()?;
        let key = keys::read(&self.key_place, &slots).await?;
        let store =
            Store::open(self.sqlite(&key.sqlcipher_literal())).await.map_err(|error| match error {
                // The fingerprint says that the key is right, so it is the file that is not.
                sportello_store::OpenError::WrongKey => {
                    Failure::new(Code::Damaged, "right key, unreadable first page")
                }
                other => other.into(),
            })?;
        categories::load_if_missing(self, &store).await;
        Ok(Arc::new(store))
    }

    /// The key slots, after making sure that both files are where they belong.
    pub(crate) fn slots(&self) -> Outcome<KeySlots> {
        match (self.store_path().exists(), self.keys_path().exists()) {
            (true, true) => Ok(KeySlots::read(&self.keys_path())?),
            (false, false) => Err(Failure::new(Code::StoreMissing, "no store in the folder")),
            (true, false) => {
                Err(Failure::new(Code::KeysMissing, "the store is there, its key slots are not"))
            }
            (false, true) => Err(Failure::new(Code::StoreGone, "the key slots are there, the store is not")),
        }
    }

    pub(crate) fn sqlite(&self, key: &str) -> SqliteOptions {
        SqliteOptions { path: self.store_path(), key: key.to_owned().into(), synchronous: Default::default() }
    }

    pub(crate) fn store_path(&self) -> PathBuf {
        self.folder.join(STORE_FILE)
    }

    pub(crate) fn keys_path(&self) -> PathBuf {
        self.folder.join(sportello_vault::FILE_NAME)
    }

    /// The open store, or why there is none.
    pub(crate) async fn store(&self) -> Outcome<Arc<Store>> {
        self.store.read().await.clone()
    }

    pub(crate) async fn put_store(&self, store: Store) {
        let mut open = self.store.write().await;
        self.directory.forget().await;
        *open = Ok(Arc::new(store));
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The civil day in Italy.
    pub fn today(&self) -> NaiveDate {
        rome_day(self.now())
    }

    /// The folder of the store.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Who writes, when, as which operation.
    pub(crate) fn stamp(&self, op: OpId) -> Stamp {
        Stamp { op, actor: self.operator.clone(), at: self.now() }
    }

    /// A new operation, for faces that do not make their own ids.
    pub fn new_op(&self) -> OpId {
        OpId(crate::clock::new_uuid(self.now()))
    }

    /// Closes the store, so that its file stands alone.
    pub async fn close(&self) {
        if let Ok(store) = self.store().await {
            store.close().await;
        }
    }
}

/// Tries again to open a store that could not be opened: a keyring was unlocked, a disk was freed.
pub(crate) async fn reopen(app: &App, _: Empty) -> Outcome<Status> {
    let mut store = app.store.write().await;
    if store.is_err() {
        *store = app.open().await;
    }
    drop(store);
    status(app, Empty {}).await
}

/// The state of the program.
pub(crate) async fn status(app: &App, _: Empty) -> Outcome<Status> {
    let (stage, ready) = match app.store().await {
        Ok(store) => {
            let settings = settings::desk(&store).await?;
            let desk = settings.calendar.state_at(rome_time(app.now())).ok();
            let confirmed = settings::recovery_confirmed(&store).await?;
            let stage = if confirmed { Stage::Ready } else { Stage::ConfirmRecovery };
            let workstation = workstation::read(&store).await?;
            (stage, Some(Ready { settings, desk, workstation }))
        }
        Err(failure) if failure.code == Code::StoreMissing => (Stage::FirstRun, None),
        Err(Failure { code, .. }) => (Stage::Locked { code, recoverable: keys::recoverable(code) }, None),
    };
    Ok(Status {
        stage,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        operator: app.operator.clone(),
        today: app.today(),
        folder: app.folder.display().to_string(),
        ready,
    })
}
