//! SVG: read by `usvg`, which knows neither scripts nor events, with every door to files and to the net closed. What is
//! left are filled outlines.

mod shade;

use std::sync::Arc;

use usvg::tiny_skia_path::{Path, PathSegment, Transform};
use usvg::{FillRule, Group, Node, Options, Paint, Tree};

use super::{Drawing, Outline, Point, Step};

/// Shapes a crest may have; a drawing with more is a map.
const STEPS_MAX: usize = 20_000;
/// Groups inside groups.
const DEPTH_MAX: u32 = 64;

/// Reads a drawing.
pub(super) fn read(bytes: &[u8]) -> Result<Drawing, String> {
    // A compressed drawing can grow without end, and nobody needs it to be small.
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Err("a compressed SVG".to_owned());
    }
    let text = std::str::from_utf8(bytes).map_err(|_| "neither PNG, JPEG, WebP nor SVG")?;
    if !text.contains("<svg") {
        return Err("neither PNG, JPEG, WebP nor SVG".to_owned());
    }
    if text.contains("<text") {
        return Err("a drawing with text that is not outlines".to_owned());
    }
    let image_href_resolver = usvg::ImageHrefResolver {
        resolve_data: Box::new(|_, _: Arc<Vec<u8>>, _| None),
        resolve_string: Box::new(|_, _| None),
    };
    let options = Options { image_href_resolver, ..Options::default() };
    if text.contains("<image") {
        return Err("a drawing with a picture inside".to_owned());
    }
    let tree = Tree::from_str(text, &options).map_err(|fault| fault.to_string())?;
    let size = tree.size();
    let mut reading = Reading { steps: Vec::new() };
    reading.group(tree.root(), 1.0, 0)?;
    Ok(Drawing { width: size.width(), height: size.height(), steps: reading.steps })
}

struct Reading {
    steps: Vec<Step>,
}

impl Reading {
    fn group(&mut self, group: &Group, opacity: f32, depth: u32) -> Result<(), String> {
        if depth > DEPTH_MAX || self.steps.len() > STEPS_MAX {
            return Err("a drawing of too many shapes".to_owned());
        }
        if group.mask().is_some()
            || !group.filters().is_empty()
            || group.blend_mode() != usvg::BlendMode::Normal
        {
            return Err("a drawing with masks, filters or mixed colours".to_owned());
        }
        let opacity = opacity * group.opacity().get();
        let mut clips = 0;
        let mut clip = group.clip_path();
        while let Some(path) = clip {
            let mut outline = Outline::default();
            clipping(path.root(), group.abs_transform().pre_concat(path.transform()), &mut outline)?;
            self.steps.push(Step::Clip(outline));
            clips += 1;
            clip = path.clip_path();
        }
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner, opacity, depth + 1)?,
                Node::Path(path) => self.path(path, opacity)?,
                Node::Image(_) | Node::Text(_) => {
                    return Err("a drawing with pictures or text inside".to_owned());
                }
            }
        }
        self.steps.extend((0..clips).map(|_| Step::End));
        Ok(())
    }

    fn path(&mut self, path: &usvg::Path, opacity: f32) -> Result<(), String> {
        if !path.is_visible() {
            return Ok(());
        }
        let place = path.abs_transform();
        if let Some(fill) = path.fill() {
            let even_odd = fill.rule() == FillRule::EvenOdd;
            let shape = outline(path.data(), place, even_odd);
            self.fill(shape, fill.paint(), opacity * fill.opacity().get(), place)?;
        }
        if let Some(stroke) = path.stroke() {
            let pen = stroke.to_tiny_skia();
            let dashed = pen.dash.as_ref().and_then(|dash| path.data().dash(dash, 1.0));
            let line = dashed.as_ref().unwrap_or(path.data());
            if let Some(drawn) = line.stroke(&pen, 8.0) {
                let opacity = opacity * stroke.opacity().get();
                self.fill(outline(&drawn, place, false), stroke.paint(), opacity, place)?;
            }
        }
        Ok(())
    }

    fn fill(&mut self, shape: Outline, paint: &Paint, opacity: f32, place: Transform) -> Result<(), String> {
        match paint {
            Paint::Color(colour) => self.steps.push(Step::Fill(shape, on_white(*colour, opacity))),
            shade => self.steps.extend(shade::shaded(shape, shade, opacity, place)?),
        }
        Ok(())
    }
}

/// A colour as it looks on white paper.
fn on_white(colour: usvg::Color, opacity: f32) -> [u8; 3] {
    let part = |part: u8| (f32::from(part) * opacity + 255.0 * (1.0 - opacity)).round().clamp(0.0, 255.0);
    // In range by the clamp.
    [colour.red, colour.green, colour.blue].map(|colour| part(colour) as u8)
}

fn clipping(group: &Group, place: Transform, into: &mut Outline) -> Result<(), String> {
    if group.clip_path().is_some() {
        return Err("a drawing with clips inside of clips".to_owned());
    }
    for node in group.children() {
        match node {
            Node::Path(path) => {
                into.even_odd |= path.fill().is_some_and(|fill| fill.rule() == FillRule::EvenOdd);
                let own = place.pre_concat(path.abs_transform());
                into.points.extend(outline(path.data(), own, false).points);
            }
            Node::Group(inner) => clipping(inner, place, into)?,
            _ => return Err("a drawing clipped by text".to_owned()),
        }
    }
    Ok(())
}

/// An outline in the coordinates of the drawing; quadratic curves as the cubic ones PDF has.
fn outline(path: &Path, place: Transform, even_odd: bool) -> Outline {
    let mut points = Vec::new();
    let mut last = [0.0, 0.0];
    let placed = path.clone().transform(place);
    for segment in placed.iter().flat_map(Path::segments) {
        points.push(match segment {
            PathSegment::MoveTo(to) => {
                last = [to.x, to.y];
                Point::Move(last)
            }
            PathSegment::LineTo(to) => {
                last = [to.x, to.y];
                Point::Line(last)
            }
            PathSegment::QuadTo(handle, to) => {
                let two_thirds = |from: f32, handle: f32| from + (handle - from) * 2.0 / 3.0;
                let curve = [
                    two_thirds(last[0], handle.x),
                    two_thirds(last[1], handle.y),
                    two_thirds(to.x, handle.x),
                    two_thirds(to.y, handle.y),
                    to.x,
                    to.y,
                ];
                last = [to.x, to.y];
                Point::Curve(curve)
            }
            PathSegment::CubicTo(first, second, to) => {
                last = [to.x, to.y];
                Point::Curve([first.x, first.y, second.x, second.y, to.x, to.y])
            }
            PathSegment::Close => Point::Close,
        });
    }
    Outline { points, even_odd }
}
