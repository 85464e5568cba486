//! What the requests that change a ticket share.

use crate::error::Outcome;
use sportello_domain::fault::{FieldFault, FieldRule};

/// Requests with what each of them carries: operation, ticket, version, draft.
macro_rules! requests {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, serde::Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The operation.
            pub op: sportello_domain::id::OpId,
            /// The ticket.
            pub id: sportello_domain::id::TicketId,
            /// The version that was read; a change of another version is refused. Left out, the ticket is changed
            /// as it stands.
            #[serde(default)]
            #[cfg_attr(feature = "ts", ts(type = "number | null"))]
            pub version: Option<i64>,
            /// The draft it was typed in, to be thrown away with the save.
            #[serde(default)]
            pub draft_id: Option<sportello_domain::id::DraftId>,
            $($(#[$field_doc])* pub $field: $type,)*
        }
    )*};
}

pub(super) use requests;

/// One parsed field, or its fault.
pub(super) fn one<T>(field: &str, parsed: Result<T, FieldRule>) -> Outcome<T> {
    parsed.map_err(|rule| vec![FieldFault { field: field.to_owned(), rule }].into())
}
