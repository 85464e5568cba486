//! Lists the files of the catalogue of forms, so that adding a form is adding a file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../catalog/forms");
    let mut list = String::new();
    for (name, folder, end) in
        [("FORMS", "", "toml"), ("GUIDES", "guide", "toml"), ("TABLES", "tabelle", "csv")]
    {
        let folder = root.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        let _ = writeln!(list, "const {name}: &[(&str, &str)] = &[");
        for file in files(&folder, end)? {
            let stem = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let path = fs::canonicalize(&file)?;
            let _ = writeln!(list, "    ({stem:?}, include_str!({path:?})),");
        }
        let _ = writeln!(list, "];");
    }
    fs::write(PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("forms.rs"), list)
}

/// The files of a folder that end so, by name; none when there is no such folder.
fn files(folder: &Path, end: &str) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|known| known == end));
    files.sort();
    Ok(files)
}
