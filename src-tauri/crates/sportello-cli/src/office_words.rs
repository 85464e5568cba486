//! An office in words: a line of a list, a card to read aloud on the telephone, what an import would do.

use crate::words::{day, rule};
use chrono::NaiveTime;
use sportello_app::ImportReport;
use sportello_domain::calendar::{DeskState, HoursGroup, OpensWhen};
use sportello_domain::import::{Encoding, LineFault, Separator};
use sportello_domain::office::{Office, OfficeNow, OfficeRole, Validity};

/// Faults told on the screen; the JSON has all that the app gives.
const FAULTS_TOLD: usize = 50;

const DAYS: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];

/// `8:30`.
fn time(time: NaiveTime) -> String {
    time.format("%-H:%M").to_string()
}

/// `lunedì, mercoledì e venerdì`; three days or more in a row are `da lunedì a venerdì`.
fn weekdays(days: &[u8]) -> String {
    let name = |day: u8| DAYS[usize::from(day.clamp(1, 7)) - 1];
    match days {
        [] => String::new(),
        [one] => name(*one).to_owned(),
        [first, .., last] if days.len() > 2 && usize::from(last - first) + 1 == days.len() => {
            format!("da {} a {}", name(*first), name(*last))
        }
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(|day| name(*day)).collect();
            format!("{} e {}", before.join(", "), name(*last))
        }
    }
}

/// `lunedì e mercoledì dalle 8:30 alle 12:30 e dalle 14:00 alle 16:00`.
fn group(group: &HoursGroup) -> String {
    let spans = group.spans.iter().map(|span| format!("dalle {} alle {}", time(span.from), time(span.to)));
    format!("{} {}", weekdays(&group.weekdays), spans.collect::<Vec<_>>().join(" e "))
}

/// `aperto ora · chiude alle 12:30`, `chiuso · apre domani alle 8:30`.
pub(crate) fn open_now(state: &DeskState) -> String {
    match state {
        DeskState::Open { until } => format!("aperto ora · chiude alle {}", time(*until)),
        DeskState::Closed { opens_on, opens_at, when } => {
            let opens = match when {
                OpensWhen::Today => "oggi".to_owned(),
                OpensWhen::Tomorrow => "domani".to_owned(),
                OpensWhen::ThisWeek | OpensWhen::Later => {
                    use chrono::Datelike;
                    let weekday = DAYS[opens_on.weekday().num_days_from_monday() as usize];
                    if *when == OpensWhen::Later {
                        format!("{weekday} {}", day(*opens_on))
                    } else {
                        weekday.to_owned()
                    }
                }
            };
            format!("chiuso · apre {opens} alle {}", time(*opens_at))
        }
    }
}

/// One line: name, where, telephone, whether it is open.
pub(crate) fn line(office: &Office) -> String {
    let state = office.now.as_ref().and_then(|now| match now.validity {
        Validity::Ended { on } => Some(format!("non c'è più dal {}", day(on))),
        Validity::NotYet { from } => Some(format!("dal {}", day(from))),
        Validity::Current => now.open.as_ref().map(open_now),
    });
    [crate::words::office(office), state.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" — ")
}

/// The card in plain words, to read aloud or to paste. Internal notes and staff's own telephones are not in it.
pub(crate) fn plain(office: &Office) -> String {
    let data = &office.data;
    let now = office.now.as_ref();
    let mut lines = vec![data.name.clone()];
    let place: Vec<&str> =
        [&data.address, &data.floor, &data.room].into_iter().flatten().map(String::as_str).collect();
    if !place.is_empty() {
        lines.push(format!("Dove: {}", place.join(", ")));
    }
    let hours: Vec<String> = now.map(|now| now.week.iter().map(group).collect()).unwrap_or_default();
    let note = data.hours.as_ref().and_then(|hours| hours.note.clone());
    let hours: Vec<String> = hours.into_iter().chain(note).collect();
    if !hours.is_empty() {
        lines.push(format!("Orari: {}", hours.join("; ")));
    }
    if let Some(state) = now.and_then(|now| now.open.as_ref()) {
        lines.push(format!("Adesso: {}", open_now(state)));
    }
    let phones: Vec<&str> = data.phone.iter().chain(&data.phones).map(String::as_str).collect();
    for (label, value) in [
        ("Telefono", phones.join("; ")),
        ("E-mail", data.email.clone().unwrap_or_default()),
        ("PEC", data.pec.clone().unwrap_or_default()),
        ("Che cosa portare", data.to_bring.join("; ")),
        ("Non se ne occupa", data.does_not.join("; ")),
    ] {
        if !value.is_empty() {
            lines.push(format!("{label}: {value}"));
        }
    }
    lines.join("\n")
}

/// The whole card, for the desk.
pub(crate) fn card(office: &Office) -> String {
    let mut lines = vec![plain(office)];
    let now = office.now.as_ref();
    for person in office.data.people.iter().filter(|person| person.valid_to.is_none()) {
        let away = now.and_then(|now| {
            now.away.iter().find(|away| away.name == person.name && away.role == person.role)?.until
        });
        let matter = person.matter.as_ref().map(|matter| format!(" ({matter})")).unwrap_or_default();
        let away = away.map(|until| format!(", assente fino al {}", day(until))).unwrap_or_default();
        lines.push(format!("{}: {}{matter}{away}", role(person.role), person.name));
    }
    if let Some(OfficeNow { addressee: Some(addressee), .. }) = now
        && let Some(away) = &addressee.instead_of
    {
        lines.push(format!("Al posto di {} risponde {}", away.name, addressee.name));
    }
    if !office.data.competences.is_empty() {
        lines.push(format!("Ci si va per: {}", office.data.competences.join("; ")));
    }
    lines.push(format!("Risponde allo sportello in {} giorni", office.data.answer_days));
    if let Some(notes) = &office.data.internal_notes {
        lines.push(format!("Nota interna: {}", notes.as_str()));
    }
    lines.join("\n")
}

fn role(role: OfficeRole) -> &'static str {
    match role {
        OfficeRole::Head => "Responsabile",
        OfficeRole::Deputy => "Vice",
        OfficeRole::CaseOfficer => "Responsabile del procedimento",
        OfficeRole::SubstituteAuthority => "Potere sostitutivo",
        OfficeRole::Staff => "Addetto",
    }
}

/// What an import would do, or did.
pub(crate) fn import(report: &ImportReport) -> String {
    let encoding = match report.encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf8Bom => "UTF-8 con BOM",
        Encoding::Windows1252 => "Windows-1252",
    };
    let separator = match report.separator {
        Separator::Semicolon => "punto e virgola",
        Separator::Comma => "virgola",
        Separator::Tab => "tabulazione",
    };
    let layout = if report.indice_pa { ", tracciato IndicePA" } else { "" };
    let mut lines =
        vec![format!("Letto come {encoding}, separatore {separator}{layout}: {} righe.", report.rows)];
    for column in &report.columns.0 {
        lines.push(match &column.field {
            Some(name) => format!("  {} → {}", column.column, field(name)),
            None => format!("  {} → non importata", column.column),
        });
    }
    if !report.missing.is_empty() {
        let missing: Vec<&str> = report.missing.iter().map(|name| field(name)).collect();
        lines.push(format!("Manca la colonna: {}. Indicarla con --map COLONNA=CAMPO.", missing.join(", ")));
    }
    lines.extend(faults(&report.faults, report.faults_total));
    lines.extend(report.notices.iter().take(FAULTS_TOLD).map(|notice| format!("Avviso: {}", fault(notice))));
    lines.push(format!(
        "Nuovi: {}. Cambiati: {}. Uguali: {}. Rifiutati: {}.",
        report.added, report.changed, report.unchanged, report.refused
    ));
    lines.push(match &report.import {
        Some(import) => {
            format!("Importati. Per tornare indietro: sportello-cli office import-undo {}", import.id)
        }
        None => "Non è stato scritto niente.".to_owned(),
    });
    lines.join("\n")
}

fn faults(faults: &[LineFault], total: usize) -> Vec<String> {
    let mut lines: Vec<String> = faults.iter().take(FAULTS_TOLD).map(fault).collect();
    if total > lines.len() {
        lines.push(format!("… e altri {} errori.", total - lines.len()));
    }
    lines
}

/// `Riga 12, colonna «Telefono»: non è un numero di telefono.`
fn fault(fault: &LineFault) -> String {
    let column = fault.column.as_ref().map(|column| format!(", colonna «{column}»")).unwrap_or_default();
    format!("Riga {}{column}: {}.", fault.line, rule(&fault.rule))
}

/// A field, as the desk calls it.
pub(crate) fn field(field: &str) -> &str {
    match field {
        "name" => "nome dell'ufficio",
        "ipa_code" => "codice IPA",
        "parent" => "ufficio di cui fa parte",
        "address" => "indirizzo",
        "zip" => "CAP",
        "town" => "comune",
        "floor" => "piano",
        "room" => "stanza",
        "phone" => "telefono",
        "phones" => "altri telefoni",
        "email" => "e-mail",
        "pec" => "PEC",
        "mail_1" | "mail_2" | "mail_3" => "indirizzo di posta",
        "mail_1_kind" | "mail_2_kind" | "mail_3_kind" => "tipo dell'indirizzo di posta",
        "head" => "responsabile",
        "head_name" => "nome del responsabile",
        "head_surname" => "cognome del responsabile",
        "head_phone" => "telefono del responsabile",
        "head_email" => "e-mail del responsabile",
        "competences" => "ci si va per",
        "does_not" => "non se ne occupa",
        "synonyms" => "altre parole",
        "to_bring" => "che cosa portare",
        "answer_days" => "giorni per rispondere",
        other => other,
    }
}

#[cfg(test)]
mod tests;
