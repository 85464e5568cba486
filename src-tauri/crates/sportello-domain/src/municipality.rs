//! Municipalities, as the national archive (ANPR) and ISTAT list them.

use serde::{Deserialize, Serialize};

/// A municipality of today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Cadastral (Belfiore) code, the key used by the codice fiscale: `E617`.
    pub belfiore: String,
    /// Name, as ISTAT spells it.
    pub name: String,
    /// Two-letter code of the province.
    pub province: String,
}

impl Municipality {
    /// The name of the body, as it signs: `Comune di Lissone`.
    pub fn official_name(&self) -> String {
        format!("Comune di {}", self.name)
    }
}
