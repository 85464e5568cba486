import { describe, expect, it } from 'vitest';
import type { SettingsView } from '../bindings';
import { bodyOf, patronOf, settingsOf, tidyHours, usualHours } from './settings';

const TODAY = '2026-11-23';
const VIEW: SettingsView = {
  version: 3,
  weekly_minutes: 1800,
  weekly_target: 1800,
  settings: {
    municipality: { belfiore: 'E617', name: 'Lissone', province: 'MB' },
    name: 'Sportello', address: null, phone: '039 1', sector: null, demo: false,
    calendar: {
      hours: usualHours(),
      patron: { month: 6, day: 29, name: 'Santi Pietro e Paolo' },
      closures: [{ from: '2026-12-24', to: '2026-12-31', reason: 'ferie' }],
      special: [{ date: '2026-12-19', spans: [{ from: '08:00', to: '18:00' }], reason: 'apertura straordinaria' }],
    },
  },
};

it('what is shown and not touched is sent back as it was', () => {
  const sent = settingsOf(bodyOf(VIEW), VIEW.settings, TODAY);
  const { hours, patron, closures, special } = sent;
  expect({ hours, patron, closures, special }).toEqual(VIEW.settings.calendar);
  expect([sent.municipality, sent.phone]).toEqual([VIEW.settings.municipality, '039 1']);
});

it('the hours typed do not reach into those that were read', () => {
  const body = bodyOf(VIEW);
  body.hours.monday[0]!.from = '9';
  expect(VIEW.settings.calendar.hours.monday[0]!.from).toBe('08:00');
  expect(tidyHours(body.hours).monday[0]!.from).toBe('09:00');
});

describe('the patron', () => {
  it.each([['29/6', 29, 6], ['1.5', 1, 5]])('on %s', (day, date, month) => {
    expect(patronOf({ name: ' San Giovanni ', day })).toEqual({ name: 'San Giovanni', day: date, month });
  });

  it('is nobody when nothing is typed, and a day that no year has when it cannot be read', () => {
    expect(patronOf({ name: '', day: ' ' })).toBeNull();
    expect(patronOf({ name: 'San Rocco', day: 'agosto' })).toEqual({ name: 'San Rocco', day: 0, month: 0 });
  });
});
