//! Forms at the desk: found by need, asked, looked at while they are answered, kept on the citizen's card.

use super::catalogue::{FormCatalogue, FormEntry, FormOrigin, form_catalogue};
use super::fill::{bring, in_time, is_in_time};
use super::known::start;
use super::paper::{Printing, language};
use super::state::FormState;
use crate::app::App;
use crate::catalog::places;
use crate::error::{Failure, Outcome};
use crate::settings;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sportello_documents::Document;
use sportello_domain::fault::FieldRule;
use sportello_domain::form::{Class, Form, FormFault, Language, Setting, Shelf};
use sportello_domain::id::{CitizenId, DraftId, FilledFormId, OpId};
use sportello_domain::place::Places;
use sportello_store::{Error, draft, filled_form};
use std::sync::{Arc, LazyLock};

/// Forms on a citizen's card.
const ON_CARD: i64 = 20;

/// What is looked for among the forms.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormsQuery {
    /// The need, in the citizen's words; nothing for all forms.
    #[serde(default)]
    pub text: String,
}

/// A form to choose.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormLine {
    /// Its name among the forms.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is, in plain words.
    pub about: Option<String>,
    /// Its shelf.
    pub shelf: Shelf,
    /// What it is for the law.
    pub class: Class,
    /// Which text.
    pub version: String,
    /// Whether it can be used today; otherwise a reason is asked.
    pub current: bool,
    /// Where it comes from.
    pub origin: FormOrigin,
    /// The languages it has texts in.
    pub languages: Vec<Language>,
}

/// A file that is no form: it is never offered.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BrokenForm {
    /// The name of the file.
    pub file: String,
    /// What is wrong with it.
    pub faults: Vec<FormFault>,
}

/// The forms there are.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Forms {
    /// Those that answer the need, the best first; or all.
    pub forms: Vec<FormLine>,
    /// Files with mistakes; only when nothing is looked for.
    pub broken: Vec<BrokenForm>,
}

/// A form to begin, for whom.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormBegin {
    /// The form.
    pub form: String,
    /// For whom.
    #[serde(default)]
    pub citizen: Option<CitizenId>,
}

/// Answers that are there before anything is asked.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormStart {
    /// The answers.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub answers: Value,
    /// Those that the citizen gave before.
    pub known: Vec<KnownAnswer>,
}

/// An answer the citizen gave before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KnownAnswer {
    /// Where it stands.
    pub path: String,
    /// The day it was given; unknown of what stands on the card.
    pub since: Option<NaiveDate>,
    /// Older than twelve months: to be confirmed.
    pub old: bool,
}

/// Answers to look at.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormAnswers {
    /// The form.
    pub form: String,
    /// The answers so far.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub answers: Map<String, Value>,
    /// A language to help in.
    #[serde(default)]
    pub language: Option<String>,
}

/// A form to print.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormPaperAsked {
    /// The form.
    pub form: String,
    /// As what.
    #[serde(rename = "as")]
    pub what: FormPaperKind,
    /// The answers; of a form in blank there are none.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub answers: Map<String, Value>,
    /// A language for the guide that goes with it.
    #[serde(default)]
    pub language: Option<String>,
    /// Why it is used outside its time.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What is printed of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FormPaperKind {
    /// The form: whole, or refused with what is missing.
    Filled,
    /// The form as it is, marked as a draft while something is missing.
    Draft,
    /// To be filled in by hand.
    Blank,
    /// What to bring.
    Bring,
}

/// A form to keep.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormKeep {
    /// The operation.
    pub op: OpId,
    /// Its identity, made by the screen.
    pub id: FilledFormId,
    /// The version that was read; 0 for a new one.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// The form.
    pub form: String,
    /// Whose answers they are.
    #[serde(default)]
    pub citizen: Option<CitizenId>,
    /// The answers.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub answers: Map<String, Value>,
    /// It is whole: then nothing may be missing.
    pub done: bool,
    /// The draft it was typed in, to be thrown away with it.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// A form that was kept.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeptForm {
    /// Its identity.
    pub id: FilledFormId,
    /// The form.
    pub form: String,
    /// Which text of it.
    pub form_version: String,
    /// What it is called today; none when there is no such form any more.
    pub title: Option<String>,
    /// The answers.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub answers: Value,
    /// Whether it is whole.
    pub done: bool,
    /// When it was last kept.
    pub updated_at: DateTime<Utc>,
    /// Version.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

/// Whose forms.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct KeptForms {
    /// The citizen.
    pub citizen: CitizenId,
}

/// A place while its name is typed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FormPlaceQuery {
    /// What is typed.
    pub text: String,
    /// A state, not a municipality.
    pub foreign: bool,
}

/// A place that can be meant.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormPlace {
    /// How it is kept.
    pub code: String,
    /// How it is read: `Abano (PD, fino al 1924)`.
    pub label: String,
}

/// Places a search answers with.
const SHOWN: usize = 12;

/// What the desk knows besides the answers.
pub(super) struct Desk {
    pub(super) catalogue: Arc<FormCatalogue>,
    places: Arc<Places>,
    municipality: String,
    pub(super) today: NaiveDate,
}

/// The archive the program carries, read once; a newer one in the folder is read when it is there.
static PLACES: LazyLock<Arc<Places>> = LazyLock::new(|| Arc::new(places(std::path::Path::new("")).0));

impl Desk {
    pub(super) async fn of(app: &App) -> Outcome<Self> {
        let store = app.store().await?;
        let desk = settings::desk(&store).await?;
        let newer = ["comuni.csv", "stati_esteri.csv"].iter().any(|file| app.folder().join(file).exists());
        let places = if newer { Arc::new(places(app.folder()).0) } else { Arc::clone(&PLACES) };
        Ok(Self {
            catalogue: form_catalogue(app.folder()),
            places,
            municipality: desk.municipality.name.clone(),
            today: app.today(),
        })
    }

    pub(super) fn form(&self, id: &str) -> Outcome<&Form> {
        self.catalogue.form(id).ok_or_else(|| Failure::field("form", FieldRule::NotFound))
    }

    pub(super) fn setting(&self) -> Setting<'_> {
        Setting {
            today: self.today,
            library: &self.catalogue.library,
            places: &self.places,
            municipality: &self.municipality,
        }
    }

    pub(super) fn printing<'a>(&'a self, form: &'a Form, word: Option<&str>) -> Printing<'a> {
        let guide =
            word.and_then(language).and_then(|language| self.catalogue.guide(&form.file.id, language));
        Printing { form, library: &self.catalogue.library, guide }
    }

    fn line(&self, entry: &FormEntry) -> Option<FormLine> {
        let form = entry.form.as_ref().ok()?;
        Some(FormLine {
            id: form.file.id.clone(),
            title: form.file.title.clone(),
            about: form.file.about.as_deref().map(super::paper::unwrapped),
            shelf: form.file.shelf,
            class: form.file.class,
            version: form.file.version.clone(),
            current: is_in_time(form, self.today),
            origin: entry.origin,
            languages: self.catalogue.languages(&form.file.id),
        })
    }
}

/// The forms that answer a need.
pub(crate) async fn forms(app: &App, request: FormsQuery) -> Outcome<Forms> {
    let desk = Desk::of(app).await?;
    if !request.text.trim().is_empty() {
        let found = desk.catalogue.search(&request.text);
        return Ok(Forms {
            forms: found.into_iter().filter_map(|entry| desk.line(entry)).collect(),
            broken: Vec::new(),
        });
    }
    let broken = desk.catalogue.entries.iter().filter_map(|entry| {
        Some(BrokenForm { file: entry.file.clone(), faults: entry.form.as_ref().err()?.clone() })
    });
    Ok(Forms {
        forms: desk.catalogue.entries.iter().filter_map(|entry| desk.line(entry)).collect(),
        broken: broken.collect(),
    })
}

/// The answers that are there before anything is asked.
pub(crate) async fn begin(app: &App, request: FormBegin) -> Outcome<FormStart> {
    start(app, &Desk::of(app).await?, request).await
}

/// What is asked, what is wrong, what comes of it.
pub(crate) async fn state(app: &App, request: FormAnswers) -> Outcome<FormState> {
    let desk = Desk::of(app).await?;
    let form = desk.form(&request.form)?;
    let done = form.evaluate(&request.answers, desk.setting());
    let printing = desk.printing(form, request.language.as_deref());
    Ok(FormState::of(&printing, &done))
}

/// The places that begin as typed; today's first.
pub(crate) async fn places_find(app: &App, request: FormPlaceQuery) -> Outcome<Vec<FormPlace>> {
    let desk = Desk::of(app).await?;
    let found = desk.places.search(&request.text, None, None, SHOWN * 8).into_iter();
    let right = found.filter(|place| place.belfiore.is_foreign() == request.foreign);
    let place = |place: &sportello_domain::place::Place| FormPlace {
        code: place.belfiore.to_string(),
        label: place.label(),
    };
    Ok(right.take(SHOWN).map(place).collect())
}

/// A form as a paper, and the name of its file.
pub(crate) async fn paper(app: &App, request: FormPaperAsked) -> Outcome<(Document, String)> {
    let desk = Desk::of(app).await?;
    let form = desk.form(&request.form)?;
    let printing = desk.printing(form, request.language.as_deref());
    let name = form.file.id.clone();
    if request.what == FormPaperKind::Bring {
        return Ok((Document::FormSheet(bring(form, &desk.catalogue, Vec::new())), name));
    }
    if request.what != FormPaperKind::Draft
        && request.reason.as_deref().is_none_or(|reason| reason.trim().is_empty())
    {
        in_time(form, desk.today)?;
    }
    if request.what == FormPaperKind::Blank {
        return Ok((Document::Form(printing.blank()), name));
    }
    let done = form.evaluate(&request.answers, desk.setting());
    if request.what == FormPaperKind::Filled {
        whole(&done)?;
    }
    Ok((Document::Form(printing.filled(&done, !done.is_complete()).print), name))
}

/// Refuses what is not whole, naming what is missing or wrong.
fn whole(done: &sportello_domain::form::Evaluation<'_>) -> Outcome<()> {
    let faults = done.errors.iter().map(|finding| sportello_domain::fault::FieldFault {
        field: finding.path.clone(),
        rule: FieldRule::Required,
    });
    let faults: Vec<_> = faults.collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
}

/// Keeps a form on the citizen's card.
pub(crate) async fn keep(app: &App, request: FormKeep) -> Outcome<KeptForm> {
    let desk = Desk::of(app).await?;
    let form = desk.form(&request.form)?;
    let done = form.evaluate(&request.answers, desk.setting());
    if request.done {
        whole(&done)?;
    }
    // Half a form keeps what was typed; a whole one keeps what counts.
    let answers = if request.done { done.kept() } else { request.answers.clone() };
    let now = app.now();
    let wanted = filled_form::FilledForm {
        id: request.id,
        citizen: request.citizen,
        form: form.file.id.clone(),
        form_version: form.file.version.clone(),
        answers: Value::Object(answers).to_string(),
        done: request.done,
        created_at: now,
        updated_at: now,
        version: request.version,
    };
    let store = app.store().await?;
    let kept = match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let kept = filled_form::save(&mut tx, &wanted).await?;
            if let Some(draft) = request.draft_id {
                draft::discard(&mut tx, draft).await?;
            }
            tx.commit().await?;
            kept
        }
        Err(Error::AlreadyDone) => filled_form::find(&mut store.reader().await?.conn(), request.id).await?,
        Err(error) => return Err(error.into()),
    };
    Ok(view(&desk, kept))
}

/// The forms of a citizen, the last kept first.
pub(crate) async fn kept(app: &App, request: KeptForms) -> Outcome<Vec<KeptForm>> {
    let desk = Desk::of(app).await?;
    let store = app.store().await?;
    let forms = filled_form::of_citizen(&mut store.reader().await?.conn(), request.citizen, ON_CARD).await?;
    Ok(forms.into_iter().map(|kept| view(&desk, kept)).collect())
}

fn view(desk: &Desk, kept: filled_form::FilledForm) -> KeptForm {
    KeptForm {
        id: kept.id,
        title: desk.catalogue.form(&kept.form).map(|form| form.file.title.clone()),
        form: kept.form,
        form_version: kept.form_version,
        answers: serde_json::from_str(&kept.answers).unwrap_or_default(),
        done: kept.done,
        updated_at: kept.updated_at,
        version: kept.version,
    }
}
