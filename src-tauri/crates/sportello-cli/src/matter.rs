//! What a text seems to be about, told with its reasons.

use sportello_app::{Proposal, Suggestion};

/// The proposals, the likeliest first.
pub(crate) fn told(proposal: &Proposal) -> String {
    let mut lines: Vec<String> = proposal.suggestions.iter().map(suggestion).collect();
    if let Some(kind) = &proposal.kind {
        lines.push(format!("Tipo: {} (parola «{}»)", kind.kind.code(), kind.said));
    }
    if lines.is_empty() { "Nessun argomento con queste parole.".to_owned() } else { lines.join("\n") }
}

fn suggestion(one: &Suggestion) -> String {
    let office = one.office.as_ref().map_or("nessun ufficio", |office| office.name.as_str());
    let mut text = format!("{} ▸ {} — {office}, di solito {} giorni", one.area, one.name, one.days);
    let said: Vec<String> = one
        .reasons
        .iter()
        .map(|reason| {
            if reason.said == reason.synonym {
                format!("«{}»", reason.said)
            } else {
                format!("«{}» ({})", reason.said, reason.synonym)
            }
        })
        .collect();
    text += &format!("\n    parola {}", said.join(", "));
    if let Some(past) = &one.past {
        text += &format!(
            "\n    {} delle ultime {} simili sono andate a {}",
            past.went, past.of, past.office_name
        );
    }
    text
}
