//! Whether two records may be of one person, and why somebody should look. It never decides: it gives reasons.

use super::CitizenData;
use crate::fold::{digits, query_words};
use serde::Serialize;
use std::collections::BTreeSet;

/// Why two records may be of one person, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DuplicateReason {
    /// The same codice fiscale.
    SameTaxCode,
    /// The same name and the same day of birth.
    SameNameAndBirth,
    /// A telephone in common.
    SamePhone,
    /// An e-mail or a PEC in common.
    SameEmail,
    /// Nearly the same name in the same street.
    SimilarNameSameStreet,
    /// The same name, and nothing that says it is another person.
    SameName,
}

/// Shortest telephone that is compared, in digits: what is half typed is nobody's.
const PHONE_DIGITS: usize = 6;
/// Names up to this length are similar with one wrong letter, longer ones with two.
const SHORT_NAME: usize = 8;
/// What kind of road it is, in full and as people shorten it: no part of its name.
const ROADS: [&str; 22] = [
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "corso",
    "largo",
    "vicolo",
    "strada",
    "contrada",
    "frazione",
    "localita",
    "borgo",
    "salita",
    "vle",
    "pza",
    "pzza",
    "cso",
    "lgo",
    "v",
    "p",
    "c",
];

/// Why `one` and `other` may be the same person; empty when nothing says so. It does not matter which comes first.
pub fn duplicate_reasons(one: &CitizenData, other: &CitizenData) -> Vec<DuplicateReason> {
    use DuplicateReason as Reason;
    let told_apart = differ(tax_code(one), tax_code(other)) || differ(one.birth_date, other.birth_date);
    let same_name = names(one).iter().any(|name| names(other).contains(name));
    let same_birth = one.birth_date.is_some() && one.birth_date == other.birth_date;
    let found = [
        (Reason::SameTaxCode, tax_code(one).is_some() && tax_code(one) == tax_code(other)),
        (Reason::SameNameAndBirth, same_name && same_birth),
        (Reason::SamePhone, in_common(&phones(one), &phones(other))),
        (Reason::SameEmail, in_common(&emails(one), &emails(other))),
        (Reason::SimilarNameSameStreet, !told_apart && similar(one, other) && same_street(one, other)),
        (Reason::SameName, same_name && !same_birth && !told_apart),
    ];
    found.into_iter().filter_map(|(reason, holds)| holds.then_some(reason)).collect()
}

/// A telephone as it is dialled in Italy: digits only, without the prefix of the country.
pub fn national_digits(phone: &str) -> String {
    let all = digits(phone);
    let without = all.strip_prefix("00").or(phone.trim_start().starts_with('+').then_some(all.as_str()));
    without.and_then(|number| number.strip_prefix("39")).map_or(all.clone(), str::to_owned)
}

/// The name of the road of an address, without what kind of road it is and without the number: `via Roma 12, Lissone`
/// → `roma`, `Piazza 25 Aprile 3` → `25 aprile`.
pub fn street_words(address: &str) -> Vec<String> {
    let is_number = |word: &String| word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let before_town = address.split(',').next().unwrap_or_default();
    let mut named = false;
    query_words(before_town)
        .into_iter()
        .skip_while(|word| ROADS.contains(&word.as_str()))
        .take_while(|word| {
            let go_on = !(named && is_number(word));
            named |= !is_number(word);
            go_on
        })
        .collect()
}

fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

fn in_common(one: &[String], other: &[String]) -> bool {
    one.iter().any(|value| other.contains(value))
}

fn tax_code(data: &CitizenData) -> Option<String> {
    let code = data.tax_code.as_deref()?.replace(' ', "").to_uppercase();
    (!code.is_empty()).then_some(code)
}

fn phones(data: &CitizenData) -> Vec<String> {
    let listed = data.phones.iter().map(|point| point.value.as_str()).chain(data.phone.as_deref());
    listed.map(national_digits).filter(|number| number.len() >= PHONE_DIGITS).collect()
}

fn emails(data: &CitizenData) -> Vec<String> {
    let listed = data.emails.iter().map(|point| point.value.as_str());
    let all = listed.chain(data.email.as_deref()).chain(data.pec.as_deref());
    all.map(|address| address.trim().to_lowercase()).filter(|address| address.contains('@')).collect()
}

/// The name in letters only, in both orders: blind to case, accents, apostrophes and spaces. Half a name is no name.
fn names(data: &CitizenData) -> Vec<String> {
    let letters = |text: &Option<String>| query_words(text.as_deref().unwrap_or_default()).concat();
    let (surname, name, organization) =
        (letters(&data.surname), letters(&data.name), letters(&data.organization));
    let person = !surname.is_empty() && !name.is_empty();
    let people = person.then(|| [format!("{surname}{name}"), format!("{name}{surname}")]);
    let organizations = (!organization.is_empty()).then_some(organization);
    people.into_iter().flatten().chain(organizations).collect()
}

fn similar(one: &CitizenData, other: &CitizenData) -> bool {
    let close = |one: &String, other: &String| {
        let allowed = if one.len().min(other.len()) < SHORT_NAME { 1 } else { 2 };
        distance(one.as_bytes(), other.as_bytes()) <= allowed
    };
    names(one).iter().any(|one| names(other).iter().any(|other| close(one, other)))
        || one_has_more_names(one, other)
}

/// `Rossi Maria` and `Rossi Maria Grazia`.
fn one_has_more_names(one: &CitizenData, other: &CitizenData) -> bool {
    let words = |data: &CitizenData| -> BTreeSet<String> {
        let whole = [data.surname.as_deref(), data.name.as_deref()].map(Option::unwrap_or_default).join(" ");
        query_words(&whole).into_iter().collect()
    };
    let (one, other) = (words(one), words(other));
    one.len().min(other.len()) > 1 && (one.is_subset(&other) || other.is_subset(&one))
}

fn same_street(one: &CitizenData, other: &CitizenData) -> bool {
    let street = |data: &CitizenData| street_words(data.address.as_deref().unwrap_or_default());
    !street(one).is_empty() && street(one) == street(other)
}

/// Letters to change, to add, to leave out or to swap with the next one, to make one word of the other.
fn distance(one: &[u8], other: &[u8]) -> usize {
    let mut rows = vec![(0..=other.len()).collect::<Vec<usize>>()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let changed = rows[i][j] + usize::from(a != b);
            let mut least = changed.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests;
