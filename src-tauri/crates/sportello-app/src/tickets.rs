//! The life of a ticket: recorded, handed over, answered, filed.

mod around;
mod bounce;
mod calendar;
mod change;
mod change_kind;
mod deadline;
mod detail;
mod endings;
mod filtered;
mod follow;
mod links;
mod list;
mod mass;
mod merge;
mod people;
mod record;
mod request;
mod similar;
mod steps;
mod term;
mod undo;

pub use around::{Around, Decider, LinkLine, SuspensionView};
pub use bounce::Bounce;
pub use calendar::{DayStart, DayStarted};
pub use change_kind::ChangeKind;
pub use deadline::{DeadlinePreview, DeadlineQuery};
pub use detail::{EntryLine, TicketDetail, TicketRef};
pub use endings::{Attempt, CloseWithoutReply, Forward, Reopen, Withdraw};
pub use filtered::{FilterCount, FilterQuery, TicketsTable};
pub use follow::{Follow, OfficeBecause, OfficeWhy};
pub use links::{Link, Sibling, Unlink};
pub use list::{TicketLine, TicketView, Tickets, TicketsQuery};
pub use mass::{EventAttach, EventLeave, EventOpen, EventReply, Recipient};
pub use merge::{Merge, Unmerge};
pub use people::{PersonAdd, PersonLine, PersonRemove};
pub use record::{RecordTicket, Recorded};
pub use similar::{SameProblem, SimilarQuery, SimilarTicket};
pub use steps::{Accept, Close, Note, OutcomeReport, Reply, SendBack, Take, Transfer, Void};
pub use term::{Restart, Resume, Suspend};
pub use undo::Undo;

pub(crate) use bounce::bounce;
pub(crate) use calendar::{day_of, day_start};
pub(crate) use change::Change;
pub(crate) use change_kind::change_kind;
pub(crate) use deadline::{explain, preview, promise};
pub(crate) use detail::{of as detail_of, show};
pub(crate) use endings::{attempt, close_without_reply, forward, reopen, withdraw};
pub(crate) use filtered::{count, lines as table_lines, table};
pub(crate) use links::{link, sibling, unlink};
pub(crate) use list::{line, list, soon};
pub(crate) use mass::{
    attach as event_attach, events, leave as event_leave, open as event_open, recipients,
    reply as event_reply,
};
pub(crate) use merge::{merge, unmerge};
pub(crate) use people::{add_person, people_of, remove_person};
pub(crate) use record::record;
pub(crate) use similar::{same_problem, similar};
pub(crate) use steps::{accept, close, note, outcome, reply, send_back, take, transfer, void};
pub(crate) use term::{restart, resume, suspend};
pub(crate) use undo::undo;
