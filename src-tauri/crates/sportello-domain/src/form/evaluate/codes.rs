//! Codes and places, held against their neighbours.

use super::super::answer::{Answer, Somewhere};
use super::super::field::Kind;
use super::super::finding::Remark;
use super::super::question::Question;
use super::Setting;
use super::conditions::Scope;
use crate::identifier::tax_code::{self, Claims, Sex};
use crate::identifier::{self, DocumentKind, Verdict};
use crate::place::Belfiore;

impl<'f> Scope<'_, 'f> {
    /// What is said of a code or a place. A code that can be is written as it is kept.
    pub(super) fn code(
        &self,
        question: &Question,
        answer: &mut Answer<'f>,
        errors: &mut Vec<Remark>,
        notices: &mut Vec<Remark>,
    ) {
        if let Answer::Place(place) = answer {
            return self.place(question, place, notices);
        }
        let Answer::Text(text) = answer else { return };
        if question.kind == Kind::Email && !is_email(text) {
            errors.push(Remark::NotAnEmail);
        }
        let Some(verdict) = self.verdict(question.kind, text) else { return };
        let remark = |code: &identifier::Finding| Remark::Code { code: *code };
        errors.extend(verdict.errors.iter().map(remark));
        // Eleven digits are provisional for a person, and the rule for a body.
        let of_a_person = self.neighbour("cognome").is_some();
        let said = |code: &&identifier::Finding| of_a_person || **code != identifier::Finding::Provisional;
        notices.extend(verdict.notices.iter().filter(said).map(remark));
        // A telephone number keeps the spaces it is read with.
        if verdict.is_valid() && question.kind != Kind::Phone {
            *text = verdict.code;
        }
    }

    fn verdict(&self, kind: Kind, text: &str) -> Option<Verdict> {
        let Setting { today, places, .. } = self.setting;
        Some(match kind {
            Kind::TaxCode => tax_code::read(text, &self.claims(), today, places).verdict,
            Kind::VatNumber => identifier::vat_number(text),
            Kind::Iban => identifier::iban(text),
            Kind::Phone => identifier::phone(text),
            Kind::Plate => identifier::plate(text),
            Kind::Postcode => identifier::postcode(text),
            Kind::DocumentNumber => match self.neighbour("tipo") {
                Some(Answer::Choice(option)) => identifier::document(document(&option.value)?, text, today),
                _ => return None,
            },
            _ => return None,
        })
    }

    fn neighbour(&self, id: &str) -> Option<&Answer<'f>> {
        let frame = self.frames.last()?;
        frame.iter().find(|entry| entry.question.id == id).map(|entry| &entry.answer)
    }

    /// What the questions beside a codice fiscale say about the person.
    fn claims(&self) -> Claims {
        let text = |id| match self.neighbour(id) {
            Some(Answer::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let code = |id| match self.neighbour(id) {
            Some(Answer::Place(Somewhere::Known(code, _))) => Some(*code),
            _ => None::<Belfiore>,
        };
        Claims {
            surname: text("cognome"),
            name: text("nome"),
            born_on: match self.neighbour("nascita_data") {
                Some(Answer::Day(day)) => Some(*day),
                _ => None,
            },
            sex: match self.neighbour("sesso") {
                Some(Answer::Choice(option)) if option.value == "M" => Some(Sex::M),
                Some(Answer::Choice(option)) if option.value == "F" => Some(Sex::F),
                _ => None,
            },
            place: code("nascita_comune").or_else(|| code("nascita_estero")),
        }
    }

    fn place(&self, question: &Question, place: &Somewhere, notices: &mut Vec<Remark>) {
        let code = match place {
            Somewhere::Italy => return,
            Somewhere::Elsewhere(_) => return notices.push(Remark::UnknownPlace),
            Somewhere::Known(code, _) => *code,
        };
        if code.is_foreign() != (question.kind == Kind::State) {
            notices.push(Remark::UnknownPlace);
        }
        let day = match question.valid_on.as_deref() {
            None => return,
            Some("oggi") => self.setting.today,
            Some(id) => match self.neighbour(id) {
                Some(Answer::Day(day)) => *day,
                _ => return,
            },
        };
        if self.setting.places.on(code, day).is_none() {
            notices.push(Remark::PlaceNotThen);
        }
    }
}

fn document(kind: &str) -> Option<DocumentKind> {
    Some(match kind {
        "cie" => DocumentKind::IdentityCard,
        "carta_cartacea" => DocumentKind::PaperIdentityCard,
        "passaporto" => DocumentKind::Passport,
        "patente" => DocumentKind::DrivingLicence,
        "permesso_soggiorno" => DocumentKind::ResidencePermit,
        _ => return None,
    })
}

/// One @, a dot in the domain, no spaces.
fn is_email(text: &str) -> bool {
    let parts: Vec<&str> = text.split('@').collect();
    let [name, domain] = parts.as_slice() else { return false };
    let sound = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.');
    text.len() <= 254
        && !text.chars().any(char::is_whitespace)
        && sound(name)
        && sound(domain)
        && domain.contains('.')
        && !domain.contains("..")
}
