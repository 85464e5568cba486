//! Deadlines: one sum and one read of a table, against reading the column they come from, and against asking a set of
//! holidays day by day.

use crate::raw::Raw;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use sportello_domain::calendar::{DeskCalendar, public_holidays};
use sportello_domain::deadline::{Facts, RuleName, compute, due_day};
use std::collections::HashSet;
use std::hint::black_box;
use std::time::Instant;

const COLUMN: &str = "select unixepoch(presented_on) / 86400 from ticket";
/// Dates computed, however few the tickets are.
const DATES: usize = 1_000_000;

pub(crate) async fn measure(raw: &mut Raw) {
    let start = Instant::now();
    let days = raw.numbers(COLUMN).await;
    let read = start.elapsed().as_secs_f64() * 1e9 / days.len() as f64;
    let days: Vec<i32> = days.iter().cycle().take(DATES).filter_map(|day| i32::try_from(*day).ok()).collect();

    let table = each(&days, |day| i64::from(due_day(day, 30, 0)));
    let holidays: HashSet<NaiveDate> =
        (1990..2060).flat_map(public_holidays).map(|holiday| holiday.date).collect();
    let set = each(&days, |day| day_by_day(day, &holidays));
    let desk = DeskCalendar::default();
    let whole = each(&days[..DATES / 100], |day| {
        let on = NaiveDate::from_epoch_days(day).expect("a day");
        compute(RuleName::Commitment, &Facts::presented(on), &desk)
            .map_or(0, |deadline| deadline.due_on.num_days_from_ce().into())
    });
    println!("{:<44} {table:>9.1} ns   goal 5", "a deadline");
    println!("{:<44} {read:>9.1} ns", "  floor: the bare column, a row");
    println!("{:<44} {set:>9.1} ns", "  chrono and a set of holidays, day by day");
    println!("{:<44} {:>9.1} ×   goal 8", "  times quicker than the set", set / table);
    println!("{:<44} {whole:>9.1} ns\n", "a deadline with its reasons and its target");
}

/// Nanoseconds of one.
fn each(days: &[i32], one: impl Fn(i32) -> i64) -> f64 {
    let start = Instant::now();
    let sum: i64 = days.iter().map(|day| one(black_box(*day))).sum();
    black_box(sum);
    start.elapsed().as_secs_f64() * 1e9 / days.len() as f64
}

fn day_by_day(day: i32, holidays: &HashSet<NaiveDate>) -> i64 {
    let mut due = NaiveDate::from_epoch_days(day).expect("a day") + Days::new(30);
    while due.weekday() == Weekday::Sun || holidays.contains(&due) {
        due = due + Days::new(1);
    }
    due.num_days_from_ce().into()
}
