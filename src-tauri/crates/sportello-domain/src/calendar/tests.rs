//! Tests of the two calendars.

mod desk;
mod holidays;
mod hours;

use chrono::NaiveDate;
use proptest::prelude::*;

/// A date written as in the law's tables: "2026-10-04".
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Any date chrono can hold, the far ends included.
pub(crate) fn any_date() -> impl Strategy<Value = NaiveDate> {
    let far = NaiveDate::MIN.to_epoch_days()..=NaiveDate::MAX.to_epoch_days();
    prop_oneof![
        4 => far,
        1 => Just(NaiveDate::MIN.to_epoch_days()),
        1 => Just(NaiveDate::MAX.to_epoch_days()),
        4 => dates_between("1985-01-01", "2125-12-31").prop_map(|date| date.to_epoch_days()),
    ]
    .prop_map(|day| NaiveDate::from_epoch_days(day).unwrap())
}

/// Any date of a closed interval.
pub(crate) fn dates_between(from: &str, to: &str) -> impl Strategy<Value = NaiveDate> {
    (day(from).to_epoch_days()..=day(to).to_epoch_days())
        .prop_map(|day| NaiveDate::from_epoch_days(day).unwrap())
}
