//! What a screen reader hears, and in which order.

use super::{house, made, paper, sample, samples};
use crate::{DocumentFault, House, Options, PageGeometry, Rendered, reader::Heard, render};

#[test]
fn every_stretch_of_a_page_is_heard_once_and_in_its_order() {
    for (name, json) in samples() {
        let rendered = made(&json, Options { internal: true, ..Options::default() }).unwrap();
        let heard = Heard::of(&rendered.pdf);
        let mut stretches: Vec<(usize, i64)> =
            heard.all().iter().flat_map(|heard| heard.stretches.clone()).collect();
        let spoken = stretches.clone();
        stretches.sort_unstable();
        for (index, stretch) in stretches.iter().enumerate() {
            let first = stretches.iter().position(|other| other.0 == stretch.0).unwrap();
            assert_eq!(stretch.1, i64::try_from(index - first).unwrap(), "{name}");
        }
        // A link is heard inside of its paragraph; all else as it stands on the page.
        let links = heard.all().iter().filter(|heard| heard.tag == "Link").count();
        let inversions = spoken.windows(2).filter(|pair| pair[0] > pair[1]).count();
        assert!(inversions <= links, "{name}: {spoken:?}");
    }
}

#[test]
fn what_is_heard_is_as_it_stands_on_the_page() {
    for (name, json) in samples() {
        for page in paper(&json).pages {
            for pair in page.boxes.windows(2) {
                let beside = pair[1].x > pair[0].x + 1.0;
                let below = pair[1].y > pair[0].y + pair[0].height * 0.4 - 0.5;
                assert!(below || beside, "{name}: {} before {}", pair[0].field, pair[1].field);
            }
        }
    }
}

#[test]
fn headings_go_down_step_by_step_and_figures_say_what_they_show() {
    for (name, json) in samples() {
        let heard = Heard::of(&paper(&json).pdf);
        let mut level = 0;
        for element in heard.all() {
            if let Some(next) = element.tag.strip_prefix('H').and_then(|level| level.parse::<u8>().ok()) {
                assert!(next <= level + 1, "{name}: H{next} after H{level}");
                level = next;
            }
            match element.tag.as_str() {
                "Figure" | "Form" => {
                    assert!(element.instead.as_ref().is_some_and(|text| !text.is_empty()), "{name}")
                }
                "TR" => assert!(
                    element.kids.iter().all(|cell| matches!(cell.tag.as_str(), "TH" | "TD")),
                    "{name}"
                ),
                "TH" => assert!(
                    matches!(element.attributes.as_slice(), [scope] if scope == "Row" || scope == "Column"),
                    "{name}"
                ),
                "Table" => {
                    let widths: Vec<usize> = element.kids.iter().map(|row| row.kids.len()).collect();
                    assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{name}: {widths:?}");
                }
                "LI" => assert_eq!(
                    element.kids.iter().map(|kid| kid.tag.as_str()).collect::<Vec<_>>(),
                    ["Lbl", "LBody"]
                ),
                "Link" => assert_eq!(element.links.len(), 1, "{name}"),
                _ => {}
            }
        }
    }
}

#[test]
fn every_field_has_a_box_on_its_page() {
    for (name, json) in samples() {
        let rendered = paper(&json);
        let inside = |page: &PageGeometry| {
            page.boxes.iter().all(|place| {
                place.x >= 0.0
                    && place.y >= 0.0
                    && place.x + place.width <= page.width + 0.1
                    && place.y + place.height <= page.height + 0.1
            })
        };
        assert!(rendered.pages.iter().all(inside), "{name}: {:?}", rendered.pages);
        assert!(rendered.pages.iter().any(|page| !page.boxes.is_empty()), "{name}");
    }
    let fields: Vec<String> =
        paper(&sample("reply")).pages[0].boxes.iter().map(|place| place.field.clone()).collect();
    for field in [
        "municipality",
        "recipient.name",
        "recipient.address",
        "number",
        "subject",
        "body",
        "attachments[0].name",
    ] {
        assert!(fields.iter().any(|known| known == field), "{field}: {fields:?}");
    }
}

/// What the window of a DL envelope can show of a folded letter, and what it always shows (see `kinds::letter`).
#[test]
fn the_window_of_the_envelope_shows_the_address_and_nothing_else() {
    for name in ["receipt", "receipt-several", "receipt-start-notice", "reply", "interim_reply", "reminder"] {
        let page = paper(&sample(name)).pages.remove(0);
        for place in &page.boxes {
            let can_be_seen = place.x + place.width > 90.0 && place.y < 95.0 && place.y + place.height > 44.0;
            let is_always_seen = place.x >= 114.9
                && place.x + place.width < 190.0
                && place.y >= 54.9
                && place.y + place.height < 79.0;
            if place.field.starts_with("recipient.") && place.field != "recipient.on_behalf_of" {
                assert!(is_always_seen, "{name}: {place:?}");
            } else {
                assert!(!can_be_seen, "{name}: {place:?}");
            }
        }
    }
}

/// However much a house says of itself, the address stays in the window; what has no room over it is refused by name.
#[test]
fn no_letterhead_moves_the_address() {
    let document = super::document(&sample("reply"));
    let made_at = chrono::DateTime::parse_from_rfc3339("2026-11-23T10:15:00+01:00").unwrap();
    let made = |house: &House| render(&document, house, made_at, Options::default());
    let address = |rendered: &Rendered| {
        rendered.pages[0].boxes.iter().find(|place| place.field == "recipient.name").unwrap().y
    };
    let usual = address(&made(&house()).unwrap());
    let line = "Ufficio relazioni con il pubblico, tel. 0571 123456";
    let mut refused = 0;
    for count in 0..=16 {
        let house = House { lines: vec![line.to_owned(); count], ..house() };
        match made(&house) {
            Ok(rendered) => {
                assert_eq!(address(&rendered), usual, "{count} lines");
                let head = rendered.pages[0].boxes.iter().filter(|place| place.field.starts_with("lines"));
                let said: String =
                    head.clone().map(|place| place.text.replace(['\n', '\u{a0}'], " ")).collect();
                assert_eq!(said.matches("0571 123456").count(), count);
                assert!(head.into_iter().all(|place| place.y + place.height < 44.1), "{count} lines");
            }
            Err(fault) => {
                assert_eq!(fault, DocumentFault::DoesNotFit { field: "lines" });
                assert!(count > 7, "{count} lines are refused");
                refused += 1;
            }
        }
    }
    assert!(refused > 0);
    let long = House { municipality: "Unione dei Comuni della Valle ".repeat(80), ..house() };
    assert_eq!(made(&long).unwrap_err(), DocumentFault::DoesNotFit { field: "municipality" });
}

#[test]
fn a_tick_is_heard_as_what_it_means() {
    let heard = Heard::of(&paper(&sample("page")).pdf);
    let forms: Vec<(String, Vec<String>)> = heard
        .all()
        .into_iter()
        .filter(|element| element.tag == "Form")
        .map(|element| (element.instead.clone().unwrap(), element.attributes.clone()))
        .collect();
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        forms,
        [
            ("Codice fiscale: RSSMRA61E44F257X".to_owned(), owned(&["tv"])),
            ("Segnalazione: sì".to_owned(), owned(&["cb", "on"])),
            ("Reclamo: no".to_owned(), owned(&["cb", "off"])),
        ]
    );
}

#[test]
fn addresses_can_be_followed() {
    let heard = Heard::of(&paper(&sample("reply")).pdf);
    let links: Vec<(String, Vec<String>)> = heard
        .all()
        .into_iter()
        .filter(|element| element.tag == "Link")
        .map(|element| (element.words.trim().to_owned(), element.links.clone()))
        .collect();
    let address = "sportello@comune.montelupo.fi.it".to_owned();
    assert_eq!(links, vec![(address.clone(), vec![format!("mailto:{address}")]); 2]);
}

#[test]
fn the_crest_is_told_in_the_words_of_the_house() {
    let heard = Heard::of(&paper(&sample("reply")).pdf);
    let figure = heard.all().into_iter().find(|element| element.tag == "Figure").unwrap().clone();
    assert_eq!(figure.instead, house().logo.map(|logo| logo.alt));
}

/// The words of every paper as they are heard: what a change of the engine changes is seen here.
#[test]
fn the_papers_say_what_they_said() {
    for (name, json) in samples() {
        let rendered = made(&json, Options { internal: true, ..Options::default() }).unwrap();
        let outline = Heard::of(&rendered.pdf).outline();
        insta::assert_snapshot!(name, outline);
    }
}
