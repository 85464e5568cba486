//! The codice fiscale (DPR 605/1973; DM 23 December 1976, n. 13813): how it is built, what it says, whether it agrees
//! with what a person says.

mod compare;
mod letters;
mod read;

pub use compare::Claims;
pub use letters::{name_part, surname_part};
pub use read::{Reading, read};

use super::check_letter;
use crate::place::Belfiore;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The letters of the months, January first.
const MONTHS: &str = "ABCDEHLMPRST";
/// What stands for 0 to 9 in a code given to a second person (omocodia).
const OMOCODIA: &str = "LMNPQRSTUV";
/// Where a digit may be such a letter, counted from 0.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];
/// Women's days are written forty higher.
const WOMEN: u32 = 40;

/// The sex a code is built with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Sex {
    /// Male.
    M,
    /// Female.
    F,
}

/// A code of sixteen characters, in capitals, whose check character agrees.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct TaxCode(String);

impl TaxCode {
    /// What the rules make of a person. It is not the person's code until the card says so: somebody else may have had
    /// it first.
    ///
    /// `None` when surname or name have no letter from A to Z, not even after the official transliteration.
    pub fn built(surname: &str, name: &str, born_on: NaiveDate, sex: Sex, place: Belfiore) -> Option<Self> {
        let (surname, name) = (surname_part(surname)?, name_part(name)?);
        let month = MONTHS.chars().nth(born_on.month0() as usize)?;
        let day = born_on.day() + if sex == Sex::F { WOMEN } else { 0 };
        let year = born_on.year().rem_euclid(100);
        Self::closed(&format!("{surname}{name}{year:02}{month}{day:02}{place}"))
    }

    /// Fifteen characters and the check character they need.
    fn closed(fifteen: &str) -> Option<Self> {
        Some(Self(format!("{fifteen}{}", check_letter(fifteen)?)))
    }

    /// The code as one word.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as it is read aloud: `RSS MRA 85T10 A562S`.
    pub fn grouped(&self) -> String {
        let code = &self.0;
        format!("{} {} {} {}", &code[..3], &code[3..6], &code[6..11], &code[11..])
    }

    /// The codes that the same data would have been given for the second, third… person: every set of the seven digits
    /// may be letters, so there are 127.
    pub fn variants(&self) -> impl Iterator<Item = Self> {
        let base = with_digits(&self.0[..15]);
        (1..1_u32 << DIGITS.len()).filter_map(move |set| {
            let letters = base.char_indices().map(|(at, character)| {
                let chosen =
                    DIGITS.iter().position(|place| *place == at).is_some_and(|bit| set >> bit & 1 == 1);
                let digit = character.to_digit(10).filter(|_| chosen);
                digit.and_then(|digit| OMOCODIA.chars().nth(digit as usize)).unwrap_or(character)
            });
            Self::closed(&letters.collect::<String>())
        })
    }
}

impl std::fmt::Display for TaxCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The code with its digits put back where letters stand for them.
fn with_digits(code: &str) -> String {
    let back = |(at, character): (usize, char)| {
        let digit = OMOCODIA.find(character).filter(|_| DIGITS.contains(&at));
        digit.and_then(|digit| char::from_digit(u32::try_from(digit).ok()?, 10)).unwrap_or(character)
    };
    code.char_indices().map(back).collect()
}

#[cfg(test)]
mod tests;
