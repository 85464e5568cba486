//! Citizens: who is on the phone, and what they are waiting for.

use crate::app::App;
use crate::error::Outcome;
use crate::search::TextQuery;
use crate::tickets::{TicketLine, line};
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::{Citizen, CitizenData};
use sportello_domain::fold::query_words;
use sportello_domain::id::{CitizenId, DraftId, OpId};
use sportello_domain::interaction::Interaction;
use sportello_store::{Error, citizen, draft, interaction, search, ticket};

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

/// A citizen to add or to change.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CitizenSave {
    /// The operation.
    pub op: OpId,
    /// The citizen; a new one when missing.
    #[serde(default)]
    pub id: Option<CitizenId>,
    /// The version that was read; 0 for a new one.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub version: i64,
    /// What is known.
    pub citizen: CitizenData,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
}

/// Saves a citizen.
pub(crate) async fn save(app: &App, request: CitizenSave) -> Outcome<Citizen> {
    let data = request.citizen.parse("citizen.")?;
    let store = app.store().await?;
    let id = request.id.unwrap_or(CitizenId(request.op.0));
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let saved = citizen::save(&mut tx, id, &data, request.version).await?;
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
            Ok(saved)
        }
        Err(Error::AlreadyDone) => Ok(citizen::find(&mut store.reader().await?.conn(), id).await?),
        Err(error) => Err(error.into()),
    }
}
