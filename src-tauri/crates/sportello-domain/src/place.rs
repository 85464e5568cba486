//! Places of birth and residence: municipalities of every time and foreign states, by their cadastral code (Belfiore).

mod read;
mod search;

pub use read::PlaceFault;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A cadastral code: a letter and three digits; of states the letter is Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Belfiore([u8; 4]);

impl Belfiore {
    /// The code in a text, in capitals or not.
    pub fn parse(text: &str) -> Option<Self> {
        let code: [u8; 4] = text.trim().to_ascii_uppercase().into_bytes().try_into().ok()?;
        let good = code[0].is_ascii_uppercase() && code[1..].iter().all(u8::is_ascii_digit);
        good.then_some(Self(code))
    }

    /// Whether it is of a foreign state.
    pub fn is_foreign(self) -> bool {
        self.0[0] == b'Z'
    }
}

impl std::fmt::Display for Belfiore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(str::from_utf8(&self.0).unwrap_or_default())
    }
}

impl Serialize for Belfiore {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Belfiore {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("a letter and three digits"))
    }
}

#[cfg(feature = "ts")]
impl ts_rs::TS for Belfiore {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
    fn inline(config: &ts_rs::Config) -> String {
        Self::name(config)
    }
}

/// A municipality or a state, during one of its periods.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Place {
    /// Its code.
    pub belfiore: Belfiore,
    /// Its name, as ISTAT spells it.
    pub name: String,
    /// The code of its province; none of a state.
    pub province: Option<String>,
    /// Its first day; none when it was always there.
    pub from: Option<NaiveDate>,
    /// Its last day; none of those of today.
    pub to: Option<NaiveDate>,
}

impl Place {
    /// Whether it was there on a day.
    pub fn was_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// `Lissone (MB)`, `Abano (PD, fino al 1924)`, `Albania`.
    pub fn label(&self) -> String {
        use chrono::Datelike;
        let ended = self.to.map(|to| format!("fino al {}", to.year()));
        let inside: Vec<&str> = self.province.as_deref().into_iter().chain(ended.as_deref()).collect();
        if inside.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, inside.join(", ")) }
    }
}

/// The archive of places.
#[derive(Debug, Default)]
pub struct Places {
    places: Vec<Place>,
    /// The folded words of each name, in the same order.
    words: Vec<String>,
    by_code: HashMap<Belfiore, Vec<usize>>,
    /// States whose citizens move freely: European Union, European Economic Area, Switzerland.
    free: HashSet<Belfiore>,
}

impl Places {
    fn of(&self, code: Belfiore) -> impl Iterator<Item = &Place> {
        self.by_code.get(&code).into_iter().flatten().map(|at| &self.places[*at])
    }

    /// Whether the archive has the code. Some old ones it has not.
    pub fn knows(&self, code: Belfiore) -> bool {
        self.by_code.contains_key(&code)
    }

    /// The place a code was on a day.
    pub fn on(&self, code: Belfiore, day: NaiveDate) -> Option<&Place> {
        self.of(code).find(|place| place.was_on(day))
    }

    /// The last place of a code.
    pub fn last(&self, code: Belfiore) -> Option<&Place> {
        self.of(code).max_by_key(|place| (place.to.is_none(), place.from))
    }

    /// Whether the citizens of a state move freely in the European Union (D.Lgs 30/2007).
    pub fn moves_freely(&self, state: Belfiore) -> bool {
        self.free.contains(&state)
    }

    /// How many periods it has.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

#[cfg(test)]
pub(crate) mod tests;
