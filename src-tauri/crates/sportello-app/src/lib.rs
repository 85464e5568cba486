//! The use cases of the desk.
//!
//! Every face of the program (window, command line, tests) asks for work through the one list in [`commands`], and
//! gets a value or a [`Failure`]. Here are the transactions, the register, the error codes and the one wall clock.
//! No Tauri, no SQL text, no HTML, no Italian: the words belong to the faces.

mod agenda;
mod app;
mod bulk;
mod callbacks;
mod catalog;
mod categories;
mod citizens;
mod clock;
mod commands;
mod contacts;
mod demo;
mod directory;
mod documents;
mod drafts;
mod error;
mod first_run;
mod follow_up;
mod forms;
mod handover;
mod jobs;
mod keys;
mod offices;
mod papers;
mod place;
mod presence;
mod printing;
mod recovery;
mod referrals;
mod reminders;
mod search;
mod settings;
mod streets;
mod tables;
mod tags;
mod tickets;
mod verify;
mod views;
mod workstation;

#[cfg(feature = "ts")]
pub mod bindings;
pub mod generate;

pub use agenda::{Agenda, First, Section, StaleTicket};
pub use app::{App, AppOptions, Empty, Ready, Stage, Status};
pub use bulk::{Bulk, BulkAct, BulkLine};
pub use callbacks::{CallbackAdd, CallbackChange, CallbackLine, CallbackStep, CallbacksQuery};
pub use catalog::{PlaceTable, places, places_update};
pub use categories::{
    Because, Categories, CategorySave, OfficeRef, Past, Proposal, ProposeQuery, Suggestion,
};
pub use citizens::{
    CitizenCard, CitizenMerge, CitizenPair, CitizenRef, CitizenSave, CitizenUnmerge, Duplicate,
    DuplicatesQuery, MergedRecord,
};
pub use clock::{Clock, FixedClock, SystemClock, rome_day};
pub use commands::{COMMANDS, dispatch, read as read_request};
pub use contacts::{
    ChannelCount, ContactCounts, ContactLog, ContactPeriod, DayCount, HourCount, NamedCount, OutcomeCount,
};
pub use demo::{DemoStep, main_job, seed};
pub use documents::{
    DocumentAsked, DocumentMade, DocumentPage, DocumentPrint, DocumentPrinted, DocumentRef, DocumentRender,
    DocumentTake, DocumentWay, DocumentWords, Letterhead, LetterheadSave, LetterheadText, LetterheadTry,
    LetterheadView, ListAsked, LogoChange, LogoView, PageQuery, kinds as document_kinds, pdf_page,
    render_data,
};
pub use drafts::{DraftDiscard, DraftSave, DraftView};
pub use error::{Code, Failure, Outcome};
pub use first_run::FirstRun;
pub use follow_up::{FollowUp, FollowUpSave, FollowUpView};
pub use forms::{
    BrokenForm, FieldState, FormAnswers, FormBegin, FormCatalogue, FormEntry, FormFill, FormFilled, FormKeep,
    FormLine, FormOrigin, FormPaperAsked, FormPaperKind, FormPlace, FormPlaceQuery, FormStart, FormState,
    Forms, FormsQuery, KeptForm, KeptForms, KnownAnswer, OptionState, OtherWords, PaperState, SignatureState,
    StepState, form_bring_sheet, form_catalogue, form_check, form_fill,
};
pub use handover::{Handover, ShiftNoteAdd, TouchedLine};
pub use jobs::{Event, JobRef, Progress};
pub use offices::import::{
    ImportField, ImportReport, ImportUndo, ImportView, OfficeImport, OfficeTable, SampleRow,
};
pub use offices::open_work::OpenWork;
pub use offices::{OfficeConfirm, OfficeSave, Offices};
pub use papers::{
    AttachmentAdd, AttachmentLine, AttachmentRef, AttachmentRemove, Backdated, PaperPlace, Papers,
    ProtocolLine, ProtocolSave, Unregistered, UnregisteredLine, UnregisteredQuery,
};
pub use place::{IDENTIFIER, default_folder, default_operator};
pub use presence::{Changes, ChangesQuery, OpenRecord, Other, PresenceTell, Subject};
pub use printing::{Choice, PrintWay, PrinterLine, Printers, print_file};
pub use recovery::{DocumentFile, RecoveryEntry, RecoveryShown, RecoveryTyped, TypedGroup};
pub use referrals::ReferralSave;
pub use reminders::{
    Interim, PreparedReminder, PreparedReply, ReadyReminder, Remind, ReminderQuery, SentReminder,
};
pub use search::{SearchHits, TextQuery};
pub use settings::{DeskSettings, SettingsSave, SettingsView, TypedSettings};
pub use sportello_domain::import::FileFault;
pub use streets::{Place, PlaceQuery, StreetImport, StreetReport};
pub use tables::TableWords;
pub use tags::{TagLine, TagSave, TagTicket};
pub use tickets::{
    Accept, Around, Attempt, Bounce, ChangeKind, Close, CloseWithoutReply, DayStart, DayStarted,
    DeadlinePreview, DeadlineQuery, Decider, EntryLine, EventAttach, EventLeave, EventOpen, EventReply,
    FilterCount, FilterQuery, Follow, Forward, Link, LinkLine, Merge, Note, OfficeBecause, OfficeWhy,
    OutcomeReport, PersonAdd, PersonLine, PersonRemove, Recipient, RecordTicket, Recorded, Reopen, Reply,
    Restart, Resume, SameProblem, SendBack, Sibling, SimilarQuery, SimilarTicket, Suspend, SuspensionView,
    Take, TicketDetail, TicketLine, TicketRef, TicketView, Tickets, TicketsQuery, TicketsTable, Transfer,
    Undo, Unlink, Unmerge, Void, Withdraw,
};
pub use verify::{Verify, VerifyReport};
pub use views::{ViewDrop, ViewLine, ViewSave, ViewsArrange};
pub use workstation::{Density, Theme, Workstation, WorkstationSave};
