//! Several people at once: who else has the same record open, and whether anything was saved since one last looked. A
//! window says what it has open every few seconds; a minute of silence and it is gone.

use crate::app::App;
use crate::error::Outcome;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sportello_domain::id::SessionId;
use sportello_store::{presence, presence::Seen};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Seconds of silence after which a window is gone.
const SILENCE: i64 = 60;

/// A record that can be open in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "record", content = "id", rename_all = "snake_case")]
pub enum Subject {
    /// A ticket.
    Ticket(#[cfg_attr(feature = "ts", ts(type = "string"))] Uuid),
    /// A citizen.
    Citizen(#[cfg_attr(feature = "ts", ts(type = "string"))] Uuid),
    /// An office.
    Office(#[cfg_attr(feature = "ts", ts(type = "string"))] Uuid),
    /// The settings.
    Settings,
}

impl Subject {
    /// As the register names it.
    fn code(self) -> String {
        match self {
            Self::Ticket(id) => format!("ticket:{id}"),
            Self::Citizen(id) => format!("citizen:{id}"),
            Self::Office(id) => format!("office:{id}"),
            Self::Settings => "setting:desk".to_owned(),
        }
    }
}

/// Something a window has open.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OpenRecord {
    /// Which record.
    pub subject: Subject,
    /// Whether it is being changed, or only read.
    pub editing: bool,
}

/// What a window has open now.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PresenceTell {
    /// The window.
    pub session: SessionId,
    /// Everything it has open; nothing when it is closing.
    pub open: Vec<OpenRecord>,
}

/// A window that looks around.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChangesQuery {
    /// The window.
    pub session: SessionId,
    /// The records it wants to know about.
    #[serde(default)]
    pub subjects: Vec<Subject>,
}

/// Somebody else who has a record open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Other {
    /// Which record.
    pub subject: Subject,
    /// Who.
    pub operator: String,
    /// The same person, in another window.
    pub same_person: bool,
    /// Whether they are changing it, or only reading.
    pub editing: bool,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// What happened since the window last looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changes {
    /// The last line of the register: another number means that somebody saved something.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub seq: i64,
    /// The civil day in Italy.
    pub today: NaiveDate,
    /// Who else has the records open.
    pub others: Vec<Other>,
}

/// Says what a window has open. No line of the register: it is nobody's record.
pub(crate) async fn tell(app: &App, request: PresenceTell) -> Outcome<()> {
    // A window may read and change the same record: then it is changing it.
    let mut open = BTreeMap::<String, bool>::new();
    for OpenRecord { subject, editing } in request.open {
        *open.entry(subject.code()).or_default() |= editing;
    }
    let open: Vec<(String, bool)> = open.into_iter().collect();
    let store = app.store().await?;
    let mut tx = store.begin(app.stamp(app.new_op())).await?;
    if open.is_empty() {
        presence::leave(&mut tx, request.session).await?;
    } else {
        presence::put(&mut tx, request.session, &open, silent(app)).await?;
    }
    Ok(tx.commit().await?)
}

/// Looks around: two short reads, so that it can be done every few seconds.
pub(crate) async fn changes(app: &App, request: ChangesQuery) -> Outcome<Changes> {
    let store = app.store().await?;
    let mut reader = store.reader().await?;
    let mut conn = reader.conn();
    let seq = presence::last_change(&mut conn).await?;
    let mut others = Vec::new();
    for subject in request.subjects {
        let seen = presence::others(&mut conn, request.session, &subject.code(), silent(app)).await?;
        others.extend(seen.into_iter().map(|seen| other(app, subject, seen)));
    }
    Ok(Changes { seq, today: app.today(), others })
}

fn other(app: &App, subject: Subject, seen: Seen) -> Other {
    let Seen { operator, editing, since, .. } = seen;
    Other { subject, same_person: operator == app.operator, operator, editing, since }
}

/// Windows not seen since then are gone.
fn silent(app: &App) -> DateTime<Utc> {
    app.now() - TimeDelta::seconds(SILENCE)
}
