//! The public holidays, as data with years of validity. What they do to a term is in `roll` and `deadline`.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::easter::easter_sunday;

/// One row of the list of public holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HolidayRule {
    /// Italian name, as the explanations say it.
    pub name: &'static str,
    /// The law it stands on, cited in Italian.
    pub source: &'static str,
    /// First year in which it is a holiday.
    pub since: i32,
    /// Last year in which it is a holiday; `i32::MAX` while in force.
    pub until: i32,
    feast: Feast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Feast {
    Fixed { month: u32, day: u32 },
    AfterEaster { days: u64 },
}

const fn fixed(name: &'static str, month: u32, day: u32, since: i32, source: &'static str) -> HolidayRule {
    HolidayRule { name, source, since, until: i32::MAX, feast: Feast::Fixed { month, day } }
}

const fn after_easter(name: &'static str, days: u64, source: &'static str) -> HolidayRule {
    HolidayRule { name, source, since: 1949, until: i32::MAX, feast: Feast::AfterEaster { days } }
}

const fn only_in(name: &'static str, month: u32, day: u32, year: i32, source: &'static str) -> HolidayRule {
    HolidayRule { until: year, ..fixed(name, month, day, year, source) }
}

const L260: &str = "L. 260/1949, art. 2";

/// The national holidays of Italy besides plain Sundays: L. 260/1949 as amended by L. 54/1977, D.P.R. 792/1985,
/// L. 336/2000 and L. 151/2025.
///
/// 19 March, Ascension, Corpus Domini, 29 June and 4 November are printed in L. 260 but were taken away by L. 54/1977
/// and never came back for the whole country (29 June only for Rome, where it is a patron day). Easter is here,
/// although it is always a Sunday, because it has a name worth telling and because a desk that opens on Sundays is
/// closed on it. The changes before 1990 are not modelled: no term of this application starts there.
pub const HOLIDAYS: &[HolidayRule] = &[
    fixed("Capodanno", 1, 1, 1949, L260),
    fixed("Epifania", 1, 6, 1986, "D.P.R. 792/1985, art. 1"),
    only_in("150° anniversario dell'Unità d'Italia", 3, 17, 2011, "D.L. 5/2011, art. 1"),
    after_easter("Pasqua", 0, L260),
    after_easter("Lunedì dell'Angelo", 1, L260),
    fixed("Festa della Liberazione", 4, 25, 1949, L260),
    fixed("Festa del Lavoro", 5, 1, 1949, L260),
    fixed("Festa della Repubblica", 6, 2, 2001, "L. 336/2000, art. 1"),
    fixed("Ferragosto", 8, 15, 1949, L260),
    fixed("San Francesco d'Assisi", 10, 4, 2026, "L. 151/2025"),
    fixed("Ognissanti", 11, 1, 1949, L260),
    fixed("Immacolata Concezione", 12, 8, 1949, L260),
    fixed("Natale", 12, 25, 1949, L260),
    fixed("Santo Stefano", 12, 26, 1949, L260),
];

impl HolidayRule {
    /// The day of this holiday in a year, if it is in force that year.
    #[must_use]
    pub const fn in_year(&self, year: i32) -> Option<NaiveDate> {
        if year < self.since || year > self.until {
            return None;
        }
        match self.feast {
            Feast::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Feast::AfterEaster { days } => match easter_sunday(year) {
                Some(easter) => easter.checked_add_days(Days::new(days)),
                None => None,
            },
        }
    }
}

/// A holiday on its day, as the year's list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PublicHoliday {
    /// The day.
    pub date: NaiveDate,
    /// Italian name.
    pub name: String,
    /// The law it stands on.
    pub source: String,
}

/// The named holidays of a year in order of date, Sundays left out. When two fall on one day (25 April 2011 was also
/// Easter Monday) both are listed.
#[must_use]
pub fn public_holidays(year: i32) -> Vec<PublicHoliday> {
    let mut list: Vec<_> = HOLIDAYS
        .iter()
        .filter_map(|rule| {
            Some(PublicHoliday {
                date: rule.in_year(year)?,
                name: rule.name.into(),
                source: rule.source.into(),
            })
        })
        .collect();
    list.sort_by_key(|holiday| holiday.date);
    list
}

/// The name of the public holiday on a date: "Natale", "Lunedì dell'Angelo", and "domenica" for a plain Sunday.
#[must_use]
pub fn holiday_name(date: NaiveDate) -> Option<&'static str> {
    named_holiday(date).or_else(|| is_sunday(date).then_some("domenica"))
}

/// The name of a holiday other than a plain Sunday.
pub(super) fn named_holiday(date: NaiveDate) -> Option<&'static str> {
    HOLIDAYS.iter().find(|rule| rule.in_year(date.year()) == Some(date)).map(|rule| rule.name)
}

/// Is the date a public holiday (a Sunday or one of [`HOLIDAYS`])?
#[must_use]
pub fn is_holiday(date: NaiveDate) -> bool {
    holiday_name(date).is_some()
}

/// Is the date a Sunday?
#[must_use]
pub fn is_sunday(date: NaiveDate) -> bool {
    date.weekday() == Weekday::Sun
}
