import { expect, it } from 'vitest';
import { readRoute, writeRoute, type Route } from './route';

it.each<Route>([
  { screen: 'agenda' },
  { screen: 'settings' },
  { screen: 'tickets', view: 'overdue', ticket: 't1' },
  { screen: 'tickets', view: 'open', ticket: null },
  { screen: 'citizens', citizen: 'c1' },
  { screen: 'citizens', citizen: null },
  { screen: 'offices', office: 'o1' },
  { screen: 'offices', office: null },
])('$screen comes back from its address', (route) => expect(readRoute(writeRoute(route))).toEqual(route));

it.each(['', '#', '#/elsewhere', '#/agenda/whatever'])('"%s" is the first screen', (hash) => {
  expect(readRoute(hash)).toEqual({ screen: 'agenda' });
});

it('a list that does not exist is the first list', () => {
  expect(readRoute('#/tickets/none')).toEqual({ screen: 'tickets', view: 'open', ticket: null });
});
