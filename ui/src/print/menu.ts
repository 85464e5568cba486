/** The menu of the papers there are; which they are is read when somebody asks. */
import { dialogs } from '../dialogs.svelte';
import type { Choice } from './papers';

/** Lets one of them be chosen. */
export async function choosePaper(of: (papers: typeof import('./papers')) => readonly Choice[], about: string) {
  dialogs.open({ kind: 'papers', choices: of(await import('./papers')), about });
}
