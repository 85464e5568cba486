//! Citizens: who is on the phone, and what they are waiting for.

mod merge;

pub use merge::{CitizenMerge, CitizenPair, CitizenUnmerge, Duplicate, DuplicatesQuery, MergedRecord};
pub(crate) use merge::{duplicates, merge, preview, unmerge};

use crate::app::App;
use crate::callbacks::{self, CallbackLine};
use crate::error::{Failure, Outcome};
use crate::search::TextQuery;
use crate::tickets::{TicketLine, line};
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::{Citizen, CitizenData};
use sportello_domain::fault::FieldRule;
use sportello_domain::fold::query_words;
use sportello_domain::id::{CitizenId, DraftId, OpId};
use sportello_domain::interaction::Interaction;
use sportello_store::{Conn, Error, callback, citizen, draft, interaction, search, ticket};

/// Citizens a search answers with.
const SHOWN: usize = 12;
/// Citizens of the list.
const LISTED: usize = 200;
/// What people say before the number of a ticket or of the protocol: `prot. n. 1234/2026`.
const NUMBERED: [&str; 9] = ["n", "nr", "num", "numero", "pratica", "prot", "protocollo", "pg", "del"];
/// Tickets and contacts on a card.
const ON_CARD: i64 = 10;

/// Which citizen.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CitizenRef {
    /// Any id they ever had.
    pub id: CitizenId,
}

/// A citizen and what is going on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CitizenCard {
    /// The citizen.
    pub citizen: Citizen,
    /// Tickets in any role, the open ones first.
    pub tickets: Vec<TicketLine>,
    /// The last contacts.
    pub contacts: Vec<Interaction>,
    /// The calls still to be made to them.
    pub callbacks: Vec<CallbackLine>,
    /// The records under this card.
    pub merged: Vec<MergedRecord>,
}

/// The citizens that hold every word typed, or that are on the ticket with the number typed.
pub(crate) async fn find(app: &App, request: TextQuery) -> Outcome<Vec<Citizen>> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    matching(&mut reader.conn(), &request.text, SHOWN).await
}

/// The list of the section: the same, and those added last when nothing is typed.
pub(crate) async fn list(app: &App, request: TextQuery) -> Outcome<Vec<Citizen>> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    if request.text.trim().is_empty() {
        return Ok(citizen::latest(&mut conn, i64::try_from(LISTED).unwrap_or_default()).await?);
    }
    matching(&mut conn, &request.text, LISTED).await
}

/// The same, at most `limit` of them. Numbers are read as those of people first, then as those of tickets.
pub(crate) async fn matching(conn: &mut Conn<'_>, text: &str, limit: usize) -> Outcome<Vec<Citizen>> {
    let words = query_words(text);
    let mut found = search::citizens(conn, &words, i64::try_from(limit).unwrap_or(i64::MAX)).await?;
    let (numbers, others): (Vec<String>, Vec<String>) =
        words.into_iter().partition(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    if !numbers.is_empty() && others.iter().all(|word| NUMBERED.contains(&word.as_str())) {
        let theirs = search::people_of_tickets(conn, &numbers).await?;
        let new: Vec<Citizen> =
            theirs.into_iter().filter(|citizen| found.iter().all(|known| known.id != citizen.id)).collect();
        found.extend(new);
        found.truncate(limit);
    }
    Ok(found)
}

/// A citizen and what is going on.
pub(crate) async fn card(app: &App, request: CitizenRef) -> Outcome<CitizenCard> {
    let store = app.store().await?;
    let today = app.today();
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let citizen = citizen::find(&mut conn, request.id).await?;
    let tickets = ticket::of_citizen(&mut conn, citizen.id, ON_CARD).await?;
    let merged = citizen::absorbed(&mut conn, citizen.id).await?;
    let calls = callback::of_citizen(&mut conn, citizen.id).await?;
    Ok(CitizenCard {
        callbacks: calls.into_iter().map(|row| callbacks::line(row, today)).collect(),
        tickets: tickets.into_iter().map(|row| line(row, today)).collect(),
        contacts: interaction::of_citizen(&mut conn, citizen.id, ON_CARD).await?,
        merged: merged.into_iter().map(MergedRecord::from).collect(),
        citizen,
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
    let data = request.citizen.parse("citizen.")?.born_by(app.today(), "citizen.")?;
    if data.is_blank() {
        return Err(Failure::field("citizen", FieldRule::Required));
    }
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
