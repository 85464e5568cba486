import { expect, it } from 'vitest';
import { nearest } from './fuzzy';

const VERBS = ['Nuova pratica', 'Trasferisci a un ufficio', 'Perché questa data?', 'Più grande', 'Presa in carico dell’ufficio'];
const found = (typed: string) => nearest(typed, VERBS, (text) => text);

it.each([
  ['perche', 'Perché questa data?'],
  ['piu', 'Più grande'],
  ['PRATICA nuo', 'Nuova pratica'],
  ['dellufficio', 'Presa in carico dell’ufficio'],
  ['trsf', 'Trasferisci a un ufficio'],
])('%s finds %s', (typed, text) => expect(found(typed)[0]).toBe(text));

it('puts the beginning of a word before its middle, and keeps the order otherwise', () => {
  expect(nearest('ra', ['opera', 'rapida', 'rata'], (text) => text)).toEqual(['rapida', 'rata', 'opera']);
  expect(found('')).toEqual(VERBS);
});

it('finds nothing where a word is missing', () => expect(found('nuova lettera')).toEqual([]));
