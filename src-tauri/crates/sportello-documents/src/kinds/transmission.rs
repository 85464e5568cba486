//! A ticket goes to an office: what is asked, what the citizen was promised, both dates, and a slip that comes back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::text::{CitizenText, InternalText};

use crate::{
    DocumentFault, House, Options, Rendered, date,
    page::{Ink, Mark, Size, mm},
    parts::{BODY, Check, FieldRow, NOTE, STRONG, SignatureLine},
    render::MadeAt,
    sheet::{Margins, Sheet},
    stack::Strip,
    tree::Counting,
};

/// A transmission sheet.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransmissionSheet {
    /// The office it goes to.
    pub office: String,
    /// Who there.
    #[serde(default)]
    pub addressee: Option<String>,
    /// The number of the ticket.
    pub number: String,
    /// What kind of matter it is: `Segnalazione`.
    pub matter: String,
    /// What it is about.
    pub subject: String,
    /// The day the citizen presented it.
    pub presented_on: NaiveDate,
    /// Number and date in the protocol.
    #[serde(default)]
    pub protocol: Option<String>,
    /// Who asks; nobody when the ticket is anonymous.
    #[serde(default)]
    pub citizen: Option<String>,
    /// How they can be reached.
    #[serde(default)]
    pub contact: Option<String>,
    /// Where it is.
    #[serde(default)]
    pub location: Option<String>,
    /// What the citizen says.
    #[serde(default)]
    pub account: Option<CitizenText>,
    /// What is asked of the office.
    pub question: InternalText,
    /// What the citizen was promised.
    #[serde(default)]
    pub promise: Option<String>,
    /// The day the office must report by.
    pub office_due_on: NaiveDate,
    /// The day the citizen was told; it does not move.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// What goes with it.
    #[serde(default)]
    pub attachments: Vec<String>,
    /// Who sends it.
    #[serde(default)]
    pub sent_by: Option<String>,
    /// The day it is sent.
    pub sent_on: NaiveDate,
}

/// What an office can report by making a cross, and whether it has to write more beside it.
const OUTCOMES: [(&str, bool); 4] = [
    ("Fatto il", true),
    ("Previsto entro il", true),
    ("Non si può fare, per il motivo scritto sotto", false),
    ("Non è di questo ufficio, ma di", true),
];

pub(crate) fn compose(
    sent: &TransmissionSheet,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = Sheet::new(house, Size::A4, Margins::OFFICE);
    sheet.banner(&format!("Pratica n.\u{a0}{}", sent.number), "number")?;
    let title = format!("All’ufficio {}", sent.office.trim());
    sheet.title(&title, "office")?;
    sheet.skip(8.0);
    dates(&mut sheet, sent)?;
    sheet.section(2, "Che cosa si chiede", "label")?;
    sheet.prose(sent.question.as_str(), BODY, "question")?;
    if let Some(promise) = &sent.promise {
        sheet.section(2, "Che cosa abbiamo promesso al cittadino", "label")?;
        sheet.prose(promise, BODY, "promise")?;
    }
    sheet.section(2, "La pratica", "label")?;
    matter(&mut sheet, sent)?;
    if let Some(account) = &sent.account {
        sheet.section(3, "Con le parole del cittadino", "label")?;
        sheet.prose(account.as_str(), BODY, "account")?;
    }
    if !sent.attachments.is_empty() {
        sheet.section(2, "Allegati", "label")?;
        sheet.list(&sent.attachments, Counting::Numbers, "attachments")?;
    }
    slip(&mut sheet, sent)?;
    let foot = format!("Trasmissione della pratica n.\u{a0}{}", sent.number);
    sheet.rendered(&title, Some(&foot), made_at, options)
}

fn dates(sheet: &mut Sheet<'_>, sent: &TransmissionSheet) -> Result<(), DocumentFault> {
    let mut rows = vec![
        FieldRow::new("Rispondere allo Sportello entro", date::in_words(sent.office_due_on), "office_due_on")
            .style(STRONG),
    ];
    rows.extend(
        sent.due_on.map(|due| {
            FieldRow::new("Il cittadino attende la risposta entro", date::in_words(due), "due_on")
        }),
    );
    rows.push(FieldRow::new("Trasmessa il", date::in_words(sent.sent_on), "sent_on"));
    rows.extend(sent.sent_by.iter().map(|who| FieldRow::new("Da", who.as_str(), "sent_by")));
    rows.extend(
        sent.addressee
            .iter()
            .map(|who| FieldRow::new("Alla cortese attenzione di", who.as_str(), "addressee")),
    );
    sheet.fields(&rows)
}

fn matter(sheet: &mut Sheet<'_>, sent: &TransmissionSheet) -> Result<(), DocumentFault> {
    let mut rows = vec![
        FieldRow::new("Oggetto", sent.subject.as_str(), "subject").style(STRONG),
        FieldRow::new("Tipo", sent.matter.as_str(), "matter"),
        FieldRow::new("Presentata il", date::in_words(sent.presented_on), "presented_on"),
    ];
    let optional = [
        ("Protocollo", &sent.protocol, "protocol"),
        ("Luogo", &sent.location, "location"),
        ("Cittadino", &sent.citizen, "citizen"),
        ("Recapito", &sent.contact, "contact"),
    ];
    rows.extend(optional.into_iter().filter_map(|(label, value, field)| {
        value.as_ref().map(|value| FieldRow::new(label, value.as_str(), field))
    }));
    sheet.fields(&rows)
}

/// The part that is filled in by hand and comes back.
fn slip(sheet: &mut Sheet<'_>, sent: &TransmissionSheet) -> Result<(), DocumentFault> {
    let from = sheet.strips();
    sheet.skip(mm(6.0));
    let dashes = (0..60).map(|index| {
        let step = sheet.measure / 60.0;
        Mark::rule(sheet.left + index as f32 * step, 0.5, step * 0.55, 0.6, Ink::Grey)
    });
    let strip = Strip { height: 1.0, marks: dashes.collect(), ..Strip::default() };
    sheet.push(strip);
    sheet.section(2, &format!("Da restituire allo Sportello: pratica n.\u{a0}{}", sent.number), "number")?;
    for (label, asks) in OUTCOMES {
        sheet.check(&Check { label, ticked: false, asks, field: "" })?;
        sheet.skip(3.0);
    }
    for _ in 0..2 {
        sheet.blank_line(mm(7.5));
    }
    sheet.skip(4.0);
    sheet.paragraph("L’esito è per lo Sportello: al cittadino risponde lo Sportello.", NOTE, "label")?;
    sheet.sign(&[
        SignatureLine { label: "Data", share: 1.0 },
        SignatureLine { label: "Responsabile del procedimento", share: 2.0 },
        SignatureLine { label: "Firma", share: 2.0 },
    ])?;
    sheet.keep_all_but_last(sheet.strips() - from);
    Ok(())
}
