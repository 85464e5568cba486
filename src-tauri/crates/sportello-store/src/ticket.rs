//! Tickets: their rows and their timelines.

mod entry;
mod filter;
mod list;
mod person;
mod row;
mod touch;

pub(crate) use entry::add_entry;
pub use entry::entries;
pub use filter::{FilterRange, count, filtered};
pub(crate) use list::rows_at;
pub use list::{
    Counts, Cursor, View, count_anonymous, counts, list, of_citizen, reporters, row_by_number, similar,
};
pub use person::{add_person, people, remove_person};
pub(crate) use row::END_OF_TIME;
pub use row::{add_line, find, find_by_number, insert, next_number, save};
pub(crate) use touch::{forget, touch};
pub use touch::{stale, stale_count, touched_since};
