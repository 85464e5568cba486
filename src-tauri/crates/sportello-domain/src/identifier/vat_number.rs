//! Partita IVA, and every number of eleven digits with the same check: codes of bodies, provisional codes of people.

use super::{Finding, Verdict, tidy};

/// The digits of a VAT number.
pub(super) const LENGTH: usize = 11;

/// A VAT number, with or without `IT` before it.
pub fn vat_number(text: &str) -> Verdict {
    let code = tidy(text);
    let code = code.strip_prefix("IT").unwrap_or(&code).to_owned();
    if !code.chars().all(|c| c.is_ascii_digit()) || code.starts_with("0000000") {
        return Verdict::of(code).with_error(Finding::Format);
    }
    if code.len() != LENGTH {
        return Verdict::of(code).with_error(Finding::Length);
    }
    let office: u32 = code[7..10].parse().unwrap_or_default();
    let usual = matches!(office, 1..=100 | 120 | 121 | 888 | 999);
    if !check_digit_agrees(&code) {
        return Verdict::of(code).with_error(Finding::Check);
    }
    if usual { Verdict::of(code) } else { Verdict::of(code).with_notice(Finding::UnusualOffice) }
}

/// The check of eleven digits: even places doubled, nine taken away above nine; the whole is a multiple of ten.
pub(super) fn check_digit_agrees(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => digit,
            (_, doubled) if doubled > 9 => doubled - 9,
            (_, doubled) => doubled,
        })
        .sum();
    sum.is_multiple_of(10)
}
