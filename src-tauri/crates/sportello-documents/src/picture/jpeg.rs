//! JPEG: its own data goes into the paper untouched, without the segments a camera writes about itself.

use sportello_domain::paper::{FileType, without_traces};

use super::{Pixels, Turn, measured};

/// Reads what a page needs to know.
pub(super) fn read(bytes: &[u8]) -> Result<Pixels, String> {
    let turn = Turn(orientation(bytes).unwrap_or(1));
    let data = without_orientation(without_traces(FileType::Jpeg, bytes));
    let frame = frame(&data).ok_or("a damaged JPEG")?;
    measured(frame.width, frame.height)?;
    if frame.bits != 8 {
        return Err(format!("a JPEG of {} bits", frame.bits));
    }
    let grey = match frame.colours {
        1 => true,
        3 => false,
        4 => return Err("a JPEG in the four inks of a press (CMYK)".to_owned()),
        other => return Err(format!("a JPEG of {other} colours")),
    };
    Ok(Pixels { width: frame.width, height: frame.height, grey, data, jpeg: true, turn })
}

/// A copy that leaves the desk still says how it was held, in an Exif of its own. Here the page turns the picture, and a
/// reader that turned it too would turn it twice.
fn without_orientation(bytes: Vec<u8>) -> Vec<u8> {
    const EXIF: u8 = 0xe1;
    let mut copy = vec![0xff, 0xd8];
    let mut at = copy.len();
    for (marker, content) in segments(&bytes) {
        let end = at + 4 + content.len();
        if marker != EXIF {
            copy.extend_from_slice(&bytes[at..end]);
        }
        at = end;
    }
    copy.extend_from_slice(&bytes[at.min(bytes.len())..]);
    copy
}

struct Frame {
    bits: u8,
    width: u32,
    height: u32,
    colours: u8,
}

/// Segments up to the data: marker and content, the two bytes of length left out.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut at = 2;
    std::iter::from_fn(move || {
        let marker = *bytes.get(at + 1).filter(|_| bytes[at] == 0xff)?;
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        let content = bytes.get(at + 4..at + 2 + length)?;
        at += 2 + length;
        (marker != 0xda).then_some((marker, content))
    })
}

/// Baseline, extended and progressive: what a PDF reader decodes. Lossless and arithmetic frames have other markers.
fn frame(bytes: &[u8]) -> Option<Frame> {
    let (_, content) = segments(bytes).find(|(marker, _)| matches!(marker, 0xc0..=0xc2))?;
    let number = |at: usize| Some(u32::from(u16::from_be_bytes(content.get(at..at + 2)?.try_into().ok()?)));
    Some(Frame { bits: *content.first()?, height: number(1)?, width: number(3)?, colours: *content.get(5)? })
}

/// Tag 274 of the first directory of Exif.
fn orientation(bytes: &[u8]) -> Option<u8> {
    const ORIENTATION: u16 = 0x0112;
    let exif = segments(bytes)
        .find_map(|(marker, content)| content.strip_prefix(b"Exif\0\0").filter(|_| marker == 0xe1))?;
    let little = exif.starts_with(b"II");
    let short = |at: usize| {
        let two: [u8; 2] = exif.get(at..at + 2)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let four: [u8; 4] = exif.get(4..8)?.try_into().ok()?;
    let directory = if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) } as usize;
    let entry = |index: u16| directory.checked_add(2 + usize::from(index) * 12);
    let found = (0..short(directory)?).find_map(|index| {
        let at = entry(index)?;
        (short(at)? == ORIENTATION).then(|| short(at + 8)).flatten()
    })?;
    u8::try_from(found).ok().filter(|turn| (1..=8).contains(turn))
}
