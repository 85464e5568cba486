//! `ticket attach …`, `ticket protocol …`: what comes with a ticket.

use crate::Session;
use crate::output::{self, Problem};
use crate::ticket::find;
use crate::words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::NaiveDate;
use clap::Subcommand;
use serde_json::json;
use sportello_app::{
    App, AttachmentAdd, AttachmentLine, AttachmentRef, AttachmentRemove, DocumentFile, Failure, PaperPlace,
    ProtocolSave, TableWords, TicketDetail, UnregisteredQuery,
};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{AttachmentId, ProtocolId};
use sportello_domain::paper::{FILE_MAX_MIB, MIB, PaperFault};
use sportello_domain::protocol::ProtocolDraft;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Allegati e protocollo di una pratica.
#[derive(Debug, Subcommand)]
pub(crate) enum Papers {
    /// Allega dei file: PDF, JPEG, PNG, WebP, TIFF, HEIC, TXT, CSV, DOCX, XLSX, ODT, ODS, EML, MSG, P7M
    Attach {
        /// Numero o identificativo
        ticket: String,
        /// I file, al massimo 25 MB l'uno e 100 MB per pratica
        #[arg(required = true, num_args = 1.., value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Elenca gli allegati
    Attachments {
        /// Numero o identificativo
        ticket: String,
    },
    /// Salva una copia di un allegato, senza i dati di posizione delle foto
    AttachmentSave {
        /// Identificativo dell'allegato
        id: AttachmentId,
        /// File da scrivere, o cartella
        out: PathBuf,
    },
    /// Nasconde un allegato, con il motivo
    AttachmentRemove {
        /// Identificativo dell'allegato
        id: AttachmentId,
        /// Perché
        #[arg(long, value_name = "TESTO")]
        reason: String,
    },
    /// Annota il numero di protocollo dato dal Comune
    Protocol {
        /// Numero o identificativo
        ticket: String,
        /// Il numero, come lo scrive il protocollo
        #[arg(long, value_name = "NUMERO")]
        number: String,
        /// Il giorno della registrazione
        #[arg(long, value_name = "AAAA-MM-GG")]
        date: NaiveDate,
        /// Verso: in (arrivo), out (partenza)
        #[arg(long, value_name = "VERSO", default_value = "in")]
        direction: String,
        /// La registrazione sbagliata che questa corregge
        #[arg(long, value_name = "ID", requires = "reason")]
        corrects: Option<ProtocolId>,
        /// Perché quella era sbagliata
        #[arg(long, value_name = "TESTO")]
        reason: Option<String>,
    },
    /// Elenca le pratiche scritte e le risposte scritte ancora senza protocollo
    Unregistered {
        /// In CSV per un foglio di calcolo
        #[arg(long)]
        csv: bool,
        /// Righe
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: u16,
        /// Da dove riprendere: il campo `next` della pagina prima
        #[arg(long, value_name = "PUNTO")]
        after: Option<String>,
    },
}

pub(crate) async fn perform(session: &Session, app: &App, command: Papers) -> Result<(), Problem> {
    match command {
        Papers::Attach { ticket, files } => {
            let place = PaperPlace::Ticket(find(app, &ticket).await?);
            let mut lines = Vec::new();
            for file in files {
                lines.push(attach(app, place, &file).await?);
            }
            tell(session, &lines);
        }
        Papers::Attachments { ticket } => {
            let place = PaperPlace::Ticket(find(app, &ticket).await?);
            tell(session, &app.attachments(place).await?);
        }
        Papers::AttachmentSave { id, out } => {
            let file = app.attachment_read(AttachmentRef { id }).await?;
            let out = if out.is_dir() { out.join(&file.file_name) } else { out };
            let size = save(&file, &out)?;
            output::result(session.json, &json!({ "file": out, "size": size }), |_| {
                format!("Salvato: {}", out.display())
            });
        }
        Papers::AttachmentRemove { id, reason } => {
            let request = AttachmentRemove { op: app.new_op(), id, reason: Some(reason) };
            tell(session, &app.attachment_remove(request).await?);
        }
        Papers::Protocol { ticket, number, date, direction, corrects, reason } => {
            let protocol: ProtocolDraft = sportello_app::read_request(json!({
                "number": number, "registered_on": date, "direction": direction, "corrects": corrects, "reason": reason,
            }))?;
            let id = find(app, &ticket).await?;
            let request = ProtocolSave { op: app.new_op(), id, draft_id: None, protocol };
            let detail = app.protocol_save(request).await?;
            output::result(session.json, &detail, |detail: &TicketDetail| words::detail(detail));
        }
        Papers::Unregistered { csv: true, .. } => {
            let words = TableWords { words: words::table() };
            print_file(&app.unregistered_csv(words).await?)?;
        }
        Papers::Unregistered { csv: false, limit, after } => {
            let page = app.unregistered(UnregisteredQuery { after, limit: Some(limit) }).await?;
            output::result(session.json, &page, |page| {
                let line = |line: &sportello_app::UnregisteredLine| {
                    let way = words::direction(line.direction);
                    format!("{way:<11} dal {}  {}", words::day(line.since), words::line(&line.ticket))
                };
                page.rows.iter().map(line).collect::<Vec<_>>().join("\n")
            });
        }
    }
    Ok(())
}

async fn attach(app: &App, place: PaperPlace, path: &Path) -> Result<AttachmentLine, Problem> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let unreadable =
        |error: std::io::Error| Problem::File(format!("Non riesco a leggere {name}: {}", words::io(&error)));
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // One byte more than allowed is enough to know that there are too many.
    file.take(FILE_MAX_MIB * MIB + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let request = AttachmentAdd { op: app.new_op(), place, name: name.clone(), base64: BASE64.encode(bytes) };
    app.attachment_add(request).await.map_err(|failure| match fault_of(&failure) {
        Some(fault) => Problem::File(format!("{name}: {}", words::paper_fault(fault))),
        None => failure.into(),
    })
}

fn fault_of(failure: &Failure) -> Option<&PaperFault> {
    failure.fields.iter().find_map(|field| match &field.rule {
        FieldRule::Paper { fault } => Some(fault),
        _ => None,
    })
}

/// Writes a new file; what is there already is not touched.
fn save(file: &DocumentFile, out: &Path) -> Result<usize, Problem> {
    let bytes = bytes(file)?;
    let written = File::create_new(out).and_then(|mut target| target.write_all(&bytes));
    written.map_err(|error| {
        Problem::File(format!("Non riesco a scrivere {}: {}", out.display(), words::io(&error)))
    })?;
    Ok(bytes.len())
}

/// Prints a table on standard output, as it would be saved.
pub(crate) fn print_file(file: &DocumentFile) -> Result<(), Problem> {
    drop(std::io::stdout().lock().write_all(&bytes(file)?));
    Ok(())
}

fn bytes(file: &DocumentFile) -> Result<Vec<u8>, Problem> {
    BASE64.decode(&file.base64).map_err(|_| Problem::File("Il documento non si legge.".to_owned()))
}

fn tell(session: &Session, lines: &Vec<AttachmentLine>) {
    output::result(session.json, lines, |lines: &Vec<AttachmentLine>| {
        let told: Vec<String> = lines.iter().map(words::attachment).collect();
        if told.is_empty() { "Nessun allegato.".to_owned() } else { told.join("\n") }
    });
}
