//! Who works in an office, in which role, since when and until when.

use crate::fault::{Faults, FieldRule};
use crate::text::{LINE_MAX, line, optional_line};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What somebody is in an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OfficeRole {
    /// Directs it.
    Head,
    /// Stands in for the head.
    Deputy,
    /// Responsible for the procedures of a matter (artt. 4-5 L. 241/1990).
    CaseOfficer,
    /// Decides when the office did not in time (art. 2 c. 9-bis L. 241/1990).
    SubstituteAuthority,
    /// Works there.
    Staff,
}

impl OfficeRole {
    /// The code exchanged.
    pub fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Deputy => "deputy",
            Self::CaseOfficer => "case_officer",
            Self::SubstituteAuthority => "substitute_authority",
            Self::Staff => "staff",
        }
    }
}

/// Days on which somebody is away, both ends included. Why is nobody's business here: it may be their health.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Absence {
    /// First day away.
    pub from: NaiveDate,
    /// Last day away.
    pub to: NaiveDate,
}

/// Somebody of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficePerson {
    /// Surname and name.
    pub name: String,
    /// What they are there.
    pub role: OfficeRole,
    /// The matters they follow.
    #[serde(default)]
    pub matter: Option<String>,
    /// Their own telephone or extension.
    #[serde(default)]
    pub phone: Option<String>,
    /// Their own e-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// First day in the role; always, when missing.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day in the role; still there, when missing.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// When they are away.
    #[serde(default)]
    pub absences: Vec<Absence>,
}

impl OfficePerson {
    /// Somebody with a name and a role.
    pub fn new(name: impl Into<String>, role: OfficeRole) -> Self {
        let (matter, phone, email) = (None, None, None);
        Self {
            name: name.into(),
            role,
            matter,
            phone,
            email,
            valid_from: None,
            valid_to: None,
            absences: vec![],
        }
    }

    /// Whether they hold the role on a day.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        within(self.valid_from, self.valid_to, day)
    }

    /// The last day they are away, when they are on `day`; absences that follow each other are one.
    pub fn away_until(&self, day: NaiveDate) -> Option<NaiveDate> {
        let covering = |day: NaiveDate| {
            self.absences.iter().filter(|away| away.from <= day && day <= away.to).map(|away| away.to).max()
        };
        let mut until = covering(day)?;
        while let Some(longer) = until.succ_opt().and_then(covering) {
            until = longer;
        }
        Some(until)
    }

    /// Tidies and checks every field; `at` is where they are in the request.
    pub(super) fn parse(self, at: &str, faults: &mut Faults) -> Option<Self> {
        let name = faults.take(&format!("{at}.name"), line(&self.name, LINE_MAX));
        let mut optional = |field: &str, value: Option<String>| {
            faults.take(&format!("{at}.{field}"), optional_line(value.as_deref(), LINE_MAX)).flatten()
        };
        let (matter, phone) = (optional("matter", self.matter), optional("phone", self.phone));
        let email = optional("email", self.email);
        after(self.valid_from, self.valid_to, &format!("{at}.valid_to"), faults);
        for (i, away) in self.absences.iter().enumerate() {
            after(Some(away.from), Some(away.to), &format!("{at}.absences.{i}"), faults);
        }
        let (valid_from, valid_to, mut absences) = (self.valid_from, self.valid_to, self.absences);
        absences.sort_by_key(|away| away.from);
        Some(Self { name: name?, role: self.role, matter, phone, email, valid_from, valid_to, absences })
    }
}

/// Whether two spellings are one name: `D'Angelo Nicolò` and `nicolo dangelo`.
pub fn same_person(a: &str, b: &str) -> bool {
    let words = |name: &str| {
        let joined = name.replace(['\'', '’'], "");
        let mut words = crate::fold::query_words(&joined);
        words.sort();
        words
    };
    let (a, b) = (words(a), words(b));
    !a.is_empty() && a == b
}

/// A period must not end before it starts.
pub(super) fn after(from: Option<NaiveDate>, to: Option<NaiveDate>, field: &str, faults: &mut Faults) {
    if let (Some(earliest), Some(to)) = (from, to)
        && to < earliest
    {
        faults.add(field, FieldRule::Before { earliest });
    }
}

/// Whether a day lies in a period without or with ends, both included.
pub(super) fn within(from: Option<NaiveDate>, to: Option<NaiveDate>, day: NaiveDate) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}
