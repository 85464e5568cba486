//! The life of a ticket: recorded, handed over, answered, filed.

mod change;
mod change_kind;
mod deadline;
mod detail;
mod follow;
mod letter;
mod list;
mod people;
mod record;
mod similar;
mod steps;

pub use change_kind::ChangeKind;
pub use deadline::{DeadlinePreview, DeadlineQuery};
pub use detail::{EntryLine, TicketDetail, TicketRef};
pub use follow::{Follow, OfficeBecause, OfficeWhy};
pub use list::{TicketLine, TicketView, Tickets, TicketsQuery};
pub use people::{PersonAdd, PersonLine, PersonRemove};
pub use record::{RecordTicket, Recorded};
pub use similar::{SameProblem, SimilarQuery, SimilarTicket};
pub use steps::{Accept, Close, Note, OutcomeReport, Reply, SendBack, Take, Transfer, Void};

pub(crate) use change::Change;
pub(crate) use change_kind::change_kind;
pub(crate) use deadline::{preview, promise};
pub(crate) use detail::{of as detail_of, show};
pub(crate) use letter::letter;
pub(crate) use list::{line, list, soon};
pub(crate) use people::{add_person, remove_person};
pub(crate) use record::record;
pub(crate) use similar::{same_problem, similar};
pub(crate) use steps::{accept, close, note, outcome, reply, send_back, take, transfer, void};
