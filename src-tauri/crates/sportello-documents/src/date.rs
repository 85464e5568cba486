//! Civil dates as an Italian letter writes them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

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

/// `23.11.2026`, for columns.
pub(crate) fn in_figures(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// `23 novembre 2026, ore 10.15`.
pub(crate) fn moment(at: DateTime<FixedOffset>) -> String {
    format!("{}, ore\u{a0}{}", in_words(at.date_naive()), at.format("%-H.%M"))
}

#[cfg(test)]
mod tests;
