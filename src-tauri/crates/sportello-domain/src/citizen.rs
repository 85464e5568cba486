//! Citizens and organisations. No field is compulsory: a desk also serves people who give a first name only.

mod duplicates;
mod merge;

pub use duplicates::{DuplicateReason, duplicate_reasons, national_digits, street_words};
pub use merge::Hidden;

use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::CitizenId;
use crate::text::{LINE_MAX, optional_line};
use crate::ticket::ReplyChannel;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The longest note of care, in characters.
const CARE_MAX: u32 = 1_000;
/// Telephones or e-mails of one citizen.
const POINTS_MAX: usize = 20;

/// A person or an organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CitizenKind {
    /// A natural person.
    #[default]
    #[serde(alias = "persona")]
    Person,
    /// A company, association, condominium, public body.
    #[serde(alias = "organizzazione")]
    Organization,
}

/// A telephone or an e-mail, with what the desk calls it (`casa`, `la figlia`). In a request the value alone will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(from = "TypedPoint")]
pub struct ContactPoint {
    /// The number or the address.
    pub value: String,
    /// Whose or where it is.
    pub label: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields, expecting = "expected a text, or {value, label}")]
enum TypedPoint {
    Value(String),
    Labelled {
        value: String,
        #[serde(default)]
        label: Option<String>,
    },
}

impl From<TypedPoint> for ContactPoint {
    fn from(typed: TypedPoint) -> Self {
        match typed {
            TypedPoint::Value(value) => Self { value, label: None },
            TypedPoint::Labelled { value, label } => Self { value, label },
        }
    }
}

/// What is known of a citizen, as typed or as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct CitizenData {
    /// Person or organisation.
    pub kind: CitizenKind,
    /// Surname.
    pub surname: Option<String>,
    /// First name.
    pub name: Option<String>,
    /// Name of the organisation.
    pub organization: Option<String>,
    /// Codice fiscale as it was given; its meaning is not checked here.
    pub tax_code: Option<String>,
    /// The first telephone. Typed here, a number comes before those of `phones`.
    pub phone: Option<String>,
    /// The first e-mail. Typed here, an address comes before those of `emails`.
    pub email: Option<String>,
    /// Every telephone, the first one included.
    pub phones: Vec<ContactPoint>,
    /// Every e-mail, the first one included.
    pub emails: Vec<ContactPoint>,
    /// Certified e-mail.
    pub pec: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// What to keep in mind: large print, interpreter, a delegate.
    pub care_notes: Option<String>,
    /// How they like to be answered.
    pub reply_by: Option<ReplyChannel>,
    /// Day of birth.
    pub birth_date: Option<NaiveDate>,
}

/// A citizen of the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Citizen {
    /// Identity.
    pub id: CitizenId,
    /// What is known.
    #[serde(flatten)]
    pub data: CitizenData,
    /// Changes with every save; a save of an older version is refused.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
}

impl CitizenData {
    /// The name to show: `Rossi Maria`, or the organisation; empty when nobody gave one.
    pub fn display_name(&self) -> String {
        let person =
            [self.surname.as_deref(), self.name.as_deref()].into_iter().flatten().collect::<Vec<_>>();
        match self.organization.as_deref() {
            Some(organization) if person.is_empty() => organization.to_owned(),
            Some(organization) => format!("{organization} ({})", person.join(" ")),
            None => person.join(" "),
        }
    }

    /// Whether a reply can travel by `channel`. Picking it up at the counter needs nothing.
    pub fn reachable_by(&self, channel: ReplyChannel) -> bool {
        match channel {
            ReplyChannel::Phone => self.phone.is_some(),
            ReplyChannel::Email => self.email.is_some(),
            ReplyChannel::Pec => self.pec.is_some(),
            ReplyChannel::Letter => self.address.is_some(),
            ReplyChannel::Counter => true,
        }
    }

    /// The channel of reply to use when nobody asks for another: the one they like, if what is known allows it.
    pub fn best_channel(&self) -> Option<ReplyChannel> {
        let usual = [ReplyChannel::Phone, ReplyChannel::Email, ReplyChannel::Pec, ReplyChannel::Letter];
        self.reply_by.into_iter().chain(usual).find(|channel| self.reachable_by(*channel))
    }

    /// Brings the first telephone and the first e-mail where lists and letters read them.
    fn name_first_points(&mut self) {
        self.phone = self.phones.first().map(|point| point.value.clone());
        self.email = self.emails.first().map(|point| point.value.clone());
    }

    /// Whether nothing at all was given.
    pub fn is_blank(&self) -> bool {
        *self == Self { kind: self.kind, ..Self::default() }
    }

    /// Tidies and checks every field; `prefix` is put before the names of wrong fields.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(self, prefix: &str) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        let mut line =
            |field: &str, value: Option<String>, max: u32, check: fn(&str) -> Option<FieldRule>| {
                checked(&mut faults, format!("{prefix}{field}"), value.as_deref(), max, check)
            };
        let mut tidy = Self {
            kind: self.kind,
            surname: line("surname", self.surname, LINE_MAX, any),
            name: line("name", self.name, LINE_MAX, any),
            organization: line("organization", self.organization, LINE_MAX, any),
            tax_code: line("tax_code", self.tax_code, LINE_MAX, tax_code)
                .map(|code| code.replace(' ', "").to_uppercase()),
            phone: line("phone", self.phone, LINE_MAX, phone),
            email: line("email", self.email, LINE_MAX, email),
            phones: Vec::new(),
            emails: Vec::new(),
            pec: line("pec", self.pec, LINE_MAX, email),
            address: line("address", self.address, LINE_MAX, any),
            care_notes: line("care_notes", self.care_notes, CARE_MAX, any),
            reply_by: self.reply_by,
            birth_date: self.birth_date,
        };
        let list = |name| format!("{prefix}{name}");
        tidy.phones =
            points(&mut faults, &list("phones"), tidy.phone.take(), self.phones, phone, merge::phone_key);
        tidy.emails =
            points(&mut faults, &list("emails"), tidy.email.take(), self.emails, email, merge::email_key);
        tidy.name_first_points();
        if tidy.organization.is_some() && tidy.surname.is_none() && tidy.name.is_none() {
            // Nobody but the organisation was named.
            tidy.kind = CitizenKind::Organization;
        }
        faults.finish(Some(tidy))
    }

    /// Nobody was born after `today`.
    ///
    /// # Errors
    /// The wrong field.
    pub fn born_by(self, today: NaiveDate, prefix: &str) -> Result<Self, Vec<FieldFault>> {
        let mut faults = Faults::default();
        if self.birth_date.is_some_and(|day| day > today) {
            faults.add(format!("{prefix}birth_date"), FieldRule::InFuture);
        }
        faults.finish(Some(self))
    }
}

/// One line of a request, tidied and checked.
fn checked(
    faults: &mut Faults,
    path: String,
    value: Option<&str>,
    max: u32,
    check: fn(&str) -> Option<FieldRule>,
) -> Option<String> {
    let value = faults.take(&path, optional_line(value, max)).flatten();
    if let Some(rule) = value.as_deref().and_then(check) {
        faults.add(path, rule);
    }
    value
}

/// The points of a list, with `first` before them; each once, the first time it comes.
fn points(
    faults: &mut Faults,
    path: &str,
    first: Option<String>,
    typed: Vec<ContactPoint>,
    check: fn(&str) -> Option<FieldRule>,
    key: fn(&str) -> String,
) -> Vec<ContactPoint> {
    if typed.len() > POINTS_MAX {
        faults.add(path, FieldRule::OutOfRange { min: 0, max: POINTS_MAX as i64 });
    }
    let mut points: Vec<ContactPoint> = Vec::new();
    if let Some(value) = first {
        // It may stand in the list too, with its label.
        let at = typed.iter().position(|point| key(&point.value) == key(&value));
        let label = at.and_then(|at| {
            checked(faults, format!("{path}.{at}.label"), typed[at].label.as_deref(), LINE_MAX, any)
        });
        points.push(ContactPoint { value, label });
    }
    for (at, point) in typed.into_iter().enumerate() {
        let Some(value) = checked(faults, format!("{path}.{at}.value"), Some(&point.value), LINE_MAX, check)
        else {
            continue;
        };
        if points.iter().any(|known| key(&known.value) == key(&value)) {
            continue;
        }
        let label = checked(faults, format!("{path}.{at}.label"), point.label.as_deref(), LINE_MAX, any);
        points.push(ContactPoint { value, label });
    }
    points
}

fn any(_: &str) -> Option<FieldRule> {
    None
}

fn phone(text: &str) -> Option<FieldRule> {
    let digits = crate::fold::digits(text).len();
    let shape = text.chars().all(|c| c.is_ascii_digit() || " +()./-".contains(c));
    (!(6..=15).contains(&digits) || !shape).then_some(FieldRule::NotAPhone)
}

/// The shape of RFC 5321 addresses the desk can type: one `@`, something before it, a dot after it, no spaces.
fn email(text: &str) -> Option<FieldRule> {
    let good = text.split_once('@').is_some_and(|(user, host)| {
        let labels: Vec<&str> = host.split('.').collect();
        !user.is_empty()
            && labels.len() > 1
            && labels.iter().all(|label| !label.is_empty())
            && !text.contains([' ', '<', '>', ',', ';', '"'])
            && !host.contains('@')
    });
    (!good).then_some(FieldRule::NotAnEmail)
}

fn tax_code(text: &str) -> Option<FieldRule> {
    let code = text.replace(' ', "");
    let person = code.len() == 16 && code.chars().all(|c| c.is_ascii_alphanumeric());
    let number = code.len() == 11 && code.chars().all(|c| c.is_ascii_digit());
    (!person && !number).then_some(FieldRule::NotATaxCode)
}

#[cfg(test)]
mod tests;
