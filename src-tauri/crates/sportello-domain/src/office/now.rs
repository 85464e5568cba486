//! What holds at a moment: whether an office is there, whether it is open, who answers for it.

use super::people::{OfficePerson, OfficeRole};
use super::{Office, OfficeData};
use crate::calendar::{DeskState, HoursGroup, PatronDay};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::Serialize;

/// Whether an office exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "validity", rename_all = "snake_case")]
pub enum Validity {
    /// It does.
    Current,
    /// It will.
    NotYet {
        /// Its first day.
        from: NaiveDate,
    },
    /// It did.
    Ended {
        /// Its last day.
        on: NaiveDate,
    },
}

/// Somebody who does not answer now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Away {
    /// Who.
    pub name: String,
    /// What they are, or were.
    pub role: OfficeRole,
    /// The last day away; none when they have left for good.
    pub until: Option<NaiveDate>,
    /// The last day in the role, when it has passed.
    pub left_on: Option<NaiveDate>,
}

/// To whom a ticket goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Addressee {
    /// Who.
    pub name: String,
    /// What they are.
    pub role: OfficeRole,
    /// For whom they stand in.
    pub instead_of: Option<Away>,
}

/// What holds at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfficeNow {
    /// Whether it exists.
    pub validity: Validity,
    /// Open or closed; none when its hours are not known, or it never opens.
    pub open: Option<DeskState>,
    /// When somebody last said that its card is right.
    pub checked_at: Option<DateTime<Utc>>,
    /// Whether somebody should look whether its card is still right.
    pub to_check: bool,
    /// Its week, as it is told.
    pub week: Vec<HoursGroup>,
    /// Who can follow a ticket there: in their role and not away; the officers first.
    pub officers: Vec<String>,
    /// Heads, deputies and officers who do not answer now.
    pub away: Vec<Away>,
    /// To whom a ticket goes: the head, or who stands in; none when nobody is known to be there.
    pub addressee: Option<Addressee>,
}

impl Office {
    /// What holds at a moment of local time.
    pub fn at(&self, at: NaiveDateTime, patron: Option<&PatronDay>) -> OfficeNow {
        let (data, today) = (&self.data, at.date());
        let validity = validity(data, today);
        let calendar = data.hours.as_ref().and_then(|hours| hours.calendar(patron.cloned()).ok());
        let open = calendar.and_then(|calendar| calendar.state_at(at).ok());
        let mut present: Vec<&OfficePerson> =
            data.people.iter().filter(|p| p.is_valid_on(today) && p.away_until(today).is_none()).collect();
        present.sort_by_key(|person| order(person.role));
        let mut officers: Vec<String> = Vec::new();
        for person in &present {
            if person.role != OfficeRole::SubstituteAuthority && !officers.contains(&person.name) {
                officers.push(person.name.clone());
            }
        }
        OfficeNow {
            validity,
            open: open.filter(|_| validity == Validity::Current),
            checked_at: self.checked_at,
            to_check: self.is_to_check(today),
            week: data.hours.as_ref().map(|hours| hours.weekly.groups()).unwrap_or_default(),
            officers,
            away: data.people.iter().filter_map(|person| away(person, today)).collect(),
            addressee: addressee(data, &present, today),
        }
    }
}

fn validity(data: &OfficeData, today: NaiveDate) -> Validity {
    match (data.valid_from, data.valid_to) {
        (_, Some(on)) if on < today => Validity::Ended { on },
        (Some(from), _) if today < from => Validity::NotYet { from },
        _ => Validity::Current,
    }
}

/// The order in which an office offers its people.
fn order(role: OfficeRole) -> u8 {
    match role {
        OfficeRole::CaseOfficer => 0,
        OfficeRole::Head => 1,
        OfficeRole::Deputy => 2,
        OfficeRole::Staff => 3,
        OfficeRole::SubstituteAuthority => 4,
    }
}

fn away(person: &OfficePerson, today: NaiveDate) -> Option<Away> {
    let left_on = person.valid_to.filter(|last| *last < today);
    let until = person.away_until(today).filter(|_| person.is_valid_on(today));
    let out = left_on.is_some() || until.is_some();
    out.then(|| Away { name: person.name.clone(), role: person.role, until, left_on })
}

/// The head; the deputy when the head is away or gone; whoever is there when there is neither.
fn addressee(data: &OfficeData, present: &[&OfficePerson], today: NaiveDate) -> Option<Addressee> {
    let is = |role: OfficeRole| present.iter().find(move |person| person.role == role);
    let take = |person: &&OfficePerson, instead_of| Addressee {
        name: person.name.clone(),
        role: person.role,
        instead_of,
    };
    if let Some(head) = is(OfficeRole::Head) {
        return Some(take(head, None));
    }
    // The head of today who is away; failing that, the last one who left.
    let mut heads: Vec<Away> = data
        .people
        .iter()
        .filter(|person| person.role == OfficeRole::Head)
        .filter_map(|person| away(person, today))
        .collect();
    heads.sort_by_key(|away| (away.until.is_some(), away.left_on));
    let stands_in = is(OfficeRole::Deputy).or_else(|| is(OfficeRole::CaseOfficer))?;
    Some(take(stands_in, heads.pop()))
}
