//! Bank accounts (ISO 13616). Of Italy and San Marino the inside is read too.

use super::{Finding, Verdict, check_letter, tidy};

/// Italy and San Marino: country, 2 digits, CIN, ABI, CAB, account.
const ITALIAN_LENGTH: usize = 27;
/// Any country.
const LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// An IBAN.
pub fn iban(text: &str) -> Verdict {
    let code = tidy(text);
    let verdict = Verdict::of(code.clone());
    let country: String = code.chars().take(2).collect();
    let italian = country == "IT" || country == "SM";
    let shape = code.is_ascii()
        && LENGTHS.contains(&code.len())
        && code.chars().all(|c| c.is_ascii_alphanumeric())
        && country.chars().all(|c| c.is_ascii_alphabetic())
        && code[2..4].chars().all(|c| c.is_ascii_digit());
    let inside = || {
        code.len() == ITALIAN_LENGTH
            && code[4..5].chars().all(|c| c.is_ascii_alphabetic())
            && code[5..15].chars().all(|c| c.is_ascii_digit())
    };
    if !shape || (italian && !inside()) {
        return verdict.with_error(Finding::Format);
    }
    if remainder(&code) != 1 {
        return verdict.with_error(Finding::Check);
    }
    match (italian, check_letter(&code[5..])) {
        (false, _) => verdict.with_notice(Finding::Foreign),
        (true, Some(cin)) if code[4..5].starts_with(cin) => verdict,
        (true, _) => verdict.with_notice(Finding::Cin),
    }
}

/// The remainder by 97 of the number it stands for (ISO 7064): the first four characters go last, letters are 10 to 35.
fn remainder(code: &str) -> u32 {
    let (head, rest) = code.split_at(4);
    rest.chars().chain(head.chars()).filter_map(|c| c.to_digit(36)).fold(0, |sum, value| {
        let shifted = if value > 9 { sum * 100 } else { sum * 10 };
        (shifted + value) % 97
    })
}
