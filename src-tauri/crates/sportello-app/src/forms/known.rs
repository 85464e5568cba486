//! What is known of a citizen is not asked again: what stands on the card, and what was answered in earlier forms.

use super::desk::{Desk, FormBegin, FormStart, KnownAnswer};
use crate::app::App;
use crate::error::Outcome;
use crate::settings;
use chrono::{Months, NaiveDate};
use serde_json::{Map, Value, json};
use sportello_domain::citizen::CitizenData;
use sportello_domain::form::{Answer, Entry, Kind, Literal, Question, typed_day};
use sportello_store::{citizen, filled_form};
use std::collections::BTreeMap;

/// Earlier forms that are looked at.
const EARLIER: i64 = 12;
/// After so many months an answer is confirmed.
const FRESH: Months = Months::new(12);

/// A source (`cittadino.cognome`), its value, and the day it was given.
type Known = BTreeMap<String, (Value, Option<NaiveDate>)>;

/// The answers that are there before anything is asked.
pub(super) async fn start(app: &App, desk: &Desk, request: FormBegin) -> Outcome<FormStart> {
    let form = desk.form(&request.form)?;
    let mut known = Known::new();
    let store = app.store().await?;
    if let Some(id) = request.citizen {
        let mut reader = store.reader().await?;
        let mut conn = reader.conn();
        let found = citizen::find(&mut conn, id).await?;
        on_card(&found.data, &mut known);
        let earlier = filled_form::of_citizen(&mut conn, found.id, EARLIER).await?;
        // The oldest first: what was said last wins.
        for kept in earlier.iter().rev().filter(|kept| kept.done) {
            let Some(form) = desk.catalogue.form(&kept.form) else { continue };
            let answers: Map<String, Value> = serde_json::from_str(&kept.answers).unwrap_or_default();
            let done = form.evaluate(&answers, desk.setting());
            let day = crate::clock::rome_day(kept.updated_at);
            done.steps.iter().flat_map(|asked| &asked.entries).for_each(|entry| said(entry, day, &mut known));
        }
    }
    let municipality = settings::desk(&store).await?.municipality;
    known.insert("comune.nome".to_owned(), (json!(municipality.name), None));
    known.insert("comune.belfiore".to_owned(), (json!(municipality.belfiore), None));
    known.insert("comune.provincia".to_owned(), (json!(municipality.province), None));
    known.insert("operatore.nome".to_owned(), (json!(app.operator), None));
    known.insert("oggi".to_owned(), (json!(desk.today.to_string()), None));
    let mut filling = Filling { known: &known, today: desk.today, used: Vec::new() };
    let mut answers = Map::new();
    for step in &form.steps {
        filling.questions(&step.questions, "", &mut answers);
    }
    Ok(FormStart { answers: Value::Object(answers), known: filling.used })
}

/// What stands on the citizen's card.
fn on_card(data: &CitizenData, known: &mut Known) {
    let birth = data.birth_date.map(|day| day.to_string());
    let card = [
        ("cognome", &data.surname),
        ("nome", &data.name),
        ("nascita_data", &birth),
        ("codice_fiscale", &data.tax_code),
        ("recapiti.telefono", &data.phone),
        ("recapiti.email", &data.email),
        ("recapiti.pec", &data.pec),
    ];
    for (path, value) in card {
        if let Some(value) = value {
            known.insert(format!("cittadino.{path}"), (json!(value), None));
        }
    }
}

/// What an earlier form says.
fn said(entry: &Entry<'_>, day: NaiveDate, known: &mut Known) {
    match &entry.answer {
        Answer::Inside(entries) => entries.iter().for_each(|entry| said(entry, day, known)),
        Answer::Rows(_) | Answer::None | Answer::Wrong(_) => {}
        _ => {
            if let Some(source) =
                entry.question.prefill.as_deref().filter(|source| source.starts_with("cittadino."))
            {
                known.insert(usual(source), (entry.kept(), Some(day)));
            }
        }
    }
}

/// One name for each source.
fn usual(source: &str) -> String {
    match source {
        "cittadino.email" => "cittadino.recapiti.email".to_owned(),
        "cittadino.telefono" => "cittadino.recapiti.telefono".to_owned(),
        "cittadino.cellulare" => "cittadino.recapiti.cellulare".to_owned(),
        "cittadino.pec" => "cittadino.recapiti.pec".to_owned(),
        "cittadino.canale" => "cittadino.recapiti.canale".to_owned(),
        other => other.to_owned(),
    }
}

struct Filling<'a> {
    known: &'a Known,
    today: NaiveDate,
    used: Vec<KnownAnswer>,
}

impl Filling<'_> {
    fn questions(&mut self, questions: &[Question], prefix: &str, answers: &mut Map<String, Value>) {
        for question in questions {
            let path = format!("{prefix}{}", question.id);
            match question.kind {
                Kind::Block => {
                    let mut inside = Map::new();
                    self.questions(&question.children, &format!("{path}."), &mut inside);
                    if !inside.is_empty() {
                        answers.insert(question.id.clone(), Value::Object(inside));
                    }
                }
                Kind::Group | Kind::Note | Kind::Declaration => {}
                _ if question.is_computed() => {}
                _ => {
                    if let Some(value) = self.value(question, &path) {
                        answers.insert(question.id.clone(), value);
                    }
                }
            }
        }
    }

    fn value(&mut self, question: &Question, path: &str) -> Option<Value> {
        let source = question.prefill.as_deref().map(usual);
        if let Some((value, since)) = source.as_ref().and_then(|source| self.known.get(source)) {
            if source.is_some_and(|source| source.starts_with("cittadino.")) {
                let old = since
                    .is_some_and(|since| since.checked_add_months(FRESH).is_none_or(|end| end < self.today));
                self.used.push(KnownAnswer { path: path.to_owned(), since: *since, old });
            }
            return Some(value.clone());
        }
        self.proposed(question)
    }

    /// What the form proposes.
    fn proposed(&self, question: &Question) -> Option<Value> {
        Some(match question.proposed()? {
            Literal::Flag(flag) => json!(flag),
            Literal::Whole(number) => json!(number),
            Literal::Decimal(number) => json!(number.to_string()),
            Literal::Text(text) => match text.strip_prefix("oggi") {
                Some(rest) if question.kind == Kind::Date => {
                    let typed = if rest.is_empty() { "oggi" } else { rest };
                    json!(typed_day(typed, self.today, 0)?.to_string())
                }
                _ => json!(text),
            },
        })
    }
}
