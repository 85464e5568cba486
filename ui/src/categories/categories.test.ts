import { describe, expect, it } from 'vitest';
import type { Category } from '../bindings';
import { matters, plain } from './categories.svelte';

const category = (id: string, parent_id: string | null, name: string, synonyms: string[] = [], retired = false): Category => ({
  id, parent_id, name, synonyms, office_id: null, answer_days: null, kind: null, retired, version: 1,
});

matters.all = [
  category('a', null, 'Strade'), category('b', 'a', 'Buche', ['voragine', 'asfalto']),
  category('c', null, 'Città'), category('d', 'c', 'Orari', ['è aperto'], true), category('e', 'a', 'Neve'),
];

describe('the list', () => {
  it('has each area before what is in it', () => {
    expect(matters.lines().map(({ id }) => id)).toEqual(['a', 'b', 'e', 'c', 'd']);
  });

  it('is found by the beginning of any word of a name or of a synonym, blind to accents', () => {
    expect(matters.lines('asf').map(({ id, matched }) => [id, matched])).toEqual([['b', 'asfalto']]);
    expect(matters.lines('citta').map(({ id }) => id)).toEqual(['c']);
    expect(matters.lines('goranine')).toEqual([]);
  });

  it('offers for a ticket only what is in use and is no area', () => {
    expect(matters.offered('').map(({ id }) => id)).toEqual(['b', 'e']);
  });
});

it('compares letters without accents and capitals', () => expect(plain('Libertà')).toBe('liberta'));
