//! Codes as a scanner reads them: from a picture of the page.

use serde_json::json;

use super::{paper, sample};
use crate::reader;

/// What a program reads in a picture of the first page, at 150 dots to the inch.
fn scanned(pdf: &[u8], program: &str, arguments: &[&str]) -> String {
    let picture = reader::run(pdf, "pdftoppm", &["-r", "150", "-f", "1", "-l", "1", "-png", "{}"]).stdout;
    let output = reader::run(&picture, program, arguments);
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_codes_of_the_receipts_are_their_numbers() {
    if !reader::has("zbarimg") || !reader::has("pdftoppm") {
        return;
    }
    for (name, numbers) in
        [("receipt", &["2026/0413"][..]), ("receipt-several", &["2026/0415", "2026/0416", "2026/0417"])]
    {
        let read = scanned(&paper(&sample(name)).pdf, "zbarimg", &["-q", "--raw", "{}"]);
        let mut read: Vec<&str> = read.lines().collect();
        read.sort_unstable();
        assert_eq!(read, numbers);
    }
}

#[test]
fn the_bars_of_a_label_are_its_number() {
    if !reader::has("zbarimg") || !reader::has("pdftoppm") {
        return;
    }
    let read = scanned(&paper(&sample("labels-sheet")).pdf, "zbarimg", &["-q", "--raw", "{}"]);
    let mut read: Vec<&str> = read.lines().collect();
    read.sort_unstable();
    assert_eq!(read, ["2026/0413", "2026/0414", "2026/0415", "2026/0416", "2026/0417"]);
}

#[test]
fn the_square_of_a_label_is_its_number() {
    if !reader::has("dmtxread") || !reader::has("pdftoppm") {
        return;
    }
    let read = scanned(&paper(&sample("labels")).pdf, "dmtxread", &["-m", "5000", "-N1", "{}"]);
    assert_eq!(read.trim(), "2026/0413");
}

#[test]
fn whatever_a_code_says_is_read() {
    if !reader::has("zbarimg") || !reader::has("pdftoppm") {
        return;
    }
    let long = "https://www.comune.montelupo.fi.it/pratiche/".repeat(6);
    for text in ["7", "0123456789012345", "SPORTELLO 2026/0413", "MAIL: a@b.it; %C3%A8", &long] {
        let parts = json!([{ "part": "qr", "text": text, "side": 60.0 }]);
        let page = json!({ "kind": "page", "title": "Codice", "parts": parts });
        assert_eq!(scanned(&paper(&page).pdf, "zbarimg", &["-q", "--raw", "{}"]).trim(), text);
    }
}
