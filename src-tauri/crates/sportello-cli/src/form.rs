//! `form …`: the forms there are, whether a file of one is right, filled ones. Needs no store.

mod words;

use crate::Session;
use crate::output::{self, Problem};
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use sportello_app::{
    FormCatalogue, FormEntry, FormFill, form_bring_sheet, form_catalogue, form_check, form_fill,
};
use sportello_domain::form::{Form, Question};
use std::path::PathBuf;
use std::process::ExitCode;

/// Moduli.
#[derive(Debug, Subcommand)]
pub(crate) enum FormCommand {
    /// Elenca i moduli, anche quelli con un errore
    List,
    /// Controlla il file di un modulo
    Check {
        /// Il file TOML
        file: PathBuf,
    },
    /// Mostra un modulo: a che cosa serve, che cosa portare, che cosa chiede
    Show {
        /// L'id del modulo, come in «form list»
        id: String,
        /// Scrive anche il foglio «Cosa portare» in PDF
        #[arg(long, value_name = "FILE")]
        bring: Option<PathBuf>,
    },
    /// Compila un modulo da un file di risposte
    Fill(Fill),
    /// Cerca un modulo con le parole del cittadino
    Search {
        /// Per esempio: devo cambiare casa
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
    },
}

/// Compila un modulo da un file di risposte.
#[derive(Debug, Args)]
pub(crate) struct Fill {
    /// L'id del modulo
    id: String,
    /// File JSON con le risposte, oppure - per leggerle dall'ingresso
    #[arg(long, value_name = "FILE", required_unless_present = "blank")]
    answers: Option<String>,
    /// File PDF da scrivere
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// In bianco, da compilare a mano
    #[arg(long, conflicts_with = "answers")]
    blank: bool,
    /// Aggiunge la guida in un'altra lingua: en, fr, es, ro, sq, ar, uk, zh
    #[arg(long, value_name = "LINGUA")]
    guide: Option<String>,
    /// Lo stampa anche incompleto, segnato come bozza
    #[arg(long)]
    draft: bool,
    /// Perché si usa un modulo scaduto, ritirato o in bozza
    #[arg(long, value_name = "MOTIVO")]
    reason: Option<String>,
}

pub(crate) fn run(session: &Session, command: FormCommand) -> Result<ExitCode, Problem> {
    let catalogue = form_catalogue(&session.folder);
    for shared in &catalogue.shared {
        output::warning(&words::shared(shared));
    }
    match command {
        FormCommand::List => {
            let lines: Vec<Value> = catalogue.entries.iter().map(|entry| line(&catalogue, entry)).collect();
            output::result(session.json, &lines, |_| words::list(&catalogue));
        }
        FormCommand::Check { file } => return check(session, &catalogue, &file),
        FormCommand::Show { id, bring } => show(session, &catalogue, &id, bring)?,
        FormCommand::Fill(command) => return fill(session, &catalogue, command),
        FormCommand::Search { text } => {
            let found = catalogue.search(&text.join(" "));
            let lines: Vec<Value> = found.iter().map(|entry| line(&catalogue, entry)).collect();
            output::result(session.json, &lines, |_| words::found(&found));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn line(catalogue: &FormCatalogue, entry: &FormEntry) -> Value {
    match &entry.form {
        Ok(form) => json!({
            "id": form.file.id, "title": form.file.title, "version": form.file.version,
            "state": form.file.state, "class": form.file.class, "shelf": form.file.shelf,
            "valid_from": form.file.valid_from, "valid_to": form.file.valid_to,
            "languages": catalogue.languages(&form.file.id),
            "origin": entry.origin, "file": entry.file, "valid": true,
        }),
        Err(faults) => json!({
            "file": entry.file, "origin": entry.origin, "valid": false, "faults": words::faults(faults),
        }),
    }
}

fn check(session: &Session, catalogue: &FormCatalogue, file: &PathBuf) -> Result<ExitCode, Problem> {
    let bytes = std::fs::read(file).map_err(|error| {
        Problem::File(format!("Non riesco a leggere {}: {}", file.display(), crate::words::io(&error)))
    })?;
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(Problem::File(format!("{} non è un testo UTF-8.", file.display())));
    };
    match form_check(catalogue, &text) {
        Ok(form) => {
            let questions = form.questions().len();
            let answer = json!({
                "valid": true, "id": form.file.id, "version": form.file.version, "title": form.file.title,
                "steps": form.steps.len(), "questions": questions, "faults": [],
            });
            output::result(session.json, &answer, |_| {
                format!(
                    "Il modulo «{}» è a posto: {} passi, {questions} domande.",
                    form.file.title,
                    form.steps.len()
                )
            });
            Ok(ExitCode::SUCCESS)
        }
        Err(faults) => {
            let answer = json!({ "valid": false, "faults": words::faults(&faults) });
            output::result(session.json, &answer, |_| words::fault_lines(&faults));
            Ok(ExitCode::FAILURE)
        }
    }
}

fn known<'a>(catalogue: &'a FormCatalogue, id: &str) -> Result<&'a Form, Problem> {
    catalogue.form(id).ok_or_else(|| {
        Problem::File(format!("Non c'è un modulo «{id}» senza errori. L'elenco è in «form list»."))
    })
}

fn show(
    session: &Session,
    catalogue: &FormCatalogue,
    id: &str,
    bring: Option<PathBuf>,
) -> Result<(), Problem> {
    let form = known(catalogue, id)?;
    if let Some(out) = bring {
        write(&out, &form_bring_sheet(catalogue, id)?)?;
    }
    let file = &form.file;
    let steps: Vec<Value> = form
        .steps
        .iter()
        .map(|step| {
            let questions: Vec<Value> = step.questions.iter().map(question).collect();
            json!({ "id": step.id, "title": step.title, "help": step.help, "questions": questions })
        })
        .collect();
    let papers: Vec<Value> = (file.attachments.iter())
        .map(|paper| {
            json!({ "id": paper.id, "text": paper.text, "required": paper.required,
                "conditional": paper.when.is_some(), "instead": paper.instead })
        })
        .collect();
    let answer = json!({
        "id": file.id, "title": file.title, "version": file.version, "state": file.state, "class": file.class,
        "shelf": file.shelf, "law": file.law, "about": file.about, "mind": file.mind,
        "afterwards": file.afterwards, "bring": file.bring, "papers": papers,
        "recipient": file.recipient.as_deref().map(|code| catalogue.library.office(code)),
        "term_days": file.term_days, "copies": file.copies.unwrap_or(1),
        "languages": catalogue.languages(id), "steps": steps,
    });
    output::result(session.json, &answer, |_| words::card(form, catalogue));
    Ok(())
}

fn question(question: &Question) -> Value {
    let mut view = json!({
        "id": question.id, "kind": question.kind, "label": question.label, "required": question.required,
    });
    if let Some(help) = &question.help {
        view["help"] = json!(help);
    }
    if question.kind.has_options() {
        let options: Vec<Value> = (question.options.iter())
            .map(|option| json!({ "value": option.value, "text": option.text }))
            .collect();
        view["options"] = json!(options);
    }
    if !question.children.is_empty() {
        view["questions"] = json!(question.children.iter().map(self::question).collect::<Vec<_>>());
    }
    view
}

fn fill(session: &Session, catalogue: &FormCatalogue, command: Fill) -> Result<ExitCode, Problem> {
    known(catalogue, &command.id)?;
    let answers = command.answers.as_deref().map(output::request::<Value>).transpose()?;
    let asked = FormFill {
        answers,
        guide: command.guide.as_deref(),
        draft: command.draft,
        reason: command.reason.as_deref(),
        now: None,
    };
    let filled = form_fill(&session.folder, catalogue, &command.id, asked)?;
    if let Some(version) = &filled.other_version {
        output::warning(&format!("Le risposte sono della versione «{version}» del modulo."));
    }
    if let Some(pdf) = &filled.pdf {
        write(&command.out, pdf)?;
    }
    let file = filled.pdf.as_ref().map(|_| command.out.clone());
    let answer = json!({
        "form": filled.form, "file": file, "complete": filled.errors.is_empty(),
        "errors": words::findings(&filled.errors), "notices": words::findings(&filled.notices),
        "answers": filled.answers, "computed": filled.computed, "papers": filled.papers,
        "stamps": filled.stamps, "stamp_amount": filled.stamp_amount, "recipient": filled.recipient,
        "competent": filled.competent, "copies": filled.copies,
    });
    output::result(session.json, &answer, |_| words::filled(&filled, file.as_deref()));
    Ok(if filled.errors.is_empty() || filled.pdf.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn write(out: &PathBuf, bytes: &[u8]) -> Result<(), Problem> {
    std::fs::write(out, bytes).map_err(|error| {
        Problem::File(format!("Non riesco a scrivere {}: {}", out.display(), crate::words::io(&error)))
    })
}
