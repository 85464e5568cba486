//! A code against what a person says. Nothing here is an error: the card wins.

use super::super::Finding;
use super::{Reading, Sex, name_part, surname_part};
use crate::place::{Belfiore, Places};
use chrono::NaiveDate;
use serde::Deserialize;

/// What a person says; all of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Claims {
    /// Surname; of a woman, the one she was born with.
    pub surname: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Day of birth.
    pub born_on: Option<NaiveDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Code of the place of birth.
    pub place: Option<Belfiore>,
}

impl Claims {
    pub(super) fn hold_against(&self, reading: &mut Reading, places: &Places) {
        let mut differs = Vec::new();
        let part = |from: usize| reading.digits()[from..from + 3].to_owned();
        let (surname, name) = (part(0), part(3));
        let other = |said: &Option<String>, rule: fn(&str) -> Option<String>, written: String| {
            said.as_deref()
                .filter(|said| !said.trim().is_empty())
                .is_some_and(|said| rule(said) != Some(written))
        };
        if other(&self.surname, surname_part, surname) {
            differs.push(Finding::SurnameDiffers);
        }
        if other(&self.name, name_part, name) {
            differs.push(Finding::NameDiffers);
        }
        if let Some(day) = self.born_on {
            if reading.born_on.contains(&day) {
                reading.born_on = vec![day];
            } else {
                differs.push(Finding::BirthDiffers);
            }
        }
        if self.sex.is_some() && self.sex != reading.sex {
            differs.push(Finding::SexDiffers);
        }
        if self.place.is_some() && self.place != reading.place {
            differs.push(Finding::PlaceDiffers);
        }
        reading.find_place(places);
        reading.tell_century();
        reading.verdict.notices.extend(differs);
    }
}
