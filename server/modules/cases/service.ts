import type { Limit, WorkingCalendar } from '@tongban/calendar';
import type { Platform } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Files } from '../files/index.ts';
import type { Guidance } from '../guidance/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Offices } from '../offices/index.ts';
import { createAccepting } from './accepting.ts';
import { createDesk } from './desk.ts';
import { createDrafts } from './drafts.ts';
import { createLedger } from './ledger.ts';
import { createOwnCases } from './own-cases.ts';
import { createResults } from './results.ts';
import { createSealing } from './sealing.ts';
import { createSituations } from './situation.ts';
import { createCaseStore } from './store/cases.ts';
import { createDraftStore } from './store/drafts.ts';
import { createTaskStore } from './store/tasks.ts';
import { createSubmitting } from './submitting.ts';
import { sweepCases } from './sweep.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs'> & {
  offices: Offices;
  identity: Pick<Identity, 'person' | 'persons' | 'inTransaction'>;
  catalogue: Catalogue;
  files: Files;
  licences: Licences;
  guidance: Guidance;
  calendar: WorkingCalendar;
  /** How long applicants have to answer a correction notice; a bureau sets its own. */
  replyWithin?: Limit;
};
export type Cases = ReturnType<typeof createCases>;

/** Just after midnight in Shanghai, every day. */
const nightly = '10 16 * * *';

/** 办件: an application from the first typed word to the licence in the wallet. */
export function createCases({ db, jobs, replyWithin = { days: 15, unit: 'working' }, ...deps }: Deps) {
  const store = createCaseStore(db);
  const draftStore = createDraftStore(db);
  const situations = createSituations(deps);
  const ledger = createLedger({ ...deps, store });
  const sealing = createSealing(deps);
  const parts = { ...deps, store, situations, ledger, sealing };
  const results = createResults(parts);
  const accepting = createAccepting({ ...parts, results });
  const drafts = createDrafts({ ...deps, store: draftStore, situations });
  const { submit } = createSubmitting({ ...parts, drafts, draftStore });
  jobs.every('cases.sweep', nightly, (now) => sweepCases({ ...parts, db, accepting }, now));
  return {
    drafts,
    submit,
    own: createOwnCases(parts),
    desk: createDesk({ ...parts, accepting, results, tasks: createTaskStore(db), replyWithin }),
  };
}
