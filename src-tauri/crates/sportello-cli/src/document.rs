//! `doc …` and `print`: papers without a window.

use crate::Session;
use crate::office::named;
use crate::output::{self, Problem};
use crate::ticket::find;
use crate::words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};
use sportello_app::{App, DocumentAsked, TableWords, document_kinds, pdf_page, print_file, render_data};
use std::path::{Path, PathBuf};

/// Documenti.
#[derive(Debug, Subcommand)]
pub(crate) enum Document {
    /// Elenca i tipi di documento
    List,
    /// Prepara un documento in PDF
    ///
    /// Con --ticket (o --office) i dati si leggono dall'archivio e l'uscita resta nel registro. Con --data i dati sono in
    /// un file JSON e l'archivio non serve: i campi del tipo e, se si vuole, "house" (la carta intestata) e "made_at".
    #[command(verbatim_doc_comment)]
    Render(Render),
    /// Disegna una pagina di un PDF in PNG
    Preview {
        /// Il PDF
        file: PathBuf,
        /// Pagina, da 1
        #[arg(long, value_name = "N", default_value_t = 1)]
        page: u32,
        /// Punti per pollice, da 24 a 300
        #[arg(long, value_name = "N", default_value_t = 150)]
        dpi: u16,
        /// File PNG da scrivere
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// Prepara un documento in PDF.
#[derive(Debug, Args)]
pub(crate) struct Render {
    /// Il tipo, come in «doc list»
    kind: String,
    /// La pratica: numero o identificativo; più volte per la ricevuta di più pratiche
    #[arg(long, value_name = "N", conflicts_with = "data")]
    ticket: Vec<String>,
    /// L'ufficio: nome o identificativo
    #[arg(long, value_name = "UFFICIO", conflicts_with = "data")]
    office: Option<String>,
    /// File JSON con i dati, oppure - per leggerli dall'ingresso
    #[arg(long, value_name = "FILE")]
    data: Option<String>,
    /// Elenco da stampare, come in «ticket list»
    #[arg(long, value_name = "ELENCO")]
    view: Option<String>,
    /// Elenco in orizzontale
    #[arg(long)]
    landscape: bool,
    /// In A3, per i documenti degli uffici
    #[arg(long)]
    a3: bool,
    /// Ricevuta di tutte le pratiche della stessa visita
    #[arg(long)]
    visit: bool,
    /// Versione interna: con le note
    #[arg(long)]
    internal: bool,
    /// In PDF/A-1b, per i controllori che conoscono solo quello
    #[arg(long)]
    twin_1b: bool,
    /// File PDF da scrivere
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Stampa un PDF.
#[derive(Debug, Args)]
pub(crate) struct Print {
    /// Il PDF
    file: PathBuf,
    /// La stampante; se manca, quella predefinita
    #[arg(long, value_name = "NOME")]
    printer: Option<String>,
    /// Copie
    #[arg(long, value_name = "N", default_value_t = 1)]
    copies: u16,
}

pub(crate) async fn run(session: &Session, command: Document) -> Result<(), Problem> {
    match command {
        Document::List => {
            let kinds: Vec<Value> = document_kinds()
                .iter()
                .map(|(kind, words)| json!({ "kind": kind, "words": words }))
                .collect();
            output::result(session.json, &kinds, |_| {
                let lines = document_kinds().iter().map(|(kind, words)| format!("{kind:<16} {words}"));
                lines.collect::<Vec<_>>().join("\n")
            });
        }
        Document::Render(command) => render(session, command).await?,
        Document::Preview { file, page, dpi, out } => {
            let png = pdf_page(read(&file)?, page, dpi).await?;
            written(session, &out, &png)?;
        }
    }
    Ok(())
}

async fn render(session: &Session, command: Render) -> Result<(), Problem> {
    if !document_kinds().iter().any(|(kind, _)| *kind == command.kind) {
        let known: Vec<&str> = document_kinds().iter().map(|(kind, _)| *kind).collect();
        return Err(Problem::Usage(format!(
            "Non conosco il documento «{}». Ci sono: {}.",
            command.kind,
            known.join(", ")
        )));
    }
    if let Some(name) = &command.data {
        let data: Value = output::request(name)?;
        let pdf = render_data(&command.kind, data, command.twin_1b, command.internal)?;
        return written(session, &command.out, &pdf);
    }
    let app = session.app().await;
    let made = from_store(&app, &command).await;
    app.close().await;
    written(session, &command.out, &made?)
}

async fn from_store(app: &App, command: &Render) -> Result<Vec<u8>, Problem> {
    let asked = asked(app, command).await?;
    let words = TableWords { words: words::on_paper() };
    let file = app.document_file(asked, words, command.twin_1b).await?;
    BASE64.decode(&file.base64).map_err(|_| Problem::File("Il documento non si legge.".to_owned()))
}

/// The request, of what was named: a kind that needs something else says so by itself.
async fn asked(app: &App, command: &Render) -> Result<DocumentAsked, Problem> {
    let mut fields = Map::from_iter([("kind".to_owned(), json!(command.kind))]);
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    let mut tickets = Vec::new();
    for ticket in &command.ticket {
        tickets.push(find(app, ticket).await?);
    }
    match (command.kind.as_str(), tickets.as_slice()) {
        ("page", _) => {
            return Err(Problem::Usage(
                "Questo documento si prepara solo da un file: --data FILE.".to_owned(),
            ));
        }
        ("receipt" | "labels", tickets) => put("ids", json!(tickets)),
        ("list", tickets) => {
            let view = command.view.as_deref().unwrap_or("open");
            put("tickets", json!({ "ids": tickets, "view": view }));
            put("title", json!("Pratiche"));
            put("landscape", json!(command.landscape));
        }
        (_, [one]) => put("id", json!(one)),
        (_, [_, _, ..]) => {
            return Err(Problem::Usage("Questo documento è di una sola pratica.".to_owned()));
        }
        (_, []) => {}
    }
    if let Some(office) = &command.office {
        put("office", json!(named(app, office).await?));
    }
    for (name, on) in [("internal", command.internal), ("a3", command.a3), ("visit", command.visit)] {
        if on {
            put(name, json!(true));
        }
    }
    Ok(sportello_app::read_request(Value::Object(fields))?)
}

pub(crate) async fn print(session: &Session, command: Print) -> Result<(), Problem> {
    let copies = command.copies;
    let printer = print_file(read(&command.file)?, command.printer, copies).await?;
    output::result(session.json, &json!({ "printer": printer, "copies": copies }), |_| {
        let copies = if copies == 1 { "una copia".to_owned() } else { format!("{copies} copie") };
        format!("Mandato in stampa su «{printer}», {copies}.")
    });
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    std::fs::read(path).map_err(|error| {
        Problem::File(format!("Non riesco a leggere {}: {}", path.display(), words::io(&error)))
    })
}

fn written(session: &Session, out: &Path, bytes: &[u8]) -> Result<(), Problem> {
    std::fs::write(out, bytes).map_err(|error| {
        Problem::File(format!("Non riesco a scrivere {}: {}", out.display(), words::io(&error)))
    })?;
    output::result(session.json, &json!({ "file": out, "size": bytes.len() }), |_| {
        format!("Salvato: {}", out.display())
    });
    Ok(())
}
