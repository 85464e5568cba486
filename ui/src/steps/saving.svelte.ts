/**
 * Saving what was typed, told honestly: the same operation however often it is tried, the draft held back while the
 * record is written, every failure shown and nothing typed ever lost.
 */
import type { OpId } from '../bindings';
import { DeskFailure, newId } from '../door';
import type { Draft } from '../drafts.svelte';
import { sayFields } from '../errors';

export class Saving<Body extends object> {
  /** One operation for the life of the dialog: trying again after a lost answer changes nothing twice. */
  readonly op: OpId = newId();
  busy = $state(false);
  trouble = $state.raw<DeskFailure | null>(null);
  faults = $state.raw<Record<string, string>>({});

  constructor(readonly draft: Draft<Body>) {}

  /** Does `work` and answers what it gives; nothing when it failed, or when it is being done already. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    try {
      await this.draft.hold();
      const done = await work();
      this.draft.done();
      [this.trouble, this.faults] = [null, {}];
      return done;
    } catch (thrown) {
      this.draft.release();
      if (!(thrown instanceof DeskFailure)) throw thrown;
      [this.trouble, this.faults] = [thrown, sayFields(thrown.failure)];
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** Shows a fault that the screen itself knows: nothing was chosen where a choice is needed. */
  refuse(field: string, words: string) {
    [this.trouble, this.faults] = [null, { [field]: words }];
  }
}

/** Brings the attention to the first wrong field of a form. */
export function toFirstFault(within: ParentNode = document) {
  const open = [...within.querySelectorAll('dialog[open]')].at(-1) ?? within;
  open.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}
