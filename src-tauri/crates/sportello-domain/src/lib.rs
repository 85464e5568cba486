//! Nouns and rules of the citizen desk.
//!
//! Pure: values and dates come in, values and dates go out. No IO, no clock, no async, no SQL, and no sentence of
//! the user interface (the plain explanation of a legal date is the one exception: it is part of the rule).

pub mod calendar;
pub mod callback;
pub mod category;
pub mod citizen;
pub mod deadline;
pub mod escalation;
pub mod event;
pub mod fault;
pub mod fold;
pub mod form;
pub mod id;
pub mod identifier;
pub mod import;
pub mod interaction;
pub mod municipality;
pub mod office;
pub mod paper;
pub mod place;
pub mod protocol;
pub mod referral;
pub mod shift;
pub mod street;
pub mod table;
pub mod tag;
pub mod template;
pub mod text;
pub mod ticket;
