//! Whether conditions can be true together. Only what can be known for sure is said to be impossible: answers of one
//! choice that exclude each other, and answers to questions that are never asked.

use std::collections::BTreeSet;

use super::super::condition::{Condition, Reference, Test, Word};
use super::super::field::Kind;
use super::super::question::Question;
use super::super::term::{Literal, Term};
use super::Check;

/// Questions that are never asked.
#[derive(Debug, Default)]
pub(super) struct Never(Vec<*const Question>);

impl Never {
    pub(super) fn add(&mut self, question: &Question) {
        self.0.push(std::ptr::from_ref(question));
    }

    fn has(&self, question: &Question) -> bool {
        self.0.contains(&std::ptr::from_ref(question))
    }
}

/// What is left of a choice.
struct Left<'a> {
    question: &'a Question,
    values: BTreeSet<String>,
    /// Whether something wants an answer.
    wanted: bool,
}

impl<'a> Check<'a> {
    /// Whether all of these can be true at once.
    pub(super) fn can_be(&self, conditions: &[&'a Condition]) -> bool {
        let mut left: Vec<Left<'a>> = Vec::new();
        let mut sound = true;
        for condition in conditions {
            self.narrow(condition, false, &mut left, &mut sound);
        }
        sound && left.iter().all(|left| !left.wanted || !left.values.is_empty())
    }

    fn narrow(&self, condition: &'a Condition, not: bool, left: &mut Vec<Left<'a>>, sound: &mut bool) {
        match condition.test() {
            Some(Test::All(inner)) if !not => {
                inner.iter().for_each(|inner| self.narrow(inner, false, left, sound));
            }
            Some(Test::Not(inner)) => self.narrow(inner, !not, left, sound),
            Some(Test::Field(path, word)) => {
                let Some(question) = self.known(path) else { return };
                if !not && self.never.has(question) && !matches!(word, Word::Full(false)) {
                    *sound = false;
                }
                self.take(question, &word, not, left);
            }
            _ => {}
        }
    }

    fn known(&self, path: &str) -> Option<&'a Question> {
        let reference = Reference::read(path).filter(|reference| reference.measure.is_none())?;
        self.before
            .iter()
            .rev()
            .find_map(|frame| super::conditions::inside(frame.iter().copied(), &reference.path))
    }

    fn take(&self, question: &'a Question, word: &Word<'_>, not: bool, left: &mut Vec<Left<'a>>) {
        let all: BTreeSet<String> = match question.kind {
            Kind::Choice => question.options.iter().map(|option| option.value.clone()).collect(),
            Kind::YesNo => ["true", "false"].map(str::to_owned).into(),
            _ => return,
        };
        let values: Option<BTreeSet<String>> = match word {
            Word::Equal(value) | Word::Other(value) => plain(value).map(|value| [value].into()),
            Word::Among(values) => values.iter().map(plain).collect(),
            _ => None,
        };
        let Some(values) = values else { return };
        let values: BTreeSet<String> = match question.kind {
            Kind::YesNo => values.iter().map(|value| yes_no(value).to_owned()).collect(),
            _ => values,
        };
        // A value that is not there is told by itself.
        if !values.is_subset(&all) {
            return;
        }
        let excludes = matches!(word, Word::Other(_)) != not;
        let at = left.iter().position(|left| std::ptr::eq(left.question, question)).unwrap_or_else(|| {
            left.push(Left { question, values: all, wanted: false });
            left.len() - 1
        });
        let Some(left) = left.get_mut(at) else { return };
        left.values.retain(|value| values.contains(value) != excludes);
        left.wanted |= !not;
    }
}

/// A value as it would be chosen; `None` for a word that means something else.
fn plain(literal: &Literal) -> Option<String> {
    match (literal.term(), literal.text().as_str()) {
        (Term::Flag(flag), _) => Some(flag.to_string()),
        (Term::Text(_) | Term::Number(_), text) => Some(text.to_owned()),
        _ => None,
    }
}

fn yes_no(value: &str) -> &str {
    match value {
        "si" => "true",
        "no" => "false",
        other => other,
    }
}
