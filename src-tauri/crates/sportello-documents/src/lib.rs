//! The papers of the desk: structs in, PDF bytes out.
//!
//! Every date is an argument and the same input gives the same bytes, so a paper can be compared, hashed and
//! archived. The rooms, from the word to the file: `fonts` (the shipped faces), `text` (shaping and lines), `picture` and
//! `codes`, `sheet` with its `parts` (words to strips of marks), `tree` (what they mean), `stack` (strips to pages), `write`
//! and `finish` (the only ones that name `printpdf` and `lopdf`), and one module for each paper in `kinds`. No clock, no
//! database, no window; nothing here decides who may read what, except that a
//! letter is made of [`CitizenText`](sportello_domain::text::CitizenText) and of nothing else.

mod codes;
mod date;
mod document;
mod fault;
mod finish;
mod fonts;
mod house;
mod kinds;
mod page;
mod parts;
mod picture;
mod preview;
#[cfg(test)]
mod reader;
mod render;
mod sheet;
mod stack;
#[cfg(test)]
mod tests;
mod text;
mod texts;
mod tree;
mod write;

pub use document::Document;
pub use fault::DocumentFault;
pub use fonts::lend_font;
pub use house::{Accent, House, Logo};
pub use kinds::{
    DoorSheet, FloorList, FormGuide, FormGuideRow, FormInstead, FormPaper, FormPart, FormPrint, FormPrivacy,
    FormSection, FormSheet, FormSheetPaper, FormSignature, FormSigner, FormStamps, FormTick, Handover,
    HandoverItem, InterimReply, Label, LabelMedia, LabelSymbol, Labels, LateAnswer, ListColumn, ListPrint,
    Matter, NamedValue, OfficeEntry, Paper, Part, PersonEntry, PhoneList, PlainPage, PreviousReminder,
    Procedure, Receipt, Recipient, RecoveryCode, Remedy, Reminder, ReminderStep, Reply, TicketPrint,
    TimelineEntry, TransmissionSheet, WeeklyRow, WeeklySheet,
};
pub use preview::{PageSize, Pixels, PreviewFault, pages, preview};
pub use render::{NamedBox, Options, PageGeometry, Rendered, render};
pub use texts::{EditableText, TEXTS, check_text};
