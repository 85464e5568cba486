//! Each step after the recording.

use super::change::{Change, change};
use super::deadline::office_due;
use super::detail::TicketDetail;
use super::merge::{answer_together, let_go};
use super::request::{one, requests};
use crate::app::App;
use crate::categories::usual_days;
use crate::clock::rome_time;
use crate::error::{Failure, Outcome};
use crate::settings;
use chrono::NaiveDate;
use sportello_domain::event::EventCode;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::OfficeId;
use sportello_domain::text::{CitizenText, InternalText, LINE_MAX, line, optional_line};
use sportello_domain::ticket::lifecycle::{Action, Need};
use sportello_domain::ticket::{ReplyChannel, Ticket, TicketState};
use sportello_store::{office, ticket};

/// Days an office has when its report is sent back: it knows the matter already.
pub(super) const SENT_BACK_DAYS: u16 = 5;

requests! {
    /// The desk starts on a ticket.
    Take {}
    /// A ticket goes to an office.
    Transfer {
        /// The competent office.
        office_id: OfficeId,
        /// What it is asked.
        question: String,
        /// What was promised to the citizen.
        #[serde(default)]
        promise: Option<String>,
        /// To whom in the office: its head, or who stands in for them, when missing.
        #[serde(default)]
        addressee: Option<String>,
        /// The day to report by; the office's usual days when missing.
        #[serde(default)]
        answer_by: Option<NaiveDate>,
        /// Who decided, when the offices did not agree.
        #[serde(default)]
        decided_by: Option<String>,
    }
    /// The office takes it.
    Accept {
        /// Who follows it there.
        case_officer: String,
    }
    /// The office reports.
    OutcomeReport {
        /// What it reports.
        text: String,
        /// Who reports; compulsory when the office never said that it took the ticket.
        #[serde(default)]
        case_officer: Option<String>,
    }
    /// The report is not enough.
    SendBack {
        /// What is missing.
        reason: String,
    }
    /// The citizen is told.
    Reply {
        /// The words told.
        text: String,
        /// How.
        channel: ReplyChannel,
        /// The day, when it is registered later.
        #[serde(default)]
        on: Option<NaiveDate>,
    }
    /// Filed.
    Close {}
    /// Recorded by mistake.
    Void {
        /// Why.
        reason: String,
    }
    /// A note for the municipality.
    Note {
        /// Its words.
        text: String,
    }
}

/// The desk starts on a ticket.
pub(crate) async fn take(app: &App, request: Take) -> Outcome<TicketDetail> {
    change!(app, request, |change| {
        change.step(Action::Take, EventCode::TicketTaken, &[], |_, _| ()).await?;
    })
}

/// A ticket goes to an office; the citizen's date stays where it is.
pub(crate) async fn transfer(app: &App, request: Transfer) -> Outcome<TicketDetail> {
    let today = app.today();
    let mut faults = Faults::default();
    let question = faults.take("question", InternalText::parse(&request.question));
    let promise = faults.take("promise", InternalText::parse_optional(request.promise.as_deref())).flatten();
    let decided_by =
        faults.take("decided_by", optional_line(request.decided_by.as_deref(), LINE_MAX)).flatten();
    let named = faults.take("addressee", optional_line(request.addressee.as_deref(), LINE_MAX)).flatten();
    if request.answer_by.is_some_and(|day| day < today) {
        faults.add("answer_by", FieldRule::Before { earliest: today });
    }
    let question = faults.finish(question)?;
    let store = app.store().await?;
    let office = office::find(&mut store.reader().await?.conn(), request.office_id).await;
    let office = office.map_err(|error| match error {
        sportello_store::Error::NotFound(_) => Failure::field("office_id", FieldRule::NotFound),
        other => other.into(),
    })?;
    crate::offices::there(&office, today)?;
    let calendar = settings::desk(&store).await?.calendar;
    let now = office.at(rome_time(app.now()), calendar.patron());
    let addressee = named.or(now.addressee.map(|addressee| addressee.name));

    change!(app, request, |change| {
        if change.ticket.state == TicketState::Received {
            change.step(Action::Take, EventCode::TicketTaken, &[], |_, _| ()).await?;
        }
        let days = usual_days(&mut change.tx.conn(), change.ticket.category_id, &office).await?;
        let usual = office_due(today, days, change.ticket.target_on, &calendar)?;
        let due_on = request.answer_by.unwrap_or(usual);
        change
            .step(Action::Transfer, EventCode::TicketTransferred, &[Need::Handover], |ticket, entry| {
                ticket.office_id = Some(office.id);
                ticket.case_officer = None;
                ticket.office_due_on = Some(due_on);
                entry.office_id = Some(office.id);
                entry.case_officer = addressee;
                entry.internal_text = Some(question);
                entry.promise = promise;
                entry.party = decided_by;
                entry.due_on = Some(due_on);
            })
            .await?;
    })
}

/// The office takes it.
pub(crate) async fn accept(app: &App, request: Accept) -> Outcome<TicketDetail> {
    let officer = one("case_officer", line(&request.case_officer, LINE_MAX))?;
    change!(app, request, |change| {
        accept_by(&mut change, officer).await?;
    })
}

async fn accept_by(change: &mut Change<'_>, officer: String) -> Outcome<()> {
    change
        .step(Action::Accept, EventCode::TicketAccepted, &[Need::CaseOfficer], |ticket, entry| {
            entry.office_id = ticket.office_id;
            entry.case_officer = Some(officer.clone());
            ticket.case_officer = Some(officer);
        })
        .await
}

/// The office reports. Its clock stops; the citizen's runs until the citizen knows.
pub(crate) async fn outcome(app: &App, request: OutcomeReport) -> Outcome<TicketDetail> {
    let mut faults = Faults::default();
    let text = faults.take("text", InternalText::parse(&request.text));
    let officer =
        faults.take("case_officer", optional_line(request.case_officer.as_deref(), LINE_MAX)).flatten();
    let text = faults.finish(text)?;
    change!(app, request, |change| {
        match officer {
            // The paper comes back from an office that never said it had taken the ticket.
            Some(officer) if change.ticket.state == TicketState::Transferred => {
                accept_by(&mut change, officer).await?;
            }
            _ => {}
        }
        change
            .step(Action::RecordOutcome, EventCode::OutcomeRecorded, &[Need::OutcomeText], |ticket, entry| {
                entry.office_id = ticket.office_id;
                entry.case_officer = ticket.case_officer.clone();
                entry.internal_text = Some(text);
            })
            .await?;
    })
}

/// The report is not enough: the office's clock starts again, short.
pub(crate) async fn send_back(app: &App, request: SendBack) -> Outcome<TicketDetail> {
    let reason = one("reason", InternalText::parse(&request.reason))?;
    let calendar = settings::desk(&*app.store().await?).await?.calendar;
    let due_on = office_due(app.today(), SENT_BACK_DAYS, None, &calendar)?;
    change!(app, request, |change| {
        change
            .step(Action::SendBack, EventCode::TicketSentBack, &[Need::Reason], |ticket, entry| {
                ticket.office_due_on = Some(due_on);
                entry.office_id = ticket.office_id;
                entry.internal_text = Some(reason);
                entry.due_on = Some(due_on);
            })
            .await?;
    })
}

/// The citizen is told. The clock stops on the day the words were sent or handed over.
pub(crate) async fn reply(app: &App, request: Reply) -> Outcome<TicketDetail> {
    let text = one("text", CitizenText::parse(&request.text))?;
    let on = request.on.unwrap_or_else(|| app.today());
    if on > app.today() {
        return Err(Failure::field("on", FieldRule::InFuture));
    }
    change!(app, request, |change| {
        not_before_presentation(&change.ticket, on)?;
        // A matter the desk answers by itself needs no separate step to start on it.
        if change.ticket.state == TicketState::Received {
            change.step(Action::Take, EventCode::TicketTaken, &[], |_, _| ()).await?;
        }
        change
            .step(Action::Reply, EventCode::TicketAnswered, &[Need::ReplyText], |ticket, entry| {
                ticket.answered_on = Some(on);
                entry.citizen_text = Some(text.clone());
                entry.reply_channel = Some(request.channel);
                entry.happened_on = Some(on);
            })
            .await?;
        answer_together(&mut change, &text, request.channel, on).await?;
    })
}

fn not_before_presentation(ticket: &Ticket, on: NaiveDate) -> Outcome<()> {
    let earliest = ticket.presented_on;
    if on < earliest { Err(Failure::field("on", FieldRule::Before { earliest })) } else { Ok(()) }
}

/// Filed.
pub(crate) async fn close(app: &App, request: Close) -> Outcome<TicketDetail> {
    let now = app.now();
    change!(app, request, |change| {
        change
            .step(Action::Close, EventCode::TicketClosed, &[], |ticket, _| ticket.closed_at = Some(now))
            .await?;
    })
}

/// Recorded by mistake: the row and its number stay.
pub(crate) async fn void(app: &App, request: Void) -> Outcome<TicketDetail> {
    let reason = one("reason", InternalText::parse(&request.reason))?;
    change!(app, request, |change| {
        change
            .step(Action::Void, EventCode::TicketVoided, &[Need::Reason], |ticket, entry| {
                ticket.void_reason = Some(reason.as_str().to_owned());
                entry.internal_text = Some(reason);
            })
            .await?;
        let_go(&mut change).await?;
    })
}

/// A note for the municipality. It changes nothing else, so it needs no version.
pub(crate) async fn note(app: &App, request: Note) -> Outcome<TicketDetail> {
    let text = one("text", InternalText::parse(&request.text))?;
    change!(app, request, |change| {
        let mut entry = change.line(EventCode::NoteAdded);
        entry.internal_text = Some(text);
        ticket::add_line(&mut change.tx, &change.ticket, &entry).await?;
    })
}
