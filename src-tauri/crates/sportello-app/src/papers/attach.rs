//! Papers come in, are looked at, leave as copies, are hidden. Nothing here opens one by itself.

use crate::app::App;
use crate::error::{Failure, Outcome};
use crate::recovery::DocumentFile;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use sportello_domain::event::EventCode;
use sportello_domain::fault::FieldRule;
use sportello_domain::id::{AttachmentId, DraftId, EntryId, OpId, TicketId};
use sportello_domain::paper::{
    self, Attachment, FILE_MAX_MIB, MIB, PaperFault, TICKET_MAX_MIB, leaving_name, shown_name,
};
use sportello_domain::text::InternalText;
use sportello_domain::ticket::Entry;
use sportello_store::paper::{Place, put};
use sportello_store::{Error, Tx, paper as store, ticket};

/// Characters of the longest name that is kept.
const NAME_MAX: usize = 255;
/// Days a paper waits in a tray that no draft names any more: its draft may yet be put back.
const TRAY_DAYS: i64 = 7;

/// Where papers are: on a ticket, or in the tray of one that is being typed.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum PaperPlace {
    /// On a ticket.
    Ticket(TicketId),
    /// In a tray; its identity is made by the screen.
    Folder(DraftId),
}

impl From<PaperPlace> for Place {
    fn from(place: PaperPlace) -> Self {
        match place {
            PaperPlace::Ticket(id) => Self::Ticket(id),
            PaperPlace::Folder(id) => Self::Folder(id),
        }
    }
}

/// A paper to keep.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AttachmentAdd {
    /// The operation; the paper gets the same identity.
    pub op: OpId,
    /// Where it goes.
    pub place: PaperPlace,
    /// As the file is called.
    pub name: String,
    /// Its bytes.
    pub base64: String,
}

/// Which paper.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AttachmentRef {
    /// Its identity.
    pub id: AttachmentId,
}

/// A paper to hide.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AttachmentRemove {
    /// The operation.
    pub op: OpId,
    /// Which paper.
    pub id: AttachmentId,
    /// Why; not needed while it waits in a tray.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A paper as a line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AttachmentLine {
    /// The paper.
    #[serde(flatten)]
    pub attachment: Attachment,
    /// Its name, with a sign where there is something that cannot be seen.
    pub shown_name: String,
    /// The name its copies leave with.
    pub leaving_name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Whether its name says that it is something else.
    pub mislabelled: bool,
    /// Whether a screen can show it as an image.
    pub image: bool,
    /// Whether a copy still says where the picture was taken.
    pub keeps_traces: bool,
}

pub(super) fn line(attachment: Attachment) -> AttachmentLine {
    let (name, file_type) = (attachment.name.as_str(), attachment.file_type);
    AttachmentLine {
        shown_name: shown_name(name),
        leaving_name: leaving_name(name, file_type),
        media_type: file_type.media_type(),
        mislabelled: paper::tells_another_type(name, file_type),
        image: file_type.is_shown_as_image(),
        keeps_traces: file_type.keeps_traces(),
        attachment,
    }
}

/// The papers of a place.
pub(crate) async fn list(app: &App, place: PaperPlace) -> Outcome<Vec<AttachmentLine>> {
    let store = app.store().await?;
    let papers = store::list(&mut store.reader().await?.conn(), place.into()).await?;
    Ok(papers.into_iter().map(line).collect())
}

/// Keeps a paper.
pub(crate) async fn add(app: &App, request: AttachmentAdd) -> Outcome<AttachmentLine> {
    let refuse = |fault| Failure::field("file", FieldRule::Paper { fault });
    // Four characters of base 64 are three bytes: what is too large is refused before it is read.
    if request.base64.len() as u64 / 4 * 3 > FILE_MAX_MIB * MIB + 2 {
        return Err(refuse(PaperFault::TooLarge { max: FILE_MAX_MIB as u32 }));
    }
    let bytes = BASE64
        .decode(&request.base64)
        .map_err(|_| Failure::field("base64", FieldRule::WrongValue { expected: "base 64".into() }))?;
    let name: String = request.name.replace('\0', "\u{fffd}").chars().take(NAME_MAX).collect();
    let file_type = paper::judge(&name, &bytes).map_err(refuse)?;
    let store = app.store().await?;
    let place: Place = request.place.into();
    let id = AttachmentId(request.op.0);
    let mut tx = match store.begin(app.stamp(request.op)).await {
        Ok(tx) => tx,
        Err(Error::AlreadyDone) => {
            return Ok(line(store::find(&mut store.reader().await?.conn(), id).await?));
        }
        Err(error) => return Err(error.into()),
    };
    let stamp = tx.stamp().clone();
    let attachment = Attachment {
        id,
        ticket_id: match place {
            Place::Ticket(id) => Some(ticket::find(&mut tx.conn(), id).await?.id),
            Place::Folder(_) => None,
        },
        name,
        file_type,
        size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        sha256: paper::digest(&bytes),
        added_at: stamp.at,
        added_by: stamp.actor,
        removed_reason: None,
        removed_at: None,
        removed_by: None,
    };
    let weight = store::weight(&mut tx.conn(), place).await?.saturating_add(attachment.size);
    if weight.unsigned_abs() > TICKET_MAX_MIB * MIB {
        return Err(refuse(PaperFault::TicketFull { max: TICKET_MAX_MIB as u32 }));
    }
    put(&mut tx, place, &attachment, &bytes).await?;
    match place {
        Place::Ticket(ticket) => tell(&mut tx, ticket, &attachment).await?,
        Place::Folder(_) => {
            let limit = tx.stamp().at - TimeDelta::days(TRAY_DAYS);
            store::sweep(&mut tx, limit).await?;
        }
    }
    tx.commit().await?;
    Ok(line(attachment))
}

async fn tell(tx: &mut Tx, ticket: TicketId, attachment: &Attachment) -> Outcome<()> {
    let entry = entry(tx, EventCode::AttachmentAdded, &attachment.name, None);
    Ok(store::tell(tx, ticket, attachment, &entry).await?)
}

fn entry(tx: &Tx, code: EventCode, name: &str, reason: Option<&InternalText>) -> Entry {
    let stamp = tx.stamp();
    let mut entry = Entry::new(EntryId(crate::clock::new_uuid(stamp.at)), stamp.at, &stamp.actor, code);
    let words = match reason {
        Some(reason) => format!("{}\n{}", shown_name(name), reason.as_str()),
        None => shown_name(name),
    };
    entry.internal_text = InternalText::parse_optional(Some(&words)).ok().flatten();
    entry
}

/// The papers of a tray go to the ticket that was typed, in the same write.
pub(crate) async fn claim(tx: &mut Tx, folder: DraftId, ticket: TicketId) -> Outcome<()> {
    for attachment in store::claim(tx, folder, ticket).await? {
        tell(tx, ticket, &attachment).await?;
    }
    Ok(())
}

/// A copy of a paper, to be opened or saved: with a harmless name and, for pictures, without the traces of the camera.
pub(crate) async fn read(app: &App, request: AttachmentRef) -> Outcome<DocumentFile> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let attachment = store::find(&mut reader.conn(), request.id).await?;
    let bytes = store::content(&mut reader.conn(), &attachment).await?;
    let copy = paper::without_traces(attachment.file_type, &bytes);
    Ok(DocumentFile {
        file_name: leaving_name(&attachment.name, attachment.file_type),
        base64: BASE64.encode(copy),
    })
}

/// Hides a paper of a ticket, with the reason; takes one out of a tray.
pub(crate) async fn remove(app: &App, request: AttachmentRemove) -> Outcome<Vec<AttachmentLine>> {
    let store = app.store().await?;
    let attachment = match store::find(&mut store.reader().await?.conn(), request.id).await {
        // A tray keeps nothing of what was taken out: asked twice, it is simply not there.
        Err(Error::NotFound(_)) => return Ok(Vec::new()),
        found => found?,
    };
    let mut tx = match store.begin(app.stamp(request.op)).await {
        Ok(tx) => tx,
        Err(Error::AlreadyDone) => return of(app, &attachment).await,
        Err(error) => return Err(error.into()),
    };
    match attachment.ticket_id {
        None => store::drop_waiting(&mut tx, &attachment).await?,
        Some(ticket) => {
            let reason = InternalText::parse(request.reason.as_deref().unwrap_or_default())
                .map_err(|rule| Failure::field("reason", rule))?;
            let entry = entry(&tx, EventCode::AttachmentRemoved, &attachment.name, Some(&reason));
            store::hide(&mut tx, &attachment, ticket, reason.as_str(), &entry).await?;
        }
    }
    tx.commit().await?;
    of(app, &attachment).await
}

async fn of(app: &App, attachment: &Attachment) -> Outcome<Vec<AttachmentLine>> {
    match attachment.ticket_id {
        Some(ticket) => list(app, PaperPlace::Ticket(ticket)).await,
        None => Ok(Vec::new()),
    }
}
