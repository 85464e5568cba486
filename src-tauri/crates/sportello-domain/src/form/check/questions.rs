//! Questions one by one, in the order they are asked.

use std::collections::BTreeSet;

use super::super::condition::Condition;
use super::super::fault::FormProblem;
use super::super::field::{Compute, Kind};
use super::super::place_in_file::{Step, way};
use super::super::question::Question;
use super::super::term::{Literal, Term};
use super::{Check, is_day};

impl<'a> Check<'a> {
    /// Questions of one list; `outer` are the conditions of what they are in.
    pub(super) fn questions(&mut self, questions: &'a [Question], outer: &[&'a Condition]) {
        let mut ids = BTreeSet::new();
        for question in questions {
            if !question.way.is_empty() {
                self.id(&question.id, &question.way.clone(), &mut ids);
            } else if !ids.insert(&question.id) {
                let id = question.id.clone();
                self.note(&question.way, FormProblem::RepeatedId { id });
            }
            self.question(question, outer);
            if let Some(frame) = self.before.last_mut() {
                frame.push(question);
            }
        }
    }

    fn question(&mut self, question: &'a Question, outer: &[&'a Condition]) {
        let here = question.way.clone();
        let at = |key| way(&here, [Step::Key(key)]);
        let id = || question.id.clone();
        if let Some(when) = &question.when
            && !here.is_empty()
        {
            self.condition(when, &at("se"), true);
        }
        let conditions: Vec<&Condition> = outer.iter().copied().chain(&question.when).collect();
        if !self.can_be(&conditions) {
            self.never.add(question);
            let at = if question.when.is_some() && !here.is_empty() { at("se") } else { here.clone() };
            // Of things in each other that are never asked, the outermost is told.
            if question.required && self.can_be(outer) {
                self.note(&at, FormProblem::NeverAsked { id: id() });
            }
        }
        if here.is_empty() {
            self.nested(question, &conditions);
            return;
        }
        if question.label.trim().is_empty() {
            self.note(&at("etichetta"), FormProblem::NoLabel { id: id() });
        }
        if question.kind.has_options() && question.options.is_empty() {
            self.note(&here, FormProblem::NoOptions { id: id() });
        }
        let mut values = BTreeSet::new();
        for (index, option) in question.options.iter().enumerate() {
            if !values.insert(&option.value) {
                let at = way(&here, [Step::Key("opzioni"), Step::Index(index)]);
                self.note(&at, FormProblem::RepeatedId { id: option.value.clone() });
            }
        }
        if question.kind.is_nested() && question.children.is_empty() {
            self.note(&here, FormProblem::NoFields { id: id() });
        }
        self.belongs(question);
        self.bounds(question);
        if let Some(compute) = &question.compute {
            self.compute(compute, &at("calcolo"));
        }
        if let Some(source) = &question.prefill {
            self.source(source, &at("precompila"));
        }
        if let Some(path) = question.valid_on.as_deref().filter(|path| *path != "oggi") {
            self.named_before(path, &at("valido_il"));
        }
        for (index, name) in question.unique.iter().enumerate() {
            if !question.children.iter().any(|child| child.id == *name) {
                let near = None;
                let at = way(&here, [Step::Key("unici"), Step::Index(index)]);
                self.note(&at, FormProblem::UnknownField { path: name.clone(), near });
            }
        }
        self.nested(question, &conditions);
        if let Some(sentence) = &question.printed {
            self.sentence(question, sentence, &at("stampa"));
        }
    }

    fn nested(&mut self, question: &'a Question, conditions: &[&'a Condition]) {
        if !question.children.is_empty() {
            self.before.push(Vec::new());
            self.all.push(&question.children);
            self.questions(&question.children, conditions);
            self.all.pop();
            self.before.pop();
        }
    }

    /// Properties that make sense for some kinds only.
    fn belongs(&mut self, question: &Question) {
        let kind = question.kind;
        let bounded = kind.is_number()
            || matches!(
                kind,
                Kind::Text
                    | Kind::LongText
                    | Kind::Street
                    | Kind::DocumentNumber
                    | Kind::Date
                    | Kind::Choices
            );
        let wrong = [
            ("opzioni", !question.options.is_empty() && !kind.has_options()),
            ("campi", !question.children.is_empty() && !kind.is_nested()),
            ("min", question.min.is_some() && !bounded),
            ("max", question.max.is_some() && !bounded),
            ("calcolo", question.compute.is_some() && !kind.is_number() && kind != Kind::Date),
            ("unici", !question.unique.is_empty() && kind != Kind::Group),
            ("valido_il", question.valid_on.is_some() && !matches!(kind, Kind::Municipality | Kind::State)),
        ];
        for (key, _) in wrong.into_iter().filter(|(_, wrong)| *wrong) {
            let problem = FormProblem::NotHere { key: key.to_owned(), kind: kind.word().to_owned() };
            self.note(&way(&question.way, [Step::Key(key)]), problem);
        }
        if kind == Kind::Group && question.repeat.min > question.repeat.max {
            self.note(&way(&question.way, [Step::Key("ripetibile")]), FormProblem::BadBounds);
        }
    }

    fn bounds(&mut self, question: &Question) {
        let mut numbers = Vec::new();
        for (key, from, bound) in [("min", "min_da", &question.min), ("max", "max_da", &question.max)] {
            let Some(bound) = bound else { continue };
            let term = bound.term();
            let named = matches!(term, Term::Field(_) | Term::Parameter(_) | Term::Today(_) | Term::Year);
            let at = way(&question.way, [Step::Key(if named { from } else { key })]);
            match &term {
                Term::Field(path) => self.named_before(path, &at),
                Term::Parameter(key) => self.parameter(key, &at),
                Term::Text(text) if question.kind == Kind::Date && is_day(text) => {}
                Term::Text(text) => match super::super::number::Number::parse(text) {
                    Some(number) if question.kind != Kind::Date => numbers.push(number),
                    _ => self.note(&at, FormProblem::BadTerm { term: text.clone() }),
                },
                Term::Number(number) if question.kind != Kind::Date => numbers.push(*number),
                Term::Today(_) if question.kind == Kind::Date => {}
                Term::Year if question.kind != Kind::Date => {}
                _ => self.note(&at, FormProblem::BadTerm { term: bound.text() }),
            }
        }
        if let [min, max] = numbers.as_slice()
            && min > max
        {
            self.note(&way(&question.way, [Step::Key("max")]), FormProblem::BadBounds);
        }
    }

    fn compute(&mut self, compute: &'a Compute, at: &[Step]) {
        let given = compute.given();
        let [(word, terms)] = given.as_slice() else {
            return self.note(at, FormProblem::OneComputation);
        };
        let count = match *word {
            "somma" | "prodotto" => 1..=20,
            _ => 2..=2,
        };
        if !count.contains(&terms.len()) {
            self.note(at, FormProblem::WrongTerms { word: (*word).to_owned() });
        }
        for (index, term) in terms.iter().enumerate() {
            let at = way(at, [Step::Key(word), Step::Index(index)]);
            self.operand_before(term, &at);
        }
    }

    fn operand_before(&mut self, literal: &Literal, at: &[Step]) {
        match literal.operand() {
            Term::Field(path) => self.named_before(&path, at),
            Term::Parameter(key) => self.parameter(&key, at),
            _ => {}
        }
    }

    fn source(&mut self, source: &str, at: &[Step]) {
        let known = match source.split_once('.') {
            None => matches!(source, "cittadino" | "oggi"),
            Some(("cittadino", _)) => true,
            Some(("comune", what)) => matches!(what, "nome" | "belfiore" | "provincia" | "cap"),
            Some(("operatore" | "ufficio", what)) => what == "nome",
            Some(_) => false,
        };
        if !known {
            self.note(at, FormProblem::UnknownSource { source: source.to_owned() });
        }
    }

    /// A printed sentence names what it is for.
    fn sentence(&mut self, question: &Question, sentence: &str, at: &[Step]) {
        for name in placeholders(sentence) {
            let own = name == "valore" && !question.kind.is_nested();
            let path: Vec<&str> = name.split('.').collect();
            if !own && super::conditions::inside(question.children.iter(), &path).is_none() {
                let path = name.to_owned();
                self.note(at, FormProblem::UnknownField { path, near: None });
            }
        }
        if !question.kind.is_nested() && !placeholders(sentence).any(|name| name == "valore") {
            self.note(at, FormProblem::SentenceWithoutValue);
        }
    }

    /// The rules of questions, which may name every question.
    pub(super) fn rules_of(&mut self, questions: &'a [Question]) {
        self.before = vec![];
        self.rules_inside(questions);
    }

    fn rules_inside(&mut self, questions: &'a [Question]) {
        self.before.push(questions.iter().collect());
        self.all.push(questions);
        for question in questions {
            if !question.way.is_empty() {
                for (index, rule) in question.rules.iter().enumerate() {
                    let at = way(&question.way, [Step::Key("controlli"), Step::Index(index)]);
                    self.rule(rule, &at);
                }
            }
            self.rules_inside(&question.children);
        }
        self.all.pop();
        self.before.pop();
    }
}

/// The names in braces.
pub(in crate::form) fn placeholders(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}
