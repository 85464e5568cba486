//! Copies that leave say nothing that is not in the picture: a photograph of a telephone carries the place and the hour
//! it was taken, and the telephone. The segments are dropped, the picture is not touched; the stored paper stays as it
//! came. Of a JPEG only the orientation is said again, so that a copy does not lie on its side.

mod orientation;

use super::FileType;

/// A copy without what the camera wrote about itself. Types that are not images are copied as they are; of TIFF and HEIC
/// the structure *is* the metadata, so they stay too: see [`FileType::keeps_traces`].
pub fn without_traces(file_type: FileType, bytes: &[u8]) -> Vec<u8> {
    match file_type {
        FileType::Jpeg => jpeg(bytes),
        FileType::Png => png(bytes),
        FileType::Webp => webp(bytes),
        _ => bytes.to_vec(),
    }
}

impl FileType {
    /// Whether a copy of a picture of this type still says where it was taken.
    pub fn keeps_traces(self) -> bool {
        matches!(self, Self::Tiff | Self::Heic)
    }
}

/// Markers of a JPEG (ISO/IEC 10918-1, annex B).
const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const APP1: u8 = 0xe1;

/// Segments until the end of the image; what follows it (a second picture, a film) is dropped too.
fn jpeg(bytes: &[u8]) -> Vec<u8> {
    let mut copy = vec![0xff, START];
    let mut at = 2;
    while let Some((marker, start)) = next_marker(bytes, at) {
        match marker {
            END => break,
            // Without a length: temporary, restart.
            0x01 | 0xd0..=0xd7 => {
                copy.extend([0xff, marker]);
                at = start;
            }
            _ => {
                let Some(segment) = segment(bytes, start) else { break };
                if keeps(marker, segment) {
                    copy.extend([0xff, marker]);
                    copy.extend_from_slice(segment);
                } else if marker == APP1
                    && let Some(orientation) = orientation::asked(segment)
                {
                    copy.extend(orientation::segment(orientation));
                }
                at = start + segment.len();
                if marker == SCAN {
                    let end = scan_end(bytes, at);
                    copy.extend_from_slice(&bytes[at..end]);
                    at = end;
                }
            }
        }
    }
    copy.extend([0xff, END]);
    copy
}

/// The next marker and where its segment starts; bytes `ff` may be repeated before it.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    if *bytes.get(at)? != 0xff {
        return None;
    }
    let marker = bytes[at..].iter().position(|byte| *byte != 0xff)? + at;
    Some((bytes[marker], marker + 1))
}

/// A segment with its two bytes of length.
fn segment(bytes: &[u8], start: usize) -> Option<&[u8]> {
    let length = usize::from(u16::from_be_bytes(bytes.get(start..start + 2)?.try_into().ok()?));
    if length < 2 { None } else { bytes.get(start..start + length) }
}

/// Kept: the tables, the frames, JFIF, the colour profile, Adobe's colour transform. Dropped: Exif and XMP (1), the index
/// of further pictures (2, `MPF`), IPTC (13), makers' segments, comments.
fn keeps(marker: u8, segment: &[u8]) -> bool {
    match marker {
        0xe0 => segment[2..].starts_with(b"JFIF\0"),
        0xe2 => segment[2..].starts_with(b"ICC_PROFILE\0"),
        0xee => segment[2..].starts_with(b"Adobe"),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// Where the data of a scan ends: at the first marker that is neither a stuffed byte nor a restart.
fn scan_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at + 1 < bytes.len() {
        if bytes[at] == 0xff && !matches!(bytes[at + 1], 0x00 | 0xd0..=0xd7 | 0xff) {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Chunks of a PNG (ISO/IEC 15948) that draw the image; texts, times and Exif are left out.
fn png(bytes: &[u8]) -> Vec<u8> {
    const KEPT: [&[u8; 4]; 17] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD",
        b"pHYs", b"cICP", b"acTL", b"fcTL", b"fdAT", b"hIST",
    ];
    const HEAD: usize = 8;
    let mut copy = bytes[..HEAD.min(bytes.len())].to_vec();
    let mut at = HEAD;
    while let Some(length) = bytes.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().unwrap_or_default()) as usize;
        // Length, name, data, checksum.
        let Some(chunk) = bytes.get(at..at.saturating_add(length).saturating_add(12)) else { break };
        let name = &chunk[4..8];
        if KEPT.iter().any(|kept| *kept == name) {
            copy.extend_from_slice(chunk);
        }
        at += chunk.len();
        if name == b"IEND" {
            break;
        }
    }
    copy
}

/// Chunks of a WebP without Exif and XMP; the header's flags say that they are not there.
fn webp(bytes: &[u8]) -> Vec<u8> {
    const HEAD: usize = 12;
    const EXIF_AND_XMP: u8 = 0b0000_1100;
    let mut copy = bytes[..HEAD.min(bytes.len())].to_vec();
    let mut at = HEAD;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let padded = 8 + length + length % 2;
        let chunk = bytes.get(at..at.saturating_add(padded)).unwrap_or(&bytes[at..]);
        if !matches!(&head[..4], b"EXIF" | b"XMP ") {
            let start = copy.len();
            copy.extend_from_slice(chunk);
            if &head[..4] == b"VP8X"
                && let Some(flags) = copy.get_mut(start + 8)
            {
                *flags &= !EXIF_AND_XMP;
            }
        }
        at += chunk.len();
    }
    if let Some(size) = copy.len().checked_sub(8).and_then(|size| u32::try_from(size).ok()) {
        copy[4..8].copy_from_slice(&size.to_le_bytes());
    }
    copy
}
