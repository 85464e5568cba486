//! Answers: what was given, read by the kind of its question.

use chrono::{NaiveDate, NaiveTime};
use serde_json::Value;

use super::field::{Choice, Kind};
use super::finding::Remark;
use super::number::Number;
use super::question::Question;
use super::term::typed_day;
use crate::place::{Belfiore, Places};

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer<'f> {
    /// None yet.
    None,
    /// Something that cannot be an answer, as it was given.
    Wrong(String),
    /// Yes or no; ticked.
    Flag(bool),
    /// A number, and how it was typed; nothing when it was computed.
    Number(Number, String),
    /// A day.
    Day(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A text or a code.
    Text(String),
    /// One of the options.
    Choice(&'f Choice),
    /// Some of them, in the order of the list.
    Choices(Vec<&'f Choice>),
    /// A place.
    Place(Somewhere),
    /// Of a block.
    Inside(Vec<Entry<'f>>),
    /// Of a group.
    Rows(Vec<Vec<Entry<'f>>>),
}

/// A place that was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Somewhere {
    /// Of the archive: its code, and its name with the province.
    Known(Belfiore, String),
    /// Italy itself, as a citizenship.
    Italy,
    /// As it was written.
    Elsewhere(String),
}

/// A question that is asked, and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'f> {
    /// The question.
    pub question: &'f Question,
    /// Where it stands: `familiari[1].nome`.
    pub path: String,
    /// The answer.
    pub answer: Answer<'f>,
}

/// Letters of a line and of a text, when nothing else is said.
const LINE: usize = 200;
const LINES: usize = 4000;
/// A year of two digits may be so many years ahead: documents expire.
const AHEAD: i32 = 20;

impl Answer<'_> {
    /// Whether there is one.
    pub fn is_given(&self) -> bool {
        match self {
            Self::None => false,
            Self::Choices(chosen) => !chosen.is_empty(),
            Self::Inside(entries) => entries.iter().any(|entry| entry.answer.is_given()),
            Self::Rows(rows) => !rows.is_empty(),
            _ => true,
        }
    }
}

/// Reads the answer to a question that holds no others. What is wrong with it is noted; the answer is kept all the same.
pub(super) fn read<'f>(
    question: &'f Question,
    raw: &Value,
    today: NaiveDate,
    places: &Places,
    remarks: &mut Vec<Remark>,
) -> Answer<'f> {
    if is_empty(raw) {
        return Answer::None;
    }
    let mut wrong = |remark| {
        remarks.push(remark);
        Answer::Wrong(plain(raw))
    };
    match question.kind {
        Kind::YesNo | Kind::Declaration => match raw {
            Value::Bool(flag) => Answer::Flag(*flag),
            Value::String(text) if text == "si" || text == "sì" => Answer::Flag(true),
            Value::String(text) if text == "no" => Answer::Flag(false),
            _ => wrong(Remark::WrongType),
        },
        Kind::Choice => match text(raw) {
            None => wrong(Remark::WrongType),
            Some(value) => match question.options.iter().find(|option| option.value == value) {
                Some(option) => Answer::Choice(option),
                None => wrong(Remark::NotAnOption { value }),
            },
        },
        Kind::Choices => choices(question, raw, remarks),
        kind => {
            let Some(given) = text(raw) else { return wrong(Remark::WrongType) };
            let given = given.trim().to_owned();
            let printable =
                |c: char| !c.is_control() || (c == '\n' && kind == Kind::LongText) || c == '\r' || c == '\t';
            if !given.chars().all(printable) {
                return wrong(Remark::ControlCharacter);
            }
            match kind {
                Kind::Date => {
                    let ahead =
                        if question.max.as_ref().is_some_and(|max| max.text() == "oggi") { 0 } else { AHEAD };
                    typed_day(&given, today, ahead).map_or_else(|| wrong(Remark::NotADate), Answer::Day)
                }
                Kind::Time => time(&given).map_or_else(|| wrong(Remark::NotATime), Answer::Time),
                Kind::Whole | Kind::Decimal | Kind::Fraction | Kind::Money => number(kind, given, &mut wrong),
                Kind::Municipality | Kind::State => Answer::Place(somewhere(kind, &given, places)),
                _ => Answer::Text(given),
            }
        }
    }
}

fn number<'f>(kind: Kind, given: String, wrong: &mut impl FnMut(Remark) -> Answer<'f>) -> Answer<'f> {
    let read = Number::parse(&given).filter(|_| kind == Kind::Fraction || !given.contains('/'));
    match read {
        None => wrong(Remark::NotANumber),
        Some(value) if kind == Kind::Whole && value.as_whole().is_none() => wrong(Remark::NotANumber),
        Some(value) if kind == Kind::Money && !value.has_decimals(2) => wrong(Remark::TooManyDecimals),
        Some(value) => Answer::Number(value, given),
    }
}

fn choices<'f>(question: &'f Question, raw: &Value, remarks: &mut Vec<Remark>) -> Answer<'f> {
    let Value::Array(items) = raw else {
        remarks.push(Remark::WrongType);
        return Answer::Wrong(plain(raw));
    };
    // A box without a word is no choice.
    let given: Vec<String> = items.iter().filter(|item| !is_empty(item)).map(plain).collect();
    for value in &given {
        if !question.options.iter().any(|option| option.value == *value) {
            remarks.push(Remark::NotAnOption { value: value.clone() });
        }
    }
    let chosen: Vec<_> = question.options.iter().filter(|option| given.contains(&option.value)).collect();
    if chosen.is_empty() && !given.is_empty() {
        return Answer::Wrong(given.join(", "));
    }
    Answer::Choices(chosen)
}

/// `9:30`, `09.30`, `9`.
fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    let part = |text: &str| {
        let good = (1..=2).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
        good.then(|| text.parse::<u32>().ok()).flatten()
    };
    NaiveTime::from_hms_opt(part(hour)?, part(minute)?, 0)
}

/// A place by its code, or by its whole name if only one has it.
fn somewhere(kind: Kind, given: &str, places: &Places) -> Somewhere {
    let state = kind == Kind::State;
    if state && ["ita", "it", "italia", "italiana"].contains(&given.to_lowercase().as_str()) {
        return Somewhere::Italy;
    }
    let code = Belfiore::parse(given);
    if let Some(code) = code.filter(|code| places.knows(*code)) {
        let name = places.last(code).map(name).unwrap_or_default();
        return Somewhere::Known(code, name);
    }
    let mut found = places
        .search(given.split('(').next().unwrap_or_default(), None, None, 20)
        .into_iter()
        .filter(|place| place.belfiore.is_foreign() == state)
        .filter(|place| {
            let same = |text: &str| text.to_lowercase() == given.to_lowercase();
            same(&place.name) || same(&name(place)) || same(&place.label())
        });
    match (found.next(), found.next()) {
        (Some(place), other) if other.is_none_or(|other| other.belfiore == place.belfiore) => {
            Somewhere::Known(place.belfiore, name(place))
        }
        _ => Somewhere::Elsewhere(given.to_owned()),
    }
}

/// `Lissone (MB)`: as it is written on a form.
fn name(place: &crate::place::Place) -> String {
    match &place.province {
        Some(province) => format!("{} ({province})", place.name),
        None => place.name.clone(),
    }
}

/// Letters that fit when the form says nothing.
pub(super) fn longest(kind: Kind) -> Option<usize> {
    match kind {
        Kind::LongText => Some(LINES),
        Kind::Text | Kind::Street | Kind::Office | Kind::DocumentNumber => Some(LINE),
        _ => None,
    }
}

/// Whether nothing was given.
pub(super) fn is_empty(raw: &Value) -> bool {
    match raw {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_empty),
        _ => false,
    }
}

fn text(raw: &Value) -> Option<String> {
    match raw {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Whatever it is, in letters.
pub(super) fn plain(raw: &Value) -> String {
    text(raw).unwrap_or_else(|| raw.to_string())
}
