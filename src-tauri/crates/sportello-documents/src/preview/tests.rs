//! What is seen is what is printed, and no file stops the desk.

use std::{fs, process::Command};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::{Document, House, Options, RecoveryCode, render};

fn sheet() -> Vec<u8> {
    let groups = ["7K2QD", "M0XB8", "5ZS1E", "R9THV", "GW4C6", "0D8BQ", "N3PJY", "F6A2K"].map(str::to_owned);
    let made_on = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    let store_id = "0192f3a4-7b1c-7def-8a90-1b2c3d4e5f60".to_owned();
    let code = Document::RecoverySheet(RecoveryCode { store_id, groups: groups.to_vec(), made_on });
    let house = House { municipality: "Comune di Montelupo".to_owned(), ..House::default() };
    let made_at = made_on.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset();
    render(&code, &house, made_at, Options::default()).expect("a sheet").pdf
}

/// The lightness of every pixel of a page as poppler draws it, with its width.
fn by_poppler(pdf: &[u8], dpi: u16) -> (u32, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, page) = (folder.path().join("p.pdf"), folder.path().join("p"));
    fs::write(&file, pdf).expect("written");
    let drawn = Command::new("pdftoppm")
        .args(["-r", &dpi.to_string(), "-gray", "-singlefile"])
        .args([&file, &page])
        .status()
        .expect("poppler-utils is installed");
    assert!(drawn.success());
    let pgm = fs::read(folder.path().join("p.pgm")).expect("a picture");
    let header: Vec<usize> = pgm
        .iter()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_whitespace())
        .map(|(at, _)| at)
        .take(4)
        .collect();
    let width = String::from_utf8_lossy(&pgm[header[0] + 1..header[1]]).parse().expect("a number");
    (width, pgm[header[3] + 1..].to_vec())
}

#[test]
fn a_page_looks_as_another_reader_draws_it() {
    let pdf = sheet();
    let ours = preview(&pdf, 1, 100).expect("a page");
    let (width, theirs) = by_poppler(&pdf, 100);
    assert_eq!((ours.width, ours.height), (827, 1169));
    assert_eq!(ours.rgba.len(), 827 * 1169 * 4);
    // Poppler rounds up where we round: one row or column more of white.
    assert!(width.abs_diff(ours.width) <= 1);
    let ours_at = |x: u32, y: u32| i32::from(ours.rgba[((y * ours.width + x) * 4) as usize]);
    let theirs_at = |x: u32, y: u32| i32::from(theirs[(y * width + x) as usize]);
    let (mut far, mut dark) = (0_u64, 0_u64);
    // In squares of ten pixels, so that how edges are smoothed does not count.
    for (top, left) in (0..116).flat_map(|row| (0..82).map(move |column| (row * 10, column * 10))) {
        let sum = |at: &dyn Fn(u32, u32) -> i32| -> i32 {
            (0..100).map(|n| 255 - at(left + n % 10, top + n / 10)).sum()
        };
        let (a, b) = (sum(&ours_at), sum(&theirs_at));
        dark += u64::from(b > 500);
        far += u64::from((a - b).abs() > 2_500);
    }
    assert!(dark > 300, "{dark} squares with ink");
    assert!(far * 50 < dark, "{far} squares of {dark} differ");
}

#[test]
fn every_pixel_is_opaque_and_the_corners_are_white() {
    let page = preview(&sheet(), 1, 72).expect("a page");
    assert!(page.rgba.chunks(4).all(|pixel| pixel[3] == 255));
    let corners = [0, page.rgba.len() - 4];
    assert!(corners.iter().all(|at| page.rgba[*at..at + 4] == [255; 4]));
    assert_eq!(pages(&sheet()).expect("pages").len(), 1);
}

#[test]
fn what_cannot_be_shown_says_why() {
    let pdf = sheet();
    assert_eq!(preview(b"ciao", 1, 100), Err(PreviewFault::NotAPdf));
    assert_eq!(preview(b"", 1, 100), Err(PreviewFault::NotAPdf));
    assert_eq!(preview(&pdf, 0, 100), Err(PreviewFault::NoSuchPage { page: 0, pages: 1 }));
    assert_eq!(preview(&pdf, 2, 100), Err(PreviewFault::NoSuchPage { page: 2, pages: 1 }));
    assert!(matches!(preview(&pdf, 1, 60_000), Err(PreviewFault::Size { .. })));
    assert!(matches!(preview(&pdf, 1, 0), Err(PreviewFault::Size { .. })));
}

#[test]
fn a_locked_file_is_told_from_a_broken_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (clear, locked) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
    fs::write(&clear, sheet()).expect("written");
    let done = Command::new("qpdf")
        .args(["--encrypt", "aperta", "padrone", "256", "--"])
        .args([&clear, &locked])
        .status()
        .expect("qpdf is installed");
    assert!(done.success());
    assert_eq!(preview(&fs::read(&locked).expect("read"), 1, 72), Err(PreviewFault::Encrypted));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_file_stops_the_desk(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut pdf = sheet();
        for (at, byte) in changes {
            let at = at.index(pdf.len());
            pdf[at] = byte;
        }
        if let Some(cut) = cut {
            pdf.truncate(cut.index(pdf.len()));
        }
        if let Ok(page) = preview(&pdf, 1, 40) {
            prop_assert_eq!(page.rgba.len() as u64, u64::from(page.width) * u64::from(page.height) * 4);
        }
    }
}
