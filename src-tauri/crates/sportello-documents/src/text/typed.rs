//! What was typed, made ready: composed characters (NFC), no control characters, no exotic blanks. Words are never
//! changed.

use unicode_normalization::{UnicodeNormalization, char::decompose_canonical};

use crate::{DocumentFault, fonts};

/// The text as one line, without blanks at its ends.
pub(super) fn one_line(text: &str, field: &'static str) -> Result<String, DocumentFault> {
    let line: String = text.chars().map(|c| if is_line_end(c) { ' ' } else { c }).collect();
    ready(line.trim(), field)
}

/// The text line by line, as its author ended them; the blanks a line begins with are kept.
pub(super) fn lines(text: &str, field: &'static str) -> Result<Vec<String>, DocumentFault> {
    text.replace("\r\n", "\n").split(is_line_end).map(|line| ready(line.trim_end(), field)).collect()
}

/// Line feed, vertical tab, form feed, carriage return, next line, and the two separators of Unicode.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn ready(line: &str, field: &'static str) -> Result<String, DocumentFault> {
    let mut ready = String::with_capacity(line.len());
    // Below the combining marks everything is composed already.
    let is_composed = line.chars().all(|c| c < '\u{300}');
    let (plain, composed) = if is_composed { (line, "") } else { ("", line) };
    for character in plain.chars().chain(composed.nfc()) {
        match character {
            '\t' => ready.push_str("    "),
            // The blanks of Ogham and of East Asian typography, which no face of ours has.
            '\u{1680}' | '\u{3000}' => ready.push(' '),
            c if c.is_control() => return Err(DocumentFault::MissingGlyph { character: c, field }),
            c if fonts::cover(c) => ready.push(c),
            c => push_apart(c, &mut ready),
        }
    }
    Ok(ready)
}

/// A composed character no face has, as the letter and the marks it is made of, if some face has each of them.
fn push_apart(composed: char, ready: &mut String) {
    let start = ready.len();
    decompose_canonical(composed, |part| ready.push(part));
    if !ready[start..].chars().all(fonts::cover) {
        ready.truncate(start);
        ready.push(composed);
    }
}

/// Characters that steer a text and leave no ink (joiners, direction marks, soft hyphens, variation selectors):
/// those a shaper hides. They need no glyph and are not in the text a reader gives back.
pub(super) fn leaves_no_ink(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
