//! The one integration binary.

mod bad_input;
mod bindings;
mod citizens;
mod cli;
#[cfg(target_os = "linux")]
mod durability;
#[cfg(target_os = "linux")]
mod keyring;
mod opening;
mod story;
mod tidy;
mod workstation;
