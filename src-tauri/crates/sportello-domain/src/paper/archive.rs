//! What is inside a ZIP container, by its table of contents: documents of Word, Excel and LibreOffice are such
//! containers. Nothing is unpacked.

use super::FileType;

/// What the table of contents says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// A document.
    Type(FileType),
    /// A document with programs inside.
    Macros,
    /// Anything else.
    Other,
}

/// Signature of the end of the table of contents, of one of its lines, and of a stored file.
const END: &[u8] = b"PK\x05\x06";
const LINE: &[u8] = b"PK\x01\x02";
const FILE: &[u8] = b"PK\x03\x04";
/// The end has a comment after it, of 65,535 bytes at most.
const END_WITHIN: usize = 66_000;
/// Lines read at most: an honest document has fewer.
const LINES_MAX: usize = 20_000;

pub(super) fn look_inside(bytes: &[u8]) -> Inside {
    let Some(names) = names(bytes) else { return Inside::Other };
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let macros = names.iter().any(|name| {
        name.ends_with("vbaproject.bin")
            || name.ends_with("vbadata.xml")
            || name.starts_with("basic/")
            || name.starts_with("scripts/")
            || name.contains("/activex/")
            || name.ends_with(".exe")
            || name.ends_with(".dll")
    });
    let found = if has("[content_types].xml") && has("word/document.xml") {
        Some(FileType::Docx)
    } else if has("[content_types].xml") && has("xl/workbook.xml") {
        Some(FileType::Xlsx)
    } else {
        open_document(bytes)
    };
    match found {
        Some(_) if macros => Inside::Macros,
        Some(found) => Inside::Type(found),
        None => Inside::Other,
    }
}

/// The first file of an OpenDocument is called `mimetype`, is not packed, and says what the document is (ODF 1.3, part 2,
/// §3.3).
fn open_document(bytes: &[u8]) -> Option<FileType> {
    let name_length = usize::from(number(bytes, 26)?);
    let extra_length = usize::from(number(bytes, 28)?);
    if !bytes.starts_with(FILE) || bytes.get(30..30 + name_length)? != b"mimetype" {
        return None;
    }
    let content = bytes.get(30 + name_length + extra_length..)?;
    let is = |media: &str| {
        content.starts_with(media.as_bytes()) && !content[media.len()..].starts_with(b"-template")
    };
    [FileType::Odt, FileType::Ods].into_iter().find(|found| is(found.media_type()))
}

/// The names in the table of contents, in small letters.
fn names(bytes: &[u8]) -> Option<Vec<String>> {
    let tail = bytes.len().saturating_sub(END_WITHIN);
    let end = tail + bytes[tail..].windows(END.len()).rposition(|window| window == END)?;
    let mut at = usize::try_from(long(bytes, end + 16)?).ok()?;
    let mut names = Vec::new();
    while bytes.get(at..at + LINE.len()) == Some(LINE) && names.len() < LINES_MAX {
        let [name, extra, comment] =
            [number(bytes, at + 28)?, number(bytes, at + 30)?, number(bytes, at + 32)?].map(usize::from);
        let text = bytes.get(at + 46..at + 46 + name)?;
        names.push(String::from_utf8_lossy(text).to_ascii_lowercase().replace('\\', "/"));
        at += 46 + name + extra + comment;
    }
    Some(names)
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
