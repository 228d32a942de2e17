import type { Db, Job, Jobs } from '../../platform/index.ts';
import type { Identity } from '../identity/index.ts';
import type { Box, Kept } from './kept.ts';
import type { Quiet } from './rules.ts';
import type { DeliveryStore } from './store/deliveries.ts';
import type { NoticeStore } from './store/notices.ts';
import type { ChoiceRow, DeliveryRow, OutwardChannel } from './store/tables.ts';
import type { Texts } from './texts.ts';

/** What a lane stands on. */
export type LaneDeps = {
  db: Db;
  clock: () => Date;
  box: Box;
  notices: NoticeStore;
  deliveries: DeliveryStore;
  identity: Pick<Identity, 'persons'>;
  /** How people are reached who have not chosen. */
  defaults: Readonly<Record<OutwardChannel, boolean>> & { quiet: Quiet };
  texts: Pick<Texts, 'letter' | 'event'>;
  /** The job that comes back to a lane in a house that does not look for itself. */
  carry: Job;
  jobs: Pick<Jobs, 'isRunning'>;
};

/** Everything known of one delivery when it is its turn. */
export type Addressed = {
  row: DeliveryRow;
  event: string;
  kept: Kept;
  /** Where each channel reaches them. */
  reach: Readonly<Partial<Record<OutwardChannel, string>>>;
  choice: ChoiceRow | undefined;
};
