//! What a citizen takes home: the receipt of everything presented in one visit (L. 241/1990, art. 18-bis). Where it says
//! all that art. 8 asks for, it is the notice of start too, and says so.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::letter::{self, Opening, Recipient};
use crate::{
    DocumentFault, House, Options, Rendered, codes, date,
    page::{Area, mm},
    parts::{BODY, FieldRow, NOTE, STRONG},
    render::MadeAt,
    sheet::Sheet,
    stack::Strip,
    texts,
};

/// A receipt.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Who gets it.
    pub recipient: Recipient,
    /// What was presented, in order.
    pub matters: Vec<Matter>,
    /// The day it is given.
    pub dated: NaiveDate,
}

/// A matter presented at the desk.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// The number of the ticket: `2026/0413`.
    pub number: String,
    /// What kind of matter it is: `Segnalazione`.
    pub kind: String,
    /// What it is about.
    pub subject: String,
    /// The day it was presented; the term starts here.
    pub presented_on: NaiveDate,
    /// Number and date in the protocol.
    #[serde(default)]
    pub protocol: Option<String>,
    /// The office that deals with it.
    #[serde(default)]
    pub office: Option<String>,
    /// Who is responsible for it (art. 5).
    #[serde(default)]
    pub case_officer: Option<String>,
    /// The day the answer is due.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// Why that day, in words that end the sentence: `30 giorni dalla presentazione`.
    #[serde(default)]
    pub due_reason: Option<String>,
    /// What an anonymous citizen says to hear the answer.
    #[serde(default)]
    pub pickup_code: Option<String>,
    /// What was handed over with it.
    #[serde(default)]
    pub attachments: Vec<String>,
    /// The rest of what art. 8 asks for, when the matter starts a procedure.
    #[serde(default)]
    pub procedure: Option<Procedure>,
}

/// What art. 8, c. 2, asks for beside what a receipt says. Each may be missing: then the receipt is no notice of start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// The digital address of the municipality (letter c): a PEC address.
    #[serde(default)]
    pub digital_domicile: Option<String>,
    /// What can be done if nobody answers (letter c-bis).
    #[serde(default)]
    pub remedies: Option<String>,
    /// How the papers can be seen from a distance (letter d).
    #[serde(default)]
    pub online_access: Option<String>,
    /// The office where the other papers can be seen (letter d-bis).
    #[serde(default)]
    pub access_office: Option<String>,
}

impl Matter {
    /// Whether the receipt says all that the notice of start of a procedure must say (L. 241/1990, art. 8, c. 2).
    pub fn is_start_notice(&self) -> bool {
        let said = |words: &Option<String>| words.as_ref().is_some_and(|words| !words.trim().is_empty());
        self.procedure.as_ref().is_some_and(|procedure| {
            said(&procedure.digital_domicile)
                && said(&procedure.remedies)
                && said(&procedure.online_access)
                && said(&procedure.access_office)
                && said(&self.office)
                && said(&self.case_officer)
                && self.due_on.is_some()
        })
    }
}

/// Side of the code of a matter.
const CODE: f32 = mm(18.0);

pub(crate) fn compose(
    receipt: &Receipt,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = letter::sheet(house);
    let title = match receipt.matters.as_slice() {
        [one] if one.is_start_notice() => "Ricevuta e comunicazione di avvio del procedimento".to_owned(),
        [_] => "Ricevuta".to_owned(),
        several => format!("Ricevuta di {} pratiche", several.len()),
    };
    let references = vec![("Data", date::in_words(receipt.dated), "dated")];
    letter::open(&mut sheet, &Opening { recipient: &receipt.recipient, references, subject: &title })?;
    let greeting = texts::said(house, "receipt.opening", &[("ente", Some(&house.municipality))])?;
    sheet.prose(&greeting, BODY, "receipt.opening")?;
    for (index, matter) in receipt.matters.iter().enumerate() {
        sheet.within("matters", index, |sheet| self::matter(sheet, matter, receipt.matters.len() > 1))?;
    }
    let remedies = texts::said(house, "receipt.remedies", &[])?;
    sheet.skip(14.0);
    sheet.prose(&remedies, BODY, "receipt.remedies")?;
    letter::sign(&mut sheet, &house.desk, "desk")?;
    sheet.keep(1);
    sheet.skip(mm(6.0));
    let privacy = texts::said(house, "receipt.privacy", &[("ente", Some(&house.municipality))])?;
    sheet.prose(&privacy, NOTE, "receipt.privacy")?;
    let numbers: Vec<&str> = receipt.matters.iter().map(|matter| matter.number.as_str()).collect();
    let foot = match numbers.as_slice() {
        [one] => format!("Ricevuta della pratica n.\u{a0}{one}"),
        several => format!("Ricevuta delle pratiche {}", several.join(", ")),
    };
    sheet.rendered(&title, Some(&foot), made_at, options)
}

/// A matter: what was presented, beside the code that finds it again, then when the answer comes.
fn matter(sheet: &mut Sheet<'_>, matter: &Matter, is_one_of_several: bool) -> Result<(), DocumentFault> {
    sheet.skip(14.0);
    if is_one_of_several {
        sheet.section(2, &format!("Pratica n.\u{a0}{}", matter.number), "number")?;
    }
    code(sheet, &matter.number)?;
    let whole = sheet.measure;
    sheet.measure = whole - CODE - mm(6.0);
    let mut rows = Vec::new();
    if !is_one_of_several {
        rows.push(FieldRow::new("Pratica", format!("n.\u{a0}{}", matter.number), "number").style(STRONG));
    }
    rows.extend([
        FieldRow::new(matter.kind.as_str(), matter.subject.as_str(), "subject"),
        FieldRow::new("Presentata il", date::in_words(matter.presented_on), "presented_on"),
    ]);
    let optional = [
        ("Protocollo", &matter.protocol, "protocol"),
        ("Ufficio", &matter.office, "office"),
        ("Responsabile", &matter.case_officer, "case_officer"),
        ("Codice di ritiro", &matter.pickup_code, "pickup_code"),
    ];
    rows.extend(optional.into_iter().filter_map(|(label, value, field)| {
        value.as_ref().map(|value| FieldRow::new(label, value.as_str(), field))
    }));
    if !matter.attachments.is_empty() {
        rows.push(FieldRow::new("Allegati", matter.attachments.join("; "), "attachments"));
    }
    let from = sheet.strips();
    let fields = sheet.fields(&rows);
    sheet.measure = whole;
    fields?;
    sheet.at_least(from, CODE + 5.0);
    due(sheet, matter)?;
    procedure(sheet, matter)
}

/// The code stands beside the first rows: a strip without height.
fn code(sheet: &mut Sheet<'_>, number: &str) -> Result<(), DocumentFault> {
    let mut strip = Strip { keep: true, ..Strip::default() };
    let x = sheet.left + sheet.measure - CODE;
    let area = Area { x, y: 3.0, width: CODE, height: CODE };
    let shows = format!("Codice QR con il numero della pratica {number}");
    sheet.code(&mut strip, area, codes::qr(number, "number")?, &shows);
    strip.height = 0.0;
    sheet.push(strip);
    Ok(())
}

fn due(sheet: &mut Sheet<'_>, matter: &Matter) -> Result<(), DocumentFault> {
    sheet.skip(8.0);
    let Some(due_on) = matter.due_on else {
        let words = texts::said(sheet.house, "receipt.no_answer", &[])?;
        return sheet.prose(&words, BODY, "receipt.no_answer");
    };
    let day = date::in_words(due_on);
    let reason = matter.due_reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    let reason = reason.map_or_else(String::new, |reason| format!(" ({})", reason.trim_end_matches('.')));
    let values = [("scadenza", Some(day.as_str())), ("motivo", Some(&reason))];
    let words = texts::said(sheet.house, "receipt.due", &values)?;
    sheet.prose(&words, STRONG, "due_on")
}

/// The other data of art. 8, and the sentence that makes of the receipt a notice.
fn procedure(sheet: &mut Sheet<'_>, matter: &Matter) -> Result<(), DocumentFault> {
    let Some(procedure) = &matter.procedure else { return Ok(()) };
    if matter.is_start_notice() {
        let words = texts::said(sheet.house, "receipt.start_notice", &[])?;
        sheet.skip(8.0);
        sheet.prose(&words, BODY, "receipt.start_notice")?;
    }
    let rows = [
        ("Amministrazione", Some(&sheet.house.municipality), "municipality"),
        ("Domicilio digitale", procedure.digital_domicile.as_ref(), "procedure.digital_domicile"),
        ("Se non risponde", procedure.remedies.as_ref(), "procedure.remedies"),
        ("Atti in rete", procedure.online_access.as_ref(), "procedure.online_access"),
        ("Atti allo sportello", procedure.access_office.as_ref(), "procedure.access_office"),
    ];
    let rows: Vec<FieldRow<'_>> = rows
        .into_iter()
        .filter_map(|(label, value, field)| Some(FieldRow::new(label, value?.as_str(), field)))
        .collect();
    sheet.skip(6.0);
    sheet.fields(&rows)
}
