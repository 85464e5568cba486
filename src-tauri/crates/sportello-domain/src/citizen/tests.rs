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

#[test]
fn several_telephones_and_the_one_of_yesterdays_form() {
    let data: CitizenData = serde_json::from_value(serde_json::json!({
        "phone": "039 1234567",
        "phones": ["333 7654321", { "value": "+39 039 1234567", "label": " casa " }, { "value": "333/7654321" }],
        "emails": ["m@example.it"],
        "reply_by": "e-mail",
    }))
    .expect("a value alone will do");
    let tidy = data.parse("").expect("all are good");
    let phones: Vec<_> =
        tidy.phones.iter().map(|point| (point.value.as_str(), point.label.as_deref())).collect();
    assert_eq!(
        phones,
        [("039 1234567", Some("casa")), ("333 7654321", None)],
        "each once, the first one first"
    );
    assert_eq!(tidy.email.as_deref(), Some("m@example.it"), "the first e-mail is where letters read it");
    assert_eq!(tidy.best_channel(), Some(ReplyChannel::Email), "the channel they like, not the usual one");
    assert_eq!(tidy.clone().parse("").as_ref(), Ok(&tidy), "what was saved reads back the same");

    let wrong = given(|data| {
        data.phones = vec![ContactPoint { value: "casa".into(), label: None }];
        data.emails = vec![ContactPoint { value: "m@example.it".into(), label: Some("\u{1}".into()) }];
    });
    let faults = wrong.parse("citizen.").expect_err("two are wrong");
    let named: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(named, ["citizen.phones.0.value", "citizen.emails.0.label"]);
}

#[test]
fn nobody_is_born_tomorrow() {
    let day = |text: &str| text.parse().expect("a day");
    let data = given(|data| data.birth_date = Some(day("2026-11-24")));
    assert!(data.clone().born_by(day("2026-11-24"), "").is_ok());
    assert_eq!(
        data.born_by(day("2026-11-23"), "citizen.").expect_err("not yet")[0].field,
        "citizen.birth_date"
    );
}
