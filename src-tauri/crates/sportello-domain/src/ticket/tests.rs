use super::*;
use proptest::prelude::*;

#[test]
fn codes_are_what_is_exchanged() {
    for kind in TicketKind::ALL {
        assert_eq!(serde_json::json!(kind), kind.code());
    }
    for channel in Channel::ALL {
        assert_eq!(serde_json::json!(channel), channel.code());
    }
    for state in TicketState::ALL {
        assert_eq!(serde_json::json!(state), state.code());
    }
    let italian: Vec<TicketKind> =
        serde_json::from_str(r#"["segnalazione", "reclamo", "suggerimento", "proposta", "informazione", "modulistica", "accesso", "apprezzamento"]"#)
            .expect("Italian names");
    assert_eq!(italian, TicketKind::ALL);
    let by_law = TicketKind::ALL.into_iter().filter(|kind| kind.rule() != RuleName::Commitment);
    assert_eq!(
        by_law.collect::<Vec<_>>(),
        [TicketKind::AccessRequest],
        "only the law's term is not our promise"
    );
}

proptest! {
    #[test]
    fn a_number_reads_back(year in 1000..=9999i32, progressive in 1..=999_999_999_999i64) {
        let number = TicketNumber { year, progressive };
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    #[test]
    fn nothing_else_is_a_number(text in "\\PC{0,16}") {
        if let Ok(number) = text.parse::<TicketNumber>() {
            let spelt: Vec<&str> = text.trim().split('/').collect();
            prop_assert_eq!(spelt[0].parse::<i32>().ok(), Some(number.year));
            prop_assert_eq!(spelt[1].parse::<i64>().ok(), Some(number.progressive));
        }
    }
}
