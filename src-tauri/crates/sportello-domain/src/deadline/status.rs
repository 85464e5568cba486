//! How near a due date is. Computed from two dates whenever it is asked, never stored.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// From this many days before the due date a matter is "due soon".
pub const DUE_SOON_DAYS: u32 = 5;

/// Days from today to the due date; negative once it is past.
#[must_use]
pub fn days_left(due_on: NaiveDate, today: NaiveDate) -> i32 {
    due_on.to_epoch_days() - today.to_epoch_days()
}

/// Where an open matter stands against a day to act by. It means nothing for a day to wait for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "status", rename_all = "snake_case", deny_unknown_fields)]
pub enum DueStatus {
    /// Past.
    Overdue {
        /// Days since.
        days: u32,
    },
    /// The last good day.
    DueToday,
    /// [`DUE_SOON_DAYS`] or fewer left.
    DueSoon {
        /// Days left.
        days: u32,
    },
    /// More than that.
    OnTrack {
        /// Days left.
        days: u32,
    },
}

impl DueStatus {
    /// The status of a due date as seen today.
    #[must_use]
    pub fn of(due_on: NaiveDate, today: NaiveDate) -> Self {
        let left = days_left(due_on, today);
        let days = left.unsigned_abs();
        match left {
            ..0 => Self::Overdue { days },
            0 => Self::DueToday,
            _ if days <= DUE_SOON_DAYS => Self::DueSoon { days },
            _ => Self::OnTrack { days },
        }
    }
}
