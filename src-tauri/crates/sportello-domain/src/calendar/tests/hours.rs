use chrono::Weekday;

use crate::calendar::{DeskCalendar, DeskFault, OpeningSpan, WeeklyHours};

fn week(monday: &str) -> Result<DeskCalendar, serde_json::Error> {
    let text = format!(
        r#"{{"hours": {{"monday": {monday}, "tuesday": [], "wednesday": [], "thursday": [], "friday": [],
            "saturday": [], "sunday": []}}, "patron": null, "closures": []}}"#
    );
    serde_json::from_str(&text)
}

#[test]
fn the_starting_value_is_thirty_hours() {
    let hours = WeeklyHours::default();
    assert_eq!(hours.weekly_minutes(), 30 * 60);
    assert!(hours.of(Weekday::Sun).is_empty());
}

#[test]
fn json_is_hours_and_minutes_both_ways() {
    let calendar = week(r#"[{"from": "08:00", "to": "13:00"}, {"from": "15:30", "to": "18:05"}]"#).unwrap();
    assert_eq!(calendar.hours().weekly_minutes(), 300 + 155);
    let text = serde_json::to_string(&calendar).unwrap();
    assert!(text.contains(r#"{"from":"15:30","to":"18:05"}"#), "{text}");
    assert_eq!(serde_json::from_str::<DeskCalendar>(&text).unwrap(), calendar);
}

#[test]
fn other_forms_of_a_time_are_refused() {
    for time in ["8:00", "08:00:00", "24:00", "8.00", "", "08:60", "+8:00", " 08:00", "08:0", "٠٨:٠٠"] {
        let text = format!(r#"{{"from": "{time}", "to": "23:00"}}"#);
        assert!(serde_json::from_str::<OpeningSpan>(&text).is_err(), "{time}");
    }
}

#[test]
fn unknown_fields_are_refused() {
    assert!(serde_json::from_str::<OpeningSpan>(r#"{"from":"08:00","to":"09:00","note":""}"#).is_err());
}

#[test]
fn wrong_spans_are_refused_also_from_json() {
    let wrong = [
        (r#"[{"from":"13:00","to":"08:00"}]"#, "reversed"),
        (r#"[{"from":"08:00","to":"08:00"}]"#, "empty"),
        (r#"[{"from":"08:00","to":"13:00"},{"from":"12:59","to":"14:00"}]"#, "overlaps"),
        (r#"[{"from":"15:00","to":"18:00"},{"from":"08:00","to":"13:00"}]"#, "out of order"),
    ];
    for (spans, why) in wrong {
        let message = week(spans).unwrap_err().to_string();
        assert!(message.contains(why), "{spans}: {message}");
    }
    assert!(
        week(r#"[{"from":"08:00","to":"13:00"},{"from":"13:00","to":"14:00"}]"#).is_ok(),
        "touching is fine"
    );
}

#[test]
fn seconds_are_refused() {
    let mut hours = WeeklyHours::default();
    let time = "08:00:30".parse().unwrap();
    hours.tuesday[0].from = time;
    assert_eq!(DeskCalendar::new(hours, None, vec![]), Err(DeskFault::NotWholeMinutes { weekday: 2, time }));
}
