//! Writes every sample as a paper into a folder, to be looked at: `cargo run --example papers -- FOLDER [--twin-1b]
//! [--internal]`.

use std::{env, error::Error, fs, path::PathBuf};

use chrono::DateTime;
use sportello_documents::{Document, House, Logo, Options, render};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let folder = PathBuf::from(arguments.first().ok_or("which folder?")?);
    let asked = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let options = Options { twin_1b: asked("--twin-1b"), internal: asked("--internal") };
    let samples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut house: House = serde_json::from_str(&fs::read_to_string(samples.join("house.json"))?)?;
    let bytes = fs::read(samples.join("stemma.svg"))?;
    house.logo = Some(Logo { bytes, alt: "Stemma del Comune di Montelupo".to_owned() });
    let made_at = DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00")?;
    for entry in fs::read_dir(samples)? {
        let path = entry?.path();
        let is_paper = path.extension().is_some_and(|end| end == "json") && !path.ends_with("house.json");
        if is_paper {
            let document: Document = serde_json::from_str(&fs::read_to_string(&path)?)?;
            let rendered = render(&document, &house, made_at, options)?;
            let name = path.file_stem().ok_or("a name")?;
            fs::write(folder.join(name).with_extension("pdf"), rendered.pdf)?;
        }
    }
    Ok(())
}
