import type { WorkingCalendar } from '@tongban/calendar';
import type { CaseRow as CaseListRow } from '@tongban/contract';
import type { Platform, Tx } from '../../../platform/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Licences } from '../../licences/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { Accepting } from '../accepting.ts';
import type { DeskActs } from '../desk-acts.ts';
import type { Drafts, OpenDraft } from '../drafts.ts';
import type { KeptCheck } from '../kept.ts';
import type { Ledger } from '../ledger.ts';
import type { Situations } from '../situation.ts';
import type { CaseStore } from '../store/cases.ts';
import type { Submitting } from '../submitting.ts';
import type { Arrivals } from './arrivals.ts';
import { createComing } from './coming.ts';
import { createConfirming } from './confirming.ts';
import { createFiling } from './filing.ts';
import { createItems } from './items.ts';
import { createLaying } from './laying.ts';
import { createMarking } from './marking.ts';
import { createReceipts } from './receipt.ts';
import { createShowing, type Undertaking } from './showing.ts';
import { createSittings } from './sittings.ts';
import { createSittingStore } from './store.ts';
import { createSittingView } from './view.ts';

/** What intake works with. */
export type IntakeDeps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs' | 'live'> & {
  catalogue: Pick<Catalogue, 'current'>;
  cases: Pick<CaseStore, 'findCase'>;
  /** The cases of a person, newest first. */
  casesOf: (personId: string) => Promise<CaseListRow[]>;
  drafts: Drafts;
  submitting: Submitting;
  ledger: Ledger;
  situations: Situations;
  acts: Pick<DeskActs, 'claim' | 'notify'>;
  accepting: Pick<Accepting, 'accept'>;
  offices: Offices;
  identity: Pick<Identity, 'meet' | 'inTransaction' | 'citizenOf'>;
  files: Pick<Files, 'papers' | 'letRead'>;
  licences: Pick<Licences, 'use' | 'wallet'>;
  calendar: WorkingCalendar;
  /** What the hall knows of the people who are called, and what is booked. */
  arrivals: Arrivals;
  /** What data sources say of materials nobody has to bring. */
  prove: (tx: Tx, draft: OpenDraft) => Promise<KeptCheck[]>;
  /** The promises made in a draft instead of bringing papers. */
  undertakings: (draft: OpenDraft) => Promise<Undertaking[]>;
};
export type IntakeParts = ReturnType<typeof buildIntake>;

/** Builds the parts of intake upon one another. */
export function buildIntake(given: IntakeDeps) {
  const deps = { ...given, store: createSittingStore(given.db) };
  const sittings = createSittings(deps);
  const laying = createLaying(deps);
  const items = createItems({ ...deps, laying });
  const marking = createMarking(deps);
  const confirming = createConfirming(deps);
  const receipts = createReceipts(deps);
  const filing = createFiling({ ...deps, confirming, marking, receipts });
  const view = createSittingView({ ...deps, confirming, coming: createComing(deps) });
  return { sittings, items, marking, confirming, filing, view, showing: createShowing(deps) };
}
