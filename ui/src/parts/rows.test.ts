import { describe, expect, it } from 'vitest';
import { bringInSight, inSight, move } from './rows';

const ROW = 28;

describe('inSight', () => {
  it('draws a screenful of 50,000 rows, and not many more', () => {
    const { from, to } = inSight(ROW * 20_000, ROW * 25, ROW, 50_000);
    expect(from).toBeLessThanOrEqual(20_000);
    expect(to).toBeGreaterThanOrEqual(20_025);
    expect(to - from).toBeLessThan(60);
  });

  it.each([0, 1, 5])('never leaves a list of %i', (total) => {
    const { from, to } = inSight(ROW * 400, ROW * 25, ROW, total);
    expect(from).toBeLessThanOrEqual(to);
    expect([from >= 0, to <= total]).toEqual([true, true]);
  });
});

describe('bringInSight', () => {
  it('moves only as far as needed', () => {
    expect(bringInSight(3, 0, ROW * 10, ROW)).toBe(0);
    expect(bringInSight(10, 0, ROW * 10, ROW)).toBe(ROW);
    expect(bringInSight(2, ROW * 5, ROW * 10, ROW)).toBe(ROW * 2);
  });
});

describe('move', () => {
  it.each([
    ['ArrowDown', 4, 5], ['ArrowUp', 4, 3], ['Home', 4, 0], ['End', 4, 9], ['PageDown', 4, 8], ['PageUp', 4, 0],
    ['ArrowDown', 9, 9], ['ArrowUp', 0, 0], ['ArrowDown', -1, 0],
  ])('%s from %i goes to %i', (key, from, to) => expect(move(key, from, 10, 5)).toBe(to));

  it('knows no other key, and nowhere to go in an empty list', () => {
    expect(move('x', 0, 10, 5)).toBeUndefined();
    expect(move('ArrowDown', -1, 0, 5)).toBeUndefined();
  });
});
