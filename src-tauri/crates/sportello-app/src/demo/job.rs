//! The main job, told step by step: what a new user, and a test, can watch from the command line.

use crate::app::{App, Empty};
use crate::contacts::{self, ContactLog};
use crate::error::{Code, Failure, Outcome};
use crate::tickets::{self, Accept, Close, Note, OutcomeReport, RecordTicket, Reply, TicketDetail, Transfer};
use chrono::NaiveDate;
use serde::Serialize;
use sportello_domain::citizen::CitizenData;
use sportello_domain::interaction::InteractionOutcome;
use sportello_domain::office::find_by_need;
use sportello_domain::ticket::{Channel, ReplyChannel, TicketDraft, TicketKind, TicketNumber, TicketState};

/// A step that was done.
#[derive(Clone, Debug, Serialize)]
pub struct DemoStep {
    /// The command used.
    pub command: &'static str,
    /// The ticket's number, once there is one.
    pub number: Option<TicketNumber>,
    /// Where the ticket is after it.
    pub state: Option<TicketState>,
    /// The citizen's date.
    pub due_on: Option<NaiveDate>,
    /// The office's date.
    pub office_due_on: Option<NaiveDate>,
    /// The office that has it.
    pub office: Option<String>,
    /// Words that went with it.
    pub words: String,
}

/// A citizen calls; the contact is logged; it becomes a ticket; it goes to the competent office; the outcome comes
/// back; the citizen is answered; it is filed.
///
/// # Errors
/// Every [`Failure`] of the commands it uses.
pub async fn main_job(app: &App) -> Outcome<Vec<DemoStep>> {
    let mut steps = Vec::new();
    let contact = ContactLog {
        op: app.new_op(),
        draft_id: None,
        channel: Channel::Phone,
        topic: "lampione spento".to_owned(),
        outcome: InteractionOutcome::Answered,
        referral: None,
        citizen_id: None,
    };
    let contact = contacts::log(app, contact).await?;
    steps.push(DemoStep {
        command: "contact_log",
        number: None,
        state: None,
        due_on: None,
        office_due_on: None,
        office: None,
        words: contact.topic.clone(),
    });

    let offices = crate::offices::list(app, Empty {}).await?.offices;
    let office = find_by_need(&offices, "lampione spento").into_iter().next().map(|hit| hit.office);
    let office = office.ok_or_else(|| Failure::new(Code::NotFound, "no office answers the need"))?;
    let words = "Lampione spento davanti al civico 12. L'attraversamento è al buio da tre sere.";
    let draft = TicketDraft {
        id: None,
        interaction_id: Some(contact.id),
        kind: TicketKind::Report,
        channel: Channel::Phone,
        subject: None,
        text: words.to_owned(),
        place: Some("via Matteotti 12".to_owned()),
        presented_on: None,
        presented_reason: None,
        papers: None,
        citizen_id: None,
        citizen: Some(CitizenData {
            surname: Some("Dati dimostrativi".to_owned()),
            phone: Some("039 000 0000".to_owned()),
            ..CitizenData::default()
        }),
        anonymous: None,
        reply_by: Some(ReplyChannel::Phone),
        office_id: Some(office.id),
        category_id: None,
        answer: None,
        note: None,
        rule: None,
        link: None,
    };
    let recorded =
        tickets::record(app, RecordTicket { op: app.new_op(), draft_id: None, ticket: draft }).await?;
    let id = recorded.ticket.ticket.id;
    steps.push(told("ticket_record", &recorded.ticket, words));

    let (version, draft_id) = (None, None);
    let text = "Terza chiamata per la stessa via in un mese.".to_owned();
    let done =
        tickets::note(app, Note { op: app.new_op(), id, version, draft_id, text: text.clone() }).await?;
    steps.push(told("ticket_note", &done, &text));

    let question = "Verificare il punto luce e dire quando torna acceso.".to_owned();
    let promise = Some("Richiamiamo noi la signora con la data della riparazione.".to_owned());
    let request = Transfer {
        op: app.new_op(),
        id,
        version,
        draft_id,
        office_id: office.id,
        question: question.clone(),
        promise,
        addressee: None,
        answer_by: None,
        decided_by: None,
    };
    steps.push(told("ticket_transfer", &tickets::transfer(app, request).await?, &question));

    let case_officer = "Tecnico reperibile (dimostrazione)".to_owned();
    let request = Accept { op: app.new_op(), id, version, draft_id, case_officer: case_officer.clone() };
    steps.push(told("ticket_accept", &tickets::accept(app, request).await?, &case_officer));

    let text = "Lampada sostituita stamattina, punto luce acceso.".to_owned();
    let request =
        OutcomeReport { op: app.new_op(), id, version, draft_id, text: text.clone(), case_officer: None };
    steps.push(told("ticket_outcome", &tickets::outcome(app, request).await?, &text));

    let text = "Il lampione è stato riparato stamattina. Grazie della segnalazione.".to_owned();
    let request = Reply {
        op: app.new_op(),
        id,
        version,
        draft_id,
        text: text.clone(),
        channel: ReplyChannel::Phone,
        on: None,
    };
    steps.push(told("ticket_reply", &tickets::reply(app, request).await?, &text));

    let done = tickets::close(app, Close { op: app.new_op(), id, version, draft_id }).await?;
    steps.push(told("ticket_close", &done, ""));
    Ok(steps)
}

fn told(command: &'static str, detail: &TicketDetail, words: &str) -> DemoStep {
    DemoStep {
        command,
        number: Some(detail.ticket.number),
        state: Some(detail.ticket.state),
        due_on: detail.ticket.due_on,
        office_due_on: detail.ticket.office_due_on.filter(|_| detail.ticket.state.is_at_office()),
        office: detail.office.as_ref().map(|office| office.data.name.clone()),
        words: words.to_owned(),
    }
}
