//! One change of a ticket, from the version that was read to the commit.

use super::detail::{self, TicketDetail};
use crate::app::App;
use crate::error::Outcome;
use sportello_domain::event::EventCode;
use sportello_domain::id::{EntryId, OpId, TicketId};
use sportello_domain::ticket::lifecycle::{Action, Need, Role, next};
use sportello_domain::ticket::{Entry, Ticket, TicketState};
use sportello_store::{Error, Store, Tx, ticket};
use std::sync::Arc;

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
        let state = next(self.ticket.state, action, Role::Operator, given, self.ticket.state_before)?;
        let mut after = Ticket { state, ..self.ticket.clone() };
        after.state_before = (state == TicketState::Suspended).then_some(self.ticket.state);
        let mut entry = self.line(code);
        edit(&mut after, &mut entry);
        self.ticket = ticket::save(&mut self.tx, &self.ticket, &after, &entry).await?;
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
