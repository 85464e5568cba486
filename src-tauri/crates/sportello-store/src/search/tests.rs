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

/// The same question, answered by reading everything: as typed first, then with every word half typed.
fn expected(people: &[Vec<usize>], typed: &[String]) -> Vec<Uuid> {
    for every_word_half_typed in [false, true] {
        let matches = |words: &Vec<usize>| {
            let indexed = index_words(&words.iter().map(|i| WORDS[*i]).collect::<Vec<_>>().join(" "));
            let indexed: Vec<&str> = indexed.split(' ').collect();
            typed.iter().enumerate().all(|(i, word)| {
                let half_typed = every_word_half_typed || i + 1 == typed.len();
                indexed
                    .iter()
                    .any(|have| if half_typed { have.starts_with(word.as_str()) } else { have == word })
            })
        };
        let found: Vec<Uuid> = (0..people.len())
            .rev()
            .filter(|i| matches(&people[*i]))
            .map(|i| Uuid::from_u64_pair(1, i as u64))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
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
}
