//! Telephone numbers, by the national numbering plan: only as far as it helps to call back.

use super::{Finding, Verdict};

/// A telephone number at which a citizen is called back.
pub fn phone(text: &str) -> Verdict {
    let text = text.trim();
    let international = text.starts_with('+') || text.starts_with("00");
    let code: String = text.chars().filter(|c| !c.is_whitespace() && !".-/()".contains(*c)).collect();
    let bare = code.strip_prefix('+').or_else(|| code.strip_prefix("00")).unwrap_or(&code);
    let national = if international { bare.strip_prefix("39") } else { Some(bare) };
    if bare.is_empty() || !bare.chars().all(|c| c.is_ascii_digit()) {
        return Verdict::of(code).with_error(Finding::Format);
    }
    match national {
        None if (7..=15).contains(&bare.len()) => {
            Verdict::of(format!("+{bare}")).with_notice(Finding::Foreign)
        }
        None => Verdict::of(code).with_error(Finding::Length),
        Some(number) => italian(number, international),
    }
}

/// The plan: fixed numbers begin with 0, mobiles with 3, free ones with 80.
fn italian(number: &str, international: bool) -> Verdict {
    let verdict = Verdict::of(number.to_owned());
    let length = number.len();
    let good = match number.as_bytes() {
        [b'0', ..] => (6..=12).contains(&length),
        [b'3', ..] => matches!(length, 9 | 10),
        [b'8', b'0', b'0' | b'3', ..] => matches!(length, 6 | 9 | 10),
        _ if length <= 6 => return verdict.with_error(Finding::ShortNumber),
        _ => return verdict.with_error(Finding::Format),
    };
    if !good {
        return verdict.with_error(Finding::Length);
    }
    // «39 7397275»: 039 7397275 without its zero looks like a mobile of the old kind.
    if !international && number.starts_with("39") && length == 9 {
        return verdict.with_notice(Finding::ForgottenZero);
    }
    let usual = !number.starts_with('0') || (8..=11).contains(&length);
    if usual { verdict } else { verdict.with_notice(Finding::UnusualShape) }
}
