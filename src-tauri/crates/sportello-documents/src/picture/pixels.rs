//! PNG and WebP: decoded, laid on white, and stored as plain pixels.

use std::io::Cursor;

use super::{Pixels, Turn, measured};

/// Memory a decoder may take: forty million pixels of four bytes, and its own tables.
const MEMORY: usize = 256 * 1024 * 1024;

/// Decodes a PNG.
pub(super) fn png(bytes: &[u8]) -> Result<Pixels, String> {
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: MEMORY });
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|fault| fault.to_string())?;
    let (width, height) = reader.info().size();
    measured(width, height)?;
    let mut buffer = vec![0; reader.output_buffer_size().ok_or("a PNG too large")?];
    let frame = reader.next_frame(&mut buffer).map_err(|fault| fault.to_string())?;
    buffer.truncate(frame.buffer_size());
    let (grey, data) = match frame.color_type {
        png::ColorType::Grayscale => (true, buffer),
        png::ColorType::GrayscaleAlpha => (true, on_white::<2>(&buffer)),
        png::ColorType::Rgb => (false, buffer),
        png::ColorType::Rgba => (false, on_white::<4>(&buffer)),
        png::ColorType::Indexed => return Err("a PNG whose palette cannot be read".to_owned()),
    };
    Ok(Pixels { width, height, grey, data, jpeg: false, turn: Turn::NONE })
}

/// Decodes a WebP that does not move.
pub(super) fn webp(bytes: &[u8]) -> Result<Pixels, String> {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(bytes)).map_err(|fault| fault.to_string())?;
    decoder.set_memory_limit(MEMORY);
    let (width, height) = decoder.dimensions();
    measured(width, height)?;
    if decoder.is_animated() {
        return Err("a WebP that moves".to_owned());
    }
    let mut buffer = vec![0; decoder.output_buffer_size().ok_or("a WebP too large")?];
    decoder.read_image(&mut buffer).map_err(|fault| fault.to_string())?;
    let data = if decoder.has_alpha() { on_white::<4>(&buffer) } else { buffer };
    Ok(Pixels { width, height, grey: false, data, jpeg: false, turn: Turn::NONE })
}

/// Pixels of `N` bytes, the last of which says how much of the paper they hide, as pixels without it.
fn on_white<const N: usize>(pixels: &[u8]) -> Vec<u8> {
    let (whole, _) = pixels.as_chunks::<N>();
    let mut flat = Vec::with_capacity(whole.len() * (N - 1));
    for pixel in whole {
        let alpha = u32::from(pixel[N - 1]);
        flat.extend(pixel[..N - 1].iter().map(|colour| mixed(u32::from(*colour), alpha)));
    }
    flat
}

fn mixed(colour: u32, alpha: u32) -> u8 {
    u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255)
}
