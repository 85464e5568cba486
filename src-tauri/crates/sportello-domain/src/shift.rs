//! Shifts (*turni*): what one leaves to the next (*consegne*).

use crate::id::ShiftNoteId;
use crate::text::InternalText;
use chrono::{DateTime, Utc};
use serde::Serialize;

/// A note for whoever sits at the desk next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShiftNote {
    /// Identity.
    pub id: ShiftNoteId,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub author: String,
    /// The words.
    pub text: InternalText,
}
