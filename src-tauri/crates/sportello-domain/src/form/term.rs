//! What stands on the other side of a comparison, or goes into a sum: a value, or a word that means one.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use super::number::Number;

/// A value, as a file says it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Literal {
    /// True or false.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A number with a point; money is a text.
    Decimal(f64),
    /// A text, a number in quotes, or one of the words of [`Term`].
    Text(String),
}

impl Literal {
    /// The same in letters.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }

    /// What it means in a comparison: a text is a text unless it says otherwise.
    pub(super) fn term(&self) -> Term {
        match self {
            Self::Text(text) => Term::read(text).unwrap_or_else(|| Term::Text(text.clone())),
            Self::Flag(flag) => Term::Flag(*flag),
            Self::Whole(number) => Term::Number(Number::whole(*number)),
            Self::Decimal(number) => Number::parse(&number.to_string())
                .map_or_else(|| Term::Text(number.to_string()), Term::Number),
        }
    }

    /// What it means in a computation: a text is the name of a field unless it says otherwise.
    pub(super) fn operand(&self) -> Term {
        match self.term() {
            Term::Text(text) => Number::parse(&text).map_or(Term::Field(text), Term::Number),
            term => term,
        }
    }
}

/// What a word of a file stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    /// Itself.
    Text(String),
    /// Itself.
    Flag(bool),
    /// Itself.
    Number(Number),
    /// The answers to a question.
    Field(String),
    /// A parameter of the municipality.
    Parameter(String),
    /// Today, and so many days.
    Today(i64),
    /// The year of today.
    Year,
    /// Whether that year is odd.
    OddYear,
}

impl Term {
    /// The words that are no plain text.
    pub(super) fn read(text: &str) -> Option<Self> {
        if let Some(path) = text.strip_prefix("campo:") {
            return Some(Self::Field(path.to_owned()));
        }
        if let Some(key) = text.strip_prefix("parametro:") {
            return Some(Self::Parameter(key.to_owned()));
        }
        match text.strip_prefix("oggi")? {
            "" => Some(Self::Today(0)),
            ".anno" => Some(Self::Year),
            ".anno_dispari" => Some(Self::OddYear),
            days if days.starts_with(['+', '-']) => days.parse::<i32>().ok().map(i64::from).map(Self::Today),
            _ => None,
        }
    }
}

/// So many days after a day, or before.
pub(super) fn days_after(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}

/// A day, `2026-11-24` or `11-24` for that of this year.
pub(super) fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    match shape.as_str() {
        "9999-99-99" => text.parse().ok(),
        "99-99" => format!("{:04}-{text}", today.year()).parse().ok(),
        _ => None,
    }
}

/// A day as people type it: `15/1/80`, `15.1.1980`, `15011980`, `oggi`, `domani`, `ieri`, `+30`, `-7`, `15/1` of this
/// year, or `1980-01-15`. Two digits are the year of this century up to `ahead` years from now, else of the last one.
pub fn typed_day(text: &str, today: NaiveDate, ahead: i32) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "oggi" => return Some(today),
        "domani" => return days_after(today, 1),
        "ieri" => return days_after(today, -1),
        _ => {}
    }
    if text.starts_with(['+', '-']) {
        return text.parse::<i32>().ok().and_then(|days| days_after(today, i64::from(days)));
    }
    if let Some(day) = day(&text, today).filter(|_| text.len() == 10) {
        return Some(day);
    }
    let digits: Vec<&str> = if text.chars().all(|c| c.is_ascii_digit()) && matches!(text.len(), 6 | 8) {
        vec![&text[..2], &text[2..4], &text[4..]]
    } else {
        text.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect()
    };
    if digits.len() > 3 || digits.iter().any(|part| !part.chars().all(|c| c.is_ascii_digit())) {
        return None;
    }
    let number = |at: usize| digits.get(at).and_then(|part| part.parse::<u32>().ok());
    let year = match digits.get(2) {
        None => today.year(),
        Some(part) => match (part.len(), part.parse::<i32>().ok()?) {
            (4, year) => year,
            (2, short) => {
                let year = today.year() / 100 * 100 + short;
                if year > today.year() + ahead { year - 100 } else { year }
            }
            _ => return None,
        },
    };
    NaiveDate::from_ymd_opt(year, number(1)?, number(0)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_understood_as_people_write_them() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let read = |text| typed_day(text, today, 0).map(|day| day.to_string());
        for (text, day) in [
            ("15/1/80", "1980-01-15"),
            ("15.01.1980", "1980-01-15"),
            ("15011980", "1980-01-15"),
            ("150180", "1980-01-15"),
            ("1980-01-15", "1980-01-15"),
            ("24/11", "2026-11-24"),
            ("3/2/26", "2026-02-03"),
            ("3/2/27", "1927-02-03"),
            ("oggi", "2026-11-24"),
            ("IERI", "2026-11-23"),
            ("+30", "2026-12-24"),
            ("-1", "2026-11-23"),
        ] {
            assert_eq!(read(text).as_deref(), Some(day), "{text}");
        }
        for wrong in
            ["", "31/6/2000", "29/2/2001", "1/2/3/4", "15/gen/80", "1/1/1", "12", "99999999", "é5/1/80"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(typed_day("1/6/30", today, 20).map(|day| day.year()), Some(2030));
    }
}
