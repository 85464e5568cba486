//! `contact …`

use crate::Session;
use crate::output::{self, Problem};
use clap::{Args, Subcommand};
use serde::Deserialize;
use serde_json::json;
use sportello_app::ContactLog;
use sportello_domain::id::CitizenId;
use sportello_domain::interaction::InteractionOutcome;
use sportello_domain::ticket::Channel;

/// Contatti: telefonate, visite, messaggi.
#[derive(Debug, Subcommand)]
pub(crate) enum Contact {
    /// Annota un contatto
    Add(Add),
}

/// Annota un contatto, da un file JSON o dalle opzioni.
///
/// Esempio di file: {"channel": "phone", "topic": "orari dell'anagrafe", "outcome": "answered"}
#[derive(Debug, Args)]
pub(crate) struct Add {
    /// File JSON, oppure - per leggerlo dall'ingresso
    file: Option<String>,
    /// Canale: phone, counter, email, pec, letter, web
    #[arg(long, value_name = "CANALE", conflicts_with = "file")]
    channel: Option<String>,
    /// Di che cosa si trattava
    #[arg(long, value_name = "TESTO", conflicts_with = "file", required_unless_present = "file")]
    topic: Option<String>,
    /// Com'è finito: answered, referred
    #[arg(long, value_name = "ESITO", conflicts_with = "file")]
    outcome: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    channel: Channel,
    topic: String,
    #[serde(default = "answered")]
    outcome: InteractionOutcome,
    #[serde(default)]
    citizen_id: Option<CitizenId>,
}

fn answered() -> InteractionOutcome {
    InteractionOutcome::Answered
}

pub(crate) async fn run(session: &Session, command: Contact) -> Result<(), Problem> {
    let Contact::Add(add) = command;
    let typed: Typed = match add.file {
        Some(file) => output::request(&file)?,
        None => sportello_app::read_request(json!({
            "channel": add.channel.as_deref().unwrap_or("phone"),
            "topic": add.topic,
            "outcome": add.outcome.as_deref().unwrap_or("answered"),
        }))?,
    };
    let app = session.app().await;
    let request = ContactLog {
        op: app.new_op(),
        draft_id: None,
        channel: typed.channel,
        topic: typed.topic,
        outcome: typed.outcome,
        citizen_id: typed.citizen_id,
    };
    let contact = app.contact_log(request).await;
    app.close().await;
    output::result(session.json, &contact?, |contact| format!("Contatto annotato: {}", contact.topic));
    Ok(())
}
