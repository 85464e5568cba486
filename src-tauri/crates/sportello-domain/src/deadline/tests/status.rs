use proptest::prelude::*;

use super::day;
use crate::calendar::tests::any_date;
use crate::deadline::{DueStatus, days_left};

#[test]
fn the_status_changes_on_the_right_day() {
    let due_on = day("2026-10-12");
    let statuses = [
        ("2026-10-06", DueStatus::OnTrack { days: 6 }),
        ("2026-10-07", DueStatus::DueSoon { days: 5 }),
        ("2026-10-11", DueStatus::DueSoon { days: 1 }),
        ("2026-10-12", DueStatus::DueToday),
        ("2026-10-13", DueStatus::Overdue { days: 1 }),
        ("2027-10-12", DueStatus::Overdue { days: 365 }),
    ];
    for (today, status) in statuses {
        assert_eq!(DueStatus::of(due_on, day(today)), status, "{today}");
    }
}

#[test]
fn its_json_is_flat() {
    let text = serde_json::to_string(&DueStatus::Overdue { days: 3 }).unwrap();
    assert_eq!(text, r#"{"status":"overdue","days":3}"#);
    assert_eq!(serde_json::to_string(&DueStatus::DueToday).unwrap(), r#"{"status":"due_today"}"#);
}

proptest! {
    #[test]
    fn any_two_dates_have_a_distance(due_on in any_date(), today in any_date()) {
        prop_assert_eq!(days_left(due_on, today), -days_left(today, due_on));
        prop_assert_eq!(matches!(DueStatus::of(due_on, today), DueStatus::Overdue { .. }), due_on < today);
    }
}
