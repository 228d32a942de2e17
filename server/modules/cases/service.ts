import type { Limit, WorkingCalendar } from '@tongban/calendar';
import type { DispatchRules } from '@tongban/catalogue/author';
import type { Platform } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Deliveries } from '../deliveries/index.ts';
import type { Files } from '../files/index.ts';
import type { Guidance } from '../guidance/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Payments } from '../payments/index.ts';
import { createAccepting } from './accepting.ts';
import { createAccess } from './access/access.ts';
import { createAccessStore } from './access/store.ts';
import type { UnmaskQuota } from './access/unmasking.ts';
import { createApplying } from './applying.ts';
import { createSubmissionCount } from './counting.ts';
import { createDeciding } from './deciding.ts';
import { createCaseDelivering } from './delivery/service.ts';
import { createDesk } from './desk.ts';
import { createDeskActs } from './desk-acts.ts';
import { createGiving, createWorklists } from './dispatch/worklists.ts';
import { createHolding } from './holding.ts';
import type { Arrivals } from './intake/arrivals.ts';
import { createIntake } from './intake/intake.ts';
import { createPickups } from './issue/pickups.ts';
import { createIssue } from './issue/service.ts';
import { createIssueStore } from './issue/store.ts';
import { createLedger } from './ledger.ts';
import { createNotes } from './notes.ts';
import { createOwnCases } from './own-cases.ts';
import { createProofs, type DataSourcing } from './proof/service.ts';
import { createResults } from './results.ts';
import { createSealing } from './sealing.ts';
import { type SeedWish, seedCases } from './seeding/seeding.ts';
import { createSelfService } from './self-service/service.ts';
import { createSituations } from './situation.ts';
import { createCaseStore } from './store/cases.ts';
import { createHeldStore } from './store/held.ts';
import { createNoteStore } from './store/notes.ts';
import { createStories } from './stories.ts';
import { sweepCases } from './sweep.ts';

type Deps = Pick<
  Platform,
  'db' | 'clock' | 'log' | 'vault' | 'jobs' | 'live' | 'config' | 'outbox' | 'printer'
> & {
  offices: Offices;
  identity: Pick<
    Identity,
    | 'person'
    | 'persons'
    | 'inTransaction'
    | 'findByNumber'
    | 'staffOf'
    | 'meet'
    | 'posts'
    | 'postsOf'
    | 'suspendAccount'
    | 'citizenOf'
  >;
  catalogue: Catalogue;
  files: Files;
  licences: Licences;
  guidance: Guidance;
  payments: Pick<Payments, 'open' | 'close' | 'stateOf'>;
  calendar: WorkingCalendar;
  deliveries: Deliveries;
  /** 自助柜: whether finished cards can lie in cabinets of the halls. */
  hasLockers: boolean;
  /** Who is called to a window, and what is booked. */
  arrivals: Arrivals;
  dataSourcing: DataSourcing;
  /** To whom cases go, as the bureau has it in content. */
  dispatch: DispatchRules;
  /** How long applicants have to answer a correction notice; a bureau sets its own. */
  replyWithin?: Limit;
  /** How often somebody may see numbers in full. */
  unmaskQuota?: UnmaskQuota;
};
export type Cases = ReturnType<typeof createCases>;

/** Just after midnight in Shanghai, every day. */
const nightly = '10 16 * * *';

/** 办件: an application from the first typed word to the licence in the wallet. */
export function createCases({ db, jobs, replyWithin = { days: 15, unit: 'working' }, ...deps }: Deps) {
  const store = createCaseStore(db);
  const situations = createSituations(deps);
  const ledger = createLedger({ ...deps, store });
  const sealing = createSealing(deps);
  const parts = { ...deps, store, situations, ledger, sealing };
  const issueStore = createIssueStore(db);
  const pickups = createPickups({ ...parts, store: issueStore });
  const proofs = createProofs({ ...parts, db, pickups });
  const results = createResults({ ...parts, pickups, proofs });
  const deciding = createDeciding({ ...parts, results });
  const notes = createNotes({ ...deps, store: createNoteStore(db) });
  const giving = createGiving({ ...parts, db });
  const holding = createHolding({ ...parts, ...giving, db, jobs, deciding, store: createHeldStore(db) });
  const accepting = createAccepting({ ...parts, results, proofs, dispatcher: giving.dispatcher });
  const { drafts, prove, proveFirst, submitting } = createApplying({ ...parts, db, proofs });
  jobs.every('cases.sweep', nightly, (now) => sweepCases({ ...parts, db, accepting }, now));
  const own = createOwnCases({ ...parts, notes });
  const deskParts = { ...parts, ...giving, pickups, holding, notes, accepting, results, replyWithin };
  const desk = createDesk(deskParts);
  return {
    drafts,
    own,
    proofs,
    proveFirst,
    submit: submitting.submit,
    intake: createIntake({
      ...{ ...parts, db, jobs, drafts, submitting, accepting, cases: store, casesOf: own.listOf },
      acts: createDeskActs(deskParts),
      prove,
      undertakings: async (draft) => proofs.undertakings(draft),
    }),
    access: createAccess({
      ...{ ...parts, db },
      ...(deps.unmaskQuota === undefined ? {} : { quota: deps.unmaskQuota }),
    }),
    issue: createIssue({ ...parts, issueStore, pickups }),
    delivering: createCaseDelivering({ ...parts, issueStore, pickups }),
    selfService: createSelfService({ ...parts, pickups, accessStore: createAccessStore(db) }),
    desk,
    ...createWorklists({ ...parts, ...giving, db, jobs, desk }),
    ...{ stories: createStories(parts), submissions: createSubmissionCount(db) },
    seed: (wish: SeedWish) => seedCases(deps, wish),
  };
}
