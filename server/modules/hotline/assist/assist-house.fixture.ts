import { createCalendar } from '@tongban/calendar';
import { national } from '@tongban/calendar/fixture';
import type { ReplyRow } from '@tongban/contract';
import { createWords } from '../../../platform/index.ts';
import { createKayakHouse } from '../../cases/kayak-house.fixture.ts';
import { createWays } from '../hotline-house.fixture.ts';
import {
  createHotline,
  createOrderAssist,
  createTelephoneSimulator,
  hotlineHttp,
  type OrderAssist,
  orderAssistHttp,
} from '../index.ts';
import { kayakOrders } from '../rules/kayak-rules.fixture.ts';
import type { Known, Lesson } from './lesson.ts';

/** Enough of them that a threshold can be set from what was held out. */
const things = Array.from({ length: 140 }, (_, at) => `${at + 2}支`);
const complaints = (what: string, label: string): Known[] =>
  things.flatMap((thing) => [
    { text: `${what}${thing}坏了没有人管`, label },
    { text: `投诉${what}断了${thing}没有人换`, label },
  ]);
const questions = (what: string): Known[] =>
  things.map((thing) => ({ text: `请问${what}${thing}什么时候开放`, label: 'consult' }));
const asComplaint = ({ text }: Known): Known => ({ text, label: 'complaint' });

const [piers, boats] = [complaints('码头的桨', 'pier'), complaints('湖里的皮划艇', 'boats')];
/** What could be said of either; without it everything would be beyond doubt. */
const unclear: Known[] = things.slice(0, 40).map((thing, at) => ({
  ...{ text: `桨断了${thing}没有人换`, label: at % 2 === 0 ? 'pier' : 'boats' },
}));
/** What is as good a complaint as a question. */
const halfAsked: Known[] = things.slice(0, 40).map((thing, at) => ({
  ...{ text: `东湖${thing}什么时候有人管`, label: at % 2 === 0 ? 'complaint' : 'consult' },
}));
/** Enough of a lake’s troubles to tell a pier from a boat, and a question from a complaint. */
const kayakLesson: Lesson = {
  ...{ terms: ['皮划艇', '码头'], precision: 0.9, matters: [...piers, ...boats, ...unclear] },
  kinds: [
    ...[...piers, ...boats].map(asComplaint),
    ...questions('码头'),
    ...questions('皮划艇'),
    ...halfAsked,
  ],
};

export type AssistHouse = Awaited<ReturnType<typeof createAssistHouse>>;

/** A kayak house that is called up, with an assistant beside. */
export async function createAssistHouse(dataFolder: string, modelFile?: string) {
  const built: OrderAssist[] = [];
  const house = await createKayakHouse(
    {},
    {
      also: (platform, modules) => {
        const words = createWords(kayakLesson.terms);
        const calendar = createCalendar(national);
        const deps = { ...platform, ...modules, words, rules: kayakOrders, calendar };
        const assist = createOrderAssist({
          ...deps,
          ...{ lesson: kayakLesson, dataFolder, modelFile },
          itemsOf: (matter) => (matter === 'boats' ? ['kayak'] : []),
          knowledge: { library: { suggest: (): Promise<ReplyRow[]> => Promise.resolve([]) } },
        });
        orderAssistHttp(platform.http, assist);
        hotlineHttp(platform.http, createHotline({ ...deps, telephone: createTelephoneSimulator() }));
        built.push(assist);
      },
    },
  );
  const [assist] = built;
  if (assist === undefined) throw new Error('not built');
  return { ...house, assist, ...createWays(house) };
}
