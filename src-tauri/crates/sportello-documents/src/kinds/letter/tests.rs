//! A letter as others read it: whole, in order, in the window.

mod plain;

use chrono::NaiveDate;
use plain::{CitizenLetter, citizen_letter};
use proptest::prelude::*;
use sportello_domain::text::CitizenText;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

use crate::{DocumentFault, fonts::Face, reader};

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

fn with<'a>(body: &'a CitizenText, change: impl FnOnce(&mut CitizenLetter<'a>)) -> CitizenLetter<'a> {
    let mut letter = CitizenLetter {
        municipality: "Comune di Montelupo",
        desk: "Sportello per il Cittadino",
        desk_address: Some("Piazza della Libertà 1, 50056 Montelupo (FI)"),
        desk_phone: Some("0571 123456"),
        recipient: "Maria Rossi",
        recipient_address: Some("Via Garibaldi 14, 50056 Montelupo (FI)"),
        on_behalf_of: None,
        number: "2026/0413",
        subject: "Buca in via Garibaldi",
        presented_on: NaiveDate::from_ymd_opt(2026, 11, 3).unwrap(),
        body,
        dated: DAY,
    };
    change(&mut letter);
    letter
}

fn text(body: &str) -> CitizenText {
    CitizenText::stored(body.to_owned())
}

fn of(body: &str) -> Vec<u8> {
    citizen_letter(&with(&text(body), |_| ())).unwrap()
}

fn without_blanks(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).collect()
}

/// Poppler takes a spacing accent on top of a lone mark for the mark it looks like.
fn as_marks(text: &str) -> String {
    const ACCENTS: [(char, char); 13] = [
        ('`', '\u{300}'),
        ('¨', '\u{308}'),
        ('¯', '\u{304}'),
        ('´', '\u{301}'),
        ('¸', '\u{327}'),
        ('ˆ', '\u{302}'),
        ('ˇ', '\u{30c}'),
        ('˘', '\u{306}'),
        ('˙', '\u{307}'),
        ('˚', '\u{30a}'),
        ('˛', '\u{328}'),
        ('˜', '\u{303}'),
        ('˝', '\u{30b}'),
    ];
    let mark = |c| ACCENTS.iter().find(|(accent, _)| *accent == c).map_or(c, |(_, mark)| *mark);
    text.chars().map(mark).collect()
}

/// The answer as a reader gives it back, from after the subject to the signature, without the feet of the pages.
fn read_body(pdf: &[u8]) -> String {
    let text = reader::text(pdf);
    let body = text.split_once("Buca in via Garibaldi\n").unwrap().1;
    let is_foot = |line: &&str| line.contains("Pratica n.") && line.contains("Pagina ");
    let lines: Vec<&str> = body.split(['\n', '\u{c}']).filter(|line| !is_foot(line)).collect();
    undivided(lines.join("\n").rsplit_once("Sportello per il Cittadino").unwrap().0)
}

/// Without the hyphens of divided words.
fn undivided(text: &str) -> String {
    text.replace("\u{ad}\n", "").replace('\u{ad}', "")
}

/// About 4,000 and 100,000 characters of ordinary prose.
fn prose(characters: usize) -> String {
    let sentence =
        "L’Ufficio Lavori pubblici ha fatto un sopralluogo il 10 novembre e ha trovato un avvallamento. ";
    let paragraph = sentence.repeat(5).trim_end().to_owned() + "\n\n";
    paragraph.repeat(characters.div_ceil(paragraph.chars().count())).chars().take(characters).collect()
}

#[test]
fn everything_is_on_the_page_in_reading_order() {
    if !reader::has("pdftotext") {
        return;
    }
    let expected = "Comune di Montelupo Sportello per il Cittadino Piazza della Libertà 1, 50056 Montelupo (FI) \
        tel. 0571 123456 Data 23 novembre 2026 Pratica n. 2026/0413 Presentata il 3 novembre 2026 Maria Rossi \
        Via Garibaldi 14, 50056 Montelupo (FI) Oggetto: Buca in via Garibaldi Gentile signora, la buca è chiusa. \
        Cordiali saluti Sportello per il Cittadino Pratica n. 2026/0413 Pagina 1 di 1";
    let read = reader::text(&of("Gentile signora,\n\nla buca è chiusa.\nCordiali saluti"));
    assert_eq!(reader::folded(&read), expected);
}

#[test]
fn whoever_acts_for_somebody_reads_for_whom() {
    if !reader::has("pdftotext") {
        return;
    }
    let body = text("Risposta.");
    let letter = with(&body, |letter| letter.on_behalf_of = Some("Ugo Verdi"));
    let pdf = citizen_letter(&letter).unwrap();
    let read = reader::folded(&reader::text(&pdf));
    assert!(read.contains("Per conto di Ugo Verdi"), "{read}");
    reader::check(&pdf);
}

#[test]
fn what_is_not_given_is_not_printed() {
    if !reader::has("pdftotext") {
        return;
    }
    let body = text("Risposta.");
    let letter = with(&body, |letter| {
        letter.desk_address = None;
        letter.desk_phone = None;
        letter.recipient_address = None;
    });
    let read = reader::folded(&reader::text(&citizen_letter(&letter).unwrap()));
    assert!(read.starts_with("Comune di Montelupo Sportello per il Cittadino Data"), "{read}");
    assert!(read.contains("Maria Rossi Oggetto:"), "{read}");
}

#[test]
fn the_address_shows_in_the_window_and_nothing_else_does() {
    if !reader::has("pdftotext") {
        return;
    }
    let pdf = of(&prose(4_000));
    let inside = |x: u32, y: u32, width: u32, height: u32| {
        // At 254 dots to the inch a dot is a tenth of a millimetre.
        let [x, y, width, height] = [x, y, width, height].map(|mm| (mm * 10).to_string());
        let area = ["-r", "254", "-l", "1", "-x", &x, "-y", &y, "-W", &width, "-H", &height, "{}", "-"];
        reader::folded(&String::from_utf8(reader::run(&pdf, "pdftotext", &area).stdout).unwrap())
    };
    let address = "Maria Rossi Via Garibaldi 14, 50056 Montelupo (FI)";
    assert_eq!(inside(115, 55, 75, 24), address, "what is always seen");
    assert_eq!(inside(90, 44, 120, 51), address, "what can be seen");
}

#[test]
fn long_answers_are_whole() {
    if !reader::has("pdftotext") {
        return;
    }
    for (characters, pages) in [(4_000, 2), (100_000, 30)] {
        let body = prose(characters);
        let pdf = of(&body);
        assert_eq!(reader::folded(&read_body(&pdf)), reader::folded(&body));
        assert_eq!(reader::pages(&pdf), pages);
        let read = reader::folded(&reader::text(&pdf));
        assert!((1..=pages).all(|page| read.contains(&format!("Pagina {page} di {pages}"))));
        reader::check(&pdf);
    }
}

#[test]
fn a_word_longer_than_a_line_goes_on_under_itself() {
    if !reader::has("pdftotext") {
        return;
    }
    for word in
        ["x".repeat(5_000), "ž".repeat(100_000), "Ω".repeat(700), format!("http://{}", "a/".repeat(900))]
    {
        assert_eq!(without_blanks(&read_body(&of(&word))), word);
    }
}

#[test]
fn names_of_every_neighbour_are_read_back() {
    if !reader::has("pdftotext") {
        return;
    }
    let names = [
        "Олександр Шевченко",
        "Ελένη Παπαδοπούλου",
        "Nguyễn Thị Ngọc Ánh",
        "Ștefan Țurcanu și Şerban Ţepeş",
        "Gjërgj Xhëmajl Çelik",
        "Łukasz Żółć",
        "Đorđe Đurić",
        "Zoë O’Néill–Ñúñez",
        "प्रिया शर्मा",
        "Mary-Jane D'Angelo & C. <\"x\"> \\(1\\)",
    ];
    for name in names {
        let body = text(name);
        let pdf = citizen_letter(&with(&body, |letter| letter.recipient = name)).unwrap();
        let read = reader::folded(&reader::text(&pdf));
        let twice = read.nfc().collect::<String>().matches(&name.nfc().collect::<String>()).count();
        assert_eq!(twice, 2, "{name}: {read}");
        reader::check(&pdf);
    }
}

#[test]
fn accents_typed_apart_are_read_back_together() {
    if !reader::has("pdftotext") {
        return;
    }
    assert_eq!(reader::folded(&read_body(&of("perche\u{301} no"))), "perché no");
    assert_eq!(
        without_blanks(&read_body(&of("Ŋ\u{330}a\u{301}\u{323}q\u{308}"))),
        "Ŋ\u{330}ạ\u{301}q\u{308}"
    );
}

#[test]
fn characters_without_ink_are_not_printed_and_never_stop_a_letter() {
    if !reader::has("pdftotext") {
        return;
    }
    let read = read_body(&of("\u{feff}am\u{ad}mi\u{200b}ni\u{202e}stra\u{200d}zione\u{fe0f}\u{2060}"));
    assert_eq!(reader::folded(&read), "amministrazione");
}

/// Puts a text in one field of a letter.
type Put = fn(&mut CitizenLetter<'static>, &'static str);

#[test]
fn a_character_no_font_has_is_named_with_its_field() {
    for (name, character) in
        [("שלום", 'ש'), ("王小明", '王'), ("Ciao 😀", '😀'), ("a\u{7}b", '\u{7}'), ("a\0", '\0')]
    {
        let answer = text(name);
        let fault = citizen_letter(&with(&answer, |_| ())).unwrap_err();
        assert_eq!(fault, DocumentFault::MissingGlyph { character, field: "body" });
        let answer = text("Risposta.");
        let fields: [(Put, _); 6] = [
            (|letter, name| letter.municipality = name, "municipality"),
            (|letter, name| letter.desk = name, "desk"),
            (|letter, name| letter.recipient = name, "recipient.name"),
            (|letter, name| letter.recipient_address = Some(name), "recipient.address"),
            (|letter, name| letter.number = name, "number"),
            (|letter, name| letter.subject = name, "subject"),
        ];
        let answer: &'static CitizenText = Box::leak(Box::new(answer));
        for (put, field) in fields {
            let fault = citizen_letter(&with(answer, |letter| put(letter, name))).unwrap_err();
            assert_eq!(fault, DocumentFault::MissingGlyph { character, field });
        }
    }
}

#[test]
fn a_field_the_page_cannot_hold_is_refused_by_name() {
    let body = text("Risposta.");
    let long = "W".repeat(2_000);
    let fault = citizen_letter(&with(&body, |letter| letter.recipient = &long)).unwrap_err();
    assert_eq!(fault, DocumentFault::DoesNotFit { field: "recipient.name" });
}

#[test]
fn fields_as_long_as_the_desk_allows_are_whole() {
    if !reader::has("pdftotext") {
        return;
    }
    let long: String = "Associazione Via della Costituzione ".repeat(9).chars().take(300).collect();
    let body = text("Risposta.");
    let pdf = citizen_letter(&with(&body, |letter| {
        letter.municipality = &long;
        letter.desk = &long;
        letter.desk_address = Some(&long);
        letter.recipient = &long;
        letter.recipient_address = Some(&long);
        letter.subject = &long;
    }));
    let read = without_blanks(&reader::text(&pdf.unwrap()));
    assert_eq!(read.matches(&without_blanks(&long)).count(), 7);
}

#[test]
fn an_address_of_several_lines_keeps_them_and_one_line_ends_before_its_postcode() {
    if !reader::has("pdftotext") {
        return;
    }
    let body = text("Risposta.");
    let lines = |address| {
        let pdf = citizen_letter(&with(&body, |letter| letter.recipient_address = Some(address))).unwrap();
        let read = reader::text(&pdf);
        let after = read.split_once("Maria Rossi\n").unwrap().1.split_once("Oggetto").unwrap().0;
        after.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        lines("presso Bianchi\nVia Roma 1\n50056 Montelupo FI"),
        ["presso Bianchi", "Via Roma 1", "50056 Montelupo FI"]
    );
    assert_eq!(lines("Via Roma 1 50056 Montelupo FI"), ["Via Roma 1", "50056 Montelupo FI"]);
    assert_eq!(lines("Località 1234567 Poggio"), ["Località 1234567 Poggio"]);
    assert_eq!(lines("a\nb\nc\nd\ne\nf\ng"), ["a b c d e f g"]);
}

#[test]
fn the_same_letter_is_the_same_file() {
    let body = prose(4_000);
    assert_eq!(of(&body), of(&body));
    assert_ne!(of(&body), of(&prose(4_001)));
}

/// Every character a letter can write that leaves ink.
static COVERED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let covered = |c: &char| Face::Regular.covers(*c) || Face::Fallback.covers(*c);
    let inked =
        |c: &char| !c.is_control() && !c.is_whitespace() && !crate::text::with_ink(&c.to_string()).is_empty();
    ('\0'..'\u{20000}').filter(covered).filter(inked).collect()
});

fn covered_text() -> impl Strategy<Value = String> {
    let word = prop::collection::vec(prop::sample::select(COVERED.as_slice()), 1..12);
    prop::collection::vec(word.prop_map(|word| word.into_iter().collect::<String>()), 1..40)
        .prop_map(|words| words.join(" "))
}

/// Words of ordinary letters, which no rule breaks and no reader joins.
fn plain_text() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-zA-ZÀ-ÖØ-öø-ÿĀ-ſȘ-țΑ-ΡΣ-Ωα-ωА-яẠ-ỹ0-9]{1,14}", 1..200)
        .prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_the_fonts_have_is_read_back_whole(body in covered_text()) {
        if reader::has("pdftotext") {
            let read = without_blanks(&read_body(&of(&body)));
            prop_assert_eq!(as_marks(&read), as_marks(&without_blanks(&body)));
        }
    }

    #[test]
    fn words_are_read_back_as_words(body in plain_text()) {
        if reader::has("pdftotext") {
            let body: String = body.nfc().collect();
            prop_assert_eq!(reader::folded(&read_body(&of(&body))), reader::folded(&body));
        }
    }

    #[test]
    fn no_text_makes_a_letter_panic(body in ".{0,400}", field in ".{0,120}") {
        let body = text(&body);
        let letter = with(&body, |letter| {
            letter.municipality = &field;
            letter.recipient_address = Some(&field);
            letter.number = &field;
            letter.subject = &field;
        });
        let _ = citizen_letter(&letter);
    }
}
