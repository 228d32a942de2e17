import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import {
  type OrderAct,
  type OrderDone,
  type OrderReceipt,
  type OrderView,
  type OrderWish,
  orderDeskRoutes,
  ordersRoutes,
  type Role,
  type TakenOrder,
} from '@tongban/contract';
import { createWords, newId, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import {
  createHotline,
  createTelephoneSimulator,
  type Hotline,
  hotlineHttp,
  type TelephoneSystem,
} from './index.ts';
import { kayakOrders } from './rules/kayak-rules.fixture.ts';

export type HotlineHouse = Awaited<ReturnType<typeof createHotlineHouse>>;

/** A kayak house that is called up, written to and complained to. */
export async function createHotlineHouse(telephone: TelephoneSystem = createTelephoneSimulator()) {
  const built: Hotline[] = [];
  const house = await createKayakHouse(
    {},
    {
      also: (platform, modules) => {
        const hotline = createHotline({
          ...{ ...platform, ...modules, telephone, rules: kayakOrders, calendar: createCalendar(national) },
          words: createWords(['皮划艇', '码头']),
        });
        hotlineHttp(platform.http, hotline);
        built.push(hotline);
      },
    },
  );
  const [hotline] = built;
  if (hotline === undefined) throw new Error('not built');
  return { ...house, hotline, ...createWays(house) };
}

export const wish: OrderWish = {
  ...{ kind: 'complaint', title: '码头的桨断了', text: '东湖码头的桨断了三支，没有人换。' },
  ...{ division: '4419', identity: 'named', files: [] },
};
export const taken: TakenOrder = {
  ...{ kind: 'complaint', title: '码头的桨断了', text: '东湖码头的桨断了三支。', division: '4419' },
  ...{ channel: 'phone', identity: 'named', urgent: false },
  caller: { name: '示例·来电', phone: '19900007777' },
};

/** What people do about orders in a test. */
export function createWays(house: Pick<Awaited<ReturnType<typeof createKayakHouse>>, 'as'>) {
  const seen = (caller: SignedIn, order: string): Promise<OrderView> =>
    house.as(caller)(orderDeskRoutes.get, { params: { order } });
  const act = async (caller: SignedIn, order: string, act: OrderAct): Promise<OrderDone> => {
    const { version } = await seen(caller, order);
    return house.as(caller)(orderDeskRoutes.act, { params: { order }, body: { version, act } });
  };
  return {
    seen,
    act,
    /** Somebody at a post without an account of their own. */
    at: (role: Role, branch = 'lake/east'): SignedIn => ({
      ...{ role, personId: newId(), assignment: { id: newId(), branch } },
    }),
    send: (citizen: SignedIn, more: Partial<OrderWish> = {}): Promise<OrderReceipt> =>
      house.as(citizen)(ordersRoutes.register, { body: { ...wish, ...more } }),
    take: (operator: SignedIn, more: Partial<TakenOrder> = {}): Promise<OrderReceipt> =>
      house.as(operator)(orderDeskRoutes.register, { body: { ...taken, ...more } }),
    /** Classified and sent to a unit. */
    async sent(operator: SignedIn, order: string, to = 'east'): Promise<void> {
      await act(operator, order, { type: 'classify', kind: 'complaint', matter: 'pier', labels: [] });
      await act(operator, order, { type: 'dispatch', to });
    },
  };
}
