//! A reply and its house in one struct of borrowed words.

use chrono::{NaiveDate, NaiveTime};
use sportello_domain::text::CitizenText;

use crate::{Document, DocumentFault, House, Options, Recipient, Reply, render};

/// What a letter to a citizen is made of.
#[derive(Clone, Copy)]
pub(super) struct CitizenLetter<'a> {
    /// Who writes, as on its letterhead: `Comune di Montelupo`.
    pub(super) municipality: &'a str,
    /// The desk, which also signs.
    pub(super) desk: &'a str,
    /// Where it is.
    pub(super) desk_address: Option<&'a str>,
    /// Its telephone number, as it is dialled.
    pub(super) desk_phone: Option<&'a str>,
    /// Who the letter is for; in the window.
    pub(super) recipient: &'a str,
    /// Street, postcode and town, in one line or in several; in the window.
    pub(super) recipient_address: Option<&'a str>,
    /// For whom the recipient gets it, when they act for somebody else.
    pub(super) on_behalf_of: Option<&'a str>,
    /// The number of the ticket: `2026/0413`.
    pub(super) number: &'a str,
    /// What it is about.
    pub(super) subject: &'a str,
    /// The day the citizen presented it.
    pub(super) presented_on: NaiveDate,
    /// What the desk answers; its paragraphs are kept.
    pub(super) body: &'a CitizenText,
    /// The day of the letter.
    pub(super) dated: NaiveDate,
}

/// The letter as a PDF, made on its day.
pub(super) fn citizen_letter(letter: &CitizenLetter<'_>) -> Result<Vec<u8>, DocumentFault> {
    let phone = letter.desk_phone.map(|phone| format!("tel.\u{a0}{phone}"));
    let house = House {
        municipality: letter.municipality.to_owned(),
        desk: letter.desk.to_owned(),
        lines: letter.desk_address.map(str::to_owned).into_iter().chain(phone).collect(),
        ..House::default()
    };
    let reply = Document::Reply(Reply {
        recipient: Recipient {
            name: letter.recipient.to_owned(),
            address: letter.recipient_address.map(str::to_owned),
            on_behalf_of: letter.on_behalf_of.map(str::to_owned),
        },
        number: letter.number.to_owned(),
        subject: letter.subject.to_owned(),
        presented_on: letter.presented_on,
        protocol: None,
        body: letter.body.clone(),
        late: None,
        remedies: Vec::new(),
        attachments: Vec::new(),
        signed_by: None,
        dated: letter.dated,
    });
    let made_at = letter.dated.and_time(NaiveTime::MIN).and_utc().fixed_offset();
    Ok(render(&reply, &house, made_at, Options::default())?.pdf)
}
