/** Somebody says that the card of an office is right. */
import type { Office } from '../bindings';
import { desk } from '../desk.svelte';
import { ask, DeskFailure, newId } from '../door';
import { sayFailure, sayRemedy } from '../errors';
import { toasts } from '../toasts.svelte';
import { t } from '../words';

export async function confirm({ id, name }: Pick<Office, 'id' | 'name'>) {
  try {
    await ask('office_confirm', { op: newId(), id });
    toasts.done(t.offices.confirmed(name));
    desk.changed();
  } catch (thrown) {
    const { failure } = thrown as DeskFailure;
    toasts.error(`${sayFailure(failure)} ${sayRemedy(failure)}`);
  }
}
