//! The answer that is not there yet: why, and when it will be. The first date stays in the statistics.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::text::CitizenText;

use super::{
    letter::{self, LETTER, Opening, Recipient},
    reply,
};
use crate::{DocumentFault, House, Options, Rendered, date, render::MadeAt, texts};

/// An interim reply.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterimReply {
    /// Who it is for.
    pub recipient: Recipient,
    /// The number of the ticket.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The day the citizen presented it.
    pub presented_on: NaiveDate,
    /// The day the answer was promised for.
    pub due_on: NaiveDate,
    /// The day it is now expected.
    pub expected_on: NaiveDate,
    /// Why it is late, and what has been done so far.
    pub body: CitizenText,
    /// Who signs; the desk when nobody does.
    #[serde(default)]
    pub signed_by: Option<String>,
    /// The day of the letter.
    pub dated: NaiveDate,
}

pub(crate) fn compose(
    interim: &InterimReply,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = letter::sheet(house);
    let references = vec![
        ("Data", date::in_words(interim.dated), "dated"),
        ("Pratica", format!("n.\u{a0}{}", interim.number), "number"),
        ("Presentata il", date::in_words(interim.presented_on), "presented_on"),
    ];
    letter::open(
        &mut sheet,
        &Opening { recipient: &interim.recipient, references, subject: &interim.subject },
    )?;
    reply::body(&mut sheet, &interim.body)?;
    let (due, expected) = (date::in_words(interim.due_on), date::in_words(interim.expected_on));
    let values = [("scadenza", Some(due.as_str())), ("nuova_data", Some(&expected))];
    let words = texts::said(house, "interim_reply.dates", &values)?;
    sheet.skip(0.6 * LETTER.leading);
    sheet.prose(&words, LETTER, "expected_on")?;
    letter::sign(&mut sheet, interim.signed_by.as_deref().unwrap_or(&house.desk), "signed_by")?;
    let foot = format!("Pratica n.\u{a0}{}", interim.number);
    sheet.rendered(&interim.subject, Some(&foot), made_at, options)
}
