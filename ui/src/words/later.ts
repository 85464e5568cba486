/** The words of what is read after the first screen is there. */
import { letterhead, print } from './it/print';

export const later = { letterhead, print };
