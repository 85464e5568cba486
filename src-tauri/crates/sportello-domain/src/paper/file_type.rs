//! What a file is, by its first bytes (its "magic") and, for containers, by what is inside.

use super::PaperFault;
use super::archive::{self, Inside};
use serde::{Deserialize, Serialize};

macro_rules! types {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $ending:literal, $media:literal;)*) => {
        /// A type of file the desk keeps.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        pub enum FileType {
            $($(#[$doc])* $variant,)*
        }

        impl FileType {
            /// Every type.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code stored and exchanged.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The ending a copy gets when it leaves.
            pub fn ending(self) -> &'static str {
                match self { $(Self::$variant => $ending,)* }
            }

            /// Its media type (IANA).
            pub fn media_type(self) -> &'static str {
                match self { $(Self::$variant => $media,)* }
            }
        }
    };
}

types! {
    /// Portable Document Format.
    Pdf = "pdf", "pdf", "application/pdf";
    /// A photograph.
    Jpeg = "jpeg", "jpg", "image/jpeg";
    /// An image, often of a screen.
    Png = "png", "png", "image/png";
    /// An image of the web.
    Webp = "webp", "webp", "image/webp";
    /// A scan.
    Tiff = "tiff", "tif", "image/tiff";
    /// A photograph of a recent telephone.
    Heic = "heic", "heic", "image/heic";
    /// Plain text.
    Txt = "txt", "txt", "text/plain";
    /// A table as text.
    Csv = "csv", "csv", "text/csv";
    /// A document of Word, without macros.
    Docx = "docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    /// A sheet of Excel, without macros.
    Xlsx = "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /// A document of LibreOffice, without macros.
    Odt = "odt", "odt", "application/vnd.oasis.opendocument.text";
    /// A sheet of LibreOffice, without macros.
    Ods = "ods", "ods", "application/vnd.oasis.opendocument.spreadsheet";
    /// A message, as any mail program keeps it.
    Eml = "eml", "eml", "message/rfc822";
    /// A message, as Outlook keeps it.
    Msg = "msg", "msg", "application/vnd.ms-outlook";
    /// A file with a digital signature around it (CAdES): the usual attachment of certified mail.
    P7m = "p7m", "p7m", "application/pkcs7-mime";
}

impl FileType {
    /// Whether a browser shows it as an image.
    pub fn is_shown_as_image(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }

    /// Other endings the same type goes by.
    pub(super) fn answers_to(self, ending: &str) -> bool {
        let other: &[&str] = match self {
            Self::Jpeg => &["jpeg", "jpe", "jfif"],
            Self::Tiff => &["tiff"],
            Self::Heic => &["heif"],
            Self::Txt => &["log", "md", "text"],
            _ => &[],
        };
        ending == self.ending() || other.contains(&ending)
    }
}

/// What begins like this is run by a computer: Windows, Linux, macOS, Java, WebAssembly, scripts, shortcuts.
const PROGRAMS: &[&[u8]] = &[
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\0asm",
    b"#!",
    b"L\0\0\0\x01\x14\x02\0",
];
/// Archives: RAR, 7z, gzip, bzip2, xz, Microsoft cabinet.
const ARCHIVES: &[&[u8]] = &[b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"MSCF"];
/// An OLE2 container: Outlook messages, but also the old documents and installers.
const OLE2: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// A stream every Outlook message has (MS-OXMSG §2.2), in UTF-16.
const MSG_STREAM: &str = "__properties_version1.0";
/// The object identifier of PKCS#7 signed data, 1.2.840.113549.1.7.2.
const SIGNED_DATA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
/// A PDF may begin a little later than at the first byte (PDF 1.7, annex H).
const PDF_WITHIN: usize = 1_024;
/// Bytes of a text that are looked at for its first lines.
const HEAD: usize = 4_096;

/// What a file is. The name tells texts apart, which have no magic of their own, and nothing else.
///
/// # Errors
/// Not of a type the desk keeps.
pub fn sniff(name: &str, bytes: &[u8]) -> Result<FileType, PaperFault> {
    let begins = |magic: &&[u8]| bytes.starts_with(magic);
    if PROGRAMS.iter().any(begins) {
        return Err(PaperFault::Program);
    }
    if ARCHIVES.iter().any(begins) {
        return Err(PaperFault::Archive);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Ok(FileType::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(FileType::Png);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(FileType::Webp);
    }
    if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
        return Ok(FileType::Tiff);
    }
    if bytes.get(4..8) == Some(b"ftyp")
        && bytes
            .get(8..12)
            .is_some_and(|brand| [b"heic", b"heix", b"hevc", b"mif1", b"msf1"].iter().any(|b| *b == brand))
    {
        return Ok(FileType::Heic);
    }
    if bytes.starts_with(b"PK") {
        return match archive::look_inside(bytes) {
            Inside::Type(found) => Ok(found),
            Inside::Macros => Err(PaperFault::Macros),
            Inside::Other => Err(PaperFault::Archive),
        };
    }
    if bytes.starts_with(OLE2) {
        let stream: Vec<u8> = MSG_STREAM.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let found = bytes.windows(stream.len()).any(|window| window == stream);
        return if found { Ok(FileType::Msg) } else { Err(PaperFault::OldDocument) };
    }
    if bytes.starts_with(b"\x30") && holds(&bytes[..bytes.len().min(32)], SIGNED_DATA) {
        return Ok(FileType::P7m);
    }
    if holds(&bytes[..bytes.len().min(PDF_WITHIN)], b"%PDF-") {
        return Ok(FileType::Pdf);
    }
    text(name, bytes)
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// A text: its ending says which kind, because some kinds of text are run or opened by a browser.
fn text(name: &str, bytes: &[u8]) -> Result<FileType, PaperFault> {
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if bytes.iter().any(|byte| control(byte) || *byte == 0x7f) {
        return Err(PaperFault::UnknownType);
    }
    match super::name::ending(name).as_deref() {
        Some("csv") => Ok(FileType::Csv),
        Some("eml") if is_message(bytes) => Ok(FileType::Eml),
        Some("p7m") if is_message(bytes) || holds(&bytes[..bytes.len().min(HEAD)], b"PKCS7") => {
            Ok(FileType::P7m)
        }
        Some("txt" | "text" | "log" | "md") => Ok(FileType::Txt),
        None => Ok(if is_message(bytes) { FileType::Eml } else { FileType::Txt }),
        Some(
            "html" | "htm" | "xhtml" | "svg" | "js" | "mjs" | "vbs" | "wsf" | "hta" | "bat" | "cmd" | "ps1"
            | "sh" | "py" | "pl" | "rb" | "php" | "reg" | "url" | "lnk" | "desktop" | "command" | "scf"
            | "inf" | "jar" | "jse" | "vbe" | "application",
        ) => Err(PaperFault::Program),
        Some(_) => Err(PaperFault::UnknownType),
    }
}

/// Whether a text begins with the header lines of a message (RFC 5322).
fn is_message(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}');
    let mut lines =
        head.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with([' ', '\t']));
    let first_is_header = lines.clone().next().is_some_and(|line| {
        line.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
    });
    first_is_header
        && lines.any(|line| {
            ["from:", "received:", "return-path:", "date:", "message-id:", "mime-version:"]
                .iter()
                .any(|name| line.starts_with(name))
        })
}
