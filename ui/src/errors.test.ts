import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FieldRule } from './bindings';
import { remedies, sayDeadline, sayFailure, sayFields, sayRefusal, sayRemedy, sayRule } from './errors';
import { failure } from './test-host';
import { t } from './words';

describe('codes', () => {
  // The types say the same at compile time; here the generated file itself is the witness.
  const line = /export type Code = (.*);/.exec(readFileSync('src/bindings.ts', 'utf8'))![1]!;
  const codes = [...line.matchAll(/"(\w+)"/g)].map(([, code]) => code!);

  it('all have words and a remedy', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(Object.keys(remedies).sort()).toEqual([...codes].sort());
    expect(Object.keys(t.faults.codes).sort()).toEqual([...codes].sort());
  });

  it('say what happened and what to do, shortly', () => {
    for (const { text, todo } of Object.values(t.faults.codes)) {
      expect(text.length).toBeLessThan(100);
      expect(text).toMatch(/\.$/);
      expect(todo).toMatch(/\.$/);
    }
  });

  it('say loudly that a record is NOT saved', () => {
    for (const code of ['not_saved', 'disk_full', 'disk_error', 'busy'] as const) {
      expect(sayFailure(failure(code))).toContain('NON');
      expect(remedies[code].again).toBe(true);
    }
  });
});

describe('the most exact words win', () => {
  it('a refusal names the action and the state', () => {
    const refusal = { refusal: 'wrong_state', action: 'close', state: 'received' } as const;
    const said = sayFailure(failure('not_possible', { refusal }));
    expect(said).toBe(sayRefusal(refusal));
    expect(said).toContain(t.state.received);
  });

  it('a date tells why it cannot be', () => {
    const deadline = { fault: 'too_many_days', days: 999, max: 365 } as const;
    expect(sayFailure(failure('invalid', { deadline }))).toBe(sayDeadline(deadline));
  });

  it('a recovery code tells which group', () => {
    expect(sayFailure(failure('recovery_mistyped', { group: 4 }))).toContain('4');
  });

  it('otherwise the code does', () => {
    expect(sayFailure(failure('conflict'))).toBe(t.faults.codes.conflict.text);
    expect(sayRemedy(failure('conflict'))).toBe(t.faults.codes.conflict.todo);
  });
});

describe('fields', () => {
  const rules: FieldRule[] = [
    { rule: 'required' }, { rule: 'too_long', max: 300 }, { rule: 'control_character', code: 7 },
    { rule: 'unknown_field' }, { rule: 'wrong_value', expected: 'a date' }, { rule: 'in_future' },
    { rule: 'too_old', earliest: '2016-11-23' }, { rule: 'before', earliest: '2026-11-23' }, { rule: 'not_an_email' },
    { rule: 'not_a_phone' }, { rule: 'not_a_tax_code' }, { rule: 'contact_needed' }, { rule: 'not_both' },
    { rule: 'not_found' }, { rule: 'ambiguous' }, { rule: 'out_of_range', min: 1, max: 365 },
  ];

  it.each(rules)('$rule has words, and none of the reader’s English', (rule) => {
    expect(sayRule(rule)).toMatch(/\.$/);
    expect(sayRule(rule)).not.toContain('a date');
  });

  it('dates are written as Italians write them', () => {
    expect(sayRule({ rule: 'before', earliest: '2026-11-03' })).toContain('03/11/2026');
  });

  it('are found by their name on the screen, whatever they were sent in', () => {
    const fields = [
      { field: 'ticket.presented_on', rule: { rule: 'in_future' } as const },
      { field: 'citizen.email', rule: { rule: 'not_an_email' } as const },
    ];
    const said = sayFields(failure('invalid', { fields }));
    expect(Object.keys(said)).toEqual(['presented_on', 'citizen.email']);
  });
});
