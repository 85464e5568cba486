//! The same story on both engines, at the hour a test says, by one desk or by two.

use sportello_app::{App, FixedClock};
use sportello_tests::postgres::Server;
use sportello_tests::{Folder, desk_settings, instant, options};
use std::path::Path;
use std::sync::Arc;

/// A store on one of the engines, and the desks that work on it.
pub(crate) struct Desk {
    place: Place,
    app: Arc<App>,
}

enum Place {
    Folder(Folder),
    Server(Server),
}

impl Desk {
    /// A new store on each engine that this machine has.
    pub(crate) async fn both(at: &str) -> Vec<Self> {
        let folder = Folder::new();
        let app = folder.app_at(at).await;
        sportello_tests::first_run(&app).await;
        let mut desks = vec![Self { place: Place::Folder(folder), app }];
        if let Some(server) = Server::start() {
            let app = over(&server, at, "prova").await;
            app.set_up(desk_settings()).await.expect("an empty shared store");
            desks.push(Self { place: Place::Server(server), app });
        }
        desks
    }

    /// Whoever sits at the desk.
    pub(crate) fn app(&self) -> Arc<App> {
        Arc::clone(&self.app)
    }

    /// The same desk at another hour.
    pub(crate) async fn at(&mut self, at: &str) -> Arc<App> {
        self.app.close().await;
        self.app = self.another(at, "prova").await;
        self.app()
    }

    /// Somebody else at the same store.
    pub(crate) async fn another(&self, at: &str, operator: &str) -> Arc<App> {
        match &self.place {
            Place::Folder(folder) => {
                let clock = Arc::new(FixedClock(instant(at)));
                let mut options = options(folder.store.path(), &folder.key_file(), clock);
                operator.clone_into(&mut options.operator);
                App::start(options).await
            }
            Place::Server(server) => over(server, at, operator).await,
        }
    }
}

async fn over(server: &Server, at: &str, operator: &str) -> Arc<App> {
    let nowhere = Path::new("/nonexistent");
    let mut options = options(nowhere, nowhere, Arc::new(FixedClock(instant(at))));
    operator.clone_into(&mut options.operator);
    App::over(server.connect().await, options).await
}
