import type { Platform } from '../../../platform/index.ts';
import type { Deliveries } from '../../deliveries/index.ts';
import type { Files } from '../../files/index.ts';
import type { Identity } from '../../identity/index.ts';
import type { Offices } from '../../offices/index.ts';
import type { Payments } from '../../payments/index.ts';
import type { Ledger } from '../ledger.ts';
import type { Situations } from '../situation.ts';
import type { CaseStore } from '../store/cases.ts';
import type { CollectionBox } from './box.ts';
import type { Pickups } from './pickups.ts';
import type { IssueStore } from './store.ts';
import type { IssueView } from './view.ts';

/** What the issue desk stands on. */
export type IssueDeps = Pick<Platform, 'clock' | 'vault' | 'printer'> & {
  issueStore: IssueStore;
  pickups: Pickups;
  store: CaseStore;
  ledger: Ledger;
  situations: Situations;
  offices: Offices;
  identity: Pick<Identity, 'person'>;
  files: Pick<Files, 'mine' | 'letRead'>;
  deliveries: Deliveries;
  payments: Pick<Payments, 'stateOf'>;
};
/** What the parts of the issue desk share. */
export type IssueParts = Omit<IssueDeps, 'issueStore' | 'store'> & {
  store: IssueStore;
  cases: CaseStore;
  view: IssueView;
  box: CollectionBox;
};
