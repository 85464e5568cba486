/** How to go to a section. The one left is found again as it was, since its address is kept. */
import { tick } from 'svelte';
import { desk } from '../desk.svelte';
import { goHome } from '../focus';
import { writeRoute, type Route, type Screen } from '../route';

const left: { [S in Screen]: Extract<Route, { screen: S }> } = {
  agenda: { screen: 'agenda' },
  handover: { screen: 'handover' },
  tickets: { screen: 'tickets', view: 'open', ticket: null },
  citizens: { screen: 'citizens', citizen: null },
  offices: { screen: 'offices', office: null },
  settings: { screen: 'settings' },
};

/** Where a section is, as it was left. */
export const address = (screen: Screen) => writeRoute(left[screen]);

/** Shows a section as it was left, and brings the focus to its home. */
export function enter(screen: Screen) {
  go(screen === desk.route.screen ? desk.route : left[screen]);
}

/** Shows a place of a section, and brings the focus to its home. */
export function go(route: Route) {
  Object.assign(left, { [desk.route.screen]: desk.route });
  desk.go(route);
  void tick().then(goHome);
}
