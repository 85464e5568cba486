//! The twin of each paper, judged by Preflight, the checker of PDF/A-1 that Debian ships.

use std::{fs, path::Path, process::Command};

use super::{made, samples};
use crate::{Logo, Options, reader, render};

const JARS: [&str; 7] = [
    "preflight.jar",
    "pdfbox2.jar",
    "fontbox2.jar",
    "xmpbox.jar",
    "commons-logging.jar",
    "javax.activation.jar",
    "jaxb-api.jar",
];

#[test]
fn the_twin_of_every_paper_is_pdf_a_1b() {
    let folder = Path::new("/usr/share/java");
    let jars = JARS.map(|jar| folder.join(jar));
    if !reader::has("java") || !jars.iter().all(|jar| jar.exists()) {
        assert!(std::env::var_os("CI").is_none(), "in CI Preflight must be installed");
        return;
    }
    let files = tempfile::tempdir().unwrap();
    for (name, json) in samples() {
        let options = Options { twin_1b: true, internal: true };
        fs::write(files.path().join(format!("{name}.pdf")), made(&json, options).unwrap().pdf).unwrap();
        let names = super::hostile::with_names(&name, &json, 0).0;
        fs::write(files.path().join(format!("{name}-nomi.pdf")), made(&names, options).unwrap().pdf).unwrap();
    }
    for (name, logo) in crests() {
        let mut house = super::house();
        house.logo = Some(Logo { bytes: logo, alt: "Stemma".to_owned() });
        let made_at = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").unwrap();
        let options = Options { twin_1b: true, ..Options::default() };
        let rendered = render(&super::document(&super::sample("reply")), &house, made_at, options).unwrap();
        reader::check(&rendered.pdf);
        fs::write(files.path().join(format!("{name}.pdf")), rendered.pdf).unwrap();
    }
    // The colours of another standard: the checker must not be one that says yes to everything.
    let modern = made(&samples()[0].1, Options::default()).unwrap().pdf;
    fs::write(files.path().join("moderno.pdf"), modern).unwrap();
    let path = std::env::join_paths(jars).unwrap();
    let status = Command::new("java")
        .arg("-cp")
        .arg(path)
        .args(["org.apache.pdfbox.preflight.Validator_A1b", "xml", "batch"])
        .arg(files.path())
        .output()
        .unwrap();
    let crests = crests().into_iter().map(|(name, _)| name.to_owned());
    let papers = samples().into_iter().flat_map(|(name, _)| [format!("{name}-nomi"), name]);
    for name in papers.chain(crests) {
        let report = fs::read_to_string(files.path().join(format!("{name}.pdf.preflight.xml")))
            .unwrap_or_else(|_| panic!("{status:?}"));
        assert!(report.contains("\"PDF/A1-b\">true<"), "{name}: {report}");
    }
    let report = fs::read_to_string(files.path().join("moderno.pdf.preflight.xml")).unwrap();
    assert!(report.contains(">false<"), "{report}");
}

/// Shades along a line, turned, and around a point.
const SHADED: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50">
<linearGradient id="a" x2="1" y2="1" gradientTransform="rotate(9)"><stop stop-color="#b00"/><stop offset="1" stop-color="#060"/></linearGradient>
<radialGradient id="b" fx="0.3" fy="0.3"><stop stop-color="#fff"/><stop offset="1" stop-color="#1f4e79"/></radialGradient>
<path d="M2 2H38V30C38 42 20 48 20 48C20 48 2 42 2 30Z" fill="url(#a)"/><circle cx="20" cy="20" r="12" fill="url(#b)"/></svg>"##;

/// The crest as a drawing with shades, as a photograph, grey and in colours, and as pixels half of which are not there.
fn crests() -> Vec<(&'static str, Vec<u8>)> {
    let mut crests = vec![("svg-shaded", SHADED.as_bytes().to_vec())];
    if reader::has("convert") {
        for (name, arguments) in [
            ("jpeg", ["-size", "40x50", "gradient:#1f4e79-#ffcc00", "jpg:-"]),
            ("jpeg-grey", ["-size", "40x50", "gradient:black-white", "jpg:-"]),
            ("png", ["-size", "40x50", "gradient:#1f4e79-transparent", "png:-"]),
        ] {
            let output = Command::new("convert").args(arguments).output().unwrap();
            assert!(output.status.success(), "{output:?}");
            crests.push((name, output.stdout));
        }
    }
    crests
}

#[test]
fn the_twin_says_the_same_and_claims_another_standard() {
    for (name, json) in samples() {
        let of = |twin_1b| made(&json, Options { twin_1b, internal: false }).unwrap();
        let (modern, twin) = (of(false), of(true));
        assert_eq!(modern.pages, twin.pages, "{name}");
        assert!(modern.pdf.starts_with(b"%PDF-1.7") && twin.pdf.starts_with(b"%PDF-1.4"));
        let holds =
            |pdf: &[u8], words: &str| pdf.windows(words.len()).any(|window| window == words.as_bytes());
        assert!(
            holds(&modern.pdf, "<pdfaid:part>2</pdfaid:part>")
                && holds(&modern.pdf, "<pdfaid:conformance>A<")
        );
        assert!(holds(&modern.pdf, "<pdfuaid:part>1</pdfuaid:part>") && !holds(&twin.pdf, "pdfuaid"));
        assert!(
            holds(&twin.pdf, "<pdfaid:part>1</pdfaid:part>") && holds(&twin.pdf, "<pdfaid:conformance>B<")
        );
    }
}

#[test]
fn every_paper_is_sound_for_others() {
    for (_, json) in samples() {
        reader::check(&made(&json, Options { internal: true, ..Options::default() }).unwrap().pdf);
    }
}
