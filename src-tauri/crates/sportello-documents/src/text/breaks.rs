//! Where a line may end: the rules of Unicode (UAX #14) less the places an Italian printer would not break.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// Abbreviations that stay with what follows.
const LEADING: [&str; 27] = [
    "art.", "artt.", "avv.", "c.", "co.", "cap.", "d.l.", "d.lgs.", "d.m.", "d.p.r.", "dott.", "dott.ssa",
    "fg.", "geom.", "ing.", "l.", "lett.", "n.", "nn.", "p.", "pag.", "part.", "prof.", "prot.", "sig.",
    "sig.ra", "tel.",
];

/// Words that stay with the number before them.
const FOLLOWING: [&str; 14] = [
    "€",
    "%",
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

/// The byte offsets at which a new line may begin, in order.
pub(super) fn opportunities(text: &str) -> impl Iterator<Item = usize> {
    let allowed = linebreaks(text).filter(|(_, kind)| *kind == BreakOpportunity::Allowed).map(|(at, _)| at);
    allowed.filter(|&at| !is_bound(&text[..at], &text[at..]))
}

/// Whether what ends `before` must stand on the line of what begins `after`.
fn is_bound(before: &str, after: &str) -> bool {
    // A soft hyphen would need a hyphen drawn at the end of the line.
    if before.ends_with('\u{ad}') {
        return true;
    }
    let Some(bare) = before.strip_suffix(' ') else { return false };
    let left = last_word(bare);
    let right = after.split(' ').next().unwrap_or_default();
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let ends = right.trim_end_matches(['.', ',', ';', ':', ')']);
    left == "€"
        || is_in(&LEADING, left.rsplit(['(', '«', '"', '\'', '’']).next().unwrap_or_default())
        || number(left) && is_in(&FOLLOWING, ends)
        || is_in(&FOLLOWING[2..], left) && is_year(ends)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_in(words: &[&str], word: &str) -> bool {
    // The longest has nine letters: a long word is not put in small letters to learn that it is none of them.
    word.len() <= 12 && words.contains(&word.to_lowercase().as_str())
}

/// At most the last 16 bytes of it, so that a text without blanks is not read again at each opportunity.
fn last_word(text: &str) -> &str {
    let from = text.ceil_char_boundary(text.len().saturating_sub(16));
    text[from..].rsplit(' ').next().unwrap_or_default()
}
