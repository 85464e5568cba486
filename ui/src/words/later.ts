/** The words of what is read after the first screen is there. */
import { forms } from './it/forms';
import { letterhead, print } from './it/print';

export const later = { forms, letterhead, print };
