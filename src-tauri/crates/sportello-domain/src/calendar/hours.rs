//! The weekly opening hours of the desk.

use chrono::{NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

use super::fault::DeskFault;

/// One continuous opening. Open at `from`, already closed at `to`. "HH:MM" in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OpeningSpan {
    /// Opening.
    #[serde(with = "hour_minute")]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveTime,
    /// Closing.
    #[serde(with = "hour_minute")]
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: NaiveTime,
}

impl OpeningSpan {
    /// The length in minutes, 0 for a reversed span.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        (self.to.num_seconds_from_midnight() / 60).saturating_sub(self.from.num_seconds_from_midnight() / 60)
    }
}

/// The openings of each day of a normal week, in order. An empty list is a closed day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WeeklyHours {
    /// Monday.
    pub monday: Vec<OpeningSpan>,
    /// Tuesday.
    pub tuesday: Vec<OpeningSpan>,
    /// Wednesday.
    pub wednesday: Vec<OpeningSpan>,
    /// Thursday.
    pub thursday: Vec<OpeningSpan>,
    /// Friday.
    pub friday: Vec<OpeningSpan>,
    /// Saturday.
    pub saturday: Vec<OpeningSpan>,
    /// Sunday.
    pub sunday: Vec<OpeningSpan>,
}

impl WeeklyHours {
    /// The openings of a weekday.
    #[must_use]
    pub fn of(&self, weekday: Weekday) -> &[OpeningSpan] {
        match weekday {
            Weekday::Mon => &self.monday,
            Weekday::Tue => &self.tuesday,
            Weekday::Wed => &self.wednesday,
            Weekday::Thu => &self.thursday,
            Weekday::Fri => &self.friday,
            Weekday::Sat => &self.saturday,
            Weekday::Sun => &self.sunday,
        }
    }

    /// Minutes of opening in a week without holidays or closures.
    #[must_use]
    pub fn weekly_minutes(&self) -> u32 {
        self.days().iter().flat_map(|day| day.iter()).map(OpeningSpan::minutes).sum()
    }

    fn days(&self) -> [&[OpeningSpan]; 7] {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        [Mon, Tue, Wed, Thu, Fri, Sat, Sun].map(|weekday| self.of(weekday))
    }

    /// The first day whose openings cannot be.
    pub(super) fn check(&self) -> Result<(), DeskFault> {
        (1..).zip(self.days()).try_for_each(|(weekday, spans)| first_fault(weekday, spans))
    }

    /// The week as it is told: days with the same openings together, in the order of their first day.
    #[must_use]
    pub fn groups(&self) -> Vec<HoursGroup> {
        let mut groups: Vec<HoursGroup> = Vec::new();
        for (weekday, spans) in (1..).zip(self.days()).filter(|(_, spans)| !spans.is_empty()) {
            match groups.iter_mut().find(|group| group.spans == spans) {
                Some(group) => group.weekdays.push(weekday),
                None => groups.push(HoursGroup { weekdays: vec![weekday], spans: spans.to_vec() }),
            }
        }
        groups
    }
}

/// Days of the week with the same openings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HoursGroup {
    /// ISO 8601 weekdays, 1 = Monday, in order.
    pub weekdays: Vec<u8>,
    /// Their openings.
    pub spans: Vec<OpeningSpan>,
}

/// Spans of one day must be in order and must not overlap; one may start when the one before it ends.
pub(super) fn first_fault(weekday: u8, spans: &[OpeningSpan]) -> Result<(), DeskFault> {
    let mut reached = NaiveTime::MIN;
    for &OpeningSpan { from, to } in spans {
        let seconds = |time: &NaiveTime| time.second() != 0 || time.nanosecond() != 0;
        if let Some(time) = [from, to].into_iter().find(seconds) {
            return Err(DeskFault::NotWholeMinutes { weekday, time });
        }
        if to <= from {
            return Err(DeskFault::ReversedSpan { weekday, from, to });
        }
        if from < reached {
            return Err(DeskFault::OverlappingSpans { weekday, from });
        }
        reached = to;
    }
    Ok(())
}

/// The starting value: 8:00 to 13:00 from Monday to Saturday, 30 hours a week.
impl Default for WeeklyHours {
    fn default() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
        let morning = || vec![OpeningSpan { from: at(8), to: at(13) }];
        Self {
            monday: morning(),
            tuesday: morning(),
            wednesday: morning(),
            thursday: morning(),
            friday: morning(),
            saturday: morning(),
            sunday: Vec::new(),
        }
    }
}

/// Times as "HH:MM", two digits each and nothing else.
pub(super) mod hour_minute {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de};

    const FORM: &str = "%H:%M";

    pub(crate) fn serialize<S: Serializer>(time: &NaiveTime, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&time.format(FORM))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        // chrono also reads "8:0"; writing the time back shows whether the text had the one form we keep.
        NaiveTime::parse_from_str(&text, FORM)
            .ok()
            .filter(|time| time.format(FORM).to_string() == text)
            .ok_or_else(|| de::Error::invalid_value(de::Unexpected::Str(&text), &"a time as HH:MM"))
    }
}
