//! A process of its own: the font of the computer, once lent, is there for every paper of a process.

use std::{fs, io::Write as _, path::Path, process::Command};

use chrono::DateTime;
use sportello_documents::{
    Document, DocumentFault, House, Options, Part, PlainPage, Rendered, lend_font, render,
};

/// Of Debian's `fonts-droid-fallback`.
const FONT: &str = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf";
const WORDS: &str = "欢迎来到市政厅。请在这里取号，然后等待叫号。";

fn page() -> Result<Rendered, DocumentFault> {
    let parts = vec![Part::Text { words: format!("{WORDS} Buongiorno."), note: false }];
    let document = Document::Page(PlainPage { title: "王小明".to_owned(), landscape: false, parts });
    let house = House { municipality: "Comune di Montelupo".to_owned(), ..House::default() };
    let made_at = DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").expect("an instant");
    render(&document, &house, made_at, Options::default())
}

fn run(pdf: &[u8], program: &str, arguments: &[&str]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(pdf).expect("room");
    let path = file.path().to_str().expect("a name");
    let arguments = arguments.iter().map(|argument| if *argument == "{}" { path } else { argument });
    let output = Command::new(program).args(arguments).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn chinese_is_set_in_a_font_of_the_computer_and_refused_without_one() {
    let fault = page().unwrap_err();
    assert!(matches!(fault, DocumentFault::MissingGlyph { character: '王', .. }), "{fault}");
    assert_eq!(lend_font(b"no font".to_vec()), Err(DocumentFault::NotAFont));
    if !Path::new(FONT).exists() {
        let _ = writeln!(std::io::stderr(), "skipped: {FONT} is not installed");
        return;
    }
    lend_font(fs::read(FONT).unwrap()).unwrap();
    let rendered = page().unwrap();
    assert!(rendered.pdf.len() < 40_000, "a subset, not the font: {}", rendered.pdf.len());
    if let Some(text) = run(&rendered.pdf, "pdftotext", &["-enc", "UTF-8", "{}", "-"]) {
        let text: String = text.split_whitespace().collect();
        assert!(text.contains("王小明") && text.contains(WORDS), "{text}");
    }
    if let Some(table) = run(&rendered.pdf, "pdffonts", &["{}"]) {
        assert!(table.lines().skip(2).all(|row| row.contains("yes yes yes")), "{table}");
        assert!(table.contains("DroidSansFallback"), "{table}");
    }
}
