use super::*;

#[test]
fn dates_are_written_as_in_an_italian_letter() {
    let written = |y, m, d| in_words(NaiveDate::from_ymd_opt(y, m, d).unwrap()).replace('\u{a0}', " ");
    assert_eq!(written(2026, 11, 23), "23 novembre 2026");
    assert_eq!(written(2027, 1, 1), "1º gennaio 2027");
    assert_eq!(written(2028, 2, 29), "29 febbraio 2028");
}

#[test]
fn a_date_does_not_break() {
    assert!(!in_words(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()).contains(' '));
}

#[test]
fn articles_before_a_vowel_lose_theirs() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
    assert_eq!(after("al", day(8)), "all’8\u{a0}dicembre\u{a0}2026");
    assert_eq!(after("dal", day(11)), "dall’11\u{a0}dicembre\u{a0}2026");
    assert_eq!(after("il", day(18)), "il 18\u{a0}dicembre\u{a0}2026");
    assert_eq!(
        elided("dal 1 al 8\u{a0}e per mil 11\u{a0}x, il 11\u{a0}y"),
        "dal 1 all’8\u{a0}e per mil 11\u{a0}x, l’11\u{a0}y"
    );
}
