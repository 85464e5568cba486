use super::*;
use proptest::prelude::*;

const STYLE: Style = Style::new(Face::Regular, 10.0, 14.0);

fn fold(text: &str, width: f32) -> Vec<String> {
    let lines = Typesetter::default().fold(text, STYLE, width, "body").unwrap();
    assert!(lines.iter().all(|line| line.width() <= width + 0.02 || line.pieces().count() == 1));
    lines.iter().map(Line::words).collect()
}

/// The faces of each piece of a line, in order, without repetitions.
fn faces(text: &str) -> Vec<Face> {
    let line = Typesetter::default().line(text, STYLE, "body").unwrap();
    let mut faces: Vec<Face> = line.pieces().map(|piece| piece.face).collect();
    faces.dedup();
    faces
}

#[test]
fn a_line_is_as_full_as_it_can_be() {
    assert_eq!(fold("uno due tre quattro", 50.0), ["uno due tre", "quattro"]);
    assert_eq!(fold("uno due tre quattro", 500.0), ["uno due tre quattro"]);
}

#[test]
fn a_word_longer_than_a_line_is_divided_and_loses_nothing() {
    let word = "precipitevolissimevolmente";
    let lines = fold(word, 40.0);
    assert!(lines.len() > 2);
    assert_eq!(lines.concat(), word);
}

#[test]
fn a_line_holds_a_letter_even_when_it_is_wider_than_the_line() {
    assert_eq!(fold("WWW", 1.0), ["W", "W", "W"]);
}

#[test]
fn no_text_has_no_lines() {
    assert_eq!(fold(" \n\t ", 100.0), Vec::<String>::new());
    assert_eq!(fold("\u{200b}\u{feff}", 100.0), Vec::<String>::new());
}

#[test]
fn a_number_stays_with_its_name() {
    for (text, bound) in [
        ("la spesa di € 1.250,00", "€ 1.250,00"),
        ("la spesa di 1.250,00 € netti", "1.250,00 €"),
        ("come dice l’art. 22 della legge", "l’art. 22"),
        ("si veda (art. 22 della legge)", "(art. 22"),
        ("in via Roma al n. 14 oggi", "n. 14"),
        ("entro il 15 dicembre prossimo", "15 dicembre"),
        ("scriva alla dott.ssa Bianchi", "dott.ssa Bianchi"),
    ] {
        for width in 30..150 {
            let lines = fold(text, width as f32);
            let divided = lines.iter().all(|line| !line.contains(bound));
            let room = fold(bound, width as f32).len() == 1;
            assert!(!(divided && room), "{width}: {lines:?}");
        }
    }
}

#[test]
fn a_non_breaking_space_does_not_break() {
    assert_eq!(fold("uno due\u{a0}tre", 45.0), ["uno", "due\u{a0}tre"]);
}

#[test]
fn a_soft_hyphen_is_neither_drawn_nor_a_place_to_break() {
    assert_eq!(fold("uno ammini\u{ad}strazione", 75.0), ["uno", "amministrazione"]);
}

#[test]
fn a_word_keeps_one_face() {
    use Face::{Fallback, Regular};
    assert_eq!(faces("Maria Łukasz"), [Regular], "Polish is in the preferred face");
    assert_eq!(faces("Thị"), [Fallback]);
    assert_eq!(faces("da Thị a Роза"), [Regular, Fallback, Regular, Fallback]);
    assert_eq!(faces("Αθήνα Москва"), [Fallback]);
}

#[test]
fn turkish_and_romanian_keep_their_own_s() {
    let line = Typesetter::default().line("ŞşȘș", STYLE, "body").unwrap();
    let drawn: Vec<u16> = line.pieces().map(|piece| piece.glyphs[0].id).collect();
    let own: Vec<u16> = "ŞşȘș".chars().map(|c| Face::Regular.parsed().glyph_index(c).unwrap().0).collect();
    assert_eq!(drawn, own);
}

#[test]
fn letters_are_kerned() {
    let width = |text| Typesetter::default().line(text, STYLE, "body").unwrap().width();
    assert!(width("AVAVAV") < 3.0 * (width("A") + width("V")) - 1.0);
}

#[test]
fn paragraphs_remember_the_empty_lines_before_them() {
    let read = |text| {
        let paragraphs = Typesetter::default().paragraphs(text, STYLE, 200.0, "body").unwrap();
        paragraphs.iter().map(|p| (p.apart, p.lines[0].words())).collect::<Vec<_>>()
    };
    let expected = [(false, "a".to_owned()), (false, "b".to_owned()), (true, "c".to_owned())];
    assert_eq!(read("a\nb\n\nc"), expected);
    assert_eq!(read("a\r\nb\r\n \r\n\r\nc\r\n"), expected);
    assert_eq!(read("a\u{2028}b\u{2029}\u{2029}c"), expected);
}

#[test]
fn the_blanks_a_line_begins_with_are_kept() {
    let lines = Typesetter::default().paragraphs("a:\n\tb", STYLE, 200.0, "body").unwrap();
    assert_eq!(lines[1].lines[0].words(), "    b");
}

#[test]
fn a_mark_without_a_composed_letter_stays_on_its_letter() {
    let line = Typesetter::default().line("q\u{308}", STYLE, "body").unwrap();
    let pieces: Vec<_> = line.pieces().collect();
    assert_eq!(pieces.len(), 1);
    assert_eq!((pieces[0].face, pieces[0].glyphs.len()), (Face::Fallback, 2));
    let mark = pieces[0].glyphs[1];
    assert_eq!(mark.advance, 0);
    let nothing = Typesetter::default().line("q", STYLE, "body").unwrap().width();
    assert!((line.width() - nothing * Face::Fallback.scale()).abs() < 1.0);
}

#[test]
fn a_letter_under_a_mountain_of_marks_is_set() {
    for (marks, times) in
        [("\u{301}\u{323}", 50_000), ("\u{308}", 100_000), ("क्", 40_000), ("\u{200d}", 100_000)]
    {
        let text = format!("a{}", marks.repeat(times));
        assert!(Typesetter::default().line(&text, STYLE, "body").is_ok(), "{marks:?}");
    }
}

#[test]
fn a_long_word_is_shaped_in_portions_and_loses_nothing() {
    for word in ["x".repeat(20_000), "Жq\u{308}".repeat(9_000), format!("x{}", "\u{301}".repeat(9_000))] {
        assert_eq!(Typesetter::default().line(&word, STYLE, "body").unwrap().words(), word);
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_between_the_lines(text in "[a-zàèéìòù’.,;€/ -]{0,300}", width in 1.0_f32..400.0) {
        let all = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(all(&fold(&text, width).concat()), all(&text));
    }

    #[test]
    fn any_text_is_set_or_refused(text in any::<String>()) {
        let lines = Typesetter::default().paragraphs(&text, STYLE, 100.0, "body");
        let refused = matches!(lines, Err(DocumentFault::MissingGlyph { field: "body", .. }));
        prop_assert!(lines.is_ok() || refused);
    }
}

#[test]
fn a_bold_name_is_bold_in_every_script() {
    let bold = Style::new(Face::SemiBold, 10.0, 14.0);
    for (name, face) in
        [("Шевченко", Face::FallbackBold), ("Ελένη", Face::FallbackBold), ("سلمى", Face::ArabicBold)]
    {
        let line = Typesetter::default().line(name, bold, "body").unwrap();
        assert!(line.pieces().all(|piece| piece.face == face), "{name}");
    }
}
