//! Long work: it tells how far it is, and it can be stopped.

use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use serde::{Deserialize, Serialize};
use sportello_domain::id::JobId;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast;

/// What the desk tells without being asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// How far some work is.
    Progress(Progress),
}

/// How far some work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Progress {
    /// The work, as its request named it.
    pub job: JobId,
    /// Steps done.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub done: i64,
    /// Steps in all.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub total: i64,
}

/// Which work.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct JobRef {
    /// The work, as its request named it.
    pub job: JobId,
}

/// The work in progress.
pub(crate) struct Jobs {
    running: Mutex<HashMap<JobId, Arc<AtomicBool>>>,
    events: broadcast::Sender<Event>,
}

impl Default for Jobs {
    fn default() -> Self {
        Self { running: Mutex::default(), events: broadcast::channel(64).0 }
    }
}

impl Jobs {
    /// Starts to keep track of `job`.
    pub(crate) fn start(&self, job: JobId) -> Job<'_> {
        let stop = Arc::new(AtomicBool::new(false));
        self.lock().insert(job, Arc::clone(&stop));
        Job { jobs: self, job, stop }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<JobId, Arc<AtomicBool>>> {
        // A map of flags is whole even if somebody panicked while holding it.
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One piece of work; forgotten when it ends, however it ends.
pub(crate) struct Job<'a> {
    jobs: &'a Jobs,
    job: JobId,
    stop: Arc<AtomicBool>,
}

impl Job<'_> {
    /// Tells how far it is. False means: stop.
    pub(crate) fn progress(&self, done: i64, total: i64) -> bool {
        // Nobody listening is not a fault.
        drop(self.jobs.events.send(Event::Progress(Progress { job: self.job, done, total })));
        !self.stop.load(Ordering::Relaxed)
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        self.jobs.lock().remove(&self.job);
    }
}

impl App {
    /// Listens to what the desk tells without being asked.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.jobs.events.subscribe()
    }
}

/// Stops some work. Work that has just ended is stopped too.
pub(crate) async fn cancel(app: &App, request: JobRef) -> Outcome<()> {
    if let Some(stop) = app.jobs.lock().get(&request.job) {
        stop.store(true, Ordering::Relaxed);
    }
    Ok(())
}

/// What stopped work answers.
pub(crate) fn cancelled() -> Failure {
    Failure::new(Code::Cancelled, "stopped by the operator")
}
