//! The one integration binary.

mod bindings;
