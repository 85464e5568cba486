//! Files as they come: honest, mislabelled, hostile.

use super::*;
use proptest::prelude::*;

/// A ZIP container with these names in its table of contents; the first file is stored with `content`.
fn zip(names: &[&str], content: &str) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0".to_vec();
    bytes.extend([0; 4]); // checksum
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend((names[0].len() as u16).to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes.extend(names[0].as_bytes());
    bytes.extend(content.as_bytes());
    let table = bytes.len() as u32;
    for name in names {
        bytes.extend(b"PK\x01\x02");
        bytes.extend([0; 24]);
        bytes.extend((name.len() as u16).to_le_bytes());
        bytes.extend([0; 16]);
        bytes.extend(name.as_bytes());
    }
    let length = bytes.len() as u32 - table;
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend((names.len() as u16).to_le_bytes());
    bytes.extend((names.len() as u16).to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(table.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes
}

fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.extend([0; 504]);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn a_file_is_what_it_holds() {
    let odt = FileType::Odt.media_type();
    let cases: Vec<(&str, Vec<u8>, Result<FileType, PaperFault>)> = vec![
        ("a.pdf", b"%PDF-1.7\n".to_vec(), Ok(FileType::Pdf)),
        ("foto.png", b"\xff\xd8\xff\xe0rest".to_vec(), Ok(FileType::Jpeg)),
        ("a.png", b"\x89PNG\r\n\x1a\n".to_vec(), Ok(FileType::Png)),
        ("a", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), Ok(FileType::Webp)),
        ("a.tif", b"II*\0\x08".to_vec(), Ok(FileType::Tiff)),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0".to_vec(), Ok(FileType::Heic)),
        ("film.heic", b"\0\0\0\x18ftypisom\0\0".to_vec(), Err(PaperFault::UnknownType)),
        ("a.docx", zip(&["[Content_Types].xml", "word/document.xml"], "x"), Ok(FileType::Docx)),
        ("a.xlsx", zip(&["[Content_Types].xml", "xl/workbook.xml"], "x"), Ok(FileType::Xlsx)),
        ("a.odt", zip(&["mimetype", "content.xml"], odt), Ok(FileType::Odt)),
        ("a.ods", zip(&["mimetype"], FileType::Ods.media_type()), Ok(FileType::Ods)),
        ("a.ott", zip(&["mimetype"], &format!("{odt}-template")), Err(PaperFault::Archive)),
        (
            "a.docx",
            zip(&["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"], "x"),
            Err(PaperFault::Macros),
        ),
        ("a.odt", zip(&["mimetype", "Basic/Standard/Module1.xml"], odt), Err(PaperFault::Macros)),
        ("a.zip", zip(&["fattura.exe"], "x"), Err(PaperFault::Archive)),
        ("a.docx", b"PK\x03\x04broken".to_vec(), Err(PaperFault::Archive)),
        ("a.rar", b"Rar!\x1a\x07".to_vec(), Err(PaperFault::Archive)),
        ("a.msg", ole("__properties_version1.0"), Ok(FileType::Msg)),
        ("a.doc", ole("WordDocument"), Err(PaperFault::OldDocument)),
        ("a.p7m", b"\x30\x82\x01\0\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02".to_vec(), Ok(FileType::P7m)),
        ("fattura.pdf", b"MZ\x90\0".to_vec(), Err(PaperFault::Program)),
        ("a.txt", b"#!/bin/sh\n".to_vec(), Err(PaperFault::Program)),
        ("a.lnk", b"L\0\0\0\x01\x14\x02\0\0".to_vec(), Err(PaperFault::Program)),
        ("a.html", b"<script>".to_vec(), Err(PaperFault::Program)),
        ("a.svg", b"<svg/>".to_vec(), Err(PaperFault::Program)),
        ("a.txt", "perché".into(), Ok(FileType::Txt)),
        ("a.txt", b"perch\xe9".to_vec(), Ok(FileType::Txt)),
        ("a.csv", b"a;b\r\n".to_vec(), Ok(FileType::Csv)),
        ("a.eml", b"Received: from x\r\n by y\r\nFrom: a@b.it\r\n\r\nciao".to_vec(), Ok(FileType::Eml)),
        ("a.eml", b"ciao".to_vec(), Err(PaperFault::UnknownType)),
        ("senza nome", b"ciao".to_vec(), Ok(FileType::Txt)),
        ("a.txt", b"\0\x01".to_vec(), Err(PaperFault::UnknownType)),
        ("a.xyz", b"ciao".to_vec(), Err(PaperFault::UnknownType)),
        ("a.pdf", Vec::new(), Err(PaperFault::Empty)),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(judge(name, &bytes), expected, "{name} {:?}", String::from_utf8_lossy(&bytes));
    }
    let large = vec![b'a'; (FILE_MAX_MIB * MIB) as usize + 1];
    assert_eq!(judge("a.txt", &large), Err(PaperFault::TooLarge { max: 25 }));
    assert_eq!(judge("a.txt", &large[1..]), Ok(FileType::Txt));
}

#[test]
fn a_name_leaves_without_tricks() {
    let leaves = |name: &str| leaving_name(name, FileType::Pdf);
    assert_eq!(leaves("C:\\temp\\planimetria.PDF"), "planimetria.pdf");
    assert_eq!(leaves("../../etc/passwd"), "passwd.pdf");
    assert_eq!(leaves("fattura\u{202e}fdp.exe"), "fatturafdp.exe.pdf");
    assert_eq!(leaves("CON.pdf"), "_CON.pdf");
    assert_eq!(leaves("com¹.x.pdf"), "_com¹.x.pdf");
    assert_eq!(leaves("relazione. . .pdf"), "relazione.pdf");
    assert_eq!(leaves("..."), "allegato.pdf");
    assert_eq!(leaves("a<b>:\"|?*.pdf"), "a b.pdf");
    assert_eq!(leaving_name("foto.jpeg", FileType::Jpeg), "foto.jpg");
    assert_eq!(shown_name("a\u{202e}b\u{0}"), "a\u{fffd}b\u{fffd}");
    assert!(
        tells_another_type("foto.png", FileType::Jpeg) && !tells_another_type("foto.jpeg", FileType::Jpeg)
    );
}

/// A JPEG by its structure: markers and segments, until the end.
fn walk(bytes: &[u8]) -> Option<Vec<u8>> {
    let (mut markers, mut at) = (Vec::new(), 2);
    if !bytes.starts_with(b"\xff\xd8") {
        return None;
    }
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        markers.push(marker);
        at += 2;
        if marker == 0xd9 {
            return (at == bytes.len()).then_some(markers);
        }
        at += usize::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
        if marker == 0xda {
            while bytes[at] != 0xff || matches!(bytes[at + 1], 0 | 0xd0..=0xd7) {
                at += 1;
            }
        }
    }
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = (data.len() as u16 + 2).to_be_bytes();
    [&[0xff, marker], &length[..], data].concat()
}

/// A photograph's picture data, without any `ff`.
fn picture() -> Vec<u8> {
    [
        segment(0xc0, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
        segment(0xda, b"\x01\x01\0\0\x3f\0"),
        b"abc\xff\0d\xff\xd0e".to_vec(),
    ]
    .concat()
}

fn traces() -> impl Strategy<Value = Vec<u8>> {
    let secret = prop::collection::vec(any::<u8>(), 0..60);
    (prop_oneof![Just(0xe1_u8), 0xe3_u8..=0xed, Just(0xef), Just(0xfe)], secret)
        .prop_map(|(marker, data)| segment(marker, &[b"Exif\0\0GPS".to_vec(), data].concat()))
}

proptest! {
    #[test]
    fn a_stripped_photograph_still_is_one_and_says_nothing(
        before in prop::collection::vec(traces(), 0..5),
        after in prop::collection::vec(any::<u8>(), 0..50),
    ) {
        let jfif = segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0");
        let photo = [b"\xff\xd8".to_vec(), jfif, before.concat(), picture(), b"\xff\xd9".to_vec(), after].concat();
        let copy = without_traces(FileType::Jpeg, &photo);
        prop_assert_eq!(walk(&copy), Some(vec![0xe0, 0xc0, 0xda, 0xd9]));
        prop_assert!(copy.windows(3).all(|window| window != b"GPS"), "the place is gone");
        prop_assert!(copy.windows(picture().len()).any(|window| window == picture()), "the picture is whole");
        prop_assert_eq!(without_traces(FileType::Jpeg, &copy), copy);
    }

    #[test]
    fn no_bytes_break_the_strippers(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for (magic, file_type) in [
            (&b"\xff\xd8\xff"[..], FileType::Jpeg), (b"\x89PNG\r\n\x1a\n", FileType::Png), (b"RIFF0000WEBP", FileType::Webp),
        ] {
            without_traces(file_type, &[magic, &bytes].concat());
            without_traces(file_type, &bytes);
        }
    }

    #[test]
    fn no_bytes_break_the_judge(name in ".{0,20}", start in 0_usize..6, bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let magic: &[u8] = [&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\x30", b"\xff\xd8\xff", b"RIFF"][start];
        let _ = judge(&name, &[magic, &bytes].concat());
    }

    #[test]
    fn every_name_leaves_safely(name in ".{0,120}|[./\\\\ :A-Z\u{202e}\u{0}]{0,20}|(?i)(con|nul|lpt1|com9)(\\.[a-z]{0,4}){0,2}") {
        for file_type in FileType::ALL {
            let left = leaving_name(&name, *file_type);
            let stem = left.strip_suffix(&format!(".{}", file_type.ending())).expect("its own ending");
            prop_assert!(!stem.is_empty() && left.chars().count() <= 80, "{left:?}");
            prop_assert!(!left.contains(['/', '\\', ':', '<', '>', '"', '|', '?', '*', '\0', '\u{202e}']), "{left:?}");
            prop_assert!(!stem.ends_with(['.', ' ']) && !left.starts_with(['.', ' ', '-']), "{left:?}");
            let device = stem.split('.').next().unwrap_or_default().trim().to_lowercase();
            prop_assert!(!["con", "nul", "lpt1", "com9", "prn", "aux"].contains(&device.as_str()), "{left:?}");
            prop_assert_eq!(leaving_name(&left, *file_type), left.clone());
        }
    }
}

#[test]
fn texts_and_places_go_out_of_a_png_and_a_webp() {
    let chunk =
        |name: &[u8; 4], data: &[u8]| [&(data.len() as u32).to_be_bytes(), &name[..], data, &[0; 4]].concat();
    let png = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &[0; 13]),
        chunk(b"eXIf", b"GPS"),
        chunk(b"tEXt", b"GPS"),
        chunk(b"IDAT", b"xyz"),
        chunk(b"IEND", b""),
        b"GPS".to_vec(),
    ];
    let copy = without_traces(FileType::Png, &png.concat());
    assert_eq!(copy, [&png[0][..], &png[1], &png[4], &png[5]].concat());

    let part = |name: &[u8; 4], data: &[u8]| [&name[..], &(data.len() as u32).to_le_bytes(), data].concat();
    let body =
        [part(b"VP8X", &[0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0]), part(b"VP8 ", b"xy"), part(b"EXIF", b"GPS!")]
            .concat();
    let webp = [b"RIFF", &(body.len() as u32 + 4).to_le_bytes()[..], b"WEBP", &body].concat();
    let copy = without_traces(FileType::Webp, &webp);
    assert!(copy.windows(3).all(|window| window != b"GPS"));
    assert_eq!(u32::from_le_bytes(copy[4..8].try_into().expect("a length")) as usize, copy.len() - 8);
    assert_eq!(copy[20], 0, "the header says that there is no Exif");
}

#[test]
fn a_photograph_that_leaves_stands_upright_and_says_nothing_else() {
    let exif = [
        &b"Exif\0\0II*\0\x08\0\0\0\x02\0"[..],
        b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
        b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0 45.6 N 9.2 E",
    ]
    .concat();
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    let photo = [&b"\xff\xd8\xff\xe1"[..], &length, &exif, b"\xff\xda\0\x02pixels\xff\xd9"].concat();
    let copy = without_traces(FileType::Jpeg, &photo);
    assert!(!copy.windows(4).any(|bytes| bytes == b"45.6"), "not where it was taken");
    assert!(copy.windows(10).any(|bytes| bytes == b"\x01\x12\0\x03\0\0\0\x01\0\x06"), "which side is up");
    assert!(copy.ends_with(b"pixels\xff\xd9"));
    assert_eq!(without_traces(FileType::Jpeg, &copy), copy, "said once");
}
