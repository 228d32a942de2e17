import type { Delivery, PostalParty } from '@tongban/contract';
import { Problem } from '@tongban/kernel';
import Type from 'typebox';
import {
  asMachine,
  enqueue,
  job,
  type Platform,
  type SignedIn,
  type Tx,
  transaction,
} from '../../platform/index.ts';
import type { Courier, Pushed } from './courier.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { mayChange, mayDeclareLost, maySettle } from './rules.ts';
import { type Belongs, createStore, type DeliveryRow, type Store, type Way } from './store.ts';
import { createTracking } from './tracking.ts';
import { newsView, viewOf } from './view.ts';

type Deps = Pick<Platform, 'db' | 'clock' | 'vault' | 'jobs' | 'log'> & {
  /** A bureau without one sends by hand: the clerk types the waybill. */
  courier: Courier | undefined;
};
export type Deliveries = ReturnType<typeof createDeliveries>;

/** An office has a number of its own kind, so it is not held to that of a person. */
const Office = Type.Object({ name: Type.String(), phone: Type.String(), address: Type.String() });
const orderParcel = job('deliveries.order', Type.Object({ about: Type.String(), office: Office }));
const everyQuarter = '*/15 * * * *';

/** 寄递: how a result reaches its person and originals reach us, by window, locker or express. It knows no case. */
export function createDeliveries({ db, clock, vault, jobs, log, courier }: Deps) {
  const store = createStore(db);
  const ledger = createLedger({ store, vault, clock });
  const tracking = createTracking({ db, clock, log, store, ledger, courier });
  const ordering = createOrdering({ db, ledger, courier });
  jobs.handle(orderParcel, ({ about, office }) =>
    asMachine('worker', () => ordering.orderOriginals(about, office)),
  );
  if (courier !== undefined) jobs.every('deliveries.look', everyQuarter, () => tracking.look());
  const simulated = courier?.kind === 'simulator';
  return {
    ...createReading({ store, ledger, simulated }),
    async choose(tx: Tx, to: Belongs, wish: { way: Way; party?: PostalParty; office: PostalParty }) {
      const { way, party, office } = wish;
      if (way === 'express' && party === undefined)
        throw new Problem('deliveries.address', 'invalid', '寄递要填收件人、手机号码和地址');
      const row = await ledger.openFor(tx, to, way, party);
      if (!mayChange(row.state)) throw ordered();
      await ledger.keep(tx, { ...row, way, sealed: ledger.sealedParty(row.delivery_id, party) });
      if (way !== 'express' || to.purpose !== 'originals' || courier === undefined) return;
      await enqueue(tx, { job: orderParcel, data: { about: to.about, office } });
    },
    order: ordering.order,
    labelOf: ordering.labelOf,
    /** A parcel was given to the courier, under a waybill that was ordered or typed. */
    async sent(tx: Tx, to: Belongs, { waybill, party }: { waybill: string; party?: PostalParty }) {
      const known = await ledger.openFor(tx, to, 'express', party);
      const sealed = known.sealed ?? ledger.sealedParty(known.delivery_id, party);
      const row: DeliveryRow = { ...known, way: 'express', sealed };
      await ledger.note(tx, row, { step: { type: 'sent', at: clock().toISOString(), waybill } });
    },
    ...createLosses({ ledger, clock, store, simulated }),
    push: (pushed: Pushed) => tracking.push(pushed),
    look: () => tracking.look(),
  };
}

type Reading = { store: Store; ledger: Ledger; simulated: boolean };

/** What is told of deliveries. */
function createReading({ store, ledger, simulated }: Reading) {
  return {
    /** Everything carried for one thing, as its person sees it. */
    async of(about: string, tx?: Tx): Promise<Delivery[]> {
      const rows = await store.of(tx, about);
      const steps = await ledger.stepsOf(tx, rows);
      return rows.map((row) =>
        viewOf(row, { simulated, party: ledger.partyOf(row), steps: steps.get(row.delivery_id) ?? [] }),
      );
    },
    /** 物流 for the timeline of what it belongs to; that it was given to the courier is told there already. */
    async news(about: string, tx?: Tx): Promise<Delivery['steps']> {
      const rows = await store.of(tx, about);
      const steps = await ledger.stepsOf(tx, rows);
      return rows.flatMap(({ delivery_id: id, purpose }) =>
        (steps.get(id) ?? []).flatMap((step) =>
          step.type === 'sent' && purpose === 'result' ? [] : [newsView(step, purpose)],
        ),
      );
    },
    /** What a person has chosen for a result. */
    async chosen(about: string, tx?: Tx): Promise<{ way: Way; party?: PostalParty } | undefined> {
      const row = (await store.of(tx, about)).find(({ purpose }) => purpose === 'result');
      const party = row === undefined ? undefined : ledger.partyOf(row);
      return row && { way: row.way, ...(party === undefined ? {} : { party }) };
    },
    /** The waybills of results the courier was ordered for and has not been given yet, by what they belong to. */
    async ordered(abouts: readonly string[]): Promise<Map<string, string>> {
      const rows = await store.ordered(abouts);
      return new Map(rows.flatMap(({ about, waybill }) => (waybill === undefined ? [] : [[about, waybill]])));
    },
  };
}

type Ordering = { db: Platform['db']; ledger: Ledger; courier: Courier | undefined };

function createOrdering({ db, ledger, courier }: Ordering) {
  return {
    /** Orders the courier once for a result; answers its waybill, or undefined where it is away: labels then go without. */
    async order(to: Belongs, parcel: { from: PostalParty; to: PostalParty }): Promise<string | undefined> {
      if (courier === undefined) return undefined;
      const row = await transaction(db, (tx) => ledger.openFor(tx, to, 'express', parcel.to));
      // What was lost or came back goes under a waybill of its own, which the clerk types.
      if (row.state === 'reissued' || row.state === 'returned') return undefined;
      if (row.waybill !== undefined || !mayChange(row.state)) return row.waybill;
      const waybill = await courier.order({ reference: row.delivery_id, ...parcel }).catch(() => undefined);
      if (waybill === undefined) return undefined;
      return transaction(db, (tx) => ledger.ordered(tx, to, waybill));
    },
    /** The courier's own label; undefined where it gives none or is away, and then ours is printed. */
    labelOf: async (waybill: string): Promise<Buffer | undefined> =>
      courier?.label(waybill).catch(() => undefined),
    /** Orders the courier to the person's door; a courier that is away is asked again by the job. */
    async orderOriginals(about: string, office: PostalParty): Promise<void> {
      if (courier === undefined) return;
      const row = await transaction(db, (tx) => ledger.lock(tx, about, 'originals'));
      const from = row === undefined ? undefined : ledger.partyOf(row);
      if (row === undefined || from === undefined || row.way !== 'express' || !mayChange(row.state)) return;
      const waybill = await courier.order({ reference: row.delivery_id, from, to: office });
      const to = { about, purpose: 'originals', personId: row.person_id, branch: row.branch } as const;
      await transaction(db, (tx) => ledger.ordered(tx, to, waybill));
    },
  };
}

type Losing = {
  ledger: Ledger;
  clock: () => Date;
  store: Store;
  simulated: boolean;
};

/** 遗失和善后: one declares a parcel lost, another decides what follows. */
function createLosses({ ledger, clock, store, simulated }: Losing) {
  const locked = async (tx: Tx, about: string): Promise<DeliveryRow> => {
    const row = await ledger.lock(tx, about, 'result');
    if (row === undefined || row.way !== 'express') throw missing();
    return row;
  };
  const view = async (tx: Tx, row: DeliveryRow): Promise<Delivery> => {
    const fresh = (await store.of(tx, row.about)).find((one) => one.delivery_id === row.delivery_id) ?? row;
    const steps = (await ledger.stepsOf(tx, [fresh])).get(fresh.delivery_id) ?? [];
    return viewOf(fresh, { simulated, party: ledger.partyOf(fresh), steps });
  };
  return {
    async declareLost(tx: Tx, caller: SignedIn, { about, reason }: { about: string; reason: string }) {
      const row = await locked(tx, about);
      const steps = (await ledger.stepsOf(tx, [row])).get(row.delivery_id) ?? [];
      const last = new Date(steps.at(-1)?.at ?? row.made_at);
      const verdict = mayDeclareLost(row.state, last, clock());
      if (!verdict.ok) throw new Problem(`deliveries.${verdict.why}`, 'conflict', verdict.message);
      const at = clock().toISOString();
      await ledger.note(tx, row, { step: { type: 'lost', at, by: caller.personId, reason } });
      return view(tx, row);
    },
    async settle(
      tx: Tx,
      caller: SignedIn,
      wish: { about: string; remedy: 'reissue' | 'compensation'; reason: string },
    ) {
      const row = await locked(tx, wish.about);
      const steps = (await ledger.stepsOf(tx, [row])).get(row.delivery_id) ?? [];
      const verdict = maySettle(steps, caller.personId);
      if (!verdict.ok) throw new Problem(`deliveries.${verdict.why}`, 'conflict', verdict.message);
      const { remedy, reason } = wish;
      const at = clock().toISOString();
      await ledger.note(tx, row, { step: { type: 'settled', at, by: caller.personId, remedy, reason } });
      return view(tx, row);
    },
  };
}

function missing(): Problem {
  return new Problem('deliveries.missing', 'missing', '这件没有寄递');
}

function ordered(): Problem {
  const say = '快递已经下单，不能再改。要改地址，打快递公司的电话';
  return new Problem('deliveries.ordered', 'conflict', say);
}
