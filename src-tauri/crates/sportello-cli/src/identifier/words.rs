//! The Italian words for codes.

use super::Answer;
use crate::words;
use sportello_domain::identifier::Finding;
use sportello_domain::identifier::tax_code::TaxCode;
use sportello_domain::place::PlaceFault;

/// What is said of a code.
pub(crate) fn finding(finding: Finding) -> &'static str {
    match finding {
        Finding::Length => "La lunghezza non è giusta: ci sono troppi caratteri o troppo pochi.",
        Finding::Format => "Il formato non è giusto: c'è un carattere che lì non può stare.",
        Finding::Check => "Il carattere di controllo non torna: c'è un errore di battitura.",
        Finding::Date => "La data non esiste in nessun calendario.",
        Finding::ShortNumber => "È un numero breve: a questo numero non si può richiamare nessuno.",
        Finding::Provisional => "Undici cifre: codice di un ente, o provvisorio di una persona?",
        Finding::Omocodia => "Alcune cifre sono lettere (omocodia): è normale.",
        Finding::Century => "Il secolo non si può sapere dal codice: chiedere l'anno di nascita.",
        Finding::UnknownPlace => "Il codice del luogo non è nell'archivio: confrontare con la tessera.",
        Finding::PlaceNotThen => {
            "In quella data il luogo non era un comune o uno stato: confrontare con la tessera."
        }
        Finding::SurnameDiffers => "Le prime tre lettere non tornano con il cognome.",
        Finding::NameDiffers => "La quarta, la quinta e la sesta lettera non tornano con il nome.",
        Finding::BirthDiffers => "La data di nascita non torna con quella detta.",
        Finding::SexDiffers => "Il sesso non torna con quello detto.",
        Finding::PlaceDiffers => "Il luogo di nascita non torna con quello detto.",
        Finding::UnusualOffice => "Il codice dell'ufficio è insolito: rileggere il numero.",
        Finding::Cin => "La lettera CIN non torna: rileggere l'IBAN.",
        Finding::Foreign => "È di un altro paese: si è potuto fare solo il controllo internazionale.",
        Finding::ForgottenZero => "Manca forse lo zero iniziale: rileggere il numero.",
        Finding::GeneralPostcode => {
            "È il CAP generico di una città divisa in zone: chiedere quello della via."
        }
        Finding::UnusualShape => "Non ha la forma di oggi: rileggerlo.",
        Finding::NoLongerValid => "La carta d'identità di carta non è più valida dal 3 agosto 2026.",
    }
}

/// A code and everything said of it, on lines.
pub(super) fn answer(answer: &Answer) -> String {
    let mut lines = vec![format!("{}: {}", answer.code, if answer.valid { "valido" } else { "non valido" })];
    lines.extend(answer.errors.iter().map(|said| format!("  Errore: {}", said.message)));
    lines.extend(answer.notices.iter().map(|said| format!("  Avviso: {}", said.message)));
    if let Some(read) = &answer.read {
        let born: Vec<String> = read.born_on.iter().map(|day| words::day(*day)).collect();
        if !born.is_empty() {
            lines.push(format!("  Nascita: {}", born.join(" oppure ")));
        }
        if let Some(sex) = read.sex {
            lines.push(format!("  Sesso: {sex:?}"));
        }
        if let Some(place) = &read.place_name {
            lines.push(format!("  Luogo: {place}"));
        }
        if let Some(base) = &read.base {
            lines.push(format!("  Codice di partenza: {base}"));
        }
    }
    lines.join("\n")
}

/// A code that was built. It is never the person's until the card says so.
pub(super) fn built(code: &TaxCode) -> String {
    format!("{code}\n  {} — calcolato, da confrontare con la tessera", code.grouped())
}

/// Why the newer archive of places is not used.
pub(super) fn unused_places(fault: &PlaceFault) -> String {
    format!(
        "L'archivio dei comuni nella cartella dei dati non si può usare ({}): uso quello del programma.",
        place_fault(fault)
    )
}

/// What is wrong with a table of places.
pub(super) fn place_fault(fault: &PlaceFault) -> String {
    match fault {
        PlaceFault::Column(column) => format!("manca la colonna «{column}»"),
        PlaceFault::Cell { line, column } => format!("riga {line}: «{column}» non è scritto bene"),
        PlaceFault::Twice { line } => format!("riga {line}: due comuni di oggi con lo stesso codice"),
        PlaceFault::Table { line } => {
            format!("riga {line}: la riga non ha le stesse colonne dell'intestazione")
        }
    }
}
