use super::*;
use proptest::prelude::*;

#[test]
fn bad_texts_are_named() {
    assert_eq!(paragraph(" \r\n "), Err(FieldRule::Required));
    assert_eq!(paragraph("a\0b"), Err(FieldRule::ControlCharacter { code: 0 }));
    assert_eq!(paragraph("a\u{1b}[31m"), Err(FieldRule::ControlCharacter { code: 27 }));
    assert_eq!(paragraph(&"è".repeat(100_001)), Err(FieldRule::TooLong { max: TEXT_MAX }));
    assert_eq!(paragraph(&"è".repeat(100_000)).map(|text| text.chars().count()), Ok(100_000));
    assert_eq!(line("  via\tRoma\n 12 ", 20).as_deref(), Ok("via Roma 12"));
    assert_eq!(line("a\0b", 20), Err(FieldRule::ControlCharacter { code: 0 }));
    assert_eq!(line("abcd", 3), Err(FieldRule::TooLong { max: 3 }));
    assert_eq!(
        paragraph("'; drop table ticket; -- <script>x</script>").as_deref(),
        Ok("'; drop table ticket; -- <script>x</script>"),
        "SQL and HTML are plain text"
    );
}

proptest! {
    #[test]
    fn reading_twice_changes_nothing(text in any::<String>()) {
        if let Ok(once) = paragraph(&text) {
            prop_assert_eq!(paragraph(&once), Ok(once));
        }
    }
}
