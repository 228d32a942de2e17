import type { Platform } from '../../platform/index.ts';
import type { Counter } from '../cases/index.ts';
import type { Files } from '../files/index.ts';
import type { Offices } from '../offices/index.ts';
import type { ScreenRow, Store } from './store.ts';

/** What second screens stand on. */
export type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'live'> & {
  offices: Pick<Offices, 'findWindow' | 'organisation'>;
  files: Pick<Files, 'keep'>;
  /** Where a person at a window may be asked: the sitting, the issue desk. */
  counters: readonly Counter[];
};
/** A tablet that proves itself by its key. */
export type KnownScreen = { screen: string; key: string };
/** What the parts of devices share. */
export type Parts = Deps & { store: Store; known: (asked: KnownScreen) => Promise<ScreenRow> };
