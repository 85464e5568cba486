//! A few demonstration tickets, one in each place of its life, so that every screen has something to show.

use crate::app::App;
use crate::categories::{ProposeQuery, propose};
use crate::error::Outcome;
use crate::tickets::{self, Accept, Close, Note, OutcomeReport, RecordTicket, Reply, Transfer};
use chrono::Days;
use sportello_domain::citizen::CitizenData;
use sportello_domain::id::{CategoryId, OfficeId, TicketId};
use sportello_domain::office::{Office, find_by_need};
use sportello_domain::ticket::{Channel, ReplyChannel, TicketDraft, TicketKind};

/// How far a sample goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    Recorded,
    Transferred,
    WithOffice,
    Outcome,
    Answered,
    Closed,
}

/// Days ago, kind, channel, words, place, need, how far.
struct Sample(u64, TicketKind, Channel, &'static str, &'static str, &'static str, Until);

#[rustfmt::skip]
const SAMPLES: &[Sample] = &[
    Sample(33, TicketKind::Report, Channel::Phone, "Perdita d'acqua dal tombino davanti al civico 8. La strada è sempre bagnata.", "via Carducci 8", "tombino", Until::WithOffice),
    Sample(30, TicketKind::Report, Channel::Email, "Cestini pieni al parco, da una settimana nessuno li svuota.", "parco di via Bernasconi", "cestini", Until::Transferred),
    Sample(28, TicketKind::Complaint, Channel::Counter, "Attesa di due ore per la carta d'identità, con un solo addetto.", "", "carta d'identità", Until::WithOffice),
    Sample(26, TicketKind::Report, Channel::Phone, "Auto abbandonata da mesi, senza targa, occupa un posto per disabili.", "via Loreto 15", "auto abbandonata", Until::Outcome),
    Sample(21, TicketKind::Report, Channel::Phone, "Lampione spento davanti al 12 da tre sere: l'attraversamento pedonale è al buio.", "via Matteotti 12", "lampione spento", Until::WithOffice),
    Sample(19, TicketKind::Proposal, Channel::Web, "Panchine davanti alla biblioteca, per chi aspetta l'apertura.", "piazza della biblioteca", "panchina", Until::Transferred),
    Sample(18, TicketKind::Report, Channel::Counter, "Marciapiede dissestato, una signora è caduta.", "piazza Libertà", "marciapiede dissestato", Until::Outcome),
    Sample(12, TicketKind::Suggestion, Channel::Email, "Tenere aperta l'anagrafe il sabato pomeriggio, una volta al mese.", "", "residenza", Until::Recorded),
    Sample(9, TicketKind::Report, Channel::Phone, "Rumori notturni dal locale all'angolo, fino alle due.", "via Loreto 3", "rumori di notte", Until::Transferred),
    Sample(6, TicketKind::Complaint, Channel::Pec, "La rata della TARI è arrivata due volte.", "", "TARI", Until::Answered),
    Sample(4, TicketKind::Report, Channel::Phone, "Buca profonda sulla pista ciclabile, altezza civico 40.", "via San Martino 40", "buca", Until::Recorded),
    Sample(2, TicketKind::Suggestion, Channel::Counter, "Mettere gli orari degli uffici sul portone, scritti in grande.", "", "informazioni", Until::Closed),
    Sample(0, TicketKind::Report, Channel::Phone, "Cartello stradale coperto dai rami all'incrocio.", "viale della Repubblica", "rami", Until::Recorded),
];

/// Records them, each on its day.
pub(super) async fn seed(app: &App, offices: &[Office]) -> Outcome<()> {
    for (i, Sample(days, kind, channel, text, place, need, until)) in SAMPLES.iter().enumerate() {
        let office = find_by_need(offices, need).first().map(|hit| hit.office.id);
        let draft = TicketDraft {
            id: None,
            interaction_id: None,
            kind: *kind,
            channel: *channel,
            subject: None,
            text: (*text).to_owned(),
            place: Some((*place).to_owned()),
            presented_on: app.today().checked_sub_days(Days::new(*days)),
            presented_reason: Some("Dati dimostrativi.".to_owned()),
            papers: None,
            citizen_id: None,
            citizen: Some(citizen(i)),
            anonymous: None,
            reply_by: None,
            office_id: office,
            category_id: category_of(app, text).await?,
            answer: None,
            note: Some("Dati dimostrativi.".to_owned()),
            rule: None,
            link: None,
        };
        let record = RecordTicket { op: app.new_op(), draft_id: None, ticket: draft };
        let id = tickets::record(app, record).await?.ticket.ticket.id;
        if let Some(office) = office {
            advance(app, id, office, *until).await?;
        }
    }
    Ok(())
}

/// What a sample is about: what the desk would have been proposed.
async fn category_of(app: &App, text: &str) -> Outcome<Option<CategoryId>> {
    let query = ProposeQuery { text: text.to_owned(), place: None };
    let proposal = propose(app, query).await?;
    Ok(proposal.suggestions.first().map(|suggestion| suggestion.category_id))
}

fn citizen(i: usize) -> CitizenData {
    CitizenData {
        surname: Some("Dati dimostrativi".to_owned()),
        name: Some(format!("n. {}", i + 1)),
        phone: Some(format!("039 000 00{:02}", i + 1)),
        email: Some(format!("dimostrazione{}@example.it", i + 1)),
        ..CitizenData::default()
    }
}

async fn advance(app: &App, id: TicketId, office_id: OfficeId, until: Until) -> Outcome<()> {
    let (version, draft_id) = (None, None);
    if until >= Until::Transferred {
        let question = "Verificare sul posto e dire quando si può sistemare.".to_owned();
        let promise = Some("Risposta scritta entro la data indicata.".to_owned());
        let request = Transfer {
            op: app.new_op(),
            id,
            version,
            draft_id,
            office_id,
            question,
            promise,
            addressee: None,
            answer_by: None,
            decided_by: None,
        };
        tickets::transfer(app, request).await?;
    }
    if until >= Until::WithOffice {
        let case_officer = "Ufficio competente (dimostrazione)".to_owned();
        tickets::accept(app, Accept { op: app.new_op(), id, version, draft_id, case_officer }).await?;
    }
    if until >= Until::Outcome {
        let text = "Sopralluogo fatto, intervento in programma entro il mese.".to_owned();
        let request = OutcomeReport { op: app.new_op(), id, version, draft_id, text, case_officer: None };
        tickets::outcome(app, request).await?;
    }
    if until >= Until::Answered {
        let text =
            "Abbiamo verificato: l'intervento è in programma entro il mese. Grazie della segnalazione.";
        let (text, channel) = (text.to_owned(), ReplyChannel::Email);
        tickets::reply(app, Reply { op: app.new_op(), id, version, draft_id, text, channel, on: None })
            .await?;
    }
    if until >= Until::Closed {
        tickets::close(app, Close { op: app.new_op(), id, version, draft_id }).await?;
    }
    if until == Until::WithOffice {
        let text = "Seconda chiamata per la stessa via in un mese.".to_owned();
        tickets::note(app, Note { op: app.new_op(), id, version, draft_id, text }).await?;
    }
    Ok(())
}
