//! The one integration binary.

mod bad_input;
mod bindings;
mod cli;
#[cfg(target_os = "linux")]
mod durability;
mod opening;
mod story;
