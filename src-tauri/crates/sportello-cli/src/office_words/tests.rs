use super::*;
use chrono::{NaiveDate, NaiveDateTime};
use sportello_domain::calendar::{OpeningSpan, WeeklyHours};
use sportello_domain::id::OfficeId;
use sportello_domain::office::{Absence, OfficeData, OfficeHours, OfficePerson};
use sportello_domain::text::InternalText;

fn span(from: &str, to: &str) -> OpeningSpan {
    let time = |text: &str| text.parse().expect("a time");
    OpeningSpan { from: time(from), to: time(to) }
}

fn tributi(at: &str) -> Office {
    let at: NaiveDateTime = at.parse().expect("a moment");
    let morning = || vec![span("08:30:00", "12:30:00")];
    let weekly = WeeklyHours {
        monday: morning(),
        tuesday: vec![span("08:30:00", "12:30:00"), span("14:00:00", "16:00:00")],
        wednesday: morning(),
        thursday: morning(),
        friday: vec![],
        saturday: vec![],
        sunday: vec![],
    };
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let away = Absence { from: day("2026-11-20"), to: day("2026-11-30") };
    let data = OfficeData {
        floor: Some("secondo piano".into()),
        room: Some("stanza 12".into()),
        phone: Some("039 0000001".into()),
        phones: vec!["039 0000002 (rimborsi)".into()],
        to_bring: vec!["codice fiscale".into(), "l'avviso ricevuto".into()],
        does_not: vec!["Bollo auto: Regione".into()],
        hours: Some(OfficeHours {
            weekly,
            note: Some("il martedì solo su appuntamento".into()),
            special: vec![],
        }),
        internal_notes: InternalText::parse("Non dire che manca il capo").ok(),
        people: vec![
            OfficePerson { absences: vec![away], ..OfficePerson::new("Prova Capo", OfficeRole::Head) },
            OfficePerson::new("Prova Vice", OfficeRole::Deputy),
        ],
        ..OfficeData::named("Tributi")
    };
    let mut office =
        Office { id: OfficeId::from_parts(1, [1; 10]), data, version: 1, checked_at: None, now: None };
    office.now = Some(office.at(at, None));
    office
}

#[test]
fn the_plain_card_can_be_read_aloud() {
    insta::assert_snapshot!(plain(&tributi("2026-11-24T10:00:00")), @r"
    Tributi
    Dove: secondo piano, stanza 12
    Orari: lunedì, mercoledì e giovedì dalle 8:30 alle 12:30; martedì dalle 8:30 alle 12:30 e dalle 14:00 alle 16:00; il martedì solo su appuntamento
    Adesso: aperto ora · chiude alle 12:30
    Telefono: 039 0000001; 039 0000002 (rimborsi)
    Che cosa portare: codice fiscale; l'avviso ricevuto
    Non se ne occupa: Bollo auto: Regione
    ");
}

#[test]
fn the_desk_reads_more_and_nobody_else_does() {
    let office = tributi("2026-11-24T18:00:00");
    assert!(card(&office).contains("Nota interna: Non dire"));
    assert!(card(&office).contains("Al posto di Prova Capo risponde Prova Vice"));
    assert!(card(&office).contains("Prova Capo, assente fino al 30/11/2026"));
    assert!(!plain(&office).contains("Non dire") && !plain(&office).contains("Prova"));
    assert!(plain(&office).contains("chiuso · apre domani alle 8:30"));
    assert!(line(&tributi("2026-11-26T20:00:00")).ends_with("chiuso · apre lunedì alle 8:30"));
}

#[test]
fn weekdays_are_told_as_people_tell_them() {
    assert_eq!(weekdays(&[1, 2, 3, 4, 5]), "da lunedì a venerdì");
    assert_eq!(weekdays(&[1, 3, 5]), "lunedì, mercoledì e venerdì");
    assert_eq!(weekdays(&[2, 4]), "martedì e giovedì");
    assert_eq!(weekdays(&[6]), "sabato");
}
