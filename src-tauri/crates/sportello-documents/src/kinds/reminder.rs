//! A reminder inside the municipality: to the office, to its head, to the holder of the substitute power (L. 241/1990,
//! art. 2, c. 9-bis).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::text::InternalText;

use super::letter::{self, LETTER, Opening, Recipient};
use crate::{DocumentFault, House, Options, Rendered, date, parts::FieldRow, render::MadeAt, texts};

/// To whom a reminder goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReminderStep {
    /// The office that was asked.
    Office,
    /// Its head.
    Head,
    /// Who decides when the office does not.
    Substitute,
}

/// A reminder.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// To whom it goes, as the law sees them.
    pub step: ReminderStep,
    /// To whom it goes, by name.
    pub recipient: Recipient,
    /// The office that was asked.
    pub office: String,
    /// The number of the ticket.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The day the citizen presented it.
    pub presented_on: NaiveDate,
    /// The day the office was asked.
    #[serde(default)]
    pub sent_on: Option<NaiveDate>,
    /// The day the office had to report by.
    #[serde(default)]
    pub office_due_on: Option<NaiveDate>,
    /// The day the citizen was told.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// What was asked of the office.
    #[serde(default)]
    pub question: Option<InternalText>,
    /// The reminders before this one: the day, and to whom.
    #[serde(default)]
    pub previous: Vec<PreviousReminder>,
    /// What whoever sends it adds.
    #[serde(default)]
    pub note: Option<InternalText>,
    /// Who signs; the desk when nobody does.
    #[serde(default)]
    pub signed_by: Option<String>,
    /// The day of the reminder.
    pub dated: NaiveDate,
}

/// A reminder that was sent before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviousReminder {
    /// The day.
    pub on: NaiveDate,
    /// To whom.
    pub to: String,
}

pub(crate) fn compose(
    reminder: &Reminder,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = letter::sheet(house);
    let (title, text) = match reminder.step {
        ReminderStep::Office => ("Sollecito", "reminder.office"),
        ReminderStep::Head => ("Sollecito al responsabile dell’ufficio", "reminder.head"),
        ReminderStep::Substitute => {
            ("Richiesta di intervento del titolare del potere sostitutivo", "reminder.substitute")
        }
    };
    let references = vec![
        ("Data", date::in_words(reminder.dated), "dated"),
        ("Pratica", format!("n.\u{a0}{}", reminder.number), "number"),
    ];
    let subject = format!("{title}: {}", reminder.subject.trim());
    letter::open(&mut sheet, &Opening { recipient: &reminder.recipient, references, subject: &subject })?;
    let words =
        texts::said(house, text, &[("ufficio", Some(&reminder.office)), ("numero", Some(&reminder.number))])?;
    sheet.prose(&words, LETTER, text)?;
    sheet.skip(10.0);
    let dates = [
        ("Presentata dal cittadino il", Some(reminder.presented_on), "presented_on"),
        ("Chiesta all’ufficio il", reminder.sent_on, "sent_on"),
        ("L’ufficio doveva rispondere entro il", reminder.office_due_on, "office_due_on"),
        ("Il cittadino attende la risposta entro il", reminder.due_on, "due_on"),
    ];
    let mut rows: Vec<FieldRow<'_>> = dates
        .into_iter()
        .filter_map(|(label, day, field)| Some(FieldRow::new(label, date::in_words(day?), field)))
        .collect();
    rows.extend(reminder.previous.iter().map(|sent| {
        FieldRow::new("Già sollecitata il", format!("{} ({})", date::in_words(sent.on), sent.to), "previous")
    }));
    sheet.fields(&rows)?;
    for (text, field) in [(&reminder.question, "question"), (&reminder.note, "note")] {
        if let Some(text) = text {
            sheet.skip(10.0);
            let words = if field == "question" {
                format!("Avevamo chiesto: «{}»", text.as_str())
            } else {
                text.as_str().to_owned()
            };
            sheet.prose(&words, LETTER, field)?;
        }
    }
    letter::sign(&mut sheet, reminder.signed_by.as_deref().unwrap_or(&house.desk), "signed_by")?;
    let foot = format!("Sollecito della pratica n.\u{a0}{} – uso interno", reminder.number);
    sheet.rendered(&subject, Some(&foot), made_at, options)
}
