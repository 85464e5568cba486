import { expect, it } from 'vitest';
import type { Citizen } from '../bindings';
import { BLANK, sentTo } from '../contact/contact';
import { bodyOf, dataOf } from './citizen.svelte';

const KNOWN: Citizen = {
  id: 'c1', version: 3, kind: 'person', surname: 'Rossi', name: 'Maria', organization: null, tax_code: null,
  phone: '039 1', email: null, phones: [{ value: '039 1', label: null }, { value: '333 2', label: 'figlia' }],
  emails: [], pec: null, address: null, care_notes: null, reply_by: 'phone', birth_date: '1980-01-31',
};

it('shows a card as it is typed, with an empty line after every list', () => {
  const body = bodyOf(KNOWN);
  expect(body.phones).toEqual([
    { value: '039 1', label: '' }, { value: '333 2', label: 'figlia' }, { value: '', label: '' },
  ]);
  expect(body.emails).toEqual([{ value: '', label: '' }]);
  expect(body).toMatchObject({ about: 'c1', version: 3, birth_date: '31/01/1980', reply_by: 'phone' });
});

it('sends what was read, when nothing is typed', () => {
  const { id: _, version: __, ...data } = KNOWN;
  expect(dataOf(bodyOf(KNOWN), '2026-11-23')).toEqual({ ...data, phone: null });
});

it('sends nothing of what is blank', () => {
  const body = bodyOf(null);
  body.phones = [{ value: ' ', label: '' }, { value: '039 1', label: ' casa ' }];
  const data = dataOf(body, '2026-11-23');
  expect(data.phones).toEqual([{ value: '039 1', label: 'casa' }]);
  expect([data.surname, data.birth_date, data.reply_by]).toEqual([null, null, null]);
});

it('forgets what was typed when the law protects it, and only then', () => {
  const typed = { ...BLANK, topic: 'il racconto', who: 'Rossi', citizen_id: 'c1' };
  const card = {
    id: 'x', title: 'Altrove', call: '112', hours: null, say: 'Chiami.', words: ['x'], secret: false, retired: false,
    version: 0,
  };
  expect({ ...typed, ...sentTo(card) }).toMatchObject({ topic: 'Altrove', outcome: 'referred', citizen_id: 'c1' });
  expect({ ...typed, ...sentTo({ ...card, secret: true }) }).toMatchObject({ topic: 'Altrove', who: '', citizen_id: null });
});
