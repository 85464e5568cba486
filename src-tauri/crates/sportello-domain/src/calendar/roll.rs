//! The first day that is not a holiday, by table. Which terms roll is decided in `deadline`.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::holiday::{HOLIDAYS, is_holiday};

/// The years in which facts may fall: dates outside are taken for typing mistakes.
pub const SUPPORTED_YEARS: RangeInclusive<i32> = FIRST_YEAR..=LAST_YEAR;

const FIRST_YEAR: i32 = 1990;
const LAST_YEAR: i32 = 2119;
const FIRST_DAY: i32 = first_of(FIRST_YEAR);
// One month more, so that a term that ends on the last Sunday of the range still finds its Monday in the table.
const DAYS: usize = (first_of(LAST_YEAR + 1) + 31 - FIRST_DAY) as usize;

/// For each day from `FIRST_DAY`, how many days to the next one that is not a holiday (0 on a working day). Worked
/// out by the compiler: a deadline costs one read and one sum.
static OFFSETS: [u8; DAYS] = offsets();

const fn first_of(year: i32) -> i32 {
    match NaiveDate::from_ymd_opt(year, 1, 1) {
        Some(date) => date.to_epoch_days(),
        None => panic!("a year that chrono cannot represent"),
    }
}

const fn offsets() -> [u8; DAYS] {
    let mut table = [0; DAYS];
    // 1970-01-04 (day 3) was a Sunday.
    let mut sunday = (3 - FIRST_DAY).rem_euclid(7) as usize;
    while sunday < DAYS {
        table[sunday] = 1;
        sunday += 7;
    }
    let mut year = FIRST_YEAR;
    while year <= LAST_YEAR + 1 {
        let mut row = 0;
        while row < HOLIDAYS.len() {
            if let Some(date) = HOLIDAYS[row].in_year(year) {
                let index = (date.to_epoch_days() - FIRST_DAY) as usize;
                if index < DAYS {
                    table[index] = 1;
                }
            }
            row += 1;
        }
        year += 1;
    }
    assert!(table[DAYS - 1] == 0, "the last day of the table has nothing to roll to");
    let mut index = DAYS - 1;
    while index > 0 {
        index -= 1;
        if table[index] == 1 {
            table[index] += table[index + 1];
        }
    }
    table
}

/// The first day on or after `day` that is not a public holiday; both are days since 1970-01-01.
///
/// Saturdays are working days for the law. Outside the table (1990 to January 2120) the answer is computed; a number
/// that is not a date at all comes back unchanged.
#[inline]
#[must_use]
pub fn next_working_day(day: i32) -> i32 {
    match OFFSETS.get(day.wrapping_sub(FIRST_DAY).cast_unsigned() as usize) {
        Some(&offset) => day + i32::from(offset),
        None => computed(day),
    }
}

#[cold]
fn computed(day: i32) -> i32 {
    let mut found = NaiveDate::from_epoch_days(day);
    while let Some(date) = found.filter(|date| is_holiday(*date)) {
        found = date.succ_opt();
    }
    found.map_or(day, |date| date.to_epoch_days())
}
