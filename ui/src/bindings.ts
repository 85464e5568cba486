// Generated from the command list of sportello-app by `cargo gen`. Do not edit.

/**
 * Days on which somebody is away, both ends included. Why is nobody's business here: it may be their health.
 */
export type Absence = { 
/**
 * First day away.
 */
from: string, 
/**
 * Last day away.
 */
to: string, };

/**
 * The office takes it.
 */
export type Accept = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Who follows it there.
 */
case_officer: string, };

/**
 * What can be done to a ticket.
 */
export type Action = "answer_now" | "take" | "transfer" | "accept" | "bounce" | "record_outcome" | "send_back" | "reply" | "close" | "suspend" | "resume" | "forward_external" | "merge" | "withdraw" | "close_without_reply" | "reopen" | "void" | "answer_by_event" | "unmerge" | "restart";

/**
 * To whom a ticket goes.
 */
export type Addressee = { 
/**
 * Who.
 */
name: string, 
/**
 * What they are.
 */
role: OfficeRole, 
/**
 * For whom they stand in.
 */
instead_of: Away | null, };

/**
 * What has to be done now.
 */
export type Agenda = { 
/**
 * Open tickets in all.
 */
open: number, 
/**
 * Tickets an office has.
 */
at_office: number, 
/**
 * The work lists, the most urgent first.
 */
sections: Array<Section>, 
/**
 * Calls to make up to tomorrow, the late ones first.
 */
callbacks: First<CallbackLine>, 
/**
 * Reminders that are ready to be sent.
 */
reminders: First<ReadyReminder>, 
/**
 * Citizens who are owed an interim reply.
 */
interims: First<TicketLine>, 
/**
 * Tickets that nobody has touched for as many days as the desk chose.
 */
stale: First<StaleTicket>, 
/**
 * Those days.
 */
stale_days: number, 
/**
 * Offices whose cards nobody confirmed for six months, the oldest first.
 */
offices: First<Office>, 
/**
 * What the beginning of this day brought; none while nobody has begun it.
 */
day: DayStarted | null, 
/**
 * The next day after today on which the desk is open: when a call is usually promised for.
 */
next_open_on: string, 
/**
 * What was left half typed.
 */
drafts: Array<DraftView>, 
/**
 * The last contacts.
 */
contacts: Array<Interaction>, };

/**
 * A person who does not give a name: no answer can be promised.
 */
export type Anonymous = { 
/**
 * Why there is no name (`non vuole lasciare il nome`).
 */
reason: string, };

/**
 * A paper to keep.
 */
export type AttachmentAdd = { 
/**
 * The operation; the paper gets the same identity.
 */
op: OpId, 
/**
 * Where it goes.
 */
place: PaperPlace, 
/**
 * As the file is called.
 */
name: string, 
/**
 * Its bytes.
 */
base64: string, };

/**
 * A paper attached to a ticket (*allegato*).
 */
export type AttachmentId = string;

/**
 * A paper as a line of a list.
 */
export type AttachmentLine = { 
/**
 * Its name, with a sign where there is something that cannot be seen.
 */
shown_name: string, 
/**
 * The name its copies leave with.
 */
leaving_name: string, 
/**
 * Its media type.
 */
media_type: string, 
/**
 * Whether its name says that it is something else.
 */
mislabelled: boolean, 
/**
 * Whether a screen can show it as an image.
 */
image: boolean, 
/**
 * Whether a copy still says where the picture was taken.
 */
keeps_traces: boolean, 
/**
 * Identity.
 */
id: AttachmentId, 
/**
 * Whose it is; `None` while the ticket is being typed.
 */
ticket_id: TicketId | null, 
/**
 * As it was called where it came from. May hold anything: show [`Attachment::shown_name`].
 */
name: string, 
/**
 * What it is, by its bytes.
 */
file_type: FileType, 
/**
 * Its length in bytes.
 */
size: number, 
/**
 * SHA-256 of its bytes, in hexadecimal.
 */
sha256: string, 
/**
 * When it was attached.
 */
added_at: string, 
/**
 * By whom.
 */
added_by: string, 
/**
 * Why it was hidden.
 */
removed_reason: string | null, 
/**
 * When it was hidden.
 */
removed_at: string | null, 
/**
 * By whom.
 */
removed_by: string | null, };

/**
 * Which paper.
 */
export type AttachmentRef = { 
/**
 * Its identity.
 */
id: AttachmentId, };

/**
 * A paper to hide.
 */
export type AttachmentRemove = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * Which paper.
 */
id: AttachmentId, 
/**
 * Why; not needed while it waits in a tray.
 */
reason: string | null, };

/**
 * The desk tried to reach the citizen.
 */
export type Attempt = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * How.
 */
channel: ReplyChannel, 
/**
 * What happened.
 */
text: string | null, };

/**
 * Somebody who does not answer now.
 */
export type Away = { 
/**
 * Who.
 */
name: string, 
/**
 * What they are, or were.
 */
role: OfficeRole, 
/**
 * The last day away; none when they have left for good.
 */
until: string | null, 
/**
 * The last day in the role, when it has passed.
 */
left_on: string | null, };

/**
 * A presentation that was registered later.
 */
export type Backdated = { 
/**
 * The reason given; `None` when nobody gave one.
 */
reason: InternalText | null, };

/**
 * Who gave the term.
 */
export type Basis = "commitment" | "statute";

/**
 * Why an office is proposed.
 */
export type Because = { "because": "past" } | { "because": "category" } | { "because": "card", 
/**
 * The line of the card.
 */
line: string, };

/**
 * The office says that it is not its matter.
 */
export type Bounce = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Why.
 */
reason: string, 
/**
 * The office it proposes instead.
 */
proposed_office_id: OfficeId, };

/**
 * A file that is no form: it is never offered.
 */
export type BrokenForm = { 
/**
 * The name of the file.
 */
file: string, 
/**
 * What is wrong with it.
 */
faults: Array<FormFault>, };

/**
 * One thing to do to many tickets.
 */
export type Bulk = { 
/**
 * The operation. Asked twice, what was done already is not done again.
 */
op: OpId, 
/**
 * The draft it was typed in.
 */
draft_id: DraftId | null, 
/**
 * The tickets.
 */
ids: Array<TicketId>, } & ({ "act": "tag", 
/**
 * Words to put on.
 */
add: Array<string>, 
/**
 * Tags to take off.
 */
remove: Array<TagId>, } | { "act": "note", 
/**
 * Its words.
 */
text: string, } | { "act": "transfer", 
/**
 * The office.
 */
office_id: OfficeId, 
/**
 * What it is asked.
 */
question: string, 
/**
 * The day to report by; the office's usual days when missing.
 */
answer_by: string | null, } | { "act": "close" } | { "act": "event", 
/**
 * The event.
 */
event_id: TicketId, } | { "act": "remind" });

/**
 * What became of one ticket.
 */
export type BulkLine = { 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * Its number, when it is there.
 */
number: TicketNumber | null, 
/**
 * Why it was not done; done when missing.
 */
failure: Failure | null, };

/**
 * A call-back to promise.
 */
export type CallbackAdd = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Whom, when, what about.
 */
callback: CallbackDraft, };

/**
 * What can happen to a call-back.
 */
export type CallbackChange = { "change": "done" } | { "change": "unanswered" } | { "change": "moved", 
/**
 * The day.
 */
due_on: string, 
/**
 * The hour, as `9:30`.
 */
due_at: string | null, };

/**
 * A call-back, as it is typed.
 */
export type CallbackDraft = { 
/**
 * The ticket it is about, if any.
 */
ticket_id: TicketId | null, 
/**
 * Whom to call, if they are in the registry.
 */
citizen_id: CitizenId | null, 
/**
 * Whom to ask for.
 */
who: string | null, 
/**
 * The number to call; the citizen's own when missing.
 */
phone: string | null, 
/**
 * The day.
 */
due_on: string, 
/**
 * The hour, as `9:30`; any time of the day when missing.
 */
due_at: string | null, 
/**
 * What about.
 */
about: string, };

/**
 * A promise to call somebody (*richiamata*).
 */
export type CallbackId = string;

/**
 * A call-back with whom and what it is about, read today.
 */
export type CallbackLine = { 
/**
 * Name of the citizen.
 */
citizen_name: string | null, 
/**
 * Number of the ticket.
 */
ticket_number: TicketNumber | null, 
/**
 * How near its day is, while the call is to be made.
 */
due: DueStatus | null, 
/**
 * Identity.
 */
id: CallbackId, 
/**
 * The ticket it is about, if any.
 */
ticket_id: TicketId | null, 
/**
 * Whom to call, if they are in the registry.
 */
citizen_id: CitizenId | null, 
/**
 * Whom to ask for.
 */
who: string | null, 
/**
 * The number to call.
 */
phone: string, 
/**
 * The day.
 */
due_on: string, 
/**
 * The hour, as `09:30`.
 */
due_at: string | null, 
/**
 * What about.
 */
about: string, 
/**
 * Whether the call is still to be made.
 */
waiting: boolean, 
/**
 * Calls that nobody answered.
 */
attempts: number, 
/**
 * When it was promised.
 */
made_at: string, 
/**
 * Who promised it.
 */
made_by: string, 
/**
 * When they were called.
 */
done_at: string | null, 
/**
 * Changes with every save; a save of an older version is refused.
 */
version: number, };

/**
 * What happened to a call-back.
 */
export type CallbackStep = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The call-back.
 */
id: CallbackId, 
/**
 * The version that was read; a change of another version is refused. Left out, it is changed as it stands.
 */
version: number | null, 
/**
 * What.
 */
step: CallbackChange, };

/**
 * Which call-backs.
 */
export type CallbacksQuery = { 
/**
 * Up to this day; all of them when missing.
 */
until: string | null, };

/**
 * Every area and category.
 */
export type Categories = { 
/**
 * In the order they were entered; areas are those without a parent.
 */
categories: Array<Category>, };

/**
 * An area or a category of the store.
 */
export type Category = { 
/**
 * Identity.
 */
id: CategoryId, 
/**
 * Changes with every save; a save of an older version is refused.
 */
version: number, 
/**
 * The area it is in; nothing for an area.
 */
parent_id: CategoryId | null, 
/**
 * Name, as the desk reads it.
 */
name: string, 
/**
 * What citizens call it: words and short phrases.
 */
synonyms: Array<string>, 
/**
 * The office that usually deals with it; when missing, the one whose card says so best.
 */
office_id: OfficeId | null, 
/**
 * Calendar days its office usually needs; the office's own when missing.
 */
answer_days: number | null, 
/**
 * What such a matter usually is.
 */
kind: TicketKind | null, 
/**
 * No longer proposed. Tickets that have it keep it.
 */
retired: boolean, };

/**
 * An area or a category, as typed or as stored.
 */
export type CategoryData = { 
/**
 * The area it is in; nothing for an area.
 */
parent_id: CategoryId | null, 
/**
 * Name, as the desk reads it.
 */
name: string, 
/**
 * What citizens call it: words and short phrases.
 */
synonyms: Array<string>, 
/**
 * The office that usually deals with it; when missing, the one whose card says so best.
 */
office_id: OfficeId | null, 
/**
 * Calendar days its office usually needs; the office's own when missing.
 */
answer_days: number | null, 
/**
 * What such a matter usually is.
 */
kind: TicketKind | null, 
/**
 * No longer proposed. Tickets that have it keep it.
 */
retired: boolean, };

/**
 * What matters are about: an area, or a category inside it.
 */
export type CategoryId = string;

/**
 * An area or a category to add or to change.
 */
export type CategorySave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The one to change; a new one when missing.
 */
id: CategoryId | null, 
/**
 * The version that was read; 0 for a new one.
 */
version: number, 
/**
 * What it says.
 */
category: CategoryData, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * What a ticket really is.
 */
export type ChangeKind = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; left out, the ticket is changed as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Its kind.
 */
kind: TicketKind, 
/**
 * Its category; as it was when missing.
 */
category_id: CategoryId | null, 
/**
 * Why it is changed.
 */
reason: string, };

/**
 * What happened since the window last looked.
 */
export type Changes = { 
/**
 * The last line of the register: another number means that somebody saved something.
 */
seq: number, 
/**
 * The civil day in Italy.
 */
today: string, 
/**
 * Who else has the records open.
 */
others: Array<Other>, };

/**
 * A window that looks around.
 */
export type ChangesQuery = { 
/**
 * The window.
 */
session: SessionId, 
/**
 * The records it wants to know about.
 */
subjects: Array<Subject>, };

/**
 * How a matter reached the desk.
 */
export type Channel = "phone" | "counter" | "email" | "pec" | "letter" | "web" | "app" | "social" | "meeting";

/**
 * The contacts of one channel.
 */
export type ChannelCount = { 
/**
 * Which.
 */
channel: Channel, 
/**
 * How many.
 */
count: number, };

/**
 * How papers of one kind were printed the last time.
 */
export type Choice = { 
/**
 * Where; the usual printer, while nobody has chosen.
 */
printer: string | null, 
/**
 * How many.
 */
copies: number, };

/**
 * A citizen of the store.
 */
export type Citizen = { 
/**
 * Identity.
 */
id: CitizenId, 
/**
 * Changes with every save; a save of an older version is refused.
 */
version: number, 
/**
 * Person or organisation.
 */
kind: CitizenKind, 
/**
 * Surname.
 */
surname: string | null, 
/**
 * First name.
 */
name: string | null, 
/**
 * Name of the organisation.
 */
organization: string | null, 
/**
 * Codice fiscale as it was given; its meaning is not checked here.
 */
tax_code: string | null, 
/**
 * The first telephone. Typed here, a number comes before those of `phones`.
 */
phone: string | null, 
/**
 * The first e-mail. Typed here, an address comes before those of `emails`.
 */
email: string | null, 
/**
 * Every telephone, the first one included.
 */
phones: Array<ContactPoint>, 
/**
 * Every e-mail, the first one included.
 */
emails: Array<ContactPoint>, 
/**
 * Certified e-mail.
 */
pec: string | null, 
/**
 * Postal address.
 */
address: string | null, 
/**
 * What to keep in mind: large print, interpreter, a delegate.
 */
care_notes: string | null, 
/**
 * How they like to be answered.
 */
reply_by: ReplyChannel | null, 
/**
 * Day of birth.
 */
birth_date: string | null, };

/**
 * A citizen and what is going on.
 */
export type CitizenCard = { 
/**
 * The citizen.
 */
citizen: Citizen, 
/**
 * Tickets in any role, the open ones first.
 */
tickets: Array<TicketLine>, 
/**
 * The last contacts.
 */
contacts: Array<Interaction>, 
/**
 * The calls still to be made to them.
 */
callbacks: Array<CallbackLine>, 
/**
 * The records under this card.
 */
merged: Array<MergedRecord>, };

/**
 * What is known of a citizen, as typed or as stored.
 */
export type CitizenData = { 
/**
 * Person or organisation.
 */
kind: CitizenKind, 
/**
 * Surname.
 */
surname: string | null, 
/**
 * First name.
 */
name: string | null, 
/**
 * Name of the organisation.
 */
organization: string | null, 
/**
 * Codice fiscale as it was given; its meaning is not checked here.
 */
tax_code: string | null, 
/**
 * The first telephone. Typed here, a number comes before those of `phones`.
 */
phone: string | null, 
/**
 * The first e-mail. Typed here, an address comes before those of `emails`.
 */
email: string | null, 
/**
 * Every telephone, the first one included.
 */
phones: Array<ContactPoint>, 
/**
 * Every e-mail, the first one included.
 */
emails: Array<ContactPoint>, 
/**
 * Certified e-mail.
 */
pec: string | null, 
/**
 * Postal address.
 */
address: string | null, 
/**
 * What to keep in mind: large print, interpreter, a delegate.
 */
care_notes: string | null, 
/**
 * How they like to be answered.
 */
reply_by: ReplyChannel | null, 
/**
 * Day of birth.
 */
birth_date: string | null, };

/**
 * A citizen or an organisation.
 */
export type CitizenId = string;

/**
 * A person or an organisation.
 */
export type CitizenKind = "person" | "organization";

/**
 * Which records to merge.
 */
export type CitizenMerge = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The record whose words come first.
 */
keep: CitizenId, 
/**
 * The record that goes under it. Its id goes on answering.
 */
absorb: CitizenId, 
/**
 * The version of `keep` that was read; left out, it is merged as it stands.
 */
keep_version: number | null, 
/**
 * The version of `absorb` that was read; left out, it is merged as it stands.
 */
absorb_version: number | null, };

/**
 * Two records that may become one.
 */
export type CitizenPair = { 
/**
 * The record whose words come first.
 */
keep: CitizenId, 
/**
 * The record that would go under it.
 */
absorb: CitizenId, };

/**
 * Which citizen.
 */
export type CitizenRef = { 
/**
 * Any id they ever had.
 */
id: CitizenId, };

/**
 * A citizen to add or to change.
 */
export type CitizenSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The citizen; a new one when missing.
 */
id: CitizenId | null, 
/**
 * The version that was read; 0 for a new one.
 */
version: number, 
/**
 * What is known.
 */
citizen: CitizenData, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * Words the citizen may read: the citizen's own, or the desk's reply.
 */
export type CitizenText = string;

/**
 * Which record to take out again.
 */
export type CitizenUnmerge = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The record that was absorbed, by its own id.
 */
absorbed: CitizenId, };

/**
 * Filed.
 */
export type Close = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * Nobody can be told.
 */
export type CloseWithoutReply = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Who of those who coordinate the desk authorised it.
 */
authorized_by: string, };

/**
 * Days on which the desk is shut, both ends included.
 */
export type Closure = { 
/**
 * First closed day.
 */
from: string, 
/**
 * Last closed day.
 */
to: string, 
/**
 * Why, in the words for the door.
 */
reason: string, };

/**
 * What a face of the program tells apart.
 */
export type Code = "invalid" | "bad_request" | "not_found" | "conflict" | "not_possible" | "not_saved" | "outcome_unknown" | "disk_full" | "disk_error" | "busy" | "store_missing" | "store_exists" | "keys_missing" | "store_gone" | "keys_damaged" | "key_missing" | "no_keyring" | "keyring_locked" | "key_file_missing" | "key_file_damaged" | "key_file_too_open" | "key_in_the_way" | "wrong_key" | "recovery_mistyped" | "recovery_wrong" | "damaged" | "not_a_store" | "newer_schema" | "read_only" | "network_share" | "unreachable" | "cancelled" | "print_not_here" | "no_printer" | "unexpected";

/**
 * A column and the field it fills.
 */
export type Column = { 
/**
 * The column, as the file calls it.
 */
column: string, 
/**
 * The field; none when the column is left out.
 */
field: string | null, };

/**
 * The columns of a file, in its order.
 */
export type Columns = Array<Column>;

/**
 * The list as the user interface sees it: name → [request, response].
 */
export type Commands = { 
/**
 * The state of the program: which screen comes first.
 */
status: [Empty, Status], 
/**
 * Tries again to open a store that could not be opened.
 */
store_reopen: [Empty, Status], 
/**
 * Makes the store at the first start.
 */
first_run: [FirstRun, RecoveryShown], 
/**
 * The recovery code that waits to be typed back.
 */
recovery_show: [Empty, RecoveryShown | null], 
/**
 * The groups typed back.
 */
recovery_confirm: [RecoveryTyped, Status], 
/**
 * A new recovery code in place of the old one.
 */
recovery_renew: [Empty, RecoveryShown], 
/**
 * Opens a store with its recovery code.
 */
recovery_open: [RecoveryEntry, Status], 
/**
 * Municipalities whose name begins as typed.
 */
municipalities: [TextQuery, Array<Municipality>], 
/**
 * What has to be done now.
 */
agenda: [Empty, Agenda], 
/**
 * Calls to make.
 */
callbacks: [CallbacksQuery, Array<CallbackLine>], 
/**
 * Promises a call.
 */
callback_add: [CallbackAdd, CallbackLine], 
/**
 * They were called, nobody answered, or it is put off.
 */
callback_step: [CallbackStep, CallbackLine], 
/**
 * Every reminder that is ready to be sent.
 */
reminders: [Empty, Array<ReadyReminder>], 
/**
 * The next reminder of a ticket, to read over.
 */
reminder: [ReminderQuery, PreparedReminder], 
/**
 * Records that a reminder was sent.
 */
ticket_remind: [Remind, TicketDetail], 
/**
 * An interim reply, to read over.
 */
interim: [TicketRef, PreparedReply], 
/**
 * Tells the citizen that the matter is still going on.
 */
ticket_interim: [Interim, TicketDetail], 
/**
 * How the desk follows up.
 */
follow_up: [Empty, FollowUpView], 
/**
 * Saves how the desk follows up.
 */
follow_up_save: [FollowUpSave, FollowUpView], 
/**
 * What this shift hands over to the next.
 */
handover: [Empty, Handover], 
/**
 * Leaves a note to the next shift.
 */
shift_note: [ShiftNoteAdd, ShiftNote], 
/**
 * Says what a window has open.
 */
presence: [PresenceTell, null], 
/**
 * Whether anybody saved anything, and who else has the same records open.
 */
changes: [ChangesQuery, Changes], 
/**
 * A page of a work list.
 */
tickets: [TicketsQuery, Tickets], 
/**
 * One ticket.
 */
ticket: [TicketRef, TicketDetail], 
/**
 * The date a ticket would have.
 */
deadline: [DeadlineQuery, DeadlinePreview], 
/**
 * Records a ticket.
 */
ticket_record: [RecordTicket, Recorded], 
/**
 * The desk starts on a ticket.
 */
ticket_take: [Take, TicketDetail], 
/**
 * Hands a ticket over to an office.
 */
ticket_transfer: [Transfer, TicketDetail], 
/**
 * The office takes it.
 */
ticket_accept: [Accept, TicketDetail], 
/**
 * The office reports.
 */
ticket_outcome: [OutcomeReport, TicketDetail], 
/**
 * The report goes back to the office.
 */
ticket_send_back: [SendBack, TicketDetail], 
/**
 * The citizen is told.
 */
ticket_reply: [Reply, TicketDetail], 
/**
 * Files an answered ticket.
 */
ticket_close: [Close, TicketDetail], 
/**
 * Voids a ticket recorded by mistake.
 */
ticket_void: [Void, TicketDetail], 
/**
 * Another kind of matter, or about something else: the date is reckoned again.
 */
ticket_change_kind: [ChangeKind, TicketDetail], 
/**
 * Tickets of the same street and category: perhaps the same problem.
 */
ticket_similar: [SimilarQuery, Array<SimilarTicket>], 
/**
 * Adds a caller to a ticket about the same problem.
 */
ticket_same_problem: [SameProblem, TicketDetail], 
/**
 * Adds a note for the municipality.
 */
ticket_note: [Note, TicketDetail], 
/**
 * Puts somebody on a ticket, besides the requester.
 */
ticket_person_add: [PersonAdd, TicketDetail], 
/**
 * Takes somebody off a ticket.
 */
ticket_person_remove: [PersonRemove, TicketDetail], 
/**
 * The office says that it is not its matter.
 */
ticket_bounce: [Bounce, TicketDetail], 
/**
 * Suspends the term of the law.
 */
ticket_suspend: [Suspend, TicketDetail], 
/**
 * Ends the suspension.
 */
ticket_resume: [Resume, TicketDetail], 
/**
 * Starts the term again: an irregular request was put right.
 */
ticket_restart: [Restart, TicketDetail], 
/**
 * Hands a ticket over to another public body.
 */
ticket_forward: [Forward, TicketDetail], 
/**
 * The citizen takes it back.
 */
ticket_withdraw: [Withdraw, TicketDetail], 
/**
 * Notes an attempt to reach the citizen.
 */
ticket_attempt: [Attempt, TicketDetail], 
/**
 * Closes a ticket whose citizen cannot be told.
 */
ticket_close_without_reply: [CloseWithoutReply, TicketDetail], 
/**
 * Takes a ticket up again; after ninety days the answer is a new one, linked to it.
 */
ticket_reopen: [Reopen, TicketDetail], 
/**
 * Answers a ticket together with another.
 */
ticket_merge: [Merge, TicketDetail], 
/**
 * Takes it out again.
 */
ticket_unmerge: [Unmerge, TicketDetail], 
/**
 * Links two tickets.
 */
ticket_link: [Link, TicketDetail], 
/**
 * Takes a link away.
 */
ticket_unlink: [Unlink, TicketDetail], 
/**
 * A draft of another matter of the same citizen.
 */
ticket_sibling: [Sibling, TicketDraft], 
/**
 * Takes the last step back.
 */
ticket_undo: [Undo, TicketDetail], 
/**
 * Begins an event that many report.
 */
event_open: [EventOpen, TicketDetail], 
/**
 * The events that are open.
 */
open_events: [Empty, Array<TicketLine>], 
/**
 * Makes tickets part of an event.
 */
event_attach: [EventAttach, TicketDetail], 
/**
 * Takes a ticket out of its event.
 */
event_leave: [EventLeave, TicketDetail], 
/**
 * Who gets the answer to an event, and how.
 */
event_recipients: [TicketRef, Array<Recipient>], 
/**
 * Answers everybody who reported an event.
 */
event_reply: [EventReply, TicketDetail], 
/**
 * Does what the passing of days does by itself.
 */
day_start: [DayStart, DayStarted], 
/**
 * Makes a paper and keeps it at hand.
 */
document_render: [DocumentRender, DocumentMade], 
/**
 * Prints a paper.
 */
document_print: [DocumentPrint, DocumentPrinted], 
/**
 * Hands a paper out as a file, to save or to open.
 */
document_take: [DocumentTake, DocumentFile], 
/**
 * The printers of this computer.
 */
printers: [Empty, Printers], 
/**
 * The letterhead, and the sentences of the papers that can be changed.
 */
letterhead: [Empty, LetterheadView], 
/**
 * Saves it.
 */
letterhead_save: [LetterheadSave, LetterheadView], 
/**
 * A letter on a letterhead that is not saved yet.
 */
letterhead_try: [LetterheadTry, DocumentMade], 
/**
 * Keeps a paper, on a ticket or in the tray of one that is being typed.
 */
attachment_add: [AttachmentAdd, AttachmentLine], 
/**
 * The papers of a ticket or of a tray.
 */
attachments: [PaperPlace, Array<AttachmentLine>], 
/**
 * A copy of a paper, to be opened or saved.
 */
attachment_read: [AttachmentRef, DocumentFile], 
/**
 * Hides a paper of a ticket; takes one out of a tray.
 */
attachment_remove: [AttachmentRemove, Array<AttachmentLine>], 
/**
 * Notes a protocol number.
 */
protocol_save: [ProtocolSave, TicketDetail], 
/**
 * Written matters and replies that have no protocol number yet.
 */
unregistered: [UnregisteredQuery, Unregistered], 
/**
 * The same as a table.
 */
unregistered_csv: [TableWords, DocumentFile], 
/**
 * How many tickets a filter finds.
 */
tickets_count: [FilterQuery, FilterCount], 
/**
 * A list, or what was chosen of it, as a table.
 */
tickets_table: [TicketsTable, DocumentFile], 
/**
 * One thing done to many tickets.
 */
tickets_bulk: [Bulk, Array<BulkLine>], 
/**
 * Puts tags on a ticket and takes others off.
 */
ticket_tag: [TagTicket, TicketDetail], 
/**
 * Every tag.
 */
tags: [Empty, Array<TagLine>], 
/**
 * Renames, colours or merges a tag.
 */
tag_save: [TagSave, Array<TagLine>], 
/**
 * The lists somebody keeps.
 */
views: [Empty, Array<ViewLine>], 
/**
 * Keeps one.
 */
view_save: [ViewSave, Array<ViewLine>], 
/**
 * Puts them in another order.
 */
views_arrange: [ViewsArrange, Array<ViewLine>], 
/**
 * Drops one.
 */
view_drop: [ViewDrop, Array<ViewLine>], 
/**
 * Logs a contact.
 */
contact_log: [ContactLog, Interaction], 
/**
 * Topics typed before that hold every word, the most used first.
 */
contact_topics: [TextQuery, Array<string>], 
/**
 * The contacts of a period, counted.
 */
contact_counts: [ContactPeriod, ContactCounts], 
/**
 * The cards of what is not for us.
 */
referrals: [Empty, Array<ReferralCard>], 
/**
 * The cards that answer what was typed.
 */
referrals_find: [TextQuery, Array<ReferralCard>], 
/**
 * The cards whose need a story tells.
 */
referrals_told: [TextQuery, Array<ReferralCard>], 
/**
 * Adds or changes a card.
 */
referral_save: [ReferralSave, ReferralCard], 
/**
 * Citizens that hold every word typed.
 */
citizens: [TextQuery, Array<Citizen>], 
/**
 * A citizen and what is going on.
 */
citizen: [CitizenRef, CitizenCard], 
/**
 * Adds or changes a citizen.
 */
citizen_save: [CitizenSave, Citizen], 
/**
 * Citizens who may be the person being typed, with the reasons.
 */
citizen_duplicates: [DuplicatesQuery, Array<Duplicate>], 
/**
 * The list of citizens: those that hold every word typed, or those added last.
 */
citizens_list: [TextQuery, Array<Citizen>], 
/**
 * How the card of two merged records would read.
 */
citizen_merge_preview: [CitizenPair, CitizenData], 
/**
 * Merges two records of one person.
 */
citizen_merge: [CitizenMerge, CitizenCard], 
/**
 * Takes a merged record out again.
 */
citizen_unmerge: [CitizenUnmerge, CitizenCard], 
/**
 * The whole directory.
 */
offices: [Empty, Offices], 
/**
 * The offices that answer a need.
 */
offices_find: [TextQuery, Array<OfficeHit>], 
/**
 * What matters are about: every area and category.
 */
categories: [Empty, Categories], 
/**
 * Adds, changes or retires one.
 */
category_save: [CategorySave, Category], 
/**
 * The category, the office and the days that the words typed seem to ask for.
 */
propose: [ProposeQuery, Proposal], 
/**
 * Places of the street register that begin as typed.
 */
streets_find: [PlaceQuery, Array<Place>], 
/**
 * Imports the street register, or tells what it would do.
 */
street_import: [StreetImport, StreetReport], 
/**
 * Adds or changes an office.
 */
office_save: [OfficeSave, Office], 
/**
 * Somebody says that the card of an office is right.
 */
office_confirm: [OfficeConfirm, Office], 
/**
 * The open work of offices and people who are not there.
 */
offices_open_work: [Empty, Array<OpenWork>], 
/**
 * What a table would do to the directory.
 */
office_import_preview: [OfficeTable, ImportReport], 
/**
 * Imports a table of offices, all of it or nothing.
 */
office_import: [OfficeImport, ImportReport], 
/**
 * Forms: those that answer a need, or all.
 */
forms: [FormsQuery, Forms], 
/**
 * What is known before a form is asked.
 */
form_begin: [FormBegin, FormStart], 
/**
 * A form and its answers so far: what is asked, wrong, odd, due.
 */
form_state: [FormAnswers, FormState], 
/**
 * Municipalities or states that begin as typed.
 */
form_places: [FormPlaceQuery, Array<FormPlace>], 
/**
 * Keeps a form on the citizen's card, half filled or whole.
 */
form_keep: [FormKeep, KeptForm], 
/**
 * The forms of a citizen.
 */
forms_kept: [KeptForms, Array<KeptForm>], 
/**
 * The last imports of offices.
 */
office_imports: [Empty, Array<ImportView>], 
/**
 * Takes an import back.
 */
import_undo: [ImportUndo, ImportView], 
/**
 * Tickets, notes, citizens and offices at once.
 */
search: [TextQuery, SearchHits], 
/**
 * What was left half typed.
 */
drafts: [Empty, Array<DraftView>], 
/**
 * Keeps what is being typed.
 */
draft_save: [DraftSave, null], 
/**
 * Throws a draft away.
 */
draft_discard: [DraftDiscard, null], 
/**
 * The municipality, its desk, its hours.
 */
settings: [Empty, SettingsView], 
/**
 * Saves them.
 */
settings_save: [SettingsSave, SettingsView], 
/**
 * How this workstation likes to see the desk.
 */
workstation_save: [WorkstationSave, Workstation], 
/**
 * Proves the store, telling how far it is.
 */
verify: [Verify, VerifyReport], 
/**
 * Stops some long work.
 */
job_cancel: [JobRef, null], };

/**
 * The contacts of a period.
 */
export type ContactCounts = { 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * All of them.
 */
total: number, 
/**
 * By hour of the day and day of the week; only those with contacts.
 */
hours: Array<HourCount>, 
/**
 * By day; only those with contacts.
 */
days: Array<DayCount>, 
/**
 * By channel, the most used first.
 */
channels: Array<ChannelCount>, 
/**
 * By outcome, the most frequent first.
 */
outcomes: Array<OutcomeCount>, 
/**
 * By topic, the most frequent first, however it was spelt. Contacts that became tickets are not here.
 */
topics: Array<NamedCount>, 
/**
 * Contacts whose topic is not among those named.
 */
other_topics: number, 
/**
 * By card of the referrals, by title.
 */
referrals: Array<NamedCount>, };

/**
 * A contact to log.
 */
export type ContactLog = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * How the person reached the desk.
 */
channel: Channel, 
/**
 * What it was about, in a few words; the title of the card when it is missing and the contact is sent elsewhere.
 */
topic: string, 
/**
 * How it ended.
 */
outcome: InteractionOutcome, 
/**
 * The card it was sent to, when it is not for us.
 */
referral: string | null, 
/**
 * Who it was, when they said so.
 */
citizen_id: CitizenId | null, };

/**
 * Which days, the first and the last included.
 */
export type ContactPeriod = { 
/**
 * The first day; thirty days up to the last when missing.
 */
from: string | null, 
/**
 * The last day; today when missing.
 */
to: string | null, };

/**
 * A telephone or an e-mail, with what the desk calls it (`casa`, `la figlia`). In a request the value alone will do.
 */
export type ContactPoint = { 
/**
 * The number or the address.
 */
value: string, 
/**
 * Whose or where it is.
 */
label: string | null, };

/**
 * The contacts of one day.
 */
export type DayCount = { 
/**
 * The day.
 */
day: string, 
/**
 * How many.
 */
count: number, };

/**
 * A day begins.
 */
export type DayStart = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * Whether to file the tickets answered more than fifteen days ago; otherwise they are only counted.
 */
close: boolean, };

/**
 * What a day brought, whoever began it and however often.
 */
export type DayStarted = { 
/**
 * The day.
 */
day: string, 
/**
 * Tickets whose suspension has ended by itself.
 */
resumed: Array<TicketNumber>, 
/**
 * Tickets filed.
 */
closed: Array<TicketNumber>, 
/**
 * Tickets that can still be filed: answered, and nobody came back.
 */
to_close: number, };

/**
 * A computed date. Every part can be computed again from the rule and the facts.
 */
export type Deadline = { 
/**
 * The rule applied.
 */
rule: RuleName, 
/**
 * Promise or law.
 */
basis: Basis, 
/**
 * A day to act by, or a day to wait for.
 */
direction: Direction, 
/**
 * The day the term runs from: presentation, or restart.
 */
start_on: string, 
/**
 * The last day before the roll.
 */
raw_on: string, 
/**
 * The date that counts.
 */
due_on: string, 
/**
 * The desk's own target: the last open day that does not lean on the roll (C5), or the first open day after a
 * wait.
 */
target_on: string, 
/**
 * Days the suspensions added.
 */
suspended_days: number, 
/**
 * What the literal text would give, where it differs from ours (C4).
 */
literal_due_on: string | null, 
/**
 * How the date was reached, in order.
 */
steps: Array<Step>, 
/**
 * One Italian sentence for the citizen.
 */
explanation: string, };

/**
 * Facts that contradict the rule, the law or themselves.
 */
export type DeadlineFault = { "fault": "commitment_never_suspended" } | { "fault": "suspension_not_allowed", 
/**
 * The rule.
 */
rule: RuleName, 
/**
 * The ground given.
 */
ground: SuspensionGround, } | { "fault": "second_suspension", 
/**
 * The ground.
 */
ground: SuspensionGround, 
/**
 * Start of the second one.
 */
from: string, } | { "fault": "suspension_before_start", 
/**
 * Start of the suspension.
 */
from: string, 
/**
 * Start of the term.
 */
start_on: string, } | { "fault": "suspension_after_due", 
/**
 * Start of the suspension.
 */
from: string, 
/**
 * The due date at that moment.
 */
due_on: string, } | { "fault": "reversed_interval", 
/**
 * Start.
 */
from: string, 
/**
 * End.
 */
to: string, } | { "fault": "restart_not_allowed", 
/**
 * The rule.
 */
rule: RuleName, } | { "fault": "restart_before_presentation", 
/**
 * The restart.
 */
restart_on: string, 
/**
 * The presentation.
 */
presented_on: string, } | { "fault": "extension_not_allowed", 
/**
 * The rule.
 */
rule: RuleName, } | { "fault": "extension_before_start", 
/**
 * When it was told.
 */
told_on: string, 
/**
 * Start of the term.
 */
start_on: string, } | { "fault": "extension_too_late", 
/**
 * When it was told.
 */
told_on: string, 
/**
 * The last good day.
 */
limit: string, } | { "fault": "out_of_range", 
/**
 * The date.
 */
date: string, } | { "fault": "days_missing", 
/**
 * The rule.
 */
rule: RuleName, } | { "fault": "days_not_accepted", 
/**
 * The rule.
 */
rule: RuleName, } | { "fault": "no_days" } | { "fault": "too_many_days", 
/**
 * Days given.
 */
days: number, 
/**
 * The most accepted.
 */
max: number, } | { "fault": "desk_never_open" } & NeverOpen;

/**
 * The date to tell the citizen.
 */
export type DeadlinePreview = { 
/**
 * The date, and why.
 */
deadline: Deadline, };

/**
 * What the intake knows before it saves.
 */
export type DeadlineQuery = { 
/**
 * What the citizen brings.
 */
kind: TicketKind, 
/**
 * The day of presentation; today when missing.
 */
presented_on: string | null, 
/**
 * The rule; that of the kind when missing.
 */
rule: RuleName | null, };

/**
 * Who decides, when the offices do not agree.
 */
export type Decider = { 
/**
 * The office whose head it is: the one above, or the last that refused.
 */
office: string, 
/**
 * The head's name, when the card has it.
 */
head: string | null, };

/**
 * How close the rows are: 28, 34 or 40 pixels at the usual size of the text.
 */
export type Density = "compact" | "normal" | "roomy";

/**
 * Opening hours, patron, closures and special days, always valid: [`DeskCalendar::new`] is the only way in, also from
 * JSON.
 *
 * Sundays follow the weekly hours (a seaside town may open); the named public holidays are always closed.
 */
export type DeskCalendar = { hours: WeeklyHours, patron: PatronDay | null, closures: Array<Closure>, special: Array<SpecialDay>, };

/**
 * A desk calendar that cannot be accepted. Weekdays are ISO 8601 numbers, 1 = Monday.
 */
export type DeskFault = { "fault": "reversed_span", 
/**
 * ISO 8601 weekday.
 */
weekday: number, 
/**
 * Opening.
 */
from: string, 
/**
 * Closing.
 */
to: string, } | { "fault": "overlapping_spans", 
/**
 * ISO 8601 weekday.
 */
weekday: number, 
/**
 * Opening of the second span.
 */
from: string, } | { "fault": "not_whole_minutes", 
/**
 * ISO 8601 weekday.
 */
weekday: number, 
/**
 * The time at fault.
 */
time: string, } | { "fault": "no_such_day", 
/**
 * Month, 1 to 12.
 */
month: number, 
/**
 * Day of the month.
 */
day: number, } | { "fault": "reversed_closure", 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, } | { "fault": "closure_without_reason", 
/**
 * First day.
 */
from: string, } | { "fault": "special_day_without_reason", 
/**
 * The day.
 */
date: string, } | { "fault": "repeated_special_day", 
/**
 * The day.
 */
date: string, };

/**
 * The municipality and its desk, as citizens know them.
 */
export type DeskSettings = { 
/**
 * The municipality.
 */
municipality: Municipality, 
/**
 * Name of the desk.
 */
name: string, 
/**
 * Where it is.
 */
address: string | null, 
/**
 * Its telephones.
 */
phone: string | null, 
/**
 * The sector it belongs to, and who directs it.
 */
sector: string | null, 
/**
 * When it is open. Not the legal calendar: the patron's day moves no term.
 */
calendar: DeskCalendar, 
/**
 * Demonstration data: every screen says so.
 */
demo: boolean, };

/**
 * What the sign on the door says at a moment.
 */
export type DeskState = { "state": "open", 
/**
 * Closing time.
 */
until: string, } | { "state": "closed", 
/**
 * Day of the next opening; it may be the same day.
 */
opens_on: string, 
/**
 * Time of the next opening.
 */
opens_at: string, 
/**
 * How people call that day.
 */
when: OpensWhen, };

/**
 * Which side of the date one must act on.
 */
export type Direction = "due_by" | "not_before";

/**
 * A paper of the desk, and what it is about. The kinds are those of the papers themselves.
 */
export type DocumentAsked = { "kind": "receipt", 
/**
 * The tickets.
 */
ids: Array<TicketId>, 
/**
 * With all that was brought in the same visit.
 */
visit: boolean, } | { "kind": "transmission", 
/**
 * The ticket.
 */
id: TicketId, } | { "kind": "reply", 
/**
 * The ticket.
 */
id: TicketId, } | { "kind": "interim_reply", 
/**
 * The ticket.
 */
id: TicketId, } | { "kind": "reminder", 
/**
 * The ticket.
 */
id: TicketId, } | { "kind": "weekly", 
/**
 * The office.
 */
office: OfficeId, } | { "kind": "ticket", 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * With what the municipality wrote for itself.
 */
internal: boolean, } | { "kind": "list" } & ListAsked | { "kind": "phone_list", 
/**
 * On a sheet for the wall.
 */
a3: boolean, } | { "kind": "door_sheet", 
/**
 * The office.
 */
office: OfficeId, 
/**
 * On a sheet for the wall.
 */
a3: boolean, } | { "kind": "floor_list", 
/**
 * On a sheet for the wall.
 */
a3: boolean, } | { "kind": "labels", 
/**
 * The tickets.
 */
ids: Array<TicketId>, 
/**
 * On sheets of A4, of which so many are used up; on the roll, when missing.
 */
skip: number | null, } | { "kind": "handover", } | { "kind": "form" } & FormPaperAsked | { "kind": "recovery_sheet", };

/**
 * A file to save, print or open.
 */
export type DocumentFile = { 
/**
 * A name for it; never a person's.
 */
file_name: string, 
/**
 * Its bytes, in base 64 (RFC 4648).
 */
base64: string, };

/**
 * A paper that was made and is at hand.
 */
export type DocumentId = string;

/**
 * A paper that was made.
 */
export type DocumentMade = { 
/**
 * Its identity, while it is at hand.
 */
id: DocumentId, 
/**
 * The code of its kind.
 */
kind: string, 
/**
 * Its title.
 */
title: string, 
/**
 * A name for its file: kind and number, never a person.
 */
file_name: string, 
/**
 * Its pages.
 */
pages: Array<DocumentPage>, 
/**
 * How papers of this kind were printed the last time.
 */
choice: Choice, };

/**
 * A page of a paper. Lengths in millimetres, from the top left corner.
 */
export type DocumentPage = { 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * What it says, in reading order, for whoever cannot see it.
 */
words: Array<DocumentWords>, };

/**
 * A paper to print.
 */
export type DocumentPrint = { 
/**
 * The operation: asked twice, it is printed once.
 */
op: OpId, 
/**
 * The paper.
 */
id: DocumentId, 
/**
 * Where; left out, where papers of its kind went the last time, or the usual printer.
 */
printer: string | null, 
/**
 * How many; left out, as many as the last time.
 */
copies: number | null, };

/**
 * A paper that was handed over to a printer.
 */
export type DocumentPrinted = { 
/**
 * Where.
 */
printer: string, 
/**
 * How many.
 */
copies: number, };

/**
 * A paper to make.
 */
export type DocumentRender = { 
/**
 * Which, and what it is about.
 */
document: DocumentAsked, 
/**
 * The words for the codes on it.
 */
words: { [key in string]: string }, };

/**
 * A paper to save or to open.
 */
export type DocumentTake = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The paper.
 */
id: DocumentId, 
/**
 * How.
 */
way: DocumentWay, };

/**
 * How a paper leaves as a file.
 */
export type DocumentWay = "saved" | "opened";

/**
 * Words of a page, and where they are.
 */
export type DocumentWords = { 
/**
 * The part of the paper they belong to.
 */
field: string, 
/**
 * Left.
 */
x: number, 
/**
 * Top.
 */
y: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * The words.
 */
text: string, };

/**
 * Which draft.
 */
export type DraftDiscard = { 
/**
 * Identity.
 */
id: DraftId, };

/**
 * Something being typed (*bozza*).
 */
export type DraftId = string;

/**
 * The ticket a new one belongs with.
 */
export type DraftLink = { 
/**
 * What the new ticket is to it.
 */
kind: LinkKind, 
/**
 * The ticket.
 */
ticket_id: TicketId, };

/**
 * What a screen keeps while somebody types in it.
 */
export type DraftSave = { 
/**
 * Identity, made by the screen.
 */
id: DraftId, 
/**
 * Which screen.
 */
kind: string, 
/**
 * Its fields as typed. Nothing is checked: half an address is worth keeping too.
 */
body: unknown, };

/**
 * A draft that waits.
 */
export type DraftView = { 
/**
 * Identity.
 */
id: DraftId, 
/**
 * Which screen.
 */
kind: string, 
/**
 * Its fields as typed.
 */
body: unknown, 
/**
 * The last key.
 */
updated_at: string, };

/**
 * Where an open matter stands against a day to act by. It means nothing for a day to wait for.
 */
export type DueStatus = { "status": "overdue", 
/**
 * Days since.
 */
days: number, } | { "status": "due_today" } | { "status": "due_soon", 
/**
 * Days left.
 */
days: number, } | { "status": "on_track", 
/**
 * Days left.
 */
days: number, };

/**
 * Somebody who may be the same person.
 */
export type Duplicate = { 
/**
 * Who.
 */
citizen: Citizen, 
/**
 * Why, the strongest first.
 */
reasons: Array<DuplicateReason>, };

/**
 * Why two records may be of one person, the strongest first.
 */
export type DuplicateReason = "same_tax_code" | "same_name_and_birth" | "same_phone" | "same_email" | "similar_name_same_street" | "same_name";

/**
 * Somebody being typed, or a citizen whose other records are looked for.
 */
export type DuplicatesQuery = { 
/**
 * What is typed so far. Nothing is checked: half a name is no fault.
 */
citizen: CitizenData, 
/**
 * The citizen it is, when they are in the store already.
 */
except: CitizenId | null, };

/**
 * A request without anything in it.
 */
export type Empty = Record<symbol, never>;

/**
 * How the bytes of a file were read.
 */
export type Encoding = "utf8" | "utf8_bom" | "windows1252";

/**
 * One line of a ticket's timeline.
 */
export type EntryId = string;

/**
 * A line of the timeline, with the office by name.
 */
export type EntryLine = { 
/**
 * Name of the office it went to, or came from.
 */
office_name: string | null, 
/**
 * Name of the office proposed instead.
 */
other_office_name: string | null, 
/**
 * Number of the other ticket it is about.
 */
other_number: TicketNumber | null, 
/**
 * Identity.
 */
id: EntryId, 
/**
 * When it was written.
 */
at: string, 
/**
 * Who wrote it.
 */
actor: string, 
/**
 * What happened.
 */
code: EventCode, 
/**
 * Words for the municipality only.
 */
internal_text: InternalText | null, 
/**
 * Words the citizen has read, or wrote.
 */
citizen_text: CitizenText | null, 
/**
 * What was promised to the citizen, for the office to know.
 */
promise: InternalText | null, 
/**
 * The office it went to, or came from.
 */
office_id: OfficeId | null, 
/**
 * Who follows it there.
 */
case_officer: string | null, 
/**
 * How the citizen was told.
 */
reply_channel: ReplyChannel | null, 
/**
 * The day it really happened, when it is written later.
 */
happened_on: string | null, 
/**
 * The date it set.
 */
due_on: string | null, 
/**
 * The office proposed instead.
 */
other_office_id: OfficeId | null, 
/**
 * The other ticket it is about.
 */
other_ticket_id: TicketId | null, 
/**
 * Who else has a part in it: the other public body, or who authorised it.
 */
party: string | null, 
/**
 * The reason of law.
 */
ground: SuspensionGround | null, 
/**
 * The step that was taken back.
 */
undoes: EventCode | null, };

/**
 * What the desk tells without being asked.
 */
export type Event = { "event": "progress" } & Progress;

/**
 * Tickets become part of an event.
 */
export type EventAttach = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The tickets.
 */
tickets: Array<TicketId>, };

/**
 * What happened. The code is stored, never renamed.
 */
export type EventCode = "store.created" | "store.recovery_used" | "setting.saved" | "office.saved" | "office.confirmed" | "category.saved" | "category.catalog_loaded" | "street.imported" | "office.removed" | "import.done" | "import.undone" | "citizen.saved" | "citizen.merged" | "citizen.unmerged" | "referral.saved" | "contact.logged" | "contact.promoted" | "ticket.recorded" | "ticket.taken" | "ticket.transferred" | "ticket.accepted" | "ticket.bounced" | "ticket.outcome_recorded" | "ticket.sent_back" | "ticket.answered" | "ticket.closed" | "ticket.reopened" | "ticket.voided" | "ticket.kind_changed" | "ticket.same_problem" | "ticket.suspended" | "ticket.resumed" | "ticket.term_restarted" | "ticket.forwarded" | "ticket.withdrawn" | "ticket.contact_attempted" | "ticket.closed_without_reply" | "ticket.merged" | "ticket.merge_received" | "ticket.unmerged" | "ticket.linked" | "ticket.unlinked" | "ticket.event_joined" | "ticket.event_left" | "ticket.step_undone" | "ticket.note_added" | "ticket.person_added" | "ticket.person_removed" | "ticket.backdated" | "attachment.added" | "attachment.removed" | "protocol.recorded" | "ticket.tagged" | "tag.saved" | "view.saved" | "ticket.reminded" | "ticket.interim_replied" | "callback.added" | "callback.moved" | "callback.unanswered" | "callback.done" | "shift.note_added" | "document.issued" | "form.kept";

/**
 * A ticket is no longer part of its event.
 */
export type EventLeave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * An event begins.
 */
export type EventOpen = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What it is called.
 */
subject: string, 
/**
 * What happened.
 */
text: string, 
/**
 * Where.
 */
place: string | null, 
/**
 * The office that seems competent.
 */
office_id: OfficeId | null, };

/**
 * One answer for everybody.
 */
export type EventReply = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The words told.
 */
text: string, 
/**
 * How those are told who chose nothing.
 */
channel: ReplyChannel, 
/**
 * Who authorised closing the tickets of those without a name; needed only when there are some.
 */
authorized_by: string | null, };

/**
 * Why a use case did not do what was asked.
 */
export type Failure = { 
/**
 * What to do about it.
 */
code: Code, 
/**
 * For the log, in English.
 */
detail: string, 
/**
 * The wrong fields.
 */
fields: Array<FieldFault>, 
/**
 * Why the ticket cannot do it.
 */
refusal: Refusal | null, 
/**
 * Why there is no such legal date.
 */
deadline: DeadlineFault | null, 
/**
 * The wrong group of a recovery code, from 1.
 */
group: number | null, };

/**
 * A wrong field: its path in the request (`citizen.email`) and the rule it breaks.
 */
export type FieldFault = { 
/**
 * Path of the field, as it is spelt in the request.
 */
field: string, 
/**
 * The rule that is broken.
 */
rule: FieldRule, };

/**
 * What a question is answered with.
 */
export type FieldKind = "testo" | "testo_lungo" | "data" | "ora" | "intero" | "numero" | "frazione" | "importo" | "scelta" | "scelta_multipla" | "si_no" | "comune" | "stato_estero" | "indirizzo" | "codice_fiscale" | "partita_iva" | "iban" | "email" | "telefono" | "targa" | "cap" | "numero_documento" | "ufficio" | "blocco" | "gruppo" | "dichiarazione" | "nota";

/**
 * The rules a field can break.
 */
export type FieldRule = { "rule": "required" } | { "rule": "too_long", 
/**
 * The longest text accepted, in characters.
 */
max: number, } | { "rule": "control_character", 
/**
 * The Unicode code point found.
 */
code: number, } | { "rule": "unknown_field" } | { "rule": "wrong_value", 
/**
 * What the reader of the request expected, in its own words.
 */
expected: string, } | { "rule": "in_future" } | { "rule": "too_old", 
/**
 * The earliest date accepted.
 */
earliest: string, } | { "rule": "before", 
/**
 * The date it must not precede.
 */
earliest: string, } | { "rule": "not_an_email" } | { "rule": "not_a_phone" } | { "rule": "not_a_tax_code" } | { "rule": "contact_needed" } | { "rule": "not_both" } | { "rule": "not_printable", 
/**
 * The character.
 */
character: string, } | { "rule": "does_not_fit" } | { "rule": "already_there" } | { "rule": "blank_left", 
/**
 * The name of the blank.
 */
name: string, } | { "rule": "not_found" } | { "rule": "ambiguous" } | { "rule": "calendar", 
/**
 * What cannot be.
 */
fault: DeskFault, } | { "rule": "file", 
/**
 * Why.
 */
fault: FileFault, } | { "rule": "too_many_cells", 
/**
 * Columns of the header.
 */
columns: number, 
/**
 * Cells of the row.
 */
cells: number, } | { "rule": "repeated_on", 
/**
 * The line it is on already.
 */
line: number, } | { "rule": "ended", 
/**
 * Its last day.
 */
on: string, } | { "rule": "circular" } | { "rule": "looks_like_formula" } | { "rule": "paper", 
/**
 * Why.
 */
fault: PaperFault, } | { "rule": "not_a_pdf" } | { "rule": "not_a_picture" } | { "rule": "out_of_range", 
/**
 * The smallest number accepted.
 */
min: number, 
/**
 * The largest number accepted.
 */
max: number, };

/**
 * A question and its answer.
 */
export type FieldState = { 
/**
 * Where it stands: `familiari[1].nome`.
 */
path: string, 
/**
 * What it is answered with.
 */
kind: FieldKind, 
/**
 * What is asked.
 */
label: string, 
/**
 * How to answer.
 */
help: string | null, 
/**
 * An answer somebody could give.
 */
example: string | null, 
/**
 * Whether an answer is needed.
 */
required: boolean, 
/**
 * Whether nobody answers it: it is computed.
 */
computed: boolean, 
/**
 * What can be chosen.
 */
options: Array<OptionState>, 
/**
 * The answer, as it is kept.
 */
value: unknown, 
/**
 * The answer, as it is printed.
 */
written: string, 
/**
 * The questions of a block.
 */
fields: Array<FieldState>, 
/**
 * The rows of a group.
 */
rows: Array<Array<FieldState>>, 
/**
 * The least and the most rows.
 */
range: [number, number] | null, 
/**
 * What the key that adds a row says.
 */
add: string | null, 
/**
 * The part of the paper with the answer: `sections[1].parts[3]`.
 */
part: string | null, 
/**
 * The question in the language that helps.
 */
other: OtherWords | null, };

/**
 * Why a file cannot be read as a table at all. Lines are counted from 1, as an editor counts them.
 */
export type FileFault = { "fault": "empty" } | { "fault": "too_large", 
/**
 * The limit, in MB.
 */
megabytes: number, } | { "fault": "too_many_rows", 
/**
 * The limit.
 */
max: number, } | { "fault": "utf16" } | { "fault": "spreadsheet" } | { "fault": "not_text", 
/**
 * The first such line.
 */
line: number, } | { "fault": "open_quote", 
/**
 * Where its row begins.
 */
line: number, } | { "fault": "missing_columns", 
/**
 * The fields without a column.
 */
fields: Array<string>, };

/**
 * A type of file the desk keeps.
 */
export type FileType = "pdf" | "jpeg" | "png" | "webp" | "tiff" | "heic" | "txt" | "csv" | "docx" | "xlsx" | "odt" | "ods" | "eml" | "msg" | "p7m";

/**
 * A form filled in at the desk.
 */
export type FilledFormId = string;

/**
 * Of which tickets.
 */
export type FilterBase = "open" | "finished" | "all";

/**
 * How many a filter finds.
 */
export type FilterCount = { 
/**
 * Tickets found.
 */
count: number, 
/**
 * Whether there are more: it counts no further.
 */
more: boolean, };

/**
 * How the citizen's date stands.
 */
export type FilterDue = "late" | "soon";

/**
 * In which order.
 */
export type FilterOrder = "due" | "newest";

/**
 * A filter to count.
 */
export type FilterQuery = { 
/**
 * What somebody wants to see.
 */
filter: TicketFilter, };

/**
 * What is said of a code.
 */
export type Finding = "length" | "format" | "check" | "date" | "short_number" | "provisional" | "omocodia" | "century" | "unknown_place" | "place_not_then" | "surname_differs" | "name_differs" | "birth_differs" | "sex_differs" | "place_differs" | "unusual_office" | "cin" | "foreign" | "forgotten_zero" | "general_postcode" | "unusual_shape" | "no_longer_valid";

/**
 * The first lines of something, and how many there are.
 */
export type First<T> = { 
/**
 * How many there are.
 */
count: number, 
/**
 * The first of them.
 */
rows: Array<T>, };

/**
 * What the first start asks.
 */
export type FirstRun = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The municipality's cadastral code.
 */
belfiore: string, 
/**
 * Opening hours; 30 a week, Monday to Saturday, when missing.
 */
hours: WeeklyHours | null, 
/**
 * The patron's day.
 */
patron: PatronDay | null, 
/**
 * Demonstration data, clearly marked.
 */
demo: boolean, };

/**
 * What a ticket waits for.
 */
export type Follow = { 
/**
 * How near the citizen's date is, while the clock runs.
 */
milestone: Milestone | null, 
/**
 * The calls about it, those to be made first.
 */
callbacks: Array<CallbackLine>, 
/**
 * Calls that nobody answered.
 */
attempts: number, 
/**
 * The reminder that is ready and was not sent.
 */
ready: ReminderStep | null, 
/**
 * The reminder that comes next, ready or not.
 */
next: ReminderStep | null, 
/**
 * What was sent while it waited, oldest first.
 */
sent: Array<SentReminder>, 
/**
 * The citizen is owed an interim reply.
 */
interim_owed: boolean, 
/**
 * Why the office's date is that one, while the office has the ticket.
 */
office_why: OfficeWhy | null, };

/**
 * The choices of the municipality.
 */
export type FollowUp = { 
/**
 * Days after which an open ticket that nobody touched is shown as forgotten.
 */
stale_days: number, 
/**
 * Days back in which a ticket still open is shown as perhaps the same problem.
 */
same_open_days: number, 
/**
 * Days after its answer in which it still is.
 */
same_answered_days: number, 
/**
 * Days that may pass between presentation and recording before the ticket says that it was recorded late.
 */
late_recording_days: number, 
/**
 * Who holds the substitute power (art. 2, c. 9-bis, L. 241/1990): office or name, as the third reminder is addressed.
 */
substitute: string | null, };

/**
 * New choices.
 */
export type FollowUpSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The choices.
 */
follow_up: FollowUp, 
/**
 * The draft they were typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * The choices, with the version to give back when saving.
 */
export type FollowUpView = { 
/**
 * Their version; 0 while nobody has chosen.
 */
version: number, 
/**
 * Days after which an open ticket that nobody touched is shown as forgotten.
 */
stale_days: number, 
/**
 * Days back in which a ticket still open is shown as perhaps the same problem.
 */
same_open_days: number, 
/**
 * Days after its answer in which it still is.
 */
same_answered_days: number, 
/**
 * Days that may pass between presentation and recording before the ticket says that it was recorded late.
 */
late_recording_days: number, 
/**
 * Who holds the substitute power (art. 2, c. 9-bis, L. 241/1990): office or name, as the third reminder is addressed.
 */
substitute: string | null, };

/**
 * Answers to look at.
 */
export type FormAnswers = { 
/**
 * The form.
 */
form: string, 
/**
 * The answers so far.
 */
answers: Record<string, unknown>, 
/**
 * A language to help in.
 */
language: string | null, };

/**
 * A form to begin, for whom.
 */
export type FormBegin = { 
/**
 * The form.
 */
form: string, 
/**
 * For whom.
 */
citizen: CitizenId | null, };

/**
 * What a form is for the law.
 */
export type FormClass = "istanza" | "dichiarazione_sostitutiva" | "comunicazione" | "segnalazione" | "delega";

/**
 * A fault and its place in the file.
 */
export type FormFault = { 
/**
 * The line, from 1.
 */
line: number, 
/**
 * The column, from 1, in characters.
 */
column: number, 
/**
 * What is wrong.
 */
problem: FormProblem, };

/**
 * Something to say about an answer.
 */
export type FormFinding = { 
/**
 * Where: `familiari[1].codice_fiscale`.
 */
path: string, 
/**
 * What was asked there.
 */
label: string, 
/**
 * What.
 */
remark: FormRemark, };

/**
 * A form to keep.
 */
export type FormKeep = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * Its identity, made by the screen.
 */
id: FilledFormId, 
/**
 * The version that was read; 0 for a new one.
 */
version: number, 
/**
 * The form.
 */
form: string, 
/**
 * Whose answers they are.
 */
citizen: CitizenId | null, 
/**
 * The answers.
 */
answers: Record<string, unknown>, 
/**
 * It is whole: then nothing may be missing.
 */
done: boolean, 
/**
 * The draft it was typed in, to be thrown away with it.
 */
draft_id: DraftId | null, };

/**
 * A form to choose.
 */
export type FormLine = { 
/**
 * Its name among the forms.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is, in plain words.
 */
about: string | null, 
/**
 * Its shelf.
 */
shelf: FormShelf, 
/**
 * What it is for the law.
 */
class: FormClass, 
/**
 * Which text.
 */
version: string, 
/**
 * Whether it can be used today; otherwise a reason is asked.
 */
current: boolean, 
/**
 * Where it comes from.
 */
origin: FormOrigin, 
/**
 * The languages it has texts in.
 */
languages: Array<GuideLanguage>, };

/**
 * Where a form comes from.
 */
export type FormOrigin = "program" | "municipality";

/**
 * A form to print.
 */
export type FormPaperAsked = { 
/**
 * The form.
 */
form: string, 
/**
 * As what.
 */
as: FormPaperKind, 
/**
 * The answers; of a form in blank there are none.
 */
answers: Record<string, unknown>, 
/**
 * A language for the guide that goes with it.
 */
language: string | null, 
/**
 * Why it is used outside its time.
 */
reason: string | null, };

/**
 * What is printed of a form.
 */
export type FormPaperKind = "filled" | "draft" | "blank" | "bring";

/**
 * A place that can be meant.
 */
export type FormPlace = { 
/**
 * How it is kept.
 */
code: string, 
/**
 * How it is read: `Abano (PD, fino al 1924)`.
 */
label: string, };

/**
 * A place while its name is typed.
 */
export type FormPlaceQuery = { 
/**
 * What is typed.
 */
text: string, 
/**
 * A state, not a municipality.
 */
foreign: boolean, };

/**
 * What is wrong. The strings are words of the file, or of the format.
 */
export type FormProblem = { "problem": "syntax", 
/**
 * What the reader of TOML said, in its own words.
 */
detail: string, } | { "problem": "not_text" } | { "problem": "unknown_key", 
/**
 * The property.
 */
key: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "unknown_word", 
/**
 * The property.
 */
key: string, 
/**
 * The word.
 */
word: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "missing_key", 
/**
 * The property.
 */
key: string, } | { "problem": "wrong_type", 
/**
 * The property.
 */
key: string, } | { "problem": "repeated_key" } | { "problem": "bad_id", 
/**
 * The name.
 */
id: string, } | { "problem": "repeated_id", 
/**
 * The name.
 */
id: string, } | { "problem": "no_label", 
/**
 * The question.
 */
id: string, } | { "problem": "no_options", 
/**
 * The question.
 */
id: string, } | { "problem": "no_fields", 
/**
 * Its name.
 */
id: string, } | { "problem": "not_here", 
/**
 * The property.
 */
key: string, 
/**
 * The kind of question.
 */
kind: string, } | { "problem": "unknown_field", 
/**
 * As it was named.
 */
path: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "later_field", 
/**
 * As it was named.
 */
path: string, } | { "problem": "unknown_option", 
/**
 * The question.
 */
path: string, 
/**
 * The value.
 */
value: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "one_word" } | { "problem": "too_deep" } | { "problem": "unknown_measure", 
/**
 * As it was named.
 */
path: string, } | { "problem": "unknown_block", 
/**
 * Its name.
 */
id: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "circular_block", 
/**
 * Its name.
 */
id: string, } | { "problem": "unknown_table", 
/**
 * Its name.
 */
id: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "unknown_parameter", 
/**
 * Its key.
 */
key: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "unknown_office", 
/**
 * Its code.
 */
code: string, 
/**
 * The one that was meant, perhaps.
 */
near: string | null, } | { "problem": "unknown_notice", 
/**
 * Its key.
 */
key: string, } | { "problem": "unknown_source", 
/**
 * The source.
 */
source: string, } | { "problem": "bad_term", 
/**
 * The value.
 */
term: string, } | { "problem": "bad_bounds" } | { "problem": "one_computation" } | { "problem": "wrong_terms", 
/**
 * Its word.
 */
word: string, } | { "problem": "never_asked", 
/**
 * The question.
 */
id: string, } | { "problem": "never_true" } | { "problem": "declaration_lacks", 
/**
 * `privacy` or `dich_penale`.
 */
what: string, } | { "problem": "sentence_without_value" } | { "problem": "rule_says_one" };

/**
 * What is wrong or odd.
 */
export type FormRemark = { "remark": "missing" } | { "remark": "not_ticked" } | { "remark": "unknown_answer" } | { "remark": "wrong_type" } | { "remark": "control_character" } | { "remark": "too_short", 
/**
 * At least.
 */
min: number, } | { "remark": "too_long", 
/**
 * At most.
 */
max: number, } | { "remark": "too_few", 
/**
 * At least.
 */
min: number, } | { "remark": "too_many", 
/**
 * At most.
 */
max: number, } | { "remark": "not_an_option", 
/**
 * What was given.
 */
value: string, } | { "remark": "not_a_date" } | { "remark": "not_a_time" } | { "remark": "not_a_number" } | { "remark": "too_many_decimals" } | { "remark": "less", 
/**
 * Than this, as it is written.
 */
bound: string, } | { "remark": "more", 
/**
 * Than this, as it is written.
 */
bound: string, } | { "remark": "in_future" } | { "remark": "in_past" } | { "remark": "not_an_email" } | { "remark": "code", 
/**
 * What.
 */
code: Finding, } | { "remark": "unknown_place" } | { "remark": "place_not_then" } | { "remark": "same_as", 
/**
 * Which, from 1.
 */
row: number, } | { "remark": "said", 
/**
 * The words.
 */
words: string, };

/**
 * The shelf a form stands on.
 */
export type FormShelf = "anagrafe" | "autocertificazioni" | "cultura" | "elettorale" | "generale" | "mobilita" | "scuola" | "sicurezza" | "sociale" | "stato_civile" | "territorio" | "trasparenza" | "tributi";

/**
 * Answers that are there before anything is asked.
 */
export type FormStart = { 
/**
 * The answers.
 */
answers: Record<string, unknown>, 
/**
 * Those that the citizen gave before.
 */
known: Array<KnownAnswer>, };

/**
 * A form and its answers.
 */
export type FormState = { 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is called in the language that helps.
 */
title_help: string | null, 
/**
 * What to mind.
 */
mind: string | null, 
/**
 * The steps that are gone through.
 */
steps: Array<StepState>, 
/**
 * What stops it.
 */
errors: Array<FormFinding>, 
/**
 * What is odd.
 */
notices: Array<FormFinding>, 
/**
 * Papers to bring.
 */
papers: Array<PaperState>, 
/**
 * How many stamps.
 */
stamps: number, 
/**
 * What they cost.
 */
stamp_amount: string | null, 
/**
 * What to know about them.
 */
stamp_notes: Array<string>, 
/**
 * The office it is handed to.
 */
recipient: string | null, 
/**
 * The office that decides.
 */
competent: string | null, 
/**
 * How many copies.
 */
copies: number, 
/**
 * Days for the answer.
 */
term_days: number | null, 
/**
 * What is asked about the signature.
 */
signature: SignatureState | null, };

/**
 * The forms there are.
 */
export type Forms = { 
/**
 * Those that answer the need, the best first; or all.
 */
forms: Array<FormLine>, 
/**
 * Files with mistakes; only when nothing is looked for.
 */
broken: Array<BrokenForm>, };

/**
 * What is looked for among the forms.
 */
export type FormsQuery = { 
/**
 * The need, in the citizen's words; nothing for all forms.
 */
text: string, };

/**
 * Another public body is competent.
 */
export type Forward = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Its name.
 */
body: string, 
/**
 * How it is reached.
 */
contact: string | null, 
/**
 * What the citizen is told; there is nobody to tell when the ticket is anonymous.
 */
notice: string | null, 
/**
 * How the citizen is told.
 */
channel: ReplyChannel | null, };

/**
 * A language of the guides.
 */
export type GuideLanguage = "en" | "fr" | "es" | "ro" | "sq" | "ar" | "uk" | "zh";

/**
 * What one shift hands over to the next.
 */
export type Handover = { 
/**
 * When the shift began: the opening of the desk, or midnight when it is closed today.
 */
from: string, 
/**
 * Who works.
 */
operator: string, 
/**
 * Contacts logged in the shift.
 */
contacts: number, 
/**
 * Calls and papers left half typed.
 */
drafts: Array<DraftView>, 
/**
 * Open tickets whose answer is promised for today.
 */
promises: Array<TicketLine>, 
/**
 * Calls to make up to tomorrow, the late ones first.
 */
callbacks: Array<CallbackLine>, 
/**
 * Tickets touched in the shift, the last first.
 */
touched: Array<TouchedLine>, 
/**
 * The notes of the last days, the newest first.
 */
notes: Array<ShiftNote>, };

/**
 * The contacts of one hour on one day of the week.
 */
export type HourCount = { 
/**
 * Day of the week, from Monday, 1.
 */
weekday: number, 
/**
 * Hour of the day, from 0.
 */
hour: number, 
/**
 * How many.
 */
count: number, };

/**
 * Days of the week with the same openings.
 */
export type HoursGroup = { 
/**
 * ISO 8601 weekdays, 1 = Monday, in order.
 */
weekdays: Array<number>, 
/**
 * Their openings.
 */
spans: Array<OpeningSpan>, };

/**
 * A field a column can fill.
 */
export type ImportField = { 
/**
 * The field.
 */
field: string, 
/**
 * Whether a file without it cannot be imported.
 */
required: boolean, };

/**
 * A table that was imported, as a whole.
 */
export type ImportId = string;

/**
 * What an import would do, or did.
 */
export type ImportReport = { 
/**
 * How the bytes were read.
 */
encoding: Encoding, 
/**
 * What stands between the cells.
 */
separator: Separator, 
/**
 * Whether it is the table of the national index (IndicePA).
 */
indice_pa: boolean, 
/**
 * The columns and what each fills.
 */
columns: Columns, 
/**
 * What they could fill.
 */
fields: Array<ImportField>, 
/**
 * Fields without which nothing is imported.
 */
missing: Array<string>, 
/**
 * Rows with words.
 */
rows: number, 
/**
 * Offices that were not there.
 */
added: number, 
/**
 * Offices that say something else.
 */
changed: number, 
/**
 * Offices that say the same.
 */
unchanged: number, 
/**
 * Rows that cannot be imported: with one of them, nothing is.
 */
refused: number, 
/**
 * Why, the first of them.
 */
faults: Array<LineFault>, 
/**
 * How many there are.
 */
faults_total: number, 
/**
 * Cells that look like formulas, the first of them.
 */
notices: Array<LineFault>, 
/**
 * How many there are.
 */
notices_total: number, 
/**
 * The first rows.
 */
sample: Array<SampleRow>, 
/**
 * The import, when it was done.
 */
import: ImportView | null, };

/**
 * An import to take back.
 */
export type ImportUndo = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The import.
 */
id: ImportId, };

/**
 * An import that was done.
 */
export type ImportView = { 
/**
 * Its identity.
 */
id: ImportId, 
/**
 * When.
 */
at: string, 
/**
 * By whom.
 */
actor: string, 
/**
 * Offices it added.
 */
added: number, 
/**
 * Offices it changed.
 */
changed: number, 
/**
 * When it was taken back.
 */
undone_at: string | null, };

/**
 * A contact as it was logged.
 */
export type Interaction = { 
/**
 * Identity.
 */
id: InteractionId, 
/**
 * When it was logged.
 */
at: string, 
/**
 * How the person reached the desk.
 */
channel: Channel, 
/**
 * What it was about, in a few words.
 */
topic: string, 
/**
 * How it ended.
 */
outcome: InteractionOutcome, 
/**
 * The card of the referrals it was sent to.
 */
referral: string | null, 
/**
 * Who it was, when they said so.
 */
citizen_id: CitizenId | null, 
/**
 * The ticket it became.
 */
ticket_id: TicketId | null, 
/**
 * Who logged it.
 */
operator: string, };

/**
 * A contact (*contatto*): a call, a visit, a message.
 */
export type InteractionId = string;

/**
 * How a contact ended.
 */
export type InteractionOutcome = "answered" | "referred" | "promoted";

/**
 * An interim reply (*risposta interlocutoria*).
 */
export type Interim = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The words told.
 */
text: string, 
/**
 * How.
 */
channel: ReplyChannel, 
/**
 * When the desk expects to answer. The date that was promised stays.
 */
expected_on: string, };

/**
 * Words for the municipality only: notes, what is asked of an office, what an office reports.
 */
export type InternalText = string;

/**
 * One long piece of work, to follow or to cancel.
 */
export type JobId = string;

/**
 * Which work.
 */
export type JobRef = { 
/**
 * The work, as its request named it.
 */
job: JobId, };

/**
 * A form that was kept.
 */
export type KeptForm = { 
/**
 * Its identity.
 */
id: FilledFormId, 
/**
 * The form.
 */
form: string, 
/**
 * Which text of it.
 */
form_version: string, 
/**
 * What it is called today; none when there is no such form any more.
 */
title: string | null, 
/**
 * The answers.
 */
answers: Record<string, unknown>, 
/**
 * Whether it is whole.
 */
done: boolean, 
/**
 * When it was last kept.
 */
updated_at: string, 
/**
 * Version.
 */
version: number, };

/**
 * Whose forms.
 */
export type KeptForms = { 
/**
 * The citizen.
 */
citizen: CitizenId, };

/**
 * A kind that the words seem to be, and the word that says so.
 */
export type KindGuess = { 
/**
 * The kind.
 */
kind: TicketKind, 
/**
 * The word or phrase.
 */
said: string, };

/**
 * An answer the citizen gave before.
 */
export type KnownAnswer = { 
/**
 * Where it stands.
 */
path: string, 
/**
 * The day it was given; unknown of what stands on the card.
 */
since: string | null, 
/**
 * Older than twelve months: to be confirmed.
 */
old: boolean, };

/**
 * The letterhead.
 */
export type Letterhead = { 
/**
 * The name on top; the official one, when missing.
 */
municipality: string | null, 
/**
 * Address, telephone, opening hours: one line each; those of the desk, when there is none.
 */
lines: Array<string>, 
/**
 * The colour, `#1f4e79`; black when missing.
 */
accent: string | null, 
/**
 * The municipality's certified e-mail (art. 8 c. 2 c L. 241/1990).
 */
pec: string | null, 
/**
 * How papers are seen from a distance (art. 8 c. 2 d).
 */
online_access: string | null, 
/**
 * What the crest shows, for whoever cannot see it.
 */
logo_alt: string | null, 
/**
 * The sentences in the municipality's own words, by their id.
 */
texts: { [key in string]: string }, };

/**
 * A new letterhead.
 */
export type LetterheadSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The letterhead.
 */
letterhead: Letterhead, 
/**
 * The crest.
 */
logo: LogoChange, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * A sentence that can be changed.
 */
export type LetterheadText = { 
/**
 * Its id: the kind of paper and what it says.
 */
id: string, 
/**
 * The program's own words.
 */
words: string, 
/**
 * What may stand in braces in it.
 */
variables: Array<string>, };

/**
 * A letterhead to look at before it is saved.
 */
export type LetterheadTry = { 
/**
 * The letterhead.
 */
letterhead: Letterhead, 
/**
 * The crest.
 */
logo: LogoChange, };

/**
 * What the settings screen shows.
 */
export type LetterheadView = { 
/**
 * The letterhead.
 */
letterhead: Letterhead, 
/**
 * The crest.
 */
logo: LogoView | null, 
/**
 * Version of the letterhead; 0 while nobody has chosen.
 */
version: number, 
/**
 * The name that stands there when none is typed.
 */
usual_municipality: string, 
/**
 * The lines that stand there when none is typed.
 */
usual_lines: Array<string>, 
/**
 * Every sentence that can be changed.
 */
texts: Array<LetterheadText>, };

/**
 * What is wrong, or odd, with one cell or one row.
 */
export type LineFault = { 
/**
 * The line its row begins on, from 1.
 */
line: number, 
/**
 * The column, as the file calls it; none for the row as a whole.
 */
column: string | null, } & ({ "rule": "required" } | { "rule": "too_long", 
/**
 * The longest text accepted, in characters.
 */
max: number, } | { "rule": "control_character", 
/**
 * The Unicode code point found.
 */
code: number, } | { "rule": "unknown_field" } | { "rule": "wrong_value", 
/**
 * What the reader of the request expected, in its own words.
 */
expected: string, } | { "rule": "in_future" } | { "rule": "too_old", 
/**
 * The earliest date accepted.
 */
earliest: string, } | { "rule": "before", 
/**
 * The date it must not precede.
 */
earliest: string, } | { "rule": "not_an_email" } | { "rule": "not_a_phone" } | { "rule": "not_a_tax_code" } | { "rule": "contact_needed" } | { "rule": "not_both" } | { "rule": "not_printable", 
/**
 * The character.
 */
character: string, } | { "rule": "does_not_fit" } | { "rule": "already_there" } | { "rule": "blank_left", 
/**
 * The name of the blank.
 */
name: string, } | { "rule": "not_found" } | { "rule": "ambiguous" } | { "rule": "calendar", 
/**
 * What cannot be.
 */
fault: DeskFault, } | { "rule": "file", 
/**
 * Why.
 */
fault: FileFault, } | { "rule": "too_many_cells", 
/**
 * Columns of the header.
 */
columns: number, 
/**
 * Cells of the row.
 */
cells: number, } | { "rule": "repeated_on", 
/**
 * The line it is on already.
 */
line: number, } | { "rule": "ended", 
/**
 * Its last day.
 */
on: string, } | { "rule": "circular" } | { "rule": "looks_like_formula" } | { "rule": "paper", 
/**
 * Why.
 */
fault: PaperFault, } | { "rule": "not_a_pdf" } | { "rule": "not_a_picture" } | { "rule": "out_of_range", 
/**
 * The smallest number accepted.
 */
min: number, 
/**
 * The largest number accepted.
 */
max: number, });

/**
 * Two tickets belong together.
 */
export type Link = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What the first is to the other.
 */
kind: LinkKind, 
/**
 * The other.
 */
other_id: TicketId, };

/**
 * What one ticket is to another.
 */
export type LinkKind = "related" | "duplicate_of" | "split_from" | "continues" | "visit";

/**
 * A ticket linked to the one shown.
 */
export type LinkLine = { 
/**
 * What the one is to the other.
 */
kind: LinkKind, 
/**
 * Whether the one shown is the first end: "this one continues the other".
 */
outgoing: boolean, 
/**
 * The other ticket.
 */
ticket: TicketLine, };

/**
 * A list of tickets, as it is on the screen.
 */
export type ListAsked = { 
/**
 * Which tickets: the chosen ones, or a whole list.
 */
tickets: TicketsTable, 
/**
 * What it is called.
 */
title: string, 
/**
 * What was chosen, in words.
 */
filter: string | null, 
/**
 * Whether the sheet lies on its side, with more columns.
 */
landscape: boolean, };

/**
 * What becomes of the crest.
 */
export type LogoChange = { "logo": "keep" } | { "logo": "remove" } | { "logo": "replace", 
/**
 * The file, in base 64.
 */
base64: string, };

/**
 * The crest, to look at.
 */
export type LogoView = { 
/**
 * Its bytes, in base 64.
 */
base64: string, 
/**
 * Its media type.
 */
media_type: string, };

/**
 * A ticket is answered together with another one.
 */
export type Merge = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The other one.
 */
master_id: TicketId, };

/**
 * A record under a citizen's card.
 */
export type MergedRecord = { 
/**
 * Its own id.
 */
id: CitizenId, 
/**
 * The record it was merged into.
 */
into: CitizenId, 
/**
 * When.
 */
at: string, 
/**
 * What it says by itself.
 */
citizen: CitizenData, };

/**
 * How near a date is, in the steps a desk thinks in.
 */
export type Milestone = "t15" | "t10" | "t5" | "t2" | "today" | "late";

/**
 * A municipality of today.
 */
export type Municipality = { 
/**
 * Cadastral (Belfiore) code, the key used by the codice fiscale: `E617`.
 */
belfiore: string, 
/**
 * Name, as ISTAT spells it.
 */
name: string, 
/**
 * Two-letter code of the province.
 */
province: string, };

/**
 * The contacts with one name.
 */
export type NamedCount = { 
/**
 * Which.
 */
name: string, 
/**
 * How many.
 */
count: number, };

/**
 * What an action needs besides its state.
 */
export type Need = "reply_text" | "handover" | "case_officer" | "outcome_text" | "reason" | "legal_reason" | "other_ticket" | "external_body" | "attempts";

/**
 * The desk has no open day near a date: two years were searched.
 */
export type NeverOpen = { 
/**
 * Where the search began.
 */
around: string, };

/**
 * A note for the municipality.
 */
export type Note = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Its words.
 */
text: string, };

/**
 * An office of the store.
 */
export type Office = { 
/**
 * Identity.
 */
id: OfficeId, 
/**
 * Changes with every save; a save of an older version is refused.
 */
version: number, 
/**
 * What holds at the moment it is shown; never stored.
 */
now?: OfficeNow, 
/**
 * The office this one is part of.
 */
parent_id: OfficeId | null, 
/**
 * Name, as citizens read it on the door.
 */
name: string, 
/**
 * Street and number, building.
 */
address: string | null, 
/**
 * Floor.
 */
floor: string | null, 
/**
 * Room.
 */
room: string | null, 
/**
 * The telephone to give to citizens, as it is dialled.
 */
phone: string | null, 
/**
 * Other telephones, one a line: number, extension, who answers.
 */
phones: Array<string>, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Certified e-mail.
 */
pec: string | null, 
/**
 * Who directs it: the last head among the people who is still there.
 */
head: string | null, 
/**
 * Who works there. Nobody is ever left out: whoever goes gets a last day.
 */
people: Array<OfficePerson>, 
/**
 * What people come for, in their own words: this is what the directory is searched by.
 */
competences: Array<string>, 
/**
 * What people come for in vain, and who does it instead, one a line: "Passaporti: Questura".
 */
does_not: Array<string>, 
/**
 * Other words it is found by, which nobody reads.
 */
synonyms: Array<string>, 
/**
 * What to bring, one a line.
 */
to_bring: Array<string>, 
/**
 * When it receives people; unknown when missing.
 */
hours: OfficeHours | null, 
/**
 * First day it exists; always, when missing.
 */
valid_from: string | null, 
/**
 * Last day it exists; still there, when missing.
 */
valid_to: string | null, 
/**
 * Its code in the national index of the public administrations (IPA).
 */
ipa_code: string | null, 
/**
 * Notes for the desk only: never copied, never printed.
 */
internal_notes: InternalText | null, 
/**
 * Calendar days the office has to report an outcome to the desk (its own clock, never the citizen's).
 */
answer_days: number, };

/**
 * Where the office's date comes from.
 */
export type OfficeBecause = "usual" | "target" | "sent_back" | "chosen";

/**
 * A card that is right.
 */
export type OfficeConfirm = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The office.
 */
id: OfficeId, };

/**
 * An office's card, as typed or as stored.
 */
export type OfficeData = { 
/**
 * The office this one is part of.
 */
parent_id: OfficeId | null, 
/**
 * Name, as citizens read it on the door.
 */
name: string, 
/**
 * Street and number, building.
 */
address: string | null, 
/**
 * Floor.
 */
floor: string | null, 
/**
 * Room.
 */
room: string | null, 
/**
 * The telephone to give to citizens, as it is dialled.
 */
phone: string | null, 
/**
 * Other telephones, one a line: number, extension, who answers.
 */
phones: Array<string>, 
/**
 * E-mail.
 */
email: string | null, 
/**
 * Certified e-mail.
 */
pec: string | null, 
/**
 * Who directs it: the last head among the people who is still there.
 */
head: string | null, 
/**
 * Who works there. Nobody is ever left out: whoever goes gets a last day.
 */
people: Array<OfficePerson>, 
/**
 * What people come for, in their own words: this is what the directory is searched by.
 */
competences: Array<string>, 
/**
 * What people come for in vain, and who does it instead, one a line: "Passaporti: Questura".
 */
does_not: Array<string>, 
/**
 * Other words it is found by, which nobody reads.
 */
synonyms: Array<string>, 
/**
 * What to bring, one a line.
 */
to_bring: Array<string>, 
/**
 * When it receives people; unknown when missing.
 */
hours: OfficeHours | null, 
/**
 * First day it exists; always, when missing.
 */
valid_from: string | null, 
/**
 * Last day it exists; still there, when missing.
 */
valid_to: string | null, 
/**
 * Its code in the national index of the public administrations (IPA).
 */
ipa_code: string | null, 
/**
 * Notes for the desk only: never copied, never printed.
 */
internal_notes: InternalText | null, 
/**
 * Calendar days the office has to report an outcome to the desk (its own clock, never the citizen's).
 */
answer_days: number, };

/**
 * An office found by need, and the words of its card that matched.
 */
export type OfficeHit = { 
/**
 * The office.
 */
office: Office, 
/**
 * The need that matched best, or its name.
 */
matched: string, 
/**
 * The office does not do this: `matched` says who does.
 */
not_here: boolean, };

/**
 * When an office receives people. Its holidays and its patron are the municipality's.
 */
export type OfficeHours = { 
/**
 * A normal week.
 */
weekly: WeeklyHours, 
/**
 * Days with hours of their own.
 */
special: Array<SpecialDay>, 
/**
 * What to say about them: "solo su appuntamento".
 */
note: string | null, };

/**
 * An office of the municipality.
 */
export type OfficeId = string;

/**
 * A table of offices to import.
 */
export type OfficeImport = { 
/**
 * The operation; the import is called by it afterwards.
 */
op: OpId, 
/**
 * The work, to follow it and to stop it.
 */
job: JobId, 
/**
 * The table.
 */
table: OfficeTable, };

/**
 * What holds at a moment.
 */
export type OfficeNow = { 
/**
 * Whether it exists.
 */
validity: Validity, 
/**
 * Open or closed; none when its hours are not known, or it never opens.
 */
open: DeskState | null, 
/**
 * When somebody last said that its card is right.
 */
checked_at: string | null, 
/**
 * Whether somebody should look whether its card is still right.
 */
to_check: boolean, 
/**
 * Its week, as it is told.
 */
week: Array<HoursGroup>, 
/**
 * Who can follow a ticket there: in their role and not away; the officers first.
 */
officers: Array<string>, 
/**
 * Heads, deputies and officers who do not answer now.
 */
away: Array<Away>, 
/**
 * To whom a ticket goes: the head, or who stands in; none when nobody is known to be there.
 */
addressee: Addressee | null, };

/**
 * Somebody of an office.
 */
export type OfficePerson = { 
/**
 * Surname and name.
 */
name: string, 
/**
 * What they are there.
 */
role: OfficeRole, 
/**
 * The matters they follow.
 */
matter: string | null, 
/**
 * Their own telephone or extension.
 */
phone: string | null, 
/**
 * Their own e-mail.
 */
email: string | null, 
/**
 * First day in the role; always, when missing.
 */
valid_from: string | null, 
/**
 * Last day in the role; still there, when missing.
 */
valid_to: string | null, 
/**
 * When they are away.
 */
absences: Array<Absence>, };

/**
 * An office that is proposed.
 */
export type OfficeRef = { 
/**
 * Identity.
 */
id: OfficeId, 
/**
 * Name.
 */
name: string, 
/**
 * Why this one.
 */
because: Because, 
/**
 * What holds for it at this moment: whether it is there, whether it is open.
 */
now: OfficeNow | null, };

/**
 * What somebody is in an office.
 */
export type OfficeRole = "head" | "deputy" | "case_officer" | "substitute_authority" | "staff";

/**
 * An office to add or to change.
 */
export type OfficeSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The office; a new one when missing.
 */
id: OfficeId | null, 
/**
 * The version that was read; 0 for a new one.
 */
version: number, 
/**
 * Its card.
 */
office: OfficeData, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * A table of offices.
 */
export type OfficeTable = { 
/**
 * The bytes of the file, in base 64.
 */
base64: string, 
/**
 * Columns with another meaning than the one found.
 */
columns: Array<Column>, };

/**
 * Why the office's date is that one.
 */
export type OfficeWhy = { 
/**
 * The day the office got it, or got it again.
 */
handed_on: string, 
/**
 * Where the date comes from.
 */
because: OfficeBecause, 
/**
 * The office's usual term from that day, step by step.
 */
usual: Deadline, };

/**
 * The whole directory.
 */
export type Offices = { 
/**
 * Every office, in the order they were entered.
 */
offices: Array<Office>, };

/**
 * One attempt to change something. Repeating a request with the same id changes nothing twice.
 */
export type OpId = string;

/**
 * Something a window has open.
 */
export type OpenRecord = { 
/**
 * Which record.
 */
subject: Subject, 
/**
 * Whether it is being changed, or only read.
 */
editing: boolean, };

/**
 * What waits for somebody who is not there.
 */
export type OpenWork = { 
/**
 * Where.
 */
office: Office, 
/**
 * Who; none when the whole office ended.
 */
away: Away | null, 
/**
 * Who stands in.
 */
addressee: Addressee | null, 
/**
 * The tickets, the one to report on first first.
 */
tickets: Array<TicketLine>, };

/**
 * One continuous opening. Open at `from`, already closed at `to`. "HH:MM" in JSON.
 */
export type OpeningSpan = { 
/**
 * Opening.
 */
from: string, 
/**
 * Closing.
 */
to: string, };

/**
 * How people call the day of the next opening.
 */
export type OpensWhen = "today" | "tomorrow" | "this_week" | "later";

/**
 * Something to choose.
 */
export type OptionState = { 
/**
 * How it is kept.
 */
value: string, 
/**
 * How it is read.
 */
text: string, 
/**
 * The same in the language that helps.
 */
other: string | null, };

/**
 * Somebody else who has a record open.
 */
export type Other = { 
/**
 * Which record.
 */
subject: Subject, 
/**
 * Who.
 */
operator: string, 
/**
 * The same person, in another window.
 */
same_person: boolean, 
/**
 * Whether they are changing it, or only reading.
 */
editing: boolean, 
/**
 * Since when.
 */
since: string, };

/**
 * A question in another language.
 */
export type OtherWords = { 
/**
 * What is asked.
 */
label: string, 
/**
 * How to answer.
 */
help: string | null, };

/**
 * The contacts that ended alike.
 */
export type OutcomeCount = { 
/**
 * How.
 */
outcome: InteractionOutcome, 
/**
 * How many.
 */
count: number, };

/**
 * The office reports.
 */
export type OutcomeReport = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What it reports.
 */
text: string, 
/**
 * Who reports; compulsory when the office never said that it took the ticket.
 */
case_officer: string | null, };

/**
 * A page to look at. Its answer is bytes, so it has a door of its own: width and height in pixels, four bytes each,
 * the least first, then the pixels as in [`Pixels::rgba`].
 */
export type PageQuery = { 
/**
 * The paper.
 */
id: DocumentId, 
/**
 * Which page, from 1.
 */
page: number, 
/**
 * Pixels in an inch of paper: 24 to 300.
 */
dpi: number, };

/**
 * Why a file cannot be attached.
 */
export type PaperFault = { "fault": "empty" } | { "fault": "too_large", 
/**
 * The most, in MiB.
 */
max: number, } | { "fault": "ticket_full", 
/**
 * The most, in MiB.
 */
max: number, } | { "fault": "program" } | { "fault": "macros" } | { "fault": "archive" } | { "fault": "old_document" } | { "fault": "unknown_type" };

/**
 * What the citizen can do instead of bringing a paper (artt. 43, 46 and 47 DPR 445/2000; art. 18 L. 241/1990).
 */
export type PaperInstead = "autocertificazione" | "acquisizione_ufficio";

/**
 * Where papers are: on a ticket, or in the tray of one that is being typed.
 */
export type PaperPlace = { "ticket": TicketId } | { "folder": DraftId };

/**
 * A paper to bring.
 */
export type PaperState = { 
/**
 * What it is.
 */
text: string, 
/**
 * Whether it is needed.
 */
required: boolean, 
/**
 * What can be done instead.
 */
instead: PaperInstead | null, };

/**
 * What comes with a ticket.
 */
export type Papers = { 
/**
 * Papers, the first one first, hidden ones included.
 */
attachments: Array<AttachmentLine>, 
/**
 * Protocol numbers, the first recorded first, corrected ones included.
 */
protocol: Array<ProtocolLine>, 
/**
 * It was presented before the day it was recorded: why.
 */
backdated: Backdated | null, 
/**
 * Tags, by name.
 */
tags: Array<Tag>, };

/**
 * Where the last tickets of a category went.
 */
export type Past = { 
/**
 * The office most of them went to.
 */
office_name: string, 
/**
 * How many went there.
 */
went: number, 
/**
 * Of how many.
 */
of: number, };

/**
 * The feast of the municipality's patron, every year on the same day. A patron with a movable feast ("the second
 * Sunday of May") goes among the closures.
 */
export type PatronDay = { 
/**
 * Month, 1 to 12.
 */
month: number, 
/**
 * Day of the month.
 */
day: number, 
/**
 * Italian name: "San Giovanni Battista".
 */
name: string, };

/**
 * Somebody to put on a ticket. Asked again for somebody who is there, it changes the role.
 */
export type PersonAdd = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; left out, the ticket is changed as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Somebody the store knows already.
 */
citizen_id: CitizenId | null, 
/**
 * Somebody new.
 */
citizen: CitizenData | null, 
/**
 * Why they are there.
 */
role: PersonRole, 
/**
 * Whether the reply goes to them instead of the requester.
 */
reply_to: boolean, };

/**
 * Somebody on a ticket, with who it is.
 */
export type PersonLine = { 
/**
 * Who it is.
 */
citizen: Citizen, 
/**
 * Who.
 */
citizen_id: CitizenId, 
/**
 * Why.
 */
role: PersonRole, 
/**
 * Whether the reply goes to them instead of the requester. One a ticket at most.
 */
reply_to: boolean, };

/**
 * Somebody to take off a ticket.
 */
export type PersonRemove = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; left out, the ticket is changed as it stands.
 */
version: number | null, 
/**
 * Who.
 */
citizen_id: CitizenId, };

/**
 * Why somebody is on a ticket.
 */
export type PersonRole = "delegate" | "guardian" | "co_reporter" | "interested";

/**
 * A pick-up code, as `KD7 4PX`; kept without the space.
 */
export type PickupCode = string;

/**
 * A place of the register.
 */
export type Place = { 
/**
 * The street.
 */
street: Street, 
/**
 * The place in words: the street, and the number that was typed or that begins so.
 */
name: string, 
/**
 * Degrees north, when the register has them.
 */
latitude: number | null, 
/**
 * Degrees east.
 */
longitude: number | null, };

/**
 * A place being typed: a street, perhaps with a house number or a landmark after it.
 */
export type PlaceQuery = { 
/**
 * What is typed.
 */
text: string, };

/**
 * A reminder to read over and send.
 */
export type PreparedReminder = { 
/**
 * Whom it is for.
 */
step: ReminderStep, 
/**
 * Whether its time has come; otherwise the desk is early, and may be.
 */
ready: boolean, 
/**
 * To whom, in words; empty when the store does not know.
 */
recipient: string, 
/**
 * The means the office can be reached by, best first, each with its address.
 */
means: Array<[ReplyChannel, string]>, 
/**
 * The line above the text.
 */
subject: string, 
/**
 * The text.
 */
text: string, 
/**
 * Names of the blanks that are left in it.
 */
missing: Array<string>, };

/**
 * An interim reply to read over.
 */
export type PreparedReply = { 
/**
 * The text.
 */
text: string, 
/**
 * Names of the blanks that are left in it.
 */
missing: Array<string>, };

/**
 * What a window has open now.
 */
export type PresenceTell = { 
/**
 * The window.
 */
session: SessionId, 
/**
 * Everything it has open; nothing when it is closing.
 */
open: Array<OpenRecord>, };

/**
 * Whether this computer can print by itself.
 */
export type PrintWay = "here" | "not_here" | "no_spooler";

/**
 * A printer.
 */
export type PrinterLine = { 
/**
 * Its name.
 */
name: string, 
/**
 * What people call it; empty when it has no other name.
 */
description: string, 
/**
 * Whether the computer prints there when nobody chooses.
 */
is_default: boolean, 
/**
 * Whether it stands still: what is sent waits.
 */
is_stopped: boolean, };

/**
 * The printers of this computer.
 */
export type Printers = { 
/**
 * Whether it can print by itself.
 */
way: PrintWay, 
/**
 * Its printers, the usual one first.
 */
list: Array<PrinterLine>, };

/**
 * How far some work is.
 */
export type Progress = { 
/**
 * The work, as its request named it.
 */
job: JobId, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all.
 */
total: number, };

/**
 * What the words seem to be about.
 */
export type Proposal = { 
/**
 * The categories, the likeliest first.
 */
suggestions: Array<Suggestion>, 
/**
 * The kind, when the words tell it by themselves.
 */
kind: KindGuess | null, };

/**
 * What is being typed.
 */
export type ProposeQuery = { 
/**
 * The words.
 */
text: string, 
/**
 * Where it is: its street is not what the matter is about, a park or a school may be.
 */
place: string | null, };

/**
 * Which way the matter went.
 */
export type ProtocolDirection = "in" | "out";

/**
 * A number as it is typed.
 */
export type ProtocolDraft = { 
/**
 * The number, as the protocol wrote it.
 */
number: string, 
/**
 * The day it was registered.
 */
registered_on: string, 
/**
 * Which way.
 */
direction: ProtocolDirection, 
/**
 * The wrong record it stands for.
 */
corrects: ProtocolId | null, 
/**
 * Why that one was wrong; compulsory when there is one.
 */
reason: string | null, };

/**
 * A number given by the municipality's protocol.
 */
export type ProtocolId = string;

/**
 * A number on record, and what the law says about its date.
 */
export type ProtocolLine = { 
/**
 * The matter was registered on another day than it was presented: art. 18-bis L. 241/1990 wants the same.
 */
another_day: boolean, 
/**
 * Identity.
 */
id: ProtocolId, 
/**
 * Which way.
 */
direction: ProtocolDirection, 
/**
 * The number.
 */
number: string, 
/**
 * The day it was registered.
 */
registered_on: string, 
/**
 * When it was noted here.
 */
recorded_at: string, 
/**
 * By whom.
 */
recorded_by: string, 
/**
 * The wrong record it stands for.
 */
corrects: ProtocolId | null, 
/**
 * Why that one was wrong.
 */
reason: string | null, 
/**
 * Whether a later record stands for this one.
 */
corrected: boolean, };

/**
 * A number to note on a ticket.
 */
export type ProtocolSave = { 
/**
 * The operation; the record gets the same identity.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The draft it was typed in.
 */
draft_id: DraftId | null, 
/**
 * What was typed.
 */
protocol: ProtocolDraft, };

/**
 * What the frame of the window shows.
 */
export type Ready = { 
/**
 * The municipality and its desk.
 */
settings: DeskSettings, 
/**
 * Whether the desk is open now; `None` when it never is.
 */
desk: DeskState | null, 
/**
 * How this workstation likes to see it.
 */
workstation: Workstation, };

/**
 * A reminder that is ready and that nobody has sent.
 */
export type ReadyReminder = { 
/**
 * Whom it is for.
 */
step: ReminderStep, 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * One line.
 */
subject: string, 
/**
 * Who brought it.
 */
citizen_name: string | null, 
/**
 * The office that has it.
 */
office_name: string | null, 
/**
 * What it is about.
 */
category_name: string | null, 
/**
 * How many others reported the same problem; of an event, how many tickets are part of it.
 */
reporters: number, 
/**
 * Whether it is an event that many report: it has no requester, and nobody is anonymous.
 */
event: boolean, 
/**
 * The day it was presented.
 */
presented_on: string, 
/**
 * The citizen's date.
 */
due_on: string | null, 
/**
 * The office's date.
 */
office_due_on: string | null, };

/**
 * Why a category is proposed: a word somebody said, and the synonym it belongs to.
 */
export type Reason = { 
/**
 * The word as it was said.
 */
said: string, 
/**
 * The synonym of the category.
 */
synonym: string, };

/**
 * A child of an event, and how the answer reaches it.
 */
export type Recipient = { 
/**
 * How the citizen is told; `None` for somebody without a name, whose ticket is closed.
 */
told_by: ReplyChannel | null, 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * One line.
 */
subject: string, 
/**
 * Who brought it.
 */
citizen_name: string | null, 
/**
 * The office that has it.
 */
office_name: string | null, 
/**
 * What it is about.
 */
category_name: string | null, 
/**
 * How many others reported the same problem; of an event, how many tickets are part of it.
 */
reporters: number, 
/**
 * Whether it is an event that many report: it has no requester, and nobody is anonymous.
 */
event: boolean, 
/**
 * The day it was presented.
 */
presented_on: string, 
/**
 * The citizen's date.
 */
due_on: string | null, 
/**
 * The office's date.
 */
office_due_on: string | null, };

/**
 * A ticket to record.
 */
export type RecordTicket = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What was typed.
 */
ticket: TicketDraft, };

/**
 * A recorded ticket: what to tell the citizen is in `ticket.number` and `ticket.due_on`.
 */
export type Recorded = { 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * How much of the citizen's term is gone, from 0 to 100.
 */
elapsed: number | null, 
/**
 * How much of the office's term is gone, from 0 to 100.
 */
office_elapsed: number | null, 
/**
 * Why the citizen's date is that date.
 */
deadline: Deadline | null, 
/**
 * What it is about.
 */
category: Category | null, 
/**
 * How many others reported the same problem.
 */
reporters: number, 
/**
 * Who brought it.
 */
citizen: Citizen | null, 
/**
 * Who else has to do with it.
 */
people: Array<PersonLine>, 
/**
 * The office that has it, or that seems competent.
 */
office: Office | null, 
/**
 * The timeline, oldest first.
 */
entries: Array<EntryLine>, 
/**
 * Papers and protocol numbers.
 */
papers: Papers, 
/**
 * What the desk can do now.
 */
actions: Array<Action>, 
/**
 * Other tickets of the same citizen.
 */
others: Array<TicketLine>, 
/**
 * The last contacts of the same citizen.
 */
contacts: Array<Interaction>, 
/**
 * What it waits for besides its state.
 */
follow: Follow, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * The state to go back to when a suspension ends.
 */
state_before: TicketState | null, 
/**
 * One line.
 */
subject: string, 
/**
 * The citizen's words.
 */
text: CitizenText, 
/**
 * Where the matter is.
 */
place: string | null, 
/**
 * Who brought it.
 */
citizen_id: CitizenId | null, 
/**
 * Why there is no name.
 */
anonymous_reason: string | null, 
/**
 * How the citizen wants the reply.
 */
reply_by: ReplyChannel | null, 
/**
 * The office that has it, or that seems competent.
 */
office_id: OfficeId | null, 
/**
 * Who follows it in the office.
 */
case_officer: string | null, 
/**
 * The rule of the citizen's date.
 */
rule: RuleName, 
/**
 * The day the term starts from.
 */
presented_on: string, 
/**
 * When it was registered.
 */
recorded_at: string, 
/**
 * The day the citizen has an answer by; `None` when none was promised.
 */
due_on: string | null, 
/**
 * The day the desk aims at: never leaning on a holiday that moves the term.
 */
target_on: string | null, 
/**
 * The day the office reports by. Its own clock: it never moves the citizen's.
 */
office_due_on: string | null, 
/**
 * The day the citizen was answered.
 */
answered_on: string | null, 
/**
 * When it was filed.
 */
closed_at: string | null, 
/**
 * Why it was voided.
 */
void_reason: string | null, 
/**
 * Who registered it.
 */
recorded_by: string, 
/**
 * What it is about.
 */
category_id: CategoryId | null, 
/**
 * Changes with every save; a save of an older version is refused.
 */
version: number, 
/**
 * How many offices said that it is not theirs.
 */
bounces: number, 
/**
 * The office that the last of them proposed.
 */
proposed_office_id: OfficeId | null, 
/**
 * Suspensions of the term that runs now.
 */
suspensions: Array<TermSuspension>, 
/**
 * The day an irregular request was put right: the term starts there.
 */
restart_on: string | null, 
/**
 * The day it was taken up again: a second term starts there.
 */
reopened_on: string | null, 
/**
 * The citizen's date before it was taken up again, for the statistics.
 */
first_due_on: string | null, 
/**
 * The day of the first answer, for the statistics.
 */
first_answered_on: string | null, 
/**
 * The ticket it is answered with.
 */
master_id: TicketId | null, 
/**
 * The earliest date promised to somebody whose ticket is answered with this one.
 */
together_by: string | null, 
/**
 * Whether it is an event that many report.
 */
event: boolean, 
/**
 * The event it is part of.
 */
event_id: TicketId | null, 
/**
 * What somebody without a name asks with.
 */
pickup_code: PickupCode | null, 
/**
 * Tickets that belong with it.
 */
links: Array<LinkLine>, 
/**
 * The ticket it is answered with.
 */
master: TicketLine | null, 
/**
 * Tickets answered with it.
 */
merged: Array<TicketLine>, 
/**
 * The event it is part of.
 */
part_of: TicketLine | null, 
/**
 * The reports of this event.
 */
children: Array<TicketLine>, 
/**
 * The suspension that holds the term.
 */
suspended: SuspensionView | null, 
/**
 * The reasons of law its term can be suspended for; none for a promise of the desk.
 */
grounds: Array<SuspensionGround>, 
/**
 * Whether its term starts again when an irregular request is put right.
 */
restarts: boolean, 
/**
 * Who decides where it goes, after the second bounce.
 */
decider: Decider | null, 
/**
 * Attempts to reach the citizen.
 */
attempts: number, 
/**
 * The day from which an answered ticket can be filed without waiting any more.
 */
closable_from: string | null, 
/**
 * Whether that day has come.
 */
closable: boolean, 
/**
 * The last day it is taken up again; later it becomes a new ticket, linked to this one.
 */
reopens_until: string | null, 
/**
 * What the operator can take back.
 */
undoable: EventCode | null, };

/**
 * A whole code, to open the store with.
 */
export type RecoveryEntry = { 
/**
 * What was typed.
 */
code: string, };

/**
 * A recovery code on the screen.
 */
export type RecoveryShown = { 
/**
 * Its groups, in order.
 */
groups: Array<string>, 
/**
 * The numbers, from 1, of the groups to type back.
 */
type_back: Array<number>, };

/**
 * The groups typed back.
 */
export type RecoveryTyped = { 
/**
 * Two of them.
 */
groups: Array<TypedGroup>, };

/**
 * A card: whom to call and what to say.
 */
export type Referral = { 
/**
 * What it is about.
 */
title: string, 
/**
 * Whom to call, or where to go.
 */
call: string, 
/**
 * When they answer, if it is known.
 */
hours: string | null, 
/**
 * The sentence to say.
 */
say: string, 
/**
 * How citizens say it, one need a line.
 */
words: Array<string>, 
/**
 * Nothing of what was said is kept: neither the words nor who said them.
 */
secret: boolean, 
/**
 * Not shown any more.
 */
retired: boolean, };

/**
 * A card of the desk.
 */
export type ReferralCard = { 
/**
 * Its name in the data: the program's, or the municipality's own.
 */
id: string, 
/**
 * Changes with every save; 0 while it reads as the program carries it.
 */
version: number, 
/**
 * What it is about.
 */
title: string, 
/**
 * Whom to call, or where to go.
 */
call: string, 
/**
 * When they answer, if it is known.
 */
hours: string | null, 
/**
 * The sentence to say.
 */
say: string, 
/**
 * How citizens say it, one need a line.
 */
words: Array<string>, 
/**
 * Nothing of what was said is kept: neither the words nor who said them.
 */
secret: boolean, 
/**
 * Not shown any more.
 */
retired: boolean, };

/**
 * A card to add or to change.
 */
export type ReferralSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The card; a new one when missing.
 */
id: string | null, 
/**
 * The version that was read; 0 for a card that the municipality has not touched yet.
 */
version: number, 
/**
 * What it says.
 */
card: Referral, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * Why an action is refused.
 */
export type Refusal = { "refusal": "wrong_state", 
/**
 * What was asked.
 */
action: Action, 
/**
 * Where the ticket is.
 */
state: TicketState, } | { "refusal": "wrong_role", 
/**
 * What was asked.
 */
action: Action, 
/**
 * Who asked.
 */
role: Role, } | { "refusal": "missing", 
/**
 * What was asked.
 */
action: Action, 
/**
 * What it needs.
 */
need: Need, };

/**
 * A reminder that somebody sends.
 */
export type Remind = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The step of the ladder.
 */
step: ReminderStep, 
/**
 * How it is sent.
 */
means: ReplyChannel, 
/**
 * To whom.
 */
recipient: string, 
/**
 * The words.
 */
text: string, };

/**
 * Which ticket.
 */
export type ReminderQuery = { 
/**
 * The ticket.
 */
id: TicketId, };

/**
 * Whom a reminder (*sollecito*) goes to.
 */
export type ReminderStep = "office" | "head" | "substitute";

/**
 * The citizen comes back: it was not solved, or something is new.
 */
export type Reopen = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Why.
 */
reason: string, };

/**
 * The citizen is told.
 */
export type Reply = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The words told.
 */
text: string, 
/**
 * How.
 */
channel: ReplyChannel, 
/**
 * The day, when it is registered later.
 */
on: string | null, };

/**
 * How the citizen wants, or got, the reply.
 */
export type ReplyChannel = "phone" | "email" | "pec" | "letter" | "counter";

/**
 * An irregular request was put right: the term starts again.
 */
export type Restart = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What was put right.
 */
reason: string, 
/**
 * The day; today when missing.
 */
on: string | null, };

/**
 * The term runs again.
 */
export type Resume = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The day what was asked arrived; today when missing.
 */
on: string | null, 
/**
 * What arrived.
 */
note: string | null, };

/**
 * Who acts. The desk keeps the relationship with the citizen: an office can only report an outcome.
 */
export type Role = "operator" | "coordinator" | "office" | "calendar";

/**
 * What a row does to the directory.
 */
export type RowChange = "added" | "changed" | "unchanged";

/**
 * A rule that yields a date. The order is that of [`RULES`]; the text form is the snake_case name.
 */
export type RuleName = "commitment" | "civil_term" | "procedural_act" | "procedure" | "substitute_power" | "late_procedures_list" | "observations" | "documentary_access" | "ombudsman_decision" | "ombudsman_confirmation" | "documentary_access_opposition" | "irregular_request_notice" | "viewing_window" | "general_civic_access" | "general_civic_access_opposition" | "release_standstill" | "internal_review" | "review_request" | "forwarded_request" | "civic_access" | "environmental_access" | "environmental_access_extended" | "councillor_question" | "data_subject_request" | "data_subject_request_extended" | "whistleblowing_forward" | "legal_posting";

/**
 * Somebody with the same problem.
 */
export type SameProblem = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket that is there already.
 */
id: TicketId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What this caller says.
 */
text: string, 
/**
 * How they reached the desk.
 */
channel: Channel, 
/**
 * Somebody the store knows already.
 */
citizen_id: CitizenId | null, 
/**
 * Somebody new; nobody at all is counted and not named.
 */
citizen: CitizenData | null, };

/**
 * A row, as the table says it.
 */
export type SampleRow = { 
/**
 * The line it begins on.
 */
line: number, 
/**
 * Its cells, cut where they are long.
 */
cells: Array<string>, 
/**
 * What it does; none when it is refused.
 */
change: RowChange | null, };

/**
 * What was found.
 */
export type SearchHits = { 
/**
 * Tickets: those with that number or protocol number first, then the newest.
 */
tickets: Array<TicketLine>, 
/**
 * Citizens.
 */
citizens: Array<Citizen>, 
/**
 * Offices.
 */
offices: Array<OfficeHit>, 
/**
 * Where to send what is not for us.
 */
referrals: Array<ReferralCard>, };

/**
 * A work list with its length.
 */
export type Section = { 
/**
 * Which list.
 */
view: TicketView, 
/**
 * How many tickets it has.
 */
count: number, 
/**
 * The first of them.
 */
rows: Array<TicketLine>, };

/**
 * The report is not enough.
 */
export type SendBack = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What is missing.
 */
reason: string, };

/**
 * A reminder that was sent, or an interim reply.
 */
export type SentReminder = { 
/**
 * Its line of the timeline.
 */
id: EntryId, 
/**
 * The step; none for an interim reply to the citizen.
 */
step: ReminderStep | null, 
/**
 * When.
 */
at: string, 
/**
 * By whom.
 */
actor: string, 
/**
 * How.
 */
means: ReplyChannel, 
/**
 * To whom.
 */
recipient: string, };

/**
 * What stands between two cells.
 */
export type Separator = "semicolon" | "comma" | "tab";

/**
 * One open window of the desk.
 */
export type SessionId = string;

/**
 * New settings.
 */
export type SettingsSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * The settings, as typed.
 */
settings: TypedSettings, 
/**
 * The draft they were typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * The settings, with the version to give back when saving.
 */
export type SettingsView = { 
/**
 * The settings.
 */
settings: DeskSettings, 
/**
 * Their version.
 */
version: number, 
/**
 * Hours the desk is open in a week, in minutes.
 */
weekly_minutes: number, 
/**
 * Hours it is meant to be open in a week, in minutes.
 */
weekly_target: number, };

/**
 * A note for whoever sits at the desk next.
 */
export type ShiftNote = { 
/**
 * Identity.
 */
id: ShiftNoteId, 
/**
 * When it was written.
 */
at: string, 
/**
 * Who wrote it.
 */
author: string, 
/**
 * The words.
 */
text: InternalText, };

/**
 * A note for the next shift.
 */
export type ShiftNoteAdd = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The words.
 */
text: string, };

/**
 * A note a shift leaves to the next.
 */
export type ShiftNoteId = string;

/**
 * Which ticket another matter comes with.
 */
export type Sibling = { 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * What the new one will be to it: `visit`, another matter of the same visit, or `split_from`.
 */
kind: LinkKind, };

/**
 * Whether somebody signs before the clerk.
 */
export type SignBefore = "facoltativa" | "obbligatoria" | "mai";

/**
 * Who signs.
 */
export type SignatureState = { 
/**
 * Whether it is asked if it is made before the clerk.
 */
presence: SignBefore, 
/**
 * Whether it is.
 */
before_clerk: boolean | null, 
/**
 * As what, and who.
 */
signers: Array<[string, string | null]>, };

/**
 * What is being typed.
 */
export type SimilarQuery = { 
/**
 * Where.
 */
place: string, 
/**
 * The category taken, or the first proposed; without one the street alone decides.
 */
category_id: CategoryId | null, };

/**
 * A ticket that may be the same problem.
 */
export type SimilarTicket = { 
/**
 * Days since it was presented.
 */
age: number, 
/**
 * Whether somebody can still be added to it.
 */
open: boolean, 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * One line.
 */
subject: string, 
/**
 * Who brought it.
 */
citizen_name: string | null, 
/**
 * The office that has it.
 */
office_name: string | null, 
/**
 * What it is about.
 */
category_name: string | null, 
/**
 * How many others reported the same problem; of an event, how many tickets are part of it.
 */
reporters: number, 
/**
 * Whether it is an event that many report: it has no requester, and nobody is anonymous.
 */
event: boolean, 
/**
 * The day it was presented.
 */
presented_on: string, 
/**
 * The citizen's date.
 */
due_on: string | null, 
/**
 * The office's date.
 */
office_due_on: string | null, };

/**
 * A day on which the usual hours do not hold: an extra opening, a short day, a day shut. It wins over weekly hours,
 * closures, patron and holidays, because somebody wrote it for that very day. It moves no term of the law.
 */
export type SpecialDay = { 
/**
 * The day.
 */
date: string, 
/**
 * Its openings, in order; none when it is shut.
 */
spans: Array<OpeningSpan>, 
/**
 * Why, in the words for the door.
 */
reason: string, };

/**
 * An answer given on the spot.
 */
export type SpotAnswer = { 
/**
 * What the citizen was told.
 */
text: string, 
/**
 * How.
 */
channel: ReplyChannel, };

/**
 * An open ticket that nobody has touched for long.
 */
export type StaleTicket = { 
/**
 * The last time.
 */
touched_at: string, 
/**
 * Days since.
 */
days: number, 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * One line.
 */
subject: string, 
/**
 * Who brought it.
 */
citizen_name: string | null, 
/**
 * The office that has it.
 */
office_name: string | null, 
/**
 * What it is about.
 */
category_name: string | null, 
/**
 * How many others reported the same problem; of an event, how many tickets are part of it.
 */
reporters: number, 
/**
 * Whether it is an event that many report: it has no requester, and nobody is anonymous.
 */
event: boolean, 
/**
 * The day it was presented.
 */
presented_on: string, 
/**
 * The citizen's date.
 */
due_on: string | null, 
/**
 * The office's date.
 */
office_due_on: string | null, };

/**
 * The state of the program.
 */
export type Status = { 
/**
 * Version of the program.
 */
version: string, 
/**
 * Who works.
 */
operator: string, 
/**
 * The civil day in Italy.
 */
today: string, 
/**
 * The folder of the store, to tell the IT person.
 */
folder: string, 
/**
 * What there is once the store is open.
 */
ready: Ready | null, } & ({ "stage": "first_run" } | { "stage": "confirm_recovery" } | { "stage": "ready" } | { "stage": "locked", 
/**
 * Why.
 */
code: Code, 
/**
 * Whether the recovery code can open it.
 */
recoverable: boolean, });

/**
 * One step of the reckoning.
 */
export type Step = { 
/**
 * What happens, in Italian.
 */
label: string, 
/**
 * When.
 */
date: string, 
/**
 * The Italian citation it stands on; none for a habit of the desk.
 */
article: string | null, };

/**
 * A step.
 */
export type StepState = { 
/**
 * Its name.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * The same in the language that helps.
 */
title_help: string | null, 
/**
 * What to do.
 */
help: string | null, 
/**
 * Its questions.
 */
fields: Array<FieldState>, };

/**
 * A street of the register, found by any of its words.
 */
export type Street = { 
/**
 * Identity.
 */
id: StreetId, 
/**
 * Its whole name.
 */
name: string, 
/**
 * Its number in the national archive.
 */
code: string | null, };

/**
 * A street of the register.
 */
export type StreetId = string;

/**
 * A file of the archive.
 */
export type StreetImport = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The bytes of the file, in base 64.
 */
base64: string, 
/**
 * Only tell what would happen.
 */
dry_run: boolean, };

/**
 * What an import would do, or did.
 */
export type StreetReport = { 
/**
 * How the bytes were read.
 */
encoding: Encoding, 
/**
 * What stands between the cells.
 */
separator: Separator, 
/**
 * The columns and what each fills.
 */
columns: Columns, 
/**
 * Streets of the file.
 */
streets: number, 
/**
 * House numbers of the file.
 */
numbers: number, 
/**
 * The first streets, as they will be called.
 */
sample: Array<string>, 
/**
 * Lines that cannot be read, the first of them: with one of them, nothing is imported.
 */
faults: Array<LineFault>, 
/**
 * How many there are.
 */
faults_total: number, 
/**
 * Whether it was imported.
 */
imported: boolean, 
/**
 * Streets that were not there before; none while nothing is imported.
 */
added: number | null, };

/**
 * A record that can be open in a window.
 */
export type Subject = { "record": "ticket", "id": string } | { "record": "citizen", "id": string } | { "record": "office", "id": string } | { "record": "settings" };

/**
 * A category, with what follows from it.
 */
export type Suggestion = { 
/**
 * The category.
 */
category_id: CategoryId, 
/**
 * Its name.
 */
name: string, 
/**
 * Its area.
 */
area: string, 
/**
 * The words that speak for it.
 */
reasons: Array<Reason>, 
/**
 * The kind the words tell, or the one this category usually is; nothing when either kind would do.
 */
kind: TicketKind | null, 
/**
 * The office.
 */
office: OfficeRef | null, 
/**
 * Days the office usually needs.
 */
days: number, 
/**
 * Where the last tickets of the category went.
 */
past: Past | null, };

/**
 * The term stops, for one of the law's reasons.
 */
export type Suspend = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The reason.
 */
ground: SuspensionGround, 
/**
 * What was written to the citizen: what is missing, who was told, why it may be refused.
 */
asked: string, 
/**
 * How it was sent.
 */
channel: ReplyChannel | null, 
/**
 * The day it was sent; today when missing.
 */
sent_on: string | null, 
/**
 * The day it was received, where the law counts from there.
 */
received_on: string | null, 
/**
 * Who of those who coordinate the desk authorised a day that is past.
 */
authorized_by: string | null, };

/**
 * Why a term stands still.
 */
export type SuspensionGround = "missing_information" | "affected_third_parties" | "refusal_notice" | "privacy_authority";

/**
 * A suspension, and when it ends by itself.
 */
export type SuspensionView = { 
/**
 * Why.
 */
ground: SuspensionGround, 
/**
 * From when.
 */
sent_on: string, 
/**
 * The day the term runs again by itself.
 */
ends_by: string, 
/**
 * Whether that day has come: the next step finds the ticket running again.
 */
ended: boolean, };

/**
 * The words of a table: for the name of each column and for each code in its cells. What is missing stays a code.
 */
export type TableWords = { 
/**
 * Code → word.
 */
words: { [key in string]: string }, };

/**
 * A tag.
 */
export type Tag = { 
/**
 * Identity.
 */
id: TagId, 
/**
 * The word, or the few words.
 */
name: string, 
/**
 * Its colour.
 */
colour: TagColour, 
/**
 * Version of the row.
 */
version: number, };

/**
 * The colours a tag may have, from the design system's palette.
 */
export type TagColour = "grey" | "blue" | "green" | "yellow" | "red" | "violet";

/**
 * A tag (*etichetta*).
 */
export type TagId = string;

/**
 * A tag, and how many tickets have it.
 */
export type TagLine = { 
/**
 * Tickets that have it.
 */
tickets: number, 
/**
 * Identity.
 */
id: TagId, 
/**
 * The word, or the few words.
 */
name: string, 
/**
 * Its colour.
 */
colour: TagColour, 
/**
 * Version of the row.
 */
version: number, };

/**
 * A tag to rename or to colour. A name another tag has already merges the two.
 */
export type TagSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The tag.
 */
id: TagId, 
/**
 * The version that was read.
 */
version: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its colour.
 */
colour: TagColour, };

/**
 * Tags to put on a ticket, and to take off.
 */
export type TagTicket = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * Words to put on it; a word that is no tag yet becomes one.
 */
add: Array<string>, 
/**
 * Tags to take off.
 */
remove: Array<TagId>, };

/**
 * The desk starts on a ticket.
 */
export type Take = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * A suspension of a ticket's term, as it is registered.
 */
export type TermSuspension = { 
/**
 * Why.
 */
ground: SuspensionGround, 
/**
 * The day the letter that suspends was sent.
 */
sent_on: string, 
/**
 * The day it was received, where the law counts from there; the day it was sent when nobody knows better.
 */
received_on: string | null, 
/**
 * The day what was asked arrived: information, opposition, observations. `None` while it has not.
 */
ended_on: string | null, 
/**
 * Whether the term runs again.
 */
over: boolean, };

/**
 * What somebody typed.
 */
export type TextQuery = { 
/**
 * The words, the last one perhaps half typed.
 */
text: string, };

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * A ticket with everything around it.
 */
export type TicketDetail = { 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * How much of the citizen's term is gone, from 0 to 100.
 */
elapsed: number | null, 
/**
 * How much of the office's term is gone, from 0 to 100.
 */
office_elapsed: number | null, 
/**
 * Why the citizen's date is that date.
 */
deadline: Deadline | null, 
/**
 * What it is about.
 */
category: Category | null, 
/**
 * How many others reported the same problem.
 */
reporters: number, 
/**
 * Who brought it.
 */
citizen: Citizen | null, 
/**
 * Who else has to do with it.
 */
people: Array<PersonLine>, 
/**
 * The office that has it, or that seems competent.
 */
office: Office | null, 
/**
 * The timeline, oldest first.
 */
entries: Array<EntryLine>, 
/**
 * Papers and protocol numbers.
 */
papers: Papers, 
/**
 * What the desk can do now.
 */
actions: Array<Action>, 
/**
 * Other tickets of the same citizen.
 */
others: Array<TicketLine>, 
/**
 * The last contacts of the same citizen.
 */
contacts: Array<Interaction>, 
/**
 * What it waits for besides its state.
 */
follow: Follow, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * The state to go back to when a suspension ends.
 */
state_before: TicketState | null, 
/**
 * One line.
 */
subject: string, 
/**
 * The citizen's words.
 */
text: CitizenText, 
/**
 * Where the matter is.
 */
place: string | null, 
/**
 * Who brought it.
 */
citizen_id: CitizenId | null, 
/**
 * Why there is no name.
 */
anonymous_reason: string | null, 
/**
 * How the citizen wants the reply.
 */
reply_by: ReplyChannel | null, 
/**
 * The office that has it, or that seems competent.
 */
office_id: OfficeId | null, 
/**
 * Who follows it in the office.
 */
case_officer: string | null, 
/**
 * The rule of the citizen's date.
 */
rule: RuleName, 
/**
 * The day the term starts from.
 */
presented_on: string, 
/**
 * When it was registered.
 */
recorded_at: string, 
/**
 * The day the citizen has an answer by; `None` when none was promised.
 */
due_on: string | null, 
/**
 * The day the desk aims at: never leaning on a holiday that moves the term.
 */
target_on: string | null, 
/**
 * The day the office reports by. Its own clock: it never moves the citizen's.
 */
office_due_on: string | null, 
/**
 * The day the citizen was answered.
 */
answered_on: string | null, 
/**
 * When it was filed.
 */
closed_at: string | null, 
/**
 * Why it was voided.
 */
void_reason: string | null, 
/**
 * Who registered it.
 */
recorded_by: string, 
/**
 * What it is about.
 */
category_id: CategoryId | null, 
/**
 * Changes with every save; a save of an older version is refused.
 */
version: number, 
/**
 * How many offices said that it is not theirs.
 */
bounces: number, 
/**
 * The office that the last of them proposed.
 */
proposed_office_id: OfficeId | null, 
/**
 * Suspensions of the term that runs now.
 */
suspensions: Array<TermSuspension>, 
/**
 * The day an irregular request was put right: the term starts there.
 */
restart_on: string | null, 
/**
 * The day it was taken up again: a second term starts there.
 */
reopened_on: string | null, 
/**
 * The citizen's date before it was taken up again, for the statistics.
 */
first_due_on: string | null, 
/**
 * The day of the first answer, for the statistics.
 */
first_answered_on: string | null, 
/**
 * The ticket it is answered with.
 */
master_id: TicketId | null, 
/**
 * The earliest date promised to somebody whose ticket is answered with this one.
 */
together_by: string | null, 
/**
 * Whether it is an event that many report.
 */
event: boolean, 
/**
 * The event it is part of.
 */
event_id: TicketId | null, 
/**
 * What somebody without a name asks with.
 */
pickup_code: PickupCode | null, 
/**
 * Tickets that belong with it.
 */
links: Array<LinkLine>, 
/**
 * The ticket it is answered with.
 */
master: TicketLine | null, 
/**
 * Tickets answered with it.
 */
merged: Array<TicketLine>, 
/**
 * The event it is part of.
 */
part_of: TicketLine | null, 
/**
 * The reports of this event.
 */
children: Array<TicketLine>, 
/**
 * The suspension that holds the term.
 */
suspended: SuspensionView | null, 
/**
 * The reasons of law its term can be suspended for; none for a promise of the desk.
 */
grounds: Array<SuspensionGround>, 
/**
 * Whether its term starts again when an irregular request is put right.
 */
restarts: boolean, 
/**
 * Who decides where it goes, after the second bounce.
 */
decider: Decider | null, 
/**
 * Attempts to reach the citizen.
 */
attempts: number, 
/**
 * The day from which an answered ticket can be filed without waiting any more.
 */
closable_from: string | null, 
/**
 * Whether that day has come.
 */
closable: boolean, 
/**
 * The last day it is taken up again; later it becomes a new ticket, linked to this one.
 */
reopens_until: string | null, 
/**
 * What the operator can take back.
 */
undoable: EventCode | null, };

/**
 * What is typed at the intake. Only `text` is compulsory, with a way to answer or `anonymous`.
 */
export type TicketDraft = { 
/**
 * Identity, made before the first attempt to save.
 */
id: TicketId | null, 
/**
 * The contact it comes from.
 */
interaction_id: InteractionId | null, 
/**
 * What the citizen brings.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * What it is about, in one line; made from the text when missing.
 */
subject: string | null, 
/**
 * The citizen's own words.
 */
text: string, 
/**
 * Street, number, landmark.
 */
place: string | null, 
/**
 * The day the citizen presented it, today when missing. The term runs from here, not from registration.
 */
presented_on: string | null, 
/**
 * Why it is registered only now, when that day is past.
 */
presented_reason: string | null, 
/**
 * Somebody the store knows already.
 */
citizen_id: CitizenId | null, 
/**
 * Somebody new.
 */
citizen: CitizenData | null, 
/**
 * Nobody, with the reason.
 */
anonymous: Anonymous | null, 
/**
 * How the citizen wants the reply; the best of what is known when missing.
 */
reply_by: ReplyChannel | null, 
/**
 * The office that seems competent.
 */
office_id: OfficeId | null, 
/**
 * What it is about.
 */
category_id: CategoryId | null, 
/**
 * The answer, when it was given at once.
 */
answer: SpotAnswer | null, 
/**
 * A note for the municipality only.
 */
note: string | null, 
/**
 * The tray with the papers handed over meanwhile.
 */
papers: DraftId | null, 
/**
 * The rule of the citizen's date, where the law has one of its own; that of the kind when missing.
 */
rule: RuleName | null, 
/**
 * The ticket it belongs with: another matter of the same visit, or one that was in it.
 */
link: DraftLink | null, };

/**
 * What somebody wants to see.
 */
export type TicketFilter = { 
/**
 * Of which tickets.
 */
base: FilterBase, 
/**
 * In which order.
 */
order: FilterOrder, 
/**
 * Of one of these kinds; empty means any.
 */
kinds: Array<TicketKind>, 
/**
 * Arrived in one of these ways; empty means any.
 */
channels: Array<Channel>, 
/**
 * In one of these states; empty means any.
 */
states: Array<TicketState>, 
/**
 * With this office, or meant for it.
 */
office_id: OfficeId | null, 
/**
 * About this: a category, or an area and everything in it.
 */
category_id: CategoryId | null, 
/**
 * With this tag.
 */
tag_id: TagId | null, 
/**
 * These letters somewhere in the place.
 */
place: string | null, 
/**
 * Recorded by this operator.
 */
operator: string | null, 
/**
 * Presented on this day or later.
 */
presented_from: string | null, 
/**
 * Presented on this day or before.
 */
presented_to: string | null, 
/**
 * How the citizen's date stands.
 */
due: FilterDue | null, 
/**
 * Due on this day or later.
 */
due_from: string | null, 
/**
 * Due on this day or before.
 */
due_to: string | null, };

/**
 * A ticket (*pratica*).
 */
export type TicketId = string;

/**
 * What a citizen brings. Definitions follow the service charters of Italian municipalities.
 */
export type TicketKind = "report" | "complaint" | "suggestion" | "proposal" | "information_request" | "form_request" | "access_request" | "praise";

/**
 * A ticket as a line of a list, with its clocks read today.
 */
export type TicketLine = { 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * One line.
 */
subject: string, 
/**
 * Who brought it.
 */
citizen_name: string | null, 
/**
 * The office that has it.
 */
office_name: string | null, 
/**
 * What it is about.
 */
category_name: string | null, 
/**
 * How many others reported the same problem; of an event, how many tickets are part of it.
 */
reporters: number, 
/**
 * Whether it is an event that many report: it has no requester, and nobody is anonymous.
 */
event: boolean, 
/**
 * The day it was presented.
 */
presented_on: string, 
/**
 * The citizen's date.
 */
due_on: string | null, 
/**
 * The office's date.
 */
office_due_on: string | null, };

/**
 * A ticket's number, unique and without gaps within its year.
 */
export type TicketNumber = string;

/**
 * Which ticket.
 */
export type TicketRef = { 
/**
 * Its identity.
 */
id: TicketId, };

/**
 * Where a ticket is. Few states, many facts: *late* is computed from dates and is never a state.
 */
export type TicketState = "received" | "in_progress" | "transferred" | "with_office" | "outcome_received" | "suspended" | "answered" | "closed" | "forwarded_external" | "merged" | "withdrawn" | "closed_without_reply" | "voided";

/**
 * A work list.
 */
export type TicketView = "open" | "overdue" | "due_soon" | "at_office" | "office_late" | "to_communicate" | "new" | "finished" | "unregistered";

/**
 * A page of a list.
 */
export type Tickets = { 
/**
 * The lines.
 */
rows: Array<TicketLine>, 
/**
 * Where this page ends, when there may be more.
 */
next: string | null, };

/**
 * Which page of which list.
 */
export type TicketsQuery = { 
/**
 * The list.
 */
view: TicketView, 
/**
 * Words to look for, in place of the list: what the search box finds, further down.
 */
text: string | null, 
/**
 * A filter in place of the list.
 */
filter: TicketFilter | null, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * Lines wanted.
 */
limit: number | null, };

/**
 * Rows to export: those chosen, or else a whole list.
 */
export type TicketsTable = { 
/**
 * The chosen tickets, in their order; empty means the whole list.
 */
ids: Array<TicketId>, 
/**
 * The list.
 */
view: TicketView, 
/**
 * Words to look for, in place of the list.
 */
text: string | null, 
/**
 * A filter in place of the list.
 */
filter: TicketFilter | null, 
/**
 * The words of the table.
 */
words: { [key in string]: string }, };

/**
 * A ticket that was touched.
 */
export type TouchedLine = { 
/**
 * The last time.
 */
touched_at: string, 
/**
 * Lines written in its timeline.
 */
lines: number, 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * One line.
 */
subject: string, 
/**
 * Who brought it.
 */
citizen_name: string | null, 
/**
 * The office that has it.
 */
office_name: string | null, 
/**
 * What it is about.
 */
category_name: string | null, 
/**
 * How many others reported the same problem; of an event, how many tickets are part of it.
 */
reporters: number, 
/**
 * Whether it is an event that many report: it has no requester, and nobody is anonymous.
 */
event: boolean, 
/**
 * The day it was presented.
 */
presented_on: string, 
/**
 * The citizen's date.
 */
due_on: string | null, 
/**
 * The office's date.
 */
office_due_on: string | null, };

/**
 * A ticket goes to an office.
 */
export type Transfer = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The competent office.
 */
office_id: OfficeId, 
/**
 * What it is asked.
 */
question: string, 
/**
 * What was promised to the citizen.
 */
promise: string | null, 
/**
 * To whom in the office: its head, or who stands in for them, when missing.
 */
addressee: string | null, 
/**
 * The day to report by; the office's usual days when missing.
 */
answer_by: string | null, 
/**
 * Who decided, when the offices did not agree.
 */
decided_by: string | null, };

/**
 * One group as it was typed back.
 */
export type TypedGroup = { 
/**
 * Its number, from 1.
 */
number: number, 
/**
 * What was typed.
 */
text: string, };

/**
 * Settings as they are typed: the calendar in its parts, so that a wrong part is told by name.
 */
export type TypedSettings = { 
/**
 * The municipality.
 */
municipality: Municipality, 
/**
 * Name of the desk.
 */
name: string, 
/**
 * Where it is.
 */
address: string | null, 
/**
 * Its telephones.
 */
phone: string | null, 
/**
 * The sector it belongs to, and who directs it.
 */
sector: string | null, 
/**
 * Opening hours.
 */
hours: WeeklyHours, 
/**
 * The patron's day.
 */
patron: PatronDay | null, 
/**
 * Closures.
 */
closures: Array<Closure>, 
/**
 * Days with hours of their own.
 */
special: Array<SpecialDay>, };

/**
 * The last step is taken back.
 */
export type Undo = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Why; needed only when the ticket itself is taken back, because it was split from another.
 */
reason: string | null, };

/**
 * They do not.
 */
export type Unlink = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * What the first was to the other.
 */
kind: LinkKind, 
/**
 * The other.
 */
other_id: TicketId, };

/**
 * It stands on its own again.
 */
export type Unmerge = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, };

/**
 * A page of them, the oldest first.
 */
export type Unregistered = { 
/**
 * The lines.
 */
rows: Array<UnregisteredLine>, 
/**
 * Where this page ends, when there may be more.
 */
next: string | null, };

/**
 * A ticket that waits for a number.
 */
export type UnregisteredLine = { 
/**
 * Which way the matter went.
 */
direction: ProtocolDirection, 
/**
 * The day it came, or was answered.
 */
since: string, 
/**
 * The citizen's clock, while it runs.
 */
due: DueStatus | null, 
/**
 * The office's clock, while it runs.
 */
office_due: DueStatus | null, 
/**
 * Identity.
 */
id: TicketId, 
/**
 * The number the citizen is told.
 */
number: TicketNumber, 
/**
 * What the citizen brought.
 */
kind: TicketKind, 
/**
 * How it arrived.
 */
channel: Channel, 
/**
 * Where it is.
 */
state: TicketState, 
/**
 * One line.
 */
subject: string, 
/**
 * Who brought it.
 */
citizen_name: string | null, 
/**
 * The office that has it.
 */
office_name: string | null, 
/**
 * What it is about.
 */
category_name: string | null, 
/**
 * How many others reported the same problem; of an event, how many tickets are part of it.
 */
reporters: number, 
/**
 * Whether it is an event that many report: it has no requester, and nobody is anonymous.
 */
event: boolean, 
/**
 * The day it was presented.
 */
presented_on: string, 
/**
 * The citizen's date.
 */
due_on: string | null, 
/**
 * The office's date.
 */
office_due_on: string | null, };

/**
 * Which page.
 */
export type UnregisteredQuery = { 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * Lines wanted.
 */
limit: number | null, };

/**
 * Whether an office exists.
 */
export type Validity = { "validity": "current" } | { "validity": "not_yet", 
/**
 * Its first day.
 */
from: string, } | { "validity": "ended", 
/**
 * Its last day.
 */
on: string, };

/**
 * A check to start.
 */
export type Verify = { 
/**
 * The work, to follow it and to stop it.
 */
job: JobId, };

/**
 * What the check found.
 */
export type VerifyReport = { 
/**
 * Whether everything is as it was written.
 */
sound: boolean, 
/**
 * Lines of the register.
 */
events: number, 
/**
 * Lines whose payload has been erased.
 */
erased: number, 
/**
 * The first line that is not what was written.
 */
broken_at: number | null, 
/**
 * Why.
 */
broken_because: string | null, 
/**
 * Damage of the file, in the engine's words.
 */
damage: Array<string>, 
/**
 * Name and version of the engine.
 */
engine: string, 
/**
 * Version of the cipher.
 */
cipher: string | null, };

/**
 * A list to drop.
 */
export type ViewDrop = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The list.
 */
id: ViewId, };

/**
 * A list somebody keeps (*elenco salvato*).
 */
export type ViewId = string;

/**
 * A list somebody keeps.
 */
export type ViewLine = { 
/**
 * Identity.
 */
id: ViewId, 
/**
 * What it is called.
 */
name: string, 
/**
 * Whether everybody sees it.
 */
shared: boolean, 
/**
 * What it shows.
 */
filter: TicketFilter, 
/**
 * Its place among the others, from the first.
 */
place: number, 
/**
 * Version of the row.
 */
version: number, };

/**
 * A list to keep.
 */
export type ViewSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The list to change; a new one when missing, with the identity of the operation.
 */
id: ViewId | null, 
/**
 * The version that was read; 0 for a new one.
 */
version: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * Whether everybody sees it.
 */
shared: boolean, 
/**
 * What it shows.
 */
filter: TicketFilter, 
/**
 * Its place among the others; after them when missing.
 */
place: number | null, };

/**
 * Another order of the lists.
 */
export type ViewsArrange = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The lists in their new order; those not named come after, as they were.
 */
ids: Array<ViewId>, };

/**
 * Recorded by mistake.
 */
export type Void = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * Why.
 */
reason: string, };

/**
 * The openings of each day of a normal week, in order. An empty list is a closed day.
 */
export type WeeklyHours = { 
/**
 * Monday.
 */
monday: Array<OpeningSpan>, 
/**
 * Tuesday.
 */
tuesday: Array<OpeningSpan>, 
/**
 * Wednesday.
 */
wednesday: Array<OpeningSpan>, 
/**
 * Thursday.
 */
thursday: Array<OpeningSpan>, 
/**
 * Friday.
 */
friday: Array<OpeningSpan>, 
/**
 * Saturday.
 */
saturday: Array<OpeningSpan>, 
/**
 * Sunday.
 */
sunday: Array<OpeningSpan>, };

/**
 * The citizen takes it back.
 */
export type Withdraw = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * The ticket.
 */
id: TicketId, 
/**
 * The version that was read; a change of another version is refused. Left out, the ticket is changed
 * as it stands.
 */
version: number | null, 
/**
 * The draft it was typed in, to be thrown away with the save.
 */
draft_id: DraftId | null, 
/**
 * The citizen's words.
 */
text: string, 
/**
 * How they came.
 */
channel: ReplyChannel, };

/**
 * How a workstation likes to see the desk.
 */
export type Workstation = { 
/**
 * Light or dark.
 */
theme: Theme, 
/**
 * How close the rows are.
 */
density: Density, 
/**
 * Size of the text, in hundredths of the usual one: 80 to 200.
 */
scale: number, 
/**
 * Whether single letters are shortcuts.
 */
letters: boolean, 
/**
 * Minutes without a touch after which the screen covers itself; 0 is never.
 */
cover_after: number, 
/**
 * Whether it does so as well when the window is hidden.
 */
cover_hidden: boolean, };

/**
 * A workstation seen otherwise.
 */
export type WorkstationSave = { 
/**
 * The operation.
 */
op: OpId, 
/**
 * All of it: the last choice wins, whoever saw the one before.
 */
workstation: Workstation, };
