/**
 * What the screens may ask of the program around them, and nothing else: one door for the work, one ear for what it
 * tells by itself, two ways out for a document and one way in for a file. No screen knows whether a window or a browser is behind it.
 */
import type { Commands, DocumentFile, Event, PageQuery } from './bindings';

/** A file of this computer, chosen by the operator. */
export interface PickedFile {
  /** Its own name, without its folder. */
  name: string;
  base64: string;
}

/** A page as it looks: four bytes for each pixel, row by row from the top left. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** The program around the screens. */
export interface Host {
  /** Asks for one piece of work; rejects with the `Failure` of the command, as it came. */
  rpc<K extends keyof Commands>(command: K, request: Commands[K][0]): Promise<Commands[K][1]>;
  /** A page of a paper at hand; its answer is bytes, which JSON would make three times as long. */
  page(query: PageQuery): Promise<Pixels>;
  /** Listens to what the desk tells without being asked; the answer stops listening. */
  listen(handler: (event: Event) => void): () => void;
  /** Lets the operator choose where to keep a document; false when they thought better of it. */
  saveDocument(file: DocumentFile): Promise<boolean>;
  /**
   * Lets the operator choose a file with one of these endings (`csv`), any file when none is named; null when they
   * thought better of it. A file that cannot be read, or is larger than the program takes, rejects with a `Failure`.
   */
  pickFile(endings: readonly string[]): Promise<PickedFile | null>;
  /** Shows a document in the system's own viewer, from which it is printed. */
  openDocument(file: DocumentFile): Promise<void>;
}

/** What a host got for a page: width and height, the least byte first, then the pixels. */
export function pixelsOf(bytes: ArrayBuffer): Pixels {
  const head = new DataView(bytes);
  return { width: head.getUint32(0, true), height: head.getUint32(4, true), rgba: new Uint8ClampedArray(bytes, 8) };
}

/** The window's host, or the one for a browser on the same machine (development and tests). */
export async function chooseHost(): Promise<Host> {
  const { host } = '__TAURI_INTERNALS__' in window ? await import('./host/tauri') : await import('./host/loopback');
  return host;
}
