//! The number a citizen is told: year and progressive, `2026/0413`.

use serde::{Deserialize, Serialize};

/// A ticket's number, unique and without gaps within its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(feature = "ts", ts(type = "string"))]
pub struct TicketNumber {
    /// Year of registration.
    pub year: i32,
    /// Progressive within the year, from 1.
    pub progressive: i64,
}

impl std::fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{:04}", self.year, self.progressive)
    }
}

/// Not a ticket number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a ticket number: year/progressive, as 2026/0413")]
pub struct NotATicketNumber;

impl std::str::FromStr for TicketNumber {
    type Err = NotATicketNumber;

    fn from_str(text: &str) -> Result<Self, NotATicketNumber> {
        let (year, progressive) = text.trim().split_once('/').ok_or(NotATicketNumber)?;
        let digits = |text: &str, longest| {
            (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
        };
        if !(digits(year, 4) && year.len() == 4 && digits(progressive, 12)) {
            return Err(NotATicketNumber);
        }
        let number = Self {
            year: year.parse().map_err(|_| NotATicketNumber)?,
            progressive: progressive.parse().map_err(|_| NotATicketNumber)?,
        };
        if number.progressive == 0 { Err(NotATicketNumber) } else { Ok(number) }
    }
}

impl From<TicketNumber> for String {
    fn from(number: TicketNumber) -> Self {
        number.to_string()
    }
}

impl TryFrom<String> for TicketNumber {
    type Error = NotATicketNumber;

    fn try_from(text: String) -> Result<Self, NotATicketNumber> {
        text.parse()
    }
}
