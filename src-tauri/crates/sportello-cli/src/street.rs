//! `street …`

use crate::Session;
use crate::output::{self, Problem};
use crate::words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use clap::Subcommand;
use sportello_app::{PlaceQuery, StreetImport, StreetReport};
use std::process::ExitCode;

/// Stradario.
#[derive(Debug, Subcommand)]
pub(crate) enum Street {
    /// Importa lo stradario o i numeri civici dell'ANNCSU (CSV con «;», «,» o tabulazioni; UTF-8 o Windows-1252)
    ///
    /// Se una riga è sbagliata non si importa niente, e ogni riga sbagliata è nominata.
    Import {
        /// File CSV
        file: String,
        /// Racconta soltanto che cosa farebbe
        #[arg(long)]
        dry_run: bool,
    },
    /// Cerca una via, anche con il numero civico: «matt 12»
    Search {
        /// Le parole; l'ultima può essere a metà
        #[arg(required = true, num_args = 1.., value_name = "PAROLE")]
        text: Vec<String>,
    },
}

pub(crate) async fn run(session: &Session, command: Street) -> Result<ExitCode, Problem> {
    match command {
        Street::Import { file, dry_run } => {
            let bytes = std::fs::read(&file).map_err(|error| {
                Problem::File(format!("Non riesco a leggere {file}: {}", words::io(&error)))
            })?;
            let app = session.app().await;
            let request = StreetImport { op: app.new_op(), base64: BASE64.encode(bytes), dry_run };
            let report = app.street_import(request).await;
            app.close().await;
            let report = report?;
            output::result(session.json, &report, told);
            let refused = report.faults_total > 0;
            Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Street::Search { text } => {
            let app = session.app().await;
            let places = app.streets_find(PlaceQuery { text: text.join(" ") }).await;
            app.close().await;
            output::result(session.json, &places?, |places| {
                let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
                if names.is_empty() { "Nessuna via.".to_owned() } else { names.join("\n") }
            });
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn told(report: &StreetReport) -> String {
    let mut text = format!("{} strade, {} numeri civici.", report.streets, report.numbers);
    if let Some(added) = report.added {
        text += &format!(" Importate; nuove: {added}.");
    } else if report.faults_total == 0 {
        text += &format!(" Per esempio: {}.", report.sample.join(", "));
    } else {
        text += &format!(" Righe da correggere: {}; non è stato importato niente.", report.faults_total);
        for fault in &report.faults {
            let column = fault.column.as_deref().unwrap_or("tutta");
            text += &format!("\nriga {}, {column}: {}", fault.line, words::rule(&fault.rule));
        }
    }
    text
}
