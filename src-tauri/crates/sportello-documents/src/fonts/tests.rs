use super::*;

#[test]
fn every_shipped_face_is_the_font_it_says() {
    let names = Face::ALL.map(Face::name);
    let expected = [
        "TitilliumWeb-Regular",
        "TitilliumWeb-SemiBold",
        "RobotoMono-Regular",
        "NotoSans-Regular",
        "NotoSansArabic-Regular",
        "NotoSans-SemiBold",
        "NotoSansArabic-SemiBold",
    ];
    assert_eq!(names, expected);
}

#[test]
fn every_shipped_face_may_be_embedded() {
    for face in Face::ALL {
        assert_eq!(
            face.parsed().permissions(),
            Some(rustybuzz::ttf_parser::Permissions::Installable),
            "{face:?}"
        );
    }
}

#[test]
fn the_names_of_neighbours_are_covered() {
    let names = "Łukasz Đorđević Şerban Ștefan Țurcanu Nguyễn Čapek Gjërgj Žižek Олександр Ελένη Ñúñez Ĳssel";
    let covers = |c| Face::Regular.covers(c) || Face::Fallback.covers(c);
    assert!(names.chars().all(|c| c == ' ' || covers(c)));
}

#[test]
fn what_a_face_covers_is_drawn() {
    for face in Face::ALL {
        let inked = |c: &char| {
            !c.is_whitespace() && !c.is_control() && !crate::text::with_ink(&c.to_string()).is_empty()
        };
        for character in ('\0'..'\u{20000}').filter(|c| face.covers(*c)).filter(inked) {
            let glyph = face.parsed().glyph_index(character).unwrap();
            assert!(
                face.parsed().glyph_bounding_box(glyph).is_some(),
                "{face:?} draws nothing for {character:?}"
            );
        }
    }
}

#[test]
fn figures_stand_in_columns() {
    for face in Face::ALL {
        let width = |c| face.width(face.parsed().glyph_index(c).unwrap().0);
        assert!(('1'..='9').all(|digit| width(digit) == width('0')), "{face:?}");
    }
}
