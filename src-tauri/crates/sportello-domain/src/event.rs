//! The register of everything that changes: append-only, each line bound to the one before by a hash.
//!
//! `hash = SHA-256(previous ‖ seq ‖ at ‖ actor ‖ code ‖ subject ‖ digest)` and `digest = SHA-256(salt ‖ payload)`.
//! The payload and its salt are kept apart: erasing them (GDPR art. 17) leaves the chain verifiable and the person
//! gone, because without the salt the digest says nothing about what was there.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A SHA-256 digest.
pub type Hash = [u8; 32];

/// What the first line of a chain is bound to.
pub const GENESIS: Hash = [0; 32];

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal,)*) => {
        /// What happened. The code is stored, never renamed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub enum EventCode {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)*
        }

        impl EventCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code stored and exchanged.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }
        }
    };
}

codes! {
    /// The store was made.
    StoreCreated = "store.created",
    /// The store was opened with the recovery code.
    RecoveryUsed = "store.recovery_used",
    /// A setting changed.
    SettingSaved = "setting.saved",
    /// An office was added or changed.
    OfficeSaved = "office.saved",
    /// Somebody said that the card of an office is right.
    OfficeConfirmed = "office.confirmed",
    /// An area or a category was added, changed or retired.
    CategorySaved = "category.saved",
    /// The program's own categories were put in the store.
    CatalogLoaded = "category.catalog_loaded",
    /// The street register was imported.
    StreetsImported = "street.imported",
    /// An office was taken away, because the import that added it was taken back.
    OfficeRemoved = "office.removed",
    /// A table was imported; each of its records has a line of its own.
    ImportDone = "import.done",
    /// An import was taken back.
    ImportUndone = "import.undone",
    /// A citizen was added or changed.
    CitizenSaved = "citizen.saved",
    /// Two records of one citizen became one.
    CitizenMerged = "citizen.merged",
    /// They were two people after all.
    CitizenUnmerged = "citizen.unmerged",
    /// A card of the referrals was added or changed.
    ReferralSaved = "referral.saved",
    /// A contact was logged.
    ContactLogged = "contact.logged",
    /// A contact became a ticket.
    ContactPromoted = "contact.promoted",
    /// A ticket was recorded.
    TicketRecorded = "ticket.recorded",
    /// The desk started on a ticket.
    TicketTaken = "ticket.taken",
    /// A ticket went to an office.
    TicketTransferred = "ticket.transferred",
    /// The office took it.
    TicketAccepted = "ticket.accepted",
    /// The office sent it back as not its own.
    TicketBounced = "ticket.bounced",
    /// The office reported.
    OutcomeRecorded = "ticket.outcome_recorded",
    /// What the office reported was not enough.
    TicketSentBack = "ticket.sent_back",
    /// The citizen was answered.
    TicketAnswered = "ticket.answered",
    /// Filed.
    TicketClosed = "ticket.closed",
    /// Taken up again.
    TicketReopened = "ticket.reopened",
    /// Recorded by mistake.
    TicketVoided = "ticket.voided",
    /// It is another kind of matter, or about something else: the date was reckoned again.
    KindChanged = "ticket.kind_changed",
    /// Somebody else reported the same problem.
    SameProblem = "ticket.same_problem",
    /// The legal term was suspended.
    TicketSuspended = "ticket.suspended",
    /// The suspension ended.
    TicketResumed = "ticket.resumed",
    /// An irregular request was put right: the term started again.
    TermRestarted = "ticket.term_restarted",
    /// It went to another public body.
    TicketForwarded = "ticket.forwarded",
    /// The citizen took it back.
    TicketWithdrawn = "ticket.withdrawn",
    /// The desk tried to reach the citizen.
    ContactAttempted = "ticket.contact_attempted",
    /// Closed: nobody could be reached.
    ClosedWithoutReply = "ticket.closed_without_reply",
    /// It is answered together with another ticket.
    TicketMerged = "ticket.merged",
    /// Another ticket is answered together with this one.
    MergeReceived = "ticket.merge_received",
    /// It stands on its own again.
    TicketUnmerged = "ticket.unmerged",
    /// Two tickets were linked.
    TicketLinked = "ticket.linked",
    /// The link was taken away.
    TicketUnlinked = "ticket.unlinked",
    /// It became part of an event that many report.
    EventJoined = "ticket.event_joined",
    /// It is no longer part of it.
    EventLeft = "ticket.event_left",
    /// The last operation was taken back.
    StepUndone = "ticket.step_undone",
    /// A note for the municipality.
    NoteAdded = "ticket.note_added",
    /// Somebody else has to do with a ticket.
    PersonAdded = "ticket.person_added",
    /// Somebody has nothing to do with it any more.
    PersonRemoved = "ticket.person_removed",
    /// It was presented before the day it was recorded: the reason, if one was given.
    TicketBackdated = "ticket.backdated",
    /// A paper was attached.
    AttachmentAdded = "attachment.added",
    /// A paper was hidden.
    AttachmentRemoved = "attachment.removed",
    /// A protocol number was recorded, or corrected by another one.
    ProtocolRecorded = "protocol.recorded",
    /// A ticket got tags, or lost some.
    TicketTagged = "ticket.tagged",
    /// A tag was made, renamed, or merged into another one.
    TagSaved = "tag.saved",
    /// A list was kept, changed or dropped.
    ViewSaved = "view.saved",
    /// A reminder was sent.
    ReminderSent = "ticket.reminded",
    /// The citizen was told that the matter is still going on; the clock runs.
    InterimReplied = "ticket.interim_replied",
    /// Somebody was promised a call.
    CallbackAdded = "callback.added",
    /// The call was put off.
    CallbackMoved = "callback.moved",
    /// Nobody answered.
    CallbackUnanswered = "callback.unanswered",
    /// They were called.
    CallbackDone = "callback.done",
    /// A shift left a note to the next.
    ShiftNoteAdded = "shift.note_added",
    /// A paper was printed, saved or opened.
    DocumentIssued = "document.issued",
    /// A form was kept: half filled, or done.
    FormKept = "form.kept",
}

/// The part of an event that is hashed in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainedEvent<'a> {
    /// Position, from 1, without gaps.
    pub seq: i64,
    /// When, to the microsecond.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: &'a str,
    /// What.
    pub code: &'a str,
    /// On which record: its table and id, as `ticket:0190…`.
    pub subject: &'a str,
    /// Digest of the payload.
    pub digest: Hash,
}

impl ChainedEvent<'_> {
    /// The hash of this line, bound to `previous`.
    pub fn hash(&self, previous: &Hash) -> Hash {
        let mut sha = Sha256::new();
        sha.update(previous);
        sha.update(self.seq.to_be_bytes());
        // Each text goes in with its length, so that no two different lines have the same bytes.
        for text in
            [&self.at.to_rfc3339_opts(SecondsFormat::Micros, true), self.actor, self.code, self.subject]
        {
            sha.update((text.len() as u64).to_be_bytes());
            sha.update(text.as_bytes());
        }
        sha.update(self.digest);
        sha.finalize().into()
    }
}

/// The digest of a payload under its salt.
pub fn digest(salt: &[u8], payload: &str) -> Hash {
    let mut sha = Sha256::new();
    sha.update((salt.len() as u64).to_be_bytes());
    sha.update(salt);
    sha.update(payload.as_bytes());
    sha.finalize().into()
}

#[cfg(test)]
mod tests;
