//! The shipped faces, parsed once, and one of the system. The shipped ones are under the SIL Open Font License 1.1 (see
//! `fonts/`), all are upright.

use std::sync::{
    LazyLock, OnceLock,
    atomic::{AtomicU8, Ordering::Relaxed},
};

use rustybuzz::ttf_parser::GlyphId;

use crate::DocumentFault;

/// A face of the papers: Titillium Web for words, Roboto Mono for codes, Noto Sans for what they do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    /// Titillium Web Regular.
    Regular,
    /// Titillium Web SemiBold.
    SemiBold,
    /// Roboto Mono Regular: its zero is crossed, its B is not an 8.
    Mono,
    /// Noto Sans Regular: the rest of Latin, Greek, Cyrillic and Devanagari.
    Fallback,
    /// Noto Sans Arabic Regular.
    Arabic,
    /// Noto Sans SemiBold, beside Titillium Web SemiBold.
    FallbackBold,
    /// Noto Sans Arabic SemiBold.
    ArabicBold,
    /// A font of the computer, lent with [`lend_font`]: Chinese, Japanese, Korean.
    System,
}

struct Font {
    data: &'static [u8],
    parsed: rustybuzz::Face<'static>,
    /// The PostScript name it gives itself.
    name: String,
    /// What was found of each character up to the general punctuation: a text asks for every letter several times, and
    /// the font answers by a search.
    known: Box<[AtomicU8]>,
}

/// Characters whose answers are kept: all alphabets of Europe, Arabic, Devanagari, currency signs.
const KEPT: usize = 0x2200;
/// Nobody asked yet.
const UNKNOWN: u8 = 0;
const ABSENT: u8 = 1;
const PRESENT: u8 = 2;

impl Font {
    fn new(data: &'static [u8], parsed: rustybuzz::Face<'static>) -> Self {
        const POSTSCRIPT_NAME: u16 = 6;
        let names = parsed.names().into_iter().filter(|name| name.name_id == POSTSCRIPT_NAME);
        let name = names.filter_map(|name| name.to_string()).next().unwrap_or_default();
        let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let name = if plain.is_empty() { "System".to_owned() } else { plain };
        Self { data, parsed, name, known: std::iter::repeat_with(AtomicU8::default).take(KEPT).collect() }
    }

    /// Whether there is a glyph. Glyph 0, which some tables give for U+FFFF, is the empty box.
    fn has(&self, character: char) -> bool {
        let look = || self.parsed.glyph_index(character).is_some_and(|glyph| glyph.0 != 0);
        let Some(known) = self.known.get(character as usize) else { return look() };
        match known.load(Relaxed) {
            UNKNOWN => {
                let found = look();
                known.store(if found { PRESENT } else { ABSENT }, Relaxed);
                found
            }
            found => found == PRESENT,
        }
    }
}

/// A face is read when it first writes something: most papers need two or three.
static FONTS: [LazyLock<Font>; 7] = [
    LazyLock::new(|| shipped(include_bytes!("../fonts/TitilliumWeb-Regular.ttf"))),
    LazyLock::new(|| shipped(include_bytes!("../fonts/TitilliumWeb-SemiBold.ttf"))),
    LazyLock::new(|| shipped(include_bytes!("../fonts/RobotoMono-Regular.ttf"))),
    LazyLock::new(|| shipped(include_bytes!("../fonts/NotoSans-Regular.ttf"))),
    LazyLock::new(|| shipped(include_bytes!("../fonts/NotoSansArabic-Regular.ttf"))),
    LazyLock::new(|| shipped(include_bytes!("../fonts/NotoSans-SemiBold.ttf"))),
    LazyLock::new(|| shipped(include_bytes!("../fonts/NotoSansArabic-SemiBold.ttf"))),
];

fn shipped(data: &'static [u8]) -> Font {
    let parsed = rustybuzz::Face::from_slice(data, 0).expect("a shipped face is a font, and a test says so");
    Font::new(data, parsed)
}

/// The font of the computer, once it is lent.
static SYSTEM: OnceLock<Font> = OnceLock::new();

/// Lends the papers a font of the computer for the characters no shipped face has. Chinese, Japanese and Korean faces
/// are too large to be shipped (10 to 50 MB). Lent once, it stays for the life of the process; a second one is not
/// taken. Of a collection (`.ttc`) the first face is used.
///
/// # Errors
/// [`DocumentFault::NotAFont`] when it cannot be read, or its licence bits forbid that it travels in a document.
pub fn lend_font(bytes: Vec<u8>) -> Result<(), DocumentFault> {
    if SYSTEM.get().is_some() {
        return Ok(());
    }
    let parsed = rustybuzz::Face::from_slice(&bytes, 0).ok_or(DocumentFault::NotAFont)?;
    if parsed.permissions() == Some(rustybuzz::ttf_parser::Permissions::Restricted) {
        return Err(DocumentFault::NotAFont);
    }
    drop(parsed);
    let data: &'static [u8] = Box::leak(bytes.into_boxed_slice());
    let parsed = rustybuzz::Face::from_slice(data, 0).ok_or(DocumentFault::NotAFont)?;
    let _ = SYSTEM.set(Font::new(data, parsed));
    Ok(())
}

/// Whether any face draws the character.
pub(crate) fn cover(character: char) -> bool {
    Face::ALL.into_iter().chain([Face::System]).any(|face| face.covers(character))
}

impl Face {
    /// Every shipped face.
    pub(crate) const ALL: [Self; 7] = [
        Self::Regular,
        Self::SemiBold,
        Self::Mono,
        Self::Fallback,
        Self::Arabic,
        Self::FallbackBold,
        Self::ArabicBold,
    ];

    /// Who writes what this face cannot, in order, as bold as it; a font of the computer has one weight.
    pub(crate) fn fallbacks(self) -> [Self; 3] {
        match self {
            Self::SemiBold => [Self::FallbackBold, Self::ArabicBold, Self::System],
            _ => [Self::Fallback, Self::Arabic, Self::System],
        }
    }

    /// The PostScript name.
    pub(crate) fn name(self) -> &'static str {
        &self.font().name
    }

    /// Size in proportion to the text around it: the small letters of Noto Sans are 536 units high, those of
    /// Titillium Web 500, and a name in the fallback must not look louder than its neighbours.
    pub(crate) fn scale(self) -> f32 {
        if matches!(self, Self::Fallback | Self::FallbackBold) { 0.94 } else { 1.0 }
    }

    /// The whole font file.
    pub(crate) fn data(self) -> &'static [u8] {
        self.font().data
    }

    /// The face as the shaper reads it.
    pub(crate) fn parsed(self) -> &'static rustybuzz::Face<'static> {
        &self.font().parsed
    }

    /// Whether it is there: a font of the computer may not be.
    fn is_there(self) -> bool {
        self != Self::System || SYSTEM.get().is_some()
    }

    /// Whether the face draws the character. Titillium Web has a glyph for the Ţ with a cedilla (U+0162) in which
    /// nothing is drawn.
    pub(crate) fn covers(self, character: char) -> bool {
        let hollow = character == 'Ţ' && matches!(self, Self::Regular | Self::SemiBold);
        !hollow && self.is_there() && self.font().has(character)
    }

    /// A length of the face in thousandths of its size, the unit of PDF.
    pub(crate) fn thousandths(self, units: i32) -> i32 {
        let per_em = self.parsed().units_per_em();
        (units * 1000 + per_em / 2).div_euclid(per_em)
    }

    /// The advance a PDF reader takes for a glyph without corrections, in thousandths of the size.
    pub(crate) fn width(self, glyph: u16) -> i32 {
        self.thousandths(self.parsed().glyph_hor_advance(GlyphId(glyph)).unwrap_or_default().into())
    }

    /// A system font that is not there is never asked: it covers nothing.
    fn font(self) -> &'static Font {
        match self {
            Self::System => SYSTEM.get().unwrap_or(&FONTS[Self::Fallback as usize]),
            shipped => &FONTS[shipped as usize],
        }
    }
}

#[cfg(test)]
mod tests;
