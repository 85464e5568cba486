//! Civil dates as an Italian letter writes them.

use chrono::{Datelike, NaiveDate};

const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];

/// `23 novembre 2026`; the first day of a month is an ordinal, `1º dicembre 2026`. The spaces do not break.
pub(crate) fn in_words(date: NaiveDate) -> String {
    let ordinal = if date.day() == 1 { "º" } else { "" };
    format!("{}{ordinal}\u{a0}{}\u{a0}{}", date.day(), MONTHS[date.month0() as usize], date.year())
}

#[cfg(test)]
mod tests;
