use super::DuplicateReason::*;
use super::*;
use crate::citizen::ContactPoint;
use proptest::prelude::*;

fn person(surname: &str, name: &str) -> CitizenData {
    CitizenData { surname: Some(surname.into()), name: Some(name.into()), ..CitizenData::default() }
}

fn at(mut data: CitizenData, address: &str) -> CitizenData {
    data.address = Some(address.into());
    data
}

#[test]
fn each_reason_is_given_for_what_it_says() {
    let born = |mut data: CitizenData, day: &str| {
        data.birth_date = day.parse().ok();
        data
    };
    let code = |mut data: CitizenData, code: &str| {
        data.tax_code = Some(code.into());
        data
    };
    let phone = |mut data: CitizenData, phone: &str| {
        data.phones = vec![ContactPoint { value: phone.into(), label: None }];
        data
    };
    let maria = person("Rossi", "Maria");
    let cases = [
        (
            code(maria.clone(), "RSSMRA80A41F205X"),
            code(person("Bianchi", "Ada"), "rssmra80a41 f205x"),
            vec![SameTaxCode],
        ),
        (
            born(maria.clone(), "1980-01-01"),
            born(person("MARIA", "rossi"), "1980-01-01"),
            vec![SameNameAndBirth],
        ),
        (born(maria.clone(), "1980-01-01"), born(maria.clone(), "1981-01-01"), vec![]),
        (
            phone(maria.clone(), "+39 039 7397275"),
            phone(person("Bianchi", "Ada"), "039/73.97.275"),
            vec![SamePhone],
        ),
        (phone(maria.clone(), "0397"), phone(person("Bianchi", "Ada"), "0397"), vec![]),
        (
            at(maria.clone(), "via Roma 12"),
            at(person("Rosi", "Maria"), "Via Roma, 14"),
            vec![SimilarNameSameStreet],
        ),
        (
            at(maria.clone(), "via Roma 12"),
            at(person("Rossi", "Maria Grazia"), "v. Roma 12"),
            vec![SimilarNameSameStreet],
        ),
        (at(maria.clone(), "via Roma 12"), at(person("Rosi", "Maria"), "via Milano 12"), vec![]),
        (at(maria.clone(), "via Roma 12"), at(person("Verdi", "Maria"), "via Roma 12"), vec![]),
        (maria.clone(), person("Rossi", "Maria"), vec![SameName]),
        (code(maria.clone(), "RSSMRA80A41F205X"), code(maria.clone(), "RSSMRA55A41F205X"), vec![]),
        (CitizenData { surname: Some("Rossi".into()), ..CitizenData::default() }, maria.clone(), vec![]),
    ];
    for (one, other, expected) in cases {
        assert_eq!(duplicate_reasons(&one, &other), expected, "{one:?} and {other:?}");
    }
    let mail = CitizenData { email: Some("M.Rossi@Example.it".into()), ..CitizenData::default() };
    let pec = CitizenData { pec: Some("m.rossi@example.it".into()), ..CitizenData::default() };
    assert_eq!(duplicate_reasons(&mail, &pec), [SameEmail]);
}

#[test]
fn a_street_is_known_without_its_kind_and_number() {
    assert_eq!(street_words("via Roma 12, 20851 Lissone"), ["roma"]);
    assert_eq!(street_words("P.zza IV Novembre 3/B"), ["zza", "iv", "novembre"]);
    assert_eq!(street_words("Piazza 25 Aprile 3"), ["25", "aprile"]);
    assert_eq!(street_words("via"), [""; 0]);
    assert_eq!(national_digits("0039 02 1234567"), "021234567");
    assert_eq!(national_digits("392 1234567"), "3921234567", "a mobile prefix is not the country");
}

fn some_person() -> impl Strategy<Value = CitizenData> {
    let word =
        prop::sample::select(vec!["Rossi", "D'Angelo", "Nicolò", "De Luca", "Maria", "Àda", "Jean-Paul"]);
    let street = prop::sample::select(vec!["via Roma 1", "Viale Roma, 2", "piazza Verdi 3"]);
    let phone = prop::sample::select(vec!["039 1234567", "+39 039 1234567", "333 7654321"]);
    (word.clone(), word, prop::option::of(street), prop::option::of(phone), prop::option::of(0..3u32))
        .prop_map(|(surname, name, address, phone, born)| CitizenData {
            address: address.map(str::to_owned),
            phone: phone.map(str::to_owned),
            birth_date: born.and_then(|day| chrono::NaiveDate::from_ymd_opt(1980, 1, 1 + day)),
            ..person(surname, name)
        })
}

proptest! {
    #[test]
    fn it_does_not_matter_which_comes_first(one in some_person(), other in some_person()) {
        prop_assert_eq!(duplicate_reasons(&one, &other), duplicate_reasons(&other, &one));
    }

    /// However the same person is written down, there is a reason to look.
    #[test]
    fn a_person_is_a_duplicate_of_themselves(one in some_person(), shout in any::<bool>(), swapped in any::<bool>()) {
        let mut other = one.clone();
        if swapped {
            (other.surname, other.name) = (other.name, other.surname);
        }
        for name in [&mut other.surname, &mut other.name] {
            let plain = name.as_deref().map(|text| deunicode::deunicode(text).replace('\'', ""));
            *name = plain.map(|text| if shout { text.to_uppercase() } else { format!("  {text} ") });
        }
        prop_assert!(!duplicate_reasons(&one, &other).is_empty(), "{other:?}");
    }

    #[test]
    fn one_wrong_letter_in_the_same_street_is_noticed(letter in "[a-z]", at in 0..5usize) {
        let mut typed = "rossi".to_owned();
        typed.replace_range(at..=at, &letter);
        let one = super::tests::at(person("Rossi", "Maria"), "via Roma 1");
        let other = super::tests::at(person(&typed, "Maria"), "Via ROMA 3");
        let found = duplicate_reasons(&one, &other);
        prop_assert!(found.contains(&SimilarNameSameStreet), "{typed}");
    }
}
