mod phrases;

use super::word::{Word, one_letter_apart, without_streets, words};
use super::*;
use proptest::prelude::*;

fn category(n: u8, parent: Option<u8>, name: &str, synonyms: &[&str]) -> Category {
    let data = CategoryData {
        parent_id: parent.map(id),
        name: name.to_owned(),
        synonyms: synonyms.iter().map(|text| (*text).to_owned()).collect(),
        office_id: None,
        answer_days: None,
        kind: None,
        retired: false,
    };
    Category { id: id(n), data, version: 1 }
}

fn id(n: u8) -> CategoryId {
    CategoryId::from_parts(1, [n; 10])
}

fn lexicon() -> Lexicon {
    let categories = [
        category(1, None, "Strade", &[]),
        category(2, Some(1), "Illuminazione pubblica", &["lampione", "luce spenta", "tutto buio"]),
        category(3, Some(1), "Buche", &["buca", "asfalto rotto", "voragine"]),
        category(4, None, "Animali", &[]),
        category(5, Some(4), "Cani", &["cane", "cane che abbaia", "guinzaglio"]),
        Category {
            data: CategoryData { retired: true, ..category(6, Some(4), "Draghi", &["drago"]).data },
            ..category(6, Some(4), "", &[])
        },
    ];
    let kinds = [
        KindWords { kind: TicketKind::Praise, words: vec!["complimenti".into()] },
        KindWords { kind: TicketKind::InformationRequest, words: vec!["a che ora".into()] },
    ];
    Lexicon::new(&categories, &kinds)
}

fn first(text: &str) -> Option<CategoryId> {
    lexicon().read(text, 3).guesses.first().map(|guess| guess.id)
}

#[test]
fn a_category_is_proposed_from_the_words_and_says_why() {
    let lexicon = lexicon();
    let reading = lexicon.read("C'è un LAMPIONE spento", 3);
    let guess = &reading.guesses[0];
    assert_eq!(guess.id, id(2));
    assert_eq!(guess.reasons[0], Reason { said: "lampione".into(), synonym: "lampione".into() });
    let whole = &lexicon.read("la luce è spenta", 3).guesses[0];
    assert_eq!(whole.reasons[0].synonym, "luce spenta", "a synonym that is there whole comes first");
}

#[test]
fn plurals_verbs_and_a_mistyped_letter_are_the_same_word() {
    for text in ["lampioni", "lampone spento", "lampinoe", "buche", "voraggine", "asfalti rotti"] {
        assert!(first(text).is_some(), "{text}");
    }
    assert_eq!(first("abbaiano i cani"), Some(id(5)));
    assert_eq!(first("niente che si sappia"), None);
    assert_eq!(first("drago"), None, "what is retired is not proposed");
}

#[test]
fn the_name_of_a_street_is_not_a_matter() {
    assert_eq!(without_streets("in via del Cane d'oro 4"), "in via d oro 4");
    assert_eq!(first("sono di via Lampione"), None);
    assert_eq!(first("buca in piazza San Guinzaglio"), Some(id(3)));
}

#[test]
fn the_kind_is_told_by_its_own_words() {
    let kind = |text| lexicon().read(text, 1).kind.map(|guess| guess.kind);
    assert_eq!(kind("Complimenti a tutti"), Some(TicketKind::Praise));
    assert_eq!(kind("a che ora aprite?"), Some(TicketKind::InformationRequest));
    assert_eq!(kind("a che pro"), None);
}

#[test]
fn words_are_cut_alike() {
    let near = |text: &str| Word::new(text).near;
    assert_eq!([near("buca"), near("buche")], ["buc", "buc"]);
    assert_eq!([near("parcheggio"), near("parcheggi")], ["parchegg", "parchegg"]);
    assert_eq!(Word::new("abbandonato").far.as_deref(), Some("abbandon"));
    assert_eq!(near("abbandono"), "abbandon");
    assert!(words("non c'è che di a da").is_empty());
    assert!(one_letter_apart("lampione", "lampoine") && one_letter_apart("lampione", "lampine"));
    assert!(!one_letter_apart("lampione", "lampine x") && !one_letter_apart("lampione", "lampione"));
}

#[test]
fn a_wrong_category_is_named_field_by_field() {
    let data = CategoryData {
        answer_days: Some(0),
        ..category(1, None, " ", &["a\0", "due volte", "due  volte"]).data
    };
    let faults = data.parse().expect_err("three fields are wrong");
    let named: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(named, ["name", "synonyms.0", "answer_days"]);
    let kept = category(1, None, "Uno", &["due volte", "due  volte", " "]).data.parse().expect("sound");
    assert_eq!(kept.synonyms, ["due volte"]);
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        lexicon().read(&text, 3);
        without_streets(&text);
    }

    #[test]
    fn the_order_and_the_case_of_the_words_do_not_matter(
        mut said in prop::collection::vec(
            prop::sample::select(vec!["lampione", "buche", "luce", "spenta", "cani", "abbaia", "tutto", "buio", "xyz"]),
            1..8,
        ),
        seed in any::<u64>(),
    ) {
        let straight = lexicon().read(&said.join(" "), 5).guesses;
        let turn = usize::try_from(seed % 8).unwrap_or_default() % said.len();
        said.rotate_left(turn);
        said.reverse();
        prop_assert_eq!(&lexicon().read(&said.join(", ").to_uppercase(), 5).guesses, &straight);
    }

    #[test]
    fn one_letter_apart_is_symmetrical(a in "[a-c]{0,6}", b in "[a-c]{0,6}") {
        prop_assert_eq!(one_letter_apart(&a, &b), one_letter_apart(&b, &a));
    }
}
