//! Every form the program carries, filled with every sample: nothing is wrong, and nothing that was answered is missing
//! on the paper.

use super::cli::cli;
use serde_json::{Value, json};
use sportello_app::{FormCatalogue, FormFill, FormFilled, form_catalogue, form_fill};
use std::path::{Path, PathBuf};

/// The instant of all papers here.
fn fill(catalogue: &FormCatalogue, id: &str, answers: Option<Value>) -> FormFilled {
    let now = "2026-11-24T09:00:00Z".parse().ok();
    let asked = FormFill { answers, now, ..FormFill::default() };
    form_fill(Path::new("nowhere"), catalogue, id, asked).unwrap_or_else(|failure| panic!("{id}: {failure}"))
}

fn samples() -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/forms");
    let mut samples: Vec<(String, Value)> = std::fs::read_dir(folder)
        .expect("the samples")
        .map(|entry| entry.expect("a file").path())
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("read");
            (name, serde_json::from_str(&text).expect("JSON"))
        })
        .collect();
    samples.sort_by(|a, b| a.0.cmp(&b.0));
    samples
}

/// Every answer as it stands in the file, where it is printed as it was given.
fn given(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.chars().count() > 3 => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| given(item, found)),
        Value::Object(fields) => fields.values().for_each(|value| given(value, found)),
        _ => {}
    }
}

/// The words of the parts whose field is wanted.
fn words_of(filled: &FormFilled, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    filled.said.iter().filter(|(field, _)| wanted(field)).map(|(_, words)| words.clone()).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect::<String>().to_lowercase()
}

#[test]
fn every_sample_fills_its_form_and_every_answer_is_on_the_paper() {
    let catalogue = form_catalogue(Path::new("nowhere"));
    let mut filled_forms = std::collections::BTreeSet::new();
    let mut said = Vec::new();
    for (name, sample) in samples() {
        let id = sample["modulo"].as_str().expect("a form").to_owned();
        let form = catalogue.form(&id).unwrap_or_else(|| panic!("{name}: no form"));
        let filled = fill(&catalogue, &id, Some(sample.clone()));
        assert_eq!(filled.errors, [], "{name}");
        let page = words_of(&filled, |_| true).join("\n");
        let words = letters(&page);
        let choices: Vec<String> = form
            .questions()
            .iter()
            .flat_map(|(_, question)| question.options.iter().map(|option| option.value.clone()))
            .collect();
        let mut answers = Vec::new();
        given(&Value::Object(filled.answers.clone()), &mut answers);
        let is_code = |text: &str| text.len() == 4 && text[1..].chars().all(|c| c.is_ascii_digit());
        let is_date = |text: &str| text.len() == 10 && text.as_bytes()[4] == b'-';
        for answer in answers.iter().filter(|answer| !choices.contains(answer) && !is_code(answer)) {
            let printed = match is_date(answer) {
                true => format!("{}/{}/{}", &answer[8..], &answer[5..7], &answer[..4]),
                false => answer.replace('.', ","),
            };
            // Thousands stand apart on the paper.
            let found = words.contains(&letters(&printed))
                || words.contains(&letters(answer))
                || words.replace('.', "").contains(&letters(&printed));
            assert!(found, "{name}: «{answer}» is not on the paper\n{page}");
        }
        filled_forms.insert(id);
        said.push(format!("==== {name}\n{page}"));
    }
    let missing: Vec<&str> = (catalogue.entries.iter())
        .filter_map(|entry| entry.form.as_ref().ok())
        .map(|form| form.file.id.as_str())
        .filter(|id| !filled_forms.contains(*id))
        .collect();
    assert_eq!(missing, Vec::<&str>::new(), "forms without a sample");
    insta::assert_snapshot!("the_words_of_every_form", said.join("\n"));
}

#[test]
fn every_form_is_printed_blank_and_its_title_and_version_are_there() {
    let catalogue = form_catalogue(Path::new("nowhere"));
    for entry in &catalogue.entries {
        let form = entry.form.as_ref().expect("sound");
        let blank = fill(&catalogue, &form.file.id, None);
        assert!(blank.pdf.as_ref().is_some_and(|pdf| pdf.starts_with(b"%PDF")), "{}", form.file.id);
        let title = words_of(&blank, |field| field == "title").concat();
        assert_eq!(letters(&title), letters(&form.file.title));
    }
}

#[test]
fn forms_are_listed_found_shown_and_checked_from_the_command_line() {
    let cli = cli();
    let forms = cli.run(&["form", "list"]).json();
    assert!(
        forms
            .as_array()
            .is_some_and(|forms| forms.len() >= 32 && forms.iter().all(|form| form["valid"] == true))
    );
    let found = cli.run(&["form", "search", "devo", "cambiare", "casa"]).json();
    assert_eq!(found[0]["id"], "residenza");
    let shown = cli.run(&["form", "show", "delega"]).json();
    assert_eq!(shown["id"], "delega");
    assert!(shown["steps"][0]["questions"][0]["questions"].as_array().is_some());
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("modulo.toml");
    let carried = include_str!("../../src-tauri/catalog/forms/delega.toml");
    std::fs::write(&file, carried).expect("written");
    let name = file.to_str().expect("a path");
    let checked = cli.run(&["form", "check", name]);
    assert_eq!((checked.code, &checked.json()["valid"]), (0, &json!(true)));
    let line = carried[..carried.find("tipo = \"").expect("a kind")].matches('\n').count() + 1;
    std::fs::write(&file, carried.replacen("tipo = \"", "tipo = \"x", 1)).expect("written");
    let checked = cli.run(&["form", "check", name]);
    assert_eq!(checked.code, 1);
    let told: Value = serde_json::from_str(&checked.out).expect("JSON");
    let fault = &told["faults"][0];
    assert_eq!(fault["line"], line);
    let message = fault["message"].as_str().unwrap_or_default();
    assert!(
        message.starts_with(&format!("riga {line}: il tipo 'x")) && message.contains("non esiste"),
        "{message}"
    );
}

#[test]
fn a_form_is_filled_from_the_command_line_and_refused_when_something_is_wrong() {
    let cli = cli();
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("a path").to_owned();
    let (_, sample) = samples().into_iter().find(|(name, _)| name == "delega").expect("a sample");
    let write = |value: &Value| std::fs::write(path("risposte.json"), value.to_string()).expect("written");
    let (answers, out) = (path("risposte.json"), path("modulo.pdf"));
    let run = |more: &[&str]| {
        let arguments = ["form", "fill", "delega", "--answers", &answers, "--out", &out];
        cli.run(&[&arguments, more].concat())
    };
    write(&sample);
    let filled = run(&["--guide", "en"]);
    assert_eq!((filled.code, &filled.json()["complete"]), (0, &json!(true)));
    assert!(std::fs::read(&out).expect("the paper").starts_with(b"%PDF"));
    std::fs::remove_file(&out).expect("removed");
    let mut short = sample.clone();
    short["risposte"]["pratica"] = json!("");
    write(&short);
    let refused = run(&[]);
    assert_eq!(refused.code, 1);
    let told: Value = serde_json::from_str(&refused.out).expect("JSON");
    assert_eq!((&told["errors"][0]["field"], &told["file"]), (&json!("pratica"), &Value::Null));
    assert!(!Path::new(&out).exists());
    assert_eq!(run(&["--draft"]).code, 0);
    assert!(Path::new(&out).exists());
    for (wrong, says) in [
        (json!({ "modulo": "delega" }), "risposte"),
        (json!({ "modulo": "residenza", "risposte": {} }), "modulo"),
        (json!([]), ""),
    ] {
        write(&wrong);
        let refused = run(&[]);
        assert_eq!(refused.code, 1);
        assert!(refused.err.contains(says), "{}", refused.err);
    }
    std::fs::write(path("risposte.json"), "{").expect("written");
    assert!(run(&[]).err.contains("riga 1"));
    let blank = cli.run(&["form", "fill", "residenza", "--blank", "--out", &out]);
    assert_eq!(blank.code, 0);
    assert_eq!(cli.run(&["form", "fill", "nessuno", "--blank", "--out", &out]).code, 1);
}

/// Whatever is answered at length, in whatever script, is on the paper whole: in its place or in an attachment.
#[test]
fn no_letter_of_a_long_answer_is_lost() {
    use proptest::prelude::*;
    let catalogue = form_catalogue(Path::new("nowhere"));
    let (_, sample) = samples().into_iter().find(|(name, _)| name == "istanza-generica").expect("a sample");
    let words =
        prop::collection::vec("[a-zàèìòùÀÈ0-9.,;:’€()]{1,24}|[ĀŁȘ]{1,9}|[а-яіїє]{1,12}|[α-ω]{1,8}", 20..520);
    let config = ProptestConfig { max_shrink_iters: 20, ..ProptestConfig::with_cases(12) };
    proptest!(config, |(words in words)| {
        let mut text: String = words.join(" ");
        while text.chars().count() > 3900 { text.pop(); }
        let mut sample = sample.clone();
        sample["risposte"]["richiesta"] = json!(text);
        let filled = fill(&catalogue, "istanza-generica", Some(sample));
        prop_assert!(filled.pdf.is_some(), "{:?}", filled.errors);
        let whole = letters(&text);
        let first = filled.said.iter().find(|(field, words)| {
            field.ends_with(".value") && !letters(words).is_empty() && whole.starts_with(&letters(words))
        });
        let (part, _) = first.expect("the answer begins somewhere");
        let printed = words_of(&filled, |field| field == part).concat();
        prop_assert_eq!(letters(&printed), whole);
    });
}

#[test]
fn a_form_outside_its_time_wants_a_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join("moduli");
    std::fs::create_dir(&own).expect("made");
    let carried = include_str!("../../src-tauri/catalog/forms/delega.toml");
    let ended =
        carried.replacen("valido_dal = \"2026", "valido_fino_al = \"2020-01-31\"\nvalido_dal = \"2019", 1);
    assert!(ended != carried);
    std::fs::write(own.join("delega.toml"), ended).expect("written");
    let catalogue = form_catalogue(folder.path());
    let ask = |reason| {
        let asked = FormFill { reason, ..FormFill::default() };
        form_fill(folder.path(), &catalogue, "delega", asked)
    };
    let refused = ask(None).map(|filled| filled.form).expect_err("ended");
    assert_eq!(refused.fields[0].field, "reason");
    assert!(ask(Some("la nuova non c'è ancora")).is_ok());
}

#[test]
fn the_schema_for_editors_is_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/catalog/forms/modulo.schema.json");
    let fresh = sportello_domain::form::schema();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &fresh).expect("write the schema");
    }
    let on_disk = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(on_disk == fresh, "modulo.schema.json is stale: UPDATE_SCHEMA=1 writes it again");
}
