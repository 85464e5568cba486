//! Helper texts for whoever does not read Italian well. The form itself stays Italian; these stand beside it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fault::FormFault;
use super::model::words;
use super::question::Question;
use super::{Form, place_in_file};

words! {
    /// A language of the guides.
    #[cfg_attr(feature = "ts", ts(rename = "GuideLanguage"))]
    Language {
        /// English.
        English = "en",
        /// French.
        French = "fr",
        /// Spanish.
        Spanish = "es",
        /// Romanian.
        Romanian = "ro",
        /// Albanian.
        Albanian = "sq",
        /// Arabic, from right to left.
        Arabic = "ar",
        /// Ukrainian.
        Ukrainian = "uk",
        /// Chinese.
        Chinese = "zh",
    }
}

impl Language {
    /// Its name, in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Romanian => "Română",
            Self::Albanian => "Shqip",
            Self::Arabic => "العربية",
            Self::Ukrainian => "Українська",
            Self::Chinese => "中文",
        }
    }

    /// The language with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.word() == word)
    }
}

/// The texts of a form in one language, or those of the shared blocks (`modulo = "blocchi"`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Of which form.
    #[serde(rename = "modulo")]
    pub form: String,
    /// In which language.
    #[serde(rename = "lingua")]
    pub language: Language,
    /// What the form is called.
    #[serde(rename = "titolo", default)]
    pub title: Option<String>,
    /// What it is.
    #[serde(rename = "cos_e", default)]
    pub about: Option<String>,
    /// What to mind.
    #[serde(rename = "attenzione", default)]
    pub mind: Option<String>,
    /// What happens then.
    #[serde(rename = "al_termine", default)]
    pub afterwards: Option<String>,
    /// What the steps are called.
    #[serde(rename = "sezioni", default)]
    pub sections: BTreeMap<String, String>,
    /// The questions, by their path.
    #[serde(rename = "campi", default)]
    pub fields: BTreeMap<String, GuideField>,
    /// The papers to bring.
    #[serde(rename = "allegati", default)]
    pub attachments: BTreeMap<String, String>,
}

/// A question in another language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideField {
    /// What is asked.
    #[serde(rename = "etichetta", default)]
    pub label: Option<String>,
    /// How to answer.
    #[serde(rename = "aiuto", default)]
    pub help: Option<String>,
    /// What can be chosen.
    #[serde(rename = "opzioni", default)]
    pub options: BTreeMap<String, String>,
}

impl Guide {
    /// Reads a file of texts.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(source: &str) -> Result<Self, FormFault> {
        place_in_file::read(source)
    }

    /// The texts of a question: those of the form, or those of the block it is written in.
    pub fn field<'a>(
        &'a self,
        blocks: Option<&'a Self>,
        path: &str,
        question: &Question,
    ) -> Option<&'a GuideField> {
        self.fields.get(path).or_else(|| {
            let block = question.block.as_deref()?;
            blocks?.fields.get(&format!("{block}.{}", question.id))
        })
    }

    /// What it has texts for and the form has not: its names are stale.
    pub fn strangers(&self, form: &Form) -> Vec<String> {
        let questions = form.questions();
        let fields = self.fields.iter().filter(|(path, field)| {
            let known = questions.iter().find(|(known, _)| known == *path);
            known.is_none_or(|(_, question)| {
                let known = |value: &String| question.options.iter().any(|option| option.value == *value);
                !field.options.keys().all(known)
            })
        });
        let sections = self.sections.keys().filter(|id| !form.steps.iter().any(|step| step.id == **id));
        let papers =
            self.attachments.keys().filter(|id| !form.file.attachments.iter().any(|known| known.id == **id));
        fields.map(|(path, _)| path).chain(sections).chain(papers).cloned().collect()
    }
}
