use chrono::{Datelike, NaiveDate, Weekday};
use proptest::prelude::*;

use super::{any_date, dates_between, day};
use crate::calendar::{easter_sunday, holiday_name, is_holiday, next_working_day, public_holidays};

/// Gauss's rule with its two exceptions, good for 1900 to 2099: another road to Easter than the one in use.
fn gauss(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year % 4, year % 7);
    let d = (19 * a + 24) % 30;
    let e = (2 * b + 4 * c + 6 * d + 5) % 7;
    let after_22_march = match (d, e) {
        (29, 6) => 28,
        (28, 6) if a > 10 => 27,
        _ => d + e,
    };
    NaiveDate::from_epoch_days(day(&format!("{year}-03-22")).to_epoch_days() + after_22_march).unwrap()
}

/// The law read one day at a time, written without looking at the table.
fn oracle(date: NaiveDate) -> bool {
    let year = date.year();
    let fixed = matches!(
        (date.month(), date.day()),
        (1, 1 | 6) | (4, 25) | (5, 1) | (8, 15) | (11, 1) | (12, 8 | 25 | 26)
    );
    let republic = year >= 2001 && (date.month(), date.day()) == (6, 2);
    let francis = year >= 2026 && (date.month(), date.day()) == (10, 4);
    let easter_monday = gauss(year).succ_opt() == Some(date);
    date.weekday() == Weekday::Sun || fixed || republic || francis || easter_monday
}

#[test]
fn every_day_of_2024_to_2060_is_what_the_slow_reading_says() {
    for date in day("2024-01-01").iter_days().take_while(|date| date.year() <= 2060) {
        assert_eq!(is_holiday(date), oracle(date), "{date}");
    }
}

proptest! {
    #[test]
    fn the_table_and_a_day_by_day_walk_find_the_same_day(date in dates_between("2024-01-01", "2060-12-31")) {
        let walked = date.iter_days().find(|date| !oracle(*date)).unwrap();
        prop_assert_eq!(next_working_day(date.to_epoch_days()), walked.to_epoch_days());
    }

    #[test]
    fn inside_and_outside_the_table_the_answer_is_the_first_day_that_is_not_a_holiday(date in any_date()) {
        let found = next_working_day(date.to_epoch_days());
        let walked = date.iter_days().take(8).find(|date| !is_holiday(*date));
        prop_assert_eq!(found, walked.map_or(found, |date| date.to_epoch_days()));
        prop_assert_eq!(next_working_day(found), found);
    }

    #[test]
    fn any_number_at_all_is_answered(day in any::<i32>(), year in any::<i32>()) {
        let _ = next_working_day(day);
        let _ = easter_sunday(year);
        let _ = public_holidays(year);
    }

    #[test]
    fn any_date_has_a_name_or_none(date in any_date()) {
        prop_assert_eq!(holiday_name(date).is_some(), is_holiday(date));
    }
}

#[test]
fn the_ends_of_the_table_meet_the_direct_computation() {
    for edge in ["1989-12-31", "1990-01-01", "2119-12-31", "2120-01-01", "2120-01-31", "2120-02-01"] {
        let date = day(edge);
        let walked = date.iter_days().find(|date| !is_holiday(*date)).unwrap();
        assert_eq!(next_working_day(date.to_epoch_days()), walked.to_epoch_days(), "{edge}");
    }
    assert_eq!(next_working_day(i32::MIN), i32::MIN);
    assert_eq!(next_working_day(i32::MAX), i32::MAX);
}

#[test]
fn easter_of_known_years() {
    // Dates printed in almanacs; 1818 and 2285 are the earliest possible, 1943 and 2038 the latest.
    let known = [
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
        "2285-03-22",
    ];
    for text in known {
        assert_eq!(easter_sunday(day(text).year()), Some(day(text)));
    }
    for year in 1900..=2099 {
        assert_eq!(easter_sunday(year), Some(gauss(year)), "{year}");
    }
}

#[test]
fn holidays_come_and_go_with_their_laws() {
    let holidays =
        ["2001-06-02", "2026-10-04", "2027-10-04", "2027-03-29", "2026-12-26", "1990-01-06", "2011-03-17"];
    let workdays = [
        "2000-06-02",
        "2025-10-04",
        "2026-03-19",
        "2026-06-29",
        "2026-11-04",
        "2026-05-14",
        "2026-12-24",
        "2010-03-17",
        "2012-03-17",
    ];
    for date in holidays {
        assert!(is_holiday(day(date)), "{date}");
    }
    for date in workdays {
        assert!(!is_holiday(day(date)), "{date}");
    }
}

#[test]
fn names_are_told_and_a_plain_sunday_is_one() {
    let names = [
        ("2026-12-25", Some("Natale")),
        ("2027-03-29", Some("Lunedì dell'Angelo")),
        ("2027-03-28", Some("Pasqua")),
        ("2026-10-04", Some("San Francesco d'Assisi")),
        ("2026-10-11", Some("domenica")),
        ("2026-10-10", None),
    ];
    for (date, name) in names {
        assert_eq!(holiday_name(day(date)), name, "{date}");
    }
}

#[test]
fn the_year_list_is_in_order_and_complete() {
    let list: Vec<_> = public_holidays(2026).into_iter().map(|holiday| holiday.date.to_string()).collect();
    assert_eq!(
        list.join(" "),
        "2026-01-01 2026-01-06 2026-04-05 2026-04-06 2026-04-25 2026-05-01 2026-06-02 2026-08-15 2026-10-04 2026-11-01 \
         2026-12-08 2026-12-25 2026-12-26"
    );
    assert_eq!(public_holidays(2025).len(), 12, "4 October is not there yet");
}
