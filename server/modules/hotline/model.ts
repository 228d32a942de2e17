import type { VisitWish } from '@tongban/contract';
import { publicNumber, shanghaiDay } from '@tongban/kernel';
import type { Parts } from './parts.ts';
import { indexes, places } from './parts.ts';
import { foldOrder } from './rules/fold.ts';
import { seatsOf } from './rules/reach.ts';
import { callBackDueOn, handDueOn, type OrderState, replyDueOn, silentOn } from './rules/state.ts';
import type { OrderAct, OrderStep } from './rules/steps.ts';
import type { OrderRow, StepRow } from './store/tables.ts';

/** What was said when it was registered. */
export type Said = {
  readonly title: string;
  readonly text: string;
  readonly wantsOpen?: true;
  /** 上门申请: why and where, sealed with the words. */
  readonly visit?: VisitWish;
  /** 帖子: where it was posted, of what was taken from a table of posts. */
  readonly post?: { readonly platform: string; readonly link: string; readonly postedAt?: string };
};
/** Whoever asked, as far as they said so. */
export type CallerFacts = {
  readonly name?: string;
  readonly citizenNumber?: string;
  readonly phone?: string;
};
/** 工单: its row, everything that happened to it, and how it stands. */
export type OpenOrder = {
  readonly row: OrderRow;
  readonly steps: readonly KeptStep[];
  readonly state: OrderState;
};
export type KeptStep = OrderStep & { readonly at: Date };

/** 工单编号: city, day and sequence of the day, and a digit that checks them. */
export function orderNumber(city: string, day: string, sequence: number): string {
  if (sequence > 99_999) throw new RangeError(`no order number for sequence ${sequence}`);
  return publicNumber(`${city}${day.slice(2).replaceAll('-', '')}${String(sequence).padStart(5, '0')}`);
}

/** Opens what is kept of an order. */
export function opened({ vault }: Pick<Parts, 'vault'>, row: OrderRow, kept: readonly StepRow[]): OpenOrder {
  const steps = kept.map(({ seq, at, by_id: by, sealed }): KeptStep => {
    const act = JSON.parse(vault.open(places.step(row.order_id, seq), sealed)) as OrderAct;
    return { ...act, at, on: shanghaiDay(at), ...(by === undefined ? {} : { by }) };
  });
  return { row, steps, state: foldOrder(steps) };
}

export function saidIn({ vault }: Pick<Parts, 'vault'>, row: OrderRow): Said {
  return JSON.parse(vault.open(places.said(row.order_id), row.said)) as Said;
}

export function callerIn({ vault }: Pick<Parts, 'vault'>, row: OrderRow): CallerFacts {
  const facts =
    row.caller === undefined
      ? {}
      : (JSON.parse(vault.open(places.caller(row.order_id), row.caller)) as CallerFacts);
  return {
    ...facts,
    ...(row.phone === undefined ? {} : { phone: vault.open(places.phone(row.order_id), row.phone) }),
  };
}

/** Whose order it is; of a tip-off only the house can tell. */
export function ownerIn({ vault }: Pick<Parts, 'vault'>, row: OrderRow): string | undefined {
  if (row.owner !== undefined) return vault.open(places.owner(row.order_id), row.owner);
  return row.person_id;
}

/** 本人的诉求: whether a member of staff asked this themselves; it is for colleagues to handle. */
export function isOwn(parts: Pick<Parts, 'vault'>, row: OrderRow, citizenId: string | undefined): boolean {
  return citizenId !== undefined && ownerIn(parts, row) === citizenId;
}

/** One step as it is kept. */
export function stepRow(
  { vault }: Pick<Parts, 'vault'>,
  { city, order_id: orderId }: Pick<OrderRow, 'city' | 'order_id'>,
  { step, seq, at }: { step: OrderStep; seq: number; at: Date },
): StepRow {
  const { on: _on, by, ...act } = step;
  return {
    ...{ city, order_id: orderId, seq, type: step.type, at, by_id: by },
    sealed: vault.seal(places.step(orderId, seq), JSON.stringify(act)),
  };
}

/** What lists show of an order, folded from its state. */
export function standingOf(parts: Pick<Parts, 'timing'>, state: OrderState, now: Date) {
  const { stage, kind, branch, tipOff, urgent, handlerId, matter, how } = state;
  return {
    ...{ branch, kind, tip_off: tipOff, urgent, stage, how: how ?? null },
    ...{ matter: matter ?? null, labels: [...state.labels], handler_id: handlerId ?? null },
    ...daysOf(parts, state),
    ...{ called_back: state.calledBack, satisfied: state.calledBack ? how === 'solved' : null },
    ...{ dispatches: state.dispatches, wrong_dispatches: state.wrongDispatches, urges: state.urgedOn.length },
    visit_on: state.visit?.day ?? null,
    closed_at: stage === 'closed' ? now : null,
  };
}

function daysOf({ timing }: Pick<Parts, 'timing'>, state: OrderState) {
  const { remindedOn, namedOn, repliedOn, stage } = state;
  const due = replyDueOn(state, timing);
  return {
    due_on: due,
    hand_due_on: stage === 'coordinating' ? (handDueOn(state, timing) ?? null) : null,
    ...{ call_back_on: callBackDueOn(state, timing) ?? null, silent_on: silentOn(state, timing) ?? null },
    ...{ reminded_on: remindedOn ?? null, named_on: namedOn ?? null, replied_on: repliedOn ?? null },
    in_time: repliedOn === undefined ? null : repliedOn <= due,
  };
}

/** The seats of an order as they are kept. */
export function seatRows(state: OrderState) {
  return seatsOf(state).map((branch) => ({
    branch,
    helps: state.helpers.some(({ unit, given }) => unit === branch && !given),
  }));
}

/**
 * 举报: what stood in the open is sealed the moment an order turns out to be one; its phone goes among what nobody can look up, for an
 * index of it would lead to calls and to other orders.
 */
export function sealedOff(parts: Pick<Parts, 'vault'>, row: OrderRow) {
  const { vault } = parts;
  const { order_id: orderId, person_id: personId } = row;
  const facts = callerIn(parts, row);
  const owner =
    personId === undefined
      ? {}
      : {
          owner: vault.seal(places.owner(orderId), personId),
          owner_index: vault.index(indexes.owner, personId),
        };
  return {
    ...owner,
    person_id: null,
    phone: null,
    phone_index: null,
    caller: sealedCaller(parts, orderId, facts),
  };
}

/** Whoever asked, as it is kept; nothing where nothing was said. */
export function sealedCaller(
  { vault }: Pick<Parts, 'vault'>,
  orderId: string,
  facts: CallerFacts,
): Buffer | null {
  return Object.keys(facts).length === 0 ? null : vault.seal(places.caller(orderId), JSON.stringify(facts));
}
