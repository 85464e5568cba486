/** What every test of a component needs from the browser and happy-dom does not have. */
import { vi } from 'vitest';

Element.prototype.scrollIntoView ??= vi.fn();
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
