//! Forms as data: one file for each, read strictly, looked at as a whole, and one evaluator for their answers. The format
//! is described, for those who write forms, in `catalog/forms/README.md`.

mod answer;
mod check;
mod condition;
mod evaluate;
mod fault;
mod field;
mod finding;
mod guide;
mod library;
mod model;
mod number;
mod place_in_file;
mod question;
mod search;
mod term;
mod written;

pub use answer::{Answer, Entry, Somewhere};
pub use condition::Condition;
pub use evaluate::{Asked, Due, Evaluation, Paper, Setting, Signed, Stamps};
pub use fault::{FormFault, FormProblem};
pub use field::{Attachment, Choice, Cost, Field, Instead, Kind, Repeat, Rule};
pub use finding::{Finding, Remark};
pub use guide::{Guide, GuideField, Language};
pub use library::{Library, Parameter, Parameters, SharedFault};
pub use model::{
    Class, Competent, FormFile, Presence, Privacy, Section, Shelf, Signature, Signer, Stamp, StampCase,
    StampRule, State, TicketFrom,
};
pub use number::Number;
pub use question::Question;
pub use search::Needs;
pub use term::{Literal, typed_day};
pub use written::YES_NO;

use place_in_file::{Locator, Step};

/// A form, ready to be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What its file says.
    pub file: FormFile,
    /// Its steps, with their questions.
    pub steps: Vec<FormStep>,
}

/// A step of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FormStep {
    /// Its name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What to do.
    pub help: Option<String>,
    /// Its questions.
    pub questions: Vec<Question>,
    when: Option<Condition>,
}

impl Form {
    /// Reads a form.
    ///
    /// # Errors
    /// The first thing its reader does not understand; or else everything that does not fit together.
    pub fn read(source: &str, library: &Library) -> Result<Self, Vec<FormFault>> {
        let file: FormFile = place_in_file::read_filled(source, &library.parameters)?;
        let mut compiler = question::Compiler::new(library);
        let mut steps = Vec::with_capacity(file.sections.len());
        for (at, section) in file.sections.iter().enumerate() {
            let here = [Step::Key("sezioni"), Step::Index(at), Step::Key("campi")];
            steps.push(FormStep {
                id: section.id.clone(),
                title: section.title.clone(),
                help: section.help.clone(),
                questions: compiler.questions(&section.fields, &here, None, None),
                when: section.when.clone(),
            });
        }
        let mut found = compiler.faults;
        let form = Self { file, steps };
        check::form(library, &form, &mut found);
        if found.is_empty() {
            return Ok(form);
        }
        let locator = Locator::new(source);
        let mut faults: Vec<FormFault> =
            found.into_iter().map(|(way, problem)| locator.fault(&way, problem)).collect();
        faults.sort_by_key(|fault| (fault.line, fault.column));
        Err(faults)
    }

    /// Every question with its path in the form (`richiedente.recapiti.email`), through blocks and groups.
    pub fn questions(&self) -> Vec<(String, &Question)> {
        fn collect<'a>(prefix: &str, questions: &'a [Question], all: &mut Vec<(String, &'a Question)>) {
            for question in questions {
                let path = format!("{prefix}{}", question.id);
                collect(&format!("{path}."), &question.children, all);
                all.push((path, question));
            }
        }
        let mut all = Vec::new();
        self.steps.iter().for_each(|step| collect("", &step.questions, &mut all));
        all
    }
}

/// The JSON Schema of a form, for editors that complete and underline.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    let mut text = serde_json::to_string_pretty(&schemars::schema_for!(FormFile)).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests;
