//! A place as people say it, compared: `V.le G. Matteotti 12/a` and `via Giacomo Matteotti` are one street.

use crate::fold::query_words;

/// What kind of street it is: left out when people speak, so left out of the comparison.
const KINDS: &[&str] = &[
    "via",
    "viale",
    "v",
    "le",
    "piazza",
    "p",
    "za",
    "piazzale",
    "piazzetta",
    "corso",
    "c",
    "so",
    "vicolo",
    "largo",
    "strada",
    "contrada",
    "salita",
    "vico",
    "calle",
    "rione",
    "borgo",
    "frazione",
    "localita",
    "loc",
    "traversa",
];
/// Where a street begins inside a longer place (`parco di via Bernasconi`).
const BEGINNINGS: &[&str] = &["via", "viale", "piazza", "piazzale", "piazzetta", "corso", "vicolo", "largo"];
/// What follows the name of the street.
const ENDINGS: &[&str] = &[
    "angolo", "altezza", "civico", "n", "nr", "num", "numero", "snc", "davanti", "fronte", "vicino",
    "presso", "dietro", "lato", "incrocio", "zona", "interno", "scala",
];

/// What two places on the same street have in common: the last word of the street's name. `None` when nothing is left.
pub fn street_key(place: &str) -> Option<String> {
    let words = query_words(place);
    let start = words.iter().position(|word| BEGINNINGS.contains(&word.as_str())).unwrap_or_default();
    let named = words[start..].iter().skip_while(|word| KINDS.contains(&word.as_str())).take_while(|word| {
        !ENDINGS.contains(&word.as_str()) && !word.starts_with(|c: char| c.is_ascii_digit())
    });
    named.last().cloned()
}

/// The house number somebody typed after a street: `12`, `12/A`, in the form of the register.
pub fn house_number(place: &str) -> Option<String> {
    let start = place.rfind(|c: char| !(c.is_alphanumeric() || "/- ".contains(c))).map_or(0, |at| at + 1);
    let words: Vec<&str> = place.get(start..)?.split_whitespace().collect();
    // A street may be named after a day (`via 25 Aprile`): only a number that nothing follows but its letter.
    let first = words.iter().rposition(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let tail = words[first..].concat().replace('-', "/").to_uppercase();
    let digits = tail.chars().take_while(char::is_ascii_digit).count();
    let (number, letter) = tail.split_at(digits);
    let letter = letter.trim_start_matches('/');
    match letter.chars().count() {
        0 => Some(number.to_owned()),
        1..=3 if letter.chars().all(char::is_alphanumeric) => Some(format!("{number}/{letter}")),
        _ => None,
    }
}
