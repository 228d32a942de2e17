import type { OrderEnding, OrderKind, OrderStage } from '@tongban/contract';
import { asMachine, type Tx } from '../../platform/index.ts';
import { type Parts, places, unitName } from './parts.ts';
import { type PassedOn, passOn, type Registered, refuseEmergency, type Taking } from './registering.ts';
import { createPassedStore, type OpenSearch } from './store/passed.ts';
import type { OrderRow } from './store/tables.ts';

/** 转来的诉求: how it stands, for the unit that passed it on. */
export type PassedOrder = {
  readonly number: string;
  readonly kind: OrderKind;
  readonly stage: OrderStage;
  readonly how?: OrderEnding;
  readonly matter?: string;
  readonly unit: string;
  readonly dueOn: string;
  readonly reply?: string;
};
/** 公开的诉求: masked, and passed by two people; of the day it came only the day is told. */
export type OpenOrder = {
  readonly answer: string;
  readonly title: string;
  readonly question: string;
  readonly reply: string;
  readonly unit: string;
  readonly matter?: string;
  readonly closed: boolean;
  readonly receivedOn: string;
  readonly answeredOn: string;
};

/** 转办接入: orders that other systems pass on, and what those may read of orders. Tip-offs are never among them. */
export function createPassing(parts: Taking) {
  const store = createPassedStore(parts.db);
  return {
    /** 紧急情况 is told by phone, and refused before anything is kept. */
    refuseEmergency: (wish: Pick<PassedOn, 'title' | 'text' | 'notNow'>) => refuseEmergency(parts, wish),
    passOn: (tx: Tx, wish: PassedOn): Promise<Registered> => passOn(parts, tx, wish),
    /** How some orders stand, by their numbers. */
    async standing(numbers: readonly string[]): Promise<Map<string, PassedOrder>> {
      const { rows, steps } = await asMachine('worker', async () => {
        const found = await store.byNumbers(numbers);
        return { rows: found, steps: await store.replies(found.filter(({ replied_on: on }) => on)) };
      });
      const replies = new Map(
        steps.map(({ order_id: orderId, seq, sealed }) => {
          const act = JSON.parse(parts.vault.open(places.step(orderId, seq), sealed)) as { text: string };
          return [orderId, act.text] as const;
        }),
      );
      return new Map(rows.map((row) => [row.number, standingOf(parts, row, replies.get(row.order_id))]));
    },
    async open(search: OpenSearch): Promise<OpenOrder[]> {
      const rows = await asMachine('worker', () => store.open(search));
      return rows.map(({ answer_id: answer, title, question, reply, unit, matter, closed, ...days }) => ({
        ...{ answer, title, question, reply, unit, closed },
        ...(matter === undefined ? {} : { matter }),
        ...{ receivedOn: days.received_on, answeredOn: days.on_day },
      }));
    },
  };
}

function standingOf(
  parts: Pick<Parts, 'offices'>,
  { number, kind, stage, how, matter, branch, due_on: dueOn }: OrderRow,
  reply: string | undefined,
): PassedOrder {
  return {
    ...{ number, kind, stage, dueOn, unit: unitName(parts, branch) },
    ...(how === undefined ? {} : { how }),
    ...(matter === undefined ? {} : { matter }),
    ...(reply === undefined ? {} : { reply }),
  };
}
