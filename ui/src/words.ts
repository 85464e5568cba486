/** The words of the screens. `t` is what the screens read; another language is another dictionary of the same shape. */
import { it } from './words/it';

/** Every key a dictionary must have: a German one without `t.frame.open` does not compile. */
export type Words = typeof it;

export const t: Words = it;
