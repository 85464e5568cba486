/** A list, or what was chosen of it, as a table for a sheet. */
import type { DocumentFile, TicketId, TicketsTable } from '../bindings';
import { ask, saveDocument, type DeskFailure } from '../door';
import { sayFailure, sayRemedy } from '../errors';
import { choosePaper } from '../print/menu';
import { toasts } from '../toasts.svelte';
import { t } from '../words';
import { lists } from './lists.svelte';
import { tickets } from './tickets.svelte';

/** The words of a table: its columns, and every code in its cells. */
export const tableWords = (): Record<string, string> => ({
  ...t.table, ...t.kind, ...t.channel, ...t.state, in: t.papers.direction.in, out: t.papers.direction.out,
});

/** The chosen tickets, or the whole list when none is. */
const chosen = (ids: readonly TicketId[]): TicketsTable => ({
  ids: [...ids], view: tickets.view, filter: lists.shown?.text ? null : (lists.shown?.filter ?? null), text: lists.shown?.text ?? null, words: {},
});

/** Lets one of the papers of the list be chosen. */
export function printList(ids: readonly TicketId[]) {
  const title = lists.shown?.name ?? t.view[tickets.view];
  const about = ids.length > 0 ? t.lists.marked(ids.length) : title;
  void choosePaper(({ papersOfList }) => papersOfList(chosen(ids), title), about);
}

/** Saves the chosen tickets, or the whole list when none is. */
export async function saveTable(ids: readonly TicketId[]) {
  try {
    const file: DocumentFile = await ask('tickets_table', { ...chosen(ids), words: tableWords() });
    if (await saveDocument(file)) toasts.done(t.lists.saved(file.file_name));
  } catch (thrown) {
    const { failure } = thrown as DeskFailure;
    toasts.error(`${sayFailure(failure)} ${sayRemedy(failure)}`);
  }
}
