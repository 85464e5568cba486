//! Places while their name is typed.

use super::{Place, Places};
use crate::fold::query_words;
use chrono::NaiveDate;

impl Places {
    /// The places whose name has words that begin as the typed ones, in any order, blind to accents, case and
    /// apostrophes: the exact name first, those that are there before those that ended, one's own province before the
    /// others. With a day, those of that day come before all others.
    pub fn search(
        &self,
        typed: &str,
        on: Option<NaiveDate>,
        province: Option<&str>,
        limit: usize,
    ) -> Vec<&Place> {
        let wanted = query_words(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let whole = wanted.join(" ");
        let mut found: Vec<_> = (self.places.iter().zip(&self.words))
            .filter(|(_, words)| {
                wanted.iter().all(|start| words.split(' ').any(|word| word.starts_with(start.as_str())))
            })
            .map(|(place, words)| {
                let then = on.map_or(place.to.is_none(), |day| place.was_on(day));
                let own = province.is_some() && place.province.as_deref() == province;
                let exact = query_words(&place.name) == wanted;
                let start = words.starts_with(&whole);
                ((!exact, !then, place.to.is_some(), !own, !start, words.len(), words.as_str()), place)
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().take(limit).map(|(_, place)| place).collect()
    }
}
