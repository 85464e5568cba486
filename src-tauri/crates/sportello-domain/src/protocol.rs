//! Numbers of the municipality's protocol (DPR 445/2000, art. 53 and 57). The desk is not the protocol: it notes, once,
//! the number the other system gave. A wrong note is corrected by another note that says why; both stay.

use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::ProtocolId;
use crate::text::{InternalText, optional_line};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Characters of the longest number: seven digits by law, and whatever the municipality's system puts around them.
pub const NUMBER_MAX: u32 = 20;

/// Which way the matter went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ProtocolDirection {
    /// *In arrivo*.
    #[serde(alias = "arrivo")]
    In,
    /// *In partenza*.
    #[serde(alias = "partenza")]
    Out,
}

impl ProtocolDirection {
    /// The code stored and exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// A number as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ProtocolDraft {
    /// The number, as the protocol wrote it.
    pub number: String,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// Which way.
    pub direction: ProtocolDirection,
    /// The wrong record it stands for.
    #[serde(default)]
    pub corrects: Option<ProtocolId>,
    /// Why that one was wrong; compulsory when there is one.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A number that may be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProtocol {
    /// See [`normal_number`].
    pub number: String,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// Which way.
    pub direction: ProtocolDirection,
    /// The wrong record, and why.
    pub corrects: Option<(ProtocolId, InternalText)>,
}

/// A number on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProtocolRecord {
    /// Identity.
    pub id: ProtocolId,
    /// Which way.
    pub direction: ProtocolDirection,
    /// The number.
    pub number: String,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// When it was noted here.
    pub recorded_at: DateTime<Utc>,
    /// By whom.
    pub recorded_by: String,
    /// The wrong record it stands for.
    pub corrects: Option<ProtocolId>,
    /// Why that one was wrong.
    pub reason: Option<String>,
    /// Whether a later record stands for this one.
    pub corrected: bool,
}

impl ProtocolRecord {
    /// Whether it says that the matter arrived on another day than the citizen presented it (art. 18-bis L. 241/1990).
    pub fn arrived_another_day(&self, presented_on: NaiveDate) -> bool {
        !self.corrected && self.direction == ProtocolDirection::In && self.registered_on != presented_on
    }
}

/// A number as it is compared: without spaces, in capital letters. `None` when there is no digit in it.
pub fn normal_number(text: &str) -> Option<String> {
    let number: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    number.bytes().any(|byte| byte.is_ascii_digit()).then_some(number)
}

impl ProtocolDraft {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(&self, today: NaiveDate) -> Result<NewProtocol, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let number = faults.take("number", optional_line(Some(&self.number), NUMBER_MAX)).flatten();
        let number = match number {
            None if faults.is_empty() => {
                faults.add("number", FieldRule::Required);
                None
            }
            None => None,
            Some(typed) => {
                let normal = normal_number(&typed).filter(|_| typed.chars().all(is_sign));
                if normal.is_none() {
                    faults.add("number", FieldRule::WrongValue { expected: "0012345".into() });
                }
                normal
            }
        };
        if self.registered_on > today {
            faults.add("registered_on", FieldRule::InFuture);
        }
        let reason = faults.take("reason", InternalText::parse_optional(self.reason.as_deref())).flatten();
        let corrects = match (self.corrects, reason) {
            (Some(id), Some(reason)) => Some((id, reason)),
            (Some(_), None) => {
                faults.add("reason", FieldRule::Required);
                None
            }
            (None, _) => None,
        };
        let parsed = number.map(|number| NewProtocol {
            number,
            registered_on: self.registered_on,
            direction: self.direction,
            corrects,
        });
        faults.finish(parsed)
    }
}

fn is_sign(c: char) -> bool {
    c.is_ascii_alphanumeric() || " /-._".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(number: &str, on: &str) -> ProtocolDraft {
        ProtocolDraft {
            number: number.into(),
            registered_on: on.parse().expect("a day"),
            direction: ProtocolDirection::In,
            corrects: None,
            reason: None,
        }
    }

    fn fields(draft: &ProtocolDraft) -> Vec<String> {
        let today = "2026-11-24".parse().expect("a day");
        draft
            .parse(today)
            .map_or_else(|faults| faults.into_iter().map(|fault| fault.field).collect(), |_| Vec::new())
    }

    #[test]
    fn a_number_is_what_the_other_system_wrote() {
        for number in ["0012345", "12345/2026", "AOO-1 0012345", "1", "c_e617.0012345"] {
            assert_eq!(fields(&draft(number, "2026-11-24")), [""; 0], "{number}");
        }
        for number in ["", "   ", "senza", "123456789012345678901", "12\u{202e}3", "=1+1", "1;2"] {
            assert_eq!(fields(&draft(number, "2026-11-24")), ["number"], "{number}");
        }
        assert_eq!(fields(&draft("1", "2026-11-25")), ["registered_on"]);
        assert_eq!(normal_number(" aoo 12 "), Some("AOO12".into()));
    }

    #[test]
    fn a_correction_says_why() {
        let mut draft = draft("0012346", "2026-11-24");
        draft.corrects = Some(ProtocolId::from_parts(1, [0; 10]));
        assert_eq!(fields(&draft), ["reason"]);
        draft.reason = Some("cifra scambiata".into());
        assert_eq!(fields(&draft), [""; 0]);
    }
}
