//! Dates in Italian words, for the explanation of a legal date and for whoever prints one.

use chrono::{Datelike, NaiveDate, Weekday};

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

/// "lunedì".
#[must_use]
pub fn weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "lunedì",
        Weekday::Tue => "martedì",
        Weekday::Wed => "mercoledì",
        Weekday::Thu => "giovedì",
        Weekday::Fri => "venerdì",
        Weekday::Sat => "sabato",
        Weekday::Sun => "domenica",
    }
}

/// "lunedì 28 dicembre 2026"; the first of the month is "1°".
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    format!("{} {}", weekday(date), date_words(date))
}

/// "28 dicembre 2026".
#[must_use]
pub fn date_words(date: NaiveDate) -> String {
    format!("{} {}", day_month(date), date.year())
}

/// "dall'11 al 21 settembre 2026": month and year are said once when they are the same.
#[must_use]
pub fn from_to(from: NaiveDate, to: NaiveDate) -> String {
    let start = match (from.year() == to.year(), from.month() == to.month()) {
        (true, true) => day(from),
        (true, false) => day_month(from),
        (false, _) => date_words(from),
    };
    // 8 and 11 are the days whose name starts with a vowel (otto, undici).
    let article = |date: NaiveDate, plain, elided| if matches!(date.day(), 8 | 11) { elided } else { plain };
    format!("{}{start} {}{}", article(from, "dal ", "dall'"), article(to, "al ", "all'"), date_words(to))
}

/// "1 giorno", "10 giorni".
#[must_use]
pub fn days(count: u32) -> String {
    if count == 1 { "1 giorno".into() } else { format!("{count} giorni") }
}

fn day(date: NaiveDate) -> String {
    if date.day() == 1 { "1°".into() } else { date.day().to_string() }
}

/// "28 dicembre".
#[must_use]
pub fn day_month(date: NaiveDate) -> String {
    format!("{} {}", day(date), MONTHS[date.month0() as usize])
}
