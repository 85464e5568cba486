use super::*;

#[test]
fn every_form_the_program_carries_is_sound() {
    for entry in &CARRIED.entries {
        assert!(entry.form.is_ok(), "{}: {:?}", entry.file, entry.form.as_ref().err());
        let form = entry.form.as_ref().expect("sound");
        assert_eq!(entry.file, format!("{}.toml", form.file.id));
    }
    assert!(CARRIED.entries.len() >= 32, "{}", CARRIED.entries.len());
    assert!(CARRIED.shared.is_empty(), "{:?}", CARRIED.shared);
}

#[test]
fn every_guide_is_of_a_form_and_of_its_questions() {
    for (name, text) in GUIDES {
        let guide = Guide::read(text).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        if guide.form == "blocchi" {
            let known = |path: &String| {
                let (block, id) = path.split_once('.').expect("block.question");
                CARRIED.library.block(block).iter().any(|question| question.id == id)
            };
            let strangers: Vec<_> = guide.fields.keys().filter(|path| !known(path)).collect();
            assert!(strangers.is_empty(), "{name}: {strangers:?}");
        } else {
            let form = CARRIED.form(&guide.form).unwrap_or_else(|| panic!("{name}: no such form"));
            assert_eq!(guide.strangers(form), Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn the_municipality_wins_by_id_and_a_change_is_seen_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = folder.path().join(FOLDER);
    assert!(Arc::ptr_eq(&form_catalogue(folder.path()), &CARRIED));
    std::fs::create_dir(&own).expect("made");
    let (_, carried) = FORMS.iter().find(|(name, _)| *name == "delega.toml").expect("carried");
    let changed = format!("# cambiato\n{carried}");
    std::fs::write(own.join("delega.toml"), &changed).expect("written");
    let seen = form_catalogue(folder.path());
    let entry = seen.entries.iter().find(|entry| entry.file == "delega.toml").expect("there");
    assert_eq!(entry.origin, FormOrigin::Municipality);
    assert_eq!(seen.entries.len(), CARRIED.entries.len());
    // A wrong file is told, and the program's own form stays.
    std::fs::write(own.join("delega.toml"), changed.replacen("tipo", "tippo", 1)).expect("written");
    let seen = form_catalogue(folder.path());
    assert_eq!(seen.entries.len(), CARRIED.entries.len() + 1);
    assert_eq!(seen.entries.last().map(|entry| entry.form.is_err()), Some(true));
    assert!(seen.form("delega").is_some());
    std::fs::write(own.join("parametri.toml"), "[bollo]\neuro = \"18.00\"\n").expect("written");
    assert_eq!(form_catalogue(folder.path()).library.parameters.text("bollo.euro"), Some("18.00"));
    std::fs::write(own.join("parametri.toml"), [0xff, 0xfe]).expect("written");
    let seen = form_catalogue(folder.path());
    assert_eq!((seen.shared.len(), seen.library.parameters.text("bollo.euro")), (1, Some("16.00")));
}

#[test]
fn a_need_finds_its_form() {
    for (need, id) in [
        ("devo cambiare casa", "residenza"),
        ("parcheggio disabili", "contrassegno-disabili"),
        ("c'è una buca per strada", "segnalazione"),
        ("ospito uno straniero", "ospitalita"),
        ("tassa rifiuti", "tari-domestica"),
        ("carta d'identità scaduta", "carta-identita"),
        ("ritirare un documento per mia madre", "delega"),
        ("trasloco con il camion", "suolo-pubblico"),
    ] {
        let found: Vec<&str> = CARRIED
            .search(need)
            .into_iter()
            .filter_map(|entry| entry.form.as_ref().ok())
            .map(|form| form.file.id.as_str())
            .take(3)
            .collect();
        assert!(found.contains(&id), "{need}: {found:?}");
    }
    assert!(CARRIED.search("xyzzy").is_empty());
}
