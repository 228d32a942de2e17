import Type, { type Static } from 'typebox';
import { orderChannels, orderKinds } from './orders.ts';
import { route } from './route.ts';
import { closed, Day, Words } from './words.ts';

const Count = Type.Integer();
const measures = {
  received: Count,
  /** In as many days before. */
  before: Count,
  closed: Count,
  /** 回访有答复: whoever asked said whether it is solved. */
  asked: Count,
  satisfied: Count,
  reopened: Count,
};
const Named = Type.Object({ id: Type.String(), name: Type.String(), ...measures }, closed);
/** 分项: one matter, region, kind or channel, and what is counted of it. */
export type InsightRow = Static<typeof Named>;

/** 突增: days on end with more orders about something than its season explains. */
export const InsightBurst = Type.Object(
  {
    matter: Type.String(),
    name: Type.String(),
    from: Day,
    to: Day,
    seen: Count,
    expected: Type.Number(),
    strength: Type.Number(),
  },
  closed,
);
export type InsightBurst = Static<typeof InsightBurst>;

/** 舆情分析: what people raise in a time, where, how they came, and whether it was solved. */
export const Insight = Type.Object(
  {
    from: Day,
    to: Day,
    total: Type.Object(measures, closed),
    days: Type.Array(Type.Object({ day: Day, received: Count }, closed)),
    topics: Type.Array(Named),
    fraud: Type.Array(Named),
    regions: Type.Array(Named),
    kinds: Type.Array(Type.Object({ kind: Type.Enum(orderKinds), name: Words, ...measures }, closed)),
    channels: Type.Array(Type.Object({ channel: Type.Enum(orderChannels), ...measures }, closed)),
    bursts: Type.Array(InsightBurst),
    feed: Type.Object(
      {
        lines: Count,
        written: Count,
        to: Type.Enum(['nobody', 'peer']),
        pushed: Count,
        /** So many tries in a row came to nothing. */
        failures: Count,
      },
      closed,
    ),
  },
  closed,
);
export type Insight = Static<typeof Insight>;

export const insightRoutes = {
  get: route({
    method: 'GET',
    path: '/desk/insight',
    access: { roles: ['supervisor'], scope: 'branch' },
    summary: 'What people raise in a time, from the desks of my branch: topics, bursts, regions, channels',
    query: Type.Object({ from: Day, to: Day }, closed),
    reply: Insight,
  }),
};
