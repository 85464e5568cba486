//! Pages nobody would describe: they are made or refused, and nothing on them is lost.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::house;
use crate::{Document, NamedValue, Options, Part, PlainPage, reader::Heard, render};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-ZàèìòùÀÈÉ0-9 ,.;:’€()/-]{0,60}",
        2 => "[a-zàèìòù ]{0,900}",
        1 => "([ĀŁȘОлΑωẠỹا-ي]{1,9} ?){0,20}",
        1 => any::<String>(),
    ]
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        (words(), any::<bool>()).prop_map(|(words, minor)| Part::Heading { words, minor }),
        (words(), any::<bool>()).prop_map(|(words, note)| Part::Text { words, note }),
        prop::collection::vec((words(), words()).prop_map(|(name, value)| NamedValue { name, value }), 0..6)
            .prop_map(|rows| Part::Fields { rows }),
        (words(), "[A-Z0-9]{0,20}", any::<u8>()).prop_map(|(label, value, boxes)| Part::Comb {
            label,
            value,
            boxes
        }),
        (words(), any::<bool>()).prop_map(|(label, ticked)| Part::Check { label, ticked }),
        (prop::collection::vec(words(), 0..6), any::<bool>())
            .prop_map(|(items, numbered)| Part::List { items, numbered }),
        (
            prop::collection::vec(words(), 0..9),
            prop::collection::vec(prop::collection::vec(words(), 0..9), 0..12)
        )
            .prop_map(|(columns, rows)| Part::Table { columns, rows }),
        ("[ -~]{0,90}", any::<f32>()).prop_map(|(text, side)| Part::Qr { text, side }),
        (prop::collection::vec(words(), 0..5)).prop_map(|labels| Part::Sign { labels }),
        any::<f32>().prop_map(|height| Part::Space { height }),
        Just(Part::NewPage),
    ]
}

/// The words of a part that end up on the page.
fn said(part: &Part) -> Vec<String> {
    match part {
        Part::Heading { words, .. } | Part::Text { words, .. } => vec![words.clone()],
        Part::Fields { rows } => rows.iter().map(|row| row.value.clone()).collect(),
        Part::Check { label, .. } => vec![label.clone()],
        Part::List { items, .. } => items.clone(),
        Part::Table { columns, rows } => {
            rows.iter().flat_map(|row| row.iter().take(columns.len()).cloned()).collect()
        }
        _ => Vec::new(),
    }
}

fn letters(text: &str) -> String {
    let text: String = text.nfc().collect();
    crate::text::with_ink(&text).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 60, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn a_page_is_made_or_refused_and_nothing_on_it_is_lost(
        title in words(),
        landscape in any::<bool>(),
        parts in prop::collection::vec(part(), 0..12),
    ) {
        let said: Vec<String> = parts.iter().flat_map(said).collect();
        let page = Document::Page(PlainPage { title, landscape, parts });
        let made_at = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").unwrap();
        if let Ok(rendered) = render(&page, &house(), made_at, Options::default()) {
            let placed: String = rendered.pages.iter().flat_map(|page| &page.boxes).map(|place| letters(&place.text)).collect();
            let heard = Heard::of(&rendered.pdf);
            let spoken: String = heard.all().iter().map(|heard| letters(&heard.words.replace('|', ""))).collect();
            let (placed, spoken): (String, String) = (placed.nfd().collect(), spoken.nfd().collect());
            for words in said {
                let whole: String = letters(&words).nfd().collect();
                prop_assert!(placed.contains(&whole) || spoken.contains(&whole), "{} is not in {}", whole, placed);
            }
            let stretches: usize = heard.all().iter().map(|heard| heard.stretches.len()).sum();
            prop_assert!(stretches > 0);
        }
    }
}
