//! The answer to a citizen. Its body is a [`CitizenText`]: what the municipality writes for itself has another type.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::{template, text::CitizenText};

use super::letter::{self, LETTER, Opening, Recipient};
use crate::{
    DocumentFault, House, Options, Rendered, date, parts::NOTE, render::MadeAt, sheet::Sheet, texts,
    tree::Counting,
};

/// What an answer after its term must say (L. 241/1990, art. 2, c. 9-quinquies): the term and the time really used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LateAnswer {
    /// The last day of the term.
    pub due_on: NaiveDate,
    /// How many days the term had.
    pub term_days: u32,
    /// How many days were really used, suspensions left out.
    pub used_days: u32,
}

/// How a decision can be challenged (L. 241/1990, art. 3, c. 4): to whom, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remedy {
    /// The authority: `Tribunale amministrativo regionale della Toscana`.
    pub authority: String,
    /// The term, in words: `entro 60 giorni dal ricevimento di questa lettera`.
    pub term: String,
}

/// The answer to a citizen.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Who it is for.
    pub recipient: Recipient,
    /// The number of the ticket: `2026/0413`.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The day the citizen presented it.
    pub presented_on: NaiveDate,
    /// Number and date in the protocol, as the protocol writes them: `12345 del 3 novembre 2026`.
    #[serde(default)]
    pub protocol: Option<String>,
    /// What the desk answers; its paragraphs are kept.
    pub body: CitizenText,
    /// Set when the answer is late.
    #[serde(default)]
    pub late: Option<LateAnswer>,
    /// Set when the answer is a decision that can be challenged.
    #[serde(default)]
    pub remedies: Vec<Remedy>,
    /// What is in the envelope with it.
    #[serde(default)]
    pub attachments: Vec<String>,
    /// Who signs; the desk when nobody does.
    #[serde(default)]
    pub signed_by: Option<String>,
    /// The day of the letter.
    pub dated: NaiveDate,
}

pub(crate) fn compose(
    reply: &Reply,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = letter::sheet(house);
    let mut references = vec![
        ("Data", date::in_words(reply.dated), "dated"),
        ("Pratica", format!("n.\u{a0}{}", reply.number), "number"),
        ("Presentata il", date::in_words(reply.presented_on), "presented_on"),
    ];
    references.extend(
        reply.protocol.iter().map(|protocol| ("Protocollo", format!("n.\u{a0}{protocol}"), "protocol")),
    );
    letter::open(&mut sheet, &Opening { recipient: &reply.recipient, references, subject: &reply.subject })?;
    body(&mut sheet, &reply.body)?;
    if let Some(late) = &reply.late {
        self::late(&mut sheet, late)?;
    }
    remedies(&mut sheet, &reply.remedies)?;
    letter::sign(&mut sheet, reply.signed_by.as_deref().unwrap_or(&house.desk), "signed_by")?;
    attachments(&mut sheet, &reply.attachments)?;
    let foot = format!("Pratica n.\u{a0}{}", reply.number);
    sheet.rendered(&reply.subject, Some(&foot), made_at, options)
}

/// The words to the citizen: a blank nobody filled stops the letter.
pub(super) fn body(sheet: &mut Sheet<'_>, body: &CitizenText) -> Result<(), DocumentFault> {
    if let Some(variable) = template::first_blank(body.as_str()) {
        return Err(DocumentFault::Variable { variable: variable.to_owned(), text: "body".to_owned() });
    }
    sheet.prose(body.as_str(), LETTER, "body")
}

fn late(sheet: &mut Sheet<'_>, late: &LateAnswer) -> Result<(), DocumentFault> {
    let (term, due, used) =
        (late.term_days.to_string(), date::in_words(late.due_on), late.used_days.to_string());
    let values =
        [("giorni_termine", Some(term.as_str())), ("scadenza", Some(&due)), ("giorni_usati", Some(&used))];
    let words = texts::said(sheet.house, "reply.late", &values)?;
    sheet.skip(0.6 * LETTER.leading);
    sheet.prose(&words, LETTER, "reply.late")
}

/// To whom and by when a decision can be challenged.
fn remedies(sheet: &mut Sheet<'_>, remedies: &[Remedy]) -> Result<(), DocumentFault> {
    if remedies.is_empty() {
        return Ok(());
    }
    let words = texts::said(sheet.house, "reply.remedies", &[])?;
    sheet.skip(0.6 * LETTER.leading);
    sheet.prose(&words, LETTER, "reply.remedies")?;
    sheet.keep(1);
    let items: Vec<String> = remedies
        .iter()
        .map(|remedy| format!("{}, {}", remedy.authority.trim(), remedy.term.trim()))
        .collect();
    sheet.list(&items, Counting::Dashes, "remedies")
}

/// What is in the envelope with a letter.
pub(super) fn attachments(sheet: &mut Sheet<'_>, attachments: &[String]) -> Result<(), DocumentFault> {
    if attachments.is_empty() {
        return Ok(());
    }
    sheet.skip(LETTER.leading);
    sheet.paragraph("Allegati", NOTE, "label")?;
    sheet.keep(1);
    for (index, name) in attachments.iter().enumerate() {
        sheet.within("attachments", index, |sheet| sheet.paragraph(name, NOTE, "name"))?;
    }
    Ok(())
}
