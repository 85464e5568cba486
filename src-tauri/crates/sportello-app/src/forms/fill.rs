//! A form filled from a file of answers, without a store: for scripts, and for whoever tries a form out.

use super::catalogue::FormCatalogue;
use super::paper::{Printing, euro, language, reference, unwrapped};
use crate::catalog::places;
use crate::clock::{Clock, SystemClock, rome_day, rome_instant};
use crate::documents::{nobodys, with_fonts};
use crate::error::{Failure, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::{Map, Value};
use sportello_documents::{Document, FormSheet, FormSheetPaper, House, Options, Rendered};
use sportello_domain::fault::FieldRule;
use sportello_domain::form::{Evaluation, Finding, Form, Number, Setting, StampRule, State};
use sportello_domain::place::Places;
use std::path::Path;

/// What is asked of a form without a store.
#[derive(Debug, Default)]
pub struct FormFill<'a> {
    /// The file of answers; none to print it blank.
    pub answers: Option<Value>,
    /// The language of the guide that goes with it.
    pub guide: Option<&'a str>,
    /// Print it as a draft when something is missing or wrong.
    pub draft: bool,
    /// Why it is used outside its time.
    pub reason: Option<&'a str>,
    /// The instant; now, when missing.
    pub now: Option<DateTime<Utc>>,
}

/// What came of it.
#[derive(Debug, Serialize)]
pub struct FormFilled {
    /// Which form: `residenza@2026-11-24`.
    pub form: String,
    /// What is wrong: then there is no paper, unless a draft was asked for.
    pub errors: Vec<Finding>,
    /// What is odd.
    pub notices: Vec<Finding>,
    /// The answers that count, as they are kept.
    pub answers: Map<String, Value>,
    /// Computed answers: their path and how they are written.
    pub computed: Vec<(String, String)>,
    /// Papers to bring.
    pub papers: Vec<String>,
    /// Stamps.
    pub stamps: u32,
    /// What the stamps cost.
    pub stamp_amount: Option<String>,
    /// The office it is handed to.
    pub recipient: Option<String>,
    /// The office that decides.
    pub competent: Option<String>,
    /// How many copies.
    pub copies: u32,
    /// The answers are of another version of the form.
    pub other_version: Option<String>,
    /// The paper.
    #[serde(skip)]
    pub pdf: Option<Vec<u8>>,
    /// What it says, in the order it is read: the part of the paper, and its words.
    #[serde(skip)]
    pub said: Vec<(String, String)>,
}

/// The desk of whoever has no store.
struct Desk<'a> {
    catalogue: &'a FormCatalogue,
    places: Places,
    today: NaiveDate,
    house: House,
}

/// Fills a form.
///
/// # Errors
/// No such form, one outside its time without a reason, a file that holds no answers of it, or a page that cannot be made.
pub fn form_fill(
    folder: &Path,
    catalogue: &FormCatalogue,
    id: &str,
    fill: FormFill<'_>,
) -> Outcome<FormFilled> {
    let now = fill.now.unwrap_or_else(|| SystemClock.now());
    let name = catalogue.library.parameters.text("comune.nome");
    let mut house = nobodys();
    if let Some(name) = name {
        house.municipality = name.to_owned();
    }
    let desk = Desk { catalogue, places: places(folder).0, today: rome_day(now), house };
    let form = catalogue.form(id).ok_or_else(|| Failure::field("id", FieldRule::NotFound))?;
    if fill.reason.is_none_or(|reason| reason.trim().is_empty()) {
        in_time(form, desk.today)?;
    }
    let guide = match fill.guide {
        None => None,
        Some(word) => {
            let found = language(word).and_then(|language| catalogue.guide(id, language));
            Some(found.ok_or_else(|| Failure::field("guide", FieldRule::NotFound))?)
        }
    };
    let printing = Printing { form, library: &catalogue.library, guide };
    let draw = |print| {
        let document = Document::Form(print);
        with_fonts(|| {
            sportello_documents::render(&document, &desk.house, rome_instant(now), Options::default())
        })
    };
    let (answers, other_version) = match fill.answers {
        Some(file) => answers_of(form, file)?,
        None => {
            let done = form.evaluate(&Map::new(), desk.setting());
            let nothing = FormFilled { errors: Vec::new(), notices: Vec::new(), ..told(form, &done, None) };
            return Ok(nothing.with(draw(printing.blank())?));
        }
    };
    let done = form.evaluate(&answers, desk.setting());
    let filled = told(form, &done, other_version);
    if !done.is_complete() && !fill.draft {
        return Ok(filled);
    }
    Ok(filled.with(draw(printing.filled(&done, !done.is_complete()).print)?))
}

impl FormFilled {
    fn with(self, paper: Rendered) -> Self {
        let boxes = paper.pages.into_iter().flat_map(|page| page.boxes);
        let said = boxes.map(|place| (place.field, place.text)).collect();
        Self { said, pdf: Some(paper.pdf), ..self }
    }
}

impl Desk<'_> {
    fn setting(&self) -> Setting<'_> {
        Setting {
            today: self.today,
            library: &self.catalogue.library,
            places: &self.places,
            municipality: self.house.municipality.trim_start_matches("Comune di ").trim(),
        }
    }
}

fn told(form: &Form, done: &Evaluation<'_>, other_version: Option<String>) -> FormFilled {
    let entries = done.steps.iter().flat_map(|asked| &asked.entries);
    let computed = entries
        .filter(|entry| entry.question.is_computed() && entry.answer.is_given())
        .map(|entry| (entry.path.clone(), entry.written()))
        .collect();
    FormFilled {
        form: reference(form),
        errors: done.errors.clone(),
        notices: done.notices.clone(),
        answers: done.kept(),
        computed,
        papers: done.papers.iter().map(|paper| paper.attachment.text.clone()).collect(),
        stamps: done.stamps.count,
        stamp_amount: done.stamps.cents.filter(|_| done.stamps.count > 0).map(euro),
        recipient: done.recipient.clone(),
        competent: done.competent.clone(),
        copies: done.copies,
        other_version,
        pdf: None,
        said: Vec::new(),
    }
}

/// Whether a form is of today.
pub(crate) fn is_in_time(form: &Form, today: NaiveDate) -> bool {
    let day = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<NaiveDate>().ok());
    form.file.state == State::Active
        && day(&form.file.valid_from).is_none_or(|from| from <= today)
        && day(&form.file.valid_to).is_none_or(|to| today <= to)
}

/// Refuses a form outside its time.
pub(crate) fn in_time(form: &Form, today: NaiveDate) -> Outcome<()> {
    if is_in_time(form, today) {
        return Ok(());
    }
    let to = form.file.valid_to.as_deref().and_then(|text| text.parse().ok()).filter(|to| *to < today);
    let rule = to.map_or(FieldRule::Required, |on| FieldRule::Ended { on });
    Err(Failure::field("reason", rule))
}

/// The answers in a file, and the version they were given to when it is another one.
fn answers_of(form: &Form, file: Value) -> Outcome<(Map<String, Value>, Option<String>)> {
    let wrong = |field: &str, expected: &str| {
        Failure::field(field, FieldRule::WrongValue { expected: expected.to_owned() })
    };
    let Value::Object(mut file) = file else { return Err(wrong("", "an object")) };
    let Some(answers) = file.remove("risposte") else {
        return Err(Failure::field("risposte", FieldRule::Required));
    };
    let Value::Object(answers) = answers else { return Err(wrong("risposte", "an object")) };
    match file.remove("modulo") {
        Some(Value::String(id)) if id == form.file.id => {}
        Some(_) => return Err(wrong("modulo", &form.file.id)),
        None => return Err(Failure::field("modulo", FieldRule::Required)),
    }
    let version = match file.remove("versione") {
        None => None,
        Some(Value::String(version)) => Some(version).filter(|version| *version != form.file.version),
        Some(_) => return Err(wrong("versione", "a text")),
    };
    if let Some(stranger) = file.keys().next() {
        return Err(Failure::field(stranger, FieldRule::UnknownField));
    }
    Ok((answers, version))
}

/// What to bring and to know before a form is begun, as a sheet to take home.
///
/// # Errors
/// No such form, or a page that cannot be made.
pub fn form_bring_sheet(catalogue: &FormCatalogue, id: &str) -> Outcome<Vec<u8>> {
    let form = catalogue.form(id).ok_or_else(|| Failure::field("id", FieldRule::NotFound))?;
    let document = Document::FormSheet(bring(form, catalogue, Vec::new()));
    let made_at = rome_instant(SystemClock.now());
    Ok(with_fonts(|| sportello_documents::render(&document, &nobodys(), made_at, Options::default()))?.pdf)
}

/// What to bring; `hours` are those of the desk.
pub(crate) fn bring(form: &Form, catalogue: &FormCatalogue, hours: Vec<String>) -> FormSheet {
    let file = &form.file;
    let library = &catalogue.library;
    let papers = file.attachments.iter().map(|paper| FormSheetPaper {
        text: paper.text.clone(),
        required: paper.required,
        conditional: paper.when.is_some(),
    });
    let stamp = file.stamp.as_ref().filter(|stamp| stamp.rule != StampRule::Never);
    let euro = library.parameters.number("bollo.euro").and_then(Number::cents).map(euro);
    let notes = file.stamp.iter().flat_map(|stamp| {
        let exempt = if stamp.rule == StampRule::Always { &stamp.note } else { &stamp.exempt };
        stamp.cases.iter().filter_map(|case| case.note.clone()).chain(exempt.clone())
    });
    let parameter = |key: &Option<String>| {
        let number = library.parameters.number(key.as_deref()?.strip_prefix("parametro:")?)?;
        number.as_whole().and_then(|days| u32::try_from(days).ok())
    };
    FormSheet {
        title: file.title.clone(),
        reference: reference(form),
        about: [&file.about, &file.mind].into_iter().flatten().map(|words| unwrapped(words)).collect(),
        bring: file.bring.clone(),
        papers: papers.collect(),
        stamp: stamp.and(euro),
        stamps: stamp.and_then(|stamp| stamp.count).unwrap_or_default(),
        costs: notes.chain(file.costs.iter().map(|cost| cost.text.clone())).collect(),
        recipient: file.recipient.as_deref().map(|code| library.office(code).to_owned()),
        hours,
        term_days: file.term_days.or_else(|| parameter(&file.term_from)),
        afterwards: file.afterwards.as_deref().map(unwrapped),
    }
}
