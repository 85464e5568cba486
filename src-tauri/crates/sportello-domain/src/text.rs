//! Texts with an audience. What the desk writes for the citizen and what it writes for itself are different types:
//! a document for the citizen is built from [`CitizenText`] only, and nothing turns an [`InternalText`] into one.

use crate::fault::FieldRule;
use serde::{Deserialize, Serialize};

/// The longest subject, name or address line, in characters.
pub const LINE_MAX: u32 = 300;
/// The longest text of a ticket, note or reply, in characters: about 35 printed pages.
pub const TEXT_MAX: u32 = 100_000;

/// One line of at most `max` characters; `None` when it is empty.
///
/// # Errors
/// A control character or too many characters.
pub fn optional_line(text: Option<&str>, max: u32) -> Result<Option<String>, FieldRule> {
    let line = text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    check(text.unwrap_or_default(), &line, max, |c| matches!(c, '\n' | '\r' | '\t'))?;
    Ok((!line.is_empty()).then_some(line))
}

/// One line that must not be empty.
///
/// # Errors
/// Empty, a control character or too many characters.
pub fn line(text: &str, max: u32) -> Result<String, FieldRule> {
    optional_line(Some(text), max)?.ok_or(FieldRule::Required)
}

/// A text of several lines, trimmed, with `\n` between lines.
///
/// # Errors
/// Empty, a control character or too many characters.
pub fn paragraph(text: &str) -> Result<String, FieldRule> {
    let tidy = text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
    check(&tidy, &tidy, TEXT_MAX, |c| matches!(c, '\n' | '\t'))?;
    if tidy.is_empty() { Err(FieldRule::Required) } else { Ok(tidy) }
}

fn check(typed: &str, kept: &str, max: u32, allowed: fn(char) -> bool) -> Result<(), FieldRule> {
    if let Some(control) = typed.chars().find(|c| c.is_control() && !allowed(*c)) {
        return Err(FieldRule::ControlCharacter { code: control.into() });
    }
    if kept.chars().nth(max as usize).is_some() {
        return Err(FieldRule::TooLong { max });
    }
    Ok(())
}

macro_rules! audience {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "ts", ts(type = "string"))] String);

        impl $name {
            /// Reads a text typed for this audience.
            ///
            /// # Errors
            /// Empty, too long, or with control characters.
            pub fn parse(text: &str) -> Result<Self, FieldRule> {
                paragraph(text).map(Self)
            }

            /// The same, where leaving it empty is allowed.
            ///
            /// # Errors
            /// Too long, or with control characters.
            pub fn parse_optional(text: Option<&str>) -> Result<Option<Self>, FieldRule> {
                match text.map(Self::parse) {
                    None | Some(Err(FieldRule::Required)) => Ok(None),
                    Some(parsed) => parsed.map(Some),
                }
            }

            /// Words that were read when they were written: what comes out of the store.
            pub fn stored(text: String) -> Self {
                Self(text)
            }

            /// The words.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    )*};
}

audience! {
    /// Words the citizen may read: the citizen's own, or the desk's reply.
    CitizenText;
    /// Words for the municipality only: notes, what is asked of an office, what an office reports.
    InternalText;
}

#[cfg(test)]
mod tests;
