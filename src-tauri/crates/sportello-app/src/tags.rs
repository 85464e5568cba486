//! Tags: free words on tickets, made by using them.

use crate::app::{App, Empty};
use crate::error::{Failure, Outcome};
use crate::tickets::{Change, TicketDetail, detail_of};
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{OpId, TagId, TicketId};
use sportello_domain::tag::{TAGS_MAX, Tag, TagColour, tag_name};
use sportello_domain::text::InternalText;
use sportello_store::{Error, Tx, tag};

/// A tag, and how many tickets have it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TagLine {
    /// The tag.
    #[serde(flatten)]
    pub tag: Tag,
    /// Tickets that have it.
    pub tickets: i64,
}

/// Tags to put on a ticket, and to take off.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TagTicket {
    /// The operation.
    pub op: OpId,
    /// The ticket.
    pub id: TicketId,
    /// Words to put on it; a word that is no tag yet becomes one.
    #[serde(default)]
    pub add: Vec<String>,
    /// Tags to take off.
    #[serde(default)]
    pub remove: Vec<TagId>,
}

/// A tag to rename or to colour. A name another tag has already merges the two.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct TagSave {
    /// The operation.
    pub op: OpId,
    /// The tag.
    pub id: TagId,
    /// The version that was read.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: TagColour,
}

/// Every tag, by name.
pub(crate) async fn list(app: &App, _: Empty) -> Outcome<Vec<TagLine>> {
    let store = app.store().await?;
    let tags = tag::list(&mut store.reader().await?.conn()).await?;
    Ok(tags.into_iter().map(|(tag, tickets)| TagLine { tag, tickets }).collect())
}

/// Puts tags on a ticket and takes others off.
pub(crate) async fn on_ticket(app: &App, request: TagTicket) -> Outcome<TicketDetail> {
    let name = |name: &String| tag_name(name).map_err(|rule| Failure::field("add", rule));
    let names = request.add.iter().map(name).collect::<Outcome<Vec<String>>>()?;
    let Some(mut change) = Change::begin(app, request.op, request.id, None).await? else {
        return detail_of(app, &*app.store().await?, request.id).await;
    };
    let before = tag::of_ticket(&mut change.tx.conn(), request.id).await?;
    let mut after: Vec<Tag> =
        before.iter().filter(|tag| !request.remove.contains(&tag.id)).cloned().collect();
    for name in names {
        let tag = known(app, &mut change.tx, name).await?;
        if !after.iter().any(|other| other.id == tag.id) {
            after.push(tag);
        }
    }
    if after.len() > TAGS_MAX {
        return Err(Failure::field("add", FieldRule::OutOfRange { min: 0, max: TAGS_MAX as i64 }));
    }
    let same = after.len() == before.len() && before.iter().all(|tag| after.contains(tag));
    if !same {
        let mut entry = change.line(EventCode::TicketTagged);
        let names: Vec<&str> = after.iter().map(|tag| tag.name.as_str()).collect();
        entry.internal_text = InternalText::parse_optional(Some(&names.join(", "))).ok().flatten();
        tag::set(&mut change.tx, request.id, &before, &after, &entry).await?;
    }
    change.commit().await
}

/// The tag of this name, made when there is none.
async fn known(app: &App, tx: &mut Tx, name: String) -> Outcome<Tag> {
    if let Some(tag) = tag::named(&mut tx.conn(), &name).await? {
        return Ok(tag);
    }
    let id = TagId(crate::clock::new_uuid(app.now()));
    Ok(tag::save(tx, &Tag { id, name, colour: TagColour::default(), version: 0 }).await?)
}

/// Renames or colours a tag; merges it into the one that has the name already.
pub(crate) async fn save(app: &App, request: TagSave) -> Outcome<Vec<TagLine>> {
    let name = tag_name(&request.name).map_err(|rule| Failure::field("name", rule))?;
    let store = app.store().await?;
    match store.begin(app.stamp(request.op)).await {
        Ok(mut tx) => {
            let read = tag::find(&mut tx.conn(), request.id).await?;
            if read.version != request.version {
                return Err(Error::Conflict("tag").into());
            }
            match tag::named(&mut tx.conn(), &name).await? {
                Some(other) if other.id != request.id => tag::merge(&mut tx, &read, &other).await?,
                _ => {
                    tag::save(&mut tx, &Tag { name, colour: request.colour, ..read }).await?;
                }
            }
            tx.commit().await?;
        }
        Err(Error::AlreadyDone) => {}
        Err(error) => return Err(error.into()),
    }
    list(app, Empty {}).await
}
