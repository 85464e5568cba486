//! The papers of the desk: structs in, PDF bytes out.
//!
//! Every date is an argument and the same input gives the same bytes, so a paper can be compared, hashed and
//! archived. The rooms, from the word to the file: `fonts` (the shipped faces), `text` (shaping and lines), `page`
//! and `flow` (marks on pages), `write` and `finish` (the only ones that name `printpdf` and `lopdf`), and one
//! module for each paper. No clock, no database, no window; nothing here decides who may read what, except that a
//! letter is made of [`CitizenText`](sportello_domain::text::CitizenText) and of nothing else.

mod date;
mod fault;
mod finish;
mod flow;
mod fonts;
mod letter;
mod page;
#[cfg(test)]
mod reader;
mod recovery_sheet;
mod text;
mod write;

pub use fault::DocumentFault;
pub use letter::{CitizenLetter, citizen_letter};
pub use recovery_sheet::{RecoverySheet, recovery_sheet};
