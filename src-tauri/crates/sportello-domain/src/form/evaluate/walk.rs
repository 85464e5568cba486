//! Through the questions in the order they are asked. A question knows only what came before it, so one walk is enough
//! and the order in which answers were given changes nothing.

use serde_json::{Map, Value};

use super::super::answer::{self, Answer, Entry};
use super::super::field::{Kind, Rule};
use super::super::finding::{Finding, Remark};
use super::super::question::Question;
use super::super::{Form, FormStep};
use super::Setting;
use super::conditions::Scope;
use super::papers::Signed;

/// The walk.
pub(super) struct Walk<'f, 's> {
    pub(super) setting: Setting<'s>,
    /// What was answered so far, one list for each thing that is open.
    frames: Vec<Vec<Entry<'f>>>,
    errors: Vec<Finding>,
    notices: Vec<Finding>,
    /// Inside something that may stay empty, and is.
    quiet: bool,
}

static NOTHING: Value = Value::Null;

impl<'f, 's> Walk<'f, 's> {
    pub(super) fn new(setting: Setting<'s>) -> Self {
        Self { setting, frames: vec![Vec::new()], errors: Vec::new(), notices: Vec::new(), quiet: false }
    }

    /// The steps that are asked with how many questions each, and all the questions.
    pub(super) fn form(
        &mut self,
        form: &'f Form,
        answers: &Map<String, Value>,
    ) -> (Vec<(&'f FormStep, usize)>, Vec<Entry<'f>>) {
        let mut steps = Vec::new();
        for step in &form.steps {
            let asked = step.when.as_ref().is_none_or(|when| self.scope(None).holds(when));
            if asked {
                let before = self.frames[0].len();
                self.questions(&step.questions, answers, "");
                steps.push((step, self.frames[0].len() - before));
            }
        }
        for name in answers.keys() {
            let known = form.steps.iter().flat_map(|step| &step.questions).any(|known| known.id == *name);
            let signed = name == "firma" && form.file.signature.is_some();
            if !known && !signed {
                self.error(name, name, Remark::UnknownAnswer);
            }
        }
        (steps, std::mem::take(&mut self.frames[0]))
    }

    fn scope<'a>(&'a self, signed: Option<&'a Signed>) -> Scope<'a, 'f> {
        Scope { frames: self.frames.iter().map(Vec::as_slice).collect(), setting: self.setting, signed }
    }

    fn questions(&mut self, questions: &'f [Question], answers: &Map<String, Value>, prefix: &str) {
        for question in questions {
            let asked = question.when.as_ref().is_none_or(|when| self.scope(None).holds(when));
            if asked {
                let raw = answers.get(&question.id).unwrap_or(&NOTHING);
                let entry = self.ask(question, raw, format!("{prefix}{}", question.id));
                if let Some(frame) = self.frames.last_mut() {
                    frame.push(entry);
                }
            }
        }
    }

    fn ask(&mut self, question: &'f Question, raw: &Value, path: String) -> Entry<'f> {
        let answer = match question.kind {
            Kind::Block => self.block(question, raw, &path),
            Kind::Group => self.group(question, raw, &path),
            Kind::Note => Answer::None,
            _ if question.compute.is_some() => self.scope(None).computed(question),
            _ => self.single(question, raw, &path),
        };
        Entry { question, path, answer }
    }

    fn single(&mut self, question: &'f Question, raw: &Value, path: &str) -> Answer<'f> {
        let mut remarks = Vec::new();
        let mut answer = answer::read(question, raw, self.setting.today, self.setting.places, &mut remarks);
        let read_well = remarks.is_empty();
        remarks.drain(..).for_each(|remark| self.error(path, &question.label, remark));
        if !answer.is_given() {
            if question.required && !self.quiet {
                let ticked = question.kind != Kind::Declaration;
                self.error(path, &question.label, if ticked { Remark::Missing } else { Remark::NotTicked });
            }
            return answer;
        }
        if question.kind == Kind::Declaration && question.required && answer == Answer::Flag(false) {
            self.error(path, &question.label, Remark::NotTicked);
        }
        if !read_well {
            return answer;
        }
        let (mut errors, mut notices) = (Vec::new(), Vec::new());
        let scope = self.scope(None);
        scope.limits(question, &answer, &mut errors);
        scope.code(question, &mut answer, &mut errors, &mut notices);
        let chosen: &[_] = match &answer {
            Answer::Choice(option) => std::slice::from_ref(option),
            Answer::Choices(options) => options,
            _ => &[],
        };
        let words = chosen.iter().filter_map(|option| option.notice.clone());
        notices.extend(words.map(|words| Remark::Said { words }));
        errors.into_iter().for_each(|remark| self.error(path, &question.label, remark));
        notices.into_iter().for_each(|remark| self.notice(path, &question.label, remark));
        answer
    }

    fn block(&mut self, question: &'f Question, raw: &Value, path: &str) -> Answer<'f> {
        let empty = Map::new();
        let fields = match raw {
            Value::Object(fields) => fields,
            Value::Null => &empty,
            _ => {
                self.error(path, &question.label, Remark::WrongType);
                &empty
            }
        };
        let before = self.quiet;
        self.quiet |= !question.required && answer::is_empty(raw);
        let entries = self.open(question, fields, path);
        self.quiet = before;
        Answer::Inside(entries)
    }

    /// The questions inside a block or a row.
    fn open(&mut self, question: &'f Question, fields: &Map<String, Value>, path: &str) -> Vec<Entry<'f>> {
        self.frames.push(Vec::new());
        self.questions(&question.children, fields, &format!("{path}."));
        for name in fields.keys() {
            if !question.children.iter().any(|child| child.id == *name) {
                self.error(&format!("{path}.{name}"), name, Remark::UnknownAnswer);
            }
        }
        self.frames.pop().unwrap_or_default()
    }

    fn group(&mut self, question: &'f Question, raw: &Value, path: &str) -> Answer<'f> {
        let rows: &[Value] = match raw {
            Value::Array(rows) => rows,
            Value::Null => &[],
            _ => {
                self.error(path, &question.label, Remark::WrongType);
                &[]
            }
        };
        let empty = Map::new();
        let mut answered = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let path = format!("{path}[{at}]");
            let fields = match row {
                Value::Object(fields) => fields,
                _ => {
                    self.error(&path, &question.label, Remark::WrongType);
                    &empty
                }
            };
            answered.push(self.open(question, fields, &path));
        }
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let (min, max) = (question.repeat.min, question.repeat.max);
        if count == 0 && min > 0 && !self.quiet {
            self.error(path, &question.label, Remark::Missing);
        } else if count < min && !self.quiet {
            self.error(path, &question.label, Remark::TooFew { min });
        } else if count > max {
            self.error(path, &question.label, Remark::TooMany { max });
        }
        self.alike(question, &answered);
        Answer::Rows(answered)
    }

    /// Rows that must differ and do not.
    fn alike(&mut self, question: &Question, rows: &[Vec<Entry<'f>>]) {
        for name in &question.unique {
            let mut seen: Vec<(String, usize)> = Vec::new();
            for (at, row) in rows.iter().enumerate() {
                let entry = row.iter().find(|entry| entry.question.id == *name);
                let Some(entry) = entry.filter(|entry| entry.answer.is_given()) else { continue };
                let value = entry.written().to_lowercase();
                match seen.iter().find(|(known, _)| *known == value) {
                    Some((_, first)) => {
                        let row = u32::try_from(first + 1).unwrap_or(u32::MAX);
                        self.error(&entry.path, &entry.question.label, Remark::SameAs { row });
                    }
                    None => seen.push((value, at)),
                }
            }
        }
    }

    /// The rules, which may name every question.
    pub(super) fn rules(&mut self, form: &'f Form, root: &[Entry<'f>], signed: Option<&Signed>) {
        let mut said = Vec::new();
        let scope = Scope { frames: vec![root], setting: self.setting, signed };
        rules_inside(&scope, &mut said);
        for rule in &form.file.rules {
            if scope.holds(&rule.when) {
                let path = rule.field.clone().unwrap_or_default();
                let entry = root.iter().find(|entry| entry.path == path);
                let label = entry.map(|entry| entry.question.label.clone()).unwrap_or_default();
                said.push((path, label, rule));
            }
        }
        for (path, label, rule) in said {
            if let Some(words) = &rule.error {
                self.error(&path, &label, Remark::Said { words: words.clone() });
            }
            if let Some(words) = &rule.notice {
                self.notice(&path, &label, Remark::Said { words: words.clone() });
            }
        }
    }

    pub(super) fn error(&mut self, path: &str, label: &str, remark: Remark) {
        self.errors.push(Finding { path: path.to_owned(), label: label.to_owned(), remark });
    }

    fn notice(&mut self, path: &str, label: &str, remark: Remark) {
        self.notices.push(Finding { path: path.to_owned(), label: label.to_owned(), remark });
    }

    /// Everything found, in the order of the form.
    pub(super) fn findings(self, root: &[Entry<'_>]) -> (Vec<Finding>, Vec<Finding>) {
        let mut order = std::collections::HashMap::new();
        number(root, &mut order);
        let sorted = |mut findings: Vec<Finding>| {
            findings.sort_by_key(|finding| order.get(finding.path.as_str()).copied().unwrap_or(usize::MAX));
            findings
        };
        (sorted(self.errors), sorted(self.notices))
    }
}

fn number<'a>(entries: &'a [Entry<'_>], order: &mut std::collections::HashMap<&'a str, usize>) {
    for entry in entries {
        order.insert(&entry.path, order.len());
        match &entry.answer {
            Answer::Inside(entries) => number(entries, order),
            Answer::Rows(rows) => rows.iter().for_each(|row| number(row, order)),
            _ => {}
        }
    }
}

/// The rules of the innermost list of questions and of all inside them.
fn rules_inside<'a, 'f>(scope: &Scope<'a, 'f>, said: &mut Vec<(String, String, &'f Rule)>) {
    let Some(entries) = scope.frames.last() else { return };
    for entry in entries.iter() {
        let question: &'f Question = entry.question;
        for rule in &question.rules {
            if scope.holds(&rule.when) {
                said.push((entry.path.clone(), question.label.clone(), rule));
            }
        }
        match &entry.answer {
            Answer::Inside(entries) => rules_inside(&scope.inside(entries), said),
            Answer::Rows(rows) => rows.iter().for_each(|row| rules_inside(&scope.inside(row), said)),
            _ => {}
        }
    }
}
