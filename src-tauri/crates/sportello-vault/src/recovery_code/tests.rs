use proptest::prelude::*;

use super::*;

fn codes() -> impl Strategy<Value = RecoveryCode> {
    any::<[u8; 32]>().prop_map(|random| RecoveryCode::from_random(&random))
}

fn parse(symbols: &[u8]) -> Result<RecoveryCode, RecoveryCodeFault> {
    RecoveryCode::parse(std::str::from_utf8(symbols).unwrap())
}

fn read_back(typed: &str) -> Vec<u8> {
    RecoveryCode::parse(typed).unwrap().symbols().to_vec()
}

/// Sheets in the safes stay readable only if this never changes. The check symbols come from another implementation
/// of GF(32), with tables of logarithms.
#[test]
fn the_format_is_frozen() {
    let code = RecoveryCode::from_random(&std::array::from_fn(|i| u8::try_from(i).unwrap()));
    assert_eq!(*code.printed(), "01237-4567K-89ABE-CDEFY-GHJKN-MNPQ1-RSTVW-WXYZ4");
}

#[test]
fn two_generated_codes_differ() {
    assert_ne!(*RecoveryCode::generate().unwrap().printed(), *RecoveryCode::generate().unwrap().printed());
}

#[test]
fn every_letter_of_the_alphabet_appears() {
    let seen: std::collections::BTreeSet<u8> =
        (0..=255).flat_map(|byte| RecoveryCode::from_random(&[byte; 32]).symbols().to_vec()).collect();
    assert_eq!(seen.into_iter().map(char::from).collect::<String>(), "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
}

#[test]
fn a_wrong_count_is_told() {
    assert_eq!(RecoveryCode::parse("").unwrap_err(), RecoveryCodeFault::Length { found: 0 });
    assert_eq!(RecoveryCode::parse("ABCD-E 1").unwrap_err(), RecoveryCodeFault::Length { found: 6 });
}

#[test]
fn zeros_are_no_code() {
    assert_eq!(parse(&[b'0'; SYMBOLS]).unwrap_err(), RecoveryCodeFault::Check { group: 1 });
}

proptest! {
    #[test]
    fn the_printed_code_is_read_back(code in codes()) {
        prop_assert_eq!(read_back(&code.printed()), code.symbols());
    }

    #[test]
    fn a_careless_hand_is_understood(code in codes()) {
        let careless: String = code.printed().to_lowercase().chars().map(|c| match c {
            '0' => 'o', '1' => 'l', '-' => '–', c => c,
        }).collect();
        let spaced = format!("  {}\r\n", careless.replace('–', " \t"));
        prop_assert_eq!(read_back(&careless), code.symbols());
        prop_assert_eq!(read_back(&spaced), code.symbols());
    }

    #[test]
    fn every_wrong_symbol_is_noticed_in_its_group(code in codes()) {
        for place in 0..SYMBOLS {
            for wrong in (0..32).map(|value| symbol::letter(value) as u8) {
                let mut symbols = code.symbols().to_vec();
                if std::mem::replace(&mut symbols[place], wrong) == wrong {
                    continue;
                }
                let group = 1 + place / GROUP_SYMBOLS;
                prop_assert_eq!(parse(&symbols).unwrap_err(), RecoveryCodeFault::Check { group });
            }
        }
    }

    #[test]
    fn every_exchange_inside_a_group_is_noticed(code in codes()) {
        for (one, two) in (0..SYMBOLS).flat_map(|one| (one + 1..SYMBOLS).map(move |two| (one, two))) {
            let mut symbols = code.symbols().to_vec();
            symbols.swap(one, two);
            let group = 1 + one / GROUP_SYMBOLS;
            if one / GROUP_SYMBOLS == two / GROUP_SYMBOLS && symbols != code.symbols() {
                prop_assert_eq!(parse(&symbols).unwrap_err(), RecoveryCodeFault::Check { group });
            }
        }
    }

    #[test]
    fn two_exchanged_groups_are_noticed(code in codes(), one in 0..GROUPS, two in 0..GROUPS) {
        prop_assume!(one != two);
        let mut groups = code.groups();
        groups.swap(one, two);
        let group = 1 + one.min(two);
        let typed = groups.join("-");
        prop_assert_eq!(RecoveryCode::parse(&typed).unwrap_err(), RecoveryCodeFault::Check { group });
    }

    #[test]
    fn a_foreign_character_is_named_with_its_group(code in codes(), place in 0..SYMBOLS, foreign in "[uU.,*è€]") {
        let mut symbols: Vec<String> = code.symbols().iter().map(|&s| char::from(s).to_string()).collect();
        symbols[place] = foreign;
        let group = 1 + place / GROUP_SYMBOLS;
        prop_assert_eq!(RecoveryCode::parse(&symbols.concat()).unwrap_err(), RecoveryCodeFault::Symbol { group });
    }

    #[test]
    fn any_text_is_answered(typed in any::<String>()) {
        prop_assert!(RecoveryCode::parse(&typed).is_err());
    }

    #[test]
    fn a_group_typed_back_is_recognised(code in codes(), number in 1..=GROUPS) {
        let group = code.groups()[number - 1];
        prop_assert!(code.matches_group(number, group));
        let careless = format!(" {} ", group.to_lowercase());
        prop_assert!(code.matches_group(number, &careless));
        prop_assert!(!code.matches_group(number, &group[..4]));
        prop_assert!(!code.matches_group(number, &code.printed()));
        prop_assert!(!code.matches_group(number % GROUPS + 1, group));
        prop_assert!(!code.matches_group(0, group) && !code.matches_group(9, group));
        prop_assert!(!code.matches_group(number, "") && !code.matches_group(number, "UUUUU"));
    }

    #[test]
    fn debug_shows_nothing(code in codes()) {
        prop_assert_eq!(format!("{code:?}"), "RecoveryCode(..)");
    }
}
