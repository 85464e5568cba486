//! The municipalities of the national archive, embedded. See `src-tauri/catalog/README.md` for origin and licence.

mod matters;
mod places;

pub(crate) use matters::{KIND_WORDS, categories};
pub use places::{PlaceTable, places, places_update};

use crate::app::App;
use crate::error::Outcome;
use crate::search::TextQuery;
use serde::Deserialize;
use sportello_domain::fold::{index_words, query_words};
use sportello_domain::municipality::Municipality;
use std::sync::LazyLock;

/// Municipalities a search answers with.
const SHOWN: usize = 20;

#[derive(Deserialize)]
struct Row {
    belfiore: String,
    nome: String,
    provincia: String,
    attivo: u8,
}

struct Entry {
    municipality: Municipality,
    words: String,
}

/// The municipalities of today, by name.
static MUNICIPALITIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("../../../catalog/comuni.csv").as_slice());
    let mut entries: Vec<Entry> = reader
        .deserialize::<Row>()
        // The file is embedded: a test reads every row of it.
        .filter_map(Result::ok)
        .filter(|row| row.attivo == 1)
        .map(|row| Entry {
            words: index_words(&row.nome),
            municipality: Municipality { belfiore: row.belfiore, name: row.nome, province: row.provincia },
        })
        .collect();
    entries.sort_by(|a, b| a.words.cmp(&b.words));
    entries
});

/// The municipality with this cadastral code.
pub(crate) fn municipality(belfiore: &str) -> Option<Municipality> {
    let code = belfiore.trim().to_uppercase();
    MUNICIPALITIES
        .iter()
        .find(|entry| entry.municipality.belfiore == code)
        .map(|entry| entry.municipality.clone())
}

/// The municipalities whose words begin as typed; those whose name begins so come first.
pub(crate) async fn municipalities(_: &App, request: TextQuery) -> Outcome<Vec<Municipality>> {
    let typed = query_words(&request.text);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let whole = typed.join(" ");
    let matches = |entry: &&Entry| {
        typed.iter().all(|typed| entry.words.split(' ').any(|word| word.starts_with(typed.as_str())))
    };
    let mut found: Vec<&Entry> = MUNICIPALITIES.iter().filter(matches).collect();
    found.sort_by_key(|entry| (entry.words != whole, !entry.words.starts_with(&whole)));
    Ok(found.into_iter().take(SHOWN).map(|entry| entry.municipality.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let mut reader = csv::Reader::from_reader(include_bytes!("../../../catalog/comuni.csv").as_slice());
        let rows: Vec<Row> =
            reader.deserialize().collect::<Result<_, _>>().expect("the embedded list is sound");
        assert_eq!((rows.len(), MUNICIPALITIES.len()), (16_156, 7_894));
        assert_eq!(municipality(" e617 ").map(|found| found.name).as_deref(), Some("Lissone"));
        assert_eq!(municipality("ZZZZ"), None);
    }
}
