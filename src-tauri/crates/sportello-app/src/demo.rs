//! Demonstration data, clearly marked, and the desk's main job from beginning to end.
//!
//! The desk is the one of the municipality of Lissone that this program was first made for; the offices are those any
//! municipality has, without people. Every citizen is called *Dati dimostrativi*.

mod job;
mod offices;
mod samples;

pub use job::{DemoStep, main_job};

use crate::app::{App, AppOptions, Empty};
use crate::error::{Code, Outcome};
use crate::first_run::FirstRun;
use crate::recovery::{RecoveryTyped, TypedGroup};
use crate::settings::DeskSettings;
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::id::OpId;
use sportello_domain::municipality::Municipality;
use std::sync::Arc;

/// The folder of the demonstration, inside the desk's.
const FOLDER: &str = "dimostrazione";
/// Its key, beside it.
const KEY_FILE: &str = "chiave-dimostrativa.txt";
/// The cadastral code of Lissone.
const LISSONE: &str = "E617";

/// The desk of the demonstration.
pub(crate) fn desk(calendar: DeskCalendar) -> DeskSettings {
    DeskSettings {
        municipality: Municipality {
            belfiore: LISSONE.to_owned(),
            name: "Lissone".to_owned(),
            province: "MB".to_owned(),
        },
        name: "Sportello per il Cittadino".to_owned(),
        address: Some("Palazzo Comunale, via Gramsci 21, piano terreno".to_owned()),
        phone: Some("039 7397275 - 039 7397352".to_owned()),
        sector: Some("Settore diretto dal dott. Davide Camagni".to_owned()),
        calendar,
        demo: true,
    }
}

/// The offices any municipality has; `new_op` names the operation of each.
pub(crate) async fn offices(app: &App, new_op: &mut (dyn FnMut() -> OpId + Send)) -> Outcome<()> {
    offices::seed(app, new_op).await
}

/// Fills an empty store with offices and a few tickets, one in each place of its life.
///
/// # Errors
/// Every [`crate::Failure`] of the commands it uses.
pub async fn seed(app: &App) -> Outcome<()> {
    offices(app, &mut || app.new_op()).await?;
    let offices = crate::offices::list(app, Empty {}).await?.offices;
    samples::seed(app, &offices).await
}

impl App {
    /// Opens the demonstration: a store of its own, beside the real one and never in it, made at the first start.
    /// Its key is a file: a demonstration must not need a keyring, nor leave a key in one.
    pub async fn start_demo(options: AppOptions) -> Arc<Self> {
        let folder = options.folder.join(FOLDER);
        let key_file = options.key_file.unwrap_or_else(|| folder.join(KEY_FILE));
        drop(std::fs::create_dir_all(&folder));
        let app = Self::start(AppOptions { folder, key_file: Some(key_file), ..options }).await;
        if app.slots().is_err_and(|failure| failure.code == Code::StoreMissing)
            && let Err(failure) = make(&app).await
        {
            // The first screen will say why: it asks for the same store and finds the same obstacle.
            tracing::warn!(code = ?failure.code, "the demonstration could not be made");
        }
        app
    }
}

/// Makes the demonstration's store. Nobody has to keep its recovery code.
async fn make(app: &App) -> Outcome<()> {
    let request =
        FirstRun { op: app.new_op(), belfiore: LISSONE.to_owned(), hours: None, patron: None, demo: true };
    let shown = crate::first_run::run(app, request).await?;
    let typed = shown.type_back.iter().map(|number| TypedGroup {
        number: *number,
        text: shown.groups.get(usize::from(*number) - 1).cloned().unwrap_or_default(),
    });
    crate::recovery::confirm(app, RecoveryTyped { groups: typed.collect() }).await.map(drop)
}
