/**
 * From what the backend says went wrong to what the desk reads and what the screen does. Every table here is total
 * over the generated types: a new code, rule or refusal without words does not compile.
 */
import type { Code, DeadlineFault, DeskFault, Failure, FieldRule, FileFault, PaperFault, Refusal } from './bindings';
import { fullDate, whole } from './format';
import { t } from './words';

/** How loudly a failure is told. */
export type Severity = 'field' | 'warning' | 'error';

/** What the screen does about it. */
export interface Remedy {
  severity: Severity;
  /** Whether asking again with the same operation is safe and may help. */
  again: boolean;
}

const atField: Remedy = { severity: 'field', again: false };
const waits: Remedy = { severity: 'warning', again: true };
const keepsText: Remedy = { severity: 'error', again: true };
const stops: Remedy = { severity: 'error', again: false };

/** What to do about each code. */
export const remedies: Record<Code, Remedy> = {
  invalid: atField, bad_request: stops, not_found: stops, conflict: { severity: 'warning', again: true },
  not_possible: { severity: 'warning', again: false }, not_saved: keepsText, outcome_unknown: keepsText,
  disk_full: keepsText, disk_error: keepsText, busy: waits, store_missing: stops, store_exists: stops,
  keys_missing: stops, store_gone: stops, keys_damaged: stops, key_missing: stops, no_keyring: stops,
  keyring_locked: stops, key_file_missing: stops, key_file_damaged: stops, key_file_too_open: stops,
  key_in_the_way: stops, wrong_key: stops, recovery_mistyped: atField, recovery_wrong: atField, damaged: stops,
  not_a_store: stops, newer_schema: stops, read_only: keepsText, network_share: stops, unreachable: waits,
  cancelled: { severity: 'warning', again: false }, print_not_here: stops, no_printer: waits, unexpected: keepsText,
};

/** Words for each variant of a union told apart by the field `Tag`. */
type Sayings<Union, Tag extends string> = {
  [Name in Union extends { [K in Tag]: infer N extends string } ? N : never]: (
    it: Extract<Union, { [K in Tag]: Name }>,
  ) => string;
};

const rules: Sayings<FieldRule, 'rule'> = {
  required: () => t.faults.rules.required,
  too_long: ({ max }) => t.faults.rules.tooLong(whole(max)),
  control_character: () => t.faults.rules.control,
  unknown_field: () => t.faults.rules.unknownField,
  wrong_value: ({ expected }) => t.faults.wanted[expected] ?? t.faults.rules.wrongValue,
  in_future: () => t.faults.rules.inFuture,
  too_old: ({ earliest }) => t.faults.rules.tooOld(fullDate(earliest)),
  before: ({ earliest }) => t.faults.rules.before(fullDate(earliest)),
  not_an_email: () => t.faults.rules.notAnEmail,
  not_a_phone: () => t.faults.rules.notAPhone,
  not_a_tax_code: () => t.faults.rules.notATaxCode,
  contact_needed: () => t.faults.rules.contactNeeded,
  not_both: () => t.faults.rules.notBoth,
  already_there: () => t.faults.rules.alreadyThere,
  blank_left: ({ name }) => t.faults.rules.blankLeft(name),
  not_found: () => t.faults.rules.notFound,
  ambiguous: () => t.faults.rules.ambiguous,
  out_of_range: ({ min, max }) => t.faults.rules.outOfRange(whole(min), whole(max)),
  not_a_pdf: () => t.faults.rules.notAPdf,
  not_a_picture: () => t.faults.rules.notAPicture,
  not_printable: ({ character }) => t.faults.rules.notPrintable(character),
  does_not_fit: () => t.faults.rules.doesNotFit,
  file: ({ fault }) => (files[fault.fault] as (it: FileFault) => string)(fault),
  too_many_cells: ({ columns, cells }) => t.faults.rules.tooManyCells(whole(columns), whole(cells)),
  repeated_on: ({ line }) => t.faults.rules.repeatedOn(whole(line)),
  ended: ({ on }) => t.faults.rules.ended(fullDate(on)),
  circular: () => t.faults.rules.circular,
  looks_like_formula: () => t.faults.rules.looksLikeFormula,
  paper: ({ fault }) => (t.papers.fault[fault.fault] as (it: PaperFault) => string)(fault),
  calendar: ({ fault }) => (calendars[fault.fault] as (it: DeskFault) => string)(fault),
};

const files: Sayings<FileFault, 'fault'> = {
  empty: () => t.faults.file.empty,
  too_large: ({ megabytes }) => t.faults.file.tooLarge(whole(megabytes)),
  too_many_rows: ({ max }) => t.faults.file.tooManyRows(whole(max)),
  utf16: () => t.faults.file.utf16,
  spreadsheet: () => t.faults.file.spreadsheet,
  not_text: ({ line }) => t.faults.file.notText(whole(line)),
  open_quote: ({ line }) => t.faults.file.openQuote(whole(line)),
  missing_columns: ({ fields }) => t.faults.file.missingColumns(fields),
};

/** The backend numbers the days of the week from Monday, 1. */
const weekday = (number: number) => Object.values(t.settings.days)[number - 1] ?? '';

const calendars: Sayings<DeskFault, 'fault'> = {
  reversed_span: ({ weekday: day, from, to }) => t.faults.calendar.reversedSpan(weekday(day), from, to),
  overlapping_spans: ({ weekday: day, from }) => t.faults.calendar.overlapping(weekday(day), from),
  not_whole_minutes: ({ weekday: day }) => t.faults.calendar.notWholeMinutes(weekday(day)),
  no_such_day: ({ day, month }) => t.faults.calendar.noSuchDay(`${day}/${month}`),
  reversed_closure: ({ from, to }) => t.faults.calendar.reversedClosure(fullDate(from), fullDate(to)),
  closure_without_reason: ({ from }) => t.faults.calendar.closureWithoutReason(fullDate(from)),
  special_day_without_reason: ({ date }) => t.faults.calendar.specialWithoutReason(fullDate(date)),
  repeated_special_day: ({ date }) => t.faults.calendar.repeatedSpecial(fullDate(date)),
};

const refusals: Sayings<Refusal, 'refusal'> = {
  wrong_state: ({ action, state }) => t.faults.refusals.wrongState(t.action[action], t.state[state]),
  wrong_role: ({ action, role }) => t.faults.refusals.wrongRole(t.action[action], t.role[role]),
  missing: ({ action, need }) => t.faults.refusals.missing(t.action[action], t.need[need]),
};

const deadlines: Sayings<DeadlineFault, 'fault'> = {
  commitment_never_suspended: () => t.faults.deadlines.commitmentNeverSuspended,
  suspension_not_allowed: ({ ground }) => t.faults.deadlines.suspensionNotAllowed(t.ground[ground]),
  second_suspension: ({ ground }) => t.faults.deadlines.secondSuspension(t.ground[ground]),
  suspension_before_start: ({ start_on }) => t.faults.deadlines.suspensionBeforeStart(fullDate(start_on)),
  suspension_after_due: ({ due_on }) => t.faults.deadlines.suspensionAfterDue(fullDate(due_on)),
  reversed_interval: ({ from, to }) => t.faults.deadlines.reversed(fullDate(from), fullDate(to)),
  restart_not_allowed: () => t.faults.deadlines.restartNotAllowed,
  restart_before_presentation: ({ presented_on }) => t.faults.deadlines.restartTooEarly(fullDate(presented_on)),
  extension_not_allowed: () => t.faults.deadlines.extensionNotAllowed,
  extension_before_start: ({ start_on }) => t.faults.deadlines.extensionTooEarly(fullDate(start_on)),
  extension_too_late: ({ limit }) => t.faults.deadlines.extensionTooLate(fullDate(limit)),
  out_of_range: ({ date }) => t.faults.deadlines.outOfRange(fullDate(date)),
  days_missing: () => t.faults.deadlines.daysMissing,
  days_not_accepted: () => t.faults.deadlines.daysNotAccepted,
  no_days: () => t.faults.deadlines.noDays,
  too_many_days: ({ max }) => t.faults.deadlines.tooManyDays(whole(max)),
  desk_never_open: ({ around }) => t.faults.deadlines.neverOpen(fullDate(around)),
};

/** The words for a rule that a field breaks. */
export const sayRule = (rule: FieldRule) => (rules[rule.rule] as (it: FieldRule) => string)(rule);

/** The words for an action that the ticket refuses. */
export const sayRefusal = (refusal: Refusal) =>
  (refusals[refusal.refusal] as (it: Refusal) => string)(refusal);

/** The words for facts that give no legal date. */
export const sayDeadline = (fault: DeadlineFault) =>
  (deadlines[fault.fault] as (it: DeadlineFault) => string)(fault);

/** What happened, as exactly as the failure tells it. */
export function sayFailure(failure: Failure): string {
  if (failure.refusal) return sayRefusal(failure.refusal);
  if (failure.deadline) return sayDeadline(failure.deadline);
  if (failure.group !== null) return t.faults.group(failure.group);
  return t.faults.codes[failure.code].text;
}

/** What to do about it. */
export const sayRemedy = (failure: Failure) => t.faults.codes[failure.code].todo;

/** What a form is sent in; its fields are known to the screens without it. */
const SENT_IN = /^(ticket|office|settings|card)\./;

/** The words for each wrong field, by its path within its form (`citizen.email`). */
export function sayFields(failure: Failure): Record<string, string> {
  return Object.fromEntries(failure.fields.map(({ field, rule }) => [field.replace(SENT_IN, ''), sayRule(rule)]));
}
