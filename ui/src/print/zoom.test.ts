import { expect, it } from 'vitest';
import { percentOf, scaleOf } from './zoom';

const a4 = { width: 210, height: 297 };

it('fits a page in the room there is, across or whole', () => {
  expect(scaleOf('width', a4, { width: 680, height: 347 })).toBe(3);
  expect(scaleOf('page', a4, { width: 680, height: 347 })).toBe(1);
});

it('shows the paper at its own size, or larger', () => {
  expect(percentOf(scaleOf(1, a4, { width: 0, height: 0 }))).toBe(100);
  expect(percentOf(scaleOf(1.5, a4, { width: 0, height: 0 }))).toBe(150);
});

it('never makes a page vanish, nor a label a poster', () => {
  expect(scaleOf('width', a4, { width: 0, height: 0 })).toBe(0.5);
  expect(percentOf(scaleOf('page', { width: 62, height: 29 }, { width: 4000, height: 4000 }))).toBe(200);
});
