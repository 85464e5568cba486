//! How tickets belong together.

use serde::{Deserialize, Serialize};

/// What one ticket is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// They have to do with each other.
    Related,
    /// The same matter a second time.
    DuplicateOf,
    /// Another matter that was in it.
    SplitFrom,
    /// The same matter, later.
    Continues,
    /// Brought in the same visit: its first ticket.
    Visit,
}

impl LinkKind {
    /// Every kind, in the order the desk reads them.
    pub const ALL: [Self; 5] =
        [Self::Related, Self::DuplicateOf, Self::SplitFrom, Self::Continues, Self::Visit];

    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Related => "related",
            Self::DuplicateOf => "duplicate_of",
            Self::SplitFrom => "split_from",
            Self::Continues => "continues",
            Self::Visit => "visit",
        }
    }
}
