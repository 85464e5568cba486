/**
 * The papers of one place: a ticket, or the tray of one that is being typed. Files come in by choosing, pasting and
 * dropping; each is told by name when it is refused. Nothing is opened by itself.
 */
import type { AttachmentLine, PaperPlace } from '../bindings';
import { ask, DeskFailure, newId, openDocument, saveDocument } from '../door';
import { sayFailure, sayFields, sayRemedy } from '../errors';
import { toasts } from '../toasts.svelte';
import { t } from '../words';

/** Bytes of a piece of a file turned to text at a time: a call has only so many arguments. */
const PIECE = 0x8000;
/** Bytes of the largest image shown small: beside a list, more would only be slow. */
const SHOWN = 4 * 1024 * 1024;

export class Tray {
  lines = $state.raw<AttachmentLine[]>([]);
  /** Files that were refused, in words. */
  refused = $state.raw<string[]>([]);
  /** The file that is being kept now. */
  adding: string | null = $state(null);
  /** Images as addresses a page may show, by the digest of their bytes. */
  images = $state.raw<Record<string, string>>({});

  constructor(
    private readonly place: () => PaperPlace,
    private readonly changed: () => void = () => undefined,
  ) {}

  async load() {
    this.show(await ask('attachments', this.place()));
  }

  show(lines: AttachmentLine[]) {
    this.lines = lines;
    for (const line of lines) void this.look(line);
  }

  /** Keeps files, one after the other. */
  async add(files: Iterable<File>) {
    this.refused = [];
    let kept = 0;
    for (const file of files) {
      this.adding = file.name;
      try {
        const base64 = await text(file);
        const line = await ask('attachment_add', { op: newId(), place: this.place(), name: file.name, base64 });
        this.show([...this.lines.filter(({ id }) => id !== line.id), line]);
        kept += 1;
        toasts.done(t.papers.added(line.shown_name));
      } catch (thrown) {
        this.refused = [...this.refused, t.papers.refused(file.name, say(thrown as DeskFailure))];
      }
    }
    this.adding = null;
    if (kept > 0) this.changed();
  }

  /** Lets the operator choose files; a chooser of the page is one of the system in the window too. */
  choose() {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.onchange = () => void this.add(input.files ?? []);
    input.click();
  }

  /** Files that are pasted; words stay words. */
  paste(event: ClipboardEvent) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.add(files);
  }

  drop(event: DragEvent) {
    event.preventDefault();
    void this.add(event.dataTransfer?.files ?? []);
  }

  open = (line: AttachmentLine) => leave(async () => openDocument(await ask('attachment_read', { id: line.id })));

  save = (line: AttachmentLine) =>
    leave(async () => {
      const file = await ask('attachment_read', { id: line.id });
      if (await saveDocument(file)) toasts.done(t.papers.saved(file.file_name));
    });

  /** Takes out a paper that no ticket has yet. */
  async takeOut({ id }: AttachmentLine) {
    await leave(async () => {
      await ask('attachment_remove', { op: newId(), id, reason: null });
      this.lines = this.lines.filter((line) => line.id !== id);
    });
  }

  private async look({ id, image, sha256, size, media_type }: AttachmentLine) {
    if (!image || size > SHOWN || this.images[sha256]) return;
    const file = await ask('attachment_read', { id }).catch(() => null);
    if (file) this.images = { ...this.images, [sha256]: `data:${media_type};base64,${file.base64}` };
  }
}

async function leave(work: () => Promise<unknown>) {
  try {
    await work();
  } catch (thrown) {
    toasts.error(say(thrown as DeskFailure));
  }
}

const say = ({ failure }: DeskFailure) =>
  sayFields(failure).file ?? `${sayFailure(failure)} ${sayRemedy(failure)}`;

async function text(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary);
}
