//! Tickets: their rows and their timelines.

mod at_office;
mod calendar;
mod course;
mod entry;
mod filter;
mod line;
mod link;
mod list;
mod person;
mod row;
mod touch;

pub use at_office::at_office;
pub use calendar::{answered_until, numbers, suspended};
pub use course::has_pickup_code;
pub(crate) use entry::add_entry;
pub use entry::entries;
pub use filter::{FilterRange, count, filtered};
pub(crate) use line::{columns, lines_postgres, lines_sqlite, rows, rows_at, ticket_rows};
pub use link::{Link, link, links, unlink};
pub use list::{
    Company, Counts, Cursor, View, company, count_anonymous, counts, events, first, list, of_citizen,
    reporters, row_by_number, rows_of, similar,
};
pub use person::{add_person, people, remove_person};
pub(crate) use row::END_OF_TIME;
pub use row::{add_line, find, find_all, find_by_number, insert, next_number, save};
pub(crate) use touch::{forget, touch};
pub use touch::{stale, stale_count, touched_since};
