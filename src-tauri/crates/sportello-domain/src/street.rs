//! The street register, as the national archive of streets and house numbers (ANNCSU) exports it, and the place of a
//! matter as the desk compares it.

mod place;
mod read;

pub use place::{house_number, street_key};
pub use read::{FIELDS, Register, read};

use crate::id::StreetId;
use serde::Serialize;

/// A street to put in the register.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StreetData {
    /// Its whole name: `via Giacomo Matteotti`.
    pub name: String,
    /// Its number in the national archive (*progressivo nazionale*).
    pub code: Option<String>,
    /// Its house numbers, in the order of the file.
    pub numbers: Vec<HouseNumber>,
}

/// A house number (*civico*).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HouseNumber {
    /// As on the door: `12`, `12/A`.
    pub number: String,
    /// Degrees north and east (WGS 84), where the file has them.
    pub latitude: Option<f64>,
    /// See `latitude`.
    pub longitude: Option<f64>,
}

/// A street of the register, found by any of its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Street {
    /// Identity.
    pub id: StreetId,
    /// Its whole name.
    pub name: String,
    /// Its number in the national archive.
    pub code: Option<String>,
}

#[cfg(test)]
mod tests;
