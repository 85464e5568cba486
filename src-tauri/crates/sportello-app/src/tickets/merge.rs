//! Two tickets about one matter are answered together. Each keeps its number, its words and its clock, and taking them
//! apart puts everything back as it was.

use super::change::{Change, change};
use super::detail::TicketDetail;
use super::people::{put_on, take_off};
use super::request::requests;
use super::undo::standing_before;
use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use chrono::NaiveDate;
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{CitizenId, OpId, TicketId};
use sportello_domain::text::CitizenText;
use sportello_domain::ticket::lifecycle::{Action, Need, Role};
use sportello_domain::ticket::{PersonRole, ReplyChannel, Ticket, TicketPerson, TicketState};
use sportello_store::event::Written;
use sportello_store::ticket::Company;
use sportello_store::{Error, event, ticket};

requests! {
    /// A ticket is answered together with another one.
    Merge {
        /// The other one.
        master_id: TicketId,
    }
    /// It stands on its own again.
    Unmerge {}
}

/// Merges a ticket into another: who brought it becomes a co-reporter there.
pub(crate) async fn merge(app: &App, request: Merge) -> Outcome<TicketDetail> {
    let master_id = request.master_id;
    let expected =
        |expected: &str| Failure::field("master_id", FieldRule::WrongValue { expected: expected.to_owned() });
    if master_id == request.id {
        return Err(expected("another ticket"));
    }
    change!(app, request, |change| {
        change.allowed(Role::Operator, Action::Merge, &[Need::OtherTicket])?;
        let master = match ticket::find(&mut change.tx.conn(), master_id).await {
            Err(Error::NotFound(_)) => return Err(Failure::field("master_id", FieldRule::NotFound)),
            found => found?,
        };
        if !master.state.is_open() {
            return Err(expected("an open ticket"));
        }
        change
            .step(Action::Merge, EventCode::TicketMerged, &[Need::OtherTicket], |ticket, entry| {
                ticket.course.master_id = Some(master_id);
                entry.other_ticket_id = Some(master_id);
            })
            .await?;
        let child = change.turn_to(master_id).await?;
        company_changed(&mut change, EventCode::MergeReceived, &child).await?;
        co_report(&mut change, child.citizen_id).await?;
        change.ticket = child;
    })
}

/// Takes a ticket out of the other one: state and clock are those it had.
pub(crate) async fn unmerge(app: &App, request: Unmerge) -> Outcome<TicketDetail> {
    change!(app, request, |change| {
        let master_id = change.ticket.course.master_id;
        let merged = take_out(&mut change).await?;
        if let Some(master_id) = master_id {
            let child = change.turn_to(master_id).await?;
            company_changed(&mut change, EventCode::TicketUnmerged, &child).await?;
            no_longer_co_report(&mut change, &merged, child.citizen_id).await?;
            change.ticket = child;
        }
    })
}

/// Who brought the other ticket has the same problem; nobody is put on a ticket twice.
async fn co_report(change: &mut Change<'_>, citizen_id: Option<CitizenId>) -> Outcome<()> {
    let Some(citizen_id) = citizen_id.filter(|_| change.ticket.citizen_id != citizen_id) else {
        return Ok(());
    };
    let there = ticket::people(&mut change.tx.conn(), change.ticket.id).await?;
    if there.iter().all(|person| person.citizen_id != citizen_id) {
        let person = TicketPerson { citizen_id, role: PersonRole::CoReporter, reply_to: false };
        put_on(change, &person).await?;
    }
    Ok(())
}

/// Whoever the merge put on the master leaves it; whoever was there before stays.
async fn no_longer_co_report(
    change: &mut Change<'_>,
    merged: &Written,
    citizen_id: Option<CitizenId>,
) -> Outcome<()> {
    let Some(citizen_id) = citizen_id else { return Ok(()) };
    let lines = event::of_op(&mut change.tx.conn(), OpId(merged.op_id)).await?;
    let came = lines.iter().any(|line| line.code == EventCode::PersonAdded.code());
    let there = ticket::people(&mut change.tx.conn(), change.ticket.id).await?;
    if came && there.iter().any(|person| person.citizen_id == citizen_id) {
        take_off(change, citizen_id).await?;
    }
    Ok(())
}

/// The ticket being changed leaves its master, standing as it stood before; answers the line of the merge.
async fn take_out(change: &mut Change<'_>) -> Outcome<Written> {
    let subject = format!("ticket:{}", change.ticket.id);
    change.allowed(Role::Operator, Action::Unmerge, &[])?;
    let merged = event::last_of_code(&mut change.tx.conn(), &subject, EventCode::TicketMerged).await?;
    let (merged, standing) = merged
        .and_then(|line| standing_before(&line).map(|standing| (line, standing)))
        .ok_or_else(|| Failure::new(Code::NotPossible, "the register no longer says how it stood"))?;
    let mut entry = change.line(EventCode::TicketUnmerged);
    entry.other_ticket_id = change.ticket.course.master_id;
    let after = change.ticket.clone().standing_as(standing);
    change.rewrite(after, &entry).await?;
    Ok(merged)
}

/// A ticket came or went: who waits for the earliest day decides where its master stands in the lists.
async fn company_changed(change: &mut Change<'_>, code: EventCode, other: &Ticket) -> Outcome<()> {
    let rows = ticket::company(&mut change.tx.conn(), Company::MergedInto, change.ticket.id).await?;
    let mut after = change.ticket.clone();
    after.course.together_by = rows.into_iter().filter_map(|row| row.due_on).min();
    let mut entry = change.line(code);
    entry.other_ticket_id = Some(other.id);
    change.rewrite(after, &entry).await
}

/// The answer to the ticket being changed is told also to those who are answered with it.
pub(super) async fn answer_together(
    change: &mut Change<'_>,
    text: &CitizenText,
    channel: ReplyChannel,
    on: NaiveDate,
) -> Outcome<()> {
    let answered = change.ticket.clone();
    let mut waiting = vec![answered.id];
    while let Some(master_id) = waiting.pop() {
        for row in ticket::company(&mut change.tx.conn(), Company::MergedInto, master_id).await? {
            waiting.push(row.id);
            change.turn_to(row.id).await?;
            let mut entry = change.line(EventCode::TicketAnswered);
            entry.other_ticket_id = Some(answered.id);
            entry.citizen_text = Some(text.clone());
            entry.reply_channel = Some(change.ticket.reply_by.unwrap_or(channel));
            entry.happened_on = Some(on);
            let after = Ticket { answered_on: Some(on), ..change.ticket.clone() };
            change.rewrite(after, &entry).await?;
        }
    }
    change.ticket = ticket::find(&mut change.tx.conn(), answered.id).await?;
    Ok(())
}

/// The ticket being changed ends without an answer: those who were to be answered with it wait on their own again.
pub(super) async fn let_go(change: &mut Change<'_>) -> Outcome<()> {
    let ended = change.ticket.clone();
    for row in ticket::company(&mut change.tx.conn(), Company::MergedInto, ended.id).await? {
        if row.state == TicketState::Merged {
            change.turn_to(row.id).await?;
            take_out(change).await?;
        }
    }
    change.ticket = ended;
    Ok(())
}
