//! The two calendars, which must never be mixed.
//!
//! - The **legal** calendar (public holidays, Easter, Sundays) moves the terms of the law. It is the same all over
//!   Italy and nobody at the desk can edit it.
//! - The **desk** calendar (opening hours, patron day, closures) says when a citizen finds somebody. It never moves
//!   a legal term: a term that ends on the patron's day ends on the patron's day.
//!
//! The core works on day numbers (days since 1970-01-01, `i32`: what the store keeps); chrono stays at the edges.
//! No clock lives here: "today" is always an argument.

mod desk;
mod easter;
mod fault;
mod holiday;
mod hours;
pub mod italian;
mod roll;
mod special;

pub use desk::{ClosedReason, Closure, DeskCalendar, DeskState, OpensWhen, PatronDay};
pub use easter::easter_sunday;
pub use fault::{DeskFault, NeverOpen};
pub use holiday::{
    HOLIDAYS, HolidayRule, PublicHoliday, holiday_name, is_holiday, is_sunday, public_holidays,
};
pub use hours::{HoursGroup, OpeningSpan, WeeklyHours};
pub use roll::{SUPPORTED_YEARS, next_working_day};
pub use special::SpecialDay;

#[cfg(test)]
pub(crate) mod tests;
