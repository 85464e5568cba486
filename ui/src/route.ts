/** Which screen is shown, written in the address so that a reload comes back to it. */
import type { CitizenId, OfficeId, TicketId, TicketView } from './bindings';

export type Route =
  | { screen: 'agenda' }
  | { screen: 'handover' }
  | { screen: 'tickets'; view: TicketView; ticket: TicketId | null }
  | { screen: 'citizens'; citizen: CitizenId | null }
  | { screen: 'offices'; office: OfficeId | null }
  | { screen: 'settings'; section?: string };
export type Screen = Route['screen'];

export const VIEWS: readonly TicketView[] = [
  'open', 'overdue', 'due_soon', 'at_office', 'office_late', 'to_communicate', 'new', 'finished', 'unregistered',
];

/** `#/tickets/open/<id>`; anything else is the first screen. */
export function readRoute(hash: string): Route {
  const [screen, first, second] = hash.replace(/^#\/?/, '').split('/');
  if (screen === 'tickets') {
    const view = VIEWS.find((known) => known === first) ?? 'open';
    return { screen, view, ticket: second || null };
  }
  if (screen === 'citizens') return { screen, citizen: first || null };
  if (screen === 'offices') return { screen, office: first || null };
  if (screen === 'settings') return { screen, ...(first && { section: first }) };
  return { screen: screen === 'handover' ? screen : 'agenda' };
}

/** The address of a screen. */
export function writeRoute(route: Route): string {
  switch (route.screen) {
    case 'tickets':
      return `#/tickets/${route.view}${route.ticket ? `/${route.ticket}` : ''}`;
    case 'citizens':
      return `#/citizens${route.citizen ? `/${route.citizen}` : ''}`;
    case 'offices':
      return `#/offices${route.office ? `/${route.office}` : ''}`;
    case 'settings':
      return `#/settings${route.section ? `/${route.section}` : ''}`;
    default:
      return `#/${route.screen}`;
  }
}
