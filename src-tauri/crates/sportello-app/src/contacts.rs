//! Contacts: logged in a breath, counted for ever.

mod counts;

pub use counts::{ChannelCount, ContactCounts, ContactPeriod, DayCount, HourCount, NamedCount, OutcomeCount};
pub(crate) use counts::{counts, topics};

use crate::app::App;
use crate::error::{Failure, Outcome};
use serde::Deserialize;
use sportello_domain::fault::{Faults, FieldRule};
use sportello_domain::id::{CitizenId, DraftId, InteractionId, OpId};
use sportello_domain::interaction::{Interaction, InteractionOutcome};
use sportello_domain::referral::Referral;
use sportello_domain::text::{LINE_MAX, line};
use sportello_domain::ticket::Channel;
use sportello_store::{Error, Store, citizen, draft, interaction};

/// A contact to log.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ContactLog {
    /// The operation.
    pub op: OpId,
    /// The draft it was typed in, to be thrown away with the save.
    #[serde(default)]
    pub draft_id: Option<DraftId>,
    /// How the person reached the desk.
    pub channel: Channel,
    /// What it was about, in a few words; the title of the card when it is missing and the contact is sent elsewhere.
    #[serde(default)]
    pub topic: String,
    /// How it ended.
    pub outcome: InteractionOutcome,
    /// The card it was sent to, when it is not for us.
    #[serde(default)]
    pub referral: Option<String>,
    /// Who it was, when they said so.
    #[serde(default)]
    pub citizen_id: Option<CitizenId>,
}

/// Logs a contact. Asked twice with the same operation, it answers the same contact.
pub(crate) async fn log(app: &App, request: ContactLog) -> Outcome<Interaction> {
    let store = app.store().await?;
    let card = sent_to(&store, request.referral.as_deref()).await?;
    let secret = card.as_ref().is_some_and(|card| card.secret);
    let mut faults = Faults::default();
    let topic = match &card {
        Some(card) if secret || request.topic.trim().is_empty() => Some(card.title.clone()),
        _ => faults.take("topic", line(&request.topic, LINE_MAX)),
    };
    if request.outcome == InteractionOutcome::Promoted {
        // A contact is promoted by recording its ticket, not by saying so.
        faults.add("outcome", FieldRule::WrongValue { expected: "answered, referred".into() });
    }
    let topic = faults.finish(topic)?;
    // Of what the law protects only that it was sent there: not the words, not who said them.
    let citizen_id = request.citizen_id.filter(|_| !secret);
    let id = InteractionId(request.op.0);
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            if let Some(citizen_id) = citizen_id {
                citizen::find(&mut tx.conn(), citizen_id).await.map_err(|error| match error {
                    Error::NotFound(_) => Failure::field("citizen_id", FieldRule::NotFound),
                    other => other.into(),
                })?;
            }
            let contact = Interaction {
                id,
                at: tx.stamp().at,
                channel: request.channel,
                topic,
                outcome: if card.is_some() { InteractionOutcome::Referred } else { request.outcome },
                referral: request.referral,
                citizen_id,
                ticket_id: None,
                operator: app.operator.clone(),
            };
            interaction::log(&mut tx, &contact).await?;
            if let Some(draft_id) = request.draft_id {
                draft::discard(&mut tx, draft_id).await?;
            }
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(interaction::find(&mut store.reader().await?.conn(), id).await?)
}

/// The card a contact is sent to.
async fn sent_to(store: &Store, id: Option<&str>) -> Outcome<Option<Referral>> {
    let Some(id) = id else { return Ok(None) };
    let cards = crate::referrals::all(&mut store.reader().await?.conn()).await?;
    let found = cards.into_iter().find(|card| card.id == id).map(|card| card.card);
    found.map(Some).ok_or_else(|| Failure::field("referral", FieldRule::NotFound))
}
