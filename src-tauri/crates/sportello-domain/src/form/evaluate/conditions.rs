//! Conditions over answers.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::super::answer::{Answer, Entry, Somewhere};
use super::super::condition::{Condition, Measure, Reference, Test, Word};
use super::super::library::Parameter;
use super::super::number::Number;
use super::super::term::{Literal, Term, day, days_after};
use super::Setting;
use super::papers::Signed;

/// What a condition or a computation can see: its own list of answers last, those around it before.
pub(super) struct Scope<'a, 'f> {
    pub(super) frames: Vec<&'a [Entry<'f>]>,
    pub(super) setting: Setting<'a>,
    pub(super) signed: Option<&'a Signed>,
}

/// Something that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Known {
    Flag(bool),
    Number(Number),
    Day(NaiveDate),
    Time(NaiveTime),
    /// A text, a code, a choice.
    Text(String),
    /// Choices, or the ways a place can be named.
    Set(Vec<String>),
}

impl<'a, 'f> Scope<'a, 'f> {
    /// The same, seen from inside a block or a row.
    pub(super) fn inside(&self, entries: &'a [Entry<'f>]) -> Self {
        let frames = self.frames.iter().copied().chain([entries]).collect();
        Self { frames, setting: self.setting, signed: self.signed }
    }

    /// Whether a condition is true.
    pub(super) fn holds(&self, condition: &Condition) -> bool {
        match condition.test() {
            None => false,
            Some(Test::All(inner)) => inner.iter().all(|inner| self.holds(inner)),
            Some(Test::Any(inner)) => inner.iter().any(|inner| self.holds(inner)),
            Some(Test::Not(inner)) => !self.holds(inner),
            Some(Test::Field(path, word)) => self.word(path, &word),
        }
    }

    fn word(&self, path: &str, word: &Word<'_>) -> bool {
        let values = self.values(path);
        let any = |literal: &Literal, test: fn(&Known, &Known) -> bool| {
            let others = self.terms(&literal.term());
            values.iter().any(|value| others.iter().any(|other| test(value, other)))
        };
        match word {
            Word::Full(full) => values.is_empty() != *full,
            Word::Equal(literal) => any(literal, same),
            Word::Other(literal) => !values.is_empty() && !any(literal, same),
            Word::Among(literals) => literals.iter().any(|literal| any(literal, same)),
            Word::Contains(literal) => any(literal, holds),
            Word::Less(literal) => any(literal, |a, b| ordered(a, b).is_some_and(|order| order.is_lt())),
            Word::More(literal) => any(literal, |a, b| ordered(a, b).is_some_and(|order| order.is_gt())),
        }
    }

    /// What a term stands for.
    pub(super) fn terms(&self, term: &Term) -> Vec<Known> {
        let today = self.setting.today;
        match term {
            Term::Text(text) => vec![Known::Text(text.clone())],
            Term::Flag(flag) => vec![Known::Flag(*flag)],
            Term::Number(number) => vec![Known::Number(*number)],
            Term::Field(path) => self.values(path),
            Term::Today(days) => days_after(today, *days).map(Known::Day).into_iter().collect(),
            Term::Year => vec![Known::Number(Number::whole(i64::from(today.year())))],
            Term::OddYear => vec![Known::Flag(today.year() % 2 != 0)],
            Term::Parameter(key) => match self.setting.library.parameters.get(key) {
                Some(Parameter::Text(text)) => match Number::parse(text) {
                    Some(number) => vec![Known::Number(number)],
                    None => vec![Known::Text(text.clone())],
                },
                Some(Parameter::Number(number)) => vec![Known::Number(*number)],
                Some(Parameter::Flag(flag)) => vec![Known::Flag(*flag)],
                Some(Parameter::Bands(_)) | None => Vec::new(),
            },
        }
    }

    /// The answers a path names, measured; none for what is not asked or not answered.
    pub(super) fn values(&self, path: &str) -> Vec<Known> {
        let Some(reference) = Reference::read(path) else { return Vec::new() };
        match reference.path.as_slice() {
            ["oggi"] => return self.terms(&Term::Today(0)),
            ["oggi", "anno"] => return self.terms(&Term::Year),
            ["oggi", "anno_dispari"] => return self.terms(&Term::OddYear),
            _ => {}
        }
        let mut entries = Vec::new();
        for frame in self.frames.iter().rev() {
            find(frame, &reference.path, &mut entries);
            if !entries.is_empty() {
                break;
            }
        }
        if entries.is_empty()
            && let (["firma", what], Some(signed)) = (reference.path.as_slice(), self.signed)
        {
            return signed.known(what);
        }
        match reference.measure {
            None => entries.iter().filter_map(|entry| known(entry)).collect(),
            Some(measure) => self.measured(&entries, measure),
        }
    }

    fn measured(&self, entries: &[&Entry<'f>], measure: Measure) -> Vec<Known> {
        let whole = |number: usize| Known::Number(Number::whole(i64::try_from(number).unwrap_or(i64::MAX)));
        let each = |measured: &dyn Fn(&Entry<'f>) -> Option<Known>| {
            entries.iter().filter_map(|entry| measured(entry)).collect()
        };
        match measure {
            Measure::Count => each(&|entry| match &entry.answer {
                Answer::Rows(rows) => Some(whole(rows.len())),
                Answer::Choices(chosen) => Some(whole(chosen.len())),
                answer => Some(whole(usize::from(answer.is_given()))),
            }),
            Measure::Sum => {
                let numbers = entries.iter().filter_map(|entry| match &entry.answer {
                    Answer::Number(number, _) => Some(*number),
                    _ => None,
                });
                let sum = numbers.into_iter().try_fold(Number::ZERO, Number::plus);
                sum.filter(|_| !entries.is_empty()).map(Known::Number).into_iter().collect()
            }
            Measure::Length => each(&|entry| given(entry).map(|text| whole(text.chars().count()))),
            Measure::Digits => each(&|entry| {
                given(entry).map(|text| whole(text.chars().filter(char::is_ascii_digit).count()))
            }),
            Measure::Age => each(&|entry| match &entry.answer {
                Answer::Day(born) => Some(Known::Number(Number::whole(age(*born, self.setting.today)))),
                _ => None,
            }),
            Measure::DaysAgo => each(&|entry| match &entry.answer {
                Answer::Day(then) => {
                    let days = self.setting.today.signed_duration_since(*then).num_days();
                    Some(Known::Number(Number::whole(days)))
                }
                _ => None,
            }),
            Measure::Area => each(&|entry| match &entry.answer {
                Answer::Place(Somewhere::Italy) => Some(Known::Text("italia".to_owned())),
                Answer::Place(Somewhere::Known(code, _)) if code.is_foreign() => {
                    let area = if self.setting.places.moves_freely(*code) { "ue" } else { "extra_ue" };
                    Some(Known::Text(area.to_owned()))
                }
                Answer::Place(Somewhere::Known(..)) => Some(Known::Text("italia".to_owned())),
                _ => None,
            }),
        }
    }
}

fn given(entry: &Entry<'_>) -> Option<String> {
    entry.answer.is_given().then(|| entry.written())
}

/// Completed years.
fn age(born: NaiveDate, today: NaiveDate) -> i64 {
    let before = (today.month(), today.day()) < (born.month(), born.day());
    i64::from(today.year() - born.year()) - i64::from(before)
}

/// The entries at the end of a path; through a group, those of every row.
fn find<'a, 'f>(frame: &'a [Entry<'f>], path: &[&str], found: &mut Vec<&'a Entry<'f>>) {
    let Some((first, rest)) = path.split_first() else { return };
    let Some(entry) = frame.iter().find(|entry| entry.question.id == *first) else { return };
    if rest.is_empty() {
        found.push(entry);
        return;
    }
    match &entry.answer {
        Answer::Inside(entries) => find(entries, rest, found),
        Answer::Rows(rows) => rows.iter().for_each(|row| find(row, rest, found)),
        _ => {}
    }
}

fn known(entry: &Entry<'_>) -> Option<Known> {
    Some(match &entry.answer {
        Answer::None => return None,
        Answer::Flag(flag) => Known::Flag(*flag),
        Answer::Number(number, _) => Known::Number(*number),
        Answer::Day(day) => Known::Day(*day),
        Answer::Time(time) => Known::Time(*time),
        Answer::Wrong(given) | Answer::Text(given) => Known::Text(given.clone()),
        Answer::Choice(option) => Known::Text(option.value.clone()),
        Answer::Choices(chosen) => match chosen.as_slice() {
            [] => return None,
            _ => Known::Set(chosen.iter().map(|option| option.value.clone()).collect()),
        },
        Answer::Place(Somewhere::Known(code, name)) => {
            let bare = name.split(" (").next().unwrap_or_default().to_owned();
            Known::Set(vec![code.to_string(), name.clone(), bare])
        }
        Answer::Place(Somewhere::Italy) => Known::Set(vec!["ITA".to_owned(), "Italia".to_owned()]),
        Answer::Place(Somewhere::Elsewhere(given)) => Known::Text(given.clone()),
        Answer::Inside(_) | Answer::Rows(_) if !entry.answer.is_given() => return None,
        Answer::Inside(_) | Answer::Rows(_) => Known::Text(entry.written()),
    })
}

fn same(left: &Known, right: &Known) -> bool {
    match (left, right) {
        (Known::Set(left), Known::Set(right)) => left.iter().any(|left| right.contains(left)),
        (Known::Set(set), other) | (other, Known::Set(set)) => {
            set.iter().any(|one| same(&Known::Text(one.clone()), other))
        }
        (Known::Text(text), Known::Number(number)) | (Known::Number(number), Known::Text(text)) => {
            Number::parse(text) == Some(*number)
        }
        (Known::Text(text), Known::Flag(flag)) | (Known::Flag(flag), Known::Text(text)) => {
            text == if *flag { "si" } else { "no" } || *text == flag.to_string()
        }
        (Known::Text(left), Known::Text(right)) => left.to_lowercase() == right.to_lowercase(),
        _ => ordered(left, right).is_some_and(|order| order.is_eq()) || left == right,
    }
}

fn holds(left: &Known, right: &Known) -> bool {
    match (left, right) {
        (Known::Text(text), Known::Text(part)) => text.to_lowercase().contains(&part.to_lowercase()),
        _ => same(left, right),
    }
}

fn ordered(left: &Known, right: &Known) -> Option<std::cmp::Ordering> {
    match (left, right) {
        (Known::Number(left), Known::Number(right)) => left.partial_cmp(right),
        (Known::Number(left), Known::Text(right)) => left.partial_cmp(&Number::parse(right)?),
        (Known::Day(left), Known::Day(right)) => Some(left.cmp(right)),
        // A day without a year is that of the same year.
        (Known::Day(left), Known::Text(right)) => Some(left.cmp(&day(right, *left)?)),
        (Known::Time(left), Known::Time(right)) => Some(left.cmp(right)),
        (Known::Time(left), Known::Text(right)) => {
            Some(left.cmp(&NaiveTime::parse_from_str(right, "%H:%M").ok()?))
        }
        _ => None,
    }
}
