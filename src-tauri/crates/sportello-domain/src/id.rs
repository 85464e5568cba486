//! Identities. Made by the client as UUIDv7 (RFC 9562), so that a write whose outcome is unknown is looked up again
//! by its id instead of being repeated. No id is made from a clock here: time and randomness are arguments.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "ts", ts(type = "string"))] pub Uuid);

        impl $name {
            /// The id of `unix_millis` (milliseconds since 1970) with ten random bytes.
            pub fn from_parts(unix_millis: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(unix_millis, &random).into_uuid())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// One attempt to change something. Repeating a request with the same id changes nothing twice.
    OpId;
    /// A ticket (*pratica*).
    TicketId;
    /// One line of a ticket's timeline.
    EntryId;
    /// A citizen or an organisation.
    CitizenId;
    /// An office of the municipality.
    OfficeId;
    /// A street of the register.
    StreetId;
    /// What matters are about: an area, or a category inside it.
    CategoryId;
    /// A contact (*contatto*): a call, a visit, a message.
    InteractionId;
    /// A promise to call somebody (*richiamata*).
    CallbackId;
    /// A form filled in at the desk.
    FilledFormId;
    /// A note a shift leaves to the next.
    ShiftNoteId;
    /// One open window of the desk.
    SessionId;
    /// Something being typed (*bozza*).
    DraftId;
    /// A paper attached to a ticket (*allegato*).
    AttachmentId;
    /// A number given by the municipality's protocol.
    ProtocolId;
    /// A tag (*etichetta*).
    TagId;
    /// A list somebody keeps (*elenco salvato*).
    ViewId;
    /// A table that was imported, as a whole.
    ImportId;
    /// A paper that was made and is at hand.
    DocumentId;
    /// One long piece of work, to follow or to cancel.
    JobId;
}
