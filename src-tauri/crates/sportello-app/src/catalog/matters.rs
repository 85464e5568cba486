//! The categories every municipality has, and the words that tell the kind of a matter: our own, to begin with. The
//! desk changes the first in its store; the second are the same for everybody.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use sportello_domain::category::{CategoryData, KindWords};
use sportello_domain::id::CategoryId;
use sportello_domain::ticket::TicketKind;
use std::sync::LazyLock;

const CATEGORIES: &[u8] = include_bytes!("../../../../catalog/categorie.csv");
const KINDS: &[u8] = include_bytes!("../../../../catalog/tipologie.csv");

#[derive(Deserialize)]
struct CategoryRow {
    codice: String,
    area: String,
    nome: String,
    tipo: Option<TicketKind>,
    giorni: Option<u16>,
    sinonimi: String,
}

#[derive(Deserialize)]
struct KindRow {
    tipo: TicketKind,
    parole: String,
}

/// The words of each kind; the first kind that is told wins.
pub(crate) static KIND_WORDS: LazyLock<Vec<KindWords>> = LazyLock::new(|| {
    let words = |row: KindRow| KindWords { kind: row.tipo, words: lines(&row.parole) };
    rows(KINDS).map(words).collect()
});

/// Every area and category, each area before what is in it.
pub(crate) fn categories() -> Vec<(CategoryId, CategoryData)> {
    let mut all: Vec<(CategoryId, CategoryData)> = Vec::new();
    for row in rows::<CategoryRow>(CATEGORIES) {
        let area = CategoryId::of_catalog(&format!("area {}", row.area));
        if !all.iter().any(|(id, _)| *id == area) {
            all.push((area, data(row.area)));
        }
        let category = CategoryData {
            parent_id: Some(area),
            synonyms: lines(&row.sinonimi),
            answer_days: row.giorni,
            kind: row.tipo,
            ..data(row.nome)
        };
        all.push((CategoryId::of_catalog(&row.codice), category));
    }
    all
}

fn data(name: String) -> CategoryData {
    let (parent_id, office_id, answer_days, kind) = (None, None, None, None);
    CategoryData { parent_id, name, synonyms: Vec::new(), office_id, answer_days, kind, retired: false }
}

fn lines(field: &str) -> Vec<String> {
    field.split('|').map(str::to_owned).collect()
}

/// The rows of an embedded file: a test reads every one of them.
fn rows<T: DeserializeOwned>(file: &'static [u8]) -> impl Iterator<Item = T> {
    csv::ReaderBuilder::new().delimiter(b';').from_reader(file).into_deserialize().filter_map(Result::ok)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_sound() {
        let lines = |file: &[u8]| file.iter().filter(|byte| **byte == b'\n').count() - 1;
        let all = categories();
        let (areas, inside): (Vec<_>, Vec<_>) = all.iter().partition(|(_, data)| data.parent_id.is_none());
        assert_eq!((areas.len(), inside.len()), (15, lines(CATEGORIES)));
        assert_eq!(KIND_WORDS.len(), lines(KINDS));
        for (id, data) in &all {
            assert_eq!(data.clone().parse().as_ref(), Ok(data), "{}", data.name);
            assert_eq!(all.iter().filter(|(other, _)| other == id).count(), 1, "{}", data.name);
        }
    }
}
