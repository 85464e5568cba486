//! The dates of a ticket. They are computed here and nowhere else, from inputs that are stored.

use crate::app::App;
use crate::error::Outcome;
use crate::settings;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sportello_domain::calendar::DeskCalendar;
use sportello_domain::deadline::{Deadline, Facts, RuleName, compute};
use sportello_domain::ticket::{Ticket, TicketKind};

/// What the intake knows before it saves.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DeadlineQuery {
    /// What the citizen brings.
    pub kind: TicketKind,
    /// The day of presentation; today when missing.
    #[serde(default)]
    pub presented_on: Option<NaiveDate>,
    /// The rule; that of the kind when missing.
    #[serde(default)]
    pub rule: Option<RuleName>,
}

/// The date to tell the citizen.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeadlinePreview {
    /// The date, and why.
    pub deadline: Deadline,
}

/// The date a ticket would have.
pub(crate) async fn preview(app: &App, request: DeadlineQuery) -> Outcome<DeadlinePreview> {
    let settings = settings::desk(&*app.store().await?).await?;
    let presented_on = request.presented_on.unwrap_or_else(|| app.today());
    Ok(DeadlinePreview {
        deadline: promise(request.rule.unwrap_or(request.kind.rule()), presented_on, &settings.calendar)?,
    })
}

/// The citizen's date.
pub(crate) fn promise(rule: RuleName, presented_on: NaiveDate, desk: &DeskCalendar) -> Outcome<Deadline> {
    Ok(compute(rule, &Facts::presented(presented_on), desk)?)
}

/// The date of a stored ticket, computed again to explain it; `None` when nothing was promised.
pub(crate) fn explain(ticket: &Ticket, desk: &DeskCalendar) -> Outcome<Option<Deadline>> {
    if ticket.due_on.is_none() {
        return Ok(None);
    }
    Ok(Some(compute(ticket.rule, &ticket.facts()?, desk)?))
}

/// Computes the dates of a ticket again, after something that its term depends on has changed.
pub(crate) fn recompute(ticket: &mut Ticket, desk: &DeskCalendar) -> Outcome<()> {
    let deadline = explain(ticket, desk)?;
    ticket.due_on = deadline.as_ref().map(|deadline| deadline.due_on);
    ticket.target_on = deadline.as_ref().map(|deadline| deadline.target_on);
    Ok(())
}

/// The office's date: its usual days, but never after the day the desk aims at, as long as that day is not past.
pub(crate) fn office_due(
    today: NaiveDate,
    days: u16,
    target_on: Option<NaiveDate>,
    desk: &DeskCalendar,
) -> Outcome<NaiveDate> {
    let usual = office_term(today, days, desk)?.due_on;
    Ok(target_on.filter(|target| *target > today).map_or(usual, |target| usual.min(target)))
}

/// The office's usual term from a day, and why.
pub(crate) fn office_term(from: NaiveDate, days: u16, desk: &DeskCalendar) -> Outcome<Deadline> {
    Ok(compute(RuleName::CivilTerm, &Facts::presented(from).for_days(days.into()), desk)?)
}
