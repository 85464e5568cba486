//! `office …`

use crate::Session;
use crate::output::{self, Problem};
use crate::words;
use clap::Subcommand;
use sportello_app::{App, Empty, Failure, OfficeSave, TextQuery};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::OfficeId;
use sportello_domain::office::OfficeData;

/// Uffici.
#[derive(Debug, Subcommand)]
pub(crate) enum Office {
    /// Elenca tutti gli uffici
    List,
    /// Trova l'ufficio da quello che serve al cittadino
    Search {
        /// Le parole del cittadino
        #[arg(required = true, num_args = 1.., value_name = "PAROLE")]
        text: Vec<String>,
    },
    /// Aggiunge un ufficio da un file JSON; esempio: {"name": "Tributi", "competences": ["TARI", "IMU"]}
    Add {
        /// File JSON, oppure - per leggerlo dall'ingresso
        file: String,
    },
}

pub(crate) async fn run(session: &Session, command: Office) -> Result<(), Problem> {
    match command {
        Office::List => {
            let app = session.app().await;
            let offices = app.offices(Empty {}).await;
            app.close().await;
            output::result(session.json, &offices?.offices, |offices| {
                offices.iter().map(words::office).collect::<Vec<_>>().join("\n")
            });
        }
        Office::Search { text } => {
            let app = session.app().await;
            let hits = app.offices_find(TextQuery { text: text.join(" ") }).await;
            app.close().await;
            output::result(session.json, &hits?, |hits| {
                let lines =
                    hits.iter().map(|hit| format!("{} — {}", words::office(&hit.office), hit.matched));
                lines.collect::<Vec<_>>().join("\n")
            });
        }
        Office::Add { file } => {
            let office: OfficeData = output::request(&file)?;
            let app = session.app().await;
            let saved = app
                .office_save(OfficeSave { op: app.new_op(), id: None, version: 0, office, draft_id: None })
                .await;
            app.close().await;
            output::result(session.json, &saved?, |office| format!("Ufficio salvato: {}", office.data.name));
        }
    }
    Ok(())
}

/// The office a name stands for: its id, its exact name, or the only one whose name begins so.
pub(crate) async fn named(app: &App, name: &str) -> Result<OfficeId, Failure> {
    let offices = app.offices(Empty {}).await?.offices;
    if let Ok(id) = name.parse::<OfficeId>() {
        return Ok(id);
    }
    let fold = |text: &str| text.trim().to_lowercase();
    let wanted = fold(name);
    if let Some(office) = offices.iter().find(|office| fold(&office.data.name) == wanted) {
        return Ok(office.id);
    }
    let mut begin = offices.iter().filter(|office| fold(&office.data.name).starts_with(&wanted));
    match (begin.next(), begin.next()) {
        (Some(office), None) => Ok(office.id),
        (Some(_), Some(_)) => Err(Failure::field("office", FieldRule::Ambiguous)),
        (None, _) => Err(Failure::field("office", FieldRule::NotFound)),
    }
}
