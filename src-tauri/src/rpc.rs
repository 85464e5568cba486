//! The one door between the window and the app.

use crate::arguments::Arguments;
use serde_json::Value;
use serde_json::value::RawValue;
use sportello_app::{App, AppOptions, Failure, PageQuery, SystemClock, default_folder, default_operator};
use std::path::PathBuf;
use std::sync::Arc;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter, Manager, State};
use tokio::sync::OnceCell;

/// The event the window listens to; its payload is `sportello_app::Event`.
const EVENT: &str = "desk";

/// The desk behind the window. It opens its store while the window is already there.
pub(crate) struct Desk {
    arguments: Arguments,
    app: OnceCell<Arc<App>>,
}

impl Desk {
    pub(crate) fn new(arguments: Arguments) -> Self {
        Self { arguments, app: OnceCell::new() }
    }

    async fn app(&self) -> &Arc<App> {
        self.app.get_or_init(|| start(self.arguments.clone())).await
    }

    /// The private folder for documents that other programs read, beside the store.
    pub(crate) async fn lending_folder(&self) -> PathBuf {
        self.app().await.folder().join("in-uscita")
    }

    /// Closes the store, if it was ever opened.
    pub(crate) async fn close(&self) {
        if let Some(app) = self.app.get() {
            app.close().await;
        }
    }
}

async fn start(arguments: Arguments) -> Arc<App> {
    let folder = arguments.data_dir.unwrap_or_else(default_folder);
    let options = AppOptions {
        folder,
        key_file: arguments.key_file,
        operator: default_operator(),
        clock: Arc::new(SystemClock),
    };
    if arguments.demo { App::start_demo(options).await } else { App::start(options).await }
}

/// Carries a request to the app and its answer back.
#[tauri::command]
pub(crate) async fn rpc(
    desk: State<'_, Desk>,
    command: String,
    payload: Value,
) -> Result<Box<RawValue>, Failure> {
    sportello_app::dispatch(desk.app().await, &command, payload).await
}

/// A page of a paper at hand, as bytes: pixels through JSON would take longer than drawing them.
#[tauri::command]
pub(crate) async fn page(desk: State<'_, Desk>, query: PageQuery) -> Result<Response, Failure> {
    Ok(Response::new(desk.app().await.page(query).await?))
}

/// Tells the window what the app tells without being asked.
pub(crate) fn forward_events(handle: &AppHandle) {
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        let mut events = handle.state::<Desk>().app().await.events();
        loop {
            match events.recv().await {
                Ok(event) => drop(handle.emit(EVENT, event)),
                // A window that was too slow misses some progress, nothing else.
                Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => {}
                Err(tokio::sync::broadcast::error::RecvError::Closed) => break,
            }
        }
    });
}
