//! Pictures: what is drawn is all that goes in. A photograph says neither where nor when it was taken, a drawing runs
//! nothing and fetches nothing. Colours see-through are mixed with the white of the paper, so that every printer and
//! every rule of archiving can take them.

mod jpeg;
mod pixels;
mod svg;

use crate::DocumentFault;

/// The largest file, in bytes.
const BYTES_MAX: usize = 8 * 1024 * 1024;
/// The most pixels: an A4 page at 600 dots to the inch has 35 million.
const PIXELS_MAX: u64 = 40_000_000;

/// A picture, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Picture {
    /// A grid of colours.
    Pixels(Pixels),
    /// Shapes.
    Drawing(Drawing),
}

/// A grid of colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pixels {
    /// Pixels across, as stored.
    pub(crate) width: u32,
    /// Pixels down, as stored.
    pub(crate) height: u32,
    /// Whether each pixel is a grey and not a colour.
    pub(crate) grey: bool,
    /// The pixels, or a JPEG of them.
    pub(crate) data: Vec<u8>,
    /// Whether the data is a JPEG.
    pub(crate) jpeg: bool,
    /// How the camera was held.
    pub(crate) turn: Turn,
}

/// How a stored picture is turned to stand upright: the eight values of Exif.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn(pub(crate) u8);

impl Turn {
    /// As it is stored.
    pub(crate) const NONE: Self = Self(1);

    /// Whether width and height change places.
    pub(crate) fn lies(self) -> bool {
        self.0 >= 5
    }

    /// The matrix that puts the stored picture, one unit wide and high with its origin at the lower left, upright in the
    /// same unit.
    pub(crate) fn matrix(self) -> [f32; 6] {
        match self.0 {
            2 => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
            3 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
            4 => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
            5 => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
            6 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
            7 => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
            8 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
            _ => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        }
    }
}

/// Shapes, in a box whose y goes down.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawing {
    /// How wide the box is.
    pub(crate) width: f32,
    /// How high it is.
    pub(crate) height: f32,
    /// What to draw, in order.
    pub(crate) steps: Vec<Step>,
}

/// A step of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    /// Fill a shape.
    Fill(Outline, [u8; 3]),
    /// From here to the matching [`Step::End`] draw inside of a shape only.
    Clip(Outline),
    /// Ends a clip.
    End,
}

/// The outline of a shape.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Outline {
    /// Moves, lines and curves.
    pub(crate) points: Vec<Point>,
    /// Whether what lies between two lines is outside.
    pub(crate) even_odd: bool,
}

/// A piece of an outline, as PDF draws it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Point {
    /// Begin here.
    Move([f32; 2]),
    /// A straight line to here.
    Line([f32; 2]),
    /// A curve by two handles to here.
    Curve([f32; 6]),
    /// Back to the beginning.
    Close,
}

impl Picture {
    /// Reads a PNG, JPEG, WebP or SVG file.
    ///
    /// # Errors
    /// [`DocumentFault::Picture`]: another kind of file, too large, damaged, or with what paper cannot show.
    pub(crate) fn read(bytes: &[u8], field: &'static str) -> Result<Self, DocumentFault> {
        let fault = |reason: &str| DocumentFault::Picture { field, reason: reason.to_owned() };
        if bytes.len() > BYTES_MAX {
            return Err(fault("more than 8 MiB"));
        }
        let read = match bytes {
            [0xff, 0xd8, ..] => jpeg::read(bytes).map(Self::Pixels),
            [0x89, b'P', b'N', b'G', ..] => pixels::png(bytes).map(Self::Pixels),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                pixels::webp(bytes).map(Self::Pixels)
            }
            _ => svg::read(bytes).map(Self::Drawing),
        };
        read.map_err(|reason| fault(&reason))
    }

    /// Width for each unit of height, as it is seen.
    pub(crate) fn proportion(&self) -> f32 {
        match self {
            Self::Pixels(pixels) if pixels.turn.lies() => pixels.height as f32 / pixels.width as f32,
            Self::Pixels(pixels) => pixels.width as f32 / pixels.height as f32,
            Self::Drawing(drawing) => drawing.width / drawing.height,
        }
    }
}

/// Refuses what would fill the memory before a pixel of it is read.
fn measured(width: u32, height: u32) -> Result<(), String> {
    if width == 0 || height == 0 {
        return Err("without pixels".to_owned());
    }
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(format!("{width} × {height} pixels, more than 40 million"));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
