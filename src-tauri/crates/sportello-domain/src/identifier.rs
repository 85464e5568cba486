//! Codes of people, bodies and things: what is wrong with one, what is odd about it, what it says.
//!
//! An error makes a code impossible. A notice never does: a code that does not agree with a name may still be the right
//! one, and the card in the citizen's hand wins over every calculation.

mod document;
mod iban;
mod phone;
mod plate;
mod postcode;
pub mod tax_code;
mod vat_number;

pub use document::{DocumentKind, any_document, document};
pub use iban::iban;
pub use phone::phone;
pub use plate::plate;
pub use postcode::postcode;
pub use vat_number::vat_number;

use serde::{Deserialize, Serialize};

/// What is said of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Too long or too short.
    Length,
    /// A character that cannot stand where it stands.
    Format,
    /// The check character or digit does not agree with the rest.
    Check,
    /// A day that no calendar has.
    Date,
    /// A short number, an emergency or a service: nobody can be called back there.
    ShortNumber,
    /// Eleven digits: of a body, or a person's provisional code, to be replaced within six months (art. 10 DM 23/12/1976).
    Provisional,
    /// Digits replaced by letters, because two people had the same code.
    Omocodia,
    /// Two centuries are possible and nothing tells which.
    Century,
    /// A place code that the archives do not have.
    UnknownPlace,
    /// The place was not a municipality or a state on that day.
    PlaceNotThen,
    /// The first three letters do not agree with the surname.
    SurnameDiffers,
    /// The second three letters do not agree with the name.
    NameDiffers,
    /// The date does not agree.
    BirthDiffers,
    /// The sex does not agree.
    SexDiffers,
    /// The place does not agree.
    PlaceDiffers,
    /// A VAT number of an office that gives none.
    UnusualOffice,
    /// The national check letter of an IBAN does not agree.
    Cin,
    /// Of another country: only the international check was made.
    Foreign,
    /// Perhaps a fixed number without its first zero.
    ForgottenZero,
    /// A general postcode of a city that has one for each district.
    GeneralPostcode,
    /// Not the shape such a code has today.
    UnusualShape,
    /// A kind of document that is no longer valid.
    NoLongerValid,
}

/// What is said of a code as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Verdict {
    /// The code without spaces and signs, in capitals: as it is kept.
    pub code: String,
    /// Why it cannot be.
    pub errors: Vec<Finding>,
    /// What to look at, or to read back.
    pub notices: Vec<Finding>,
}

impl Verdict {
    /// A code with nothing to say about, so far.
    fn of(code: String) -> Self {
        Self { code, errors: Vec::new(), notices: Vec::new() }
    }

    fn with_error(mut self, finding: Finding) -> Self {
        self.errors.push(finding);
        self
    }

    fn with_notice(mut self, finding: Finding) -> Self {
        self.notices.push(finding);
        self
    }

    /// Whether such a code can be.
    pub fn is_valid(&self) -> bool {
        self.errors.is_empty()
    }
}

/// A code as it is kept: capitals, without the spaces and signs people write in it.
fn tidy(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '/'))
        .flat_map(char::to_uppercase)
        .collect()
}

/// The remainder of the sum of the national check letter: odd places by a table of their own, even places as they are
/// (DM 23/12/1976 for the codice fiscale; the CIN of an account uses the same tables).
///
/// `None` when a character is neither a capital letter nor a digit.
fn check_letter(text: &str) -> Option<char> {
    const ODD: [u32; 26] =
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let mut sum = 0;
    for (at, character) in text.chars().enumerate() {
        let value = match character {
            '0'..='9' => character as u32 - '0' as u32,
            'A'..='Z' => character as u32 - 'A' as u32,
            _ => return None,
        };
        // The first place is odd.
        sum += if at % 2 == 0 { ODD[value as usize] } else { value };
    }
    char::from_u32('A' as u32 + sum % 26)
}

#[cfg(test)]
mod tests;
