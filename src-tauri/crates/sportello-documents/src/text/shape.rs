//! Shaping: characters to glyphs with their advances, by `rustybuzz`.

use std::ops::Range;

use rustybuzz::{
    BufferFlags, Direction, Feature, Script, ShapePlan, UnicodeBuffer, script, shape_with_plan,
    ttf_parser::Tag,
};

use unicode_normalization::char::is_combining_mark;

use super::{
    typed::leaves_no_ink,
    words::{self, Run},
};
use crate::fonts::Face;

/// `locl` because Titillium Web turns the Turkish Ş into the Romanian Ș in every language; ligatures because a
/// letter that keeps its own glyph is read back as itself.
const OFF: [&[u8; 4]; 3] = [b"locl", b"liga", b"clig"];

/// Characters shaped together at most. In the face that places marks the shaper counts the letters of a syllable in
/// 8 bits and the marks on a letter in 16, and panics past them; in every face a heap of joiners takes it a time
/// that grows with the square. No word is that long, but somebody will write it.
fn limit(face: Face) -> usize {
    if face == Face::Fallback { 80 } else { 2_000 }
}

/// A drawn glyph. Lengths in thousandths of the size of its face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Number in the face.
    pub(crate) id: u16,
    /// How far the pen moves.
    pub(crate) advance: i32,
    /// How far right of the pen it is drawn.
    pub(crate) dx: i32,
    /// How far above the baseline it is drawn.
    pub(crate) dy: i32,
}

/// The smallest piece of text with glyphs of its own: a letter, a letter with its accents, a syllable of Devanagari.
/// A line never ends inside it.
#[derive(Debug, Clone)]
pub(crate) struct Cluster {
    /// Who draws it.
    pub(crate) face: Face,
    /// Its glyphs.
    pub(super) glyphs: Range<usize>,
    /// Its bytes.
    pub(super) text: Range<usize>,
    /// In ems of the style.
    pub(super) advance: f32,
}

/// A shaped line of text, not yet broken.
#[derive(Debug, Default)]
pub(super) struct Shaped {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) clusters: Vec<Cluster>,
}

/// Shapes text, keeping the plan of each face and script: making one costs more than a word.
#[derive(Default)]
pub(super) struct Shaper {
    plans: Vec<(Face, Script, ShapePlan)>,
}

impl Shaper {
    /// The glyphs of a line, or the first character without one.
    pub(super) fn shape(&mut self, text: String, preferred: Face) -> Result<Shaped, char> {
        let mut shaped = Shaped::default();
        for Run { face, text: mut bytes } in words::runs(&text, preferred)? {
            while !bytes.is_empty() {
                let end = bytes.start + portion(face, &text[bytes.clone()]);
                self.push(&mut shaped, &text, Run { face, text: bytes.start..end })?;
                bytes.start = end;
            }
        }
        shaped.text = text;
        Ok(shaped)
    }

    fn push(&mut self, shaped: &mut Shaped, text: &str, Run { face, text: bytes }: Run) -> Result<(), char> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text[bytes.clone()]);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        buffer.guess_segment_properties();
        let glyphs = shape_with_plan(face.parsed(), self.plan(face, buffer.script()), buffer);
        let (end, first) = (bytes.end, shaped.clusters.len());
        let mut starts =
            glyphs.glyph_infos().iter().map(|info| bytes.start + info.cluster as usize).peekable();
        for (info, position) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let Some(start) = starts.next() else { break };
            if info.glyph_id == 0 {
                return Err(text[start..end].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            let glyph = Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or_default(),
                advance: face.thousandths(position.x_advance),
                dx: face.thousandths(position.x_offset),
                dy: face.thousandths(position.y_offset),
            };
            let advance = glyph.advance as f32 / 1000.0 * face.scale();
            let at = shaped.glyphs.len();
            shaped.glyphs.push(glyph);
            match shaped.clusters.last_mut() {
                Some(last) if last.text.start == start => {
                    last.glyphs.end = at + 1;
                    last.advance += advance;
                }
                _ => shaped.clusters.push(Cluster { face, glyphs: at..at + 1, text: start..end, advance }),
            }
            if let (Some(last), Some(&next)) = (shaped.clusters.last_mut(), starts.peek())
                && next > last.text.start
            {
                last.text.end = next;
            }
        }
        for cluster in &mut shaped.clusters[first..] {
            join(cluster, &mut shaped.glyphs, text);
        }
        Ok(())
    }

    fn plan(&mut self, face: Face, of: Script) -> &ShapePlan {
        let known = self.plans.iter().position(|(f, s, _)| (*f, *s) == (face, of));
        let index = known.unwrap_or_else(|| {
            let features = OFF.map(|tag| Feature::new(Tag::from_bytes(tag), 0, ..));
            let named = (of != script::UNKNOWN).then_some(of);
            let plan = ShapePlan::new(face.parsed(), Direction::LeftToRight, named, None, &features);
            self.plans.push((face, of, plan));
            self.plans.len() - 1
        });
        &self.plans[index].2
    }
}

/// How many bytes to shape now: all, or what ends with the last blank of a portion, or with its last letter.
fn portion(face: Face, text: &str) -> usize {
    let Some((most, _)) = text.char_indices().nth(limit(face)) else {
        return text.len();
    };
    let blank = text[..most].rmatch_indices(char::is_whitespace).next().map(|(at, blank)| at + blank.len());
    let letter = || text[..most].rfind(|c| !is_combining_mark(c) && !leaves_no_ink(c)).filter(|&at| at > 0);
    blank.or_else(letter).unwrap_or(most)
}

/// Noto Sans draws the Vietnamese ị as an i and a dot, to place the dot well on a screen. Its own ị is as good in
/// print, and a character with one glyph is read back by every reader.
fn join(cluster: &mut Cluster, glyphs: &mut [Glyph], text: &str) {
    let mut characters = text[cluster.text.clone()].chars();
    let (Some(only), None) = (characters.next(), characters.next()) else { return };
    if cluster.glyphs.len() > 1
        && let Some(own) = cluster.face.parsed().glyph_index(only)
    {
        let advance = cluster.face.width(own.0);
        glyphs[cluster.glyphs.start] = Glyph { id: own.0, advance, dx: 0, dy: 0 };
        cluster.glyphs.end = cluster.glyphs.start + 1;
        cluster.advance = advance as f32 / 1000.0 * cluster.face.scale();
    }
}
