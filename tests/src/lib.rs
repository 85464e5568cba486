//! What the tests share: a desk in a folder of its own.

pub mod cli;
pub mod disk;
pub mod postgres;
#[cfg(target_os = "linux")]
pub mod spooler;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};
use sportello_app::{
    App, AppOptions, Clock, DeskSettings, Empty, Failure, FirstRun, FixedClock, RecordTicket, RecoveryTyped,
    SystemClock, TypedGroup,
};
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::municipality::Municipality;
use sportello_domain::ticket::TicketDraft;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A folder with a store in it, and its key in another: both go away at the end.
pub struct Folder {
    /// The folder of the store.
    pub store: TempDir,
    key: TempDir,
}

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        Self { store: folder(), key: folder() }
    }

    /// The key file.
    pub fn key_file(&self) -> PathBuf {
        self.key.path().join("chiave.txt")
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.store.path().join("archivio.db")
    }

    /// The desk of this folder, by the computer's clock.
    pub async fn app(&self) -> Arc<App> {
        App::start(options(self.store.path(), &self.key_file(), Arc::new(SystemClock))).await
    }

    /// The desk of this folder, at this moment.
    pub async fn app_at(&self, now: &str) -> Arc<App> {
        App::start(options(self.store.path(), &self.key_file(), Arc::new(FixedClock(instant(now))))).await
    }

    /// A desk with a new store, by the computer's clock. Answers the recovery code too.
    pub async fn first_run(&self) -> (Arc<App>, Vec<String>) {
        let app = self.app().await;
        let code = first_run(&app).await;
        (app, code)
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

/// How a test starts a desk.
pub fn options(store: &Path, key_file: &Path, clock: Arc<dyn Clock>) -> AppOptions {
    AppOptions {
        folder: store.to_owned(),
        key_file: Some(key_file.to_owned()),
        operator: "prova".to_owned(),
        clock,
    }
}

/// Goes through the first run, recovery code included, and answers the code's groups.
pub async fn first_run(app: &App) -> Vec<String> {
    let request =
        FirstRun { op: app.new_op(), belfiore: "E617".to_owned(), hours: None, patron: None, demo: false };
    let shown = app.first_run(request).await.expect("a new store");
    let group =
        |number: &u8| TypedGroup { number: *number, text: shown.groups[usize::from(*number) - 1].clone() };
    let typed = RecoveryTyped { groups: shown.type_back.iter().map(group).collect() };
    app.recovery_confirm(typed).await.expect("the groups are right");
    shown.groups
}

/// The desk over a shared server of the test's own, at this moment; nothing where PostgreSQL is not installed.
pub async fn on_postgresql(now: &str) -> Option<(postgres::Server, Arc<App>)> {
    let server = postgres::Server::start()?;
    let store = server.connect().await;
    let nowhere = Path::new("/nonexistent");
    let app = App::over(store, options(nowhere, nowhere, Arc::new(FixedClock(instant(now))))).await;
    app.set_up(desk_settings()).await.expect("an empty shared store");
    Some((server, app))
}

/// The desk the tests set up.
pub fn desk_settings() -> DeskSettings {
    DeskSettings {
        municipality: Municipality { belfiore: "E617".into(), name: "Lissone".into(), province: "MB".into() },
        name: "Sportello per il Cittadino".into(),
        address: None,
        phone: None,
        sector: None,
        calendar: DeskCalendar::default(),
        demo: false,
    }
}

/// The settings of an open desk.
pub async fn settings(app: &App) -> DeskSettings {
    app.settings(Empty {}).await.expect("the settings").settings
}

/// A ticket to record: `text` from somebody with a telephone.
pub fn report(app: &App, text: &str) -> RecordTicket {
    let ticket = draft(json!({ "text": text, "citizen": { "surname": "Prova", "phone": "039 0000000" } }));
    RecordTicket { op: app.new_op(), draft_id: None, ticket }
}

/// A draft, as it is typed.
pub fn draft(json: Value) -> TicketDraft {
    serde_json::from_value(json).expect("a draft")
}

/// An instant.
pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A civil day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// What a face of the program gets: the answer of a command, read.
///
/// # Errors
/// The failure of the command.
pub async fn dispatch(app: &App, command: &str, payload: Value) -> Result<Value, Failure> {
    let answer = sportello_app::dispatch(app, command, payload).await?;
    Ok(serde_json::from_str(answer.get()).expect("an answer is JSON"))
}
