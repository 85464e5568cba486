use super::*;
use crate::fixture::{store, write};
use crate::store::Store;
use proptest::prelude::*;
use sportello_domain::citizen::CitizenData;
use sportello_domain::fold::{index_words, query_words};
use sportello_domain::id::CitizenId;
use uuid::Uuid;

/// Words that share beginnings, accents and apostrophes, as surnames do.
const WORDS: [&str; 14] = [
    "Rossi",
    "Rossini",
    "Rosso",
    "D'Angelo",
    "Angeli",
    "Angelini",
    "Nicolò",
    "Niccolai",
    "Sant'Agata",
    "Agata",
    "Mario",
    "Maria",
    "Marianna",
    "Шевченко",
];

async fn filled(people: &[Vec<usize>]) -> (tempfile::TempDir, Store) {
    let (folder, store) = store().await;
    let mut tx = write(&store).await;
    for (i, words) in people.iter().enumerate() {
        let surname = words.iter().map(|i| WORDS[*i]).collect::<Vec<_>>().join(" ");
        let data = CitizenData { surname: Some(surname), ..CitizenData::default() };
        let id = CitizenId(Uuid::from_u64_pair(1, i as u64));
        crate::citizen::save(&mut tx, id, &data, 0).await.expect("saved");
    }
    tx.commit().await.expect("saved");
    (folder, store)
}

/// The words of a person, and all their names as one.
fn indexed(words: &[usize]) -> String {
    let name = words.iter().map(|i| WORDS[*i]).collect::<Vec<_>>().join(" ");
    format!("{} {}", index_words(&name), query_words(&name).concat())
}

/// Everybody who holds every word, the newest first; the last word may be half typed, or all of them.
fn holding(people: &[Vec<usize>], typed: &[String], every_word_half_typed: bool) -> Vec<usize> {
    let holds = |person: &Vec<usize>| {
        let words = indexed(person);
        let words: Vec<&str> = words.split(' ').collect();
        typed.iter().enumerate().all(|(i, one)| {
            let half_typed = every_word_half_typed || i + 1 == typed.len();
            words.iter().any(|word| if half_typed { word.starts_with(one.as_str()) } else { word == one })
        })
    };
    (0..people.len()).rev().filter(|i| holds(&people[*i])).collect()
}

/// The same question, answered by reading everything.
fn expected(people: &[Vec<usize>], typed: &[String]) -> Vec<Uuid> {
    let mut found = holding(people, typed, false);
    found.extend(holding(people, typed, true).into_iter().filter(|i| !found.contains(i)).collect::<Vec<_>>());
    if found.is_empty() {
        for at in 1..typed.len() {
            let mut joined = typed.to_vec();
            let second = joined.remove(at);
            joined[at - 1].push_str(&second);
            found.extend(
                holding(people, &joined, true).into_iter().filter(|i| !found.contains(i)).collect::<Vec<_>>(),
            );
        }
    }
    found.into_iter().map(|i| Uuid::from_u64_pair(1, i as u64)).collect()
}

/// A reader that has searched remembers where the index was; checking the file from there, after the index has moved,
/// must not take that for damage.
#[tokio::test]
async fn a_reader_that_searched_before_finds_the_index_sound() {
    let (_folder, store) = filled(&[vec![0]]).await;
    let id = CitizenId(Uuid::from_u64_pair(1, 0));
    for version in 1..60 {
        let words = query_words("ros");
        let mut reader = store.reader().await.expect("a reader");
        citizens(&mut reader.conn(), &words, 10).await.expect("a search");
        drop(reader);
        for (more, word) in (0_i64..).zip(&WORDS[..6]) {
            let mut tx = write(&store).await;
            let surname = format!("{word} {version}");
            let data = CitizenData { surname: Some(surname), ..CitizenData::default() };
            crate::citizen::save(&mut tx, id, &data, (version - 1) * 6 + more + 1).await.expect("saved");
            tx.commit().await.expect("saved");
        }
        let health = store.health().await.expect("a check");
        assert!(health.damage.is_empty(), "{:?}", health.damage);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The prefix index and the lexicon answer exactly what reading every record would, the newest first.
    #[test]
    fn search_finds_what_reading_everything_finds(
        people in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 1..4), 1..30),
        questions in prop::collection::vec(prop::collection::vec((0..WORDS.len(), 1..9usize), 1..3), 12),
    ) {
        tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
            let (_folder, store) = filled(&people).await;
            let mut reader = store.reader().await.expect("a reader");
            for question in questions {
                let typed: Vec<String> = question.iter()
                    .flat_map(|(word, letters)| query_words(&WORDS[*word].chars().take(*letters).collect::<String>()))
                    .collect();
                let found = citizens(&mut reader.conn(), &typed, 100).await.expect("a search");
                let found: Vec<Uuid> = found.iter().map(|citizen| citizen.id.0).collect();
                prop_assert_eq!(found, expected(&people, &typed), "{:?}", typed);
            }
            Ok(())
        })?;
    }

    /// However a name is written and in whatever order, and with the second word half typed, it finds its person among
    /// all those it could be.
    #[test]
    fn any_order_and_any_form_of_a_name_finds_it(
        person in prop::collection::vec(0..WORDS.len(), 2..4),
        others in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 1..4), 0..20),
        form in prop::collection::vec((0..5usize, 2..9usize), 3),
        order in any::<prop::sample::Index>(),
    ) {
        tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
            let people: Vec<Vec<usize>> = others.into_iter().chain([person.clone()]).collect();
            let (_folder, store) = filled(&people).await;
            let mut typed: Vec<String> = person.iter().zip(&form).enumerate()
                .map(|(i, (word, (form, letters)))| typed_as(WORDS[*word], *form, (i > 0).then_some(*letters)))
                .collect();
            let turns = order.index(typed.len());
            typed.rotate_left(turns);
            let question = format!("  {} ", typed.join("   "));
            let mut reader = store.reader().await.expect("a reader");
            let found = citizens(&mut reader.conn(), &query_words(&question), 100).await.expect("a search");
            let wanted = Uuid::from_u64_pair(1, people.len() as u64 - 1);
            prop_assert!(found.iter().any(|citizen| citizen.id.0 == wanted), "{question:?} for {person:?}");
            Ok(())
        })?;
    }
}

/// A word as people type it: as it is, shouted, without accents and apostrophes, with the accent apart, half of it.
fn typed_as(word: &str, form: usize, letters: Option<usize>) -> String {
    let plain = query_words(word).concat();
    match (form, letters) {
        (0, _) => word.to_owned(),
        (1, _) => word.to_uppercase(),
        (2, _) => word.replace('ò', "o\u{300}").replace('\'', "’"),
        (3, Some(letters)) => plain.chars().take(letters).collect(),
        _ => plain,
    }
}
