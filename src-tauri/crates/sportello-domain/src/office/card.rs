//! An office's card, as it is typed and as it is kept.

use super::people::{OfficePerson, OfficeRole, after, same_person};
use crate::calendar::{DeskCalendar, DeskFault, PatronDay, SpecialDay, WeeklyHours};
use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::OfficeId;
use crate::text::{InternalText, LINE_MAX, line, optional_line};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Days an office has to report an outcome, unless its card says otherwise.
pub const DEFAULT_ANSWER_DAYS: u16 = 20;

/// When an office receives people. Its holidays and its patron are the municipality's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeHours {
    /// A normal week.
    pub weekly: WeeklyHours,
    /// Days with hours of their own.
    #[serde(default)]
    pub special: Vec<SpecialDay>,
    /// What to say about them: "solo su appuntamento".
    #[serde(default)]
    pub note: Option<String>,
}

impl OfficeHours {
    /// The calendar they make, with the municipality's patron.
    ///
    /// # Errors
    /// Hours that cannot be.
    pub fn calendar(&self, patron: Option<PatronDay>) -> Result<DeskCalendar, DeskFault> {
        DeskCalendar::new(self.weekly.clone(), patron, Vec::new())?.with_special(self.special.clone())
    }
}

/// An office's card, as typed or as stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OfficeData {
    /// The office this one is part of.
    #[serde(default)]
    pub parent_id: Option<OfficeId>,
    /// Name, as citizens read it on the door.
    pub name: String,
    /// Street and number, building.
    #[serde(default)]
    pub address: Option<String>,
    /// Floor.
    #[serde(default)]
    pub floor: Option<String>,
    /// Room.
    #[serde(default)]
    pub room: Option<String>,
    /// The telephone to give to citizens, as it is dialled.
    #[serde(default)]
    pub phone: Option<String>,
    /// Other telephones, one a line: number, extension, who answers.
    #[serde(default)]
    pub phones: Vec<String>,
    /// E-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// Certified e-mail.
    #[serde(default)]
    pub pec: Option<String>,
    /// Who directs it: the last head among the people who is still there.
    #[serde(default)]
    pub head: Option<String>,
    /// Who works there. Nobody is ever left out: whoever goes gets a last day.
    #[serde(default)]
    pub people: Vec<OfficePerson>,
    /// What people come for, in their own words: this is what the directory is searched by.
    #[serde(default)]
    pub competences: Vec<String>,
    /// What people come for in vain, and who does it instead, one a line: "Passaporti: Questura".
    #[serde(default)]
    pub does_not: Vec<String>,
    /// Other words it is found by, which nobody reads.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What to bring, one a line.
    #[serde(default)]
    pub to_bring: Vec<String>,
    /// When it receives people; unknown when missing.
    #[serde(default)]
    pub hours: Option<OfficeHours>,
    /// First day it exists; always, when missing.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day it exists; still there, when missing.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// Its code in the national index of the public administrations (IPA).
    #[serde(default)]
    pub ipa_code: Option<String>,
    /// Notes for the desk only: never copied, never printed.
    #[serde(default)]
    pub internal_notes: Option<InternalText>,
    /// Calendar days the office has to report an outcome to the desk (its own clock, never the citizen's).
    #[serde(default = "default_answer_days")]
    pub answer_days: u16,
}

fn default_answer_days() -> u16 {
    DEFAULT_ANSWER_DAYS
}

impl OfficeData {
    /// A card with nothing but a name.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            parent_id: None,
            name: name.into(),
            address: None,
            floor: None,
            room: None,
            phone: None,
            phones: Vec::new(),
            email: None,
            pec: None,
            head: None,
            people: Vec::new(),
            competences: Vec::new(),
            does_not: Vec::new(),
            synonyms: Vec::new(),
            to_bring: Vec::new(),
            hours: None,
            valid_from: None,
            valid_to: None,
            ipa_code: None,
            internal_notes: None,
            answer_days: DEFAULT_ANSWER_DAYS,
        }
    }

    /// Tidies and checks every field.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(self) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let name = faults.take("name", line(&self.name, LINE_MAX));
        let mut optional = |field: &str, value: Option<String>| {
            faults.take(field, optional_line(value.as_deref(), LINE_MAX)).flatten()
        };
        let [address, floor, room] = [("address", self.address), ("floor", self.floor), ("room", self.room)]
            .map(|(f, v)| optional(f, v));
        let [phone, email] = [("phone", self.phone), ("email", self.email)].map(|(f, v)| optional(f, v));
        let [pec, head] = [("pec", self.pec), ("head", self.head)].map(|(f, v)| optional(f, v));
        let ipa_code = optional("ipa_code", self.ipa_code).map(|code| code.to_uppercase());
        let mut lines = |field: &str, lines: &[String]| -> Vec<String> {
            let numbered = lines.iter().enumerate();
            numbered.filter_map(|(i, text)| optional(&format!("{field}.{i}"), Some(text.clone()))).collect()
        };
        let [phones, competences] =
            [("phones", &self.phones), ("competences", &self.competences)].map(|(f, v)| lines(f, v));
        let [does_not, synonyms, to_bring] =
            [("does_not", &self.does_not), ("synonyms", &self.synonyms), ("to_bring", &self.to_bring)]
                .map(|(f, v)| lines(f, v));
        let notes = self.internal_notes.as_ref().map(InternalText::as_str);
        let internal_notes = faults.take("internal_notes", InternalText::parse_optional(notes)).flatten();
        let hours = hours(self.hours, &mut faults);
        after(self.valid_from, self.valid_to, "valid_to", &mut faults);
        let mut people = people(self.people, &mut faults);
        let head = with_head(&mut people, head);
        if !(1..=365).contains(&self.answer_days) {
            faults.add("answer_days", FieldRule::OutOfRange { min: 1, max: 365 });
        }
        let parsed = name.map(|name| Self {
            parent_id: self.parent_id,
            name,
            address,
            floor,
            room,
            phone,
            phones,
            email,
            pec,
            head,
            people,
            competences,
            does_not,
            synonyms,
            to_bring,
            hours,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            ipa_code,
            internal_notes,
            answer_days: self.answer_days,
        });
        faults.finish(parsed)
    }

    /// Keeps whoever was there before and is not among the people any more, with `last_day` as their last. Whoever
    /// was only mistyped keeps the same name and role, so is not doubled.
    pub fn keep_people(&mut self, before: &[OfficePerson], last_day: NaiveDate) {
        for person in before {
            let same =
                |other: &OfficePerson| other.role == person.role && same_person(&other.name, &person.name);
            if !self.people.iter().any(same) {
                let left = person.valid_to.unwrap_or(last_day).min(last_day);
                // Somebody whose first day never came was never there.
                if person.valid_from.is_none_or(|from| from <= left) {
                    self.people.push(OfficePerson { valid_to: Some(left), ..person.clone() });
                }
            }
        }
    }
}

fn hours(hours: Option<OfficeHours>, faults: &mut Faults) -> Option<OfficeHours> {
    let mut hours = hours?;
    hours.note = faults.take("hours.note", optional_line(hours.note.as_deref(), LINE_MAX)).flatten();
    for (i, day) in hours.special.iter_mut().enumerate() {
        let reason = optional_line(Some(&day.reason), LINE_MAX);
        day.reason = faults.take(&format!("hours.special.{i}.reason"), reason).flatten().unwrap_or_default();
    }
    hours.special.sort_by_key(|day| day.date);
    if let Err(fault) = hours.calendar(None) {
        faults.add("hours", FieldRule::Calendar { fault });
    }
    Some(hours)
}

fn people(people: Vec<OfficePerson>, faults: &mut Faults) -> Vec<OfficePerson> {
    let numbered = people.into_iter().enumerate();
    numbered.filter_map(|(i, person)| person.parse(&format!("people.{i}"), faults)).collect()
}

/// A head named on the card is one of the people. Answers the head who is still there: a name alone does not bring
/// back somebody whose last day is written.
pub(super) fn with_head(people: &mut Vec<OfficePerson>, named: Option<String>) -> Option<String> {
    if let Some(name) = named
        && !people.iter().any(|person| person.role == OfficeRole::Head && same_person(&person.name, &name))
    {
        people.insert(0, OfficePerson::new(name, OfficeRole::Head));
    }
    let still_there = |person: &&OfficePerson| person.role == OfficeRole::Head && person.valid_to.is_none();
    people.iter().rev().find(still_there).map(|person| person.name.clone())
}
