import { Problem, shanghaiDay } from '@tongban/kernel';
import { publish, type Tx } from '../../platform/index.ts';
import { createAttaching } from './attaching.ts';
import { orderRegistered } from './events.ts';
import { type OpenOrder, opened, sealedOff, seatRows, standingOf, stepRow } from './model.ts';
import type { Parts } from './parts.ts';
import type { Actor, OrderCommand } from './rules/commands.ts';
import { decideOrder } from './rules/decide.ts';
import { foldOrder } from './rules/fold.ts';
import type { OrderState } from './rules/state.ts';
import type { OrderStep } from './rules/steps.ts';
import type { OrderWhy } from './rules/why.ts';
import type { OrderKey, OrderRow } from './store/tables.ts';
import { happened, tellOf } from './telling.ts';
import { whyNot } from './words.ts';

export type Ledger = ReturnType<typeof createLedger>;
type Begin = Omit<OrderRow, keyof ReturnType<typeof standingOf> | 'version'>;

/** 工单账: an order is the list of its steps; here they are read, folded and added to, and nowhere else. */
export function createLedger(parts: Parts) {
  const { store, clock } = parts;
  const attaching = createAttaching(parts);
  const read = async (row: OrderRow, tx?: Tx): Promise<OpenOrder> =>
    opened(parts, row, await store.steps(tx, { city: row.city, orderId: row.order_id }));
  return {
    read,
    /** The order of a number, held until the transaction ends. */
    async lock(tx: Tx, number: string): Promise<OpenOrder> {
      const row = await store.lock(tx, number);
      if (row === undefined) throw missing();
      return read(row, tx);
    },
    /** Keeps a new order with its first step, and tells that it is there. */
    async begin(tx: Tx, row: Begin, first: OrderStep): Promise<OpenOrder> {
      const at = row.received_at;
      const state = foldOrder([first]);
      const standing = standingOf(parts, state, at);
      const whole: OrderRow = { ...row, ...fromNull(standing), version: 1 };
      await store.insert(tx, whole);
      await store.insertSteps(tx, [stepRow(parts, row, { step: first, seq: 0, at })]);
      await attaching.lay(tx, { row: keyOf(whole), before: { files: [], tipOff: state.tipOff }, state });
      const forum = first.type === 'registered' ? first.forum : undefined;
      await publish(tx, orderRegistered({ ...happened(whole, at), ...(forum && { forum }) }), at);
      return { row: whole, steps: [{ ...first, at }], state };
    },
    /** Puts a wish to an order: refused with its reason, or its steps are kept and told. */
    async give(tx: Tx, open: OpenOrder, { actor, command }: Given): Promise<OpenOrder> {
      const at = clock();
      const situation = { state: open.state, actor, today: shanghaiDay(at) };
      const verdict = decideOrder(situation, command, parts.timing);
      if (!verdict.ok) throw refused(verdict.why);
      const { steps, state } = verdict;
      const first = open.steps.length;
      await store.insertSteps(
        tx,
        steps.map((step, index) => stepRow(parts, open.row, { step, seq: first + index, at })),
      );
      const row = await keep(parts, tx, { open, state, at, version: first + steps.length });
      await attaching.lay(tx, { row: keyOf(row), before: open.state, state });
      await tellOf(tx, { before: open.state, state, row, at });
      return { row, steps: [...open.steps, ...steps.map((step) => ({ ...step, at }))], state };
    },
  };
}
type Given = { readonly actor: Actor; readonly command: OrderCommand };
type Keeping = { open: OpenOrder; state: OrderState; at: Date; version: number };

/** Writes the row after its steps, and from where it is seen. */
async function keep(parts: Parts, tx: Tx, { open, state, at, version }: Keeping): Promise<OrderRow> {
  const { store } = parts;
  const { row } = open;
  const key = keyOf(row);
  const sealed = state.tipOff && !open.state.tipOff ? sealedOff(parts, row) : {};
  const standing = { ...standingOf(parts, state, at), ...sealed };
  // Seats go before the row becomes a tip-off, for such a row has none.
  if (state.tipOff && !open.state.tipOff) await store.withdrawFromSight(tx, key, row.number);
  await store.update(tx, key, { ...standing, version });
  if (!state.tipOff) await store.seat(tx, key, seatRows(state));
  return { ...row, ...fromNull(standing), version };
}

function keyOf({ city, order_id: orderId }: OrderRow): OrderKey {
  return { city, orderId };
}

type WithoutNull<T> = { [K in keyof T]: Exclude<T[K], null> | (null extends T[K] ? undefined : never) };

/** A row as it is read again: what is empty is absent. */
function fromNull<T extends object>(row: T): WithoutNull<T> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as WithoutNull<T>;
}

export function missing(): Problem {
  return new Problem('orders.missing', 'missing', '没有这张工单，或您不能看它');
}

/** The refusal a reason of the rules becomes. */
export function refused(why: OrderWhy): Problem {
  if (why === 'missing') return missing();
  const forbidden: readonly OrderWhy[] = ['role', 'desk', 'unit', 'handler', 'own-draft', 'own-wish', 'own'];
  return new Problem(`orders.${why}`, forbidden.includes(why) ? 'forbidden' : 'conflict', whyNot[why].zh);
}
