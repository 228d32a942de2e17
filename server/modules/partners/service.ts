import { join } from 'node:path';
import { newId, type Platform, transaction } from '../../platform/index.ts';
import { type Cases, caseFacts } from '../cases/index.ts';
import type { Licences } from '../licences/index.ts';
import { writeBatch } from './exchange/files.ts';
import { exchangeTables } from './exchange/tables.ts';
import { createStore } from './store.ts';
import { createUnits } from './units.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'config' | 'jobs' | 'outbox' | 'log' | 'vault'> & {
  cases: Pick<Cases, 'stories'>;
  licences: Pick<Licences, 'readShows' | 'types'>;
};
export type Partners = ReturnType<typeof createPartners>;

const most = 500;
const everyTenMinutes = '*/10 * * * *';

/** 上报: tells the national platform of every case that was accepted, moved on or finished, as files in its own columns. */
export function createPartners({ db, clock, config, jobs, outbox, log, vault, cases, licences }: Deps) {
  const store = createStore(db);
  const folder = config.exchangeFolder ?? join(config.dataFolder, 'exchange');
  outbox.subscribe({
    name: 'partners.remember-changed-cases',
    on: caseFacts,
    handle: async (tx, { data, at }) => {
      await store.remember(tx, data, at);
    },
  });
  /** Writes one batch; a batch that was written but not recorded is written again under another name. */
  const report = (): Promise<number> =>
    transaction(db, async (tx) => {
      const keys = await store.take(tx, most);
      if (keys.length === 0) return 0;
      const at = clock();
      const batch = `${at.toISOString().replaceAll(/[-:.]/g, '')}-${newId().slice(-12)}`;
      const told = await store.toldBefore(tx, keys);
      const stories = await cases.stories(keys);
      const about = { batch, at, source: config.publicOrigin };
      const tables = exchangeTables(
        stories.map((story) => ({ ...story, toldBefore: told.has(story.caseId) })),
        about,
      );
      const files = await writeBatch(folder, about, tables);
      await store.told(tx, keys, { batch, at });
      log.info({ batch, cases: keys.length, files }, 'a batch was written for the national platform');
      return keys.length;
    });
  jobs.every('partners.report', everyTenMinutes, async () => {
    while ((await report()) === most);
  });
  return { report, units: createUnits({ db, clock, vault, jobs, licences }) };
}
