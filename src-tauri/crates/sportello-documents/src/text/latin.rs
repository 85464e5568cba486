//! Italian, and whatever else is written in Latin letters, without a shaper: in the faces of the house a letter has one
//! glyph, and only the letter after it tells how far the pen moves. The shaper says so once for each pair, for the life of
//! the process; then a line is looked up. Pairs of letters say nothing about anybody.

use std::sync::{
    LazyLock,
    atomic::{AtomicU8, AtomicU16, Ordering::Relaxed},
};

use super::shape::Glyph;
use crate::fonts::Face;

/// What Italian print has beyond Latin-1.
const MORE: [char; 10] = ['–', '—', '‘', '’', '“', '”', '„', '•', '…', '€'];
/// ASCII, Latin-1 and those.
const LETTERS: usize = 0xc0 + MORE.len();
/// Nothing comes after the letter.
const END: usize = LETTERS;
/// Nobody asked yet.
const UNKNOWN: u8 = 0;
/// The shaper has to see the whole text.
const NOT_ALONE: u8 = u8::MAX;
/// A pair that is not kerned.
const NO_KERN: i32 = 128;

/// What is known of the letters of a face.
pub(super) struct Letters {
    face: Face,
    glyphs: Vec<AtomicU16>,
    /// The kern of a letter before each other letter, in thousandths of the size and [`NO_KERN`] more.
    kerns: Vec<AtomicU8>,
}

static REGULAR: LazyLock<Letters> = LazyLock::new(|| Letters::new(Face::Regular));
static SEMI_BOLD: LazyLock<Letters> = LazyLock::new(|| Letters::new(Face::SemiBold));
static MONO: LazyLock<Letters> = LazyLock::new(|| Letters::new(Face::Mono));

impl Letters {
    fn new(face: Face) -> Self {
        let glyphs = std::iter::repeat_with(AtomicU16::default).take(LETTERS).collect();
        let kerns = std::iter::repeat_with(|| AtomicU8::new(UNKNOWN)).take(LETTERS * (LETTERS + 1)).collect();
        Self { face, glyphs, kerns }
    }

    /// The letters of a face, if it is one of the house.
    pub(super) fn of(face: Face) -> Option<&'static Self> {
        match face {
            Face::Regular => Some(&REGULAR),
            Face::SemiBold => Some(&SEMI_BOLD),
            Face::Mono => Some(&MONO),
            _ => None,
        }
    }

    /// The glyph of `letter` before `next`. `ask` shapes a pair or a single letter and gives its first glyph, or nothing
    /// when there are not as many glyphs as letters, each in its place.
    pub(super) fn glyph(
        &self,
        letter: char,
        next: Option<char>,
        ask: impl FnOnce(&str) -> Option<Glyph>,
    ) -> Option<Glyph> {
        let first = number(letter)?;
        let second = match next {
            Some(next) => number(next)?,
            None => END,
        };
        let kern = &self.kerns[first * (LETTERS + 1) + second];
        match kern.load(Relaxed) {
            UNKNOWN => {
                let pair: String = [letter].into_iter().chain(next).collect();
                let glyph = ask(&pair);
                let known = glyph.and_then(|glyph| {
                    let kern = glyph.advance - self.face.width(glyph.id) + NO_KERN;
                    u8::try_from(kern).ok().filter(|kern| !matches!(*kern, UNKNOWN | NOT_ALONE))
                });
                if let Some(glyph) = glyph {
                    self.glyphs[first].store(glyph.id, Relaxed);
                }
                kern.store(known.unwrap_or(NOT_ALONE), Relaxed);
                glyph.filter(|_| known.is_some())
            }
            NOT_ALONE => None,
            known => {
                let id = self.glyphs[first].load(Relaxed);
                let advance = self.face.width(id) + i32::from(known) - NO_KERN;
                Some(Glyph { id, advance, dx: 0, dy: 0 })
            }
        }
    }
}

fn number(letter: char) -> Option<usize> {
    match letter {
        ' '..='~' => Some(letter as usize - 0x20),
        // Not the soft hyphen, which is seen at the end of a line only.
        '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{ff}' => Some(letter as usize - 0xa0 + 0x60),
        _ => MORE.iter().position(|more| *more == letter).map(|at| at + 0xc0),
    }
}
