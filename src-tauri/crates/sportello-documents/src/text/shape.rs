//! Shaping: characters to glyphs with their advances, by `rustybuzz`.

use std::ops::Range;

use rustybuzz::{
    BufferFlags, Direction, Feature, GlyphBuffer, GlyphInfo, GlyphPosition, Script, ShapePlan, UnicodeBuffer,
    script, shape_with_plan, ttf_parser::Tag,
};

use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::is_combining_mark;

use super::{
    latin::Letters,
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
    if Letters::of(face).is_some() { 2_000 } else { 80 }
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
    /// How deep it is in words of the other direction; odd from right to left (UAX #9).
    pub(super) level: Level,
}

/// A shaped line of text, not yet broken.
#[derive(Debug, Default)]
pub(super) struct Shaped {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    /// In the order they are read.
    pub(super) clusters: Vec<Cluster>,
    /// Whether the text as a whole runs from right to left.
    pub(super) rtl: bool,
}

/// Shapes text, keeping the plan of each face, script and direction: making one costs more than a word.
#[derive(Default)]
pub(super) struct Shaper {
    plans: Vec<(Face, Script, Direction, ShapePlan)>,
}

impl Shaper {
    /// The glyphs of a line, or the first character without one.
    pub(super) fn shape(&mut self, text: String, preferred: Face) -> Result<Shaped, char> {
        let mut shaped = Shaped::default();
        let bidi = text.contains(runs_leftwards).then(|| BidiInfo::new(&text, None));
        shaped.rtl =
            bidi.as_ref().and_then(|bidi| Some(bidi.paragraphs.first()?.level.is_rtl())).unwrap_or(false);
        for Run { face, text: mut bytes } in words::runs(&text, preferred)? {
            while !bytes.is_empty() {
                let (level, same) = match &bidi {
                    Some(bidi) => stretch(&bidi.levels, bytes.clone()),
                    None => (Level::ltr(), bytes.end),
                };
                if !level.is_rtl()
                    && self.push_letters(&mut shaped, &text, Run { face, text: bytes.start..same }, level)
                {
                    bytes.start = same;
                    continue;
                }
                let end = bytes.start + portion(face, &text[bytes.start..same]);
                self.push(&mut shaped, &text, Run { face, text: bytes.start..end }, level)?;
                bytes.start = end;
            }
        }
        shaped.text = text;
        Ok(shaped)
    }

    /// A run whose letters need only know their neighbours; any other is left for [`push`](Self::push).
    fn push_letters(&mut self, shaped: &mut Shaped, text: &str, run: Run, level: Level) -> bool {
        let Run { face, text: bytes } = run;
        let Some(known) = Letters::of(face) else { return false };
        let (glyphs, clusters) = (shaped.glyphs.len(), shaped.clusters.len());
        let mut letters = text[bytes.clone()].char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let Some(glyph) = known.glyph(letter, next, |pair| self.first_of(face, pair)) else {
                shaped.glyphs.truncate(glyphs);
                shaped.clusters.truncate(clusters);
                return false;
            };
            let (start, first) = (bytes.start + at, shaped.glyphs.len());
            shaped.glyphs.push(glyph);
            shaped.clusters.push(Cluster {
                face,
                glyphs: first..first + 1,
                text: start..start + letter.len_utf8(),
                advance: glyph.advance as f32 / 1000.0 * face.scale(),
                level,
            });
        }
        true
    }

    /// The first glyph of one or two letters, if each has one in its place.
    fn first_of(&mut self, face: Face, letters: &str) -> Option<Glyph> {
        let drawn = self.glyphs(face, letters, Direction::LeftToRight);
        let (infos, places) = (drawn.glyph_infos(), drawn.glyph_positions());
        let plain = infos.len() == letters.chars().count()
            && infos.iter().all(|info| info.glyph_id != 0)
            && places.iter().all(|place| (place.x_offset, place.y_offset) == (0, 0));
        Some(glyph(face, infos.first()?, places.first()?)).filter(|_| plain)
    }

    fn glyphs(&mut self, face: Face, text: &str, direction: Direction) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(direction);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        buffer.guess_segment_properties();
        shape_with_plan(face.parsed(), self.plan(face, buffer.script(), direction), buffer)
    }

    fn push(&mut self, shaped: &mut Shaped, text: &str, run: Run, level: Level) -> Result<(), char> {
        let Run { face, text: bytes } = run;
        let direction = if level.is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight };
        let drawn = self.glyphs(face, &text[bytes.clone()], direction);
        let (infos, places) = (drawn.glyph_infos(), drawn.glyph_positions());
        let starts = groups(infos.iter().map(|info| bytes.start + info.cluster as usize), level.is_rtl());
        for (index, (start, drawn)) in starts.iter().enumerate() {
            let end = starts.get(index + 1).map_or(bytes.end, |(next, _)| *next).max(*start);
            let first = shaped.glyphs.len();
            for (info, place) in infos[drawn.clone()].iter().zip(&places[drawn.clone()]) {
                if info.glyph_id == 0 {
                    return Err(text[*start..end].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                shaped.glyphs.push(glyph(face, info, place));
            }
            let units: i32 = shaped.glyphs[first..].iter().map(|glyph| glyph.advance).sum();
            let advance = units as f32 / 1000.0 * face.scale();
            let glyphs = first..shaped.glyphs.len();
            let mut cluster = Cluster { face, glyphs, text: *start..end, advance, level };
            join(&mut cluster, &mut shaped.glyphs, text);
            shaped.clusters.push(cluster);
        }
        Ok(())
    }

    fn plan(&mut self, face: Face, of: Script, direction: Direction) -> &ShapePlan {
        let known = self.plans.iter().position(|(f, s, d, _)| (*f, *s, *d) == (face, of, direction));
        let index = known.unwrap_or_else(|| {
            // Letters of Arabic are joined by ligatures that the language requires (`rlig`), never by these.
            let features = OFF.map(|tag| Feature::new(Tag::from_bytes(tag), 0, ..));
            let named = (of != script::UNKNOWN).then_some(of);
            let plan = ShapePlan::new(face.parsed(), direction, named, None, &features);
            self.plans.push((face, of, direction, plan));
            self.plans.len() - 1
        });
        &self.plans[index].3
    }
}

fn glyph(face: Face, info: &GlyphInfo, place: &GlyphPosition) -> Glyph {
    Glyph {
        id: u16::try_from(info.glyph_id).unwrap_or_default(),
        advance: face.thousandths(place.x_advance),
        dx: face.thousandths(place.x_offset),
        dy: face.thousandths(place.y_offset),
    }
}

/// Where each cluster starts in the text, in reading order, and which glyphs draw it.
fn groups(starts: impl Iterator<Item = usize>, rtl: bool) -> Vec<(usize, Range<usize>)> {
    let mut groups: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, start) in starts.enumerate() {
        match groups.last_mut() {
            Some((last, drawn)) if *last == start => drawn.end = at + 1,
            _ => groups.push((start, at..at + 1)),
        }
    }
    if rtl {
        groups.reverse();
    }
    groups
}

/// The level at the start of `bytes`, and how far it goes.
fn stretch(levels: &[Level], bytes: Range<usize>) -> (Level, usize) {
    let level = levels.get(bytes.start).copied().unwrap_or(Level::ltr());
    let same = levels[bytes.clone()].iter().take_while(|other| **other == level).count();
    (level, bytes.start + same.max(1))
}

/// Letters written from right to left: Hebrew, Arabic and their kin, and their forms for old printers.
pub(super) fn runs_leftwards(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
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
    if matches!(cluster.face, Face::Fallback | Face::FallbackBold)
        && cluster.glyphs.len() > 1
        && let Some(own) = cluster.face.parsed().glyph_index(only)
    {
        let advance = cluster.face.width(own.0);
        glyphs[cluster.glyphs.start] = Glyph { id: own.0, advance, dx: 0, dy: 0 };
        cluster.glyphs.end = cluster.glyphs.start + 1;
        cluster.advance = advance as f32 / 1000.0 * cluster.face.scale();
    }
}

#[cfg(test)]
mod tests;
