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
