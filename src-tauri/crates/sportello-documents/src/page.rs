//! Marks on pages. Lengths are points (1/72 inch) from the top left corner of the page, right and down; the writer
//! turns them over. No text is broken here and no page is turned.

use std::rc::Rc;

use crate::{codes::Modules, picture::Picture, text::Line, tree::Element};

/// Millimetres in points.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// How large a page is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Size {
    /// In points.
    pub(crate) width: f32,
    /// In points.
    pub(crate) height: f32,
}

impl Size {
    /// 210 × 297 mm.
    pub(crate) const A4: Self = Self { width: mm(210.0), height: mm(297.0) };
    /// 297 × 420 mm.
    pub(crate) const A3: Self = Self { width: mm(297.0), height: mm(420.0) };
    /// A label for a protocol stamp.
    pub(crate) const LABEL: Self = Self { width: mm(62.0), height: mm(29.0) };

    /// Turned on its side.
    pub(crate) const fn landscape(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// The inks of a paper that leaves any office printer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Ink {
    /// The text.
    Black,
    /// What goes with the text; 7:1 on white, so that everybody can read it.
    Grey,
    /// Hairlines between rows.
    Pale,
    /// The colour of the house, or of a picture.
    Rgb([u8; 3]),
}

/// A page, in the order it is read.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// How large it is.
    pub(crate) size: Size,
    /// What is on it.
    pub(crate) marks: Vec<Mark>,
    /// What stands where.
    pub(crate) places: Vec<Place>,
}

/// Where a field of the data stands; lengths as for marks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    /// The field.
    pub(crate) field: String,
    /// Left, top, width, height.
    pub(crate) area: Area,
    /// What it says.
    pub(crate) text: String,
}

/// A box, from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Area {
    /// Left.
    pub(crate) x: f32,
    /// Top.
    pub(crate) y: f32,
    /// Width.
    pub(crate) width: f32,
    /// Height.
    pub(crate) height: f32,
}

impl Area {
    /// The smallest box around both.
    pub(crate) fn around(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.width).max(other.x + other.width);
        let foot = (self.y + self.height).max(other.y + other.height);
        Self { x, y, width: right - x, height: foot - y }
    }

    fn moved(self, dx: f32, dy: f32) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }
}

/// What a mark belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// An element of the structure: a screen reader reads it.
    Element(Element),
    /// Nothing: it only adorns, or has been read before.
    Nothing,
    /// The foot of the page.
    Foot,
}

/// One thing on a page.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// What it belongs to.
    pub(crate) owner: Owner,
    /// How it is drawn.
    pub(crate) shape: Shape,
}

/// How a mark is drawn.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// A line of text, from its left end on the baseline.
    Text {
        /// Left end.
        x: f32,
        /// Baseline.
        y: f32,
        /// The words.
        line: Line,
    },
    /// A filled box; a rule is a thin one.
    Bar {
        /// Where.
        area: Area,
        /// Ink.
        ink: Ink,
    },
    /// The outline of a box.
    Frame {
        /// Where.
        area: Area,
        /// Thickness of the outline.
        thickness: f32,
        /// Ink.
        ink: Ink,
    },
    /// A stroke from point to point.
    Stroke {
        /// The points.
        points: Vec<(f32, f32)>,
        /// Thickness.
        thickness: f32,
        /// Ink.
        ink: Ink,
    },
    /// A code to be read by a machine.
    Code {
        /// Where; its height is that of its bars.
        area: Area,
        /// Its dark cells.
        modules: Rc<Modules>,
    },
    /// A picture.
    Picture {
        /// Where.
        area: Area,
        /// What.
        picture: Rc<Picture>,
    },
}

impl Mark {
    /// What only adorns.
    pub(crate) fn artifact(shape: Shape) -> Self {
        Self { owner: Owner::Nothing, shape }
    }

    /// A level line, `thickness` thick, whose middle is at `y`.
    pub(crate) fn rule(x: f32, y: f32, width: f32, thickness: f32, ink: Ink) -> Self {
        let area = Area { x, y: y - thickness / 2.0, width, height: thickness };
        Self::artifact(Shape::Bar { area, ink })
    }

    /// A line of text.
    pub(crate) fn text(owner: Owner, x: f32, y: f32, line: Line) -> Self {
        Self { owner, shape: Shape::Text { x, y, line } }
    }

    /// The same, elsewhere.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self.shape {
            Shape::Text { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Shape::Bar { area, .. }
            | Shape::Frame { area, .. }
            | Shape::Code { area, .. }
            | Shape::Picture { area, .. } => *area = area.moved(dx, dy),
            Shape::Stroke { points, .. } => {
                for (x, y) in points {
                    *x += dx;
                    *y += dy;
                }
            }
        }
        self
    }
}

impl Place {
    /// The same, elsewhere.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        self.area = self.area.moved(dx, dy);
        self
    }
}

impl Page {
    /// An empty page.
    pub(crate) fn new(size: Size) -> Self {
        Self { size, marks: Vec::new(), places: Vec::new() }
    }
}
