//! The code somebody without a name asks with: six signs, told aloud and written by hand.

use serde::{Deserialize, Serialize};

/// No vowels, so that no word comes out, and nothing that is read for something else: 0 and O, 1, I and L, 5 and S,
/// 2 and Z, 8 and B, U and V.
const SIGNS: &[u8; 16] = b"CDFHKMNPQRXY3479";
/// Signs of a code: sixteen million codes.
const LENGTH: usize = 6;

/// A pick-up code, as `KD7 4PX`; kept without the space.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(try_from = "String")]
pub struct PickupCode(#[cfg_attr(feature = "ts", ts(type = "string"))] String);

impl PickupCode {
    /// The code of some random bytes.
    pub fn from_random(random: [u8; LENGTH]) -> Self {
        let sign = |byte: u8| char::from(SIGNS[usize::from(byte) % SIGNS.len()]);
        Self(random.into_iter().map(sign).collect())
    }

    /// Its signs, without the space.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PickupCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (start, end) = self.0.split_at(LENGTH / 2);
        write!(f, "{start} {end}")
    }
}

/// Not a pick-up code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a pick-up code, as KD7 4PX")]
pub struct NotAPickupCode;

impl TryFrom<String> for PickupCode {
    type Error = NotAPickupCode;

    fn try_from(text: String) -> Result<Self, NotAPickupCode> {
        let code: String = text.split_whitespace().collect::<String>().to_uppercase();
        let good = code.len() == LENGTH && code.bytes().all(|byte| SIGNS.contains(&byte));
        if good { Ok(Self(code)) } else { Err(NotAPickupCode) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_said() {
        let code = PickupCode::from_random([0, 17, 34, 51, 68, 255]);
        assert_eq!((code.as_str(), code.to_string().as_str()), ("CDFHK9", "CDF HK9"));
        assert_eq!(PickupCode::try_from(" cdf hk9".to_owned()), Ok(code));
        for wrong in ["", "CDFHK", "CDFHK9C", "CDFHKO", "CDFHK0"] {
            assert!(PickupCode::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
