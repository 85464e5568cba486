//! Parts of a form: letters in boxes, ticks. What is drawn is not what a screen reader can read, so each field says itself.

use super::styles::{LABEL, VALUE};
use crate::{
    DocumentFault,
    fonts::Face,
    page::{Area, Ink, Mark, Owner, Shape, mm},
    sheet::Sheet,
    stack::Strip,
    text::Style,
    tree::{Field, FieldValue, Role, Tree},
};

/// A value with a box for each letter: a tax code.
pub(crate) struct Comb<'a> {
    /// What it is.
    pub(crate) label: &'a str,
    /// Its letters.
    pub(crate) value: &'a str,
    /// How many boxes.
    pub(crate) boxes: usize,
    /// The field of the data.
    pub(crate) field: &'static str,
}

/// A box with a tick, or without one.
pub(crate) struct Check<'a> {
    /// What is true when it is ticked.
    pub(crate) label: &'a str,
    /// Whether it is.
    pub(crate) ticked: bool,
    /// Whether more is to be written beside it, by hand.
    pub(crate) asks: bool,
    /// The field of the data.
    pub(crate) field: &'static str,
}

/// Side of a box for a letter.
const LETTER: Style = Style::new(Face::Mono, 11.0, 15.0);
/// Side of a box for a letter.
const BOX: f32 = mm(6.0);
/// Side of a box for a tick.
const TICK: f32 = mm(3.6);

impl Sheet<'_> {
    /// A label over a row of boxes.
    pub(crate) fn comb(&mut self, comb: &Comb<'_>) -> Result<(), DocumentFault> {
        let letters: Vec<String> = comb.value.trim().chars().map(String::from).collect();
        let side = BOX.min(self.measure / comb.boxes.max(1) as f32);
        if letters.len() > comb.boxes {
            return Err(DocumentFault::DoesNotFit { field: comb.field });
        }
        let field =
            Field { label: comb.label.to_owned(), value: FieldValue::Text(comb.value.trim().to_owned()) };
        let element = self.tree.element(Role::Field(field), Tree::DOCUMENT);
        let label = self.setter.fold(comb.label, LABEL, self.measure, "label")?;
        let mut strip = Strip::default();
        let top = self.put(&mut strip, element, (self.left, self.measure, 0.0), &label, "");
        for index in 0..comb.boxes {
            let area = Area { x: self.left + index as f32 * side, y: top, width: side, height: BOX };
            strip.marks.push(Mark::artifact(Shape::Frame { area, thickness: 0.5, ink: Ink::Grey }));
            let Some(letter) = letters.get(index).filter(|letter| !letter.trim().is_empty()) else {
                continue;
            };
            let line = self.setter.line(letter, LETTER, comb.field)?;
            let x = area.x + (side - line.width()) / 2.0;
            let y = top + (BOX - LETTER.leading) / 2.0 + LETTER.baseline();
            strip.marks.push(Mark::text(Owner::Element(element), x, y, line));
        }
        let area = Area { x: self.left, y: top, width: side * comb.boxes as f32, height: BOX };
        self.stands(&mut strip, area, comb.value.trim(), comb.field);
        strip.height = top + BOX;
        self.push(strip);
        Ok(())
    }

    /// A box and what it stands for; after the words a line to write on, if there is room and they ask for it.
    pub(crate) fn check(&mut self, check: &Check<'_>) -> Result<(), DocumentFault> {
        let field = Field { label: check.label.trim().to_owned(), value: FieldValue::Ticked(check.ticked) };
        let element = self.tree.element(Role::Field(field), Tree::DOCUMENT);
        let indent = TICK + mm(2.5);
        let lines = self.setter.fold(check.label, VALUE, self.measure - indent, check.field)?;
        let mut strip = Strip::default();
        let y = (VALUE.leading - TICK) / 2.0;
        let area = Area { x: self.left, y, width: TICK, height: TICK };
        strip.marks.push(Mark {
            owner: Owner::Element(element),
            shape: Shape::Frame { area, thickness: 0.8, ink: Ink::Black },
        });
        if check.ticked {
            let inset = TICK * 0.22;
            for points in [
                vec![(area.x + inset, y + inset), (area.x + TICK - inset, y + TICK - inset)],
                vec![(area.x + inset, y + TICK - inset), (area.x + TICK - inset, y + inset)],
            ] {
                let shape = Shape::Stroke { points, thickness: 1.4, ink: Ink::Black };
                strip.marks.push(Mark { owner: Owner::Element(element), shape });
            }
        }
        self.put(&mut strip, element, (self.left + indent, self.measure - indent, 0.0), &lines, check.field);
        strip.height = strip.height.max(VALUE.leading);
        let words = lines.last().map_or(0.0, |line| line.width()) + indent + mm(2.0);
        if check.asks && words < self.measure * 0.7 {
            let y = strip.height - VALUE.leading + VALUE.baseline() + 2.0;
            strip.marks.push(Mark::rule(self.left + words, y, self.measure - words, 0.5, Ink::Grey));
        }
        self.push(strip);
        Ok(())
    }
}
