//! Words for papers, protocol numbers and tables.

use super::day;
use sportello_app::{AttachmentLine, Papers};
use sportello_domain::paper::PaperFault;
use sportello_domain::protocol::ProtocolDirection;
use std::collections::BTreeMap;

/// Why a file cannot be attached.
pub(crate) fn paper_fault(fault: &PaperFault) -> String {
    match fault {
        PaperFault::Empty => "il file è vuoto.".to_owned(),
        PaperFault::TooLarge { max } => format!("più di {max} MB: troppo grande."),
        PaperFault::TicketFull { max } => format!("con questo gli allegati passano i {max} MB per pratica."),
        PaperFault::Program => "è un programma, o qualcosa che il computer eseguirebbe: non si allega.".to_owned(),
        PaperFault::Macros => "contiene macro: chiederne una copia in PDF.".to_owned(),
        PaperFault::Archive => {
            "è un archivio compresso: estrarre i file e allegarli uno per uno.".to_owned()
        }
        PaperFault::OldDocument => {
            "è un documento in un formato vecchio (.doc, .xls): salvarlo in PDF, DOCX o XLSX.".to_owned()
        }
        PaperFault::UnknownType => {
            "tipo non ammesso. Si allegano PDF, JPEG, PNG, WebP, TIFF, HEIC, TXT, CSV, DOCX, XLSX, ODT, ODS, EML, MSG, P7M."
                .to_owned()
        }
    }
}

/// A paper on one line.
pub(crate) fn attachment(line: &AttachmentLine) -> String {
    let paper = &line.attachment;
    let mut text = format!(
        "{}  {}  {}  {} kB  {}",
        paper.id,
        line.shown_name,
        paper.file_type.code().to_uppercase(),
        (paper.size + 1023) / 1024,
        paper.added_by
    );
    if line.mislabelled {
        text += "  (il nome dice un altro tipo)";
    }
    if let Some(reason) = &paper.removed_reason {
        text += &format!("  (nascosto: {reason})");
    }
    text
}

/// What comes with a ticket, a line each.
pub(crate) fn papers(papers: &Papers) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(backdated) = &papers.backdated {
        lines.push(match &backdated.reason {
            Some(reason) => format!("Data retrodatata: {}", reason.as_str()),
            None => "Data retrodatata senza motivo.".to_owned(),
        });
    }
    for line in &papers.protocol {
        let record = &line.record;
        let wrong = if record.corrected { " (corretto)" } else { "" };
        let way = direction(record.direction);
        lines.push(format!(
            "Protocollo in {way}: {} del {}{wrong}",
            record.number,
            day(record.registered_on)
        ));
        if line.another_day {
            lines.push(
                "Attenzione: la data di protocollo non è quella di presentazione (art. 18-bis L. 241/1990)."
                    .to_owned(),
            );
        }
    }
    if !papers.tags.is_empty() {
        let names: Vec<&str> = papers.tags.iter().map(|tag| tag.name.as_str()).collect();
        lines.push(format!("Etichette: {}", names.join(", ")));
    }
    let kept = papers.attachments.iter().filter(|line| line.attachment.removed_at.is_none()).count();
    if kept > 0 {
        lines.push(format!("Allegati: {kept}"));
    }
    lines
}

/// Which way a matter went.
pub(crate) fn direction(direction: ProtocolDirection) -> &'static str {
    match direction {
        ProtocolDirection::In => "arrivo",
        ProtocolDirection::Out => "partenza",
    }
}

/// The words of a table.
pub(crate) fn table() -> BTreeMap<String, String> {
    let words = [
        ("number", "Numero"),
        ("direction", "Verso"),
        ("since", "Dal"),
        ("channel", "Canale"),
        ("citizen", "Cittadino"),
        ("subject", "Oggetto"),
        ("office", "Ufficio"),
        ("kind", "Tipo"),
        ("state", "Stato"),
        ("place", "Luogo"),
        ("presented_on", "Presentata il"),
        ("due_on", "Risposta entro"),
        ("office_due_on", "Ufficio entro"),
        ("answered_on", "Risposta il"),
        ("recorded_by", "Operatore"),
        ("tags", "Etichette"),
        ("in", "arrivo"),
        ("out", "partenza"),
        ("phone", "telefono"),
        ("counter", "sportello"),
        ("email", "e-mail"),
        ("pec", "PEC"),
        ("letter", "lettera"),
        ("web", "web"),
        ("report", "segnalazione"),
        ("complaint", "reclamo"),
        ("suggestion", "suggerimento"),
        ("proposal", "proposta"),
        ("received", "ricevuta"),
        ("in_progress", "in lavorazione"),
        ("transferred", "trasferita"),
        ("with_office", "in carico all'ufficio"),
        ("outcome_received", "esito da comunicare"),
        ("suspended", "sospesa"),
        ("answered", "risposta data"),
        ("closed", "archiviata"),
        ("forwarded_external", "inoltrata ad altro ente"),
        ("merged", "unita a un'altra"),
        ("withdrawn", "ritirata"),
        ("closed_without_reply", "chiusa senza risposta"),
        ("voided", "annullata"),
    ];
    words.into_iter().map(|(code, word)| (code.to_owned(), word.to_owned())).collect()
}
