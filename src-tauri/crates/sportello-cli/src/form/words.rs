//! The Italian words for forms.

use crate::identifier::words::finding as code;
use serde_json::{Value, json};
use sportello_app::{FormCatalogue, FormEntry, FormFilled, FormOrigin};
use sportello_domain::form::{Finding, Form, FormFault, FormProblem, Question, Remark, SharedFault, State};
use std::path::Path;

/// What is wrong with a file of a form.
pub(super) fn problem(problem: &FormProblem) -> String {
    let maybe =
        |near: &Option<String>| near.as_ref().map(|near| format!(" (forse «{near}»)")).unwrap_or_default();
    match problem {
        FormProblem::Syntax { detail } => format!("il testo non è TOML valido ({detail})"),
        FormProblem::NotText => "il file non è un testo, o è troppo lungo".to_owned(),
        FormProblem::UnknownKey { key, near } => format!("la proprietà '{key}' non esiste{}", maybe(near)),
        FormProblem::UnknownWord { key, word, near } if key == "tipo" => {
            format!("il tipo '{word}' non esiste{}", maybe(near))
        }
        FormProblem::UnknownWord { key, word, near } => {
            format!("il valore '{word}' di '{key}' non esiste{}", maybe(near))
        }
        FormProblem::MissingKey { key } => format!("manca la proprietà '{key}'"),
        FormProblem::WrongType { key } => format!("il valore di '{key}' non è del tipo giusto"),
        FormProblem::RepeatedKey => "la stessa proprietà è scritta due volte".to_owned(),
        FormProblem::BadId { id } => format!("il nome '{id}' ha caratteri che i nomi non possono avere"),
        FormProblem::RepeatedId { id } => format!("il nome '{id}' c'è già"),
        FormProblem::NoLabel { id } => format!("il campo '{id}' non ha etichetta"),
        FormProblem::NoOptions { id } => format!("la scelta '{id}' non ha opzioni"),
        FormProblem::NoFields { id } => format!("'{id}' non ha campi"),
        FormProblem::NotHere { key, kind } => format!("la proprietà '{key}' non vale per il tipo '{kind}'"),
        FormProblem::UnknownField { path, near } => format!("il campo '{path}' non esiste{}", maybe(near)),
        FormProblem::LaterField { path } => format!("il campo '{path}' viene dopo: qui non si può ancora usare"),
        FormProblem::UnknownOption { path, value, near } => {
            format!("'{value}' non è fra le opzioni di '{path}'{}", maybe(near))
        }
        FormProblem::OneWord => {
            "una condizione ha un campo e una sola parola (uguale, diverso, fra, contiene, pieno, minore, maggiore), \
             oppure tutte, una, non"
                .to_owned()
        }
        FormProblem::TooDeep => "ci sono troppe condizioni una dentro l'altra".to_owned(),
        FormProblem::UnknownMeasure { path } => format!("la misura di '{path}', dopo i due punti, non esiste"),
        FormProblem::UnknownBlock { id, near } => format!("il blocco '{id}' non esiste{}", maybe(near)),
        FormProblem::CircularBlock { id } => format!("il blocco '{id}' contiene sé stesso"),
        FormProblem::UnknownTable { id, near } => format!("la tabella di codici '{id}' non esiste{}", maybe(near)),
        FormProblem::UnknownParameter { key, near } => format!("il parametro '{key}' non esiste{}", maybe(near)),
        FormProblem::UnknownOffice { code, near } => {
            format!("l'ufficio '{code}' non è fra i parametri [uffici]{}", maybe(near))
        }
        FormProblem::UnknownNotice { key } => format!("l'informativa '{key}' non è fra i parametri [informative]"),
        FormProblem::UnknownSource { source } => format!("'{source}' non è una fonte da cui precompilare"),
        FormProblem::BadTerm { term } => format!("'{term}' qui non è un valore possibile"),
        FormProblem::BadBounds => "il minimo è più grande del massimo".to_owned(),
        FormProblem::OneComputation => "un calcolo ha una sola operazione".to_owned(),
        FormProblem::WrongTerms { word } => format!("'{word}' ha un numero di termini sbagliato"),
        FormProblem::NeverAsked { id } => format!("il campo obbligatorio '{id}' non si vede mai"),
        FormProblem::NeverTrue => "questa condizione non può mai essere vera".to_owned(),
        FormProblem::DeclarationLacks { what } => {
            let what = if what == "privacy" { "la tabella [privacy]" } else { "il campo obbligatorio 'dich_penale'" };
            format!("in una dichiarazione sostitutiva manca {what} (artt. 48 e 76 DPR 445/2000)")
        }
        FormProblem::SentenceWithoutValue => "nella frase da stampare manca {valore}".to_owned(),
        FormProblem::RuleSaysOne => "un controllo ha un errore oppure un avviso, uno dei due".to_owned(),
    }
}

/// `riga 74: il tipo 'partitaiva' non esiste`.
fn line(fault: &FormFault) -> String {
    format!("riga {}: {}", fault.line, problem(&fault.problem))
}

pub(super) fn faults(faults: &[FormFault]) -> Vec<Value> {
    let told =
        |fault: &FormFault| json!({ "line": fault.line, "column": fault.column, "message": line(fault) });
    faults.iter().map(told).collect()
}

pub(super) fn fault_lines(faults: &[FormFault]) -> String {
    let told = |fault: &FormFault| {
        format!("riga {}, colonna {}: {}", fault.line, fault.column, problem(&fault.problem))
    };
    faults.iter().map(told).collect::<Vec<_>>().join("\n")
}

pub(super) fn shared(shared: &SharedFault) -> String {
    format!("moduli/{}: {}. Si usa quello del programma.", shared.file, line(&shared.fault))
}

/// What is said of an answer.
fn remark(remark: &Remark) -> String {
    let letters =
        |count: &u32| if *count == 1 { "1 carattere".to_owned() } else { format!("{count} caratteri") };
    match remark {
        Remark::Missing => "Manca la risposta.".to_owned(),
        Remark::NotTicked => "La dichiarazione va spuntata.".to_owned(),
        Remark::UnknownAnswer => "Il modulo non ha questo campo.".to_owned(),
        Remark::WrongType => "La risposta non è del tipo giusto.".to_owned(),
        Remark::ControlCharacter => "C'è un carattere che non si può scrivere.".to_owned(),
        Remark::TooShort { min } => format!("È troppo corta: servono almeno {}.", letters(min)),
        Remark::TooLong { max } => format!("È troppo lunga: al più {}.", letters(max)),
        Remark::TooFew { min } => format!("Ne servono almeno {min}."),
        Remark::TooMany { max } => format!("Sono troppe: al più {max}."),
        Remark::NotAnOption { value } => format!("'{value}' non è fra le risposte possibili."),
        Remark::NotADate => "Non è una data.".to_owned(),
        Remark::NotATime => "Non è un'ora.".to_owned(),
        Remark::NotANumber => "Non è un numero adatto.".to_owned(),
        Remark::TooManyDecimals => "Gli importi hanno due decimali.".to_owned(),
        Remark::Less { bound } => format!("Non può essere prima o meno di {bound}."),
        Remark::More { bound } => format!("Non può essere dopo o più di {bound}."),
        Remark::InFuture => "È nel futuro.".to_owned(),
        Remark::InPast => "È nel passato.".to_owned(),
        Remark::NotAnEmail => "Non è un indirizzo di posta elettronica.".to_owned(),
        Remark::Code { code: finding } => code(*finding).to_owned(),
        Remark::UnknownPlace => "Il luogo non è nell'archivio: controllare come è scritto.".to_owned(),
        Remark::PlaceNotThen => "In quella data il luogo non c'era.".to_owned(),
        Remark::SameAs { row } => format!("È uguale alla riga {row}."),
        Remark::Said { words } => words.clone(),
    }
}

pub(super) fn findings(findings: &[Finding]) -> Vec<Value> {
    let told = |finding: &Finding| {
        json!({ "field": finding.path, "label": finding.label, "code": finding.remark,
            "message": remark(&finding.remark) })
    };
    findings.iter().map(told).collect()
}

fn finding(finding: &Finding) -> String {
    let label = if finding.label.is_empty() { "modulo" } else { &finding.label };
    format!("{} ({label}): {}", finding.path, remark(&finding.remark))
}

/// What came of a form.
pub(super) fn filled(filled: &FormFilled, file: Option<&Path>) -> String {
    let mut lines = Vec::new();
    match file {
        Some(file) if filled.errors.is_empty() => lines.push(format!("Salvato: {}", file.display())),
        Some(file) => lines.push(format!("Salvato come bozza: {}", file.display())),
        None => {
            lines.push("Il modulo non si può ancora stampare. Con --draft si stampa come bozza.".to_owned())
        }
    }
    lines.extend(filled.errors.iter().map(|error| format!("  Errore: {}", finding(error))));
    lines.extend(filled.notices.iter().map(|notice| format!("  Avviso: {}", finding(notice))));
    lines.extend(filled.computed.iter().map(|(path, value)| format!("  {path} = {value}")));
    lines.extend(filled.papers.iter().map(|paper| format!("  Allegato: {paper}")));
    if let Some(amount) = &filled.stamp_amount {
        lines.push(format!("  Marche da bollo: {} ({amount})", filled.stamps));
    }
    if let Some(office) = &filled.recipient {
        lines.push(format!("  Si consegna a: {office}"));
    }
    lines.push(format!("  Copie: {}", filled.copies));
    lines.join("\n")
}

/// Every form, and what is wrong with those that are not offered.
pub(super) fn list(catalogue: &FormCatalogue) -> String {
    let lines = catalogue.entries.iter().map(|entry| match &entry.form {
        Ok(form) => one(form, entry),
        Err(faults) => {
            let told: Vec<String> = faults.iter().map(|fault| format!("  {}", line(fault))).collect();
            format!("{} — con errori, non si usa\n{}", entry.file, told.join("\n"))
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn one(form: &Form, entry: &FormEntry) -> String {
    let own = if entry.origin == FormOrigin::Municipality { " [del Comune]" } else { "" };
    let state = match form.file.state {
        State::Active => "",
        State::Draft => " [bozza]",
        State::Withdrawn => " [ritirato]",
    };
    format!("{:<28} {}{own}{state}", form.file.id, form.file.title)
}

pub(super) fn found(found: &[&FormEntry]) -> String {
    if found.is_empty() {
        return "Nessun modulo.".to_owned();
    }
    let lines = found.iter().filter_map(|entry| Some(one(entry.form.as_ref().ok()?, entry)));
    lines.collect::<Vec<_>>().join("\n")
}

/// The card of a form, and what it asks.
pub(super) fn card(form: &Form, catalogue: &FormCatalogue) -> String {
    let file = &form.file;
    let mut lines = vec![format!("{} ({}@{})", file.title, file.id, file.version)];
    lines.extend(file.law.clone());
    for words in [&file.about, &file.mind].into_iter().flatten() {
        lines.extend([String::new(), words.trim().to_owned()]);
    }
    let papers = file.attachments.iter().map(|paper| paper.text.as_str());
    let bring: Vec<&str> = file.bring.iter().map(String::as_str).chain(papers).collect();
    if !bring.is_empty() {
        lines.extend([String::new(), "Cosa portare:".to_owned()]);
        lines.extend(bring.iter().map(|words| format!("  – {words}")));
    }
    if let Some(code) = &file.recipient {
        lines.extend([String::new(), format!("Si consegna a: {}", catalogue.library.office(code))]);
    }
    for step in &form.steps {
        lines.extend([String::new(), step.title.clone()]);
        step.questions.iter().for_each(|question| asked(question, 1, &mut lines));
    }
    lines.join("\n")
}

fn asked(question: &Question, depth: usize, lines: &mut Vec<String>) {
    let needed = if question.required && !question.kind.is_nested() { " *" } else { "" };
    lines.push(format!(
        "{}{} [{}] {}{needed}",
        "  ".repeat(depth),
        question.id,
        question.kind.word(),
        question.label
    ));
    question.children.iter().for_each(|child| asked(child, depth + 1, lines));
}
