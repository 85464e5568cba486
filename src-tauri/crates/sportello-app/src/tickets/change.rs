//! One change of a ticket, from the version that was read to the commit.

use super::detail::{self, TicketDetail};
use crate::app::App;
use crate::error::Outcome;
use chrono::NaiveDate;
use sportello_domain::event::EventCode;
use sportello_domain::id::{EntryId, OpId, TicketId};
use sportello_domain::ticket::lifecycle::{Action, Need, Role, next};
use sportello_domain::ticket::{Entry, Ticket, TicketState};
use sportello_store::{Error, Store, Tx, ticket};
use std::sync::Arc;

/// What all the steps share: begin, change, throw the draft away, commit, show.
macro_rules! change {
    ($app:ident, $request:ident, |$change:ident| $work:block) => {{
        match $crate::tickets::change::Change::begin($app, $request.op, $request.id, $request.version).await? {
            Some(mut $change) => {
                $change.end_suspension().await?;
                $work
                if let Some(draft_id) = $request.draft_id {
                    sportello_store::draft::discard(&mut $change.tx, draft_id).await?;
                }
                $change.commit().await
            }
            None => $crate::tickets::detail::of($app, &*$app.store().await?, $request.id).await,
        }
    }};
}
pub(super) use change;

/// A change in progress.
pub(crate) struct Change<'a> {
    app: &'a App,
    store: Arc<Store>,
    pub(crate) tx: Tx,
    pub(crate) ticket: Ticket,
}

impl<'a> Change<'a> {
    /// Begins to change a ticket. `None` means that this operation is in the register already: there is nothing left
    /// to do but to show the ticket.
    pub(crate) async fn begin(
        app: &'a App,
        op: OpId,
        id: TicketId,
        version: Option<i64>,
    ) -> Outcome<Option<Self>> {
        let store = app.store().await?;
        let mut tx = match store.begin(app.stamp(op)).await {
            Ok(tx) => tx,
            Err(Error::AlreadyDone) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let ticket = ticket::find(&mut tx.conn(), id).await?;
        if version.is_some_and(|version| version != ticket.version) {
            return Err(Error::Conflict("ticket").into());
        }
        Ok(Some(Self { app, store, tx, ticket }))
    }

    /// A suspension whose days are over has ended by itself: the step that comes now finds the ticket running again.
    pub(crate) async fn end_suspension(&mut self) -> Outcome<bool> {
        let today = self.today();
        let Some(suspension) =
            self.ticket.suspension().filter(|_| self.ticket.state == TicketState::Suspended)
        else {
            return Ok(false);
        };
        let ends_by = suspension.ends_by()?;
        if ends_by > today {
            return Ok(false);
        }
        self.step_as(Role::Calendar, Action::Resume, EventCode::TicketResumed, &[], |ticket, entry| {
            for suspension in &mut ticket.course.suspensions {
                suspension.over = true;
            }
            entry.happened_on = Some(ends_by);
            entry.due_on = ticket.due_on;
        })
        .await?;
        Ok(true)
    }

    /// Whether the table allows it: told before anything is computed for it.
    pub(crate) fn allowed(&self, role: Role, action: Action, given: &[Need]) -> Outcome<()> {
        next(self.ticket.state, action, role, given, self.ticket.state_before)?;
        Ok(())
    }

    /// The civil day in Italy.
    pub(crate) fn today(&self) -> NaiveDate {
        self.app.today()
    }

    /// Turns to another ticket of the same write, and answers the one that was being changed.
    pub(crate) async fn turn_to(&mut self, id: TicketId) -> Outcome<Ticket> {
        let other = ticket::find(&mut self.tx.conn(), id).await?;
        Ok(std::mem::replace(&mut self.ticket, other))
    }

    /// Goes on with a write that has begun already: the ticket was recorded in it.
    pub(crate) fn over(app: &'a App, store: Arc<Store>, tx: Tx, ticket: Ticket) -> Self {
        Self { app, store, tx, ticket }
    }

    /// One row of the lifecycle table: checks it, lets `edit` fill the ticket and its line, saves both.
    pub(crate) async fn step(
        &mut self,
        action: Action,
        code: EventCode,
        given: &[Need],
        edit: impl FnOnce(&mut Ticket, &mut Entry),
    ) -> Outcome<()> {
        self.step_as(Role::Operator, action, code, given, edit).await
    }

    /// The same, by somebody else than the operator.
    pub(crate) async fn step_as(
        &mut self,
        role: Role,
        action: Action,
        code: EventCode,
        given: &[Need],
        edit: impl FnOnce(&mut Ticket, &mut Entry),
    ) -> Outcome<()> {
        let state = next(self.ticket.state, action, role, given, self.ticket.state_before)?;
        let mut after = Ticket { state, ..self.ticket.clone() };
        if state != self.ticket.state {
            let returns = matches!(state, TicketState::Suspended | TicketState::Merged);
            after.state_before = returns.then_some(self.ticket.state);
        }
        let mut entry = self.line(code);
        edit(&mut after, &mut entry);
        self.ticket = ticket::save(&mut self.tx, &self.ticket, &after, &entry).await?;
        Ok(())
    }

    /// A change that is not a step of the lifecycle: company, a step taken back.
    pub(crate) async fn rewrite(&mut self, after: Ticket, entry: &Entry) -> Outcome<()> {
        self.ticket = ticket::save(&mut self.tx, &self.ticket, &after, entry).await?;
        Ok(())
    }

    /// A line of the timeline, of now.
    pub(crate) fn line(&self, code: EventCode) -> Entry {
        let stamp = self.tx.stamp();
        Entry::new(EntryId(crate::clock::new_uuid(stamp.at)), stamp.at, &stamp.actor, code)
    }

    /// Makes the change durable and shows the ticket.
    pub(crate) async fn commit(self) -> Outcome<TicketDetail> {
        self.tx.commit().await?;
        detail::of(self.app, &self.store, self.ticket.id).await
    }
}
