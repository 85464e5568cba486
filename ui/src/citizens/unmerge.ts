/** Taking a merged record out again, and saying so. */
import type { CitizenId } from '../bindings';
import { desk } from '../desk.svelte';
import { ask, DeskFailure, newId } from '../door';
import { sayFailure, sayRemedy } from '../errors';
import { personName } from '../format';
import { toasts } from '../toasts.svelte';
import { t } from '../words';

export async function unmerge(absorbed: CitizenId) {
  try {
    const { citizen } = await ask('citizen_unmerge', { op: newId(), absorbed });
    toasts.done(t.merge.undone(personName(citizen)));
    desk.changed();
  } catch (failure) {
    const { failure: said } = failure as DeskFailure;
    toasts.error(`${sayFailure(said)} ${sayRemedy(said)}`);
  }
}
