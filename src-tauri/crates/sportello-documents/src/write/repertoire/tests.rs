use super::*;

fn glyph(face: Face, character: char) -> u16 {
    face.parsed().glyph_index(character).unwrap().0
}

fn code(spelt: &Spelt, repertoire: &Repertoire, face: Face) -> u16 {
    match spelt {
        Spelt::Letter(letter) => repertoire.faces[&face].letters[&u32::from(*letter)],
        Spelt::Code(code, _) => *code,
    }
}

#[test]
fn a_letter_is_written_as_itself() {
    let mut repertoire = Repertoire::default();
    let a = glyph(Face::Regular, 'a');
    for _ in 0..2 {
        let spelling = repertoire.spell(Face::Regular, [a].into_iter(), "a", false);
        assert_eq!(spelling, Spelling::Plain(Spelt::Letter('a')));
    }
}

#[test]
fn codes_begin_after_the_empty_box() {
    let mut repertoire = Repertoire::default();
    for (letter, expected) in [('z', 1), ('a', 2), ('z', 1)] {
        let spelling = repertoire.spell(
            Face::Regular,
            [glyph(Face::Regular, letter)].into_iter(),
            &letter.to_string(),
            false,
        );
        let Spelling::Plain(spelt) = spelling else { panic!("{spelling:?}") };
        assert_eq!(code(&spelt, &repertoire, Face::Regular), expected);
    }
}

#[test]
fn a_glyph_that_says_something_else_carries_its_text_beside_it() {
    let mut repertoire = Repertoire::default();
    // The same shape for two characters, as Roboto Mono does for Δ and ∆.
    let delta = glyph(Face::Mono, 'Δ');
    assert_eq!(delta, glyph(Face::Mono, '∆'));
    assert_eq!(
        repertoire.spell(Face::Mono, [delta].into_iter(), "Δ", false),
        Spelling::Plain(Spelt::Letter('Δ'))
    );
    let span = repertoire.spell(Face::Mono, [delta].into_iter(), "∆", false);
    assert!(matches!(span, Spelling::Span(ref glyphs) if glyphs.len() == 1), "{span:?}");
}

#[test]
fn a_letter_with_a_mark_is_a_span_of_two() {
    let mut repertoire = Repertoire::default();
    let glyphs = [glyph(Face::Fallback, 'q'), glyph(Face::Fallback, '\u{308}')];
    let span = repertoire.spell(Face::Fallback, glyphs.into_iter(), "q\u{308}", false);
    assert_eq!(span, Spelling::Span(vec![Spelt::Letter('q'), Spelt::Letter('\u{308}')]));
}

#[test]
fn a_subset_is_small_named_and_always_the_same() {
    let font = || {
        let mut repertoire = Repertoire::default();
        repertoire.spell(Face::Fallback, [glyph(Face::Fallback, 'Ж')].into_iter(), "Ж", false);
        repertoire.fonts().unwrap().remove(&id(Face::Fallback)).unwrap().parsed_font
    };
    let subset = font();
    assert!(subset.original_bytes.len() < 3_000, "{}", subset.original_bytes.len());
    let name = subset.font_name.clone().unwrap();
    let (tag, rest) = name.split_once('+').unwrap();
    assert!(
        tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()) && rest == "NotoSans-Regular"
    );
    assert_eq!(subset, font());
}
