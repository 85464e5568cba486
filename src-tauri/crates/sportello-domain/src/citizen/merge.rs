//! Several records of one person, read as one. Nothing is copied: each record keeps what it says, and the card shown is
//! made of all of them. Taking one away again gives back exactly what it was.

use super::{CitizenData, ContactPoint};
use serde::{Deserialize, Serialize};

/// What stands between two notes of care.
const BETWEEN_NOTES: &str = "; ";
/// What a second certified address is called among the e-mails.
const PEC: &str = "PEC";

/// What the absorbed records say and the desk has taken off the card since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hidden {
    /// Telephones, by their digits.
    pub phones: Vec<String>,
    /// E-mails, in small letters.
    pub emails: Vec<String>,
    /// Names of the other fields.
    pub fields: Vec<String>,
}

/// Runs a macro over the fields that hold one value. The first record that knows it says it.
macro_rules! single_fields {
    ($each:ident) => {
        $each!(surname, name, organization, tax_code, pec, address, birth_date, reply_by)
    };
}

impl CitizenData {
    /// This record with what the `absorbed` ones add: what it says itself comes first and is never changed.
    pub fn joined(&self, absorbed: &[Self], hidden: &Hidden) -> Self {
        let mut whole = self.clone();
        let hides = |field: &str| hidden.fields.iter().any(|name| name == field);
        macro_rules! fill {
            ($($field:ident),*) => {$(
                if !hides(stringify!($field)) {
                    let known = absorbed.iter().find_map(|data| data.$field.clone());
                    whole.$field = whole.$field.take().or(known);
                }
            )*};
        }
        single_fields!(fill);
        for data in absorbed {
            add_points(&mut whole.phones, &data.phones, phone_key, &hidden.phones);
            add_points(&mut whole.emails, &data.emails, email_key, &hidden.emails);
            let second_pec = data.pec.as_ref().filter(|pec| whole.pec.as_ref() != Some(pec) && !hides("pec"));
            let second_pec =
                second_pec.map(|pec| ContactPoint { value: pec.clone(), label: Some(PEC.to_owned()) });
            add_points(&mut whole.emails, second_pec.as_slice(), email_key, &hidden.emails);
            let note = data.care_notes.as_ref().filter(|_| !hides("care_notes"));
            whole.care_notes = join_notes(whole.care_notes.take(), note);
        }
        whole.name_first_points();
        whole
    }

    /// Whether two cards say the same: the order of the telephones and e-mails after the first is nobody's.
    fn reads_as(&self, other: &Self) -> bool {
        let sorted = |data: &Self| {
            let mut data = data.clone();
            data.phones.sort_by(|one, other| one.value.cmp(&other.value));
            data.emails.sort_by(|one, other| one.value.cmp(&other.value));
            data
        };
        sorted(self) == sorted(other)
    }

    /// What this record must say, and what must be hidden, for the card to read `typed`: what the absorbed records say
    /// stays theirs.
    pub fn kept_apart(&self, typed: &Self, absorbed: &[Self], hidden: &Hidden) -> (Self, Hidden) {
        let shown = self.joined(absorbed, hidden);
        let mut own = typed.clone();
        let mut fields = Vec::new();
        macro_rules! keep {
            ($($field:ident),*) => {$(
                if typed.$field == shown.$field {
                    own.$field = self.$field.clone();
                }
                if typed.$field.is_none() && absorbed.iter().any(|data| data.$field.is_some()) {
                    fields.push(stringify!($field).to_owned());
                }
            )*};
        }
        single_fields!(keep);
        if typed.care_notes == shown.care_notes {
            own.care_notes = self.care_notes.clone();
        }
        let notes_hidden = hidden.fields.iter().any(|field| field == "care_notes");
        if notes_hidden || typed.care_notes != shown.care_notes {
            fields.push("care_notes".to_owned());
        }
        let mut after = Hidden { fields, ..Hidden::default() };
        own.phones = theirs_left_out(&typed.phones, &self.phones, &shown.phones);
        own.emails = theirs_left_out(&typed.emails, &self.emails, &shown.emails);
        let everything = own.joined(absorbed, &after);
        after.phones = taken_off(&everything.phones, &typed.phones, phone_key);
        after.emails = taken_off(&everything.emails, &typed.emails, email_key);
        own.name_first_points();
        // Another first number, another label: then the record says everything itself.
        if own.joined(absorbed, &after).reads_as(typed) { (own, after) } else { (typed.clone(), after) }
    }
}

impl Hidden {
    /// What either hides.
    pub fn and(mut self, other: Self) -> Self {
        self.phones.extend(other.phones);
        self.emails.extend(other.emails);
        self.fields.extend(other.fields);
        self
    }
}

/// How two telephones are compared.
pub(super) fn phone_key(phone: &str) -> String {
    super::national_digits(phone)
}

/// How two e-mails are compared.
pub(super) fn email_key(email: &str) -> String {
    email.to_lowercase()
}

fn add_points(to: &mut Vec<ContactPoint>, more: &[ContactPoint], key: fn(&str) -> String, hidden: &[String]) {
    for point in more {
        let wanted = key(&point.value);
        if !hidden.contains(&wanted) && to.iter().all(|known| key(&known.value) != wanted) {
            to.push(point.clone());
        }
    }
}

fn join_notes(own: Option<String>, more: Option<&String>) -> Option<String> {
    match (own, more) {
        (Some(own), Some(more)) if !own.contains(more.as_str()) => {
            Some(format!("{own}{BETWEEN_NOTES}{more}"))
        }
        (own, more) => own.or(more.cloned()),
    }
}

/// The points typed, without those the card showed from other records and nobody touched.
fn theirs_left_out(
    typed: &[ContactPoint],
    own: &[ContactPoint],
    shown: &[ContactPoint],
) -> Vec<ContactPoint> {
    typed.iter().filter(|point| own.contains(point) || !shown.contains(point)).cloned().collect()
}

fn taken_off(shown: &[ContactPoint], typed: &[ContactPoint], key: fn(&str) -> String) -> Vec<String> {
    let typed: Vec<String> = typed.iter().map(|point| key(&point.value)).collect();
    shown.iter().map(|point| key(&point.value)).filter(|key| !typed.contains(key)).collect()
}

#[cfg(test)]
mod tests;
