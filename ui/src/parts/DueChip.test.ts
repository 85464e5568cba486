import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { DueStatus, TicketState } from '../bindings';
import DueChip from './DueChip.svelte';
import { readDue } from './due';

const STATES: TicketState[] = [
  'received', 'in_progress', 'transferred', 'with_office', 'outcome_received', 'suspended', 'answered', 'closed',
  'forwarded_external', 'merged', 'withdrawn', 'closed_without_reply', 'voided',
];
const CLOCKS: DueStatus[] = [
  { status: 'overdue', days: 3 }, { status: 'due_today' }, { status: 'due_soon', days: 1 },
  { status: 'on_track', days: 9 },
];

describe('a deadline is told three times', () => {
  it.each(CLOCKS)('$status has a shape and words of its own', (due) => {
    const others = CLOCKS.filter((other) => other !== due).map((other) => readDue(other, 'received'));
    const mine = readDue(due, 'received');
    expect(mine.text).toBeTruthy();
    expect(others.map(({ text }) => text)).not.toContain(mine.text);
    expect(others.filter(({ tone }) => tone !== mine.tone).map(({ shape }) => shape)).not.toContain(mine.shape);
  });

  it.each(STATES)('a ticket %s without a clock says why', (state) => {
    const { text, aloud } = readDue(null, state);
    expect([text !== '', aloud !== '']).toEqual([true, true]);
  });
});

describe('the chip', () => {
  it('shows the short words and reads the long ones', () => {
    const { container } = render(DueChip, { due: { status: 'overdue', days: 2 }, state: 'received' });
    const chip = container.querySelector('[data-test=due]')!;
    expect(chip.getAttribute('data-due')).toBe('overdue');
    expect(chip.querySelector('[aria-hidden]:not(svg)')!.textContent).toBe('scaduta da 2 g');
    expect(chip.querySelector('.sr')!.textContent).toBe('scaduta da 2 giorni');
    expect(chip.querySelector('svg path')!.getAttribute('d')).toBeTruthy();
  });

  it('counts one day in the singular', () => {
    expect(readDue({ status: 'overdue', days: 1 }, 'received').aloud).toBe('scaduta da 1 giorno');
    expect(readDue({ status: 'due_soon', days: 1 }, 'received').aloud).toBe('manca un giorno');
  });
});
