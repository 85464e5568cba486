use super::*;

fn office(name: &str, competences: &[&str]) -> Office {
    let data = OfficeData {
        parent_id: None,
        name: name.into(),
        address: None,
        floor: None,
        room: None,
        phone: None,
        email: None,
        pec: None,
        head: None,
        competences: competences.iter().map(|need| (*need).to_owned()).collect(),
        answer_days: DEFAULT_ANSWER_DAYS,
    };
    Office { id: OfficeId::from_parts(1, [name.len() as u8; 10]), data, version: 1 }
}

#[test]
fn an_office_is_found_by_what_people_need() {
    let offices = [
        office("Servizi demografici", &["carta d'identità", "cambio di residenza"]),
        office("Lavori pubblici", &["lampione spento", "buca nella strada"]),
        office("Polizia locale", &["passo carrabile", "rumori di notte"]),
    ];
    let first =
        |need| find_by_need(&offices, need).first().map(|hit| hit.matched.clone()).unwrap_or_default();
    assert_eq!(first("carta identita"), "carta d'identità");
    assert_eq!(first("LAMP"), "lampione spento");
    assert_eq!(first("passo carr"), "passo carrabile");
    assert_eq!(first("polizia"), "Polizia locale");
    assert_eq!(first("xyz"), "");
    assert_eq!(first(""), "");
}

#[test]
fn a_wrong_card_is_named_field_by_field() {
    let data = OfficeData { answer_days: 0, ..office(" ", &["a\0"]).data };
    let faults = data.parse().expect_err("three fields are wrong");
    let named: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(named, ["name", "competences.0", "answer_days"]);
}
