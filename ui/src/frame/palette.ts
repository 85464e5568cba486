/** Everything that can be done from here, by name: what the keys can do now, the lists, what was seen, the settings. */
import { tick } from 'svelte';
import { desk } from '../desk.svelte';
import { dialogs } from '../dialogs.svelte';
import { combinations, KEYS, possible, printed, type Scope } from '../keys';
import { recents, type Recent } from '../recent.svelte';
import { VIEWS } from '../route';
import { SECTIONS } from '../settings/sections';
import { lists, shownOf } from '../tickets/lists.svelte';
import { tickets } from '../tickets/tickets.svelte';
import { t } from '../words';
import { go } from './sections';

export type Group = Scope | 'views' | 'recent' | 'settings';

export interface Entry {
  id: string;
  group: Group;
  label: string;
  /** Its key, as printed on the keyboard. */
  key?: string;
  run: () => void;
}

/** What is under the eyes comes first. */
const ORDER: readonly Group[] = ['intake', 'dialog', 'ticket', 'agenda', 'citizens', 'offices', 'paper', 'recent', 'desk', 'views', 'settings'];

/** What makes no sense from a list of commands: moving in a list, and the list of commands itself. */
const LEFT_OUT: readonly string[] = ['next', 'previous', 'enter', 'back', 'views', 'palette', 'takePaper', 'nextPage', 'previousPage', 'larger', 'lesser'];

/** What the palette offers. To be asked before its own layer lies on top, since what is possible depends on that. */
export function entries(): Entry[] {
  const verbs = possible()
    .filter(({ name }) => !LEFT_OUT.includes(name) && KEYS[name][0] !== 'first')
    .map(({ name, run }): Entry => {
      const [first] = combinations(name);
      const key = printed(first!);
      return { id: name, group: KEYS[name][0], label: t.keys.verbs[name], key, run: () => run(first!) };
    });
  // Over an open dialog no other place can be shown: only what the dialog itself can do.
  const all = !free() ? verbs : [...verbs, ...fixed(), ...recents.list.map(seen), ...settings()];
  return inOrder(all);
}

/** What is under the eyes first. */
export const inOrder = (all: Entry[]) => all.toSorted((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group));

/** Whether another place can be shown: not over an open dialog. */
export const free = () => dialogs.stack.every(({ spec }) => spec.kind === 'palette');

/** The lists somebody keeps. They come a moment later than the rest: they are asked for when the palette opens. */
export const kept = (): Entry[] =>
  lists.kept.map((view) => ({
    id: `kept-${view.id}`,
    group: 'views',
    label: view.name,
    run: () => {
      lists.shown = shownOf(view);
      if (desk.route.screen === 'tickets') void tickets.turned();
      else go({ screen: 'tickets', view: tickets.view, ticket: null });
    },
  }));

const fixed = () =>
  VIEWS.map((view, at): Entry => ({
    id: `view-${view}`,
    group: 'views',
    label: t.view[view],
    ...(desk.route.screen === 'tickets' && { key: String(at + 1) }),
    run: () => go({ screen: 'tickets', view, ticket: null }),
  }));

const seen = (recent: Recent): Entry => ({
  id: recent.id,
  group: 'recent',
  label: recent.name,
  run: () => void (recent.kind === 'citizen' ? dialogs.open(recent) : go({ screen: 'tickets', view: 'open', ticket: recent.id })),
});

const settings = () =>
  Object.entries(SECTIONS).map(([section, label]): Entry => ({
    id: `settings-${section}`, group: 'settings', label, run: () => go({ screen: 'settings', section }),
  }));

/** Does it once the palette is gone and the focus is back where it was. */
export async function perform(entry: Entry, close: () => void) {
  close();
  await tick();
  entry.run();
}
