use super::*;
use crate::calendar::SpecialDay;

fn office(name: &str, competences: &[&str]) -> Office {
    let competences = competences.iter().map(|need| (*need).to_owned()).collect();
    let data = OfficeData { competences, ..OfficeData::named(name) };
    Office {
        id: OfficeId::from_parts(1, [name.len() as u8; 10]),
        data,
        version: 1,
        checked_at: None,
        now: None,
    }
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

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn now(office: &Office, at: &str) -> OfficeNow {
    office.at(at.parse().expect("a moment"), None)
}

#[test]
fn the_deputy_answers_while_the_head_is_away_or_gone() {
    let mut tributi = office("Tributi", &[]);
    let away = |from, to| Absence { from: day(from), to: day(to) };
    let head = OfficePerson {
        absences: vec![away("2026-11-23", "2026-11-27"), away("2026-11-28", "2026-11-30")],
        ..OfficePerson::new("Capo", OfficeRole::Head)
    };
    tributi.data.people = vec![head, OfficePerson::new("Vice", OfficeRole::Deputy)];
    let to = |office: &Office, at| {
        let addressee = now(office, at).addressee.expect("somebody");
        (addressee.name, addressee.instead_of.map(|away| (away.until, away.left_on)))
    };
    assert_eq!(to(&tributi, "2026-11-22T09:00:00"), ("Capo".into(), None));
    let until = Some(day("2026-11-30"));
    assert_eq!(
        to(&tributi, "2026-11-24T09:00:00"),
        ("Vice".into(), Some((until, None))),
        "two periods are one"
    );
    tributi.data.people[0].valid_to = Some(day("2026-11-24"));
    let left = Some(day("2026-11-24"));
    assert_eq!(to(&tributi, "2026-12-01T09:00:00"), ("Vice".into(), Some((None, left))));
    assert_eq!(now(&tributi, "2026-12-01T09:00:00").officers, ["Vice"]);
    tributi.data.people.pop();
    assert_eq!(now(&tributi, "2026-12-01T09:00:00").addressee, None, "nobody is invented");
}

#[test]
fn an_office_opens_by_its_own_hours() {
    let mut tributi = office("Tributi", &[]);
    assert_eq!(now(&tributi, "2026-11-24T09:00:00").open, None, "unknown hours are not invented");
    let extra = SpecialDay { date: day("2026-11-29"), spans: vec![], reason: "inventario".into() };
    tributi.data.hours = Some(OfficeHours { special: vec![extra], ..Default::default() });
    let state = |at| serde_json::to_value(now(&tributi, at).open).expect("JSON");
    assert_eq!(state("2026-11-24T09:00:00")["until"], "13:00");
    assert_eq!(state("2026-11-24T13:00:00")["when"], "tomorrow");
    assert_eq!(state("2026-11-24T07:00:00")["when"], "today");
    tributi.data.valid_to = Some(day("2026-11-23"));
    let ended = now(&tributi, "2026-11-24T09:00:00");
    assert_eq!((ended.open, ended.validity), (None, Validity::Ended { on: day("2026-11-23") }));
}

#[test]
fn what_an_office_does_not_do_says_who_does() {
    let mut tributi = office("Tributi", &["IMU"]);
    tributi.data.does_not = vec!["Bollo auto: Regione Lombardia".into()];
    tributi.data.synonyms = vec!["tasse".into()];
    let offices = [tributi, office("Polizia locale", &["auto abbandonata"])];
    let hits = find_by_need(&offices, "auto");
    let told: Vec<_> = hits.iter().map(|hit| (hit.matched.as_str(), hit.not_here)).collect();
    assert_eq!(told, [("auto abbandonata", false), ("Bollo auto: Regione Lombardia", true)]);
    assert_eq!(find_by_need(&offices, "tasse")[0].office.data.name, "Tributi");
}

#[test]
fn nobody_disappears_from_an_office() {
    let mut data = OfficeData { head: Some("Prova Capo".into()), ..OfficeData::named("Tributi") };
    data = data.parse().expect("a card");
    assert_eq!(
        (data.people.len(), data.people[0].role),
        (1, OfficeRole::Head),
        "a head is one of the people"
    );
    let mut after = OfficeData { head: Some("Altro Capo".into()), ..OfficeData::named("Tributi") };
    after = after.parse().expect("a card");
    after.keep_people(&data.people, day("2026-11-23"));
    let told: Vec<_> = after.people.iter().map(|p| (p.name.as_str(), p.valid_to)).collect();
    assert_eq!(told, [("Altro Capo", None), ("Prova Capo", Some(day("2026-11-23")))]);
    assert!(same_person("D’Angelo Nicolò", "nicolo dangelo"));
    assert!(!same_person("", " "));
}
