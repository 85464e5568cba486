//! A form while it is answered, as a screen shows it. Everything comes from the one evaluation.

use super::paper::{Printing, euro, unwrapped};
use serde::Serialize;
use serde_json::Value;
use sportello_domain::form::{Answer, Entry, Evaluation, Finding, Instead, Kind, Presence};

/// A form and its answers.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FormState {
    /// What it is called.
    pub title: String,
    /// What it is called in the language that helps.
    pub title_help: Option<String>,
    /// What to mind.
    pub mind: Option<String>,
    /// The steps that are gone through.
    pub steps: Vec<StepState>,
    /// What stops it.
    pub errors: Vec<Finding>,
    /// What is odd.
    pub notices: Vec<Finding>,
    /// Papers to bring.
    pub papers: Vec<PaperState>,
    /// How many stamps.
    pub stamps: u32,
    /// What they cost.
    pub stamp_amount: Option<String>,
    /// What to know about them.
    pub stamp_notes: Vec<String>,
    /// The office it is handed to.
    pub recipient: Option<String>,
    /// The office that decides.
    pub competent: Option<String>,
    /// How many copies.
    pub copies: u32,
    /// Days for the answer.
    pub term_days: Option<u32>,
    /// What is asked about the signature.
    pub signature: Option<SignatureState>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StepState {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The same in the language that helps.
    pub title_help: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// Its questions.
    pub fields: Vec<FieldState>,
}

/// A question and its answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldState {
    /// Where it stands: `familiari[1].nome`.
    pub path: String,
    /// What it is answered with.
    pub kind: Kind,
    /// What is asked.
    pub label: String,
    /// How to answer.
    pub help: Option<String>,
    /// An answer somebody could give.
    pub example: Option<String>,
    /// Whether an answer is needed.
    pub required: bool,
    /// Whether nobody answers it: it is computed.
    pub computed: bool,
    /// What can be chosen.
    pub options: Vec<OptionState>,
    /// The answer, as it is kept.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub value: Value,
    /// The answer, as it is printed.
    pub written: String,
    /// The questions of a block.
    pub fields: Vec<FieldState>,
    /// The rows of a group.
    pub rows: Vec<Vec<FieldState>>,
    /// The least and the most rows.
    pub range: Option<(u32, u32)>,
    /// What the key that adds a row says.
    pub add: Option<String>,
    /// The part of the paper with the answer: `sections[1].parts[3]`.
    pub part: Option<String>,
    /// The question in the language that helps.
    pub other: Option<OtherWords>,
}

/// Something to choose.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OptionState {
    /// How it is kept.
    pub value: String,
    /// How it is read.
    pub text: String,
    /// The same in the language that helps.
    pub other: Option<String>,
}

/// A question in another language.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OtherWords {
    /// What is asked.
    pub label: String,
    /// How to answer.
    pub help: Option<String>,
}

/// A paper to bring.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PaperState {
    /// What it is.
    pub text: String,
    /// Whether it is needed.
    pub required: bool,
    /// What can be done instead.
    pub instead: Option<Instead>,
}

/// Who signs.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignatureState {
    /// Whether it is asked if it is made before the clerk.
    pub presence: Presence,
    /// Whether it is.
    pub before_clerk: Option<bool>,
    /// As what, and who.
    pub signers: Vec<(String, Option<String>)>,
}

impl FormState {
    pub(super) fn of(printing: &Printing<'_>, done: &Evaluation<'_>) -> Self {
        let file = &printing.form.file;
        let places = printing.filled(done, true).places;
        let view = View { printing, places: &places };
        let steps = done.steps.iter().map(|asked| StepState {
            id: asked.step.id.clone(),
            title: asked.step.title.clone(),
            title_help: printing.guide.and_then(|(guide, _)| guide.sections.get(&asked.step.id).cloned()),
            help: asked.step.help.clone(),
            fields: asked.entries.iter().map(|entry| view.field(entry)).collect(),
        });
        Self {
            title: file.title.clone(),
            title_help: printing.guide.and_then(|(guide, _)| guide.title.clone()),
            mind: file.mind.as_deref().map(unwrapped),
            steps: steps.collect(),
            errors: done.errors.clone(),
            notices: done.notices.clone(),
            papers: (done.papers.iter())
                .map(|paper| PaperState {
                    text: paper.attachment.text.clone(),
                    required: paper.attachment.required,
                    instead: paper.attachment.instead,
                })
                .collect(),
            stamps: done.stamps.count,
            stamp_amount: done.stamps.cents.filter(|_| done.stamps.count > 0).map(euro),
            stamp_notes: done.stamps.notes.clone(),
            recipient: done.recipient.clone(),
            competent: done.competent.clone(),
            copies: done.copies,
            term_days: done.term_days,
            signature: done.signature.as_ref().map(|signed| SignatureState {
                presence: signed.presence,
                before_clerk: signed.before_clerk,
                signers: signed.signers.clone(),
            }),
        }
    }
}

struct View<'a> {
    printing: &'a Printing<'a>,
    places: &'a [(String, String)],
}

impl View<'_> {
    fn field(&self, entry: &Entry<'_>) -> FieldState {
        let question = entry.question;
        let plain: String = without_rows(&entry.path);
        let other = self.printing.guide.and_then(|(guide, blocks)| guide.field(blocks, &plain, question));
        let (fields, rows) = match &entry.answer {
            Answer::Inside(entries) => (entries.iter().map(|entry| self.field(entry)).collect(), Vec::new()),
            Answer::Rows(rows) => {
                let row = |row: &Vec<Entry<'_>>| row.iter().map(|entry| self.field(entry)).collect();
                (Vec::new(), rows.iter().map(row).collect())
            }
            _ => (Vec::new(), Vec::new()),
        };
        let nested = question.kind.is_nested();
        FieldState {
            path: entry.path.clone(),
            kind: question.kind,
            label: question.label.clone(),
            help: question.help.clone(),
            example: question.example.clone(),
            required: question.required,
            computed: question.is_computed(),
            options: (question.options.iter())
                .map(|option| OptionState {
                    value: option.value.clone(),
                    text: option.text.clone(),
                    other: other.and_then(|other| other.options.get(&option.value).cloned()),
                })
                .collect(),
            value: if nested { Value::Null } else { entry.kept() },
            written: if nested { String::new() } else { entry.written() },
            fields,
            rows,
            range: (question.kind == Kind::Group).then_some((question.repeat.min, question.repeat.max)),
            add: question.repeat.add.clone(),
            part: self.places.iter().find(|(path, _)| *path == entry.path).map(|(_, part)| part.clone()),
            other: other
                .and_then(|other| Some(OtherWords { label: other.label.clone()?, help: other.help.clone() })),
        }
    }
}

/// `familiari[1].nome` as it stands in the form: `familiari.nome`.
fn without_rows(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut inside = false;
    for character in path.chars() {
        match character {
            '[' => inside = true,
            ']' => inside = false,
            other if !inside => plain.push(other),
            _ => {}
        }
    }
    plain
}
