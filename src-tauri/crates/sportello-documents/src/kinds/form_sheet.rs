//! What to bring and to know before a form is begun, to take home: a second trip is avoided.

use serde::{Deserialize, Serialize};

use crate::{
    DocumentFault, House, Options, Rendered,
    page::Size,
    parts::{BODY, FieldRow, NOTE},
    render::MadeAt,
    sheet::{Margins, Sheet},
    tree::Counting,
};

/// What to bring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSheet {
    /// What the form is called.
    pub title: String,
    /// Which form and which text of it.
    pub reference: String,
    /// What it is and what to mind.
    #[serde(default)]
    pub about: Vec<String>,
    /// What to bring that is no paper of the form.
    #[serde(default)]
    pub bring: Vec<String>,
    /// Papers.
    #[serde(default)]
    pub papers: Vec<FormSheetPaper>,
    /// What one stamp costs, when stamps may be due.
    #[serde(default)]
    pub stamp: Option<String>,
    /// How many are due in any case.
    #[serde(default)]
    pub stamps: u32,
    /// What to pay, or why nothing.
    #[serde(default)]
    pub costs: Vec<String>,
    /// Where it is handed in.
    #[serde(default)]
    pub recipient: Option<String>,
    /// When the desk is open.
    #[serde(default)]
    pub hours: Vec<String>,
    /// Days for the answer.
    #[serde(default)]
    pub term_days: Option<u32>,
    /// What happens then.
    #[serde(default)]
    pub afterwards: Option<String>,
}

/// A paper to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSheetPaper {
    /// What it is.
    pub text: String,
    /// Whether it is always needed.
    pub required: bool,
    /// Whether an answer decides if it is.
    #[serde(default)]
    pub conditional: bool,
}

pub(crate) fn compose(
    form: &FormSheet,
    house: &House,
    made_at: MadeAt,
    options: Options,
) -> Result<Rendered, DocumentFault> {
    let mut sheet = Sheet::new(house, Size::A4, Margins::LETTER);
    sheet.banner("", "")?;
    sheet.title(&form.title, "title")?;
    for (index, words) in form.about.iter().enumerate() {
        sheet.skip(6.0);
        sheet.within("about", index, |sheet| sheet.prose(words, BODY, "about"))?;
    }
    let papers = form.papers.iter().map(|paper| {
        let when = match (paper.conditional, paper.required) {
            (true, _) => " (solo in alcuni casi)",
            (false, false) => " (facoltativo)",
            (false, true) => "",
        };
        format!("{}{when}", paper.text)
    });
    let items: Vec<String> = form.bring.iter().cloned().chain(papers).collect();
    if !items.is_empty() {
        sheet.section(2, "Cosa portare", "bring")?;
        sheet.list(&items, Counting::Dashes, "bring")?;
    }
    let stamps = form.stamp.as_ref().map(|each| match form.stamps {
        0 => format!("Marche da bollo da {each}: solo in alcuni casi"),
        count => format!("Marche da bollo da {each}: {count}"),
    });
    let costs: Vec<String> = stamps.into_iter().chain(form.costs.iter().cloned()).collect();
    if !costs.is_empty() {
        sheet.section(2, "Quanto costa", "costs")?;
        sheet.list(&costs, Counting::Dashes, "costs")?;
    }
    let term = form.term_days.map(|days| format!("{days} giorni"));
    let hours = (!form.hours.is_empty()).then(|| form.hours.join("; "));
    let rows: Vec<FieldRow<'_>> = [
        ("Si consegna a", &form.recipient, "recipient"),
        ("Orari", &hours, "hours"),
        ("Risposta entro", &term, "term_days"),
    ]
    .into_iter()
    .filter_map(|(label, value, field)| Some(FieldRow::new(label, value.as_ref()?.as_str(), field)))
    .collect();
    if !rows.is_empty() {
        sheet.section(2, "Dove e quando", "recipient")?;
        sheet.fields(&rows)?;
    }
    if let Some(words) = &form.afterwards {
        sheet.section(2, "Che cosa succede dopo", "afterwards")?;
        sheet.prose(words, BODY, "afterwards")?;
    }
    sheet.skip(10.0);
    let reference = format!("Modulo {}", form.reference);
    sheet.paragraph(&reference, NOTE, "reference")?;
    sheet.rendered(&form.title, Some(&reference), made_at, options)
}
