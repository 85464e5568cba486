use super::*;
use proptest::prelude::*;

#[test]
fn names_are_found_however_they_are_typed() {
    insta::assert_snapshot!(index_words("D'Angelo Nicolò"), @"d angelo dangelo nicolo");
    insta::assert_snapshot!(index_words("dell’Orto, via S. Martino 40/B"), @"dell orto dellorto via s martino 40 b");
    insta::assert_snapshot!(index_words("Шевченко Łukasz Ñandú straße"), @"shevchenko lukasz nandu strasse");
    assert_eq!(
        query_words("D'ANGELO  nicolo'"),
        ["d", "angelo", "nicolo"],
        "apostrophes separate typed words"
    );
    assert_eq!(digits("039 / 73.97-275"), "0397397275");
}

proptest! {
    #[test]
    fn a_word_is_only_letters_and_digits(text in any::<String>()) {
        for word in index_words(&text).split_whitespace().map(str::to_owned).chain(query_words(&text)) {
            prop_assert!(word.len() <= LONGEST_WORD);
            prop_assert!(word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()), "{word}");
        }
    }

    #[test]
    fn what_is_indexed_is_found_by_typing_it(text in "[A-Za-zÀ-ÿ' 0-9]{0,60}") {
        let index = index_words(&text);
        let words: Vec<&str> = index.split(' ').collect();
        for typed in query_words(&text) {
            prop_assert!(words.contains(&typed.as_str()), "{typed} not in {index}");
        }
    }
}
