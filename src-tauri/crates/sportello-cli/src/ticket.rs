//! `ticket …`

use crate::Session;
use crate::lifecycle::{self, Lifecycle};
use crate::matter;
use crate::office::named;
use crate::output::{self, Problem};
use crate::words;
use chrono::{Datelike, NaiveDate};
use clap::Subcommand;
use serde_json::json;
use sportello_app::{
    Accept, App, ChangeKind, Close, Failure, Interim, Note, OutcomeReport, ProposeQuery, RecordTicket, Reply,
    SendBack, Take, TextQuery, TicketDetail, TicketRef, TicketsQuery, Transfer, Void,
};
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CategoryId, TicketId};
use sportello_domain::ticket::{ReplyChannel, TicketDraft, TicketNumber};

/// Pratiche.
#[derive(Debug, Subcommand)]
pub(crate) enum Ticket {
    /// Registra una pratica da un file JSON
    ///
    /// Esempio: {"kind": "report", "channel": "phone", "text": "Lampione spento", "place": "via Matteotti 12",
    /// "citizen": {"surname": "Rossi", "name": "Maria", "phone": "039 0000000"}, "reply_by": "phone"}.
    /// Senza nome: "anonymous": {"reason": "non vuole lasciare il nome"}. Risposta data subito:
    /// "answer": {"text": "…", "channel": "phone"}. Campi: kind, channel, subject, text, place, presented_on,
    /// presented_reason (perché la data è passata), citizen, citizen_id, anonymous, reply_by, office_id,
    /// category_id, interaction_id, note, answer, rule, link, id.
    #[command(verbatim_doc_comment)]
    Add {
        /// File JSON, oppure - per leggerlo dall'ingresso
        file: String,
    },
    /// Mostra una pratica
    Show {
        /// Numero (2026/0413, o 413 per l'anno in corso) o identificativo
        ticket: String,
    },
    /// Elenca le pratiche
    List {
        /// Elenco: open, overdue, due_soon, at_office, office_late, to_communicate, new, finished
        #[arg(long, value_name = "ELENCO", default_value = "open")]
        view: String,
        /// Righe
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: u16,
        /// Da dove riprendere: il campo `next` della pagina prima
        #[arg(long, value_name = "PUNTO")]
        after: Option<String>,
        #[command(flatten)]
        filter: Box<crate::filter::FilterArguments>,
    },
    /// Cerca nelle pratiche, nelle note, fra i cittadini e gli uffici
    Search {
        /// Le parole; l'ultima può essere a metà
        #[arg(required = true, num_args = 1.., value_name = "PAROLE")]
        text: Vec<String>,
    },
    /// Propone argomento, ufficio e giorni dalle parole del cittadino, e dice perché
    Propose {
        /// Le parole
        #[arg(required = true, num_args = 1.., value_name = "PAROLE")]
        text: Vec<String>,
    },
    /// Cambia il tipo (e l'argomento) e ricalcola la scadenza
    ChangeKind {
        /// Numero o identificativo
        ticket: String,
        /// Tipo: report, complaint, suggestion, proposal, information_request, form_request, access_request, praise
        #[arg(long, value_name = "TIPO")]
        kind: String,
        /// Argomento: identificativo
        #[arg(long, value_name = "ID")]
        category: Option<CategoryId>,
        /// Perché
        #[arg(long, value_name = "TESTO")]
        reason: String,
    },
    /// Inizia a occuparsene
    Take {
        /// Numero o identificativo
        ticket: String,
    },
    /// Trasferisce all'ufficio competente
    Transfer {
        /// Numero o identificativo
        ticket: String,
        /// Ufficio: nome o identificativo
        #[arg(long, value_name = "UFFICIO")]
        office: String,
        /// Che cosa si chiede all'ufficio
        #[arg(long, value_name = "TESTO")]
        question: String,
        /// Che cosa si è promesso al cittadino
        #[arg(long, value_name = "TESTO")]
        promise: Option<String>,
        /// A chi, nell'ufficio (se manca: il responsabile, o chi ne fa le veci)
        #[arg(long, value_name = "NOME")]
        addressee: Option<String>,
        /// Entro quando l'ufficio risponde (se manca: i suoi giorni)
        #[arg(long, value_name = "AAAA-MM-GG")]
        answer_by: Option<NaiveDate>,
        /// Chi ha deciso, dopo la seconda respinta
        #[arg(long, value_name = "NOME")]
        decided_by: Option<String>,
    },
    /// L'ufficio la prende in carico
    Accept {
        /// Numero o identificativo
        ticket: String,
        /// Chi se ne occupa
        #[arg(long, value_name = "NOME", alias = "officer")]
        case_officer: String,
    },
    /// Registra l'esito dell'ufficio
    Outcome {
        /// Numero o identificativo
        ticket: String,
        /// Che cosa dice l'ufficio
        #[arg(long, value_name = "TESTO")]
        text: String,
        /// Chi lo dice, se l'ufficio non l'aveva presa in carico
        #[arg(long, value_name = "NOME", alias = "officer")]
        case_officer: Option<String>,
    },
    /// Rimanda all'ufficio: l'esito non basta
    SendBack {
        /// Numero o identificativo
        ticket: String,
        /// Che cosa manca
        #[arg(long, value_name = "TESTO")]
        reason: String,
    },
    /// Registra la risposta data al cittadino
    Reply {
        /// Numero o identificativo
        ticket: String,
        /// Le parole della risposta
        #[arg(long, value_name = "TESTO")]
        text: String,
        /// Come: phone, email, pec, letter, counter (se manca: come preferisce il cittadino)
        #[arg(long, value_name = "MEZZO")]
        channel: Option<String>,
        /// Il giorno, se non è oggi
        #[arg(long, value_name = "AAAA-MM-GG")]
        on: Option<NaiveDate>,
    },
    /// Archivia una pratica con risposta
    Close {
        /// Numero o identificativo
        ticket: String,
    },
    /// Annulla una pratica registrata per errore (il numero resta)
    Void {
        /// Numero o identificativo
        ticket: String,
        /// Perché
        #[arg(long, value_name = "TESTO")]
        reason: String,
    },
    #[command(flatten)]
    Papers(crate::papers::Papers),
    /// Altre persone: delegati, tutori, chi ha lo stesso problema
    #[command(subcommand)]
    Person(crate::person::Person),
    /// Registra il sollecito pronto come inviato (il testo si vede con ticket show e si cambia con --text)
    Remind {
        /// Numero o identificativo
        ticket: String,
        /// Come: email, pec, phone, letter, counter (se manca: come si raggiunge l'ufficio)
        #[arg(long, value_name = "MEZZO")]
        means: Option<String>,
        /// A chi (se manca: l'ufficio, il responsabile o il titolare del potere sostitutivo)
        #[arg(long, value_name = "NOME")]
        to: Option<String>,
        /// Le parole, se non quelle pronte
        #[arg(long, value_name = "TESTO")]
        text: Option<String>,
    },
    /// Registra una risposta interlocutoria: il termine promesso resta
    Interim {
        /// Numero o identificativo
        ticket: String,
        /// Le parole dette al cittadino
        #[arg(long, value_name = "TESTO")]
        text: String,
        /// Quando si pensa di rispondere
        #[arg(long, value_name = "AAAA-MM-GG")]
        expected_on: NaiveDate,
        /// Come: phone, email, pec, letter, counter (se manca: come preferisce il cittadino)
        #[arg(long, value_name = "MEZZO")]
        channel: Option<String>,
    },
    #[command(flatten)]
    Tags(crate::tags::Tags),
    /// Aggiunge una nota interna
    Note {
        /// Numero o identificativo
        ticket: String,
        /// Le parole della nota
        #[arg(long, value_name = "TESTO")]
        text: String,
    },
    #[command(flatten)]
    Lifecycle(Lifecycle),
}

pub(crate) async fn run(session: &Session, command: Ticket) -> Result<(), Problem> {
    // A request is read before the store is opened: a wrong file must not wait for a keyring.
    let draft: Option<TicketDraft> = match &command {
        Ticket::Add { file } => Some(output::request(file)?),
        _ => None,
    };
    let app = session.app().await;
    let done = perform(session, &app, command, draft).await;
    app.close().await;
    done
}

async fn perform(
    session: &Session,
    app: &App,
    command: Ticket,
    draft: Option<TicketDraft>,
) -> Result<(), Problem> {
    let (draft_id, version) = (None, None);
    let op = app.new_op();
    let detail = match command {
        Ticket::Add { .. } => {
            let Some(ticket) = draft else { return Ok(()) };
            app.ticket_record(RecordTicket { op, draft_id, ticket }).await?.ticket
        }
        Ticket::Show { ticket } => app.ticket(TicketRef { id: find(app, &ticket).await? }).await?,
        Ticket::List { view, limit, after, filter } => {
            let chosen = crate::filter::read(app, *filter).await?;
            if chosen.csv {
                return crate::filter::table(app, &view, chosen).await;
            }
            if chosen.count {
                return crate::filter::count(session, app, chosen).await;
            }
            let query = json!({ "view": view, "limit": limit, "after": after, "filter": chosen.filter });
            let query: TicketsQuery = sportello_app::read_request(query)?;
            let page = app.tickets(query).await?;
            output::result(session.json, &page, |page| {
                page.rows.iter().map(words::line).collect::<Vec<_>>().join("\n")
            });
            return Ok(());
        }
        Ticket::Search { text } => {
            let hits = app.search(TextQuery { text: text.join(" ") }).await?;
            output::result(session.json, &hits, words::hits);
            return Ok(());
        }
        Ticket::Propose { text } => {
            let proposal = app.propose(ProposeQuery { text: text.join(" "), place: None }).await?;
            output::result(session.json, &proposal, matter::told);
            return Ok(());
        }
        Ticket::ChangeKind { ticket, kind, category, reason } => {
            let id = find(app, &ticket).await?;
            let kind = sportello_app::read_request(json!(kind))?;
            let request = ChangeKind { op, id, version, draft_id, kind, category_id: category, reason };
            app.ticket_change_kind(request).await?
        }
        Ticket::Take { ticket } => {
            let id = find(app, &ticket).await?;
            app.ticket_take(Take { op, id, version, draft_id }).await?
        }
        Ticket::Transfer { ticket, office, question, promise, addressee, answer_by, decided_by } => {
            let (id, office_id) = (find(app, &ticket).await?, named(app, &office).await?);
            app.ticket_transfer(Transfer {
                op,
                id,
                version,
                draft_id,
                office_id,
                question,
                promise,
                addressee,
                answer_by,
                decided_by,
            })
            .await?
        }
        Ticket::Accept { ticket, case_officer } => {
            let id = find(app, &ticket).await?;
            app.ticket_accept(Accept { op, id, version, draft_id, case_officer }).await?
        }
        Ticket::Outcome { ticket, text, case_officer } => {
            let id = find(app, &ticket).await?;
            app.ticket_outcome(OutcomeReport { op, id, version, draft_id, text, case_officer }).await?
        }
        Ticket::SendBack { ticket, reason } => {
            let id = find(app, &ticket).await?;
            app.ticket_send_back(SendBack { op, id, version, draft_id, reason }).await?
        }
        Ticket::Reply { ticket, text, channel, on } => {
            let id = find(app, &ticket).await?;
            let channel = reply_channel(app, id, channel).await?;
            app.ticket_reply(Reply { op, id, version, draft_id, text, channel, on }).await?
        }
        Ticket::Close { ticket } => {
            let id = find(app, &ticket).await?;
            app.ticket_close(Close { op, id, version, draft_id }).await?
        }
        Ticket::Void { ticket, reason } => {
            let id = find(app, &ticket).await?;
            app.ticket_void(Void { op, id, version, draft_id, reason }).await?
        }
        Ticket::Person(command) => crate::person::perform(app, command).await?,
        Ticket::Tags(command) => return crate::tags::perform(session, app, command).await,
        Ticket::Papers(command) => return crate::papers::perform(session, app, command).await,
        Ticket::Remind { ticket, means, to, text } => {
            let id = find(app, &ticket).await?;
            let means = means.map(|code| sportello_app::read_request(json!(code))).transpose()?;
            app.send_prepared(id, means, to, text).await?
        }
        Ticket::Interim { ticket, text, expected_on, channel } => {
            let id = find(app, &ticket).await?;
            let channel = reply_channel(app, id, channel).await?;
            app.ticket_interim(Interim { op, id, draft_id, text, channel, expected_on }).await?
        }
        Ticket::Note { ticket, text } => {
            let id = find(app, &ticket).await?;
            app.ticket_note(Note { op, id, version, draft_id, text }).await?
        }
        Ticket::Lifecycle(command) => return lifecycle::run(session, app, command).await,
    };
    output::result(session.json, &detail, |detail: &TicketDetail| words::detail(detail));
    Ok(())
}

/// The ticket a number stands for: `2026/0413`, `413` of this year, or its id.
pub(crate) async fn find(app: &App, text: &str) -> Result<TicketId, Failure> {
    if let Ok(id) = text.parse::<TicketId>() {
        return Ok(id);
    }
    let number = match text.parse::<TicketNumber>() {
        Ok(number) => number,
        Err(_) => format!("{}/{text}", app.today().year())
            .parse()
            .map_err(|_| Failure::field("ticket", FieldRule::WrongValue { expected: "2026/0413".into() }))?,
    };
    app.ticket_by_number(number).await
}

async fn reply_channel(app: &App, id: TicketId, typed: Option<String>) -> Result<ReplyChannel, Failure> {
    match typed {
        Some(code) => sportello_app::read_request(json!(code)),
        None => {
            let preferred = app.ticket(TicketRef { id }).await?.ticket.reply_by;
            preferred.ok_or_else(|| Failure::field("channel", FieldRule::Required))
        }
    }
}
