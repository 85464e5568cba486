//! Citizens and organisations. No field is compulsory: a desk also serves people who give a first name only.

use crate::fault::{Faults, FieldFault, FieldRule};
use crate::id::CitizenId;
use crate::text::{LINE_MAX, optional_line};
use crate::ticket::ReplyChannel;
use serde::{Deserialize, Serialize};

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
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Certified e-mail.
    pub pec: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// What to keep in mind: large print, interpreter, a delegate.
    pub care_notes: Option<String>,
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

    /// The channels of reply that what is known allows, best first.
    pub fn best_channel(&self) -> Option<ReplyChannel> {
        [ReplyChannel::Phone, ReplyChannel::Email, ReplyChannel::Pec, ReplyChannel::Letter]
            .into_iter()
            .find(|channel| self.reachable_by(*channel))
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
        let mut line = |field: &str, value: Option<String>, check: fn(&str) -> Option<FieldRule>| {
            let path = format!("{prefix}{field}");
            let value = faults.take(&path, optional_line(value.as_deref(), LINE_MAX)).flatten();
            if let Some(rule) = value.as_deref().and_then(check) {
                faults.add(path, rule);
            }
            value
        };
        let tidy = Self {
            kind: self.kind,
            surname: line("surname", self.surname, any),
            name: line("name", self.name, any),
            organization: line("organization", self.organization, any),
            tax_code: line("tax_code", self.tax_code, tax_code)
                .map(|code| code.replace(' ', "").to_uppercase()),
            phone: line("phone", self.phone, phone),
            email: line("email", self.email, email),
            pec: line("pec", self.pec, email),
            address: line("address", self.address, any),
            care_notes: line("care_notes", self.care_notes, any),
        };
        faults.finish(Some(tidy))
    }
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
