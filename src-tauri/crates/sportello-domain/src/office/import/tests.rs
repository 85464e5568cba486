use super::*;
use crate::id::OfficeId;
use proptest::prelude::*;

fn read(text: &str) -> (Table, Columns) {
    let table = Table::read(text.as_bytes()).expect("a table");
    let columns = Columns::guess(&table.header, FIELDS);
    (table, columns)
}

/// Identities that none of the offices has.
fn ids(offices: &[Office]) -> impl FnMut() -> OfficeId {
    let mut next = 100 + offices.len() as u64;
    move || {
        next += 1;
        OfficeId::from_parts(next, [0; 10])
    }
}

fn today() -> NaiveDate {
    "2026-11-24".parse().expect("a day")
}

fn planned(text: &str, offices: &[Office]) -> OfficePlan {
    let (table, columns) = read(text);
    plan(&table, &columns, offices, today(), ids(offices))
}

/// The offices of a plan, as if they had been written.
fn written(plan: OfficePlan) -> Vec<Office> {
    let office = |p: PlannedOffice| Office {
        id: p.id,
        data: p.data,
        version: p.version + 1,
        checked_at: None,
        now: None,
    };
    plan.offices.into_iter().map(office).collect()
}

fn faults(plan: &OfficePlan) -> Vec<(u32, Option<&str>, &FieldRule)> {
    plan.faults.iter().map(|fault| (fault.line, fault.column.as_deref(), &fault.rule)).collect()
}

#[test]
fn the_parent_may_come_later() {
    let plan = planned("Nome;Parte di;Piano\nAnagrafe;Demografici;terra\nDemografici;;primo\n", &[]);
    assert_eq!(faults(&plan), []);
    assert_eq!(plan.offices[0].data.parent_id, Some(plan.offices[1].id));
    assert_eq!(plan.count(RowChange::Added), 2);
}

#[test]
fn each_row_that_cannot_be_is_told_by_line_and_column() {
    let plan = planned("Nome;Parte di;Giorni\nA;Nessuno;\nB;C;\nC;B;\n;A;\nD;;mille\nD;;\nE;;0\n", &[]);
    let range = FieldRule::OutOfRange { min: 1, max: 365 };
    assert_eq!(
        faults(&plan),
        [
            (2, Some("Parte di"), &FieldRule::NotFound),
            (3, Some("Parte di"), &FieldRule::Circular),
            (4, Some("Parte di"), &FieldRule::Circular),
            (5, Some("Nome"), &FieldRule::Required),
            (6, Some("Giorni"), &range),
            (7, Some("Nome"), &FieldRule::RepeatedOn { line: 6 }),
            (8, Some("Giorni"), &range),
        ]
    );
    assert_eq!(plan.offices.len(), 0);
}

#[test]
fn what_is_there_is_changed_and_an_empty_cell_says_nothing() {
    let before = written(planned("Nome;Telefono;Responsabile\nTributi;039 1;Prova Uno\nVerde;039 2;\n", &[]));
    let plan = planned("Nome;Telefono;Responsabile\nTRIBUTI;;Prova Due\nverde;039 2;\nNuovo;;\n", &before);
    assert_eq!(faults(&plan), []);
    let changes: Vec<RowChange> = plan.offices.iter().map(|planned| planned.change).collect();
    assert_eq!(changes, [RowChange::Changed, RowChange::Changed, RowChange::Added]);
    let tributi = &plan.offices[0].data;
    assert_eq!((tributi.phone.as_deref(), tributi.head.as_deref()), (Some("039 1"), Some("Prova Due")));
    let people: Vec<_> = tributi.people.iter().map(|p| (p.name.as_str(), p.valid_to)).collect();
    assert_eq!(people, [("Prova Uno", today().pred_opt()), ("Prova Due", None)], "nobody is lost");
    let after = written(plan);
    let again = planned("Nome;Telefono;Responsabile\nTRIBUTI;;due prova\nverde;039 2;\nNuovo;;\n", &after);
    assert_eq!(again.count(RowChange::Unchanged), 3, "the same table again changes nothing");
}

#[test]
fn the_national_index_is_recognised() {
    let present = "Codice_IPA\tDenominazione_ente\tCodice_uni_uo\tCodice_uni_uo_padre\tDescrizione_uo\tNome_responsabile\tCognome_responsabile\tMail_responsabile\tIndirizzo\tCAP\tTelefono\tMail1\tTipo_Mail1\tMail2\tTipo_Mail2\n\
        c_x000\tComune di Prova\tAB12\tCD34\tUfficio Tributi\tUno\tProva\tuno@example.it\tVia Prova 1\t20000\t039 1\tTRIBUTI@PEC.EXAMPLE.IT\tPec\ttributi@example.it\tAltro\n\
        c_x000\tComune di Prova\tCD34\t\tSettore Finanze\t\t\t\t\t\t\t\t\t\t\n";
    let (table, _) = read(present);
    assert!(is_indice_pa(&table.header));
    let plan = planned(present, &[]);
    assert_eq!(faults(&plan), []);
    let data = &plan.offices[0].data;
    assert_eq!((data.name.as_str(), data.ipa_code.as_deref()), ("Ufficio Tributi", Some("AB12")));
    assert_eq!(data.parent_id, Some(plan.offices[1].id), "by code");
    assert_eq!(data.pec.as_deref(), Some("tributi@pec.example.it"));
    assert_eq!(data.email.as_deref(), Some("tributi@example.it"));
    assert_eq!(data.address.as_deref(), Some("Via Prova 1, 20000"));
    assert_eq!(data.head.as_deref(), Some("Prova Uno"));
    assert_eq!(data.people[0].email.as_deref(), Some("uno@example.it"));
    let older = "cod_amm,cod_ou,cod_aoo,des_ou,comune,cap,indirizzo,tel,nome_resp,cogn_resp,mail_resp,tel_resp,mail1,tipo_mail1\n\
        c_x000,UTR,,Tributi,Prova,20000,Via Prova 1,039 1,Uno,Prova,,039 2,t@example.it,altro\n";
    let plan = planned(older, &[]);
    assert_eq!(faults(&plan), []);
    let data = &plan.offices[0].data;
    assert_eq!(data.address.as_deref(), Some("Via Prova 1, 20000 Prova"));
    assert_eq!((data.ipa_code.as_deref(), data.phone.as_deref()), (Some("UTR"), Some("039 1")));
    assert_eq!(data.people[0].phone.as_deref(), Some("039 2"));
}

#[test]
fn two_offices_of_one_name_are_told_apart_by_their_parent() {
    let text = "Nome;Parte di\nUno;\nDue;\nSegreteria;Uno\nSegreteria;Due\n";
    let before = written(planned(text, &[]));
    assert_eq!(before.len(), 4);
    assert_eq!(planned(text, &before).count(RowChange::Unchanged), 4);
    let plan = planned("Nome;Telefono\nSegreteria;1\n", &before);
    assert_eq!(faults(&plan), [(2, Some("Nome"), &FieldRule::Ambiguous)]);
}

#[test]
fn in_a_table_that_tells_parents_a_row_without_one_is_at_the_top() {
    let text = "Nome;Parte di\nScuola;Servizi\nScuola;\nServizi;\n";
    let before = written(planned(text, &[]));
    assert_eq!(planned(text, &before).count(RowChange::Unchanged), 3);
    let one = written(planned("Nome;Parte di\nServizi;\nScuola;Servizi\n", &[]));
    for table in [text, "Nome;Parte di\nScuola;\nScuola;Servizi\nServizi;\n"] {
        let plan = planned(table, &one);
        assert_eq!((plan.count(RowChange::Unchanged), plan.count(RowChange::Added)), (2, 1), "{table}");
    }
}

#[test]
fn two_rows_are_never_one_office() {
    let before = written(planned("Nome;Codice IPA\nScuola;AA11\n", &[]));
    let plan = planned("Nome;Codice IPA\nScuola;AA11\nscuola;\n", &before);
    assert_eq!(plan.offices.len() + plan.faults.len(), 2);
    let ids: std::collections::HashSet<_> = plan.offices.iter().map(|planned| planned.id).collect();
    assert_eq!(ids.len(), plan.offices.len());
}

proptest! {
    #[test]
    fn any_table_is_planned_and_the_same_table_again_changes_nothing(
        rows in proptest::collection::vec(("[a-f]{1,2}", "[a-f]{0,2}", "[ -~àèì]{0,12}"), 0..20)
    ) {
        let text: String = rows.iter().map(|(name, parent, words)| {
            format!("{name};{parent};\"{}\"\n", words.replace('"', "\"\""))
        }).collect();
        let text = format!("Nome;Parte di;Competenze\n{text}");
        let plan = planned(&text, &[]);
        let told: std::collections::HashSet<u32> = plan.faults.iter().map(|fault| fault.line).collect();
        prop_assert!(plan.offices.iter().all(|p| !told.contains(&p.line)), "a refused row is not planned");
        prop_assert_eq!(plan.offices.len() + told.len(), rows.len());
        if plan.faults.is_empty() {
            let before = written(plan);
            prop_assert_eq!(planned(&text, &before).count(RowChange::Unchanged), rows.len());
        }
    }
}
