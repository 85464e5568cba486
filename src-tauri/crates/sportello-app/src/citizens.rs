//! Citizens: who is on the phone, and what they are waiting for.

use crate::app::App;
use crate::error::Outcome;
use crate::search::TextQuery;
use crate::tickets::{TicketLine, line};
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::Citizen;
use sportello_domain::fold::query_words;
use sportello_domain::id::CitizenId;
use sportello_domain::interaction::Interaction;
use sportello_store::{citizen, interaction, search, ticket};

/// Citizens a search answers with.
const SHOWN: i64 = 12;
/// Tickets and contacts on a card.
const ON_CARD: i64 = 10;

/// Which citizen.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CitizenRef {
    /// Identity.
    pub id: CitizenId,
}

/// A citizen and what is going on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CitizenCard {
    /// The citizen.
    pub citizen: Citizen,
    /// Tickets, the open ones first.
    pub tickets: Vec<TicketLine>,
    /// The last contacts.
    pub contacts: Vec<Interaction>,
}

/// The citizens that hold every word typed.
pub(crate) async fn find(app: &App, request: TextQuery) -> Outcome<Vec<Citizen>> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    Ok(search::citizens(&mut reader.conn(), &query_words(&request.text), SHOWN).await?)
}

/// A citizen and what is going on.
pub(crate) async fn card(app: &App, request: CitizenRef) -> Outcome<CitizenCard> {
    let store = app.store().await?;
    let today = app.today();
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let tickets = ticket::of_citizen(&mut conn, request.id, ON_CARD).await?;
    Ok(CitizenCard {
        citizen: citizen::find(&mut conn, request.id).await?,
        tickets: tickets.into_iter().map(|row| line(row, today)).collect(),
        contacts: interaction::of_citizen(&mut conn, request.id, ON_CARD).await?,
    })
}
