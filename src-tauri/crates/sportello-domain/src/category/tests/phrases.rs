//! How often the right category is the first one proposed, on what citizens say. `prova` and `verifica` were written
//! before the rules that read them; the first was read while tuning, the second was not. `dopo`, `nuove` and `fresche` were written
//! later and measured once before they too were tuned on: ARCHITECTURE.md has those figures.

use super::super::*;
use std::collections::HashMap;

const CATALOG: &str = include_str!("../../../../../catalog/categorie.csv");
const PHRASES: &str = include_str!("../../../../../../tests/data/frasi.csv");

/// The right ones out of every hundred that each half must reach.
const WANTED: usize = 90;

fn fields(line: &str) -> Vec<&str> {
    line.split(';').collect()
}

/// The catalog as categories, and the code of each.
fn catalog() -> (Vec<Category>, HashMap<CategoryId, &'static str>) {
    let id = CategoryId::of_catalog;
    let data = |name: &str, parent_id: Option<CategoryId>, synonyms: &str| CategoryData {
        parent_id,
        name: name.to_owned(),
        synonyms: synonyms.split('|').map(str::to_owned).filter(|text| !text.is_empty()).collect(),
        office_id: None,
        answer_days: None,
        kind: None,
        retired: false,
    };
    let mut categories = Vec::new();
    let mut codes = HashMap::new();
    for line in CATALOG.lines().skip(1) {
        let [code, area, name, _, _, synonyms] = fields(line)[..] else { panic!("six fields: {line}") };
        if codes.insert(id(area), "").is_none() {
            categories.push(Category { id: id(area), data: data(area, None, ""), version: 1 });
        }
        categories.push(Category { id: id(code), data: data(name, Some(id(area)), synonyms), version: 1 });
        codes.insert(id(code), code);
    }
    (categories, codes)
}

#[test]
fn the_right_category_is_the_first_proposed() {
    let (categories, codes) = catalog();
    let lexicon = Lexicon::new(&categories, &[]);
    let mut halves: HashMap<&str, (usize, usize)> = HashMap::new();
    for line in PHRASES.lines().skip(1) {
        let [half, wanted, phrase] = fields(line)[..] else { panic!("three fields: {line}") };
        let reading = lexicon.read(phrase, 3);
        let proposed: Vec<&str> = reading.guesses.iter().map(|guess| codes[&guess.id]).collect();
        let (right, all) = halves.entry(half).or_default();
        *all += 1;
        *right += usize::from(proposed.first() == Some(&wanted));
        if half != "verifica" && proposed.first() != Some(&wanted) {
            println!("{wanted}: {phrase}: {proposed:?} {:?}", reading.guesses.first().map(|g| &g.reasons));
        }
    }
    assert_eq!(halves.len(), 5, "two halves, and three later sets");
    for (half, (right, all)) in halves {
        println!("{half}: {right} of {all}");
        assert!(right * 100 >= all * WANTED, "{half}: {right} of {all}");
    }
}
