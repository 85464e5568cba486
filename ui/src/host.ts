/**
 * What the screens may ask of the program around them, and nothing else: one door for the work, one ear for what it
 * tells by itself, and two ways out for a document. No screen knows whether a window or a browser is behind it.
 */
import type { Commands, DocumentFile, Event } from './bindings';

/** The program around the screens. */
export interface Host {
  /** Asks for one piece of work; rejects with the `Failure` of the command, as it came. */
  rpc<K extends keyof Commands>(command: K, request: Commands[K][0]): Promise<Commands[K][1]>;
  /** Listens to what the desk tells without being asked; the answer stops listening. */
  listen(handler: (event: Event) => void): () => void;
  /** Lets the operator choose where to keep a document; false when they thought better of it. */
  saveDocument(file: DocumentFile): Promise<boolean>;
  /** Shows a document in the system's own viewer, from which it is printed. */
  openDocument(file: DocumentFile): Promise<void>;
}

/** The window's host, or the one for a browser on the same machine (development and tests). */
export async function chooseHost(): Promise<Host> {
  const { host } = '__TAURI_INTERNALS__' in window ? await import('./host/tauri') : await import('./host/loopback');
  return host;
}
