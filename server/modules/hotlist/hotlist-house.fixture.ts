import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import { type HotAct, type HotMonth, type HotTopic, hotlistRoutes } from '@tongban/contract';
import { createWords, type SignedIn } from '../../platform/index.ts';
import { createKayakHouse } from '../cases/kayak-house.fixture.ts';
import { createWays } from '../hotline/hotline-house.fixture.ts';
import { createHotline, hotlineHttp } from '../hotline/index.ts';
import { kayakOrders } from '../hotline/rules/kayak-rules.fixture.ts';
import { createHotlist, hotlistHttp } from './index.ts';

const terms = ['皮划艇', '码头', '新闸门', '断桨'];
export const february = '2026-02';
export const evidence = { say: '派人看过，换了闸门', figures: [{ what: '换闸门', value: 3, unit: '扇' }] };

export type HotlistHouse = Awaited<ReturnType<typeof createHotlistHouse>>;

/** A kayak house that is called up, with a hot list; it is February until the lake has told of its gates. */
export async function createHotlistHouse() {
  const house = await createKayakHouse(
    {},
    {
      also: (platform, modules) => {
        const rules = kayakOrders;
        const words = createWords(terms);
        const hotline = createHotline({
          ...{ ...platform, ...modules, rules, words, calendar: createCalendar(national) },
        });
        hotlineHttp(platform.http, hotline);
        hotlistHttp(platform.http, createHotlist({ ...platform, ...modules, hotline, rules, words, terms }));
      },
    },
  );
  const ways = createWays(house);
  const leader = ways.at('supervisor');
  const acts = createListActs(house, leader);
  return { ...house, ...ways, ...acts, leader, ...createTellers(ways) };
}

type Built = Awaited<ReturnType<typeof createKayakHouse>>;

/** What a leader does in a test. */
function createListActs(house: Built, leader: SignedIn) {
  const month = (by = leader, of = february): Promise<HotMonth> =>
    house.as(by)(hotlistRoutes.month, { params: { month: of }, query: {} });
  const act = ({ topic, version }: HotTopic, wish: HotAct): Promise<HotTopic> =>
    house.as(leader)(hotlistRoutes.act, { params: { topic }, body: { version, act: wish } });
  return {
    ...{ month, act },
    get: (by: SignedIn, topic: string): Promise<HotTopic> =>
      house.as(by)(hotlistRoutes.get, { params: { topic } }),
    async mine(scope = '4419', by = leader): Promise<HotMonth> {
      await house.as(by)(hotlistRoutes.mine, { params: { month: february }, body: { scope } });
      await house.settle();
      return month(by);
    },
  };
}

type Telling = Pick<ReturnType<typeof createWays>, 'at' | 'take' | 'act'>;

/** People who tell of something, each by a phone of their own. */
function createTellers({ at, take, act }: Telling) {
  const operator = at('operator');
  let last = 0;
  return {
    async tell(count: number, text: string, matter = 'pier'): Promise<void> {
      for (let left = count; left > 0; left -= 1) {
        last += 1;
        const caller = { name: '示例·来电', phone: `1990001${String(last).padStart(4, '0')}` };
        const { order } = await take(operator, { title: text.slice(0, 6), text, caller });
        await act(operator, order, { type: 'classify', kind: 'complaint', matter, labels: [] });
      }
    },
  };
}
