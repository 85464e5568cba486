//! One line of text as operators: runs of one face, corrections of the pen where glyphs are kerned, raised marks,
//! and the true text beside glyphs that do not say it by themselves.

use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, TextItem};

use super::{
    pen::State,
    repertoire::{self, Repertoire, Spelling, Spelt},
    short,
};
use crate::{
    fonts::Face,
    text::{self, Glyph, Line, Piece, SOFT_HYPHEN},
};

/// Appends a line at the current place, and a blank after it.
pub(super) fn write(
    line: &Line,
    blank: bool,
    repertoire: &mut Repertoire,
    state: &mut State,
    ops: &mut Vec<Op>,
) {
    let style = line.style();
    state.fill(style.ink, ops);
    let mut shown = Shown::default();
    let mut spoken = None;
    for Piece { face, glyphs, text, rtl } in line.pieces() {
        let language = language(text, line);
        if language != spoken {
            shown.flush(ops);
            ops.extend(spoken.map(|_| Op::EndMarkedContent));
            ops.extend(language.map(in_language));
            spoken = language;
        }
        let size = style.size * face.scale();
        if state.font.replace((face, size)) != Some((face, size)) {
            shown.flush(ops);
            let font = PdfFontHandle::External(repertoire::id(face));
            ops.push(Op::SetFont { font, size: short(size) });
        }
        let said = if text == SOFT_HYPHEN { text.into() } else { text::with_ink(text) };
        match repertoire.spell(face, glyphs.iter().map(|glyph| glyph.id), &said, rtl) {
            Spelling::Plain(spelt) => shown.glyph(face, &glyphs[0], spelt, size, ops),
            Spelling::Each(codes) => {
                for (glyph, spelt) in glyphs.iter().zip(codes) {
                    shown.glyph(face, glyph, spelt, size, ops);
                }
            }
            Spelling::Dotted { letter, beside, glyphs: codes } => {
                for (index, (glyph, spelt)) in glyphs.iter().zip(codes).enumerate() {
                    let beside =
                        (index != letter || beside).then(|| if index == letter { &*said } else { "" });
                    if let Some(text) = beside {
                        shown.flush(ops);
                        ops.push(actual_text(text));
                    }
                    shown.glyph(face, glyph, spelt, size, ops);
                    if beside.is_some() {
                        shown.flush(ops);
                        ops.push(Op::EndMarkedContent);
                    }
                }
            }
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
    if let Some((face, size)) = state.font.filter(|_| blank)
        && let Some(glyph) = face.parsed().glyph_index(' ')
        && let Spelling::Plain(spelt) = repertoire.spell(face, [glyph.0].into_iter(), " ", false)
    {
        let drawn = Glyph { id: glyph.0, advance: face.width(glyph.0), dx: 0, dy: 0 };
        shown.glyph(face, &drawn, spelt, size, ops);
    }
    shown.flush(ops);
    ops.extend(spoken.map(|_| Op::EndMarkedContent));
}

/// The language of a foreign word, as far as its letters tell (BCP 47); the document speaks Italian.
fn language(text: &str, line: &Line) -> Option<&'static str> {
    match text.chars().next()? {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some("el"),
        '\u{400}'..='\u{52f}' => {
            let ukrainian = line.words().contains(['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ']);
            Some(if ukrainian { "uk" } else { "und-Cyrl" })
        }
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => {
            Some("ar")
        }
        '\u{900}'..='\u{97f}' => Some("hi"),
        '\u{3040}'..='\u{30ff}' => Some("ja"),
        '\u{ac00}'..='\u{d7af}' => Some("ko"),
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => Some("zh"),
        _ => None,
    }
}

fn in_language(language: &str) -> Op {
    let map = [("Lang".to_owned(), DictItem::String { data: language.into(), literal: true })].into();
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties: DictItem::Dict { map } }
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
