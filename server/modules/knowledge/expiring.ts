import { shanghaiDay } from '@tongban/kernel';
import { transaction } from '../../platform/index.ts';
import { endVersion } from './ending.ts';
import type { Parts } from './parts.ts';

/** Shortly after midnight in Shanghai. */
const everyNight = '5 16 * * *';
const most = 200;

/** 到期: a version whose last day is over is taken out of force the same night; editors find it in the list of what ends. */
export function endExpired(parts: Parts): void {
  const { db, jobs, store } = parts;
  jobs.every('knowledge.expire', everyNight, async (now) => {
    const today = shanghaiDay(now);
    let ended = most;
    while (ended === most) {
      ended = await transaction(db, async (tx) => {
        const versions = await store.over(tx, today, most);
        const entries = await store.entriesOf(
          tx,
          versions.map((one) => one.entry_id),
        );
        for (const version of versions) {
          const entry = entries.find((one) => one.entry_id === version.entry_id);
          if (entry !== undefined) await endVersion(parts, tx, { entry, version, to: 'expired' });
        }
        return versions.length;
      });
    }
  });
}
