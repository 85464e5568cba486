use super::*;
use proptest::prelude::*;

fn points(values: &[&str]) -> Vec<ContactPoint> {
    values.iter().map(|value| ContactPoint { value: (*value).to_owned(), label: None }).collect()
}

#[test]
fn a_card_is_made_of_all_its_records() {
    let kept = CitizenData {
        surname: Some("Rossi".into()),
        pec: Some("a@pec.example.it".into()),
        phones: points(&["039 1234567"]),
        care_notes: Some("caratteri grandi".into()),
        ..CitizenData::default()
    };
    let absorbed = CitizenData {
        surname: Some("Rosi".into()),
        name: Some("Maria".into()),
        pec: Some("b@pec.example.it".into()),
        phones: points(&["+39 039 1234567", "333 7654321"]),
        emails: points(&["m@example.it"]),
        care_notes: Some("interprete".into()),
        ..CitizenData::default()
    };
    let card = kept.joined(std::slice::from_ref(&absorbed), &Hidden::default());
    assert_eq!((card.surname.as_deref(), card.name.as_deref()), (Some("Rossi"), Some("Maria")));
    assert_eq!(card.phones, points(&["039 1234567", "333 7654321"]), "the same telephone once");
    let emails: Vec<&str> = card.emails.iter().map(|point| point.value.as_str()).collect();
    assert_eq!(emails, ["m@example.it", "b@pec.example.it"], "no address is lost");
    assert_eq!(card.care_notes.as_deref(), Some("caratteri grandi; interprete"));
    assert_eq!((card.phone.as_deref(), card.email.as_deref()), (Some("039 1234567"), Some("m@example.it")));

    let mut typed = card.clone();
    typed.phones.remove(1);
    typed.name = None;
    let (own, hidden) = kept.kept_apart(&typed, std::slice::from_ref(&absorbed), &Hidden::default());
    assert_eq!(own.joined(std::slice::from_ref(&absorbed), &hidden), typed, "what is taken off stays off");
    assert_eq!(own.emails, [], "what the other record says stays its own");
}

fn some_record() -> impl Strategy<Value = CitizenData> {
    let word = |words: &'static [&'static str]| prop::option::of(prop::sample::select(words));
    let values =
        |words: &'static [&'static str]| prop::sample::subsequence(words, 0..=words.len()).prop_shuffle();
    (
        word(&["Rossi", "Rosi"]),
        word(&["Maria", "Ada"]),
        word(&["a@pec.example.it", "b@pec.example.it"]),
        word(&["caratteri grandi", "interprete"]),
        values(&["039 1111111", "039 2222222", "039 3333333"]),
        values(&["a@example.it", "b@example.it"]),
        prop::option::of(prop::sample::select(vec!["casa", "figlia"])),
    )
        .prop_map(|(surname, name, pec, notes, phones, emails, label)| {
            let mut data = CitizenData {
                surname: surname.map(str::to_owned),
                name: name.map(str::to_owned),
                pec: pec.map(str::to_owned),
                care_notes: notes.map(str::to_owned),
                phones: points(&phones),
                emails: points(&emails),
                ..CitizenData::default()
            };
            if let Some(first) = data.phones.first_mut() {
                first.label = label.map(str::to_owned);
            }
            data.name_first_points();
            data
        })
}

proptest! {
    /// Whatever the form sends, the card reads exactly so afterwards, however many records lie under it.
    #[test]
    fn a_card_reads_as_it_was_saved(
        own in some_record(),
        absorbed in prop::collection::vec(some_record(), 0..4),
        first in some_record(),
        second in some_record(),
    ) {
        let (own, hidden) = own.kept_apart(&first, &absorbed, &Hidden::default());
        let read = own.joined(&absorbed, &hidden);
        prop_assert!(read.reads_as(&first), "{read:?} for {first:?}");
        let (own, hidden) = own.kept_apart(&second, &absorbed, &hidden);
        let read = own.joined(&absorbed, &hidden);
        prop_assert!(read.reads_as(&second), "{read:?} for {second:?}");
    }

    /// No telephone, e-mail or note of any record is missing from the card.
    #[test]
    fn nothing_is_lost(own in some_record(), absorbed in prop::collection::vec(some_record(), 0..4)) {
        let card = own.joined(&absorbed, &Hidden::default());
        let notes = card.care_notes.clone().unwrap_or_default();
        for data in absorbed.iter().chain([&own]) {
            for phone in &data.phones {
                prop_assert!(card.phones.iter().any(|known| phone_key(&known.value) == phone_key(&phone.value)));
            }
            for email in data.emails.iter().map(|point| &point.value).chain(&data.pec) {
                let here = card.emails.iter().map(|point| &point.value).chain(&card.pec);
                prop_assert!(here.into_iter().any(|known| email_key(known) == email_key(email)));
            }
            prop_assert!(notes.contains(data.care_notes.as_deref().unwrap_or_default()));
        }
        prop_assert_eq!(card.phone.clone(), card.phones.first().map(|point| point.value.clone()));
    }

    /// A card saved as it was read changes nothing.
    #[test]
    fn saving_what_was_read_changes_nothing(own in some_record(), absorbed in prop::collection::vec(some_record(), 0..4)) {
        let card = own.joined(&absorbed, &Hidden::default());
        let (after, hidden) = own.kept_apart(&card, &absorbed, &Hidden::default());
        prop_assert_eq!(after, own);
        prop_assert_eq!(hidden, Hidden::default());
    }
}
