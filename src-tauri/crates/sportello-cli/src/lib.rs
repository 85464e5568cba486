//! The desk without a window: servers, scripts, tests. It reads arguments, asks the app, prints what it answers.
//! Results on standard output (`--json`: stable and machine-readable); errors on standard error with exit code 1;
//! wrong usage with exit code 2.

mod agenda;
mod callback;
mod citizen;
mod contact;
mod deadline;
mod document;
mod filter;
mod form;
mod identifier;
mod lifecycle;
mod matter;
mod office;
mod office_words;
mod output;
mod papers;
mod person;
mod store;
mod street;
mod tags;
mod ticket;
mod words;

use clap::{Parser, Subcommand};
use output::Problem;
use sportello_app::{App, AppOptions, SystemClock, default_folder, default_operator};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Sportello per il Cittadino, dalla riga di comando.
#[derive(Debug, Parser)]
#[command(name = "sportello-cli", version, disable_help_subcommand = true)]
struct Arguments {
    /// Cartella dell'archivio (se manca: quella dell'utente)
    #[arg(long, global = true, value_name = "CARTELLA", env = "SPORTELLO_DATA_DIR")]
    data_dir: Option<PathBuf>,
    /// File con la chiave dell'archivio, dove non c'è un portachiavi (server, prove automatiche)
    #[arg(long, global = true, value_name = "FILE", env = "SPORTELLO_KEY_FILE")]
    key_file: Option<PathBuf>,
    /// Nome di chi lavora, come resta nel registro
    #[arg(long, global = true, value_name = "NOME")]
    operator: Option<String>,
    /// Risultati in JSON
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Crea un archivio nuovo, cifrato
    Init(store::Init),
    /// Apre un archivio con il codice di recupero e ridà la chiave a questo computer
    Recover(store::Recover),
    /// Fa tutto il lavoro dello sportello su un archivio nuovo e racconta ogni passo
    Demo(store::Demo),
    /// Che cosa c'è da fare adesso
    Agenda,
    /// Passaggio di consegne: che cosa questo turno lascia al prossimo
    Handover(agenda::Turn),
    /// Solleciti agli uffici
    #[command(subcommand)]
    Reminder(agenda::Reminder),
    /// Richiamate: telefonate promesse
    #[command(subcommand)]
    Callback(callback::Callback),
    /// Contatti: telefonate, visite, messaggi
    #[command(subcommand)]
    Contact(contact::Contact),
    /// Pratiche
    #[command(subcommand)]
    Ticket(ticket::Ticket),
    /// Cittadini
    #[command(subcommand)]
    Citizen(citizen::Citizen),
    /// Uffici
    #[command(subcommand)]
    Office(office::Office),
    /// Stradario: importa, cerca
    #[command(subcommand)]
    Street(street::Street),
    /// Documenti: elenco, PDF, anteprima
    #[command(subcommand)]
    Doc(document::Document),
    /// Moduli: elenco, controllo, compilazione
    #[command(subcommand)]
    Form(form::FormCommand),
    /// Stampa un PDF
    Print(document::Print),
    /// Calcola un termine di legge
    Deadline(deadline::Arguments),
    /// Controlla un codice: codice fiscale, partita IVA, IBAN, telefono, CAP, targa, documento
    Check(identifier::Check),
    /// Codice fiscale: lo calcola
    #[command(subcommand)]
    CodiceFiscale(identifier::TaxCodeCommand),
    /// Controlla l'archivio: registro, pagine, indici
    Verify,
    /// Riempie l'archivio con dati inventati, sempre gli stessi a parità di seme
    Generate(store::Generate),
}

/// Where the work happens and how it is told.
struct Session {
    folder: PathBuf,
    key_file: Option<PathBuf>,
    operator: String,
    json: bool,
}

impl Session {
    /// The desk over the folder of this session.
    async fn app(&self) -> Arc<App> {
        self.app_in(self.folder.clone(), self.key_file.clone()).await
    }

    async fn app_in(&self, folder: PathBuf, key_file: Option<PathBuf>) -> Arc<App> {
        let operator = self.operator.clone();
        App::start(AppOptions { folder, key_file, operator, clock: Arc::new(SystemClock) }).await
    }
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    run(std::env::args_os())
}

/// Runs the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    // clap answers wrong usage by itself: code 2, and 0 for the help.
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            drop(error.print());
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let json = arguments.json;
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(_) => return ExitCode::FAILURE,
    };
    let done = runtime.block_on(answer(arguments));
    // A keyring that never answers holds a thread; the program ends all the same.
    runtime.shutdown_background();
    match done {
        Ok(code) => code,
        Err(problem) => {
            output::problem(&problem, json);
            ExitCode::from(problem.exit_code())
        }
    }
}

async fn answer(arguments: Arguments) -> Result<ExitCode, Problem> {
    let session = Session {
        folder: arguments.data_dir.unwrap_or_else(default_folder),
        key_file: arguments.key_file,
        operator: arguments.operator.unwrap_or_else(default_operator),
        json: arguments.json,
    };
    match arguments.command {
        Command::Init(command) => store::init(&session, command).await?,
        Command::Recover(command) => store::recover(&session, command).await?,
        Command::Demo(command) => store::demo(&session, command).await?,
        Command::Agenda => agenda::agenda(&session).await?,
        Command::Handover(command) => agenda::handover(&session, command).await?,
        Command::Reminder(command) => agenda::reminders(&session, command).await?,
        Command::Callback(command) => callback::run(&session, command).await?,
        Command::Contact(command) => contact::run(&session, command).await?,
        Command::Ticket(command) => ticket::run(&session, command).await?,
        Command::Citizen(command) => citizen::run(&session, command).await?,
        Command::Office(command) => return office::run(&session, command).await,
        Command::Street(command) => return street::run(&session, command).await,
        Command::Doc(command) => document::run(&session, command).await?,
        Command::Form(command) => return form::run(&session, command),
        Command::Print(command) => document::print(&session, command).await?,
        Command::Deadline(command) => deadline::run(&session, &command)?,
        Command::Check(command) => identifier::check(&session, &command)?,
        Command::CodiceFiscale(command) => identifier::tax_code(&session, command)?,
        Command::Verify => return store::verify(&session).await,
        Command::Generate(command) => store::generate(&session, command).await?,
    }
    Ok(ExitCode::SUCCESS)
}
