//! The one integration binary.

mod bindings;
#[cfg(target_os = "linux")]
mod durability;
