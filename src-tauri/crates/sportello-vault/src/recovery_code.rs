//! The recovery code: 160 random bits on a sheet of paper in the safe of the office.
//!
//! Eight groups of five symbols of Crockford's base 32, the fifth a check symbol, because a person copies them by
//! hand: a mistake is noticed before anything is tried, and the group to look at again is named. Groups are
//! numbered from 1, as they are printed. What the code opens is in `sealed_key`.

mod symbol;
#[cfg(test)]
mod tests;

use std::fmt;

use zeroize::Zeroizing;

use crate::{NoRandomness, fill_random};

/// How many groups the code has.
pub const GROUPS: usize = 8;
const GROUP_SYMBOLS: usize = 5;
const SYMBOLS: usize = GROUPS * GROUP_SYMBOLS;

/// A recovery code. Wiped on drop; `Debug` shows nothing of it and there is no `Display`, so that it cannot slip
/// into a message: [`printed`](Self::printed) is the one way out.
///
/// It holds the 40 symbols in upper case without dashes, check symbols included. This text, in ASCII, is the
/// input of the key derivation: whoever must recover a store without this program needs no other encoding.
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// A new random code.
    ///
    /// # Errors
    /// [`NoRandomness`] when the operating system gives no random bytes.
    pub fn generate() -> Result<Self, NoRandomness> {
        let mut random = Zeroizing::new([0; 32]);
        fill_random(random.as_mut_slice())?;
        Ok(Self::from_random(&random))
    }

    /// Five bits of each byte, so that every symbol is equally likely.
    fn from_random(random: &[u8; 32]) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS));
        for (number, data) in (1..).zip(random.chunks_exact(GROUP_SYMBOLS - 1)) {
            let data = data.iter().map(|byte| byte & 0x1f);
            let check = symbol::check(number, data.clone());
            text.extend(data.chain([check]).map(symbol::letter));
        }
        Self(text)
    }

    /// What a person typed. Case, spaces and dashes do not matter, O is read as 0, I and L as 1.
    ///
    /// # Errors
    /// [`RecoveryCodeFault`], with the first wrong group by its printed number.
    pub fn parse(typed: &str) -> Result<Self, RecoveryCodeFault> {
        let mut text = Zeroizing::new(String::with_capacity(SYMBOLS));
        let written = typed.chars().filter(|&c| !symbol::is_separator(c));
        let found = written.clone().count();
        if found != SYMBOLS {
            return Err(RecoveryCodeFault::Length { found });
        }
        let mut group = Zeroizing::new([0; GROUP_SYMBOLS]);
        for (index, character) in written.enumerate() {
            let number = 1 + index / GROUP_SYMBOLS;
            let value = symbol::value(character).ok_or(RecoveryCodeFault::Symbol { group: number })?;
            group[index % GROUP_SYMBOLS] = value;
            text.push(symbol::letter(value));
            let complete = (index + 1).is_multiple_of(GROUP_SYMBOLS);
            if complete && !symbol::is_sound(number, *group) {
                return Err(RecoveryCodeFault::Check { group: number });
            }
        }
        Ok(Self(text))
    }

    /// The eight groups in the order of the sheet.
    pub fn groups(&self) -> [&str; GROUPS] {
        std::array::from_fn(|index| &self.0[index * GROUP_SYMBOLS..][..GROUP_SYMBOLS])
    }

    /// The whole code as it is printed, with a dash between the groups.
    pub fn printed(&self) -> Zeroizing<String> {
        let mut printed = Zeroizing::new(String::with_capacity(SYMBOLS + GROUPS - 1));
        for (index, group) in self.groups().into_iter().enumerate() {
            printed.push_str(if index == 0 { "" } else { "-" });
            printed.push_str(group);
        }
        printed
    }

    /// Whether `typed` is the group with this printed number (1 to 8). Asked back for two groups, it shows that the
    /// sheet really was printed or copied.
    pub fn matches_group(&self, number: usize, typed: &str) -> bool {
        let expected = number.checked_sub(1).and_then(|index| self.groups().get(index).copied());
        let written = typed.chars().filter(|&c| !symbol::is_separator(c));
        expected.is_some_and(|group| {
            group.chars().map(Some).eq(written.map(|c| symbol::value(c).map(symbol::letter)))
        })
    }

    /// The symbols as the key derivation reads them.
    pub(crate) fn symbols(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

/// Why a typed text is no recovery code. Groups are counted from 1, as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeFault {
    /// Not 40 symbols, spaces and dashes left out.
    #[error("a recovery code has 40 symbols, not {found}")]
    Length {
        /// How many symbols there were.
        found: usize,
    },
    /// A character that is no symbol of the code (U is left out on purpose).
    #[error("group {group} has a character that no recovery code uses")]
    Symbol {
        /// The group it is in.
        group: usize,
    },
    /// The check symbol does not fit: a wrong symbol, two exchanged ones, or a group in the place of another.
    #[error("group {group} was copied wrongly")]
    Check {
        /// The first group that does not fit.
        group: usize,
    },
}
