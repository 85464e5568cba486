//! Wrong files are told with the line of the mistake.

use super::*;

/// The faults of the form with one text in it put in the place of another.
fn changed(from: &str, to: &str) -> Vec<(u32, FormProblem)> {
    assert!(FORM.contains(from), "{from}");
    let faults = Form::read(&FORM.replacen(from, to, 1), &library()).unwrap_err();
    faults.into_iter().map(|fault| (fault.line, fault.problem)).collect()
}

fn line(of: &str) -> u32 {
    let at = FORM.find(of).unwrap();
    u32::try_from(FORM[..at].matches('\n').count()).unwrap() + 1
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn a_misspelt_word_is_named_at_its_line() {
    assert_eq!(
        changed("tipo = \"gruppo\"", "tipo = \"gruppi\""),
        [(
            line("tipo = \"gruppo\""),
            FormProblem::UnknownWord { key: text("tipo"), word: text("gruppi"), near: Some(text("gruppo")) }
        )]
    );
    assert_eq!(
        changed("obbligatorio = true\nopzioni", "obligatorio = true\nopzioni"),
        [(
            line("obbligatorio = true\nopzioni"),
            FormProblem::UnknownKey { key: text("obligatorio"), near: Some(text("obbligatorio")) }
        )]
    );
    assert_eq!(
        changed("stato = \"attivo\"", "stato = \"vivo\""),
        [(5, FormProblem::UnknownWord { key: text("stato"), word: text("vivo"), near: None })]
    );
    let problem = |from, to| changed(from, to).into_iter().next().unwrap();
    assert_eq!(
        problem("titolo = \"Richiesta di prova\"\n", "").1,
        FormProblem::MissingKey { key: text("titolo") }
    );
    assert_eq!(problem("copie = 2", "copie = \"due\"").1, FormProblem::WrongType { key: text("copie") });
    assert_eq!(problem("id = \"prova\"", "id = \"prova\"\nid = \"due\"").1, FormProblem::RepeatedKey);
    let open = problem("titolo = \"Richiesta di prova\"", "titolo = \"Richiesta di prova");
    assert!(matches!(open, (3, FormProblem::Syntax { .. })), "{open:?}");
}

#[test]
fn what_does_not_fit_together_is_named_at_its_line() {
    let condition = "se = { campo = \"qualita\", uguale = \"delegato\" }";
    for (from, to, problem) in [
        (
            condition,
            "se = { campo = \"qualitá\", uguale = \"delegato\" }",
            FormProblem::UnknownField { path: text("qualitá"), near: Some(text("qualita")) },
        ),
        (
            condition,
            "se = { campo = \"qualita\", uguale = \"delegata\" }",
            FormProblem::UnknownOption {
                path: text("qualita"),
                value: text("delegata"),
                near: Some(text("delegato")),
            },
        ),
        (
            condition,
            "se = { campo = \"modalita\", contiene = \"copia\" }",
            FormProblem::LaterField { path: text("modalita") },
        ),
        (
            condition,
            "se = { campo = \"qualita\", uguale = \"delegato\", diverso = \"x\" }",
            FormProblem::OneWord,
        ),
        (condition, "se = { tutte = [] }", FormProblem::OneWord),
        (
            condition,
            "se = { campo = \"qualita:peso\", maggiore = 1 }",
            FormProblem::UnknownMeasure { path: text("qualita:peso") },
        ),
        (
            condition,
            "se = { campo = \"firma.davanti\", uguale = \"no\" }",
            FormProblem::LaterField { path: text("firma.davanti") },
        ),
    ] {
        assert_eq!(changed(from, to), [(line(condition), problem)], "{to}");
    }
    let one = |from: &str, to: &str, problem| {
        let found = changed(from, to);
        assert!(found.contains(&(line(from), problem)), "{to}: {found:?}");
    };
    one("id = \"giorni\"", "id = \"dal\"", FormProblem::RepeatedId { id: text("dal") });
    one("id = \"dal\"", "id = \"Dal\"", FormProblem::BadId { id: text("Dal") });
    one(
        "blocco = \"persona\"",
        "blocco = \"personaa\"",
        FormProblem::UnknownBlock { id: text("personaa"), near: Some(text("persona")) },
    );
    one(
        "facoltativi = [\"codice_fiscale\"]",
        "facoltativi = [\"iban\"]",
        FormProblem::UnknownField { path: text("iban"), near: None },
    );
    one(
        "ufficio_destinatario = \"protocollo\"",
        "ufficio_destinatario = \"protocolo\"",
        FormProblem::UnknownOffice { code: text("protocolo"), near: Some(text("protocollo")) },
    );
    one(
        "informativa = \"generale\"",
        "informativa = \"speciale\"",
        FormProblem::UnknownNotice { key: text("speciale") },
    );
    one(
        "calcolo = { prodotto = [\"documenti.pagine:somma\", \"parametro:copie.facciata\"] }",
        "calcolo = { prodotto = [\"documenti.pagine:somma\", \"parametro:copie.facciate\"] }",
        FormProblem::UnknownParameter { key: text("copie.facciate"), near: Some(text("copie.facciata")) },
    );
    one(
        "calcolo = { giorni_compresi",
        "calcolo = { somma = [\"dal\"], giorni_compresi",
        FormProblem::OneComputation,
    );
    one(
        "calcolo = { giorni_compresi = [\"dal\", \"al\"] }",
        "calcolo = { giorni_compresi = [\"dal\"] }",
        FormProblem::WrongTerms { word: text("giorni_compresi") },
    );
    one(
        "unici = [\"descrizione\"]",
        "unici = [\"nome\"]",
        FormProblem::UnknownField { path: text("nome"), near: None },
    );
    one(
        "precompila = \"cittadino\"",
        "precompila = \"catasto\"",
        FormProblem::UnknownSource { source: text("catasto") },
    );
    one(
        "min_da = \"campo:dal\"",
        "min_da = \"campo:giorni\"",
        FormProblem::LaterField { path: text("giorni") },
    );
    one("etichetta = \"Dal\"", "etichetta = \" \"", FormProblem::NoLabel { id: text("dal") });
}

#[test]
fn what_never_happens_is_told() {
    let rule = "se = { campo = \"qualita\", uguale = \"delegato\" }";
    let never = "se = { tutte = [ { campo = \"qualita\", uguale = \"delegato\" }, { campo = \"qualita\", uguale = \"interessato\" } ] }";
    assert_eq!(changed(rule, never), [(line(rule), FormProblem::NeverAsked { id: text("rappresentato") })]);
    let possible = "se = { una = [ { campo = \"qualita\", uguale = \"delegato\" }, { campo = \"qualita\", uguale = \"interessato\" } ] }";
    assert!(Form::read(&FORM.replace(rule, possible), &library()).is_ok());
    let stamp = "se = { campo = \"modalita\", contiene = \"conforme\" }";
    let faults = changed(
        stamp,
        "se = { tutte = [ { campo = \"qualita\", uguale = \"delegato\" }, { non = { campo = \"qualita\", diverso = \"interessato\" } } ] }",
    );
    assert_eq!(faults, [(line(stamp), FormProblem::NeverTrue)]);
}

#[test]
fn a_declaration_has_the_words_the_law_wants() {
    let file =
        FORM.replace("stato = \"attivo\"", "stato = \"attivo\"\nclasse = \"dichiarazione_sostitutiva\"");
    let lacks = |file: &str| {
        let faults = Form::read(file, &library()).unwrap_err();
        faults.into_iter().map(|fault| fault.problem).collect::<Vec<_>>()
    };
    assert_eq!(lacks(&file), [FormProblem::DeclarationLacks { what: text("dich_penale") }]);
    let file = file.replace("id = \"sicuro\"", "id = \"dich_penale\"");
    assert!(Form::read(&file, &library()).is_ok());
    let start = file.find("[privacy]").unwrap();
    let end = file.find("[firma]").unwrap();
    let without = format!("{}{}", &file[..start], &file[end..]);
    assert_eq!(lacks(&without), [FormProblem::DeclarationLacks { what: text("privacy") }]);
}

#[test]
fn shared_files_are_looked_at_too() {
    let read = |blocks: &str| Library::read(blocks, &[("parametri.toml", PARAMETERS)], &[]).unwrap_err();
    let circular = BLOCKS.replace("blocco = \"casa\"", "blocco = \"persona_con_casa\"");
    assert_eq!(read(&circular)[0].fault.problem, FormProblem::CircularBlock { id: text("persona_con_casa") });
    let wrong = BLOCKS.replace("campo = \"in_italia\"", "campo = \"in_italy\"");
    let fault = &read(&wrong)[0];
    assert_eq!(fault.file, "blocchi.toml");
    assert!(
        matches!(&fault.fault.problem, FormProblem::UnknownField { near: Some(near), .. } if near == "in_italia")
    );
}
