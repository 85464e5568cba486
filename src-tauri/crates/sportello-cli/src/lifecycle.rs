//! `ticket …`: the less usual steps, the company a ticket keeps, what is taken back.

use crate::Session;
use crate::office::named;
use crate::output::{self, Problem};
use crate::ticket::find;
use crate::words;
use chrono::NaiveDate;
use clap::Subcommand;
use serde_json::{Value, json};
use sportello_app::{App, DayStart, Empty, RecordTicket, Sibling, TicketDetail, TicketRef, read_request};
use sportello_domain::ticket::LinkKind;

/// I passi meno comuni di una pratica.
#[derive(Debug, Subcommand)]
pub(crate) enum Lifecycle {
    /// L'ufficio dice che non è sua
    Bounce {
        /// Numero o identificativo
        ticket: String,
        /// Perché
        #[arg(long, value_name = "TESTO")]
        reason: String,
        /// Di chi è, secondo l'ufficio: nome o identificativo
        #[arg(long, value_name = "UFFICIO", alias = "proposed-office")]
        office: String,
    },
    /// Sospende il termine di legge
    Suspend {
        /// Numero o identificativo
        ticket: String,
        /// Motivo: missing_information, refusal_notice, affected_third_parties, privacy_authority
        #[arg(long, value_name = "MOTIVO", default_value = "missing_information", alias = "reason")]
        ground: String,
        /// Che cosa si è scritto al cittadino
        #[arg(long, value_name = "TESTO")]
        asked: String,
        /// Come: phone, email, pec, letter, counter
        #[arg(long, value_name = "MEZZO")]
        channel: Option<String>,
        /// Il giorno dell'invio, se non è oggi
        #[arg(long, value_name = "AAAA-MM-GG", alias = "on")]
        sent_on: Option<NaiveDate>,
        /// Il giorno in cui è stata ricevuta, dove la legge conta da lì
        #[arg(long, value_name = "AAAA-MM-GG")]
        received_on: Option<NaiveDate>,
        /// Chi coordina lo sportello e autorizza una data passata
        #[arg(long, value_name = "NOME")]
        authorized_by: Option<String>,
    },
    /// Il termine corre di nuovo
    Resume {
        /// Numero o identificativo
        ticket: String,
        /// Il giorno in cui è arrivato quello che mancava, se non è oggi
        #[arg(long, value_name = "AAAA-MM-GG")]
        on: Option<NaiveDate>,
        /// Che cosa è arrivato
        #[arg(long, value_name = "TESTO")]
        note: Option<String>,
    },
    /// La richiesta irregolare è stata completata: il termine riparte
    Restart {
        /// Numero o identificativo
        ticket: String,
        /// Che cosa è stato completato
        #[arg(long, value_name = "TESTO")]
        reason: String,
        /// Il giorno, se non è oggi
        #[arg(long, value_name = "AAAA-MM-GG")]
        on: Option<NaiveDate>,
    },
    /// Inoltra a un altro ente
    Forward {
        /// Numero o identificativo
        ticket: String,
        /// L'ente competente
        #[arg(long, value_name = "ENTE")]
        body: String,
        /// Come si raggiunge
        #[arg(long, value_name = "TESTO")]
        contact: Option<String>,
        /// Che cosa si scrive al cittadino
        #[arg(long, value_name = "TESTO")]
        notice: Option<String>,
        /// Come: phone, email, pec, letter, counter
        #[arg(long, value_name = "MEZZO")]
        channel: Option<String>,
    },
    /// Il cittadino la ritira
    Withdraw {
        /// Numero o identificativo
        ticket: String,
        /// Le sue parole
        #[arg(long, value_name = "TESTO")]
        text: String,
        /// Come: phone, email, pec, letter, counter
        #[arg(long, value_name = "MEZZO", default_value = "phone")]
        channel: String,
    },
    /// Annota un tentativo di contatto
    Attempt {
        /// Numero o identificativo
        ticket: String,
        /// Come: phone, email, pec, letter, counter
        #[arg(long, value_name = "MEZZO", default_value = "phone")]
        channel: String,
        /// Che cosa è successo
        #[arg(long, value_name = "TESTO")]
        text: Option<String>,
    },
    /// Chiude senza risposta: anonima, o dopo almeno due tentativi
    CloseWithoutReply {
        /// Numero o identificativo
        ticket: String,
        /// Perché
        #[arg(long, value_name = "TESTO")]
        reason: String,
        /// Chi coordina lo sportello e lo autorizza
        #[arg(long, value_name = "NOME")]
        authorized_by: String,
    },
    /// Riapre; dopo 90 giorni è una pratica nuova, collegata
    Reopen {
        /// Numero o identificativo
        ticket: String,
        /// Perché
        #[arg(long, value_name = "TESTO")]
        reason: String,
    },
    /// Unisce OTHER a MASTER: si risponde insieme
    Merge {
        /// La pratica che resta
        master: String,
        /// La pratica che si unisce
        other: String,
    },
    /// Divide: di nuovo per conto suo, com'era
    Unmerge {
        /// La pratica che era unita
        ticket: String,
    },
    /// Collega due pratiche
    Link {
        /// Numero o identificativo
        ticket: String,
        /// L'altra
        other: String,
        /// Legame: related, duplicate_of, split_from, continues, visit
        #[arg(long, value_name = "LEGAME", default_value = "related")]
        kind: String,
        /// Toglie il legame
        #[arg(long)]
        remove: bool,
    },
    /// Un altro argomento: nuova pratica dello stesso cittadino, collegata
    ///
    /// Nel file JSON basta "text"; cittadino, canale e giorno sono quelli della pratica.
    Split {
        /// La pratica da cui nasce
        ticket: String,
        /// File JSON, oppure - per leggerlo dall'ingresso
        file: String,
    },
    /// Annulla l'ultima operazione
    Undo {
        /// Numero o identificativo
        ticket: String,
        /// Perché; serve solo per annullare una separazione
        #[arg(long, value_name = "TESTO")]
        reason: Option<String>,
    },
    /// Eventi segnalati da molti
    #[command(subcommand)]
    Event(Event),
    /// Quello che fa il passare dei giorni: finiscono le sospensioni
    DayStart {
        /// Chiude anche le pratiche con risposta da più di 15 giorni
        #[arg(long)]
        close: bool,
    },
}

/// Eventi segnalati da molti.
#[derive(Debug, Subcommand)]
pub(crate) enum Event {
    /// Apre un evento
    Open {
        /// Come si chiama
        #[arg(long, value_name = "TESTO")]
        subject: String,
        /// Che cosa è successo
        #[arg(long, value_name = "TESTO")]
        text: String,
        /// Dove
        #[arg(long, value_name = "LUOGO")]
        place: Option<String>,
    },
    /// Elenca gli eventi aperti
    List,
    /// Aggiunge pratiche a un evento
    Attach {
        /// L'evento
        event: String,
        /// Le pratiche
        #[arg(required = true, num_args = 1..)]
        tickets: Vec<String>,
    },
    /// Toglie una pratica dal suo evento
    Leave {
        /// La pratica
        ticket: String,
    },
    /// Chi riceverebbe la risposta, e come
    Recipients {
        /// L'evento
        event: String,
    },
    /// Risponde a tutti
    Reply {
        /// L'evento
        event: String,
        /// Le parole della risposta
        #[arg(long, value_name = "TESTO")]
        text: String,
        /// Come, per chi non ha scelto
        #[arg(long, value_name = "MEZZO", default_value = "phone")]
        channel: String,
        /// Chi autorizza a chiudere le anonime
        #[arg(long, value_name = "NOME")]
        authorized_by: Option<String>,
    },
}

pub(crate) async fn run(session: &Session, app: &App, command: Lifecycle) -> Result<(), Problem> {
    use Lifecycle as L;
    let detail = match command {
        L::Bounce { ticket, reason, office } => {
            let more = json!({ "reason": reason, "proposed_office_id": named(app, &office).await? });
            app.ticket_bounce(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::Suspend { ticket, ground, asked, channel, sent_on, received_on, authorized_by } => {
            let more = json!({ "ground": ground, "asked": asked, "channel": channel, "sent_on": sent_on,
                "received_on": received_on, "authorized_by": authorized_by });
            app.ticket_suspend(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::Resume { ticket, on, note } => {
            let more = json!({ "on": on, "note": note });
            app.ticket_resume(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::Restart { ticket, reason, on } => {
            let more = json!({ "reason": reason, "on": on });
            app.ticket_restart(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::Forward { ticket, body, contact, notice, channel } => {
            let more = json!({ "body": body, "contact": contact, "notice": notice, "channel": channel });
            app.ticket_forward(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::Withdraw { ticket, text, channel } => {
            let more = json!({ "text": text, "channel": channel });
            app.ticket_withdraw(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::Attempt { ticket, channel, text } => {
            let more = json!({ "channel": channel, "text": text });
            app.ticket_attempt(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::CloseWithoutReply { ticket, reason, authorized_by } => {
            let more = json!({ "reason": reason, "authorized_by": authorized_by });
            app.ticket_close_without_reply(read_request(about(app, &ticket, more).await?)?).await?
        }
        L::Reopen { ticket, reason } => {
            app.ticket_reopen(read_request(about(app, &ticket, json!({ "reason": reason })).await?)?).await?
        }
        L::Merge { master, other } => {
            let more = json!({ "master_id": find(app, &master).await? });
            app.ticket_merge(read_request(about(app, &other, more).await?)?).await?
        }
        L::Unmerge { ticket } => {
            app.ticket_unmerge(read_request(about(app, &ticket, json!({})).await?)?).await?
        }
        L::Link { ticket, other, kind, remove } => {
            let more = json!({ "kind": kind, "other_id": find(app, &other).await? });
            let request = about(app, &ticket, more).await?;
            if remove {
                app.ticket_unlink(read_request(request)?).await?
            } else {
                app.ticket_link(read_request(request)?).await?
            }
        }
        L::Split { ticket, file } => split(app, &ticket, &file).await?,
        L::Undo { ticket, reason } => {
            app.ticket_undo(read_request(about(app, &ticket, json!({ "reason": reason })).await?)?).await?
        }
        L::Event(command) => return event(session, app, command).await,
        L::DayStart { close } => {
            let day = app.day_start(DayStart { op: app.new_op(), close }).await?;
            output::result(session.json, &day, words::day_started);
            return Ok(());
        }
    };
    show(session, &detail);
    Ok(())
}

async fn event(session: &Session, app: &App, command: Event) -> Result<(), Problem> {
    let detail = match command {
        Event::Open { subject, text, place } => {
            let request = json!({ "op": app.new_op(), "subject": subject, "text": text, "place": place });
            app.event_open(read_request(request)?).await?
        }
        Event::Attach { event, tickets } => {
            let mut ids = Vec::with_capacity(tickets.len());
            for ticket in &tickets {
                ids.push(find(app, ticket).await?);
            }
            app.event_attach(read_request(about(app, &event, json!({ "tickets": ids })).await?)?).await?
        }
        Event::Leave { ticket } => {
            app.event_leave(read_request(about(app, &ticket, json!({})).await?)?).await?
        }
        Event::Reply { event, text, channel, authorized_by } => {
            let more = json!({ "text": text, "channel": channel, "authorized_by": authorized_by });
            app.event_reply(read_request(about(app, &event, more).await?)?).await?
        }
        Event::List => {
            let events = app.open_events(Empty {}).await?;
            output::result(session.json, &events, |events| {
                events.iter().map(words::line).collect::<Vec<_>>().join("\n")
            });
            return Ok(());
        }
        Event::Recipients { event } => {
            let who = app.event_recipients(TicketRef { id: find(app, &event).await? }).await?;
            output::result(session.json, &who, |who| {
                who.iter().map(|one| words::line(&one.line)).collect::<Vec<_>>().join("\n")
            });
            return Ok(());
        }
    };
    show(session, &detail);
    Ok(())
}

fn show(session: &Session, detail: &TicketDetail) {
    output::result(session.json, detail, |detail: &TicketDetail| words::detail(detail));
}

/// The request of a step: a new operation, the ticket, and what is asked.
async fn about(app: &App, ticket: &str, mut request: Value) -> Result<Value, Problem> {
    request["op"] = json!(app.new_op());
    request["id"] = json!(find(app, ticket).await?);
    Ok(request)
}

/// What the file says, over what is known of the ticket it comes from.
async fn split(app: &App, ticket: &str, file: &str) -> Result<TicketDetail, Problem> {
    let typed: serde_json::Map<String, Value> = output::request(file)?;
    let id = find(app, ticket).await?;
    let mut draft = json!(app.ticket_sibling(Sibling { id, kind: LinkKind::SplitFrom }).await?);
    let who = ["citizen_id", "citizen", "anonymous"];
    if who.iter().any(|field| typed.contains_key(*field)) {
        who.iter().for_each(|field| draft[*field] = Value::Null);
    }
    for (field, value) in typed {
        draft[field.as_str()] = value;
    }
    let ticket = read_request(draft)?;
    let record = RecordTicket { op: app.new_op(), draft_id: None, ticket };
    Ok(app.ticket_record(record).await?.ticket)
}
