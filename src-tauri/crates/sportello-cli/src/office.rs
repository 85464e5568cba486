//! `office …`

use crate::Session;
use crate::output::{self, Problem};
use crate::{office_words, words};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use clap::Subcommand;
use sportello_app::{
    App, Empty, Failure, ImportReport, ImportUndo, OfficeConfirm, OfficeImport, OfficeSave, OfficeTable,
    TextQuery,
};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{ImportId, JobId, OfficeId};
use sportello_domain::import::Column;
use sportello_domain::office::{Office as OfficeCard, OfficeData};
use std::io::Read;
use std::process::ExitCode;
use std::sync::Arc;

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
    /// Mostra la scheda di un ufficio
    Show {
        /// Nome o identificativo
        office: String,
        /// Solo quello che si dice al cittadino, in parole da leggere al telefono
        #[arg(long)]
        plain: bool,
    },
    /// Conferma che la scheda di un ufficio è giusta: vale sei mesi
    Confirm {
        /// Nome o identificativo
        office: String,
    },
    /// Importa gli uffici da una tabella CSV, tutti o nessuno
    Import {
        /// File CSV, oppure - per leggerlo dall'ingresso
        file: String,
        /// Dice che cosa cambierebbe e non scrive niente
        #[arg(long)]
        dry_run: bool,
        /// Che cosa riempie una colonna: --map "Denominazione=name"; senza campo (--map "Note=") non si importa
        #[arg(long, value_name = "COLONNA=CAMPO")]
        map: Vec<String>,
    },
    /// Torna indietro da un'importazione intera, finché nessuno ha cambiato o usato quegli uffici
    ImportUndo {
        /// Identificativo dell'importazione (se manca: l'ultima)
        id: Option<ImportId>,
    },
}

/// The largest table read, in bytes; the app says how large it may be.
const LARGEST_TABLE: u64 = 64 * 1024 * 1024;

pub(crate) async fn run(session: &Session, command: Office) -> Result<ExitCode, Problem> {
    match command {
        Office::List => {
            let app = session.app().await;
            let offices = app.offices(Empty {}).await;
            app.close().await;
            output::result(session.json, &offices?.offices, |offices| {
                offices.iter().map(office_words::line).collect::<Vec<_>>().join("\n")
            });
        }
        Office::Search { text } => {
            let app = session.app().await;
            let hits = app.offices_find(TextQuery { text: text.join(" ") }).await;
            app.close().await;
            output::result(session.json, &hits?, |hits| {
                let lines =
                    hits.iter().map(|hit| format!("{} — {}", office_words::line(&hit.office), hit.matched));
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
        Office::Show { office, plain } => {
            let app = session.app().await;
            let shown = find(&app, &office).await;
            app.close().await;
            let words = if plain { office_words::plain } else { office_words::card };
            output::result(session.json, &shown?, words);
        }
        Office::Confirm { office } => {
            let app = session.app().await;
            let confirmed = confirm(&app, &office).await;
            app.close().await;
            output::result(session.json, &confirmed?, |office| {
                format!("Confermata la scheda di {}.", office.data.name)
            });
        }
        Office::Import { file, dry_run, map } => {
            let table = OfficeTable { base64: BASE64.encode(bytes(&file)?), columns: columns(&map)? };
            let app = session.app().await;
            let report = import(&app, table, dry_run).await;
            app.close().await;
            let report = report?;
            output::result(session.json, &report, office_words::import);
            let refused = report.refused > 0 || !report.missing.is_empty();
            return Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS });
        }
        Office::ImportUndo { id } => {
            let app = session.app().await;
            let undone = undo(&app, id).await;
            app.close().await;
            output::result(session.json, &undone?, |undone| {
                format!("Tornato indietro: {} tolti, {} rimessi com'erano.", undone.added, undone.changed)
            });
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn confirm(app: &App, name: &str) -> Result<OfficeCard, Failure> {
    let id = named(app, name).await?;
    app.office_confirm(OfficeConfirm { op: app.new_op(), id }).await
}

async fn import(app: &Arc<App>, table: OfficeTable, dry_run: bool) -> Result<ImportReport, Failure> {
    if dry_run {
        return app.office_import_preview(table).await;
    }
    app.office_import(OfficeImport { op: app.new_op(), job: JobId(app.new_op().0), table }).await
}

async fn undo(app: &App, id: Option<ImportId>) -> Result<sportello_app::ImportView, Failure> {
    let id = match id {
        Some(id) => id,
        None => {
            let imports = app.office_imports(Empty {}).await?;
            let last = imports.into_iter().find(|import| import.undone_at.is_none());
            last.ok_or_else(|| Failure::field("import", FieldRule::NotFound))?.id
        }
    };
    app.import_undo(ImportUndo { op: app.new_op(), id }).await
}

/// An office by name or id, with what holds for it now.
async fn find(app: &App, name: &str) -> Result<OfficeCard, Failure> {
    let id = named(app, name).await?;
    let offices = app.offices(Empty {}).await?.offices;
    let found = offices.into_iter().find(|office| office.id == id);
    found.ok_or_else(|| Failure::field("office", FieldRule::NotFound))
}

/// The bytes of a table, whatever they are.
fn bytes(name: &str) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let read = if name == "-" {
        std::io::stdin().lock().take(LARGEST_TABLE).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(name).and_then(|file| file.take(LARGEST_TABLE).read_to_end(&mut bytes))
    };
    read.map_err(|error| Problem::File(format!("Non riesco a leggere {name}: {}", words::io(&error))))?;
    Ok(bytes)
}

/// What `--map` says: the column before the last `=`, the field after it.
fn columns(map: &[String]) -> Result<Vec<Column>, Problem> {
    let column = |map: &String| {
        let (column, field) =
            map.rsplit_once('=').ok_or_else(|| Problem::Usage(format!("--map {map}: manca «=»")))?;
        let field = field.trim();
        let field = (!field.is_empty()).then(|| field.to_owned());
        Ok(Column { column: column.trim().to_owned(), field })
    };
    map.iter().map(column).collect()
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
