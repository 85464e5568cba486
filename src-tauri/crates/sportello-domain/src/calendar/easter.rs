//! The date of Easter. Nothing else.

use chrono::NaiveDate;

/// Easter Sunday of a year of the Gregorian calendar, by the anonymous algorithm printed in *Nature*, 20 April 1876
/// (Meeus, *Astronomical Algorithms*, chapter 8).
///
/// `None` only for years that chrono cannot represent.
#[must_use]
pub const fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (skipped_leaps, rest) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - skipped_leaps - moon_shift + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * rest + 2 * (in_century / 4) - epact - in_century % 4).rem_euclid(7);
    let correction = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let march_based = epact + to_sunday - 7 * correction + 114;
    NaiveDate::from_ymd_opt(year, (march_based / 31) as u32, (march_based % 31 + 1) as u32)
}
