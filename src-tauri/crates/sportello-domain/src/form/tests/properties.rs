//! What holds for every set of answers and every file.

use super::*;

/// Any JSON that somebody could send.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "delegato",
            "interessato",
            "copia",
            "conforme",
            "2026-02-30",
            "+99999999999",
            "E617",
            "1/3",
            "-0",
            "oggi",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name(), inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "richiedente",
        "cognome",
        "nome",
        "nascita_data",
        "codice_fiscale",
        "qualita",
        "rappresentato",
        "documenti",
        "descrizione",
        "anno",
        "pagine",
        "ufficio",
        "modalita",
        "costo",
        "dal",
        "al",
        "giorni",
        "sicuro",
        "firma",
        "davanti",
        "data",
        "luogo",
        "altro",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn no_answers_panic(given in prop::collection::btree_map(name(), any_value(), 0..12)) {
        let (form, desk) = (form(), &*DESK);
        let given: Map<String, Value> = given.into_iter().collect();
        let done = form.evaluate(&given, desk.setting());
        let again = form.evaluate(&done.kept(), desk.setting());
        prop_assert_eq!(done.kept(), again.kept());
    }

    /// However the answers are given one by one, the end is the same.
    #[test]
    fn the_order_of_answers_changes_nothing(order in Just(answers().into_iter().collect::<Vec<_>>()).prop_shuffle()) {
        let (form, desk) = (form(), &*DESK);
        let mut given = Map::new();
        for (name, value) in order {
            given.insert(name, value);
            form.evaluate(&given, desk.setting());
        }
        let (one, other) = (form.evaluate(&given, desk.setting()), form.evaluate(&answers(), desk.setting()));
        prop_assert_eq!(one, other);
    }

    /// No answer to a question that is not asked is anywhere in what comes out.
    #[test]
    fn what_is_hidden_never_comes_out(secret in "[a-z]{12}") {
        let (form, desk) = (form(), &*DESK);
        let mut given = answers();
        given.insert("rappresentato".to_owned(), json!({ "cognome": secret, "nome": secret }));
        let done = form.evaluate(&given, desk.setting());
        let shown = format!("{done:?}");
        prop_assert!(!shown.contains(&secret));
        prop_assert!(!Value::Object(done.kept()).to_string().contains(&secret));
    }

    /// A file with any of its pieces changed is read or told, never worse.
    #[test]
    fn no_file_panics(at in 0..FORM.len(), length in 0..40_usize, put in ".{0,6}") {
        let library = library();
        let around = FORM.get(..at).zip(FORM.get((at + length).min(FORM.len())..));
        let read = around.map(|(before, after)| Form::read(&format!("{before}{put}{after}"), &library));
        if let Some(Err(faults)) = read {
            prop_assert!(!faults.is_empty() && faults.iter().all(|fault| fault.line > 0 && fault.column > 0));
        }
    }

    #[test]
    fn no_text_is_taken_for_a_form_by_mistake(text in ".{0,200}") {
        prop_assert!(Form::read(&text, &Library::default()).is_err());
        prop_assert!(Library::read(&text, &[], &[]).is_err());
    }
}
