//! Number plates. Only what cannot be a plate at all is wrong: old, foreign and moped plates are many.

use super::{Finding, Verdict, tidy};

/// A number plate.
pub fn plate(text: &str) -> Verdict {
    let code = tidy(text);
    let verdict = Verdict::of(code.clone());
    if !(4..=10).contains(&code.len()) || !code.chars().all(|c| c.is_ascii_alphanumeric()) {
        return verdict.with_error(Finding::Format);
    }
    // Cars since 1994: two letters, three digits, two letters; I, O, Q and U are not used. X: trailers, Y: local police.
    let car = is_like(&code, "LL999LL");
    let motorcycle = is_like(&code, "LL99999");
    if car || motorcycle { verdict } else { verdict.with_notice(Finding::UnusualShape) }
}

/// `L` is a letter of today's plates, `9` a digit.
fn is_like(code: &str, shape: &str) -> bool {
    code.len() == shape.len()
        && code.chars().zip(shape.chars()).all(|(character, wanted)| match wanted {
            'L' => character.is_ascii_uppercase() && !"IOQU".contains(character),
            _ => character.is_ascii_digit(),
        })
}
