import type { HallRules } from '@tongban/catalogue/author';
import type { Day } from '@tongban/kernel';
import type { Platform } from '../../platform/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Licences } from '../licences/index.ts';
import type { Notices } from '../notices/index.ts';
import type { Offices } from '../offices/index.ts';
import type { Store } from './store/index.ts';

/** One year of the statutory calendar: holidays with their names, and weekend days that are worked. */
type StatutoryYear = {
  readonly holidays: readonly { readonly name?: string; readonly days: readonly Day[] }[];
  readonly make_up: readonly { readonly day: Day }[];
};
/** What bookings stand on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs' | 'outbox' | 'config'> & {
  offices: Offices;
  identity: Pick<Identity, 'persons' | 'findByNumber' | 'relationsOf' | 'relate'>;
  catalogue: Catalogue;
  licences: Pick<Licences, 'held'>;
  notices: Notices;
  /** 法定节假日: the statutory calendar with the names of its holidays. */
  calendar: readonly StatutoryYear[];
  hallRules: HallRules;
};
/** What they share with their store. */
export type Ground = Deps & { store: Store };
