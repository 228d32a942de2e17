import type { WorkingCalendar } from '@tongban/calendar';
import type { WaitingRules } from '@tongban/casework';
import type { Platform } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { Desk } from '../desk.ts';
import { createFinding } from '../desk-find.ts';
import type { Ledger } from '../ledger.ts';
import type { CaseStore } from '../store/cases.ts';
import { createAsking } from './asked.ts';
import { createBulk } from './bulk.ts';
import { createExportStore } from './export-store.ts';
import { createExporting } from './exporting.ts';
import { createListing } from './listing.ts';
import { createRows } from './rows.ts';
import { createListStore } from './store.ts';
import { createViewStore } from './view-store.ts';
import { createViews } from './views.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & {
  store: CaseStore;
  ledger: Ledger;
  desk: Desk;
  offices: Offices;
  catalogue: Catalogue;
  files: Pick<Files, 'papers'>;
  identity: Pick<Identity, 'persons' | 'findByNumber' | 'inTransaction'>;
  calendar: WorkingCalendar;
  waiting: WaitingRules;
};
export type Lists = ReturnType<typeof createLists>;

/** 待办: lists of cases, views of them kept under a name, bulk acts on them, and files made of them. */
export function createLists(deps: Deps) {
  const { db } = deps;
  const parts = { ...deps, ask: createAsking(deps), rows: createRows(deps) };
  const listing = createListing({ ...parts, store: createListStore(db) });
  return {
    listing,
    views: createViews({ ...deps, store: createViewStore(db), listing }),
    bulk: createBulk({ ...deps, find: createFinding(deps) }),
    exporting: createExporting({ ...deps, store: createExportStore(db), listing }),
  };
}
