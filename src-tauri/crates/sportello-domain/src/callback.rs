//! Call-backs (*richiamate*): somebody was promised a call. A call-back has its own day and its own end; whatever
//! happens to the ticket it is about, it waits until somebody has called.

use crate::citizen::CitizenData;
use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::{CallbackId, CitizenId, TicketId};
use crate::text::{LINE_MAX, line, optional_line};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// A call-back, as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CallbackDraft {
    /// The ticket it is about, if any.
    #[serde(default)]
    pub ticket_id: Option<TicketId>,
    /// Whom to call, if they are in the registry.
    #[serde(default)]
    pub citizen_id: Option<CitizenId>,
    /// Whom to ask for.
    #[serde(default)]
    pub who: Option<String>,
    /// The number to call; the citizen's own when missing.
    #[serde(default)]
    pub phone: Option<String>,
    /// The day.
    pub due_on: NaiveDate,
    /// The hour, as `9:30`; any time of the day when missing.
    #[serde(default)]
    pub due_at: Option<String>,
    /// What about.
    pub about: String,
}

/// When to call, tidied: the hour as `09:30`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallbackTime {
    /// The day.
    pub due_on: NaiveDate,
    /// The hour.
    pub due_at: Option<String>,
}

/// A call-back of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Callback {
    /// Identity.
    pub id: CallbackId,
    /// The ticket it is about, if any.
    pub ticket_id: Option<TicketId>,
    /// Whom to call, if they are in the registry.
    pub citizen_id: Option<CitizenId>,
    /// Whom to ask for.
    pub who: Option<String>,
    /// The number to call.
    pub phone: String,
    /// The day.
    pub due_on: NaiveDate,
    /// The hour, as `09:30`.
    pub due_at: Option<String>,
    /// What about.
    pub about: String,
    /// Whether the call is still to be made.
    pub waiting: bool,
    /// Calls that nobody answered.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub attempts: i64,
    /// When it was promised.
    pub made_at: DateTime<Utc>,
    /// Who promised it.
    pub made_by: String,
    /// When they were called.
    pub done_at: Option<DateTime<Utc>>,
    /// Changes with every save; a save of an older version is refused.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

impl CallbackTime {
    /// Reads when to call.
    ///
    /// # Errors
    /// A day before `today`, an hour that no clock shows.
    pub fn parse(due_on: NaiveDate, due_at: Option<&str>, today: NaiveDate) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        if due_on < today {
            faults.add("due_on", FieldRule::Before { earliest: today });
        }
        let due_at = faults.take("due_at", hour(due_at));
        faults.finish(due_at.map(|due_at| Self { due_on, due_at }))
    }
}

impl CallbackDraft {
    /// Tidies and checks every field. `known` is the number the registry has, used when none was typed.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(&self, known: Option<&str>, today: NaiveDate) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let typed = self.phone.as_deref().filter(|phone| !phone.trim().is_empty());
        let contact = CitizenData { phone: typed.or(known).map(str::to_owned), ..CitizenData::default() };
        let phone = match contact.parse("") {
            Ok(CitizenData { phone: Some(phone), .. }) => Some(phone),
            Ok(_) => {
                faults.add("phone", FieldRule::Required);
                None
            }
            Err(wrong) => {
                wrong.into_iter().for_each(|fault| faults.add("phone", fault.rule));
                None
            }
        };
        let who = faults.take("who", optional_line(self.who.as_deref(), LINE_MAX)).flatten();
        let about = faults.take("about", line(&self.about, LINE_MAX)).unwrap_or_default();
        let time = CallbackTime::parse(self.due_on, self.due_at.as_deref(), today);
        let due_at = match time {
            Ok(time) => time.due_at,
            Err(wrong) => {
                wrong.into_iter().for_each(|fault| faults.add(fault.field, fault.rule));
                None
            }
        };
        faults.finish(Some(Self { who, phone, due_at, about, ..self.clone() }))
    }
}

/// An hour as people type it: `9`, `9.30`, `09:30`.
fn hour(typed: Option<&str>) -> Result<Option<String>, FieldRule> {
    let typed = typed.unwrap_or_default().trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let (hours, minutes) = typed.split_once([':', '.', ',']).unwrap_or((typed, "0"));
    let read = |text: &str| text.parse().ok().filter(|_| (1..=2).contains(&text.len()));
    let time = read(hours).zip(read(minutes)).and_then(|(h, m)| NaiveTime::from_hms_opt(h, m, 0));
    let time = time.ok_or_else(|| FieldRule::WrongValue { expected: "9:30".to_owned() })?;
    Ok(Some(time.format("%H:%M").to_string()))
}

#[cfg(test)]
mod tests;
