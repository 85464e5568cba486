//! What each paper is made of and how it is composed, one module for each.

mod recovery_code;
mod reply;

pub use recovery_code::RecoveryCode;
pub use reply::{LateAnswer, Recipient, Remedy, Reply};
