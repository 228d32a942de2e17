import { shanghaiDay } from '@tongban/kernel';
import { createTextSearch, type Platform, type Tx, transaction } from '../../../platform/index.ts';
import { callerIn, saidIn } from '../model.ts';
import { indexes } from '../parts.ts';
import type { OrderRow } from '../store/tables.ts';
import type { Shared } from './parts.ts';
import { reachable } from './reach.ts';
import { toldOf, veiledBlocks, veilOf } from './reading.ts';

const hourly = '25 * * * *';
const atOnce = 200;

/** 收录: puts an order into the index, or anew. */
export async function indexOrder(shared: Shared, tx: Tx, row: OrderRow): Promise<void> {
  const { index, search, words, veil, vault } = shared;
  const { title, text } = saidIn(shared, row);
  const asker = callerIn(shared, row).phone ?? row.person_id;
  const receivedOn = shanghaiDay(row.received_at);
  const told = toldOf(words, {
    ...{ text: `${title} ${text}`, day: receivedOn },
    ...(asker === undefined ? {} : { person: vault.index(indexes.saidBy, asker).toString('hex') }),
  });
  const found = reachable({
    ...{ scope: row.city, receivedOn, blocks: veiledBlocks(told, veil) },
    words: search.vectorOf({ A: title, C: text }),
  });
  await index.index(tx, { ...found, orderId: row.order_id });
}

/**
 * 重建索引: words are veiled with a key, so that after a change of keys the orders of before are put in anew, portion by portion;
 * stopped at any point, the next round goes on.
 */
export function reindexOrders(shared: Shared & Pick<Platform, 'jobs'>): void {
  const { jobs, db, vault, words, index } = shared;
  jobs.every('hotline.reindex', hourly, async () => {
    const portion = () =>
      transaction(db, async (tx) => {
        // The one the house goes on with may still know words by the key of before.
        const veil = veilOf(vault);
        const veiled = { ...shared, veil, search: createTextSearch(words, veil) };
        const upto = await index.reindexedUpTo(tx, veil(''));
        if (upto === undefined) return 0;
        const rows = await index.indexedAfter(tx, upto, atOnce);
        for (const row of rows) await indexOrder(veiled, tx, row);
        await index.markReindexed(tx, rows.length < atOnce ? undefined : rows.at(-1)?.order_id);
        return rows.length;
      });
    while ((await portion()) === atOnce);
  });
}
