//! `contact …`

use crate::Session;
use crate::output::{self, Problem};
use crate::words;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde::Deserialize;
use serde_json::json;
use sportello_app::{ContactLog, ContactPeriod, TextQuery};
use sportello_domain::id::CitizenId;
use sportello_domain::interaction::InteractionOutcome;
use sportello_domain::ticket::Channel;

/// Contatti: telefonate, visite, messaggi.
#[derive(Debug, Subcommand)]
pub(crate) enum Contact {
    /// Annota un contatto
    Add(Add),
    /// Conta i contatti per ora, giorno, canale e argomento
    Counts(Counts),
    /// Dice a chi indirizzare quello che non è per il Comune
    Referrals {
        /// Le parole del cittadino
        #[arg(required = true, num_args = 1.., value_name = "PAROLE")]
        text: Vec<String>,
    },
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
    #[arg(long, value_name = "TESTO", conflicts_with = "file", required_unless_present_any = ["file", "referral"])]
    topic: Option<String>,
    /// Com'è finito: answered, referred
    #[arg(long, value_name = "ESITO", conflicts_with = "file")]
    outcome: Option<String>,
    /// Scheda «non è per noi» a cui è stato indirizzato
    #[arg(long, value_name = "SCHEDA", conflicts_with = "file")]
    referral: Option<String>,
}

/// Conta i contatti di un periodo; se manca, gli ultimi trenta giorni.
#[derive(Debug, Args)]
pub(crate) struct Counts {
    /// Primo giorno, AAAA-MM-GG
    #[arg(long, value_name = "GIORNO")]
    from: Option<NaiveDate>,
    /// Ultimo giorno, AAAA-MM-GG
    #[arg(long, value_name = "GIORNO")]
    to: Option<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    channel: Channel,
    #[serde(default)]
    topic: String,
    #[serde(default = "answered")]
    outcome: InteractionOutcome,
    #[serde(default)]
    referral: Option<String>,
    #[serde(default)]
    citizen_id: Option<CitizenId>,
}

fn answered() -> InteractionOutcome {
    InteractionOutcome::Answered
}

pub(crate) async fn run(session: &Session, command: Contact) -> Result<(), Problem> {
    match command {
        Contact::Add(add) => self::add(session, add).await,
        Contact::Counts(Counts { from, to }) => {
            let app = session.app().await;
            let counts = app.contact_counts(ContactPeriod { from, to }).await;
            app.close().await;
            output::result(session.json, &counts?, words::contact_counts);
            Ok(())
        }
        Contact::Referrals { text } => {
            let app = session.app().await;
            let cards = app.referrals_find(TextQuery { text: text.join(" ") }).await;
            app.close().await;
            output::result(session.json, &cards?, |cards| words::referrals(cards));
            Ok(())
        }
    }
}

async fn add(session: &Session, add: Add) -> Result<(), Problem> {
    let typed: Typed = match add.file {
        Some(file) => output::request(&file)?,
        None => sportello_app::read_request(json!({
            "channel": add.channel.as_deref().unwrap_or("phone"),
            "topic": add.topic.unwrap_or_default(),
            "outcome": add.outcome.as_deref().unwrap_or("answered"),
            "referral": add.referral,
        }))?,
    };
    let app = session.app().await;
    let request = ContactLog {
        op: app.new_op(),
        draft_id: None,
        channel: typed.channel,
        topic: typed.topic,
        outcome: typed.outcome,
        referral: typed.referral,
        citizen_id: typed.citizen_id,
    };
    let contact = app.contact_log(request).await;
    app.close().await;
    output::result(session.json, &contact?, |contact| format!("Contatto annotato: {}", contact.topic));
    Ok(())
}
