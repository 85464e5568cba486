//! Shaded colours as flat ones laid over each other, each a little further in than the one before: every printer draws
//! them, PDF/A-1 allows them, and between two of them there is no gap to see.

use usvg::tiny_skia_path::{PathBuilder, Point, Transform};
use usvg::{Paint, SpreadMethod, Stop};

use super::{on_white, outline};
use crate::picture::{self, Outline, Step};

/// Flat colours to a shade at most; the eye sees no step between them.
const FLATS_MAX: u8 = 64;

/// The part of a shape that lies beyond a place of its shade.
type Beyond = Box<dyn Fn(f32) -> Option<Outline>>;

/// The steps that fill an outline with a shade.
pub(super) fn shaded(
    shape: Outline,
    paint: &Paint,
    opacity: f32,
    place: Transform,
) -> Result<Vec<Step>, String> {
    let frame = Frame::of(&shape);
    let (base, beyond): (&usvg::BaseGradient, Beyond) = match paint {
        Paint::LinearGradient(line) => {
            let ends = [(line.x1(), line.y1()), (line.x2(), line.y2())];
            let whole = place.pre_concat(line.transform());
            (line, Box::new(move |at| half_plane(ends, at, whole, frame)))
        }
        Paint::RadialGradient(ring) => {
            let (focus, centre, radius) = ((ring.fx(), ring.fy()), (ring.cx(), ring.cy()), ring.r().get());
            let whole = place.pre_concat(ring.transform());
            (ring, Box::new(move |at| circle(focus, centre, radius * at, at, whole)))
        }
        Paint::Color(_) | Paint::Pattern(_) => {
            return Err("a drawing with patterns: save it as PNG".to_owned());
        }
    };
    if base.spread_method() != SpreadMethod::Pad {
        return Err("a drawing with repeated shades: save it as PNG".to_owned());
    }
    let (first, last) = match base.stops() {
        [] => return Ok(Vec::new()),
        [first, .., last] => (first, last),
        [only] => (only, only),
    };
    // A ring is laid from its rim inwards, a line from its beginning.
    let inwards = matches!(paint, Paint::RadialGradient(_));
    let ground = if inwards { last } else { first };
    let mut steps = vec![Step::Clip(shape.clone()), Step::Fill(shape, flat(ground, opacity))];
    for at in flats(base.stops(), inwards) {
        if let Some(part) = beyond(at) {
            steps.push(Step::Fill(part, colour_at(base.stops(), at, inwards, opacity)));
        }
    }
    steps.push(Step::End);
    Ok(steps)
}

/// Where each flat colour begins, in the order they are laid: as many between two stops as their colours differ.
fn flats(stops: &[Stop], inwards: bool) -> Vec<f32> {
    let mut places = Vec::new();
    for pair in stops.windows(2) {
        let [left, right] = pair else { continue };
        let (from, to) = (left.offset().get(), right.offset().get());
        let (a, b) = (flat(left, 1.0), flat(right, 1.0));
        let count = a.iter().zip(b).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0).clamp(1, FLATS_MAX);
        let part = |number: u8| from + (to - from) * f32::from(number) / f32::from(count);
        places.extend((0..count).map(|number| part(number + u8::from(inwards))));
    }
    if inwards {
        places.reverse();
    } else if let Some(last) = stops.last() {
        places.push(last.offset().get());
    }
    places
}

/// The colour that is laid from a place on: that of the middle of its stretch would be no truer to the eye.
fn colour_at(stops: &[Stop], at: f32, inwards: bool, opacity: f32) -> [u8; 3] {
    // Of two stops at one place the later counts for what comes after it.
    let after = |stop: &&Stop| if inwards { stop.offset().get() >= at } else { stop.offset().get() > at };
    let Some(right) = stops.iter().position(|stop| after(&stop)) else {
        return stops.last().map_or([0; 3], |stop| flat(stop, opacity));
    };
    let (left, right) = (&stops[right.saturating_sub(1)], &stops[right]);
    let (from, to) = (left.offset().get(), right.offset().get());
    let part = if to > from { ((at - from) / (to - from)).clamp(0.0, 1.0) } else { 1.0 };
    let (a, b) = (flat(left, opacity), flat(right, opacity));
    let mix = |index: usize| f32::from(a[index]) + (f32::from(b[index]) - f32::from(a[index])) * part;
    // In range, between two that are.
    [mix(0), mix(1), mix(2)].map(|part| part.round() as u8)
}

fn flat(stop: &Stop, opacity: f32) -> [u8; 3] {
    on_white(stop.color(), stop.opacity().get() * opacity)
}

/// What a shape takes up: its middle, and a length no point of it is farther from there.
#[derive(Clone, Copy)]
struct Frame {
    middle: (f32, f32),
    reach: f32,
}

impl Frame {
    fn of(shape: &Outline) -> Self {
        let (mut least, mut most) = ([f32::MAX; 2], [f32::MIN; 2]);
        for point in &shape.points {
            let numbers: &[f32] = match point {
                picture::Point::Move(to) | picture::Point::Line(to) => to,
                picture::Point::Curve(by) => by,
                picture::Point::Close => &[],
            };
            for (index, number) in numbers.iter().enumerate() {
                least[index % 2] = least[index % 2].min(*number);
                most[index % 2] = most[index % 2].max(*number);
            }
        }
        let [width, height] = [most[0] - least[0], most[1] - least[1]];
        let middle = (least[0] + width / 2.0, least[1] + height / 2.0);
        Self { middle, reach: width.hypot(height) / 2.0 + 1.0 }
    }
}

/// All of the frame that is farther along the line than `at`. Not more: PDF/A-1 knows no number over 32,767.
fn half_plane([from, to]: [(f32, f32); 2], at: f32, whole: Transform, frame: Frame) -> Option<Outline> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (x, y) = (from.0 + dx * at, from.1 + dy * at);
    let mapped = |x: f32, y: f32| {
        let mut point = Point::from_xy(x, y);
        whole.map_point(&mut point);
        (point.x, point.y)
    };
    // What is at a right angle to the line may not be so any more when it is mapped; the edge is what is mapped.
    let (edge, along, ahead) = (mapped(x, y), mapped(x - dy, y + dx), mapped(x + dx, y + dy));
    let (ux, uy) = (along.0 - edge.0, along.1 - edge.1);
    let length = ux.hypot(uy);
    let (ux, uy) = (ux / length, uy / length);
    let forward = if (ahead.0 - edge.0) * -uy + (ahead.1 - edge.1) * ux >= 0.0 { 1.0 } else { -1.0 };
    let (nx, ny) = (-uy * forward, ux * forward);
    let depth = (frame.middle.0 - edge.0) * nx + (frame.middle.1 - edge.1) * ny;
    if !length.is_normal() || depth < -frame.reach {
        return None;
    }
    let back = depth.min(frame.reach);
    let corner = |side: f32, forth: f32| {
        [
            frame.middle.0 + ux * side * frame.reach + nx * forth,
            frame.middle.1 + uy * side * frame.reach + ny * forth,
        ]
    };
    let points = vec![
        picture::Point::Move(corner(-1.0, -back)),
        picture::Point::Line(corner(1.0, -back)),
        picture::Point::Line(corner(1.0, frame.reach)),
        picture::Point::Line(corner(-1.0, frame.reach)),
        picture::Point::Close,
    ];
    Some(Outline { points, even_odd: false })
}

/// All that is nearer to the focus than the ring at `at`.
fn circle(focus: (f32, f32), centre: (f32, f32), radius: f32, at: f32, whole: Transform) -> Option<Outline> {
    let x = focus.0 + (centre.0 - focus.0) * at;
    let y = focus.1 + (centre.1 - focus.1) * at;
    Some(outline(&PathBuilder::from_circle(x, y, radius)?, whole, false))
}
