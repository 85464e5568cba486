//! What goes around the answers: signatures, papers, stamps, costs, offices, copies.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::super::Form;
use super::super::answer::{Answer, Entry};
use super::super::field::Attachment;
use super::super::finding::Remark;
use super::super::model::{Presence, StampRule};
use super::super::number::Number;
use super::super::term::{Literal, typed_day};
use super::Evaluation;
use super::conditions::{Known, Scope};
use super::walk::Walk;

/// A paper that comes with the form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper<'f> {
    /// Which.
    pub attachment: &'f Attachment,
}

/// Stamp duty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps {
    /// How many stamps.
    pub count: u32,
    /// What they cost together, in cents; `None` when the municipality has not said what one costs.
    pub cents: Option<i64>,
    /// Why, or why none.
    pub notes: Vec<String>,
}

/// Something to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub text: String,
    /// How much, in cents, when it is known.
    pub cents: Option<i64>,
}

/// Who signs, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Where; none when the form does not say.
    pub place: Option<String>,
    /// When.
    pub day: NaiveDate,
    /// Before the clerk; `None` when nobody said.
    pub before_clerk: Option<bool>,
    /// Whether that is asked.
    pub presence: Presence,
    /// As what, and who.
    pub signers: Vec<(String, Option<String>)>,
}

impl Signed {
    pub(super) fn known(&self, what: &str) -> Vec<Known> {
        let known = match what {
            "davanti" => {
                self.before_clerk.map(|before| Known::Text(if before { "si" } else { "no" }.to_owned()))
            }
            "luogo" => self.place.clone().map(Known::Text),
            "data" => Some(Known::Day(self.day)),
            _ => None,
        };
        known.into_iter().collect()
    }

    pub(super) fn kept(&self) -> Value {
        let before = self.before_clerk.map(|before| if before { "si" } else { "no" });
        json!({ "luogo": self.place, "data": self.day.to_string(), "davanti": before })
    }
}

/// Reads what was said about the signature.
pub(super) fn signature<'f>(
    form: &'f Form,
    answers: &Map<String, Value>,
    walk: &mut Walk<'f, '_>,
    root: &[Entry<'f>],
) -> Option<Signed> {
    let rules = form.file.signature.as_ref()?;
    let raw = answers.get("firma").and_then(Value::as_object);
    let text = |key: &str| {
        let text = raw.and_then(|raw| raw.get(key)).and_then(Value::as_str).map(str::trim);
        text.filter(|text| !text.is_empty())
    };
    for name in raw.into_iter().flat_map(Map::keys) {
        if !["luogo", "data", "davanti"].contains(&name.as_str()) {
            walk.error(&format!("firma.{name}"), name, Remark::UnknownAnswer);
        }
    }
    let today = walk.setting.today;
    let day = match text("data") {
        None => today,
        Some(given) => typed_day(given, today, 0).unwrap_or_else(|| {
            walk.error("firma.data", "firma", Remark::NotADate);
            today
        }),
    };
    let said = match (text("davanti"), raw.and_then(|raw| raw.get("davanti")).and_then(Value::as_bool)) {
        (Some("si" | "sì"), _) => Some(true),
        (Some("no"), _) => Some(false),
        (None, said) => said,
        (Some(value), _) => {
            let value = value.to_owned();
            walk.error("firma.davanti", "firma", Remark::NotAnOption { value });
            None
        }
    };
    let before_clerk = match rules.presence {
        Presence::Always => Some(true),
        Presence::Never => Some(false),
        Presence::Optional => {
            if said.is_none() {
                walk.error("firma.davanti", "firma", Remark::Missing);
            }
            said
        }
    };
    let place = rules.place.then(|| text("luogo").unwrap_or(walk.setting.municipality).to_owned());
    let mut signed = Signed { place, day, before_clerk, presence: rules.presence, signers: Vec::new() };
    let scope = Scope { frames: vec![root], setting: walk.setting, signed: Some(&signed) };
    let mut signers = Vec::new();
    for signer in &rules.signers {
        let at = |path: &str| root.iter().find(|entry| entry.path == path);
        if let Some(group) = &signer.each {
            let Some(Answer::Rows(rows)) = at(group).map(|entry| &entry.answer) else { continue };
            for row in rows {
                if signer.when.as_ref().is_none_or(|when| scope.inside(row).holds(when)) {
                    signers.push((signer.role.clone(), name(row)));
                }
            }
        } else if signer.when.as_ref().is_none_or(|when| scope.holds(when)) {
            let name = signer.name_from.as_deref().and_then(at).and_then(|entry| match &entry.answer {
                Answer::Inside(entries) => name(entries),
                answer => answer.is_given().then(|| entry.written()),
            });
            signers.push((signer.role.clone(), name));
        }
    }
    signed.signers = signers;
    Some(signed)
}

/// `Nome Cognome`, or the name of a body.
fn name(entries: &[Entry<'_>]) -> Option<String> {
    let part = |id: &str| {
        let entry = entries.iter().find(|entry| entry.question.id == id)?;
        entry.answer.is_given().then(|| entry.written())
    };
    match (part("nome"), part("cognome")) {
        (Some(name), Some(surname)) => Some(format!("{name} {surname}")),
        (name, surname) => name.or(surname).or_else(|| part("denominazione")),
    }
}

/// Papers, stamps, costs, offices and copies.
pub(super) fn around<'f>(
    form: &'f Form,
    walk: &Walk<'f, '_>,
    root: &[Entry<'f>],
    signature: Option<Signed>,
) -> Evaluation<'f> {
    let file = &form.file;
    let scope = Scope { frames: vec![root], setting: walk.setting, signed: signature.as_ref() };
    let papers = file
        .attachments
        .iter()
        .filter(|attachment| attachment.when.as_ref().is_none_or(|when| scope.holds(when)))
        .map(|attachment| Paper { attachment })
        .collect();
    let costs = file
        .costs
        .iter()
        .filter(|cost| cost.when.as_ref().is_none_or(|when| scope.holds(when)))
        .map(|cost| Due {
            text: cost.text.clone(),
            cents: cost.amount.as_ref().and_then(|amount| scope.number(amount).cents()),
        })
        .collect();
    let office = |code: &str| walk.setting.library.office(code).to_owned();
    let competent = file.competent.as_ref().map(|competent| {
        let field = competent.field.as_deref().map(|path| scope.values(path)).unwrap_or_default();
        match field.into_iter().next() {
            Some(Known::Text(code)) if !code.is_empty() => office(&code),
            _ => office(&competent.otherwise),
        }
    });
    let count = |plain: Option<u32>, from: &Option<String>| {
        let from = from.as_ref().map(|text| scope.number(&Literal::Text(text.clone())));
        from.and_then(Number::as_whole).and_then(|count| u32::try_from(count).ok()).or(plain)
    };
    let copies = count(file.copies, &file.copies_from).unwrap_or(1).clamp(1, 9);
    let term_days = count(file.term_days, &file.term_from);
    let stamps = stamps(form, &scope);
    Evaluation {
        steps: Vec::new(),
        errors: Vec::new(),
        notices: Vec::new(),
        papers,
        stamps,
        costs,
        recipient: file.recipient.as_deref().map(office),
        competent,
        copies,
        term_days,
        signature,
    }
}

fn stamps(form: &Form, scope: &Scope<'_, '_>) -> Stamps {
    let Some(stamp) = &form.file.stamp else { return Stamps::default() };
    let mut count = 0_u32;
    let mut notes: Vec<String> = Vec::new();
    match stamp.rule {
        StampRule::Never => {}
        StampRule::Always => count = stamp.count.unwrap_or(1),
        StampRule::Cases => {
            for case in stamp.cases.iter().filter(|case| scope.holds(&case.when)) {
                let from = case.count_from.as_ref().map(|from| scope.number(from));
                let more = from.and_then(Number::as_whole).and_then(|count| u32::try_from(count).ok());
                count = count.saturating_add(more.or(case.count).unwrap_or_default());
                notes.extend(case.note.clone());
            }
        }
    }
    let standing = if count > 0 { &stamp.note } else { &stamp.exempt };
    notes.splice(0..0, standing.clone());
    let euro = scope.setting.library.parameters.number("bollo.euro");
    let cents = euro.and_then(|euro| euro.times(Number::whole(i64::from(count)))).and_then(Number::cents);
    Stamps { count, cents, notes }
}
