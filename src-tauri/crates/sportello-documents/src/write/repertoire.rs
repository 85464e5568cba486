//! The glyphs a document uses: their codes, how each is read back, and the subset of each face that is embedded. And its
//! pictures, each stored once.

use std::{collections::BTreeMap, rc::Rc};

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, FontId, FontMetrics, FontType, ParsedFont, PdfFont,
    PdfFontMetricsStub, XObject, XObjectId,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::{
    DocumentFault,
    fonts::Face,
    picture::{Picture, Pixels},
    text::SOFT_HYPHEN,
};

/// Every face in use. A code is the number of a glyph in its subset.
#[derive(Default)]
pub(super) struct Repertoire {
    faces: BTreeMap<Face, Used>,
    pictures: Vec<Rc<Picture>>,
}

#[derive(Default)]
struct Used {
    codes: GlyphRemapper,
    /// By code, how it is read.
    readings: Vec<Option<Reading>>,
    /// The code `printpdf` writes for a character.
    letters: BTreeMap<u32, u16>,
}

/// How a code is read.
struct Reading {
    /// What a reader gives back for it (`ToUnicode`): one text, the first it was used for.
    text: String,
    /// The character `printpdf` turns into this code, if there is one.
    letter: Option<char>,
}

/// How one glyph is written in the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Spelt {
    /// As this character, which `printpdf` turns into its code.
    Letter(char),
    /// As a code with its reading.
    Code(u16, String),
}

impl Spelt {
    fn says(&self, text: &str) -> bool {
        match self {
            Self::Letter(letter) => text.chars().eq([*letter]),
            Self::Code(_, reading) => reading == text,
        }
    }
}

/// What a dot says by itself: a blank without width, since a font may not leave it unsaid.
const NO_INK: &str = "\u{200b}";

/// How a piece of text is written in the page.
#[derive(Debug, PartialEq)]
pub(super) enum Spelling {
    /// As one glyph that is read back as the text.
    Plain(Spelt),
    /// As glyphs that one by one say the text, from right to left.
    Each(Vec<Spelt>),
    /// As one glyph that says all of it, whether or not it must be written beside it, among others that say nothing:
    /// the dots of an Arabic letter.
    Dotted {
        /// Which one.
        letter: usize,
        /// Whether it needs its text beside it.
        beside: bool,
        /// All of them.
        glyphs: Vec<Spelt>,
    },
    /// As glyphs that together say something else than one by one: the text goes beside them (`ActualText`).
    Span(Vec<Spelt>),
}

impl Repertoire {
    /// Codes for the glyphs that say `text`.
    pub(super) fn spell(
        &mut self,
        face: Face,
        glyphs: impl ExactSizeIterator<Item = u16> + Clone,
        text: &str,
        rtl: bool,
    ) -> Spelling {
        let used = self.faces.entry(face).or_default();
        if rtl && glyphs.len() > text.chars().count() {
            return used.dotted(face, glyphs, text);
        }
        let mut glyphs = glyphs;
        if glyphs.len() == 1
            && let Some(glyph) = glyphs.next()
        {
            // A hyphen at the end of a line is drawn like any other and says nothing.
            let hyphen = text == SOFT_HYPHEN;
            let spelt = used.spell(glyph, if hyphen { "-" } else { text });
            let says = !hyphen && spelt.says(text);
            return if says { Spelling::Plain(spelt) } else { Spelling::Span(vec![spelt]) };
        }
        // One glyph for each character is the usual letter with accents; else nobody knows which says what.
        let aligned = glyphs.len() == text.chars().count();
        let mut each: Vec<char> = text.chars().collect();
        // From left to right a mark of Arabic stands before its letter. Readers put what runs leftwards back in order
        // themselves, but not when its text stands beside it.
        if rtl {
            each.reverse();
        }
        let mut each = each.into_iter();
        let spelt = glyphs.map(|glyph| {
            let reading = each.next().filter(|_| aligned).unwrap_or(char::REPLACEMENT_CHARACTER);
            used.spell(glyph, reading.encode_utf8(&mut [0; 4]))
        });
        let spelt: Vec<_> = spelt.collect();
        if rtl && aligned { Spelling::Each(spelt) } else { Spelling::Span(spelt) }
    }

    /// The name of a picture in the page's resources.
    pub(super) fn picture(&mut self, picture: &Rc<Picture>) -> String {
        let known = self.pictures.iter().position(|known| Rc::ptr_eq(known, picture));
        let index = known.unwrap_or_else(|| {
            self.pictures.push(Rc::clone(picture));
            self.pictures.len() - 1
        });
        format!("Im{index}")
    }

    /// The pictures that are grids of colours, under their names; drawings are in the pages themselves.
    pub(super) fn take_pictures(&mut self) -> BTreeMap<XObjectId, XObject> {
        let pictures = std::mem::take(&mut self.pictures);
        let stored = pictures.iter().enumerate().filter_map(|(index, picture)| match picture.as_ref() {
            Picture::Pixels(pixels) => {
                Some((XObjectId(format!("Im{index}")), XObject::External(stored(pixels))))
            }
            Picture::Drawing(_) => None,
        });
        stored.collect()
    }

    /// The faces in use, ready to be embedded, under the names [`id`] gives them.
    pub(super) fn fonts(self) -> Result<BTreeMap<FontId, PdfFont>, DocumentFault> {
        self.faces.into_iter().map(|(face, used)| Ok((id(face), PdfFont::new(used.font(face)?)))).collect()
    }
}

fn stored(pixels: &Pixels) -> ExternalXObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut dict: BTreeMap<String, DictItem> = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(pixels.width.into())),
        ("Height", DictItem::Int(pixels.height.into())),
        ("BitsPerComponent", DictItem::Int(8)),
        ("ColorSpace", name(if pixels.grey { "DeviceGray" } else { "DeviceRGB" })),
    ]
    .map(|(key, item)| (key.to_owned(), item))
    .into();
    if pixels.jpeg {
        dict.insert("Filter".to_owned(), name("DCTDecode"));
    }
    let stream = ExternalStream { dict, content: pixels.data.clone(), compress: false };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

/// The name of a face in the page's resources.
pub(super) fn id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "Tw",
        Face::SemiBold => "Tb",
        Face::Mono => "Rm",
        Face::Fallback => "Ns",
        Face::Arabic => "Na",
        Face::FallbackBold => "Nb",
        Face::ArabicBold => "Nx",
        Face::System => "Sy",
    };
    FontId(name.to_owned())
}

impl Used {
    /// A letter drawn apart from its dots. Its text stands beside the letter alone, so that readers, which go by where
    /// glyphs are, do not take the dots for letters.
    fn dotted(&mut self, face: Face, glyphs: impl Iterator<Item = u16> + Clone, text: &str) -> Spelling {
        let widest = glyphs.clone().enumerate().max_by_key(|(_, glyph)| face.width(*glyph));
        let letter = widest.map_or(0, |(index, _)| index);
        let mut beside = false;
        let glyphs = glyphs.enumerate().map(|(index, glyph)| {
            let spelt = self.spell(glyph, if index == letter { text } else { NO_INK });
            beside |= index == letter && !spelt.says(text);
            spelt
        });
        let glyphs = glyphs.collect();
        Spelling::Dotted { letter, beside, glyphs }
    }

    /// A glyph has the reading it was first used for, whatever it is asked to say now.
    fn spell(&mut self, glyph: u16, text: &str) -> Spelt {
        let code = self.codes.remap(glyph);
        let index = usize::from(code);
        if self.readings.len() <= index {
            self.readings.resize_with(index + 1, || None);
        }
        let letters = &mut self.letters;
        let reading = self.readings[index].get_or_insert_with(|| {
            let mut alone = text.chars();
            let letter = alone.next().filter(|_| alone.next().is_none());
            let letter = letter.filter(|letter| *letters.entry((*letter).into()).or_insert(code) == code);
            Reading { text: text.to_owned(), letter }
        });
        match reading.letter {
            Some(letter) if reading.text == text => Spelt::Letter(letter),
            _ => Spelt::Code(code, reading.text.clone()),
        }
    }

    fn font(self, face: Face) -> Result<ParsedFont, DocumentFault> {
        let program = subsetter::subset(face.data(), 0, &self.codes).map_err(DocumentFault::writer)?;
        let name = format!("{}+{}", tag(&program), face.name());
        let originals = self.codes.remapped_gids();
        let widths = (0..).zip(originals).map(|(code, glyph)| (code, width(face, glyph))).collect();
        let parsed = face.parsed();
        let metrics = FontMetrics {
            ascent: thousandths(face, parsed.ascender()),
            descent: thousandths(face, parsed.descender()),
        };
        let mut font =
            ParsedFont::with_glyph_data(program, 0, Some(name), self.letters, widths, 1000, metrics);
        let bounds = parsed.global_bounding_box();
        font.font_type = FontType::TrueType;
        font.pdf_font_metrics = PdfFontMetricsStub {
            x_min: thousandths(face, bounds.x_min),
            y_min: thousandths(face, bounds.y_min),
            x_max: thousandths(face, bounds.x_max),
            y_max: thousandths(face, bounds.y_max),
            us_weight_class: parsed.weight().to_number(),
            ..Default::default()
        };
        Ok(font)
    }
}

fn width(face: Face, glyph: u16) -> u16 {
    u16::try_from(face.width(glyph)).unwrap_or_default()
}

fn thousandths(face: Face, units: i16) -> i16 {
    i16::try_from(face.thousandths(units.into())).unwrap_or_default()
}

/// Six capital letters that name a subset (ISO 32000-1, 9.6.4), always the same for the same glyphs.
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests;
