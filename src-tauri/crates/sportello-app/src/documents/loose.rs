//! Papers made of a file of data, without a store: for scripts, and for whoever wants to see one.

use super::fonts::with_fonts;
use crate::clock::{SystemClock, rome_instant};
use crate::error::{Failure, Outcome};
use crate::{Clock, commands};
use chrono::{DateTime, FixedOffset};
use serde_json::Value;
use sportello_documents::{Document, House, Options};
use sportello_domain::fault::FieldRule;

/// Every kind of paper: its code, and what it is in one line of Italian.
pub fn kinds() -> &'static [(&'static str, &'static str)] {
    Document::KINDS
}

/// Makes a paper of `kind` from its data, as they are written in JSON. Beside the fields of the kind the data may have
/// `house`, the letterhead, and `made_at`, the instant on the paper.
///
/// # Errors
/// A field is missing, unknown or wrong, or the page cannot be made.
pub fn render_data(kind: &str, data: Value, twin_1b: bool, internal: bool) -> Outcome<Vec<u8>> {
    if !kinds().iter().any(|(known, _)| *known == kind) {
        return Err(Failure::field("kind", FieldRule::NotFound));
    }
    let Value::Object(mut fields) = data else {
        return Err(Failure::field("", FieldRule::WrongValue { expected: "an object".to_owned() }));
    };
    let house = fields.remove("house").map(|house| within("house", commands::read::<House>(house)));
    let house = house.transpose()?.unwrap_or_else(nobodys);
    let made_at = fields.remove("made_at");
    let made_at = made_at.map(|at| within("made_at", commands::read::<DateTime<FixedOffset>>(at)));
    let made_at = made_at.transpose()?.unwrap_or_else(|| rome_instant(SystemClock.now()));
    if let Some(Value::String(named)) = fields.insert("kind".to_owned(), Value::from(kind))
        && named != kind
    {
        return Err(Failure::field("kind", FieldRule::WrongValue { expected: kind.to_owned() }));
    }
    let document: Document = commands::read(Value::Object(fields))?;
    let options = Options { twin_1b, internal };
    Ok(with_fonts(|| sportello_documents::render(&document, &house, made_at, options))?.pdf)
}

/// A letterhead for whoever gives none.
pub(crate) fn nobodys() -> House {
    House {
        municipality: "Comune".to_owned(),
        desk: "Sportello per il Cittadino".to_owned(),
        ..House::default()
    }
}

/// A wrong field of one part of the data, with the part before its name.
fn within<T>(part: &str, read: Outcome<T>) -> Outcome<T> {
    read.map_err(|mut failure| {
        for fault in &mut failure.fields {
            fault.field =
                if fault.field.is_empty() { part.to_owned() } else { format!("{part}.{}", fault.field) };
        }
        failure
    })
}
