//! The one integration binary.

mod agenda;
mod agenda_cli;
mod bad_input;
mod bindings;
mod both;
mod callback_walk;
mod categories;
mod citizens;
mod citizens_cli;
mod cli;
mod desk;
mod documents;
#[cfg(target_os = "linux")]
mod durability;
mod forms;
mod forms_at_the_desk;
mod identifiers;
#[cfg(target_os = "linux")]
mod keyring;
mod lifecycle;
mod lists;
mod offices;
mod opening;
mod papers;
mod papers_of_the_desk;
#[cfg(target_os = "linux")]
mod printing;
mod story;
mod tidy;
mod two_desks;
mod workstation;
