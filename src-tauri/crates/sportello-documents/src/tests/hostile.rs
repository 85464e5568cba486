//! Names of every neighbour, texts without end, nothing at all: whatever is given is on the paper, whole, or is refused
//! by name.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::{made, paper, samples};
use crate::{DocumentFault, Options, Rendered, reader};

/// Five names in each of twelve languages.
const NAMES: [&str; 60] = [
    "Niccolò D’Angelo",
    "Maria José Dell’Oro",
    "Zoë Nardò",
    "Perché È Così",
    "Ugo l’Àncora", // Italian
    "Łukasz Żółć",
    "Grzegorz Brzęczyszczykiewicz",
    "Zażółć Gęślą Jaźń",
    "Świętosława Ćwik",
    "Ądam Ńowak", // Polish
    "Ștefan Țurcanu",
    "Ioana Mărginean",
    "Gheorghiță Îngerașu",
    "Ana-Maria Bălșa",
    "Țepeș Vlăduț", // Romanian
    "Gjërgj Xhëmajl Çelik",
    "Ëngjëll Hoxha",
    "Arbën Shehu",
    "Zana Çuko",
    "Besë Gjoka", // Albanian
    "Олександр Шевченко",
    "Їжакевич Єва",
    "Ґалаґан Юрій",
    "Наталія Щербань",
    "Мар’яна Ткач", // Ukrainian
    "Ελένη Παπαδοπούλου",
    "Γιώργος Ξανθάκης",
    "Άννα Ψαρού",
    "Όθων Ώριμος",
    "Θεόφιλος Ϊωνάς", // Greek
    "Nguyễn Thị Ngọc Ánh",
    "Trần Đức Hạnh",
    "Phạm Quỳnh Như",
    "Lê Văn Đệ",
    "Đặng Ưu Ỷ", // Vietnamese
    "Şerban Ğüneş",
    "İlknur Çağatay",
    "Ömer Şahin",
    "Işık Yıldız",
    "Gülşen Öztürk", // Turkish
    "سلمى الحسن",
    "محمد علي",
    "فاطمة الزهراء",
    "يوسف بن إبراهيم",
    "نور الدين", // Arabic
    "Đorđe Žižić",
    "Šime Čupić",
    "Ćiro Đurđević",
    "Ljubica Njegoš",
    "Žarko Štrbac", // Croatian, Serbian
    "Příšerně Žluťoučký",
    "Řehoř Ďáblík",
    "Ťapka Ňouma",
    "Václav Ělka",
    "Jiří Kůň", // Czech
    "प्रिया शर्मा",
    "अमित कुमार",
    "नेहा गुप्ता",
    "राजेश वर्मा",
    "सुनीता देवी", // Hindi
];

/// The paths of every text somebody types; of a list only the first lines.
fn typed(json: &Value) -> Vec<String> {
    const NOT_TYPED: [&str; 9] =
        ["/kind", "/step", "/paper", "/symbol", "/media/media", "/store_id", "/groups", "/bytes", "/part"];
    let mut paths = Vec::new();
    walk(json, String::new(), &mut paths);
    paths.retain(|path| {
        let value = json.pointer(path).and_then(Value::as_str).unwrap();
        let is_date = chrono::NaiveDate::parse_from_str(value, "%Y-%m-%d").is_ok();
        !is_date
            && !NOT_TYPED.iter().any(|known| path == known || path.starts_with("/groups"))
            && !["/part", "/instead"].iter().any(|end| path.ends_with(end))
    });
    paths
}

fn walk(value: &Value, path: String, paths: &mut Vec<String>) {
    match value {
        Value::String(_) => paths.push(path),
        Value::Array(items) => {
            items
                .iter()
                .take(12)
                .enumerate()
                .for_each(|(index, item)| walk(item, format!("{path}/{index}"), paths));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| walk(field, format!("{path}/{name}"), paths))
        }
        _ => {}
    }
}

/// What an office has and a sheet of the directory does not show.
fn is_shown(sample: &str, path: &str) -> bool {
    let of_person = path.contains("/people/");
    let ends = |ends: &[&str]| ends.iter().any(|end| path.ends_with(end));
    match sample {
        "phone_list" => !ends(&["/area", "/hours", "/purpose"]),
        "floor_list" => !of_person && !ends(&["/area", "/email"]),
        _ => true,
    }
}

/// A field that goes into a code, or is one letter to a box, cannot hold everything.
fn is_free(path: &str) -> bool {
    !path.ends_with("/number") && !path.ends_with("/value") && !path.ends_with("/text")
}

fn letters(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace() && *c != '\u{ad}' && *c != '\u{200b}').collect()
}

/// Whether a text is on the paper, as it is heard or as it stands in its boxes: heard, what runs leftwards is backwards;
/// in boxes, the lines of two cells of a row that a page divides take turns, and a long answer goes on in an attachment.
fn is_whole(rendered: &Rendered, heard: &str, text: &str) -> bool {
    let text = letters(text);
    let backwards: String = text.chars().rev().collect();
    heard.contains(&text)
        || heard.contains(&backwards)
        || places(rendered).contains(&text)
        || parts(rendered).any(|part| part.contains(&text))
}

fn heard(rendered: &Rendered) -> String {
    letters(
        &reader::Heard::of(&rendered.pdf)
            .all()
            .iter()
            .map(|heard| heard.words.replace('|', ""))
            .collect::<String>(),
    )
}

/// What stands in the boxes of each field.
fn parts(rendered: &Rendered) -> impl Iterator<Item = String> {
    let mut fields: std::collections::BTreeMap<&str, String> = std::collections::BTreeMap::new();
    for place in rendered.pages.iter().flat_map(|page| &page.boxes) {
        fields.entry(&place.field).or_default().push_str(&letters(&place.text));
    }
    fields.into_values()
}

fn places(rendered: &Rendered) -> String {
    letters(
        &rendered
            .pages
            .iter()
            .flat_map(|page| &page.boxes)
            .map(|place| place.text.as_str())
            .collect::<String>(),
    )
}

/// A paper whose every free text is a name, from the `round`th handful on; and the names.
pub(super) fn with_names(sample: &str, json: &Value, round: usize) -> (Value, Vec<&'static str>) {
    let mut json = json.clone();
    let paths: Vec<String> =
        typed(&json).into_iter().filter(|path| is_free(path) && is_shown(sample, path)).collect();
    let mut used = Vec::new();
    for (index, path) in paths.iter().enumerate() {
        // Seven and sixty have no divisor in common: sixty places hold sixty names.
        let value = NAMES[((round * paths.len() + index) * 7) % NAMES.len()];
        *json.pointer_mut(path).unwrap() = value.into();
        used.push(value);
    }
    (json, used)
}

#[test]
fn sixty_names_in_twelve_languages_are_whole_on_every_paper() {
    for (name, json) in samples() {
        let mut seen = std::collections::BTreeSet::new();
        for round in 0.. {
            let (json, used) = with_names(&name, &json, round);
            names_are_whole(&name, &json, &used);
            seen.extend(used.iter().copied());
            if seen.len() == NAMES.len() || used.is_empty() {
                break;
            }
        }
    }
}

fn names_are_whole(name: &str, json: &Value, used: &[&str]) {
    let rendered = made(json, Options { internal: true, ..Options::default() })
        .unwrap_or_else(|fault| panic!("{name}: {fault}"));
    let heard = heard(&rendered);
    for value in used {
        assert!(is_whole(&rendered, &heard, value), "{name} does not say {value}: {heard}");
    }
    if reader::has("pdftotext") {
        reader::check(&rendered.pdf);
        let output = reader::run(&rendered.pdf, "pdftotext", &["-enc", "UTF-8", "{}", "-"]).stdout;
        let read: String = letters(&String::from_utf8(output).unwrap())
            .chars()
            .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}'))
            .collect();
        for value in used.iter().filter(|value| value.split(' ').count() == 2) {
            for word in value.split(' ') {
                assert!(read.contains(&letters(word)), "{name}: poppler reads no {word}: {read}");
            }
        }
    }
}

/// The paths of every list of a paper.
fn lists(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items
                .iter()
                .take(2)
                .enumerate()
                .for_each(|(at, item)| lists(item, format!("{path}/{at}"), found));
            found.push(path);
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| lists(field, format!("{path}/{name}"), found))
        }
        _ => {}
    }
}

#[test]
fn forty_lines_in_any_list_of_any_paper_are_all_there() {
    for (name, json) in samples() {
        let mut found = Vec::new();
        lists(&json, String::new(), &mut found);
        // The eight groups of the recovery code are always eight, and the cells of a row as many as the columns.
        found.retain(|path| {
            !path.ends_with("/groups") && !path.ends_with("/columns") && !path.contains("rows/")
        });
        found.retain(|path| is_shown(&name, &format!("{path}/")));
        for path in found {
            let mut json = json.clone();
            let list = json.pointer_mut(&path).unwrap().as_array_mut().unwrap();
            let Some(first) = list.first().cloned() else { continue };
            *list = (0..40).map(|number| numbered(&first, number)).collect();
            let options = Options { internal: true, ..Options::default() };
            let rendered = match made(&json, options) {
                Ok(rendered) => rendered,
                Err(fault) => {
                    assert!(fault.path().is_some(), "{name}{path}: {fault}");
                    continue;
                }
            };
            let heard = heard(&rendered);
            for number in (0..40).filter(|_| is_numbered(&first)) {
                let mark = letters(&format!("riga{number}x"));
                assert!(
                    heard.contains(&mark) || places(&rendered).contains(&mark),
                    "{name}{path}: no line {number}"
                );
            }
            reader::check(&rendered.pdf);
        }
    }
}

/// The same line, its free texts with a number.
fn numbered(line: &Value, number: usize) -> Value {
    let mut line = Value::Array(vec![line.clone()]);
    for path in typed(&line).into_iter().filter(|path| is_free(path)) {
        let text = line.pointer_mut(&path).unwrap();
        *text = format!("{} riga{number}x", text.as_str().unwrap_or_default()).into();
    }
    line[0].take()
}

fn is_numbered(line: &Value) -> bool {
    numbered(line, 1) != *line
}

#[test]
fn four_thousand_letters_are_whole_or_refused_by_name() {
    let long = "Parole di prova per una casella che non finisce mai ".repeat(77);
    for (name, json) in samples() {
        for path in typed(&json).into_iter().filter(|path| is_shown(&name, path)) {
            let mut json = json.clone();
            *json.pointer_mut(&path).unwrap() = long.clone().into();
            match made(&json, Options { internal: true, ..Options::default() }) {
                Ok(rendered) => {
                    assert!(is_whole(&rendered, &heard(&rendered), &long), "{name}{path} is not whole");
                }
                Err(fault) => assert!(fault.path().is_some(), "{name}{path}: {fault}"),
            }
        }
    }
}

#[test]
fn nothing_typed_is_nothing_printed_and_never_a_panic() {
    for (name, json) in samples() {
        for path in typed(&json) {
            let mut json = json.clone();
            *json.pointer_mut(&path).unwrap() = "".into();
            let made = made(&json, Options::default());
            assert!(made.is_ok() || path.ends_with("/number"), "{name}{path}: {:?}", made.err());
        }
    }
}

#[test]
fn a_character_no_font_has_is_named_with_its_place() {
    for (name, json) in samples() {
        for path in typed(&json).into_iter().filter(|path| is_free(path) && is_shown(&name, path)) {
            let mut json = json.clone();
            *json.pointer_mut(&path).unwrap() = "Ciao \u{1f600}".into();
            let fault = made(&json, Options { internal: true, ..Options::default() }).err();
            let fault = fault.unwrap_or_else(|| panic!("{name}{path} is not printed"));
            let mut inner = &fault;
            while let DocumentFault::In { fault, .. } = inner {
                inner = fault;
            }
            assert!(
                matches!(inner, DocumentFault::MissingGlyph { character: '\u{1f600}', .. }),
                "{name}{path}: {fault}"
            );
        }
    }
}

#[test]
fn a_list_of_forty_rows_says_its_header_on_every_page_and_loses_no_row() {
    for landscape in [false, true] {
        let mut json = super::sample("list");
        json["landscape"] = landscape.into();
        let rendered = paper(&json);
        assert!(rendered.pages.len() > 1);
        let placed = places(&rendered);
        for row in json["rows"].as_array().unwrap() {
            for cell in row.as_array().unwrap() {
                assert!(placed.contains(&letters(cell.as_str().unwrap())), "{cell}");
            }
        }
        if reader::has("pdftotext") {
            let read = reader::text(&rendered.pdf);
            let heads = read.split('\u{c}').filter(|page| page.contains("Pratica Oggetto Cittadino")).count();
            assert_eq!(heads, rendered.pages.len(), "{read}");
            assert!(read.contains(&format!("Pagina 1 di {}", rendered.pages.len())));
        }
    }
}

#[test]
fn a_cell_longer_than_a_page_goes_on_on_the_next() {
    let mut json = super::sample("list");
    let long = "Una cella che racconta tutto dall’inizio alla fine. ".repeat(300);
    json["rows"][3][1] = long.clone().into();
    let rendered = paper(&json);
    let heard = reader::Heard::of(&rendered.pdf);
    let cell = heard.all().into_iter().find(|heard| heard.tag == "TD" && heard.stretches.len() > 1).unwrap();
    assert_eq!(letters(&cell.words.replace('|', " ")), letters(&long));
}
