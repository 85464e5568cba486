//! The one evaluator: answers in; questions to ask, errors, notices, computed values, papers, stamps and copies out.
//! Screen, preview, print and command line all use it, so they cannot disagree.

mod codes;
mod compute;
mod conditions;
mod limits;
mod papers;
mod walk;

pub use papers::{Due, Paper, Signed, Stamps};

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::answer::{Answer, Entry};
use super::finding::Finding;
use super::library::Library;
use super::{Form, FormStep};
use crate::place::Places;

/// What an evaluation needs to know besides the answers.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Today.
    pub today: NaiveDate,
    /// The parameters of the municipality, and what forms share.
    pub library: &'a Library,
    /// The archive of places.
    pub places: &'a Places,
    /// The name of the municipality, where people sign.
    pub municipality: &'a str,
}

/// A step with the questions it asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked<'f> {
    /// The step.
    pub step: &'f FormStep,
    /// Its questions; those that are not asked are not here.
    pub entries: Vec<Entry<'f>>,
}

/// A form and its answers, looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation<'f> {
    /// The steps that are gone through.
    pub steps: Vec<Asked<'f>>,
    /// What stops it, in the order of the form.
    pub errors: Vec<Finding>,
    /// What is odd, in the order of the form.
    pub notices: Vec<Finding>,
    /// Papers that come with it.
    pub papers: Vec<Paper<'f>>,
    /// Stamps.
    pub stamps: Stamps,
    /// What else is to be paid.
    pub costs: Vec<Due>,
    /// The office it is handed to.
    pub recipient: Option<String>,
    /// The office that decides.
    pub competent: Option<String>,
    /// How many copies.
    pub copies: u32,
    /// Days for the answer.
    pub term_days: Option<u32>,
    /// Who signs, where and when.
    pub signature: Option<Signed>,
}

impl Evaluation<'_> {
    /// Whether it can be made.
    pub fn is_complete(&self) -> bool {
        self.errors.is_empty()
    }

    /// The answers that count, as they are kept: nothing that is not asked, nothing computed.
    pub fn kept(&self) -> Map<String, Value> {
        let entries = self.steps.iter().flat_map(|asked| &asked.entries);
        let mut kept: Map<String, Value> = entries
            .filter(|entry| entry.answer.is_given() && !entry.question.is_computed())
            .map(|entry| (entry.question.id.clone(), entry.kept()))
            .collect();
        if let Some(signed) = &self.signature {
            kept.insert("firma".to_owned(), signed.kept());
        }
        kept
    }

    /// The entry at the end of a path: `familiari[1].nome`.
    pub fn at(&self, path: &str) -> Option<&Entry<'_>> {
        fn find<'a, 'f>(entries: &'a [Entry<'f>], path: &str) -> Option<&'a Entry<'f>> {
            entries.iter().find_map(|entry| {
                if entry.path == path {
                    return Some(entry);
                }
                let inside = path.strip_prefix(entry.path.as_str())?.starts_with(['.', '[']);
                match &entry.answer {
                    Answer::Inside(entries) if inside => find(entries, path),
                    Answer::Rows(rows) if inside => rows.iter().find_map(|row| find(row, path)),
                    _ => None,
                }
            })
        }
        self.steps.iter().find_map(|asked| find(&asked.entries, path))
    }
}

impl Form {
    /// Looks at answers: an object with the ids of questions as names.
    pub fn evaluate<'f>(&'f self, answers: &Map<String, Value>, setting: Setting<'_>) -> Evaluation<'f> {
        let mut walk = walk::Walk::new(setting);
        let (steps, root) = walk.form(self, answers);
        let signature = papers::signature(self, answers, &mut walk, &root);
        walk.rules(self, &root, signature.as_ref());
        let mut evaluation = papers::around(self, &walk, &root, signature);
        let (errors, notices) = walk.findings(&root);
        evaluation.errors = errors;
        evaluation.notices = notices;
        let mut root = root.into_iter();
        evaluation.steps = steps
            .into_iter()
            .map(|(step, count)| Asked { step, entries: root.by_ref().take(count).collect() })
            .collect();
        evaluation
    }
}
