//! The papers as three more programs judge them, none of ours: `pdfua`, `outloud` and `pdf_oxide` (`tests/checkers.txt`).
//! The test command puts them into a folder and says which; in CI they must be there.

use std::{
    env, fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use super::{hostile, made, samples};
use crate::Options;

/// Says of each file what `pdf_oxide` holds against it.
const OXIDE: &str = "
import sys, pdf_oxide
for name in sys.argv[1:]:
    paper = pdf_oxide.PdfDocument(name)
    for found in (paper.validate_pdf_a('2a'), paper.validate_pdf_a('2b'), paper.validate_pdf_ua()):
        if not found['valid'] or found['errors']:
            sys.exit(f'{name}: {found}')
";

/// Where the programs are.
fn programs() -> Option<PathBuf> {
    let folder = env::var_os("PAPER_CHECKERS").map(PathBuf::from).filter(|folder| folder.exists());
    if folder.is_none() {
        assert!(env::var_os("CI").is_none(), "in CI the checkers of papers must be there: PAPER_CHECKERS");
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: pdfua, outloud and pdf_oxide are not installed (PAPER_CHECKERS)"
        );
    }
    folder
}

fn judge(program: &Path, arguments: &[&str], papers: &[PathBuf]) {
    let output = Command::new(program).args(arguments).args(papers).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{program:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_paper_passes_the_checkers_of_others() {
    let Some(programs) = programs() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (mut papers, mut hostile_papers) = (Vec::new(), Vec::new());
    let options = Options { internal: true, ..Options::default() };
    for (name, json) in samples() {
        let path = folder.path().join(format!("{name}.pdf"));
        fs::write(&path, made(&json, options).unwrap().pdf).unwrap();
        papers.push(path);
        let path = folder.path().join(format!("{name}-nomi.pdf"));
        let names = hostile::with_names(&name, &json, 0).0;
        fs::write(&path, made(&names, options).unwrap().pdf).unwrap();
        hostile_papers.push(path);
    }
    judge(&programs.join("outloud"), &["--quiet", "--fail-on", "warning"], &papers);
    // A column of names with nothing in common makes it wonder: a warning is no fault here.
    judge(&programs.join("outloud"), &["--quiet", "--fail-on", "error"], &hostile_papers);
    papers.append(&mut hostile_papers);
    judge(&programs.join("pdfua"), &["check"], &papers);
    judge(&programs.join("python3"), &["-c", OXIDE], &papers);
    // They must not be programs that say yes to everything.
    let twin = folder.path().join("senza-struttura.pdf");
    let plain = made(&samples()[0].1, Options { twin_1b: true, ..Options::default() }).unwrap().pdf;
    let untagged = String::from_utf8_lossy(&plain).replace("/Marked true", "/Marked fals");
    fs::write(&twin, untagged.as_bytes()).unwrap();
    let output = Command::new(programs.join("pdfua")).arg("check").arg(&twin).output().unwrap();
    assert!(!output.status.success(), "{output:?}");
}
