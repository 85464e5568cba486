//! `init`, `recover`, `demo`, `verify`, `generate`: the store as a whole.

use crate::output::{self, Problem};
use crate::{Session, words};
use base64::Engine;
use chrono::NaiveDate;
use clap::Args;
use serde_json::json;
use sportello_app::{
    App, DocumentAsked, FirstRun, RecoveryEntry, RecoveryShown, RecoveryTyped, TableWords, TextQuery,
    TypedGroup, Verify, VerifyReport, main_job,
};
use sportello_domain::id::JobId;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Crea un archivio nuovo, cifrato, e mostra una volta sola il codice di recupero.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Comune: nome o codice catastale
    #[arg(long, value_name = "COMUNE", default_value = "E617")]
    municipality: String,
    /// Con dati dimostrativi, ben riconoscibili
    #[arg(long)]
    demo: bool,
    /// Salva il foglio con il codice di recupero, in PDF
    #[arg(long, value_name = "FILE")]
    recovery_sheet: Option<PathBuf>,
}

/// Apre un archivio con il codice di recupero e ridà la chiave a questo computer.
#[derive(Debug, Args)]
pub(crate) struct Recover {
    /// Il codice del foglio, con o senza trattini; se manca si legge dall'ingresso
    #[arg(long, value_name = "CODICE")]
    code: Option<String>,
}

/// Fa tutto il lavoro dello sportello su un archivio nuovo e racconta ogni passo.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Cartella nuova, per l'archivio e la sua chiave
    #[arg(long, value_name = "CARTELLA")]
    out: PathBuf,
}

/// Riempie l'archivio con dati inventati, sempre gli stessi a parità di seme.
#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// Quante pratiche
    #[arg(long, value_name = "N")]
    tickets: u64,
    /// Il seme
    #[arg(long, value_name = "S")]
    seed: u64,
    /// L'ultimo giorno dei dati
    #[arg(long, value_name = "AAAA-MM-GG", default_value = "2026-11-20")]
    until: NaiveDate,
}

pub(crate) async fn init(session: &Session, command: Init) -> Result<(), Problem> {
    let app = session.app().await;
    let belfiore = belfiore(&app, &command.municipality).await?;
    let request = FirstRun { op: app.new_op(), belfiore, hours: None, patron: None, demo: command.demo };
    let code = app.first_run(request).await?;
    if let Some(path) = &command.recovery_sheet {
        save_sheet(&app, path).await?;
    }
    // Whoever reads a terminal has the code before their eyes: nothing is gained by typing it back here.
    let status = app.recovery_confirm(typed_back(&code)).await?;
    app.close().await;
    let answer = json!({
        "folder": status.folder,
        "municipality": status.ready.map(|ready| ready.settings.municipality),
        "recovery_code": code.groups.join("-"),
    });
    output::result(session.json, &answer, |_| {
        format!(
            "Archivio creato in {}.\n\nCodice di recupero (si vede solo adesso: stamparlo e metterlo in cassaforte)\n\n  {}\n",
            status.folder,
            code.groups.join("-")
        )
    });
    Ok(())
}

async fn belfiore(app: &App, typed: &str) -> Result<String, Problem> {
    let code = typed.trim().to_uppercase();
    let looks_like_a_code = code.len() == 4 && code[1..].chars().all(|c| c.is_ascii_digit());
    if looks_like_a_code {
        return Ok(code);
    }
    let found = app.municipalities(TextQuery { text: typed.to_owned() }).await?;
    match found
        .iter()
        .find(|found| found.name.to_lowercase() == typed.trim().to_lowercase())
        .or(found.first())
    {
        Some(municipality) => Ok(municipality.belfiore.clone()),
        None => Err(Problem::Usage(format!("Non conosco il Comune «{typed}»."))),
    }
}

async fn save_sheet(app: &App, path: &Path) -> Result<(), Problem> {
    let sheet = app.document_file(DocumentAsked::RecoverySheet {}, TableWords::default(), false).await?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(sheet.base64).unwrap_or_default();
    std::fs::write(path, bytes).map_err(|error| {
        Problem::File(format!("Non riesco a scrivere {}: {}", path.display(), words::io(&error)))
    })
}

fn typed_back(code: &RecoveryShown) -> RecoveryTyped {
    let group =
        |number: &u8| TypedGroup { number: *number, text: code.groups[usize::from(*number) - 1].clone() };
    RecoveryTyped { groups: code.type_back.iter().map(group).collect() }
}

pub(crate) async fn recover(session: &Session, command: Recover) -> Result<(), Problem> {
    let code = match command.code {
        Some(code) => code,
        None => {
            let mut line = String::new();
            std::io::stdin().read_line(&mut line).map_err(|error| {
                Problem::File(format!("Non riesco a leggere il codice: {}", words::io(&error)))
            })?;
            line
        }
    };
    let app = session.app().await;
    let status = app.recovery_open(RecoveryEntry { code }).await?;
    app.close().await;
    output::result(session.json, &status, |status| format!("Archivio aperto: {}", status.folder));
    Ok(())
}

pub(crate) async fn demo(session: &Session, command: Demo) -> Result<(), Problem> {
    let key_file = session.key_file.clone().unwrap_or_else(|| command.out.join("chiave-dimostrativa.txt"));
    make_folder(&command.out)?;
    let app = session.app_in(command.out.clone(), Some(key_file)).await;
    let request =
        FirstRun { op: app.new_op(), belfiore: "E617".to_owned(), hours: None, patron: None, demo: true };
    let code = app.first_run(request).await?;
    app.recovery_confirm(typed_back(&code)).await?;
    let steps = main_job(&app).await?;
    let report = app.verify(Verify { job: JobId(app.new_op().0) }).await?;
    app.close().await;
    let answer = json!({ "folder": command.out, "steps": steps, "verify": report });
    output::result(session.json, &answer, |_| {
        let told = steps.iter().map(words::step).collect::<Vec<_>>().join("\n");
        format!("{told}\n{}\nArchivio dimostrativo: {}", words::report(&report), command.out.display())
    });
    Ok(())
}

/// The key of a demonstration lives beside its store, so the folder must exist before the key.
fn make_folder(path: &Path) -> Result<(), Problem> {
    std::fs::create_dir_all(path).map_err(|error| {
        Problem::File(format!("Non riesco a creare {}: {}", path.display(), words::io(&error)))
    })
}

pub(crate) async fn verify(session: &Session) -> Result<ExitCode, Problem> {
    let app = session.app().await;
    let report: VerifyReport = app.verify(Verify { job: JobId(app.new_op().0) }).await?;
    app.close().await;
    output::result(session.json, &report, words::report);
    Ok(if report.sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

pub(crate) async fn generate(session: &Session, command: Generate) -> Result<(), Problem> {
    let app = session.app().await;
    let corpus = sportello_app::generate::Corpus {
        tickets: command.tickets,
        seed: command.seed,
        until: command.until,
    };
    let done = sportello_app::generate::run(&app, corpus).await;
    app.close().await;
    output::result(session.json, &done?, |done| {
        format!("Inventate {} pratiche e {} persone.", done.tickets, done.citizens)
    });
    Ok(())
}
