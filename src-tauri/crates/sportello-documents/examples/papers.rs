//! Writes one of each paper into a folder, to be looked at: `cargo run --example papers -- FOLDER`.

use std::{env, error::Error, fs, path::PathBuf};

use chrono::NaiveDate;
use sportello_documents::{CitizenLetter, RecoverySheet, citizen_letter, recovery_sheet};
use sportello_domain::text::CitizenText;

const ANSWER: &str = "Gentile signora Rossi,\n\nabbiamo ricevuto la Sua segnalazione del 3 novembre sulla buca in \
    via Giuseppe Garibaldi, all’altezza del n. 12. L’Ufficio Lavori pubblici ha fatto un sopralluogo il 10 novembre \
    e ha trovato un avvallamento di circa 40 cm, profondo 8 cm, vicino al tombino della fognatura.\n\nLa riparazione \
    è prevista entro il 15 dicembre 2026. Fino ad allora la buca resta segnalata con due transenne. La spesa, \
    € 1.250,00, è coperta dal contratto di manutenzione.\n\nSe il 16 dicembre la buca c’è ancora, può:\n– telefonare \
    allo Sportello;\n– scrivere al difensore civico regionale;\n– chiedere di vedere gli atti (art. 22 della L. \
    241/1990).\n\nLa ringraziamo per averci avvisato.";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("which folder?")?);
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).ok_or("no such day");
    let body = CitizenText::parse(ANSWER).map_err(|rule| format!("{rule:?}"))?;
    let letter = CitizenLetter {
        municipality: "Comune di Montelupo",
        desk: "Sportello per il Cittadino",
        desk_address: Some("Piazza della Libertà 1, 50056 Montelupo (FI)"),
        desk_phone: Some("0571 123456"),
        recipient: "Maria Rossi",
        recipient_address: Some("Via Giuseppe Garibaldi 14, 50056 Montelupo (FI)"),
        on_behalf_of: None,
        number: "2026/0413",
        subject: "Buca nella carreggiata di via Giuseppe Garibaldi, all’altezza del n. 12",
        presented_on: day(11, 3)?,
        body: &body,
        dated: day(11, 23)?,
    };
    fs::write(folder.join("lettera.pdf"), citizen_letter(&letter)?)?;
    let long = CitizenText::parse(&[ANSWER; 4].join("\n\n")).map_err(|rule| format!("{rule:?}"))?;
    fs::write(folder.join("lettera-lunga.pdf"), citizen_letter(&CitizenLetter { body: &long, ..letter })?)?;
    let sheet = RecoverySheet {
        municipality: "Comune di Montelupo",
        store_id: "0192f3a4-7b1c-7def-8a90-1b2c3d4e5f60",
        groups: &["7K2QD", "M0XB8", "5ZS1E", "R9THV", "GW4C6", "0D8BQ", "N3PJY", "F6A2K"],
        made_on: day(11, 23)?,
    };
    fs::write(folder.join("codice-di-recupero.pdf"), recovery_sheet(&sheet)?)?;
    Ok(())
}
