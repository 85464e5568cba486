//! `callback …`

use crate::Session;
use crate::output::{self, Problem};
use crate::ticket::find;
use crate::words;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use sportello_app::{App, CallbackAdd, CallbackChange, CallbackLine, CallbackStep, CallbacksQuery, Failure};
use sportello_domain::callback::CallbackDraft;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CallbackId, CitizenId};

/// Richiamate: telefonate promesse.
#[derive(Debug, Subcommand)]
pub(crate) enum Callback {
    /// Promette una telefonata
    Add(Add),
    /// Le telefonate da fare, le più vecchie prima
    List {
        /// Fino a questo giorno (se manca: tutte)
        #[arg(long, value_name = "AAAA-MM-GG")]
        until: Option<NaiveDate>,
    },
    /// Telefonata fatta
    Done {
        /// Identificativo
        callback: String,
    },
    /// Non ha risposto nessuno: resta da fare e il tentativo si conta
    Unanswered {
        /// Identificativo
        callback: String,
    },
    /// Sposta a un altro giorno
    Move {
        /// Identificativo
        callback: String,
        /// Il giorno
        #[arg(long, value_name = "AAAA-MM-GG")]
        on: NaiveDate,
        /// L'ora (9:30)
        #[arg(long, value_name = "ORA")]
        at: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// Il giorno
    #[arg(long, value_name = "AAAA-MM-GG")]
    on: NaiveDate,
    /// L'ora (9:30)
    #[arg(long, value_name = "ORA")]
    at: Option<String>,
    /// Di che cosa si tratta
    #[arg(long, value_name = "TESTO")]
    about: String,
    /// Pratica: numero o identificativo
    #[arg(long, value_name = "PRATICA")]
    ticket: Option<String>,
    /// Cittadino: identificativo
    #[arg(long, value_name = "ID")]
    citizen: Option<CitizenId>,
    /// Di chi chiedere
    #[arg(long, value_name = "NOME")]
    who: Option<String>,
    /// Numero da chiamare (se manca: quello del cittadino)
    #[arg(long, value_name = "TELEFONO")]
    phone: Option<String>,
}

pub(crate) async fn run(session: &Session, command: Callback) -> Result<(), Problem> {
    let app = session.app().await;
    let done = perform(session, &app, command).await;
    app.close().await;
    done
}

async fn perform(session: &Session, app: &App, command: Callback) -> Result<(), Problem> {
    let line = match command {
        Callback::List { until } => {
            let lines = app.callbacks(CallbacksQuery { until }).await?;
            output::result(session.json, &lines, |lines| list(lines));
            return Ok(());
        }
        Callback::Add(add) => {
            let ticket_id = match add.ticket {
                Some(ticket) => Some(find(app, &ticket).await?),
                None => None,
            };
            let callback = CallbackDraft {
                ticket_id,
                citizen_id: add.citizen,
                who: add.who,
                phone: add.phone,
                due_on: add.on,
                due_at: add.at,
                about: add.about,
            };
            app.callback_add(CallbackAdd { op: app.new_op(), draft_id: None, callback }).await?
        }
        Callback::Done { callback } => step(app, &callback, CallbackChange::Done).await?,
        Callback::Unanswered { callback } => step(app, &callback, CallbackChange::Unanswered).await?,
        Callback::Move { callback, on, at } => {
            step(app, &callback, CallbackChange::Moved { due_on: on, due_at: at }).await?
        }
    };
    output::result(session.json, &line, words::callback);
    Ok(())
}

async fn step(app: &App, id: &str, step: CallbackChange) -> Result<CallbackLine, Failure> {
    let id: CallbackId = id.parse().map_err(|_| {
        Failure::field("callback", FieldRule::WrongValue { expected: "callback list --json: id".into() })
    })?;
    app.callback_step(CallbackStep { op: app.new_op(), id, version: None, step }).await
}

pub(crate) fn list(lines: &[CallbackLine]) -> String {
    lines.iter().map(words::callback).collect::<Vec<_>>().join("\n")
}
