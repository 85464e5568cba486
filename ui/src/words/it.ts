/** The one dictionary: every Italian sentence of the screens, by place. */
import * as citizens from './it/citizens';
import * as agenda from './it/agenda';
import * as categories from './it/categories';
import { enums } from './it/enums';
import { faults } from './it/faults';
import * as firstRun from './it/first-run';
import * as frame from './it/frame';
import * as lifecycle from './it/lifecycle';
import { imports } from './it/import';
import * as offices from './it/offices';
import * as lists from './it/lists';
import * as papers from './it/papers';
import { printing } from './it/printing';
import * as tickets from './it/tickets';

export const it = {
  ...agenda, ...enums, faults, ...frame, ...tickets, ...papers, ...lists, ...lifecycle, ...citizens, ...categories, ...offices,
  imports, printing, ...firstRun,
};
