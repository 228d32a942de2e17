import { type OrderAct, type OrderView, orderDeskRoutes, type TakenOrder } from '@tongban/contract';
import { expect } from 'vitest';
import type { Client } from './client.ts';
import type { Colleague } from './colleagues.ts';
import { barriersOn, keepPicture } from './visit.ts';

type Staff = { readonly client: (login: string) => Client };
type Said = { readonly text: string } & Partial<Pick<TakenOrder, 'kind' | 'caller' | 'about'>>;

export type OrderWork = ReturnType<typeof orderWork>;

/** 工单: what colleagues do about orders away from the screen. */
export function orderWork({ client }: Staff) {
  const seen = (login: string, order: string): Promise<OrderView> =>
    client(login).call(orderDeskRoutes.get, { params: { order } });
  const does = async (login: string, order: string, act: OrderAct): Promise<OrderView | undefined> => {
    const { version } = await seen(login, order);
    const body = { version, act };
    return (await client(login).call(orderDeskRoutes.act, { params: { order }, body })).order;
  };
  return {
    seen,
    does,
    /** Put down by the operator, as somebody said it on the phone. */
    async taken({ kind = 'help', text, caller, about }: Said): Promise<string> {
      const { order } = await client('operator').call(orderDeskRoutes.register, {
        body: {
          ...{
            kind,
            title: text.slice(0, 20),
            text,
            division: '441900',
            channel: 'phone',
            identity: 'named',
          },
          ...{ urgent: false, caller: caller ?? { name: '示例·来电', phone: '19900006021' } },
          ...(about === undefined ? {} : { about }),
        },
      });
      return order;
    },
    /** Told what it is about and sent to the bureau of the city. */
    async sent(order: string): Promise<void> {
      const work = async () => {
        const { may } = await seen('operator', order);
        if (may.includes('classify'))
          await does('operator', order, { type: 'classify', kind: 'help', matter: 'po-dog', labels: [] });
        if ((await seen('operator', order)).may.includes('dispatch'))
          await does('operator', order, { type: 'dispatch', to: 'dg-bureau' });
      };
      // The house may decide at the very moment, by itself, what it is about.
      await work().catch(work);
    },
  };
}

/** Keeps a picture, and finds nothing on it that keeps people out. */
export async function look({ visitor }: Colleague, name: string): Promise<void> {
  await keepPicture(visitor, name);
  expect(await barriersOn(visitor.page)).toEqual([]);
}
