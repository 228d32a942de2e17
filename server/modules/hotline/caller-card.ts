import type { CallerCard } from '@tongban/contract';
import { maskName, maskPhone, Problem, shanghaiDay } from '@tongban/kernel';
import { asMachine, type SignedIn } from '../../platform/index.ts';
import type { DeskViews } from './desk-views.ts';
import { indexes, type Parts, places } from './parts.ts';
import type { CallStore, ProcedureStore } from './store/calls.ts';
import type { ListStore } from './store/lists.ts';
import type { OrderRow } from './store/tables.ts';
import { procedureNames } from './words.ts';

type Deps = Parts & { procedures: ProcedureStore; lists: ListStore; views: DeskViews };
const mostOrders = 20;
const mostThings = 10;

/** Who may be calling: by what was asked from this number before, under a name. Five questions, however much there is. */
export async function cardOf(deps: Deps, phone: string): Promise<CallerCard> {
  const { vault, views, cases, licences, identity, procedures, clock } = deps;
  const phones = vault.indexes(indexes.phone, phone);
  const orders = await ordersOf(deps, phone);
  const personId = personIn(orders);
  const running = await asMachine('worker', () =>
    procedures.running({ phones, numbers: [], today: shanghaiDay(clock()) }),
  );
  const base = {
    phone: maskPhone(phone),
    orders: await views.rows(orders),
    procedures: running.map(({ number, kind }) => ({ number, kind: procedureNames[kind] ?? kind })),
  };
  if (personId === undefined) return { ...base, cases: [], licences: [] };
  return asMachine('worker', async () => ({
    ...base,
    name: maskName((await identity.person(personId)).name),
    cases: (await cases.own.openOf(personId, mostThings)).map(({ case: number, name, status }) => ({
      ...{ case: number, name: name.zh, state: status.title.zh },
    })),
    licences: (await licences.wallet(personId)).slice(0, mostThings).map(({ name, number, state }) => ({
      ...{ name: name.zh, number: maskPhone(number), state },
    })),
  }));
}

/** The number a call of this operator comes from; the house knows it, the screen does not. */
export async function callingPhone(
  { calls, vault }: Pick<Parts, 'vault'> & { calls: CallStore },
  caller: SignedIn,
  callId: string,
): Promise<string> {
  const row = await calls.get(caller.personId, callId);
  if (row === undefined) throw noCall();
  return vault.open(places.callPhone(row.call_id), row.phone);
}

export function noCall(): Problem {
  return new Problem('orders.call', 'missing', '没有这通电话，或不是您接的');
}

/** What was asked from a number, and by the person known under it from any other, as far as this post sees it. */
export async function ordersOfCaller(
  deps: Pick<Deps, 'lists' | 'vault'>,
  phone: string,
): Promise<OrderRow[]> {
  const orders = await ordersOf(deps, phone);
  const personId = personIn(orders);
  const others = personId === undefined ? [] : await deps.lists.ofPerson(personId, { limit: mostOrders });
  return [...new Map([...orders, ...others].map((row) => [row.order_id, row])).values()];
}

/** 来电人的办件: refuses to lay an order taken from a call under what is no open case of whoever calls. */
export async function refuseOthersCase(
  deps: Pick<Deps, 'lists' | 'vault' | 'cases'>,
  phone: string,
  number: string,
): Promise<void> {
  const personId = personIn(await ordersOf(deps, phone));
  const own =
    personId === undefined
      ? []
      : await asMachine('worker', () => deps.cases.own.openOf(personId, mostThings));
  if (!own.some((one) => one.case === number))
    throw new Problem('orders.not-callers', 'invalid', '这件不是来电人在办的，从来电人的办件里选');
}

function ordersOf({ lists, vault }: Pick<Deps, 'lists' | 'vault'>, phone: string): Promise<OrderRow[]> {
  return lists.ofPhone(vault.indexes(indexes.phone, phone), mostOrders);
}

/** Under whose name something was asked from this number before. */
function personIn(orders: readonly OrderRow[]): string | undefined {
  return orders.find(({ identity, person_id: id }) => identity === 'named' && id !== undefined)?.person_id;
}
