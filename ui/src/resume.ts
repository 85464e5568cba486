/** How a draft is taken up again: the screen it belongs to, over the ticket or office it is about. */
import type { DraftView } from './bindings';
import { dialogs, type StepKind } from './dialogs.svelte';
import { aboutOf, DRAFT_KINDS, tray, type DraftKind } from './drafts.svelte';
import { ask, DeskFailure } from './door';
import { sayFailure } from './errors';
import { enter, go } from './frame/sections';
import { toasts } from './toasts.svelte';
import { t } from './words';

/** The drafts that are not a step of a ticket. */
const ELSEWHERE: readonly DraftKind[] = [
  'intake', 'contact', 'callback', 'bulk', 'citizen', 'referral', 'shift_note', 'office', 'follow_up', 'settings',
  'office_import', 'letterhead', 'arrange', 'form',
];
const isStep = (kind: DraftKind): kind is StepKind => !ELSEWHERE.includes(kind);

/** The kind of a draft; none for one that a newer program left. */
export const kindOf = (draft: DraftView) => DRAFT_KINDS.find((kind) => kind === draft.kind);

/** What a draft says of itself in a list: its kind and the first words typed. */
export function titleOf(draft: DraftView): { kind: string; words: string } {
  const kind = kindOf(draft);
  const body = (draft.body ?? {}) as Record<string, unknown>;
  const texts = ['text', 'topic', 'question', 'reason', 'case_officer', 'surname', 'name', 'title', 'who'].map((field) => body[field]);
  const words = texts.find((text): text is string => typeof text === 'string' && text.trim() !== '');
  return { kind: kind ? t.drafts.kind[kind] : draft.kind, words: words ?? t.drafts.empty };
}

/** Opens the screen of a draft, with everything typed. */
export async function resume(draft: DraftView) {
  const kind = kindOf(draft);
  if (!kind) return;
  if (kind === 'intake' || kind === 'contact' || kind === 'referral' || kind === 'callback' || kind === 'bulk' || kind === 'office_import' || kind === 'arrange') {
    return dialogs.open({ kind, draft });
  }
  if (kind === 'form') return dialogs.open({ kind: 'forms', draft });
  if (kind === 'settings' || kind === 'follow_up') return enter('settings');
  if (kind === 'letterhead') {
    enter('settings');
    return void dialogs.open({ kind });
  }
  if (kind === 'shift_note') return enter('handover');
  try {
    const about = aboutOf(draft);
    if (isStep(kind) && about) {
      const ticket = await ask('ticket', { id: about });
      go({ screen: 'tickets', view: ticket.due ? 'open' : 'finished', ticket: about });
      dialogs.open({ kind, ticket, draft });
    } else if (kind === 'citizen') {
      const citizen = about && about !== 'new' ? (await ask('citizen', { id: about })).citizen : null;
      go({ screen: 'citizens', citizen: citizen?.id ?? null });
      dialogs.open({ kind: 'citizen_edit', citizen, draft });
    } else if (kind === 'office') {
      const { offices } = await ask('offices', {});
      const office = offices.find(({ id }) => id === about) ?? null;
      go({ screen: 'offices', office: office?.id ?? null });
      dialogs.open({ kind, office, draft });
    }
  } catch (failure) {
    toasts.error(sayFailure((failure as DeskFailure).failure));
  }
}

/** Throws a waiting draft away, with a way to take it back. */
export async function discard(draft: DraftView) {
  try {
    await ask('draft_discard', { id: draft.id });
    tray.drop(draft.id);
    toasts.done(t.drafts.discarded, { label: t.drafts.putBack, run: () => void putBack(draft) });
  } catch {
    toasts.error(t.drafts.notDiscarded);
  }
}

async function putBack(draft: DraftView) {
  await ask('draft_save', { id: draft.id, kind: draft.kind, body: draft.body });
  tray.put(draft);
}
