//! The sentences of the papers a municipality may put in its own words. Each has the variables it may use, in braces;
//! a variable that is not known, or has no value on this paper, stops the paper.

use sportello_domain::template;

use crate::DocumentFault;

/// A sentence of the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditableText {
    /// Its name: the kind of document and what it says, `reply.late`.
    pub id: &'static str,
    /// Our words.
    pub words: &'static str,
    /// What may stand in braces in it.
    pub variables: &'static [&'static str],
}

/// Every sentence that can be changed.
pub const TEXTS: &[EditableText] = &[
    EditableText {
        id: "reply.late",
        words: "Questa risposta arriva dopo il termine di {giorni_termine} giorni, che scadeva il {scadenza}: sono \
            stati impiegati {giorni_usati} giorni (art. 2, c. 9-quinquies, L. 241/1990). Ce ne scusiamo.",
        variables: &["giorni_termine", "scadenza", "giorni_usati"],
    },
    EditableText {
        id: "reply.remedies",
        words: "Contro questa decisione si può ricorrere (art. 3, c. 4, L. 241/1990):",
        variables: &[],
    },
];

/// Checks the words a municipality has written for a text.
///
/// # Errors
/// [`DocumentFault::UnknownText`] for an id of no text, [`DocumentFault::Variable`] for a variable the text has not.
pub fn check_text(id: &str, words: &str) -> Result<(), DocumentFault> {
    let text = known(id)?;
    let values: Vec<_> = text.variables.iter().map(|variable| (*variable, Some(""))).collect();
    match template::fill(words, &values).missing.into_iter().next() {
        Some(variable) => Err(DocumentFault::Variable { variable, text: id.to_owned() }),
        None => Ok(()),
    }
}

fn known(id: &str) -> Result<&'static EditableText, DocumentFault> {
    TEXTS.iter().find(|text| text.id == id).ok_or_else(|| DocumentFault::UnknownText { text: id.to_owned() })
}
