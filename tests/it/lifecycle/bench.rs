//! A desk whose day can be turned, asked as a face of the program asks it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sportello_app::{App, Clock};
use sportello_tests::dispatch;
use sportello_tests::postgres::Server;
use sportello_tests::{Folder, desk_settings, instant, options};
use std::path::Path;
use std::sync::{Arc, Mutex};

#[derive(Clone)]
struct Calendar(Arc<Mutex<DateTime<Utc>>>);

impl Clock for Calendar {
    fn now(&self) -> DateTime<Utc> {
        let mut now = self.0.lock().expect("nobody panics with it");
        // Time passes, or two lines would be of the same moment.
        *now += chrono::Duration::microseconds(1);
        *now
    }
}

/// The desk, its calendar, and what keeps its store alive.
#[derive(Clone)]
pub(crate) struct Bench {
    pub(crate) app: Arc<App>,
    calendar: Calendar,
}

const START: &str = "2026-11-23T09:00:00Z";

/// Runs a story on an encrypted file and on PostgreSQL; afterwards the register must be sound.
pub(crate) async fn on_both_engines<F: AsyncFn(Bench)>(story: F) {
    let (folder, desk) = on_sqlite().await;
    story(desk.clone()).await;
    desk.is_sound().await;
    desk.app.close().await;
    drop(folder);
    let Some(server) = Server::start() else { return };
    let calendar = Calendar(Arc::new(Mutex::new(instant(START))));
    let nowhere = Path::new("/nonexistent");
    let app = App::over(server.connect().await, options(nowhere, nowhere, Arc::new(calendar.clone()))).await;
    app.set_up(desk_settings()).await.expect("an empty shared store");
    let desk = Bench { app, calendar };
    story(desk.clone()).await;
    desk.is_sound().await;
    desk.app.close().await;
}

/// A desk on a file of its own.
pub(crate) async fn on_sqlite() -> (Folder, Bench) {
    let folder = Folder::new();
    let calendar = Calendar(Arc::new(Mutex::new(instant(START))));
    let app = App::start(options(folder.store.path(), &folder.key_file(), Arc::new(calendar.clone()))).await;
    sportello_tests::first_run(&app).await;
    (folder, Bench { app, calendar })
}

impl Bench {
    /// A new operation.
    pub(crate) fn op(&self) -> Value {
        json!(self.app.new_op())
    }

    /// Turns the calendar to the morning of a day.
    pub(crate) fn day(&self, day: &str) {
        *self.calendar.0.lock().expect("nobody panics with it") = instant(&format!("{day}T09:00:00Z"));
    }

    /// Asks a command that must do.
    pub(crate) async fn ask(&self, command: &str, request: Value) -> Value {
        dispatch(&self.app, command, request).await.unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
    }

    /// A step of a ticket, asked twice: done once.
    pub(crate) async fn step(&self, command: &str, ticket: &Value, request: Value) -> Value {
        let request = with(request, self.op(), ticket);
        let done = self.ask(command, request.clone()).await;
        let again = self.ask(command, request).await;
        assert_eq!(done["version"], again["version"], "{command}: asked twice, done once");
        done
    }

    /// A step that must be refused, and nothing written: its code, then the wrong fields or what is missing.
    pub(crate) async fn refused(&self, command: &str, ticket: &Value, request: Value) -> String {
        let before = self.read(ticket).await;
        let failure = dispatch(&self.app, command, with(request, self.op(), ticket)).await;
        let failure = json!(failure.expect_err("refused"));
        assert_eq!(self.read(ticket).await, before, "{command}: refused, nothing changes");
        let fields: Vec<&str> = failure["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .filter_map(|f| f["field"].as_str())
            .collect();
        let why =
            [&failure["refusal"]["need"], &failure["deadline"]["fault"]].into_iter().find_map(Value::as_str);
        let code = failure["code"].as_str().expect("a code");
        match why.map(str::to_owned).or((!fields.is_empty()).then(|| fields.join(","))) {
            Some(why) => format!("{code}: {why}"),
            None => code.to_owned(),
        }
    }

    /// The ticket as it stands.
    pub(crate) async fn read(&self, ticket: &Value) -> Value {
        self.ask("ticket", json!({ "id": ticket["id"] })).await
    }

    /// A ticket as it is typed.
    pub(crate) async fn record(&self, draft: Value) -> Value {
        self.ask("ticket_record", json!({ "op": self.op(), "ticket": draft })).await
    }

    /// A report of somebody with a telephone.
    pub(crate) async fn report(&self, text: &str) -> Value {
        self.record(json!({ "text": text, "citizen": { "surname": "Prova", "phone": "039 0000000" } })).await
    }

    /// A report of nobody.
    pub(crate) async fn anonymous(&self, text: &str) -> Value {
        self.record(json!({ "text": text, "anonymous": { "reason": "non lo dice" } })).await
    }

    /// A new office; its id.
    pub(crate) async fn office(&self, name: &str, head: Option<&str>) -> Value {
        let office = json!({ "name": name, "head": head });
        self.ask("office_save", json!({ "op": self.op(), "version": 0, "office": office })).await["id"]
            .clone()
    }

    async fn is_sound(&self) {
        let report = self.ask("verify", json!({ "job": self.op() })).await;
        assert_eq!(report["sound"], true, "{report}");
    }
}

fn with(mut request: Value, op: Value, ticket: &Value) -> Value {
    request["op"] = op;
    request["id"] = ticket["id"].clone();
    request
}
