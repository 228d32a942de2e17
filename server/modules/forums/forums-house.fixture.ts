import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import { type ForumLedger, type ForumWish, forumsRoutes, type OrderForums } from '@tongban/contract';
import { createWords, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import { createWays } from '../hotline/hotline-house.fixture.ts';
import { createHotline, hotlineHttp } from '../hotline/index.ts';
import { kayakOrders } from '../hotline/rules/kayak-rules.fixture.ts';
import { createForums, forumsHttp } from './index.ts';

export type ForumsHouse = Awaited<ReturnType<typeof createForumsHouse>>;

/** A kayak house that is called up, with forums; it is ten in the morning. */
export async function createForumsHouse() {
  const house = await createKayakHouse(
    {},
    {
      also: (platform, modules) => {
        const hotline = createHotline({
          ...{ ...platform, ...modules, rules: kayakOrders, calendar: createCalendar(national) },
          words: createWords(['皮划艇', '码头']),
        });
        hotlineHttp(platform.http, hotline);
        forumsHttp(platform.http, createForums({ ...platform, ...modules, hotline }));
      },
    },
  );
  const ways = createWays(house);
  house.moveTo(new Date('2026-03-02T02:00:00Z'));
  return { ...house, ...ways, ...createForumActs(house) };
}

export const answering: ForumWish = {
  ...{ kind: 'leader-answering', title: '示例·副局长接听码头热线', host: '示例·副局长' },
  ...{ words: '现场听大家说码头的事。', line: '12345' },
  ...{ startsAt: '2026-03-02T01:00:00Z', endsAt: '2026-03-02T04:00:00Z' },
};
export const collecting: ForumWish = {
  ...{
    kind: 'collection',
    title: '租船难点大家说',
    titleEn: 'Tell us what is hard about renting',
    host: '示例·处长',
  },
  ...{ words: '租皮划艇卡在哪一步，写给我们。' },
  ...{ startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-20T16:00:00Z' },
};

type Built = Pick<Awaited<ReturnType<typeof createKayakHouse>>, 'as'>;

/** What people do about forums in a test. */
function createForumActs({ as }: Built) {
  return {
    open: (by: SignedIn, wish: ForumWish): Promise<ForumLedger> => as(by)(forumsRoutes.open, { body: wish }),
    ledger: (by: SignedIn, forum: string): Promise<ForumLedger> =>
      as(by)(forumsRoutes.get, { params: { forum }, query: {} }),
    forumsOf: (by: SignedIn, order: string): Promise<OrderForums> =>
      as(by)(forumsRoutes.ofOrder, { params: { order } }),
    put: (by: SignedIn, forum: string, order: string): Promise<OrderForums> =>
      as(by)(forumsRoutes.put, { params: { forum }, body: { order } }),
    takeOut: (by: SignedIn, forum: string, order: string): Promise<OrderForums> =>
      as(by)(forumsRoutes.takeOut, { params: { forum, order } }),
    note: (by: SignedIn, { forum, order, on = '2026-03-02', say = '换了三支桨' }: Noting) =>
      as(by)(forumsRoutes.note, { params: { forum, order }, body: { on, say } }),
  };
}
type Noting = { forum: string; order: string; on?: string; say?: string };
