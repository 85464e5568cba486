//! The sentences of the papers a municipality may put in its own words. Each has the variables it may use, in braces;
//! a variable that is not known, or has no value on this paper, stops the paper.

use sportello_domain::template;

use crate::{DocumentFault, House, date};

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
        id: "form.warning",
        words: "Chi firma sa che chi rilascia dichiarazioni false, forma o usa atti falsi ne risponde penalmente (art. 76 \
            DPR 445/2000) e perde i benefici ottenuti (art. 75).",
        variables: &[],
    },
    EditableText {
        id: "receipt.opening",
        words: "Il {ente} ha ricevuto quanto segue.",
        variables: &["ente"],
    },
    EditableText {
        id: "receipt.due",
        words: "Le risponderemo entro il {scadenza}{motivo}.",
        variables: &["scadenza", "motivo"],
    },
    EditableText {
        id: "receipt.no_answer",
        words: "Per questa pratica non è prevista una risposta scritta.",
        variables: &[],
    },
    EditableText {
        id: "receipt.start_notice",
        words: "Questa ricevuta vale anche come comunicazione di avvio del procedimento (artt. 7, 8 e 18-bis, \
            L. 241/1990).",
        variables: &[],
    },
    EditableText {
        id: "receipt.remedies",
        words: "Se entro quella data non riceve risposta, lo dica a questo Sportello: la pratica passa a chi ha il potere \
            di decidere al posto dell’ufficio (art. 2, c. 9-bis, L. 241/1990). Può rivolgersi anche al difensore civico.",
        variables: &[],
    },
    EditableText {
        id: "receipt.privacy",
        words: "I dati sono trattati dal {ente} solo per seguire la pratica, con le garanzie del regolamento (UE) \
            2016/679. L’informativa completa è disponibile allo Sportello.",
        variables: &["ente"],
    },
    EditableText {
        id: "reply.late",
        words: "Questa risposta arriva dopo il termine di {giorni_termine} giorni, che scadeva il {scadenza}: sono \
            stati impiegati {giorni_usati} giorni (art. 2, c. 9-quinquies, L. 241/1990). Ce ne scusiamo.",
        variables: &["giorni_termine", "scadenza", "giorni_usati"],
    },
    EditableText {
        id: "reply.remedies",
        words: "Contro questa decisione si può ricorrere (art. 3, c. 4, L. 241/1990) a:",
        variables: &[],
    },
    EditableText {
        id: "interim_reply.dates",
        words: "Le avevamo promesso una risposta entro il {scadenza}. Contiamo di dargliela entro il {nuova_data}.",
        variables: &["scadenza", "nuova_data"],
    },
    EditableText {
        id: "reminder.office",
        words: "Alla pratica n. {numero} manca l’esito dell’ufficio {ufficio}. Senza l’esito lo Sportello non può \
            rispondere al cittadino. Vi chiediamo di farlo avere subito, o di dire quando arriverà.",
        variables: &["numero", "ufficio"],
    },
    EditableText {
        id: "reminder.head",
        words: "L’ufficio {ufficio} non ha ancora dato l’esito della pratica n. {numero}, nonostante i solleciti. Vi \
            chiediamo di intervenire perché il cittadino riceva una risposta.",
        variables: &["numero", "ufficio"],
    },
    EditableText {
        id: "reminder.substitute",
        words: "L’ufficio {ufficio} non ha concluso la pratica n. {numero} nel termine. Vi chiediamo di provvedere con \
            il potere sostitutivo (art. 2, commi 9-bis e 9-ter, L. 241/1990).",
        variables: &["numero", "ufficio"],
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

/// The words of a text in this house, its variables filled. The values are those of the text's own list.
pub(crate) fn said(
    house: &House,
    id: &str,
    values: &[(&str, Option<&str>)],
) -> Result<String, DocumentFault> {
    let text = known(id)?;
    let words = house.texts.get(id).map_or(text.words, String::as_str);
    let filled = template::fill(words, values);
    match filled.missing.into_iter().next() {
        Some(variable) => Err(DocumentFault::Variable { variable, text: id.to_owned() }),
        None => Ok(date::elided(&filled.text)),
    }
}

fn known(id: &str) -> Result<&'static EditableText, DocumentFault> {
    TEXTS.iter().find(|text| text.id == id).ok_or_else(|| DocumentFault::UnknownText { text: id.to_owned() })
}
