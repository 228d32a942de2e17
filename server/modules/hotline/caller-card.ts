import type { CallerCard } from '@tongban/contract';
import { maskName, maskPhone, shanghaiDay } from '@tongban/kernel';
import { asMachine } from '../../platform/index.ts';
import type { DeskViews } from './desk-views.ts';
import { indexes, type Parts } from './parts.ts';
import type { ProcedureStore } from './store/calls.ts';
import type { ListStore } from './store/lists.ts';
import { procedureNames } from './words.ts';

type Deps = Parts & { procedures: ProcedureStore; lists: ListStore; views: DeskViews };
const mostOrders = 20;
const mostThings = 10;

/** Who may be calling: by what was asked from this number before, under a name. Five questions, however much there is. */
export async function cardOf(deps: Deps, phone: string): Promise<CallerCard> {
  const { lists, vault, views, cases, licences, identity, procedures, clock } = deps;
  const phones = vault.indexes(indexes.phone, phone);
  const orders = await lists.ofPhone(phones, mostOrders);
  const personId = orders.find(
    ({ identity: how, person_id: id }) => how === 'named' && id !== undefined,
  )?.person_id;
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
    cases: (await cases.own.listOf(personId, mostThings)).map(({ case: number, name, status }) => ({
      ...{ case: number, name: name.zh, state: status.title.zh },
    })),
    licences: (await licences.wallet(personId)).slice(0, mostThings).map(({ name, number, state }) => ({
      ...{ name: name.zh, number: maskPhone(number), state },
    })),
  }));
}
