import { expect, test } from 'vitest';
import { at, put, typed, type Answers } from './answers';

test('answers are found and put by their path', () => {
  const answers: Answers = {};
  put(answers, 'familiari[1].nome', 'Ugo');
  put(answers, 'richiedente.recapiti.email', 'a@b.it');
  put(answers, 'modalita', ['visione']);
  expect(answers).toEqual({
    familiari: [undefined, { nome: 'Ugo' }],
    richiedente: { recapiti: { email: 'a@b.it' } },
    modalita: ['visione'],
  });
  expect(at(answers, 'familiari[1].nome')).toBe('Ugo');
  expect(at(answers, 'familiari[0].nome')).toBeUndefined();
  expect(at(answers, 'nessuno.mai[3]')).toBeUndefined();
});

test('a day that is kept is typed as people write it', () => {
  expect(typed('1980-01-15')).toBe('15/01/1980');
  expect(typed('15/1/80')).toBe('15/1/80');
  expect([typed(7), typed(undefined), typed(true)]).toEqual(['7', '', '']);
});
