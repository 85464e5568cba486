//! The glyphs a document uses: their codes, how each is read back, and the subset of each face that is embedded.

use std::collections::BTreeMap;

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::{DocumentFault, fonts::Face};

/// Every face in use. A code is the number of a glyph in its subset.
#[derive(Default)]
pub(super) struct Repertoire {
    faces: BTreeMap<Face, Used>,
}

#[derive(Default)]
struct Used {
    codes: GlyphRemapper,
    /// What a reader gives back for a code (`ToUnicode`): one text, the first it was used for.
    readings: BTreeMap<u16, String>,
    /// The code `printpdf` writes for a character.
    letters: BTreeMap<u32, u16>,
}

/// How one glyph is written in the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Spelt {
    /// As this character, which `printpdf` turns into its code.
    Letter(char),
    /// As a code with its reading.
    Code(u16, String),
}

/// How a piece of text is written in the page.
#[derive(Debug, PartialEq)]
pub(super) enum Spelling {
    /// As one glyph that is read back as the text.
    Plain(Spelt),
    /// As glyphs that together say something else than one by one: the text goes beside them (`ActualText`).
    Span(Vec<Spelt>),
}

impl Repertoire {
    /// Codes for the glyphs that say `text`.
    pub(super) fn spell(
        &mut self,
        face: Face,
        glyphs: impl ExactSizeIterator<Item = u16>,
        text: &str,
    ) -> Spelling {
        let used = self.faces.entry(face).or_default();
        if glyphs.len() == 1 {
            let spelt: Vec<_> = glyphs.map(|glyph| used.spell(glyph, text)).collect();
            return match &spelt[..] {
                [Spelt::Code(_, reading)] if reading != text => Spelling::Span(spelt),
                [alone] => Spelling::Plain(alone.clone()),
                _ => Spelling::Span(spelt),
            };
        }
        // One glyph for each character is the usual letter with accents; else nobody knows which says what.
        let aligned = glyphs.len() == text.chars().count();
        let mut each = text.chars();
        let spelt = glyphs.map(|glyph| {
            let reading = each.next().filter(|_| aligned).unwrap_or(char::REPLACEMENT_CHARACTER);
            used.spell(glyph, reading.encode_utf8(&mut [0; 4]))
        });
        Spelling::Span(spelt.collect())
    }

    /// The faces in use, ready to be embedded, under the names [`id`] gives them.
    pub(super) fn fonts(self) -> Result<BTreeMap<FontId, PdfFont>, DocumentFault> {
        self.faces.into_iter().map(|(face, used)| Ok((id(face), PdfFont::new(used.font(face)?)))).collect()
    }
}

/// The name of a face in the page's resources.
pub(super) fn id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "Tw",
        Face::SemiBold => "Tb",
        Face::Mono => "Rm",
        Face::Fallback => "Ns",
    };
    FontId(name.to_owned())
}

impl Used {
    /// A glyph has the reading it was first used for, whatever it is asked to say now.
    fn spell(&mut self, glyph: u16, text: &str) -> Spelt {
        let code = self.codes.remap(glyph);
        let reading = self.readings.entry(code).or_insert_with(|| text.to_owned());
        let mut letters = reading.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None)
                if reading == text && *self.letters.entry(letter.into()).or_insert(code) == code =>
            {
                Spelt::Letter(letter)
            }
            _ => Spelt::Code(code, reading.clone()),
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
