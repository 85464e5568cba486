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

/// The same after a preposition with its article: `al 23 novembre 2026`, `all’8 dicembre 2026`.
pub(crate) fn after(preposition: &str, date: NaiveDate) -> String {
    elided(&format!("{preposition} {}", in_words(date)))
}

/// Before 8 and 11, which begin with a vowel, the article of a date loses its own: `entro il 11` is `entro l’11`.
pub(crate) fn elided(words: &str) -> String {
    const ARTICLES: [(&str, &str); 6] = [
        ("il", "l’"),
        ("al", "all’"),
        ("dal", "dall’"),
        ("del", "dell’"),
        ("nel", "nell’"),
        ("sul", "sull’"),
    ];
    let mut elided = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = ["8\u{a0}", "11\u{a0}"].iter().filter_map(|day| rest.find(day)).min() {
        let (before, day) = rest.split_at(at);
        let article = ARTICLES.iter().find_map(|(article, short)| {
            let stem = before.strip_suffix(' ')?.strip_suffix(article)?;
            (stem.is_empty() || stem.ends_with(|c: char| !c.is_alphanumeric()))
                .then(|| format!("{stem}{short}"))
        });
        elided.push_str(article.as_deref().unwrap_or(before));
        let end = day.find('\u{a0}').map_or(day.len(), |at| at + '\u{a0}'.len_utf8());
        elided.push_str(&day[..end]);
        rest = &day[end..];
    }
    elided + rest
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
