//! The term of the law: suspended, running again, starting again. The dates come from the engine, every time from the
//! registered facts.

use super::change::{Change, change};
use super::deadline::recompute;
use super::detail::{self, TicketDetail};
use super::request::requests;
use crate::app::App;
use crate::error::{Failure, Outcome};
use crate::settings;
use chrono::NaiveDate;
use sportello_domain::deadline::{DeadlineFault, SuspensionGround};
use sportello_domain::event::EventCode;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::text::{CitizenText, InternalText, LINE_MAX, optional_line};
use sportello_domain::ticket::lifecycle::{Action, Need, Role};
use sportello_domain::ticket::{ReplyChannel, TermSuspension};

requests! {
    /// The term stops, for one of the law's reasons.
    Suspend {
        /// The reason.
        ground: SuspensionGround,
        /// What was written to the citizen: what is missing, who was told, why it may be refused.
        asked: String,
        /// How it was sent.
        #[serde(default)]
        channel: Option<ReplyChannel>,
        /// The day it was sent; today when missing.
        #[serde(default)]
        sent_on: Option<NaiveDate>,
        /// The day it was received, where the law counts from there.
        #[serde(default)]
        received_on: Option<NaiveDate>,
        /// Who of those who coordinate the desk authorised a day that is past.
        #[serde(default)]
        authorized_by: Option<String>,
    }
    /// The term runs again.
    Resume {
        /// The day what was asked arrived; today when missing.
        #[serde(default)]
        on: Option<NaiveDate>,
        /// What arrived.
        #[serde(default)]
        note: Option<String>,
    }
    /// An irregular request was put right: the term starts again.
    Restart {
        /// What was put right.
        reason: String,
        /// The day; today when missing.
        #[serde(default)]
        on: Option<NaiveDate>,
    }
}

/// The term stops. Once for each reason, never when it has run out, on a past day only with somebody's word.
pub(crate) async fn suspend(app: &App, request: Suspend) -> Outcome<TicketDetail> {
    let today = app.today();
    let mut faults = Faults::default();
    let asked = faults.take("asked", CitizenText::parse(&request.asked));
    let authorized =
        faults.take("authorized_by", optional_line(request.authorized_by.as_deref(), LINE_MAX)).flatten();
    let sent_on = request.sent_on.unwrap_or(today);
    if sent_on > today {
        faults.add("sent_on", FieldRule::InFuture);
    }
    if sent_on < today && authorized.is_none() {
        faults.add("authorized_by", FieldRule::Required);
    }
    if request.received_on.is_some_and(|day| day < sent_on) {
        faults.add("received_on", FieldRule::Before { earliest: sent_on });
    }
    let asked = faults.finish(asked)?;
    let calendar = settings::desk(&*app.store().await?).await?.calendar;
    let role = if authorized.is_some() { Role::Coordinator } else { Role::Operator };
    change!(app, request, |change| {
        change.allowed(role, Action::Suspend, &[Need::LegalReason])?;
        // Nothing was promised: there is no term to stop.
        let due_on = change.ticket.due_on.ok_or(DeadlineFault::CommitmentNeverSuspended)?;
        let mut planned = change.ticket.clone();
        planned.course.suspensions.push(TermSuspension {
            ground: request.ground,
            sent_on,
            received_on: request.received_on,
            ended_on: None,
            over: false,
        });
        recompute(&mut planned, &calendar)?;
        if due_on < today {
            return Err(DeadlineFault::SuspensionAfterDue { from: today, due_on }.into());
        }
        change
            .step_as(
                role,
                Action::Suspend,
                EventCode::TicketSuspended,
                &[Need::LegalReason],
                |ticket, entry| {
                    ticket.course = planned.course;
                    ticket.due_on = planned.due_on;
                    ticket.target_on = planned.target_on;
                    entry.ground = Some(request.ground);
                    entry.citizen_text = Some(asked);
                    entry.reply_channel = request.channel.or(ticket.reply_by);
                    entry.happened_on = Some(sent_on);
                    entry.party = authorized;
                    entry.due_on = ticket.due_on;
                },
            )
            .await?;
    })
}

/// The term runs again from the day what was asked arrived. Days past the law's limit do not count.
pub(crate) async fn resume(app: &App, request: Resume) -> Outcome<TicketDetail> {
    let today = app.today();
    let on = request.on.unwrap_or(today);
    let mut faults = Faults::default();
    let note = faults.take("note", InternalText::parse_optional(request.note.as_deref())).flatten();
    if on > today {
        faults.add("on", FieldRule::InFuture);
    }
    faults.finish(Some(()))?;
    let calendar = settings::desk(&*app.store().await?).await?.calendar;
    // Not through `change!`: a suspension that would end by itself today is being ended here, by hand.
    let Some(mut change) = Change::begin(app, request.op, request.id, request.version).await? else {
        return detail::of(app, &*app.store().await?, request.id).await;
    };
    change.allowed(Role::Operator, Action::Resume, &[])?;
    let mut planned = change.ticket.clone();
    let mut ground = None;
    for suspension in planned.course.suspensions.iter_mut().filter(|suspension| !suspension.over) {
        if on < suspension.sent_on {
            return Err(Failure::field("on", FieldRule::Before { earliest: suspension.sent_on }));
        }
        (suspension.ended_on, suspension.over) = (Some(on), true);
        ground = Some(suspension.ground);
    }
    recompute(&mut planned, &calendar)?;
    change
        .step(Action::Resume, EventCode::TicketResumed, &[], |ticket, entry| {
            ticket.course = planned.course;
            ticket.due_on = planned.due_on;
            ticket.target_on = planned.target_on;
            entry.ground = ground;
            entry.internal_text = note;
            entry.happened_on = Some(on);
            entry.due_on = ticket.due_on;
        })
        .await?;
    if let Some(draft_id) = request.draft_id {
        sportello_store::draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}

/// The term starts again, where the rule lets it. A suspension that came before has no object any more.
pub(crate) async fn restart(app: &App, request: Restart) -> Outcome<TicketDetail> {
    let today = app.today();
    let on = request.on.unwrap_or(today);
    let mut faults = Faults::default();
    let reason = faults.take("reason", InternalText::parse(&request.reason));
    if on > today {
        faults.add("on", FieldRule::InFuture);
    }
    let reason = faults.finish(reason)?;
    let calendar = settings::desk(&*app.store().await?).await?.calendar;
    change!(app, request, |change| {
        change.allowed(Role::Operator, Action::Restart, &[Need::Reason])?;
        let mut planned = change.ticket.clone();
        planned.course.restart_on = Some(on);
        planned.course.suspensions.retain(|suspension| suspension.sent_on >= on);
        recompute(&mut planned, &calendar)?;
        change
            .step(Action::Restart, EventCode::TermRestarted, &[Need::Reason], |ticket, entry| {
                ticket.course = planned.course;
                ticket.due_on = planned.due_on;
                ticket.target_on = planned.target_on;
                entry.internal_text = Some(reason);
                entry.happened_on = Some(on);
                entry.due_on = ticket.due_on;
            })
            .await?;
    })
}
