import { Problem } from '@tongban/kernel';
import { asMachine, type Platform, type Tx, transaction } from '../../platform/index.ts';
import type { Courier, News, Pushed } from './courier.ts';
import type { Ledger } from './ledger.ts';
import type { DeliveryRow, Store } from './store.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'log'> & {
  store: Store;
  ledger: Ledger;
  courier: Courier | undefined;
};

const atOnce = 200;
/** Nobody is asked about more often than this. */
const restMs = 10 * 60_000;

/** 物流: what the courier tells by itself, and what it is asked; either way the same news counts once. */
export function createTracking({ db, clock, log, store, ledger, courier }: Deps) {
  const take = (waybill: string, news: readonly News[]): Promise<number> =>
    transaction(db, async (tx) => {
      let taken = 0;
      for (const row of await store.lockByWaybill(tx, waybill))
        taken += await takeOne({ store, ledger }, tx, { row, waybill, news });
      return taken;
    });
  return {
    /** Takes what the courier pushes; refused whole unless the courier has signed it. */
    async push(pushed: Pushed): Promise<number> {
      const read = courier?.read(pushed);
      if (read === undefined) throw new Problem('deliveries.signature', 'forbidden', '签名不对，没有收下');
      return asMachine('worker', async () => {
        let taken = 0;
        for (const { waybill, news } of read) taken += await take(waybill, [news]);
        return taken;
      });
    },
    /** Asks about every parcel that is under way; a courier that is away is asked again next time. */
    async look(): Promise<void> {
      if (courier === undefined) return;
      const before = new Date(clock().getTime() - restMs);
      await asMachine('worker', async () => {
        for (const { delivery_id: id, waybill } of await store.toLookAt(before, atOnce)) {
          await store.looked(id, clock());
          try {
            if (waybill !== undefined) await take(waybill, await courier.track(waybill));
          } catch (error) {
            log.warn({ err: error }, 'the courier does not answer; parcels are looked at again later');
            return;
          }
        }
      });
    },
  };
}

type Told = { row: DeliveryRow; waybill: string; news: readonly News[] };

/** Notes what is new of one delivery; answers how much that was. */
async function takeOne(
  { store, ledger }: Pick<Deps, 'store' | 'ledger'>,
  tx: Tx,
  told: Told,
): Promise<number> {
  let taken = 0;
  let current = told.row;
  for (const { id, step, at, place } of told.news) {
    const happened = { type: step, at, ...(place === undefined ? {} : { place }) };
    // A waybill may come back for a second parcel, so its news is that of this waybill alone.
    const added = await ledger.note(tx, current, { step: happened, news: `${told.waybill} ${id}` });
    if (!added) continue;
    taken += 1;
    current = (await store.lock(tx, current.about, current.purpose)) ?? current;
  }
  return taken;
}
