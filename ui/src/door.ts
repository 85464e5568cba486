/**
 * The door to the desk's work. Every answer that is not Ok leaves here as a `DeskFailure`, so that no screen ever has
 * to guess what went wrong.
 */
import type { Code, Commands, Event, Failure, DocumentFile, PageQuery } from './bindings';
import type { Host } from './host';

let host: Host | undefined;

/** Says who stands behind the door; once, at the start. */
export function openDoor(to: Host) {
  host = to;
}

/** A command that did not do what was asked. */
export class DeskFailure extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.code}: ${failure.detail}`);
    this.name = 'DeskFailure';
  }

  get code(): Code {
    return this.failure.code;
  }
}

/** Asks for one piece of work. Throws only `DeskFailure`. */
export async function ask<K extends keyof Commands>(command: K, request: Commands[K][0]): Promise<Commands[K][1]> {
  try {
    return await behind().rpc(command, request);
  } catch (thrown) {
    throw asFailure(thrown, 'op' in request);
  }
}

/** A page of a paper at hand, as it looks. */
export const page = (query: PageQuery) => leave(() => behind().page(query));

/** Listens to what the desk tells without being asked. */
export function listen(handler: (event: Event) => void): () => void {
  return behind().listen(handler);
}

/** Lets the operator keep a document; false when they thought better of it. */
export const saveDocument = (file: DocumentFile) => leave(() => behind().saveDocument(file));

/** Lets the operator choose a file with one of these endings; null when they thought better of it. */
export const pickFile = (endings: readonly string[] = []) => leave(() => behind().pickFile(endings));

/** Shows a document in the system's viewer. */
export const openDocument = (file: DocumentFile) => leave(() => behind().openDocument(file));

/**
 * A new identity: UUID version 7 (RFC 9562), made here and before the first attempt, so that asking again after a
 * broken answer is recognised as the same act.
 */
export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

async function leave<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw asFailure(thrown, false);
  }
}

function behind(): Host {
  if (!host) throw new Error('the door is not open yet');
  return host;
}

/**
 * When the answer itself is lost, a change may or may not have been written: the one honest word for it is
 * `outcome_unknown`, and trying again with the same operation is safe.
 */
function asFailure(thrown: unknown, changes: boolean): DeskFailure {
  if (thrown instanceof DeskFailure) return thrown;
  if (isFailure(thrown)) return new DeskFailure(thrown);
  const code: Code = changes ? 'outcome_unknown' : 'unreachable';
  return new DeskFailure({ code, detail: String(thrown), fields: [], refusal: null, deadline: null, group: null });
}

function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && Array.isArray((thrown as Failure).fields);
}
