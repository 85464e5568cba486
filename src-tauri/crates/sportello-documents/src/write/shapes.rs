//! Boxes, strokes, codes and pictures as operators.

use printpdf::{DictItem, Op};

use super::{pen, short};
use crate::{
    codes::Modules,
    page::{Area, Ink},
    picture::{Drawing, Outline, Picture, Point, Step},
};

/// An operator with its numbers.
pub(super) fn operator(key: &str, numbers: &[f32], ops: &mut Vec<Op>) {
    let value = numbers.iter().map(|number| number_item(*number)).collect();
    ops.push(Op::Unknown { key: key.to_owned(), value });
}

/// Whole numbers without a point: three bytes fewer each.
fn number_item(number: f32) -> DictItem {
    if number.fract() == 0.0 && number.abs() < 1e6 {
        DictItem::Int(number as i64)
    } else {
        DictItem::Real(number)
    }
}

/// A box as a path.
pub(super) fn rectangle(area: Area, height: f32, ops: &mut Vec<Op>) {
    let y = height - area.y - area.height;
    operator("re", &[short(area.x).0, short(y).0, short(area.width).0, short(area.height).0], ops);
}

/// A line from point to point.
pub(super) fn stroke(points: &[(f32, f32)], height: f32, ops: &mut Vec<Op>) {
    for (index, (x, y)) in points.iter().enumerate() {
        operator(if index == 0 { "m" } else { "l" }, &[short(*x).0, short(height - y).0], ops);
    }
    operator("S", &[], ops);
}

/// The cells of a code: one matrix to the unit of a cell, then whole numbers.
pub(super) fn code(area: Area, modules: &Modules, height: f32, ops: &mut Vec<Op>) {
    let across = area.width / modules.width as f32;
    let down = area.height / modules.height as f32;
    operator("q", &[], ops);
    operator("cm", &[across, 0.0, 0.0, -down, short(area.x).0, short(height - area.y).0], ops);
    for [x, y, length, tall] in &modules.dark {
        operator("re", &[*x as f32, *y as f32, *length as f32, *tall as f32], ops);
    }
    operator("f", &[], ops);
    operator("Q", &[], ops);
}

/// A picture in its box.
pub(super) fn picture(area: Area, picture: &Picture, name: &str, height: f32, ops: &mut Vec<Op>) {
    let foot = height - area.y - area.height;
    operator("q", &[], ops);
    match picture {
        Picture::Pixels(pixels) => {
            operator("cm", &[area.width, 0.0, 0.0, area.height, area.x, foot], ops);
            if pixels.turn.matrix() != [1.0, 0.0, 0.0, 1.0, 0.0, 0.0] {
                operator("cm", &pixels.turn.matrix(), ops);
            }
            ops.push(Op::Unknown {
                key: "Do".to_owned(),
                value: vec![DictItem::Name(name.as_bytes().to_vec())],
            });
        }
        Picture::Drawing(drawing) => {
            let (across, down) = (area.width / drawing.width, area.height / drawing.height);
            operator("cm", &[across, 0.0, 0.0, -down, area.x, height - area.y], ops);
            draw(drawing, ops);
        }
    }
    operator("Q", &[], ops);
}

fn draw(drawing: &Drawing, ops: &mut Vec<Op>) {
    let frame = [0.0, 0.0, drawing.width, drawing.height];
    operator("re", &frame, ops);
    operator("W", &[], ops);
    operator("n", &[], ops);
    for step in &drawing.steps {
        match step {
            Step::Fill(shape, colour) => {
                ops.push(Op::SetFillColor { col: pen::colour(Ink::Rgb(*colour)) });
                outline(shape, ops);
                operator(if shape.even_odd { "f*" } else { "f" }, &[], ops);
            }
            Step::Clip(shape) => {
                operator("q", &[], ops);
                outline(shape, ops);
                operator(if shape.even_odd { "W*" } else { "W" }, &[], ops);
                operator("n", &[], ops);
            }
            Step::End => operator("Q", &[], ops),
        }
    }
}

fn outline(shape: &Outline, ops: &mut Vec<Op>) {
    let fine = |number: f32| (number * 1000.0).round() / 1000.0;
    for point in &shape.points {
        match point {
            Point::Move(to) => operator("m", &to.map(fine), ops),
            Point::Line(to) => operator("l", &to.map(fine), ops),
            Point::Curve(by) => operator("c", &by.map(fine), ops),
            Point::Close => operator("h", &[], ops),
        }
    }
}
