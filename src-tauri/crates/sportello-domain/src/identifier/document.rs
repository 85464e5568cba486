//! Numbers of documents. Their shapes change with the years, so an odd one is a notice, never an error.

use super::{Finding, Verdict, tidy};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which document a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The electronic identity card.
    IdentityCard,
    /// The identity card of paper: not valid since 3 August 2026 (Ministry of the Interior, circular 76/2025).
    PaperIdentityCard,
    /// A passport.
    Passport,
    /// A driving licence.
    DrivingLicence,
    /// A permit of stay: its number has no fixed shape.
    ResidencePermit,
}

/// The number of a document, as it stands on `today`.
pub fn document(kind: DocumentKind, text: &str, today: NaiveDate) -> Verdict {
    let code = tidy(text);
    let verdict = Verdict::of(code.clone());
    if code.is_empty() || !code.chars().all(char::is_alphanumeric) {
        return verdict.with_error(Finding::Format);
    }
    let usual = match kind {
        DocumentKind::IdentityCard => code.starts_with('C') && is_like(&code, "AA99999AA"),
        DocumentKind::PaperIdentityCard | DocumentKind::Passport => is_like(&code, "AA9999999"),
        DocumentKind::DrivingLicence => code.len() == 10 && code.is_ascii(),
        DocumentKind::ResidencePermit => true,
    };
    let verdict = if usual { verdict } else { verdict.with_notice(Finding::UnusualShape) };
    let ended = NaiveDate::from_ymd_opt(2026, 8, 3).is_some_and(|end| today >= end);
    if kind == DocumentKind::PaperIdentityCard && ended {
        return verdict.with_notice(Finding::NoLongerValid);
    }
    verdict
}

/// The number of a document nobody named: as the first kind whose shape it has. A passport and a card of paper look the
/// same, and are taken for a passport.
pub fn any_document(text: &str, today: NaiveDate) -> Verdict {
    let kinds = [DocumentKind::IdentityCard, DocumentKind::Passport, DocumentKind::DrivingLicence];
    let mut verdicts = kinds.map(|kind| document(kind, text, today)).into_iter();
    let last = document(DocumentKind::DrivingLicence, text, today);
    verdicts.find(|verdict| verdict.notices.is_empty()).unwrap_or(last)
}

/// `A` is a letter, `9` a digit.
fn is_like(code: &str, shape: &str) -> bool {
    code.len() == shape.len()
        && code.chars().zip(shape.chars()).all(|(character, wanted)| match wanted {
            'A' => character.is_ascii_uppercase(),
            _ => character.is_ascii_digit(),
        })
}
