/** The beginning of a day: what the passing of days does by itself is done once, by whoever comes first, and told to all. */
import { desk } from '../desk.svelte';
import { ask, DeskFailure, newId } from '../door';
import { sayFailure, sayRemedy } from '../errors';
import { toasts } from '../toasts.svelte';

class Day {
  /** The day this window has asked for. */
  private begun = '';

  /** Begins `today`, unless this window has asked already. What fails is tried again when the agenda is read again. */
  async begin(today: string) {
    if (this.begun === today) return;
    this.begun = today;
    await this.file().catch(() => (this.begun = ''));
  }

  /** Files what is left, on somebody's key. */
  async fileRest() {
    try {
      await this.file();
    } catch (thrown) {
      const { failure } = thrown as DeskFailure;
      toasts.error(`${sayFailure(failure)} ${sayRemedy(failure)}`);
    }
  }

  private async file() {
    await ask('day_start', { op: newId(), close: true });
    desk.changed();
  }
}

export const day = new Day();
