use super::*;
use proptest::prelude::*;

#[test]
fn blanks_are_filled_or_named() {
    let filled = fill(
        "Pratica {numero}: {motivo}, {motivo}. {A} {} {x",
        &[("numero", Some("2026/0001")), ("motivo", None)],
    );
    assert_eq!(filled.text, "Pratica 2026/0001: {motivo}, {motivo}. {A} {} {x");
    assert_eq!(filled.missing, ["motivo"]);
    assert_eq!(first_blank(&filled.text), Some("motivo"));
    assert_eq!(first_blank("nessuna {Parentesi} { vuota } {{}"), None);
    assert_eq!(first_blank("{{numero}}"), Some("numero"));
}

proptest! {
    /// Everything that is not a blank comes out as it went in, whatever it is.
    #[test]
    fn nothing_else_is_touched(text in any::<String>()) {
        prop_assert_eq!(fill(&text, &[]).text, text.clone());
        prop_assert_eq!(first_blank(&text).is_some(), !fill(&text, &[]).missing.is_empty());
    }

    /// A value is a text like any other: its braces are not read again.
    #[test]
    fn a_value_makes_no_blanks(value in any::<String>()) {
        let filled = fill("a{x}b", &[("x", Some(&value))]);
        prop_assert_eq!(filled.text, format!("a{value}b"));
        prop_assert_eq!(filled.missing.len(), 0);
    }
}
