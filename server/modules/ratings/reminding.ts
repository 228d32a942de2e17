import { addDays } from '@tongban/calendar';
import { shanghaiDay } from '@tongban/kernel';
import { type Tx, transaction } from '../../platform/index.ts';
import type { Parts } from './parts.ts';
import { repairLight } from './rules.ts';

/** Half past eight in Shanghai, before the desks open. */
const mornings = '30 0 * * *';
/** Further ahead than this no yellow light can shine, whatever holidays lie between. */
const aheadDays = 60;

/** 催办: whoever has an order in hand is told once when its last days begin, and once more when it is late. */
export function remindMenders(parts: Parts): void {
  const { jobs, db } = parts;
  jobs.every('ratings.remind', mornings, (now) => transaction(db, (tx) => remindAll(parts, tx, now)));
}

async function remindAll({ store, rules, calendar, notices, names }: Parts, tx: Tx, now: Date) {
  const today = shanghaiDay(now);
  for (const row of await store.toRemind(tx, today, addDays(today, aheadDays))) {
    const { due_on: due, handler_id: personId, repair_id: repairId, item, number } = row;
    if (personId === undefined || repairLight(rules, calendar, { due, today }).light === 'green') continue;
    await store.noteReminded(tx, repairId, today);
    await notices.tell(tx, {
      ...{ personId, event: 'ratings.repair-due', about: `repair:${repairId}` },
      facts: { item: await names.item(item), number, until: { day: due } },
    });
  }
}
