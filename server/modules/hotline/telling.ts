import type { NoticeFacts } from '@tongban/catalogue';
import { type Platform, publish, type Tx } from '../../platform/index.ts';
import type { Notices } from '../notices/index.ts';
import {
  type Happened,
  orderClassified,
  orderClosed,
  orderExtended,
  orderFilesAdded,
  orderMoved,
  orderRegistered,
  orderReminded,
  orderReopened,
  orderReplied,
  orderVisitArranged,
} from './events.ts';
import { callerIn, opened } from './model.ts';
import type { OrderState } from './rules/state.ts';
import { createOrderStore, type OrderStore } from './store/orders.ts';
import type { OrderRow } from './store/tables.ts';
import { timeWords } from './visit-words.ts';

type Changed = { before: OrderState; state: OrderState; row: OrderRow; at: Date };

type Change = (before: OrderState, state: OrderState) => boolean;
type TellingFact =
  | typeof orderMoved
  | typeof orderExtended
  | typeof orderFilesAdded
  | typeof orderVisitArranged
  | typeof orderReplied
  | typeof orderReopened
  | typeof orderReminded;
const changes: readonly (readonly [TellingFact, Change])[] = [
  [orderMoved, (before, state) => state.branch !== before.branch],
  [
    orderExtended,
    ({ extension: before }, { extension }) => extension?.state === 'granted' && before?.state !== 'granted',
  ],
  [orderFilesAdded, (before, state) => state.files.length > before.files.length],
  [orderVisitArranged, (before, state) => state.visit !== undefined && state.visit !== before.visit],
  [orderReplied, (before, state) => state.repliedOn !== undefined && before.repliedOn === undefined],
  [orderReopened, (before, state) => state.round > before.round],
  [orderReminded, (before, state) => state.remindedOn !== undefined && before.remindedOn === undefined],
];

/** Tells what an act changed, to whoever listens. */
export async function tellOf(tx: Tx, { before, state, row, at }: Changed): Promise<void> {
  const said = happened(row, at);
  const { matter, labels } = state;
  if (matter !== undefined && (matter !== before.matter || labels !== before.labels))
    await publish(
      tx,
      orderClassified({ ...said, matter, labels: [...labels], before: takenFor(before) }),
      at,
    );
  const about = matter === undefined || state.tipOff ? {} : { matter };
  for (const [fact, isTrue] of changes)
    if (isTrue(before, state)) await publish(tx, fact({ ...said, ...about }), at);
  if (state.how === undefined || before.how !== undefined) return;
  const satisfied = row.satisfied === undefined ? {} : { satisfied: row.satisfied };
  await publish(tx, orderClosed({ ...said, ...about, how: state.how, ...satisfied }), at);
}

function takenFor({ kind, matter }: OrderState) {
  return { kind, ...(matter === undefined ? {} : { matter }) };
}

/** What every fact about an order says. */
export function happened(
  { city, order_id: orderId, number, kind, channel, tip_off: tipOff, branch, desk, received_at }: OrderRow,
  at: Date,
): Happened {
  return {
    ...{ city, orderId, number, kind, channel, tipOff, branch, desk },
    ...{ receivedAt: received_at.toISOString(), at: at.toISOString() },
  };
}

type Deps = Pick<Platform, 'db' | 'outbox' | 'vault'> & { notices: Pick<Notices, 'tell'> };

/** Endings somebody does not know of yet: what was answered was told as an answer. */
const untold: readonly OrderRow['how'][] = ['solved', 'unreached', 'merged', 'in-procedure'];

/** What says by when the next answer comes. */
const awaited: readonly string[] = [orderRegistered.type, orderExtended.type, orderReopened.type];

/** 诉求通知: that an order is here, is given more time, answered, done again or closed reaches whoever asked; of a tip-off nobody is told anything. */
export function tellCallers({ db, outbox, vault, notices }: Deps): void {
  const store = createOrderStore(db);
  outbox.subscribe({
    name: 'hotline.tell-callers',
    on: [
      orderRegistered,
      orderExtended,
      orderVisitArranged,
      orderReplied,
      orderReopened,
      orderClosed,
    ] as const,
    handle: async (tx, { type, data }) => {
      const row = data.tipOff ? undefined : await store.find(data.number, tx);
      if (row === undefined || row.tip_off) return;
      if (type === orderClosed.type && !untold.includes(row.how)) return;
      const reader = readerOf({ vault }, row);
      if (reader === undefined) return;
      const facts = await factsOf({ vault, store }, tx, { type, row });
      if (facts === undefined) return;
      await notices.tell(tx, { ...reader, event: type, about: `order:${row.number}`, facts });
    },
  });
}

type Telling = { type: string; row: OrderRow };

/** What a notice says besides that something happened; nothing of a visit that stands no more. */
async function factsOf(opening: Opening, tx: Tx, { type, row }: Telling): Promise<NoticeFacts | undefined> {
  const { number, due_on: day } = row;
  if (type === orderVisitArranged.type) return comingOf(opening, tx, row);
  return awaited.includes(type) ? { number, until: { day } } : { number };
}

/** 约好的上门 as a notice says it: on what day, when, and who comes. */
async function comingOf({ vault, store }: Opening, tx: Tx, row: OrderRow) {
  const key = { city: row.city, orderId: row.order_id };
  const { visit } = opened({ vault }, row, await store.steps(tx, key)).state;
  if (visit === undefined) return undefined;
  const { day, time, who } = visit;
  return { number: row.number, day: { day }, time: timeWords(time), who };
}
type Opening = Pick<Platform, 'vault'> & { store: Pick<OrderStore, 'steps'> };

/** Whoever asked as a person the house knows, or the phone they called from. */
function readerOf(vault: Pick<Platform, 'vault'>, row: OrderRow) {
  if (row.person_id !== undefined) return { personId: row.person_id };
  const { phone } = callerIn(vault, row);
  return phone === undefined ? undefined : { phone };
}
