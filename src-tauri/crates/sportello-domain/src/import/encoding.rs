//! From bytes to text.

use super::{FILE_MAX, FileFault};
use serde::Serialize;

/// How the bytes of a file were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 that says so in its first three bytes.
    Utf8Bom,
    /// Windows-1252, what older programs of Western Europe write.
    Windows1252,
}

/// The characters of the bytes from 0x80 to 0x9f in Windows-1252 (Unicode consortium, `CP1252.TXT`); NUL where the
/// encoding has none. All other bytes are the code point of the same number.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“',
    '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// First bytes of files that are no text: ZIP (`.xlsx`, `.ods`), the older spreadsheets, PDF.
const NO_TEXT: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"];

/// Reads the bytes of a file as text, and says how they were read.
///
/// # Errors
/// Too large, UTF-16, a spreadsheet, or bytes that are no text.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), FileFault> {
    if bytes.len() > FILE_MAX {
        return Err(FileFault::TooLarge { megabytes: (FILE_MAX >> 20) as u32 });
    }
    if NO_TEXT.iter().any(|first| bytes.starts_with(first)) {
        return Err(FileFault::Spreadsheet);
    }
    if is_utf16(bytes) {
        return Err(FileFault::Utf16);
    }
    let (text, marked) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    match std::str::from_utf8(text) {
        Ok(text) => Ok((text.to_owned(), if marked { Encoding::Utf8Bom } else { Encoding::Utf8 })),
        Err(error) if marked || mostly_utf8(text) => {
            Err(FileFault::NotText { line: line_at(text, error.valid_up_to()) })
        }
        Err(_) => Ok((windows_1252(text)?, Encoding::Windows1252)),
    }
}

/// UTF-16 says so in its first two bytes; without them, Latin letters in it are every other byte NUL.
fn is_utf16(bytes: &[u8]) -> bool {
    let nuls = bytes.iter().take(1_000).filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || nuls * 4 > bytes.len().clamp(4, 1_000)
}

/// A file in UTF-8 with a few bytes broken is not one in Windows-1252: read as such, every accent would be wrong.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    sound > broken
}

fn windows_1252(bytes: &[u8]) -> Result<String, FileFault> {
    let character = |(at, byte): (usize, &u8)| match byte {
        0x80..=0x9f => match WINDOWS_1252[usize::from(byte - 0x80)] {
            '\0' => Err(FileFault::NotText { line: line_at(bytes, at) }),
            known => Ok(known),
        },
        same => Ok(char::from(*same)),
    };
    bytes.iter().enumerate().map(character).collect()
}

fn line_at(bytes: &[u8], at: usize) -> u32 {
    let before = bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}
