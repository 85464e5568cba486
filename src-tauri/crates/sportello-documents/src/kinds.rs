//! What each paper is made of and how it is composed, one module for each.

pub(crate) mod directory;
pub(crate) mod form;
pub(crate) mod form_sheet;
pub(crate) mod handover;
pub(crate) mod interim_reply;
pub(crate) mod labels;
mod letter;
pub(crate) mod list;
pub(crate) mod plain;
pub(crate) mod receipt;
pub(crate) mod recovery_code;
pub(crate) mod reminder;
pub(crate) mod reply;
pub(crate) mod ticket;
pub(crate) mod transmission;
pub(crate) mod weekly;

pub use directory::{DoorSheet, FloorList, OfficeEntry, Paper, PersonEntry, PhoneList};
pub use form::{
    FormGuide, FormGuideRow, FormInstead, FormPaper, FormPart, FormPrint, FormPrivacy, FormSection,
    FormSignature, FormSigner, FormStamps, FormTick,
};
pub use form_sheet::{FormSheet, FormSheetPaper};
pub use handover::{Handover, HandoverItem};
pub use interim_reply::InterimReply;
pub use labels::{Label, LabelMedia, LabelSymbol, Labels};
pub use letter::Recipient;
pub use list::{ListColumn, ListPrint};
pub use plain::{NamedValue, Part, PlainPage};
pub use receipt::{Matter, Procedure, Receipt};
pub use recovery_code::RecoveryCode;
pub use reminder::{PreviousReminder, Reminder, ReminderStep};
pub use reply::{LateAnswer, Remedy, Reply};
pub use ticket::{TicketPrint, TimelineEntry};
pub use transmission::TransmissionSheet;
pub use weekly::{WeeklyRow, WeeklySheet};
