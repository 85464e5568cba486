//! Conditions: what they name is there and came before, and its values are among the options.

use super::super::condition::{Condition, Reference, Test, Word};
use super::super::fault::{FormProblem, near};
use super::super::field::{Kind, Rule};
use super::super::place_in_file::{Step, way};
use super::super::question::Question;
use super::super::term::{Literal, Term};
use super::Check;

/// Conditions in conditions.
const DEEPEST: usize = 8;

impl<'a> Check<'a> {
    /// A condition; when `early`, of a question or a step, which knows only what came before.
    pub(super) fn condition(&mut self, condition: &'a Condition, at: &[Step], early: bool) {
        if condition.depth() > DEEPEST {
            return self.note(at, FormProblem::TooDeep);
        }
        match condition.test() {
            None => self.note(at, FormProblem::OneWord),
            Some(Test::All(inner)) => self.several(inner, &way(at, [Step::Key("tutte")]), early),
            Some(Test::Any(inner)) => self.several(inner, &way(at, [Step::Key("una")]), early),
            Some(Test::Not(inner)) => self.condition(inner, &way(at, [Step::Key("non")]), early),
            Some(Test::Field(path, word)) => self.word(path, &word, at, early),
        }
    }

    fn several(&mut self, inner: &'a [Condition], at: &[Step], early: bool) {
        if inner.is_empty() {
            self.note(at, FormProblem::OneWord);
        }
        for (index, inner) in inner.iter().enumerate() {
            self.condition(inner, &way(at, [Step::Index(index)]), early);
        }
    }

    fn word(&mut self, path: &str, word: &Word<'_>, at: &[Step], early: bool) {
        let place = way(at, [Step::Key("campo")]);
        let question = self.target(path, &place, early);
        let (key, values): (&'static str, Vec<&Literal>) = match word {
            Word::Equal(value) => ("uguale", vec![value]),
            Word::Other(value) => ("diverso", vec![value]),
            Word::Among(values) => ("fra", values.iter().collect()),
            Word::Contains(value) => ("contiene", vec![value]),
            Word::Less(value) => ("minore", vec![value]),
            Word::More(value) => ("maggiore", vec![value]),
            Word::Full(_) => return,
        };
        for (index, value) in values.into_iter().enumerate() {
            let at = match word {
                Word::Among(_) => way(at, [Step::Key(key), Step::Index(index)]),
                _ => way(at, [Step::Key(key)]),
            };
            match value.term() {
                Term::Field(path) => drop(self.target(&path, &at, early)),
                Term::Parameter(key) => self.parameter(&key, &at),
                _ => {}
            }
            if let (Some(question), false) = (question, path.contains(':')) {
                self.option(question, path, value, &at);
            }
        }
        if path == "firma.davanti" {
            let known = |value: &Literal| ["si", "no"].contains(&value.text().as_str());
            if let Word::Equal(value) | Word::Other(value) = word
                && !known(value)
            {
                let problem =
                    FormProblem::UnknownOption { path: path.to_owned(), value: value.text(), near: None };
                self.note(&way(at, [Step::Key(key)]), problem);
            }
        }
    }

    /// A value against the options of the question it is compared with.
    fn option(&mut self, question: &Question, path: &str, value: &Literal, at: &[Step]) {
        let (Term::Text(_) | Term::Flag(_) | Term::Number(_)) = value.term() else { return };
        let text = value.text();
        let unknown = |near| FormProblem::UnknownOption { path: path.to_owned(), value: text.clone(), near };
        if question.kind.has_options() {
            let known: Vec<&str> = question.options.iter().map(|option| option.value.as_str()).collect();
            if !known.is_empty() && !known.contains(&text.as_str()) {
                let near = near(&text, known);
                self.note(at, unknown(near));
            }
        } else if matches!(question.kind, Kind::YesNo | Kind::Declaration)
            && !["true", "false", "si", "no"].contains(&text.as_str())
        {
            self.note(at, unknown(Some("true".to_owned())));
        }
    }

    /// What a path names. `None` for what is always there, and for what is not.
    fn target(&mut self, path: &str, at: &[Step], early: bool) -> Option<&'a Question> {
        let Some(reference) = Reference::read(path) else {
            self.note(at, FormProblem::UnknownMeasure { path: path.to_owned() });
            return None;
        };
        match reference.path.as_slice() {
            ["oggi"] | ["oggi", "anno" | "anno_dispari"] => return None,
            ["firma", "davanti" | "luogo" | "data"] if self.signed => {
                if early {
                    self.note(at, FormProblem::LaterField { path: path.to_owned() });
                }
                return None;
            }
            _ => {}
        }
        let found = self.before.iter().rev().find_map(|frame| inside(frame.iter().copied(), &reference.path));
        if found.is_none() {
            let later = self.all.iter().rev().any(|frame| inside(frame.iter(), &reference.path).is_some());
            let path = path.to_owned();
            let problem = if later { FormProblem::LaterField { path } } else { self.unknown(path) };
            self.note(at, problem);
        }
        found
    }

    fn unknown(&self, path: String) -> FormProblem {
        let (start, last) =
            path.rsplit_once('.').map_or((None, path.as_str()), |(start, last)| (Some(start), last));
        let last = last.split(':').next().unwrap_or_default();
        let near = match start {
            None => {
                let known =
                    self.all.iter().flat_map(|frame| frame.iter()).map(|question| question.id.as_str());
                near(last, known)
            }
            Some(start) => {
                let way: Vec<&str> = start.split('.').collect();
                let outer = self.all.iter().rev().find_map(|frame| inside(frame.iter(), &way));
                outer
                    .and_then(|outer| near(last, outer.children.iter().map(|child| child.id.as_str())))
                    .map(|near| format!("{start}.{near}"))
            }
        };
        FormProblem::UnknownField { path, near }
    }

    /// A question that is named, wherever it stands.
    pub(super) fn named(&mut self, path: &str, at: &[Step]) -> Option<&'a Question> {
        self.target(path, at, false)
    }

    /// The same, when only what came before may be named.
    pub(super) fn named_before(&mut self, path: &str, at: &[Step]) {
        self.target(path, at, true);
    }

    /// A rule: a sound condition and one thing to say.
    pub(super) fn rule(&mut self, rule: &'a Rule, here: &[Step]) {
        if rule.error.is_some() == rule.notice.is_some() {
            self.note(here, FormProblem::RuleSaysOne);
        }
        self.condition(&rule.when, &way(here, [Step::Key("se")]), false);
    }
}

/// The question at the end of a path.
pub(super) fn inside<'a>(frame: impl Iterator<Item = &'a Question>, path: &[&str]) -> Option<&'a Question> {
    let (first, rest) = path.split_first()?;
    let found = frame.into_iter().find(|question| question.id == *first)?;
    if rest.is_empty() { Some(found) } else { inside(found.children.iter(), rest) }
}
