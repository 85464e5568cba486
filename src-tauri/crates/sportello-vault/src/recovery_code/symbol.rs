//! One symbol of the code: its letter (Crockford's base 32, <https://www.crockford.com/base32.html>) and the sum
//! over GF(32) that guards a group.

/// No I, L, O (read as digits) and no U (so that no word appears by chance).
const LETTERS: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letter of a value below 32.
pub(super) fn letter(value: u8) -> char {
    LETTERS[usize::from(value)].into()
}

/// The value of a typed character, if it is a symbol.
pub(super) fn value(typed: char) -> Option<u8> {
    let upper = match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    (0..32).find(|&value| letter(value) == upper)
}

/// Spaces and every dash a keyboard, a PDF or a word processor may put in their place.
pub(super) fn is_separator(typed: char) -> bool {
    typed.is_whitespace() || matches!(typed, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The check symbol of the four symbols of group `number`.
pub(super) fn check(number: u8, data: impl Iterator<Item = u8>) -> u8 {
    sum(data.chain([0])) ^ number
}

/// Whether the five symbols belong together and to the place `number`.
pub(super) fn is_sound(number: usize, group: [u8; super::GROUP_SYMBOLS]) -> bool {
    usize::from(sum(group.into_iter())) == number
}

/// The symbols weighted with α⁴, α³, α², α, 1. The weights are all different and none is zero, so one wrong symbol
/// or two exchanged ones always change the sum; the sum of a sound group is its number, so a group in the place of
/// another never fits, and a group of zeros fits nowhere.
fn sum(symbols: impl Iterator<Item = u8>) -> u8 {
    symbols.fold(0, |sum, symbol| times_alpha(sum) ^ symbol)
}

/// Multiplication by α in GF(32), reduced by the primitive polynomial x⁵ + x² + 1.
fn times_alpha(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted > 0x1f { shifted ^ 0b10_0101 } else { shifted }
}
