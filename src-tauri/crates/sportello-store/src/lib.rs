//! The only SQL of the desk.
//!
//! Two engines, one text per query: SQLite (SQLCipher) for one workstation, PostgreSQL for several. Here live rows,
//! transactions and the promise that a commit that answers Ok is on the disk. No business rules, no clock (times are
//! arguments), no keyring (the key is an argument), no decision about who may see what.

mod db;
mod error;
mod migrations;
mod postgres;
mod sqlite;
mod store;

pub mod bulk;
pub mod callback;
pub mod category;
pub mod citizen;
pub mod draft;
pub mod event;
pub mod filled_form;
pub mod import;
pub mod interaction;
pub mod office;
pub mod paper;
pub mod presence;
pub mod protocol;
pub mod referral;
pub mod reminder;
pub mod saved_view;
pub mod search;
pub mod setting;
pub mod shift;
pub mod street;
pub mod tag;
pub mod ticket;

pub use db::{Conn, Reader, Tx};
pub use error::{Error, Fault, OpenError, Result};
#[doc(hidden)]
pub use sqlite::pretend_newer_schema;
pub use sqlite::{Lent, SqliteOptions, Synchronous};
pub use store::{Health, Stamp, Store};

#[cfg(test)]
mod fixture;
