//! THE LIST: every piece of work a face of the program can ask for. From it come the router below and, under the
//! feature `ts`, the types the user interface is compiled against.

use crate::app::{App, Empty, Status};
use crate::error::{Code, Failure, Outcome};
use crate::{
    agenda, app, callbacks, catalog, categories, citizens, contacts, documents, drafts, first_run, follow_up,
    forms, handover, jobs, offices, presence, printing, recovery, referrals, reminders, search, settings,
};
use crate::{bulk, papers, streets, tables, tags, tickets, verify, views, workstation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use sportello_domain::category::Category;
use sportello_domain::citizen::{Citizen, CitizenData};
use sportello_domain::fault::FieldRule;
use sportello_domain::interaction::Interaction;
use sportello_domain::municipality::Municipality;
use sportello_domain::office::{Office, OfficeHit};
use sportello_domain::referral::ReferralCard;
use sportello_domain::shift::ShiftNote;
use std::pin::Pin;

/// The work of one command. Boxed, so that the router does not carry the largest of them all in every call; sendable,
/// because the window and the server run requests on many threads.
type Work<'a, T> = Pin<Box<dyn Future<Output = Outcome<T>> + Send + 'a>>;

/// One command at work. Each is made here, in a frame of its own: inside the router their sizes would add up.
fn start<'a, Q, R, F>(app: &'a App, request: Q, command: impl FnOnce(&'a App, Q) -> F) -> Work<'a, R>
where
    F: Future<Output = Outcome<R>> + Send + 'a,
{
    Box::pin(command(app, request))
}

/// The same, from JSON to JSON.
fn answer<'a, Q, R, F>(
    app: &'a App,
    payload: Value,
    command: impl FnOnce(&'a App, Q) -> F + Send + 'a,
) -> Work<'a, Box<RawValue>>
where
    Q: DeserializeOwned + Send + 'a,
    R: Serialize + Send + 'a,
    F: Future<Output = Outcome<R>> + Send + 'a,
{
    Box::pin(async move {
        let done = start(app, read::<Q>(payload)?, command).await?;
        serde_json::value::to_raw_value(&done)
            .map_err(|error| Failure::new(Code::Unexpected, error.to_string()))
    })
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident: $function:path, ($request:ty) -> $response:ty;)*) => {
        /// The name of every command.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        /// Does what `command` asks and answers as JSON text: nobody between here and the face has to read it.
        ///
        /// # Errors
        /// Every [`Failure`] of the command, and `bad_request` for a command that is not in the list.
        pub async fn dispatch(app: &App, command: &str, payload: Value) -> Outcome<Box<RawValue>> {
            let work = match command {
                $(stringify!($name) => answer(app, payload, $function),)*
                _ => return Err(Failure::new(Code::BadRequest, "no such command")),
            };
            work.await
        }

        /// The list as the user interface sees it: name → [request, response].
        #[cfg(feature = "ts")]
        #[derive(ts_rs::TS)]
        #[expect(dead_code, reason = "only its type is used, by the generator")]
        pub(crate) struct Commands {
            $($(#[$doc])* $name: ($request, $response),)*
        }

        impl App {
            $($(#[$doc])*
            ///
            /// # Errors
            /// See [`Code`].
            pub async fn $name(&self, request: $request) -> Outcome<$response> {
                start(self, request, $function).await
            })*
        }
    };
}

commands! {
    /// The state of the program: which screen comes first.
    status: app::status, (Empty) -> Status;
    /// Tries again to open a store that could not be opened.
    store_reopen: app::reopen, (Empty) -> Status;
    /// Makes the store at the first start.
    first_run: first_run::run, (first_run::FirstRun) -> recovery::RecoveryShown;
    /// The recovery code that waits to be typed back.
    recovery_show: recovery::show, (Empty) -> Option<recovery::RecoveryShown>;
    /// The groups typed back.
    recovery_confirm: recovery::confirm, (recovery::RecoveryTyped) -> Status;
    /// A new recovery code in place of the old one.
    recovery_renew: recovery::renew, (Empty) -> recovery::RecoveryShown;
    /// Opens a store with its recovery code.
    recovery_open: recovery::open, (recovery::RecoveryEntry) -> Status;
    /// Municipalities whose name begins as typed.
    municipalities: catalog::municipalities, (search::TextQuery) -> Vec<Municipality>;
    /// What has to be done now.
    agenda: agenda::show, (Empty) -> agenda::Agenda;
    /// Calls to make.
    callbacks: callbacks::list, (callbacks::CallbacksQuery) -> Vec<callbacks::CallbackLine>;
    /// Promises a call.
    callback_add: callbacks::add, (callbacks::CallbackAdd) -> callbacks::CallbackLine;
    /// They were called, nobody answered, or it is put off.
    callback_step: callbacks::step, (callbacks::CallbackStep) -> callbacks::CallbackLine;
    /// Every reminder that is ready to be sent.
    reminders: reminders::list, (Empty) -> Vec<reminders::ReadyReminder>;
    /// The next reminder of a ticket, to read over.
    reminder: reminders::prepare, (reminders::ReminderQuery) -> reminders::PreparedReminder;
    /// Records that a reminder was sent.
    ticket_remind: reminders::remind, (reminders::Remind) -> tickets::TicketDetail;
    /// An interim reply, to read over.
    interim: reminders::interim_text, (tickets::TicketRef) -> reminders::PreparedReply;
    /// Tells the citizen that the matter is still going on.
    ticket_interim: reminders::interim, (reminders::Interim) -> tickets::TicketDetail;
    /// How the desk follows up.
    follow_up: follow_up::show, (Empty) -> follow_up::FollowUpView;
    /// Saves how the desk follows up.
    follow_up_save: follow_up::save, (follow_up::FollowUpSave) -> follow_up::FollowUpView;
    /// What this shift hands over to the next.
    handover: handover::show, (Empty) -> handover::Handover;
    /// Leaves a note to the next shift.
    shift_note: handover::add_note, (handover::ShiftNoteAdd) -> ShiftNote;
    /// Says what a window has open.
    presence: presence::tell, (presence::PresenceTell) -> ();
    /// Whether anybody saved anything, and who else has the same records open.
    changes: presence::changes, (presence::ChangesQuery) -> presence::Changes;
    /// A page of a work list.
    tickets: tickets::list, (tickets::TicketsQuery) -> tickets::Tickets;
    /// One ticket.
    ticket: tickets::show, (tickets::TicketRef) -> tickets::TicketDetail;
    /// The date a ticket would have.
    deadline: tickets::preview, (tickets::DeadlineQuery) -> tickets::DeadlinePreview;
    /// Records a ticket.
    ticket_record: tickets::record, (tickets::RecordTicket) -> tickets::Recorded;
    /// The desk starts on a ticket.
    ticket_take: tickets::take, (tickets::Take) -> tickets::TicketDetail;
    /// Hands a ticket over to an office.
    ticket_transfer: tickets::transfer, (tickets::Transfer) -> tickets::TicketDetail;
    /// The office takes it.
    ticket_accept: tickets::accept, (tickets::Accept) -> tickets::TicketDetail;
    /// The office reports.
    ticket_outcome: tickets::outcome, (tickets::OutcomeReport) -> tickets::TicketDetail;
    /// The report goes back to the office.
    ticket_send_back: tickets::send_back, (tickets::SendBack) -> tickets::TicketDetail;
    /// The citizen is told.
    ticket_reply: tickets::reply, (tickets::Reply) -> tickets::TicketDetail;
    /// Files an answered ticket.
    ticket_close: tickets::close, (tickets::Close) -> tickets::TicketDetail;
    /// Voids a ticket recorded by mistake.
    ticket_void: tickets::void, (tickets::Void) -> tickets::TicketDetail;
    /// Another kind of matter, or about something else: the date is reckoned again.
    ticket_change_kind: tickets::change_kind, (tickets::ChangeKind) -> tickets::TicketDetail;
    /// Tickets of the same street and category: perhaps the same problem.
    ticket_similar: tickets::similar, (tickets::SimilarQuery) -> Vec<tickets::SimilarTicket>;
    /// Adds a caller to a ticket about the same problem.
    ticket_same_problem: tickets::same_problem, (tickets::SameProblem) -> tickets::TicketDetail;
    /// Adds a note for the municipality.
    ticket_note: tickets::note, (tickets::Note) -> tickets::TicketDetail;
    /// Puts somebody on a ticket, besides the requester.
    ticket_person_add: tickets::add_person, (tickets::PersonAdd) -> tickets::TicketDetail;
    /// Takes somebody off a ticket.
    ticket_person_remove: tickets::remove_person, (tickets::PersonRemove) -> tickets::TicketDetail;
    /// The office says that it is not its matter.
    ticket_bounce: tickets::bounce, (tickets::Bounce) -> tickets::TicketDetail;
    /// Suspends the term of the law.
    ticket_suspend: tickets::suspend, (tickets::Suspend) -> tickets::TicketDetail;
    /// Ends the suspension.
    ticket_resume: tickets::resume, (tickets::Resume) -> tickets::TicketDetail;
    /// Starts the term again: an irregular request was put right.
    ticket_restart: tickets::restart, (tickets::Restart) -> tickets::TicketDetail;
    /// Hands a ticket over to another public body.
    ticket_forward: tickets::forward, (tickets::Forward) -> tickets::TicketDetail;
    /// The citizen takes it back.
    ticket_withdraw: tickets::withdraw, (tickets::Withdraw) -> tickets::TicketDetail;
    /// Notes an attempt to reach the citizen.
    ticket_attempt: tickets::attempt, (tickets::Attempt) -> tickets::TicketDetail;
    /// Closes a ticket whose citizen cannot be told.
    ticket_close_without_reply: tickets::close_without_reply, (tickets::CloseWithoutReply) -> tickets::TicketDetail;
    /// Takes a ticket up again; after ninety days the answer is a new one, linked to it.
    ticket_reopen: tickets::reopen, (tickets::Reopen) -> tickets::TicketDetail;
    /// Answers a ticket together with another.
    ticket_merge: tickets::merge, (tickets::Merge) -> tickets::TicketDetail;
    /// Takes it out again.
    ticket_unmerge: tickets::unmerge, (tickets::Unmerge) -> tickets::TicketDetail;
    /// Links two tickets.
    ticket_link: tickets::link, (tickets::Link) -> tickets::TicketDetail;
    /// Takes a link away.
    ticket_unlink: tickets::unlink, (tickets::Unlink) -> tickets::TicketDetail;
    /// A draft of another matter of the same citizen.
    ticket_sibling: tickets::sibling, (tickets::Sibling) -> sportello_domain::ticket::TicketDraft;
    /// Takes the last step back.
    ticket_undo: tickets::undo, (tickets::Undo) -> tickets::TicketDetail;
    /// Begins an event that many report.
    event_open: tickets::event_open, (tickets::EventOpen) -> tickets::TicketDetail;
    /// The events that are open.
    open_events: tickets::events, (Empty) -> Vec<tickets::TicketLine>;
    /// Makes tickets part of an event.
    event_attach: tickets::event_attach, (tickets::EventAttach) -> tickets::TicketDetail;
    /// Takes a ticket out of its event.
    event_leave: tickets::event_leave, (tickets::EventLeave) -> tickets::TicketDetail;
    /// Who gets the answer to an event, and how.
    event_recipients: tickets::recipients, (tickets::TicketRef) -> Vec<tickets::Recipient>;
    /// Answers everybody who reported an event.
    event_reply: tickets::event_reply, (tickets::EventReply) -> tickets::TicketDetail;
    /// Does what the passing of days does by itself.
    day_start: tickets::day_start, (tickets::DayStart) -> tickets::DayStarted;
    /// Makes a paper and keeps it at hand.
    document_render: documents::render, (documents::DocumentRender) -> documents::DocumentMade;
    /// Prints a paper.
    document_print: documents::print, (documents::DocumentPrint) -> documents::DocumentPrinted;
    /// Hands a paper out as a file, to save or to open.
    document_take: documents::take, (documents::DocumentTake) -> recovery::DocumentFile;
    /// The printers of this computer.
    printers: printing::printers, (Empty) -> printing::Printers;
    /// The letterhead, and the sentences of the papers that can be changed.
    letterhead: documents::letterhead, (Empty) -> documents::LetterheadView;
    /// Saves it.
    letterhead_save: documents::letterhead_save, (documents::LetterheadSave) -> documents::LetterheadView;
    /// A letter on a letterhead that is not saved yet.
    letterhead_try: documents::letterhead_try, (documents::LetterheadTry) -> documents::DocumentMade;
    /// Keeps a paper, on a ticket or in the tray of one that is being typed.
    attachment_add: papers::add, (papers::AttachmentAdd) -> papers::AttachmentLine;
    /// The papers of a ticket or of a tray.
    attachments: papers::list, (papers::PaperPlace) -> Vec<papers::AttachmentLine>;
    /// A copy of a paper, to be opened or saved.
    attachment_read: papers::read, (papers::AttachmentRef) -> recovery::DocumentFile;
    /// Hides a paper of a ticket; takes one out of a tray.
    attachment_remove: papers::remove, (papers::AttachmentRemove) -> Vec<papers::AttachmentLine>;
    /// Notes a protocol number.
    protocol_save: papers::save, (papers::ProtocolSave) -> tickets::TicketDetail;
    /// Written matters and replies that have no protocol number yet.
    unregistered: papers::unregistered, (papers::UnregisteredQuery) -> papers::Unregistered;
    /// The same as a table.
    unregistered_csv: papers::unregistered_csv, (tables::TableWords) -> recovery::DocumentFile;
    /// How many tickets a filter finds.
    tickets_count: tickets::count, (tickets::FilterQuery) -> tickets::FilterCount;
    /// A list, or what was chosen of it, as a table.
    tickets_table: tickets::table, (tickets::TicketsTable) -> recovery::DocumentFile;
    /// One thing done to many tickets.
    tickets_bulk: bulk::run, (bulk::Bulk) -> Vec<bulk::BulkLine>;
    /// Puts tags on a ticket and takes others off.
    ticket_tag: tags::on_ticket, (tags::TagTicket) -> tickets::TicketDetail;
    /// Every tag.
    tags: tags::list, (Empty) -> Vec<tags::TagLine>;
    /// Renames, colours or merges a tag.
    tag_save: tags::save, (tags::TagSave) -> Vec<tags::TagLine>;
    /// The lists somebody keeps.
    views: views::list, (Empty) -> Vec<views::ViewLine>;
    /// Keeps one.
    view_save: views::save, (views::ViewSave) -> Vec<views::ViewLine>;
    /// Puts them in another order.
    views_arrange: views::arrange, (views::ViewsArrange) -> Vec<views::ViewLine>;
    /// Drops one.
    view_drop: views::remove, (views::ViewDrop) -> Vec<views::ViewLine>;
    /// Logs a contact.
    contact_log: contacts::log, (contacts::ContactLog) -> Interaction;
    /// Topics typed before that hold every word, the most used first.
    contact_topics: contacts::topics, (search::TextQuery) -> Vec<String>;
    /// The contacts of a period, counted.
    contact_counts: contacts::counts, (contacts::ContactPeriod) -> contacts::ContactCounts;
    /// The cards of what is not for us.
    referrals: referrals::list, (Empty) -> Vec<ReferralCard>;
    /// The cards that answer what was typed.
    referrals_find: referrals::find, (search::TextQuery) -> Vec<ReferralCard>;
    /// The cards whose need a story tells.
    referrals_told: referrals::told, (search::TextQuery) -> Vec<ReferralCard>;
    /// Adds or changes a card.
    referral_save: referrals::save, (referrals::ReferralSave) -> ReferralCard;
    /// Citizens that hold every word typed.
    citizens: citizens::find, (search::TextQuery) -> Vec<Citizen>;
    /// A citizen and what is going on.
    citizen: citizens::card, (citizens::CitizenRef) -> citizens::CitizenCard;
    /// Adds or changes a citizen.
    citizen_save: citizens::save, (citizens::CitizenSave) -> Citizen;
    /// Citizens who may be the person being typed, with the reasons.
    citizen_duplicates: citizens::duplicates, (citizens::DuplicatesQuery) -> Vec<citizens::Duplicate>;
    /// The list of citizens: those that hold every word typed, or those added last.
    citizens_list: citizens::list, (search::TextQuery) -> Vec<Citizen>;
    /// How the card of two merged records would read.
    citizen_merge_preview: citizens::preview, (citizens::CitizenPair) -> CitizenData;
    /// Merges two records of one person.
    citizen_merge: citizens::merge, (citizens::CitizenMerge) -> citizens::CitizenCard;
    /// Takes a merged record out again.
    citizen_unmerge: citizens::unmerge, (citizens::CitizenUnmerge) -> citizens::CitizenCard;
    /// The whole directory.
    offices: offices::list, (Empty) -> offices::Offices;
    /// The offices that answer a need.
    offices_find: offices::find, (search::TextQuery) -> Vec<OfficeHit>;
    /// What matters are about: every area and category.
    categories: categories::list, (Empty) -> categories::Categories;
    /// Adds, changes or retires one.
    category_save: categories::save, (categories::CategorySave) -> Category;
    /// The category, the office and the days that the words typed seem to ask for.
    propose: categories::propose, (categories::ProposeQuery) -> categories::Proposal;
    /// Places of the street register that begin as typed.
    streets_find: streets::find, (streets::PlaceQuery) -> Vec<streets::Place>;
    /// Imports the street register, or tells what it would do.
    street_import: streets::import, (streets::StreetImport) -> streets::StreetReport;
    /// Adds or changes an office.
    office_save: offices::save, (offices::OfficeSave) -> Office;
    /// Somebody says that the card of an office is right.
    office_confirm: offices::confirm, (offices::OfficeConfirm) -> Office;
    /// The open work of offices and people who are not there.
    offices_open_work: offices::open_work::open_work, (Empty) -> Vec<offices::open_work::OpenWork>;
    /// What a table would do to the directory.
    office_import_preview: offices::import::preview, (offices::import::OfficeTable) -> offices::import::ImportReport;
    /// Imports a table of offices, all of it or nothing.
    office_import: offices::import::run, (offices::import::OfficeImport) -> offices::import::ImportReport;
    /// Forms: those that answer a need, or all.
    forms: forms::forms, (forms::FormsQuery) -> forms::Forms;
    /// What is known before a form is asked.
    form_begin: forms::begin, (forms::FormBegin) -> forms::FormStart;
    /// A form and its answers so far: what is asked, wrong, odd, due.
    form_state: forms::state, (forms::FormAnswers) -> forms::FormState;
    /// Municipalities or states that begin as typed.
    form_places: forms::places_find, (forms::FormPlaceQuery) -> Vec<forms::FormPlace>;
    /// Keeps a form on the citizen's card, half filled or whole.
    form_keep: forms::keep, (forms::FormKeep) -> forms::KeptForm;
    /// The forms of a citizen.
    forms_kept: forms::kept, (forms::KeptForms) -> Vec<forms::KeptForm>;
    /// The last imports of offices.
    office_imports: offices::import::list, (Empty) -> Vec<offices::import::ImportView>;
    /// Takes an import back.
    import_undo: offices::import::undo, (offices::import::ImportUndo) -> offices::import::ImportView;
    /// Tickets, notes, citizens and offices at once.
    search: search::everything, (search::TextQuery) -> search::SearchHits;
    /// What was left half typed.
    drafts: drafts::list, (Empty) -> Vec<drafts::DraftView>;
    /// Keeps what is being typed.
    draft_save: drafts::save, (drafts::DraftSave) -> ();
    /// Throws a draft away.
    draft_discard: drafts::discard, (drafts::DraftDiscard) -> ();
    /// The municipality, its desk, its hours.
    settings: settings::show, (Empty) -> settings::SettingsView;
    /// Saves them.
    settings_save: settings::save, (settings::SettingsSave) -> settings::SettingsView;
    /// How this workstation likes to see the desk.
    workstation_save: workstation::save, (workstation::WorkstationSave) -> workstation::Workstation;
    /// Proves the store, telling how far it is.
    verify: verify::run, (verify::Verify) -> verify::VerifyReport;
    /// Stops some long work.
    job_cancel: jobs::cancel, (jobs::JobRef) -> ();
}

/// Reads a request, naming the field that is wrong. The reader's own message may quote what was typed, so only the
/// part that says what was expected is kept.
///
/// # Errors
/// The wrong field.
pub fn read<T: DeserializeOwned>(payload: Value) -> Outcome<T> {
    serde_path_to_error::deserialize(payload).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        let message = error.inner().to_string();
        let quoted = |marker: &str| Some(message.strip_prefix(marker)?.split_once('`')?.0.to_owned());
        let below = |name: String| if path.is_empty() { name } else { format!("{path}.{name}") };
        if let Some(name) = quoted("unknown field `") {
            // The reader's path already ends with the unknown name when it could see it.
            let field =
                if path == name || path.ends_with(&format!(".{name}")) { path.clone() } else { below(name) };
            Failure::field(&field, FieldRule::UnknownField)
        } else if let Some(name) = quoted("missing field `") {
            Failure::field(&below(name), FieldRule::Required)
        } else {
            let expected = message.split_once("expected ").map_or("another value", |(_, expected)| expected);
            Failure::field(&path, FieldRule::WrongValue { expected: expected.to_owned() })
        }
    })
}
