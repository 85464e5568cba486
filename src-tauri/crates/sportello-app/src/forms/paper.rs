//! A form and its answers as a paper. What is not asked is not there, because the evaluation has it not.

use sportello_documents::{
    FormGuide, FormGuideRow, FormInstead, FormPaper, FormPart, FormPrint, FormPrivacy, FormSection,
    FormSignature, FormSigner, FormStamps, FormTick,
};
use sportello_domain::form::{
    Answer, Class, Entry, Evaluation, Form, Guide, Instead, Kind, Language, Library, Number, Presence,
    Question, YES_NO,
};

/// Options that are printed one by one; of more only the chosen ones are.
const MOST_TICKS: usize = 24;
/// Columns of a table that can still be read.
const MOST_COLUMNS: usize = 5;

/// A paper, and which part of it each answer is: `sections[1].parts[3]`.
pub(crate) struct Printed {
    pub(crate) print: FormPrint,
    pub(crate) places: Vec<(String, String)>,
}

/// How a form is printed.
#[derive(Clone, Copy)]
pub(crate) struct Printing<'a> {
    pub(crate) form: &'a Form,
    pub(crate) library: &'a Library,
    /// Texts in another language.
    pub(crate) guide: Option<(&'a Guide, Option<&'a Guide>)>,
}

/// The parts of a step, being put together.
struct Parts {
    section: usize,
    parts: Vec<FormPart>,
    places: Vec<(String, String)>,
    /// What is missing has room to be written.
    room: bool,
    /// What the step is called: a block of the same name needs no heading.
    title: String,
}

impl Printing<'_> {
    /// The form with its answers. `draft`: something is missing, and it is printed all the same.
    pub(crate) fn filled(&self, done: &Evaluation<'_>, draft: bool) -> Printed {
        let mut sections = Vec::new();
        let mut places = Vec::new();
        for asked in &done.steps {
            let mut parts = Parts {
                section: sections.len(),
                parts: Vec::new(),
                places: Vec::new(),
                room: draft,
                title: asked.step.title.clone(),
            };
            asked.entries.iter().for_each(|entry| parts.entry(entry));
            if !parts.parts.is_empty() {
                sections.push(FormSection { title: asked.step.title.clone(), parts: parts.parts });
                places.append(&mut parts.places);
            }
        }
        let papers = done.papers.iter().map(|paper| paper_of(paper.attachment)).collect();
        let stamps = &done.stamps;
        let stamps = (stamps.count > 0 || !stamps.notes.is_empty()).then(|| FormStamps {
            count: stamps.count,
            amount: stamps.cents.map(euro),
            notes: stamps.notes.clone(),
        });
        let signature = done.signature.as_ref().map(|signed| FormSignature {
            place: signed.place.clone(),
            day: Some(signed.day),
            presence: signed.presence == Presence::Optional,
            before_clerk: signed.before_clerk,
            signers: (signed.signers.iter())
                .map(|(role, name)| FormSigner { role: role.clone(), name: name.clone() })
                .collect(),
        });
        let print = FormPrint {
            recipient: done.recipient.clone(),
            draft,
            sections,
            stamps,
            signature,
            papers,
            ..self.frame()
        };
        Printed { print, places }
    }

    /// The form to be filled in by hand: every question, also those of which an answer decides.
    pub(crate) fn blank(&self) -> FormPrint {
        let sections = self.form.steps.iter().enumerate().map(|(section, step)| {
            let mut parts = Parts {
                section,
                parts: Vec::new(),
                places: Vec::new(),
                room: true,
                title: step.title.clone(),
            };
            step.questions.iter().for_each(|question| parts.question(question));
            FormSection { title: step.title.clone(), parts: parts.parts }
        });
        let file = &self.form.file;
        let signature = file.signature.as_ref().map(|signature| FormSignature {
            place: None,
            day: None,
            presence: signature.presence == Presence::Optional,
            before_clerk: None,
            signers: (signature.signers.iter())
                .map(|signer| FormSigner { role: signer.role.clone(), name: None })
                .collect(),
        });
        FormPrint {
            recipient: file.recipient.as_deref().map(|code| self.library.office(code).to_owned()),
            blank: true,
            sections: sections.collect(),
            signature,
            papers: file.attachments.iter().map(paper_of).collect(),
            ..self.frame()
        }
    }

    /// What is the same whatever is answered.
    fn frame(&self) -> FormPrint {
        let file = &self.form.file;
        let text = |key: &str| self.library.parameters.text(&format!("informative.{key}"));
        FormPrint {
            title: file.title.clone(),
            reference: reference(self.form),
            law: file.law.clone(),
            recipient: None,
            draft: false,
            blank: false,
            sections: Vec::new(),
            declaration: file.class == Class::Declaration,
            stamps: None,
            privacy: file.privacy.as_ref().map(|privacy| FormPrivacy {
                text: unwrapped(text(&privacy.notice).unwrap_or_default()),
                purpose: privacy.purpose.clone(),
                basis: privacy.basis.clone(),
                special: privacy.special.clone(),
            }),
            signature: None,
            papers: Vec::new(),
            afterwards: file.afterwards.as_ref().map(|words| unwrapped(words)),
            guide: self.guide.map(|(guide, blocks)| self.guided(guide, blocks)),
        }
    }

    fn guided(&self, guide: &Guide, blocks: Option<&Guide>) -> FormGuide {
        let questions = self.form.questions();
        let rows = questions.iter().filter_map(|(path, question)| {
            let field = guide.field(blocks, path, question)?;
            let options: Vec<String> = (question.options.iter())
                .filter_map(|option| Some(format!("{} = {}", option.text, field.options.get(&option.value)?)))
                .collect();
            let help: Vec<String> = field.help.iter().cloned().chain(options).collect();
            Some(FormGuideRow {
                italian: question.label.clone(),
                text: field.label.clone()?,
                help: help.join(" · "),
            })
        });
        let mut seen = std::collections::HashSet::new();
        let rows = rows.filter(|row| seen.insert((row.italian.clone(), row.text.clone()))).collect();
        FormGuide {
            language: guide.language.name().to_owned(),
            title: guide.title.clone().unwrap_or_else(|| self.form.file.title.clone()),
            words: [&guide.about, &guide.mind, &guide.afterwards]
                .into_iter()
                .flatten()
                .map(|words| unwrapped(words))
                .collect(),
            rows,
        }
    }
}

impl Parts {
    fn push(&mut self, path: &str, part: FormPart) {
        self.places
            .push((path.to_owned(), format!("sections[{}].parts[{}]", self.section, self.parts.len())));
        self.parts.push(part);
    }

    /// An answer.
    fn entry(&mut self, entry: &Entry<'_>) {
        let question = entry.question;
        let (path, label) = (&entry.path, question.label.clone());
        let sentence = entry.sentence().filter(|_| entry.answer.is_given());
        if let (Some((words, _)), false) = (&sentence, matches!(entry.answer, Answer::Inside(_))) {
            return self.push(path, FormPart::Sentence { words: words.clone() });
        }
        match (&entry.answer, question.kind) {
            (_, Kind::Note) => self.push(path, FormPart::Note { words: label }),
            (answer, Kind::Declaration) => {
                let ticked = *answer == Answer::Flag(true);
                self.push(path, FormPart::Tick(FormTick { words: label, ticked }));
            }
            (Answer::Inside(entries), _) => {
                let used = sentence.map(|(words, used)| {
                    self.push(path, FormPart::Sentence { words });
                    used
                });
                let used = used.unwrap_or_default();
                let rest: Vec<_> =
                    entries.iter().filter(|entry| !used.contains(&entry.question.id)).collect();
                if rest.iter().any(|entry| self.shows(entry)) {
                    if used.is_empty() && !label.is_empty() && label != self.title {
                        self.push(path, FormPart::Heading { words: label });
                    }
                    rest.into_iter().for_each(|entry| self.entry(entry));
                }
            }
            (Answer::Rows(rows), _) => self.rows(entry, rows),
            _ if !self.shows(entry) => {}
            (Answer::Choices(chosen), _) if question.options.len() <= MOST_TICKS => {
                let options = question.options.iter().map(|option| FormTick {
                    words: option.text.clone(),
                    ticked: chosen.iter().any(|chosen| chosen.value == option.value),
                });
                let options = options.collect();
                self.push(path, FormPart::Options { label, options });
            }
            _ => {
                let value = entry.written();
                self.push(path, single(question, value));
            }
        }
    }

    /// Whether there is something to print: an answer, or, where there is room for it, that one is missing.
    fn shows(&self, entry: &Entry<'_>) -> bool {
        entry.answer.is_given()
            || matches!(entry.question.kind, Kind::Declaration | Kind::Note)
            || (self.room && entry.question.required && !entry.question.is_computed())
    }

    fn rows(&mut self, entry: &Entry<'_>, rows: &[Vec<Entry<'_>>]) {
        let question = entry.question;
        if rows.is_empty() {
            return;
        }
        let flat = question.children.len() <= MOST_COLUMNS
            && question.children.iter().all(|child| !child.kind.is_nested() && child.printed_as_cell());
        if !flat {
            for (at, row) in rows.iter().enumerate() {
                let path = format!("{}[{at}]", entry.path);
                self.push(&path, FormPart::Heading { words: format!("{} – {}", question.label, at + 1) });
                row.iter().for_each(|entry| self.entry(entry));
            }
            return;
        }
        let shown: Vec<&Question> = (question.children.iter())
            .filter(|child| {
                rows.iter().flatten().any(|cell| cell.question.id == child.id && cell.answer.is_given())
            })
            .collect();
        let cells = |row: &Vec<Entry<'_>>| {
            let cell = |child: &&Question| {
                row.iter().find(|cell| cell.question.id == child.id).map(Entry::written).unwrap_or_default()
            };
            shown.iter().map(cell).collect()
        };
        let table = FormPart::Table {
            label: question.label.clone(),
            columns: shown.iter().map(|child| child.label.clone()).collect(),
            rows: rows.iter().map(cells).collect(),
        };
        self.push(&entry.path, table);
    }

    /// A question to be answered by hand.
    fn question(&mut self, question: &Question) {
        let label = question.label.clone();
        match question.kind {
            _ if question.is_computed() => {}
            Kind::Note => self.push("", FormPart::Note { words: label }),
            Kind::Declaration => self.push("", FormPart::Tick(FormTick { words: label, ticked: false })),
            Kind::Block => {
                self.push("", FormPart::Heading { words: label });
                question.children.iter().for_each(|child| self.question(child));
            }
            Kind::Group
                if question.children.len() <= MOST_COLUMNS
                    && question.children.iter().all(|child| !child.kind.is_nested()) =>
            {
                let columns = question.children.iter().map(|child| child.label.clone()).collect();
                self.push("", FormPart::Table { label, columns, rows: Vec::new() });
            }
            Kind::Group => {
                self.push("", FormPart::Heading { words: label });
                question.children.iter().for_each(|child| self.question(child));
            }
            Kind::YesNo => {
                let options =
                    YES_NO.map(|words| FormTick { words: words.to_owned(), ticked: false }).to_vec();
                self.push("", FormPart::Options { label, options });
            }
            kind if kind.has_options() && question.options.len() <= MOST_TICKS => {
                let options = question
                    .options
                    .iter()
                    .map(|option| FormTick { words: option.text.clone(), ticked: false });
                let options = options.collect();
                self.push("", FormPart::Options { label, options });
            }
            _ => self.push("", single(question, String::new())),
        }
    }
}

/// A single value: in boxes when it is a code, in a line, or as a text.
fn single(question: &Question, value: String) -> FormPart {
    let label = question.label.clone();
    let boxes = match question.kind {
        Kind::TaxCode => 16,
        Kind::VatNumber => 11,
        Kind::Iban => 27,
        Kind::Postcode => 5,
        _ if question.kind == Kind::LongText => return FormPart::Text { label, value },
        _ => return FormPart::Field { label, value },
    };
    let letters = value.chars().count();
    // A code of another length, a foreign account, stands in a line.
    if letters > boxes || !value.chars().all(|c| c.is_ascii_alphanumeric()) {
        return FormPart::Field { label, value };
    }
    FormPart::Comb { label, value, boxes: u8::try_from(boxes).unwrap_or(u8::MAX) }
}

fn paper_of(attachment: &sportello_domain::form::Attachment) -> FormPaper {
    let instead = attachment.instead.map(|instead| match instead {
        Instead::Declare => FormInstead::Declare,
        Instead::OfficeGetsIt => FormInstead::OfficeGetsIt,
    });
    FormPaper { text: attachment.text.clone(), required: attachment.required, instead }
}

/// `residenza@2026-11-24`.
pub(crate) fn reference(form: &Form) -> String {
    format!("{}@{}", form.file.id, form.file.version)
}

/// An amount in cents.
pub(crate) fn euro(cents: i64) -> String {
    let amount = Number::whole(cents).divided(Number::whole(100)).unwrap_or(Number::ZERO);
    format!("€\u{a0}{}", amount.written(2))
}

/// A text whose lines were broken by whoever wrote the file: an empty line ends a paragraph.
pub(crate) fn unwrapped(words: &str) -> String {
    let paragraphs =
        words.trim().split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n")
}

/// The guide of a form in a language, when there is one.
pub(crate) fn language(word: &str) -> Option<Language> {
    Language::parse(word.trim())
}
