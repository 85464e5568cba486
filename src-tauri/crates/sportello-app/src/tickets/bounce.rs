//! An office says that it is not its matter. The citizen's clock does not notice.

use super::change::change;
use super::detail::TicketDetail;
use super::request::requests;
use crate::app::App;
use crate::error::{Failure, Outcome};
use sportello_domain::event::EventCode;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::OfficeId;
use sportello_domain::text::InternalText;
use sportello_domain::ticket::lifecycle::{Action, Need};
use sportello_store::{Error, office};

requests! {
    /// The office says that it is not its matter.
    Bounce {
        /// Why.
        reason: String,
        /// The office it proposes instead.
        proposed_office_id: OfficeId,
    }
}

/// The ticket comes back to the desk, with a reason and a proposal.
pub(crate) async fn bounce(app: &App, request: Bounce) -> Outcome<TicketDetail> {
    let mut faults = Faults::default();
    let reason = faults.take("reason", InternalText::parse(&request.reason));
    let proposed = request.proposed_office_id;
    match office::find(&mut app.store().await?.reader().await?.conn(), proposed).await {
        Ok(_) => {}
        Err(Error::NotFound(_)) => faults.add("proposed_office_id", FieldRule::NotFound),
        Err(error) => return Err(error.into()),
    }
    let reason = faults.finish(reason)?;
    change!(app, request, |change| {
        if change.ticket.office_id == Some(proposed) {
            let rule = FieldRule::WrongValue { expected: "another office".into() };
            return Err(Failure::field("proposed_office_id", rule));
        }
        change
            .step(Action::Bounce, EventCode::TicketBounced, &[Need::Reason], |ticket, entry| {
                entry.office_id = ticket.office_id;
                entry.other_office_id = Some(proposed);
                entry.internal_text = Some(reason);
                ticket.course.bounces += 1;
                ticket.course.proposed_office_id = Some(proposed);
                // The office that seems competent now: the next handover begins from it.
                ticket.office_id = Some(proposed);
                ticket.case_officer = None;
                ticket.office_due_on = None;
            })
            .await?;
    })
}
