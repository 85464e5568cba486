//! Demonstration data, clearly marked, and the desk's main job from beginning to end.
//!
//! The desk is the one of the municipality of Lissone that this program was first made for; the offices are those any
//! municipality has, without people. Every citizen is called *Dati dimostrativi*.

mod job;
mod offices;
mod samples;

pub use job::{DemoStep, main_job};

use crate::app::{App, Empty};
use crate::error::Outcome;
use crate::settings::DeskSettings;
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::municipality::Municipality;

/// The desk of the demonstration.
pub(crate) fn desk(calendar: DeskCalendar) -> DeskSettings {
    DeskSettings {
        municipality: Municipality {
            belfiore: "E617".to_owned(),
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

/// Fills an empty store with offices and a few tickets, one in each place of its life.
///
/// # Errors
/// Every [`crate::Failure`] of the commands it uses.
pub async fn seed(app: &App) -> Outcome<()> {
    offices::seed(app).await?;
    let offices = crate::offices::list(app, Empty {}).await?.offices;
    samples::seed(app, &offices).await
}
