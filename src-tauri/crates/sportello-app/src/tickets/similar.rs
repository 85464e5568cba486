//! The same problem, brought by somebody else: seen while it is typed, and added with one key.

use super::change::Change;
use super::detail::{self, TicketDetail};
use super::people::put_on;
use super::record::log_contact;
use super::{TicketLine, line};
use crate::app::App;
use crate::error::{Code, Failure, Outcome};
use crate::follow_up;
use chrono::Days;
use serde::{Deserialize, Serialize};
use sportello_domain::citizen::CitizenData;
use sportello_domain::event::EventCode;
use sportello_domain::fault::{FieldFault, FieldRule};
use sportello_domain::id::{CategoryId, CitizenId, DraftId, OpId, TicketId};
use sportello_domain::street::street_key;
use sportello_domain::text::InternalText;
use sportello_domain::ticket::{Channel, PersonRole, TicketPerson};
use sportello_store::{Error, citizen, draft, ticket};

/// Tickets shown: as many as there are keys.
const SHOWN: i64 = 3;

/// What is being typed.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SimilarQuery {
    /// Where.
    pub place: String,
    /// The category taken, or the first proposed; without one the street alone decides.
    #[serde(default)]
    pub category_id: Option<CategoryId>,
}

/// A ticket that may be the same problem.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SimilarTicket {
    /// The ticket.
    #[serde(flatten)]
    pub line: TicketLine,
    /// Days since it was presented.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub age: i64,
    /// Whether somebody can still be added to it.
    pub open: bool,
}

/// Somebody with the same problem.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SameProblem {
    /// The operation.
    pub op: OpId,
    /// The ticket that is there already.
    pub id: TicketId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// What this caller says.
    pub text: String,
    /// How they reached the desk.
    pub channel: Channel,
    /// Somebody the store knows already.
    #[serde(default)]
    pub citizen_id: Option<CitizenId>,
    /// Somebody new; nobody at all is counted and not named.
    #[serde(default)]
    pub citizen: Option<CitizenData>,
}

/// Tickets on the same street, of the same category, of the months the desk chose: the open ones first.
pub(crate) async fn similar(app: &App, request: SimilarQuery) -> Outcome<Vec<SimilarTicket>> {
    let Some(street) = street_key(&request.place) else { return Ok(Vec::new()) };
    let today = app.today();
    let since = |days: u16| today.checked_sub_days(Days::new(days.into())).unwrap_or(today);
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let (desk, _) = follow_up::read(&mut reader.conn()).await?;
    let rows = ticket::similar(
        &mut reader.conn(),
        &street,
        request.category_id,
        since(desk.same_open_days),
        since(desk.same_answered_days),
        SHOWN,
    )
    .await?;
    let similar = rows.into_iter().map(|row| SimilarTicket {
        age: (today - row.presented_on).num_days(),
        open: row.state.is_open(),
        line: line(row, today),
    });
    Ok(similar.collect())
}

/// Adds a caller to the ticket that is there: a co-reporter with the words said, or one more who gave no name.
pub(crate) async fn same_problem(app: &App, request: SameProblem) -> Outcome<TicketDetail> {
    let fault = |rule| Failure::from(vec![FieldFault { field: "text".to_owned(), rule }]);
    let text = InternalText::parse(&request.text).map_err(fault)?;
    let new =
        request.citizen.filter(|data| !data.is_blank()).map(|data| data.parse("citizen.")).transpose()?;
    let Some(mut change) = Change::begin(app, request.op, request.id, None).await? else {
        return detail::of(app, &*app.store().await?, request.id).await;
    };
    if !change.ticket.state.is_open() {
        return Err(Failure::new(Code::NotPossible, "the ticket is finished"));
    }
    let caller = match (request.citizen_id, new) {
        (Some(_), Some(_)) => return Err(Failure::field("citizen", FieldRule::NotBoth)),
        (Some(id), None) => match citizen::find(&mut change.tx.conn(), id).await {
            Ok(_) => Some(id),
            Err(Error::NotFound(_)) => return Err(Failure::field("citizen_id", FieldRule::NotFound)),
            Err(error) => return Err(error.into()),
        },
        (None, Some(data)) => {
            let id = CitizenId(crate::clock::new_uuid(change.tx.stamp().at));
            Some(citizen::save(&mut change.tx, id, &data, 0).await?.id)
        }
        (None, None) => None,
    };
    match caller {
        // Whoever brought it calls again: their words are kept, they are not counted twice.
        Some(id) if change.ticket.citizen_id == Some(id) => {}
        Some(citizen_id) => {
            let role = PersonRole::CoReporter;
            put_on(&mut change, &TicketPerson { citizen_id, role, reply_to: false }).await?;
        }
        None => ticket::count_anonymous(&mut change.tx, change.ticket.id).await?,
    }
    let mut entry = change.line(EventCode::SameProblem);
    entry.internal_text = Some(text);
    ticket::add_line(&mut change.tx, &change.ticket, &entry).await?;
    log_contact(&mut change.tx, None, request.channel, caller, &change.ticket).await?;
    if let Some(draft_id) = request.draft_id {
        draft::discard(&mut change.tx, draft_id).await?;
    }
    change.commit().await
}
