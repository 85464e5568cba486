import { describe, expect, it } from 'vitest';
import { both, merge } from './merge';

const FIELDS = ['name', 'phone', 'hours'] as const;
const base = { name: 'Anagrafe', phone: '1', hours: ['8-12'] };
const of = (mine: Partial<typeof base>, theirs: Partial<typeof base>) =>
  merge(base, { ...base, ...mine }, { ...base, ...theirs }, FIELDS);

describe('two people and one record', () => {
  it('keeps what only one of them changed, from either side', () => {
    const { body, clashes, taken } = of({ name: 'Demografici' }, { phone: '2', hours: ['9-13'] });
    expect([body, clashes, taken]).toEqual([{ name: 'Demografici', phone: '2', hours: ['9-13'] }, [], ['phone', 'hours']]);
  });

  it('asks about what both changed, and keeps mine until it is answered', () => {
    const { body, clashes } = of({ phone: '2', hours: [] }, { phone: '3', hours: ['x'] });
    expect(body).toEqual({ ...base, phone: '2', hours: [] });
    expect(clashes.map(({ field, theirs }) => [field, theirs])).toEqual([['phone', '3'], ['hours', ['x']]]);
  });

  it('has nothing to ask when both typed the same', () => {
    expect(of({ phone: '2' }, { phone: '2' })).toMatchObject({ clashes: [], taken: [] });
  });

  it('loses no word of either side', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean).sort();
    for (const [mine, theirs] of [['a b', 'c'], ['', 'c'], ['a', ''], ['x\ny', ' z ']] as const) {
      expect(words(both(mine, theirs))).toEqual(words(`${mine} ${theirs}`));
    }
  });
});
