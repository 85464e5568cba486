import { describe, expect, it } from 'vitest';
import { blankOf, NOBODY, personFrom, ticketOf } from './intake.svelte';

const TODAY = '2026-11-23';
const BLANK = blankOf(TODAY);

describe('the request', () => {
  it('has nothing in it that nobody typed', () => {
    expect(ticketOf({ ...BLANK, text: 'lampione' }, TODAY)).toEqual({
      id: null, interaction_id: null, kind: 'report', channel: 'phone', subject: null, text: 'lampione', place: null,
      presented_on: TODAY, citizen_id: null, citizen: null, anonymous: null, reply_by: null, office_id: null,
      category_id: null, answer: null, note: null, rule: null, link: null, papers: null, presented_reason: null,
    });
  });

  it('names one person: the one chosen, or the one typed, or nobody with the reason', () => {
    const citizen = { ...NOBODY, surname: 'Rossi' };
    const chosen = ticketOf({ ...BLANK, citizen_id: 'c1', citizen }, TODAY);
    expect(chosen).toMatchObject({ citizen_id: 'c1', citizen: null });
    const typed = ticketOf({ ...BLANK, citizen }, TODAY);
    expect(typed.citizen).toMatchObject({ surname: 'Rossi', name: null, kind: 'person' });
    const nobody = { ...BLANK, citizen_id: 'c1', anonymous: true, reason: 'paura', reply_by: 'email' as const };
    expect(ticketOf(nobody, TODAY)).toMatchObject({
      citizen_id: null, citizen: null, anonymous: { reason: 'paura' }, reply_by: null,
    });
  });

  it('is of an organisation when one is named', () => {
    const citizen = { ...NOBODY, organization: 'Condominio' };
    expect(ticketOf({ ...BLANK, citizen }, TODAY).citizen?.kind).toBe('organization');
  });

  it('keeps a day that cannot be read, for the backend to refuse at its field', () => {
    expect(ticketOf({ ...BLANK, presented_on: 'boh' }, TODAY).presented_on).toBe('boh');
  });

  it('carries the answer only when one was given', () => {
    const answered = { ...BLANK, answer: 'è in programma', answer_by: 'phone' as const };
    expect(ticketOf(answered, TODAY).answer).toBeNull();
    const sent = ticketOf({ ...answered, answering: true }, TODAY);
    expect(sent.answer).toEqual({ text: 'è in programma', channel: 'phone' });
  });
});

it.each([
  ['rossi maria', { surname: 'Rossi', name: 'Maria' }], ['039 12 34 567', { phone: '039 12 34 567' }],
  ['maria@example.it', { email: 'maria@example.it' }], ['  verdi ', { surname: 'Verdi' }],
])('somebody looked for as "%s" is not typed again', (words, known) => {
  expect(personFrom(words)).toEqual({ ...NOBODY, ...known });
});
