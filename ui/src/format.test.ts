import { describe, expect, it } from 'vitest';
import { dayOf, duration, longDate, moment, personName, readDay, readTime, sign, timeOf } from './format';

const TODAY = '2026-11-23';

describe('dates', () => {
  it('are read aloud in Italian, with the year only when it is another one', () => {
    expect(longDate('2026-12-23', TODAY)).toBe('mercoledì 23 dicembre');
    expect(longDate('2027-01-04', TODAY)).toBe('lunedì 4 gennaio 2027');
  });

  it('are the days of Italy, whatever the hour elsewhere', () => {
    expect(dayOf('2026-11-23T23:30:00Z')).toBe('2026-11-24');
    expect(timeOf('2026-07-01T08:05:00Z')).toBe('10:05');
    expect(moment('2026-11-23T08:41:00Z', TODAY)).toBe('oggi 9:41'.replace('9:41', timeOf('2026-11-23T08:41:00Z')));
  });

  it.each([
    ['', null], ['oggi', TODAY], ['Oggi ', TODAY], ['3/12', '2026-12-03'], ['03.12.2027', '2027-12-03'],
    ['domani', 'domani'], ['31/31', '2026-31-31'],
  ])('typed as "%s" become %s', (typed, day) => expect(readDay(typed, TODAY)).toBe(day));
});

it.each([['8', '08:00'], ['8.30', '08:30'], ['13:05', '13:05'], ['mezzogiorno', 'mezzogiorno']])(
  'the time "%s" becomes %s',
  (typed, time) => expect(readTime(typed)).toBe(time),
);

it('tells hours and minutes', () => {
  expect([duration(1800), duration(1710), duration(61)]).toEqual([
    '30 ore', '28 ore e 30 minuti', '1 ora e 1 minuto',
  ]);
});

it('names people and organisations', () => {
  const nobody = { surname: null, name: null, organization: null };
  expect(personName({ ...nobody, surname: 'Rossi', name: 'Maria' })).toBe('Rossi Maria');
  expect(personName({ ...nobody, surname: 'Rossi', organization: 'Condominio Sole' })).toBe('Condominio Sole (Rossi)');
  expect(personName(nobody)).toBe('senza nome');
});

it('reads the sign on the door', () => {
  expect(sign({ state: 'open', until: '13:00' }, TODAY)).toBe('Sportello aperto · chiude alle 13:00');
  expect(sign({ state: 'closed', opens_on: '2026-11-24', opens_at: '08:00', when: 'tomorrow' }, TODAY)).toContain('apre domani alle 08:00');
  expect(sign(null, TODAY)).toContain('senza orari');
});
