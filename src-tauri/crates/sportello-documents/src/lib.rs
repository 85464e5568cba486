//! The papers of the desk: structs in, PDF bytes out.
//!
//! Every date is an argument and the same input gives the same bytes, so a paper can be compared, hashed and
//! archived. The rooms, from the word to the file: `fonts` (the shipped faces), `text` (shaping and lines), `page`
//! and `flow` (marks on pages), `write` and `finish` (the only ones that name `printpdf` and `lopdf`), and one
//! module for each paper. No clock, no database, no window; nothing here decides who may read what, except that a
//! letter is made of [`CitizenText`](sportello_domain::text::CitizenText) and of nothing else.

mod date;
mod document;
mod fault;
mod finish;
mod flow;
mod fonts;
mod house;
mod kinds;
mod letter;
mod page;
#[cfg(test)]
mod reader;
mod recovery_sheet;
mod render;
mod text;
mod texts;
mod write;

pub use document::Document;
pub use fault::DocumentFault;
pub use house::{Accent, House, Logo};
pub use kinds::{LateAnswer, Recipient, RecoveryCode, Remedy, Reply};
pub use letter::{CitizenLetter, citizen_letter};
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
pub use render::{NamedBox, Options, PageGeometry, Rendered, render};
pub use texts::{EditableText, TEXTS, check_text};
