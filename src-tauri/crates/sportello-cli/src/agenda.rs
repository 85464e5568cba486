//! `agenda`, `handover`, `reminder …`

use crate::output::{self, Problem};
use crate::{Session, callback};
use crate::{office_words, words};
use clap::{Args, Subcommand};
use sportello_app::{Agenda, Empty, Handover, ReadyReminder, ShiftNoteAdd};

/// Solleciti.
#[derive(Debug, Subcommand)]
pub(crate) enum Reminder {
    /// I solleciti pronti e non ancora inviati
    List,
}

/// Passaggio di consegne.
#[derive(Debug, Args)]
pub(crate) struct Turn {
    /// Lascia una consegna a chi viene dopo
    #[arg(long, value_name = "TESTO")]
    note: Option<String>,
}

pub(crate) async fn agenda(session: &Session) -> Result<(), Problem> {
    let app = session.app().await;
    let agenda = app.agenda(Empty {}).await;
    app.close().await;
    output::result(session.json, &agenda?, tell);
    Ok(())
}

pub(crate) async fn reminders(session: &Session, _: Reminder) -> Result<(), Problem> {
    let app = session.app().await;
    let ready = app.reminders(Empty {}).await;
    app.close().await;
    output::result(session.json, &ready?, |ready| lines(ready.iter().map(reminder)));
    Ok(())
}

pub(crate) async fn handover(session: &Session, turn: Turn) -> Result<(), Problem> {
    let app = session.app().await;
    let noted = match turn.note {
        Some(text) => app.shift_note(ShiftNoteAdd { op: app.new_op(), draft_id: None, text }).await.map(drop),
        None => Ok(()),
    };
    let handover = app.handover(Empty {}).await;
    app.close().await;
    noted?;
    output::result(session.json, &handover?, tell_handover);
    Ok(())
}

fn tell(agenda: &Agenda) -> String {
    let mut text = format!("{} pratiche aperte, {} negli uffici", agenda.open, agenda.at_office);
    if let Some(day) = &agenda.day {
        text += &format!("\nOggi. {}", words::day_started(day).replace('\n', ". "));
    }
    let mut part = |title: &str, count: i64, rows: String| {
        if count > 0 {
            text += &format!("\n\n{title} ({count})\n{rows}");
        }
    };
    for section in &agenda.sections {
        part(words::view(section.view), section.count, lines(section.rows.iter().map(words::line)));
    }
    part("Da richiamare", agenda.callbacks.count, callback::list(&agenda.callbacks.rows));
    part("Solleciti pronti", agenda.reminders.count, lines(agenda.reminders.rows.iter().map(reminder)));
    part(
        "Risposte interlocutorie",
        agenda.interims.count,
        lines(agenda.interims.rows.iter().map(words::line)),
    );
    let stale = lines(agenda.stale.rows.iter().map(|stale| words::line(&stale.ticket)));
    part(&format!("Ferme da {} giorni", agenda.stale_days), agenda.stale.count, stale);
    let offices = lines(agenda.offices.rows.iter().map(office_words::line));
    part("Uffici da verificare", agenda.offices.count, offices);
    let drafts = i64::try_from(agenda.drafts.len()).unwrap_or(i64::MAX);
    part("Bozze", drafts, lines(agenda.drafts.iter().map(|draft| draft.kind.clone())));
    text
}

fn tell_handover(handover: &Handover) -> String {
    let mut text = format!("Turno di {}", handover.operator);
    let mut part = |title: &str, rows: String| {
        if !rows.is_empty() {
            text += &format!("\n\n{title}\n{rows}");
        }
    };
    let notes = handover.notes.iter();
    part("Consegne", lines(notes.map(|note| format!("{}: {}", note.author, note.text.as_str()))));
    part("Risposte promesse per oggi", lines(handover.promises.iter().map(words::line)));
    part("Da richiamare", callback::list(&handover.callbacks));
    part("Lasciato a metà", lines(handover.drafts.iter().map(|draft| draft.kind.clone())));
    part("Toccate nel turno", lines(handover.touched.iter().map(|touched| words::line(&touched.ticket))));
    text
}

fn reminder(ready: &ReadyReminder) -> String {
    format!("{}  → {}", words::line(&ready.ticket), words::reminder_step(ready.step))
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
