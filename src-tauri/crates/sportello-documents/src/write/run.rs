//! One line of text as operators: runs of one face, corrections of the pen where glyphs are kerned, raised marks,
//! and the true text beside glyphs that do not say it by themselves.

use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, TextItem};

use super::{
    colour,
    repertoire::{self, Repertoire, Spelling, Spelt},
    short,
};
use crate::{
    fonts::Face,
    page::Ink,
    text::{self, Glyph, Line},
};

/// What the text operators before have left in force on the page.
#[derive(Default)]
pub(super) struct TextState {
    font: Option<(Face, f32)>,
    ink: Option<Ink>,
}

/// Appends a line at the current place.
pub(super) fn write(line: &Line, repertoire: &mut Repertoire, state: &mut TextState, ops: &mut Vec<Op>) {
    let style = line.style();
    if state.ink.replace(style.ink) != Some(style.ink) {
        ops.push(Op::SetFillColor { col: colour(style.ink) });
    }
    let mut shown = Shown::default();
    for (face, glyphs, said) in line.pieces() {
        let size = style.size * face.scale();
        if state.font.replace((face, size)) != Some((face, size)) {
            shown.flush(ops);
            let font = PdfFontHandle::External(repertoire::id(face));
            ops.push(Op::SetFont { font, size: short(size) });
        }
        let said = text::with_ink(said);
        match repertoire.spell(face, glyphs.iter().map(|glyph| glyph.id), &said) {
            Spelling::Plain(spelt) => shown.glyph(face, &glyphs[0], spelt, size, ops),
            Spelling::Span(codes) => {
                shown.flush(ops);
                ops.push(actual_text(&said));
                for (glyph, spelt) in glyphs.iter().zip(codes) {
                    shown.glyph(face, glyph, spelt, size, ops);
                }
                shown.flush(ops);
                ops.push(Op::EndMarkedContent);
            }
        }
    }
    shown.flush(ops);
}

/// What is shown by the next `TJ`.
#[derive(Default)]
struct Shown {
    items: Vec<TextItem>,
}

impl Shown {
    /// A glyph, drawn beside the pen or above the line if it says so, after which the pen is where it says.
    fn glyph(&mut self, face: Face, glyph: &Glyph, spelt: Spelt, size: f32, ops: &mut Vec<Op>) {
        if glyph.dy != 0 {
            self.flush(ops);
            ops.push(Op::SetLineOffset { multiplier: short(glyph.dy as f32 / 1000.0 * size).0 });
        }
        self.shift(-glyph.dx);
        match (spelt, self.items.last_mut()) {
            (Spelt::Letter(letter), Some(TextItem::Text(text))) => text.push(letter),
            (Spelt::Letter(letter), _) => self.items.push(TextItem::Text(letter.to_string())),
            (Spelt::Code(code, reading), _) => {
                self.items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(code, 0.0, reading)]));
            }
        }
        self.shift(glyph.dx + face.width(glyph.id) - glyph.advance);
        if glyph.dy != 0 {
            self.flush(ops);
            ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
    }

    /// Moves the pen, in thousandths of the size and against the direction of writing, as `TJ` counts.
    fn shift(&mut self, back: i32) {
        match self.items.last_mut() {
            _ if back == 0 => {}
            Some(TextItem::Offset(offset)) => *offset += back as f32,
            _ => self.items.push(TextItem::Offset(back as f32)),
        }
    }

    fn flush(&mut self, ops: &mut Vec<Op>) {
        if !self.items.is_empty() {
            ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
    }
}

/// What the glyphs that follow say, for copying and for screen readers (ISO 32000-1, 14.9.4).
fn actual_text(text: &str) -> Op {
    let utf16 = [0xfeff].into_iter().chain(text.encode_utf16());
    let text = DictItem::Bytes(utf16.flat_map(u16::to_be_bytes).collect());
    let map = [("ActualText".to_owned(), text)].into();
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties: DictItem::Dict { map } }
}
