//! A letterhead as it was typed: tidied, and every wrong field named at once.

use super::Letterhead;
use crate::error::{Failure, Outcome};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sportello_documents::{Accent, DocumentFault, TEXTS, check_text};
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::paper::{MIB, PaperFault};
use sportello_domain::text::{LINE_MAX, optional_line, paragraph};

/// Lines under the name: more would push the letter out of its first page.
const LINES_MAX: usize = 6;
/// The largest crest, in MiB.
const LOGO_MAX_MIB: u64 = 1;

/// The letterhead, tidied. A text that says what the program says by itself is not one of the municipality's.
pub(super) fn parsed(typed: Letterhead, has_logo: bool) -> Outcome<Letterhead> {
    let mut faults = Faults::default();
    let mut optional = |field: &str, value: Option<&str>| {
        faults.take(&format!("letterhead.{field}"), optional_line(value, LINE_MAX)).flatten()
    };
    let municipality = optional("municipality", typed.municipality.as_deref());
    let logo_alt = optional("logo_alt", typed.logo_alt.as_deref());
    let [pec, online_access] = [("pec", &typed.pec), ("online_access", &typed.online_access)]
        .map(|(field, value)| optional(field, value.as_deref()));
    let accent = optional("accent", typed.accent.as_deref());
    let numbered = typed.lines.iter().enumerate();
    let lines: Vec<String> =
        numbered.filter_map(|(at, text)| optional(&format!("lines.{at}"), Some(text))).collect();
    if lines.len() > LINES_MAX {
        faults.add("letterhead.lines", FieldRule::DoesNotFit);
    }
    if has_logo && logo_alt.is_none() {
        faults.add("letterhead.logo_alt", FieldRule::Required);
    }
    if accent.as_deref().is_some_and(|accent| Accent::parse(accent).is_none()) {
        faults.add("letterhead.accent", FieldRule::WrongValue { expected: "#1f4e79".to_owned() });
    }
    let mut texts = typed.texts;
    texts.retain(|id, words| {
        *words = words.trim().to_owned();
        !words.is_empty() && TEXTS.iter().all(|text| text.id != id || text.words != words)
    });
    for (id, words) in &texts {
        let field = format!("letterhead.texts.{id}");
        faults.take(&field, paragraph(words));
        match check_text(id, words) {
            Ok(()) => {}
            Err(DocumentFault::Variable { variable, .. }) => {
                faults.add(field, FieldRule::BlankLeft { name: variable });
            }
            Err(_) => faults.add(field, FieldRule::NotFound),
        }
    }
    let accent = accent.map(|accent| accent.to_lowercase());
    Ok(faults.finish(Some(Letterhead {
        municipality,
        lines,
        accent,
        pec,
        online_access,
        logo_alt,
        texts,
    }))?)
}

/// The bytes of a crest.
pub(super) fn logo(base64: &str) -> Outcome<Vec<u8>> {
    // Four characters of base 64 are three bytes: what is too large is refused before it is read.
    if base64.len() as u64 / 4 * 3 > LOGO_MAX_MIB * MIB + 2 {
        let fault = PaperFault::TooLarge { max: LOGO_MAX_MIB as u32 };
        return Err(Failure::field("logo", FieldRule::Paper { fault }));
    }
    BASE64.decode(base64).map_err(|_| Failure::field("logo", FieldRule::NotAPicture))
}
