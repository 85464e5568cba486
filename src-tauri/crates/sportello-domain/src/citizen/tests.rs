use super::*;

fn given(change: impl FnOnce(&mut CitizenData)) -> CitizenData {
    let mut data = CitizenData::default();
    change(&mut data);
    data
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let data = given(|data| {
        data.surname = Some("Ro\0ssi".into());
        data.phone = Some("casa".into());
        data.email = Some("maria rossi@example".into());
        data.tax_code = Some("ABC".into());
    });
    let faults = data.parse("citizen.").expect_err("four fields are wrong");
    let named: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(named, ["citizen.surname", "citizen.tax_code", "citizen.phone", "citizen.email"]);
}

#[test]
fn good_data_is_tidied() {
    let data = given(|data| {
        data.surname = Some("  Rossi ".into());
        data.name = Some("".into());
        data.phone = Some("+39 039 7397275".into());
        data.email = Some("m.rossi@posta.example.it".into());
        data.tax_code = Some("rss mra 80a41 f205x".into());
    });
    let tidy = data.parse("").expect("all fields are good");
    assert_eq!(tidy.display_name(), "Rossi");
    assert_eq!(tidy.name, None);
    assert_eq!(tidy.tax_code.as_deref(), Some("RSSMRA80A41F205X"));
    assert_eq!(tidy.best_channel(), Some(ReplyChannel::Phone));
    assert!(!tidy.reachable_by(ReplyChannel::Letter));
}
