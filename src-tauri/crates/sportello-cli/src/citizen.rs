//! `citizen …`

use crate::Session;
use crate::output::{self, Problem};
use crate::words;
use clap::Subcommand;
use sportello_app::{CitizenMerge, CitizenRef, CitizenSave, CitizenUnmerge, TextQuery};
use sportello_domain::citizen::CitizenData;
use sportello_domain::id::CitizenId;

/// Cittadini.
#[derive(Debug, Subcommand)]
pub(crate) enum Citizen {
    /// Aggiunge un cittadino da un file JSON; esempio: {"surname": "Rossi", "phones": ["039 1234567"]}
    Add {
        /// File JSON, oppure - per leggerlo dall'ingresso
        file: String,
    },
    /// Trova un cittadino: nome in qualunque ordine, codice fiscale, telefono, e-mail, via, numero di pratica
    Search {
        /// Quello che si sa, anche a metà
        #[arg(required = true, num_args = 1.., value_name = "PAROLE")]
        text: Vec<String>,
    },
    /// Mostra un cittadino, le sue pratiche e i suoi contatti
    Show {
        /// Il suo id
        id: CitizenId,
    },
    /// Unisce due schede della stessa persona; si può sempre tornare indietro
    Merge {
        /// La scheda che resta
        keep: CitizenId,
        /// La scheda che le va sotto
        absorb: CitizenId,
    },
    /// Separa una scheda unita
    Unmerge {
        /// La scheda che era andata sotto
        absorbed: CitizenId,
    },
}

pub(crate) async fn run(session: &Session, command: Citizen) -> Result<(), Problem> {
    // A file that cannot be read is a matter of the command line, not of the store.
    let typed = match &command {
        Citizen::Add { file } => Some(output::request::<CitizenData>(file)?),
        _ => None,
    };
    let app = session.app().await;
    let op = app.new_op();
    match command {
        Citizen::Add { .. } => {
            let citizen = typed.unwrap_or_default();
            let saved =
                app.citizen_save(CitizenSave { op, id: None, version: 0, citizen, draft_id: None }).await;
            app.close().await;
            output::result(session.json, &saved?, |saved| {
                format!("Cittadino salvato: {}", words::citizen(saved))
            });
        }
        Citizen::Search { text } => {
            let found = app.citizens(TextQuery { text: text.join(" ") }).await;
            app.close().await;
            output::result(session.json, &found?, |found| {
                found.iter().map(words::citizen).collect::<Vec<_>>().join("\n")
            });
        }
        Citizen::Show { id } => {
            let card = app.citizen(CitizenRef { id }).await;
            app.close().await;
            output::result(session.json, &card?, words::citizen_card);
        }
        Citizen::Merge { keep, absorb } => {
            let merge = CitizenMerge { op, keep, absorb, keep_version: None, absorb_version: None };
            let card = app.citizen_merge(merge).await;
            app.close().await;
            output::result(session.json, &card?, words::citizen_card);
        }
        Citizen::Unmerge { absorbed } => {
            let card = app.citizen_unmerge(CitizenUnmerge { op, absorbed }).await;
            app.close().await;
            output::result(session.json, &card?, words::citizen_card);
        }
    }
    Ok(())
}
