//! What draws on a page: it knows which font and colour are in force, and never writes text outside of a text object.

use printpdf::{Color, DictItem, Greyscale, Op, Rgb, TextMatrix};

use super::{repertoire::Repertoire, run, shapes, short};
use crate::{
    fonts::Face,
    page::{Ink, Shape},
};

/// The operators of a page, and the state they leave.
pub(super) struct Pen<'a> {
    ops: Vec<Op>,
    height: f32,
    repertoire: &'a mut Repertoire,
    in_text: bool,
    state: State,
}

/// What the operators before have left in force.
#[derive(Default)]
pub(super) struct State {
    /// Face and size.
    pub(super) font: Option<(Face, f32)>,
    /// The colour of what is filled: letters too.
    pub(super) ink: Option<Ink>,
}

impl<'a> Pen<'a> {
    /// A pen on an empty page.
    pub(super) fn new(height: f32, repertoire: &'a mut Repertoire) -> Self {
        Self { ops: Vec::new(), height, repertoire, in_text: false, state: State::default() }
    }

    /// The operators.
    pub(super) fn into_ops(mut self) -> Vec<Op> {
        self.text(false);
        self.ops
    }

    /// What follows belongs to the element this number stands for.
    pub(super) fn begin(&mut self, tag: &str, number: usize) {
        let number = DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX));
        self.begin_with(tag, [("MCID".to_owned(), number)].into());
    }

    /// What follows only adorns.
    pub(super) fn begin_artifact(&mut self) {
        self.text(false);
        self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
    }

    /// What follows is the foot of the page.
    pub(super) fn begin_foot(&mut self) {
        let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let kind = [("Type".to_owned(), name("Pagination")), ("Subtype".to_owned(), name("Footer"))];
        self.begin_with("Artifact", kind.into());
    }

    fn begin_with(&mut self, tag: &str, map: std::collections::BTreeMap<String, DictItem>) {
        // Begun outside of a text object it may hold text and drawings.
        self.text(false);
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    /// Ends what was begun last.
    pub(super) fn end(&mut self) {
        self.text(false);
        self.ops.push(Op::EndMarkedContent);
    }

    /// Draws a mark. When others `follow` in its element, the blank a line ended at is written too: it is not seen, but
    /// without it the last word of a line and the first of the next are heard as one.
    pub(super) fn draw(&mut self, shape: &Shape, follow: bool) {
        match shape {
            Shape::Text { x, y, line } => {
                self.text(true);
                let place = TextMatrix::Translate(short(*x), short(self.height - y));
                self.ops.push(Op::SetTextMatrix { matrix: place });
                let blank = follow && line.ends_word();
                run::write(line, blank, self.repertoire, &mut self.state, &mut self.ops);
            }
            Shape::Bar { area, ink } => {
                self.text(false);
                self.state.fill(*ink, &mut self.ops);
                shapes::rectangle(*area, self.height, &mut self.ops);
                shapes::operator("f", &[], &mut self.ops);
            }
            Shape::Frame { area, thickness, ink } => {
                self.text(false);
                self.ops.push(Op::SetOutlineColor { col: colour(*ink) });
                self.ops.push(Op::SetOutlineThickness { pt: short(*thickness) });
                shapes::rectangle(*area, self.height, &mut self.ops);
                shapes::operator("S", &[], &mut self.ops);
            }
            Shape::Stroke { points, thickness, ink } => {
                self.text(false);
                self.ops.push(Op::SetOutlineColor { col: colour(*ink) });
                self.ops.push(Op::SetOutlineThickness { pt: short(*thickness) });
                shapes::stroke(points, self.height, &mut self.ops);
            }
            Shape::Code { area, modules } => {
                self.text(false);
                self.state.fill(Ink::Black, &mut self.ops);
                shapes::code(*area, modules, self.height, &mut self.ops);
            }
            Shape::Picture { area, picture } => {
                self.text(false);
                let name = self.repertoire.picture(picture);
                shapes::picture(*area, picture, &name, self.height, &mut self.ops);
            }
        }
    }

    fn text(&mut self, wanted: bool) {
        if wanted != self.in_text {
            self.ops.push(if wanted { Op::StartTextSection } else { Op::EndTextSection });
            self.in_text = wanted;
        }
    }
}

impl State {
    /// What is filled from here on is in this ink.
    pub(super) fn fill(&mut self, ink: Ink, ops: &mut Vec<Op>) {
        if self.ink.replace(ink) != Some(ink) {
            ops.push(Op::SetFillColor { col: colour(ink) });
        }
    }
}

pub(super) fn colour(ink: Ink) -> Color {
    let grey = |percent| Color::Greyscale(Greyscale { percent, icc_profile: None });
    match ink {
        Ink::Black => grey(0.0),
        Ink::Grey => grey(0.34),
        Ink::Pale => grey(0.78),
        Ink::Rgb(parts) => {
            let [r, g, b] = parts.map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
            Color::Rgb(Rgb { r, g, b, icc_profile: None })
        }
    }
}
