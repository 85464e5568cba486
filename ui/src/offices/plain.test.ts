import { describe, expect, it } from 'vitest';
import type { Office } from '../bindings';
import { daysInWords, plainCard } from './plain';

const morning = { from: '08:30', to: '12:30' };
const office = {
  name: 'Tributi', address: null, floor: 'secondo piano', room: 'stanza 12', phone: '039 1', phones: ['039 2 int. 4'],
  email: null, pec: null, to_bring: ['codice fiscale'], does_not: ['Bollo auto: Regione'],
  hours: { weekly: {}, special: [], note: 'il martedì su appuntamento' },
  internal_notes: 'segreto', people: [{ name: 'Prova Capo', role: 'head' }],
  now: {
    validity: { validity: 'current' }, officers: [], away: [], addressee: null,
    open: { state: 'closed', opens_on: '2026-11-25', opens_at: '08:30', when: 'tomorrow' },
    week: [{ weekdays: [1, 2, 3, 4, 5], spans: [morning] }, { weekdays: [6], spans: [morning] }],
  },
} as unknown as Office;

describe('the plain card', () => {
  it('can be read aloud, and tells nothing internal', () => {
    expect(plainCard(office, '2026-11-24').split('\n')).toEqual([
      'Tributi',
      'Dove: secondo piano, stanza 12',
      'Orari: da lunedì a venerdì dalle 8:30 alle 12:30; sabato dalle 8:30 alle 12:30; il martedì su appuntamento',
      'Adesso: chiuso · apre domani alle 8:30',
      'Telefono: 039 1; 039 2 int. 4',
      'Che cosa portare: codice fiscale',
      'Non se ne occupa: Bollo auto: Regione',
    ]);
  });

  it('says days as people say them', () => {
    expect(daysInWords([1, 3, 5])).toBe('lunedì, mercoledì e venerdì');
    expect(daysInWords([2, 4])).toBe('martedì e giovedì');
    expect(daysInWords([6])).toBe('sabato');
  });
});
