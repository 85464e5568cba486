//! What a code says.

use super::super::{Finding, Verdict, check_letter, tidy, vat_number};
use super::{Claims, DIGITS, MONTHS, OMOCODIA, Sex, WOMEN, with_digits};
use crate::place::{Belfiore, Place, Places};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// A code, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reading {
    /// What is said of it.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// The code with its digits put back and the check character they had, when letters stand for some of them.
    pub base: Option<String>,
    /// The sex it was built with.
    pub sex: Option<Sex>,
    /// The days of birth it can mean: one, or one for each century.
    pub born_on: Vec<NaiveDate>,
    /// The code of the place of birth.
    pub place: Option<Belfiore>,
    /// The place it was on the day of birth; otherwise the last place of that code.
    pub place_found: Option<Place>,
}

/// Reads a code of sixteen characters or eleven digits, in small letters and with spaces too, and holds it against what
/// the person says.
pub fn read(text: &str, claims: &Claims, today: NaiveDate, places: &Places) -> Reading {
    let code = tidy(text);
    let nothing = |verdict| Reading {
        verdict,
        base: None,
        sex: None,
        born_on: Vec::new(),
        place: None,
        place_found: None,
    };
    let verdict = Verdict::of(code.clone());
    if code.len() == vat_number::LENGTH && code.chars().all(|c| c.is_ascii_digit()) {
        let agrees = vat_number::check_digit_agrees(&code);
        let verdict = if agrees { verdict } else { verdict.with_error(Finding::Check) };
        return nothing(verdict.with_notice(Finding::Provisional));
    }
    if code.chars().count() != 16 {
        return nothing(verdict.with_error(Finding::Length));
    }
    if !has_its_shape(&code) {
        return nothing(verdict.with_error(Finding::Format));
    }
    let mut reading = said(&code, verdict, today);
    claims.hold_against(&mut reading, places);
    reading
}

fn has_its_shape(code: &str) -> bool {
    code.char_indices().all(|(at, c)| match at {
        8 => MONTHS.contains(c),
        _ if DIGITS.contains(&at) => c.is_ascii_digit() || OMOCODIA.contains(c),
        _ => c.is_ascii_uppercase(),
    })
}

fn said(code: &str, mut verdict: Verdict, today: NaiveDate) -> Reading {
    let digits = with_digits(code);
    if check_letter(&code[..15]) != code.chars().last() {
        verdict.errors.push(Finding::Check);
    }
    let base = (digits != code).then(|| {
        verdict.notices.push(Finding::Omocodia);
        format!("{}{}", &digits[..15], check_letter(&digits[..15]).unwrap_or('?'))
    });
    let number = |range: std::ops::Range<usize>| digits[range].parse::<u32>().unwrap_or_default();
    let (year, day) = (number(6..8), number(9..11));
    let month = MONTHS.find(&digits[8..9]).and_then(|at| u32::try_from(at + 1).ok()).unwrap_or_default();
    let (sex, day) = if day > WOMEN { (Sex::F, day - WOMEN) } else { (Sex::M, day) };
    let century = |century: u32| {
        let year = i32::try_from(century + year).ok()?;
        NaiveDate::from_ymd_opt(year, month, day)
    };
    let possible: Vec<NaiveDate> = [1900, 2000].into_iter().filter_map(century).collect();
    if possible.is_empty() {
        verdict.errors.push(Finding::Date);
    }
    let born_on = possible.into_iter().filter(|day| *day <= today).collect();
    let place = Belfiore::parse(&digits[11..15]);
    Reading { verdict, base, sex: Some(sex), born_on, place, place_found: None }
}

impl Reading {
    /// The code with every digit back in its place.
    pub(super) fn digits(&self) -> &str {
        self.base.as_deref().unwrap_or(&self.verdict.code)
    }

    /// Of two centuries, keeps the one in which the place was there, when only one is such. Then looks the place up.
    pub(super) fn find_place(&mut self, places: &Places) {
        let Some(place) = self.place else { return };
        if !places.knows(place) {
            self.verdict.notices.push(Finding::UnknownPlace);
            return;
        }
        let then: Vec<NaiveDate> =
            self.born_on.iter().copied().filter(|day| places.on(place, *day).is_some()).collect();
        if then.len() == 1 {
            self.born_on = then;
        } else if then.is_empty() && !self.born_on.is_empty() {
            self.verdict.notices.push(Finding::PlaceNotThen);
        }
        let found = self.born_on.first().and_then(|day| places.on(place, *day));
        self.place_found = found.or_else(|| places.last(place)).cloned();
    }

    /// Says so when the century is still open.
    pub(super) fn tell_century(&mut self) {
        let years: Vec<i32> = self.born_on.iter().map(Datelike::year).collect();
        if years.len() > 1 {
            self.verdict.notices.push(Finding::Century);
        }
    }
}
