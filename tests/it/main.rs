//! The one integration binary.

mod bad_input;
mod bindings;
mod citizens;
mod citizens_cli;
mod cli;
#[cfg(target_os = "linux")]
mod durability;
#[cfg(target_os = "linux")]
mod keyring;
mod opening;
mod papers;
mod story;
mod tidy;
mod workstation;
