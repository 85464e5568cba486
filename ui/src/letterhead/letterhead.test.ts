import { expect, it } from 'vitest';
import type { LetterheadView } from '../bindings';
import { bodyOf, byKind, letterheadOf } from './letterhead';

const text = (id: string, words: string) => ({ id, words, variables: [] });
const view: LetterheadView = {
  letterhead: { municipality: null, lines: ['Via Gramsci 21', 'Tel. 039 1'], accent: '#1f4e79', pec: null, online_access: 'con SPID', logo_alt: null, texts: { 'reply.late': 'Scusate' } },
  logo: null, version: 3, usual_municipality: 'Comune di Prova', usual_lines: [],
  texts: [text('reply.late', 'In ritardo'), text('reply.remedies', 'Ricorsi'), text('receipt.privacy', 'Dati')],
};

it('gives every text the words it has now', () => {
  expect(bodyOf(view).texts).toEqual({ 'reply.late': 'Scusate', 'reply.remedies': 'Ricorsi', 'receipt.privacy': 'Dati' });
});

it('goes there and back', () => {
  expect(letterheadOf(bodyOf(view))).toEqual({ ...view.letterhead, texts: bodyOf(view).texts });
  expect(letterheadOf({ ...bodyOf(view), lines: ' \n\na\n', accent: '' })).toMatchObject({ lines: ['a'], accent: null });
});

it('keeps the texts of a kind together', () => {
  expect(byKind(view.texts).map(([kind, texts]) => [kind, texts.length])).toEqual([['reply', 2], ['receipt', 1]]);
});
