import type { WorkingCalendar } from '@tongban/calendar';
import type { DispatchRules } from '@tongban/catalogue/author';
import type { Platform } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { Desk } from '../desk.ts';
import type { Ledger } from '../ledger.ts';
import { createLists } from '../list/service.ts';
import type { CaseStore } from '../store/cases.ts';
import { createDispatcher } from './dispatcher.ts';
import { createDispatch } from './service.ts';
import { settingsOf } from './settings.ts';
import { createDispatchStore } from './store.ts';

type GivingDeps = Pick<Platform, 'db' | 'clock'> & {
  dispatch: DispatchRules;
  calendar: WorkingCalendar;
  ledger: Ledger;
  identity: Pick<Identity, 'staffOf'>;
  offices: Offices;
  catalogue: Catalogue;
};
type Giving = ReturnType<typeof createGiving>;
type WorkDeps = Omit<GivingDeps, 'identity'> &
  Pick<Platform, 'vault' | 'jobs' | 'log'> &
  Giving & {
    store: CaseStore;
    desk: Desk;
    files: Pick<Files, 'papers'>;
    identity: Pick<Identity, 'persons' | 'inTransaction' | 'findByNumber' | 'staffOf'>;
  };

/** What gives cases to people: the rules of the bureau and who applies them. */
export function createGiving(deps: GivingDeps) {
  const settings = settingsOf(deps.dispatch, deps.calendar);
  const dispatchStore = createDispatchStore(deps.db);
  return {
    settings,
    dispatchStore,
    dispatcher: createDispatcher({ ...deps, settings, store: dispatchStore }),
  };
}

/** 待办与分派: the lists people work from, and the board from which work is given out. */
export function createWorklists(deps: WorkDeps) {
  const lists = createLists({ ...deps, waiting: deps.settings.waiting });
  return { lists, dispatch: createDispatch({ ...deps, listing: lists.listing }) };
}
