//! What every paper looks like: its first page at 100 dots to the inch, beside the picture somebody looked at and found
//! good. `UPDATE_GOLDEN=1` takes the pictures again; look at them.

use std::{env, fs, path::PathBuf, process::Command};

use super::{paper, samples};
use crate::reader;

/// The root mean square of the differences, of 1.
const MOST: f64 = 0.01;

#[test]
fn every_paper_looks_as_it_was_approved() {
    if !reader::has("pdftoppm") || !reader::has("compare") {
        return;
    }
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/tests/golden");
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    let seen = tempfile::tempdir().unwrap();
    for (name, json) in samples() {
        let pdf = paper(&json).pdf;
        let now = seen.path().join(format!("{name}.png"));
        let picture =
            reader::run(&pdf, "pdftoppm", &["-r", "100", "-f", "1", "-l", "1", "-gray", "-png", "{}"]).stdout;
        fs::write(&now, picture).unwrap();
        let approved = folder.join(format!("{name}.png"));
        if update {
            let grey = ["-depth", "8", "-strip", "-define", "png:compression-level=9"];
            let status = Command::new("convert").arg(&now).args(grey).arg(&approved).status().unwrap();
            assert!(status.success());
            continue;
        }
        let output = Command::new("compare")
            .args(["-metric", "RMSE"])
            .arg(&now)
            .arg(&approved)
            .arg("null:")
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let difference = said.split(['(', ')']).nth(1).and_then(|number| number.parse::<f64>().ok());
        assert!(difference.is_some_and(|difference| difference < MOST), "{name}: {said}");
    }
}
