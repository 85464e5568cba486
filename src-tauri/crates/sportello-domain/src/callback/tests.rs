use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn draft(due_on: &str, due_at: Option<&str>, phone: Option<&str>) -> CallbackDraft {
    CallbackDraft {
        ticket_id: None,
        citizen_id: None,
        who: Some("  la  figlia ".into()),
        phone: phone.map(str::to_owned),
        due_on: day(due_on),
        due_at: due_at.map(str::to_owned),
        about: "quando riparano ".into(),
    }
}

#[test]
fn an_hour_is_read_as_people_type_it() {
    for (typed, kept) in
        [("9", "09:00"), ("9.30", "09:30"), ("09:05", "09:05"), (" 15,00 ", "15:00"), ("0:00", "00:00")]
    {
        assert_eq!(hour(Some(typed)), Ok(Some(kept.to_owned())), "{typed}");
    }
    for typed in ["25", "9:60", "presto", "9:", ":30", "9:300", "-1", "9:3:0"] {
        assert!(hour(Some(typed)).is_err(), "{typed}");
    }
    assert_eq!((hour(None), hour(Some("  "))), (Ok(None), Ok(None)));
}

#[test]
fn the_number_typed_comes_before_the_one_known() {
    let today = day("2026-11-24");
    let number = |typed, known| draft("2026-11-25", None, typed).parse(known, today).map(|d| d.phone);
    assert_eq!(number(Some("039 111111"), Some("039 222222")), Ok(Some("039 111111".into())));
    assert_eq!(number(Some(" "), Some("039 222222")), Ok(Some("039 222222".into())));
    assert_eq!(fields(number(None, None)), ["phone"]);
    assert_eq!(
        fields(draft("2026-11-23", Some("tardi"), Some("casa")).parse(None, today)),
        ["phone", "due_on", "due_at"]
    );
}

#[test]
fn what_is_kept_is_tidy() {
    let kept =
        draft("2026-11-24", Some("9"), Some("039 111111")).parse(None, day("2026-11-24")).expect("good");
    assert_eq!((kept.who.as_deref(), kept.about.as_str()), (Some("la figlia"), "quando riparano"));
    assert_eq!(kept.due_at.as_deref(), Some("09:00"));
}

fn fields<T: std::fmt::Debug>(result: Result<T, Vec<FieldFault>>) -> Vec<String> {
    result.expect_err("refused").into_iter().map(|fault| fault.field).collect()
}
