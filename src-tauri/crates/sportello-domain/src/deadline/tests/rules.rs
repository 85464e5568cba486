use crate::deadline::{Basis, Direction, RULES, RuleName, UnknownRule};

#[test]
fn the_table_follows_the_order_of_the_names() {
    for (index, rule) in RULES.iter().enumerate() {
        assert_eq!(rule.name as usize, index, "{}", rule.name);
        assert_eq!(rule.name.rule(), rule);
    }
    assert_eq!(RULES.last().unwrap().name, RuleName::LegalPosting, "the last name has a row");
}

#[test]
fn every_rule_has_its_words_and_only_one_is_a_promise() {
    for rule in RULES {
        assert!(
            !rule.title.is_empty() && !rule.article.is_empty() && !rule.opening.is_empty(),
            "{}",
            rule.name
        );
        assert_eq!(rule.closing.is_empty(), rule.direction == Direction::DueBy, "{}", rule.name);
        assert_eq!(rule.basis == Basis::Commitment, rule.name == RuleName::Commitment);
        assert!(rule.basis == Basis::Statute || rule.suspensions.is_empty());
    }
}

#[test]
fn names_are_read_with_underscores_and_hyphens() {
    for rule in RULES {
        let name = rule.name.to_string();
        assert_eq!(name.parse(), Ok(rule.name));
        assert_eq!(name.replace('_', "-").parse(), Ok(rule.name));
        assert_eq!(serde_json::to_string(&rule.name).unwrap(), format!("\"{name}\""));
    }
    for wrong in ["", "Commitment", "commitment ", "general", "civil_term\n"] {
        assert_eq!(wrong.parse::<RuleName>(), Err(UnknownRule { name: wrong.into() }));
    }
}

#[test]
fn the_table_can_be_shown() {
    let text = serde_json::to_string(RULES).unwrap();
    assert!(text.contains(r#""term":{"unit":"days_unless_given","length":30}"#), "{text}");
}

/// The whole table as a lawyer would read it.
#[test]
fn the_table_at_a_glance() {
    let line = |rule: &crate::deadline::Rule| {
        let roll = serde_json::to_value(rule.roll).unwrap();
        format!("{} | {:?} | {} | {}", rule.name, rule.term, roll.as_str().unwrap(), rule.article)
    };
    insta::assert_snapshot!(RULES.iter().map(line).collect::<Vec<_>>().join("\n"), @r#"
commitment | DaysUnlessGiven(30) | holidays | impegno dello Sportello
civil_term | GivenDays | holidays | art. 2963 c.c. e art. 155 c.p.c.
procedural_act | GivenDays | holidays_and_saturdays | art. 155, commi 4 e 5, c.p.c.
procedure | DaysUnlessGiven(30) | holidays | art. 2, comma 2, L. 241/1990
substitute_power | DaysUnlessGiven(15) | holidays | art. 2, commi 9-bis e 9-ter, L. 241/1990
late_procedures_list | ThirtiethOfJanuary | holidays | art. 2, comma 9-quater, L. 241/1990
observations | Days(10) | holidays | art. 10-bis L. 241/1990
documentary_access | Days(30) | holidays | art. 25, comma 4, L. 241/1990
ombudsman_decision | Days(30) | holidays | art. 25, comma 4, L. 241/1990
ombudsman_confirmation | Days(30) | holidays | art. 25, comma 4, L. 241/1990
documentary_access_opposition | Days(10) | holidays | art. 3, comma 2, D.P.R. 184/2006
irregular_request_notice | Days(10) | holidays | art. 6, comma 5, D.P.R. 184/2006
viewing_window | Days(15) | never | art. 7, comma 1, D.P.R. 184/2006
general_civic_access | Days(30) | holidays | art. 5, comma 6, D.Lgs. 33/2013
general_civic_access_opposition | Days(10) | holidays | art. 5, comma 5, D.Lgs. 33/2013
release_standstill | Days(15) | never | art. 5, comma 6, D.Lgs. 33/2013
internal_review | Days(20) | holidays | art. 5, comma 7, D.Lgs. 33/2013
review_request | Days(30) | holidays | Circolare DFP 1/2019, par. 7
forwarded_request | Days(30) | holidays | Circolare DFP 2/2017, par. 4.1
civic_access | Days(30) | holidays | art. 5, comma 1, D.Lgs. 33/2013
environmental_access | Days(30) | holidays | art. 3, comma 2, D.Lgs. 195/2005
environmental_access_extended | Days(60) | holidays | art. 3, comma 2, D.Lgs. 195/2005
councillor_question | Days(30) | holidays | art. 43 D.Lgs. 267/2000
data_subject_request | Months(1) | holidays_and_saturdays | art. 12, par. 3, GDPR e art. 3 Reg. (CEE, Euratom) 1182/71
data_subject_request_extended | Months(3) | holidays_and_saturdays | art. 12, par. 3, GDPR e art. 3 Reg. (CEE, Euratom) 1182/71
whistleblowing_forward | Days(7) | holidays | art. 4 D.Lgs. 24/2023
legal_posting | DaysFirstIncluded(15) | never | art. 124 D.Lgs. 267/2000
"#);
}
