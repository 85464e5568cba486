//! The Italian words of the command line.

mod documents;
mod failures;
mod papers;
mod people;

pub(crate) use documents::on_paper;
pub(crate) use failures::{failure, file, rule};
pub(crate) use papers::{attachment, direction, paper_fault, table};
pub(crate) use people::{citizen, citizen_card, contact_counts, referrals};

use chrono::NaiveDate;
use sportello_app::{
    CallbackLine, DayStarted, DemoStep, SearchHits, TicketDetail, TicketLine, TicketView, VerifyReport,
};
use sportello_domain::calendar::italian;
use sportello_domain::deadline::DueStatus;
use sportello_domain::escalation::ReminderStep;
use sportello_domain::office::Office;
use sportello_domain::ticket::{TicketNumber, TicketState};

/// A ticket in a few lines.
pub(crate) fn detail(detail: &TicketDetail) -> String {
    let ticket = &detail.ticket;
    let mut text = format!("{}  {}  [{}]", ticket.number, ticket.subject, state_name(ticket.state));
    let mut line = |words: String| text += &format!("\n  {words}");
    match (ticket.due_on, &detail.deadline) {
        (Some(due_on), Some(deadline)) => {
            line(format!(
                "Risposta al cittadino entro {} {}",
                italian::date_words(due_on),
                status(detail.due)
            ));
            line(deadline.explanation.clone());
        }
        _ => line("Nessuna risposta promessa.".to_owned()),
    }
    if let (Some(due_on), Some(office)) =
        (ticket.office_due_on.filter(|_| ticket.state.is_at_office()), &detail.office)
    {
        line(format!(
            "{} risponde entro {} {}",
            office.data.name,
            italian::date_words(due_on),
            status(detail.office_due)
        ));
    }
    if let Some(step) = detail.follow.ready {
        line(format!("Sollecito pronto, non ancora inviato: {}", reminder_step(step)));
    }
    if detail.follow.interim_owed {
        line("Serve una risposta interlocutoria al cittadino.".to_owned());
    }
    for call in detail.follow.callbacks.iter().filter(|call| call.callback.waiting) {
        line(format!("Da richiamare: {}", callback(call)));
    }
    if let Some(citizen) = &detail.citizen {
        line(format!("Cittadino: {}", citizen.data.display_name()));
    }
    people::people(&detail.people).into_iter().for_each(&mut line);
    papers::papers(&detail.papers).into_iter().for_each(&mut line);
    if let Some(code) = &ticket.course.pickup_code {
        line(format!("Codice per chiedere notizie: {code}"));
    }
    if let Some(master) = &detail.around.master {
        line(format!("Si risponde insieme a {}", master.row.number));
    }
    if let Some(decider) = &detail.around.decider {
        let head = decider.head.as_deref().unwrap_or("il responsabile");
        line(format!("Seconda respinta: decide {head} ({})", decider.office));
    }
    text
}

/// What a day brought.
pub(crate) fn day_started(day: &DayStarted) -> String {
    let list =
        |numbers: &[TicketNumber]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    if !day.resumed.is_empty() {
        lines.push(format!("Sospensione finita: {}", list(&day.resumed)));
    }
    if !day.closed.is_empty() {
        lines.push(format!("Chiuse: {}", list(&day.closed)));
    }
    if day.to_close > 0 {
        lines.push(format!("Da chiudere (risposta da più di 15 giorni): {}", day.to_close));
    }
    if lines.is_empty() { "Niente da fare.".to_owned() } else { lines.join("\n") }
}

/// A ticket on one line.
pub(crate) fn line(line: &TicketLine) -> String {
    let row = &line.row;
    format!(
        "{}  {:<22} {:<24} {}  {}",
        row.number,
        status(line.due),
        state_name(row.state),
        row.subject,
        row.office_name.as_deref().unwrap_or_default()
    )
}

/// A call to make, on one line.
pub(crate) fn callback(line: &CallbackLine) -> String {
    let call = &line.callback;
    let who = call.who.as_deref().or(line.citizen_name.as_deref()).unwrap_or_default();
    let number = line.ticket_number.map(|number| number.to_string()).unwrap_or_default();
    let when = format!("{} {}", day(call.due_on), call.due_at.as_deref().unwrap_or("     "));
    let state = match line.due {
        Some(_) if call.attempts > 0 => format!("{}, tentativi {}", status(line.due), call.attempts),
        Some(_) => status(line.due),
        None => "fatta".to_owned(),
    };
    format!("{}  {when}  [{state}]  {}  {who}  {}  {number}", call.id, call.phone, call.about)
}

/// The name of a work list.
pub(crate) fn view(view: TicketView) -> &'static str {
    match view {
        TicketView::Open => "Da seguire",
        TicketView::Overdue => "Scadute",
        TicketView::DueSoon => "In scadenza",
        TicketView::AtOffice => "Negli uffici",
        TicketView::OfficeLate => "Uffici in ritardo",
        TicketView::ToCommunicate => "Da comunicare",
        TicketView::New => "Nuove",
        TicketView::Finished => "Finite",
        TicketView::Unregistered => "Da protocollare",
    }
}

/// Whom a reminder is for.
pub(crate) fn reminder_step(step: ReminderStep) -> &'static str {
    match step {
        ReminderStep::Office => "ufficio",
        ReminderStep::Head => "responsabile dell'ufficio",
        ReminderStep::Substitute => "titolare del potere sostitutivo",
    }
}

/// What a search found.
pub(crate) fn hits(hits: &SearchHits) -> String {
    let mut lines: Vec<String> = hits.tickets.iter().map(line).collect();
    lines.extend(hits.citizens.iter().map(|citizen| format!("Cittadino  {}", citizen.data.display_name())));
    lines.extend(
        hits.offices.iter().map(|hit| format!("Ufficio  {} — {}", hit.office.data.name, hit.matched)),
    );
    if lines.is_empty() { "Niente.".to_owned() } else { lines.join("\n") }
}

/// A step of the demonstration.
pub(crate) fn step(step: &DemoStep) -> String {
    let mut text = format!("{:<16}", step.command);
    if let (Some(number), Some(state)) = (step.number, step.state) {
        text += &format!(" {number} «{}»", state_name(state));
    }
    if let Some(due_on) = step.due_on {
        text += &format!(", al cittadino entro {}", day(due_on));
    }
    if let (Some(office), Some(due_on)) = (&step.office, step.office_due_on) {
        text += &format!(", {office} entro {}", day(due_on));
    }
    if step.words.is_empty() { text } else { format!("{text}\n                 {}", step.words) }
}

/// What a check found.
pub(crate) fn report(report: &VerifyReport) -> String {
    let cipher = report.cipher.as_deref().unwrap_or("nessuna cifratura propria");
    let head = format!("Registro: {} righe. {}, {cipher}.", report.events, report.engine);
    if report.sound {
        return format!("{head}\nTutto in ordine.");
    }
    let mut text = head;
    if let Some(at) = report.broken_at {
        text += &format!("\nIl registro è stato alterato alla riga {at}.");
    }
    if !report.damage.is_empty() {
        text += &format!("\nIl file è rovinato in {} punti.", report.damage.len());
    }
    text
}

/// An office on one line.
pub(crate) fn office(office: &Office) -> String {
    let where_ = [office.data.floor.as_deref(), office.data.phone.as_deref()];
    let where_ = where_.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if where_.is_empty() { office.data.name.clone() } else { format!("{} ({where_})", office.data.name) }
}

/// A day, as Italians write it.
pub(crate) fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

fn status(status: Option<DueStatus>) -> String {
    match status {
        Some(DueStatus::Overdue { days }) => format!("scaduta da {days} g"),
        Some(DueStatus::DueToday) => "oggi".to_owned(),
        Some(DueStatus::DueSoon { days } | DueStatus::OnTrack { days }) => format!("fra {days} g"),
        None => String::new(),
    }
}

fn state_name(state: TicketState) -> &'static str {
    match state {
        TicketState::Received => "ricevuta",
        TicketState::InProgress => "in lavorazione",
        TicketState::Transferred => "trasferita",
        TicketState::WithOffice => "in carico all'ufficio",
        TicketState::OutcomeReceived => "esito da comunicare",
        TicketState::Suspended => "sospesa",
        TicketState::Answered => "risposta data",
        TicketState::Closed => "archiviata",
        TicketState::ForwardedExternal => "inoltrata ad altro ente",
        TicketState::Merged => "unita a un'altra",
        TicketState::Withdrawn => "ritirata",
        TicketState::ClosedWithoutReply => "chiusa senza risposta",
        TicketState::Voided => "annullata",
    }
}

/// A fault of a file.
pub(crate) fn io(error: &std::io::Error) -> &'static str {
    match error.kind() {
        std::io::ErrorKind::NotFound => "non c'è.",
        std::io::ErrorKind::PermissionDenied => "permesso negato.",
        std::io::ErrorKind::StorageFull => "disco pieno.",
        std::io::ErrorKind::InvalidData => "non è testo UTF-8.",
        _ => "errore del disco.",
    }
}
