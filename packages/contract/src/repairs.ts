import Type, { type Static } from 'typebox';
import { RatingLevel, repairStates } from './ratings.ts';
import { route } from './route.ts';
import { closed, Day, Id, Moment } from './words.ts';

const handlers = { roles: ['approver', 'hall-manager', 'supervisor'], scope: 'branch' } as const;
const supervisor = { roles: ['supervisor'], scope: 'branch' } as const;
const AtRepair = Type.Object({ repair: Id }, closed);
const Written = Type.String({ minLength: 4, maxLength: 1000 });

/** 申诉状态. */
const appealStates = ['open', 'upheld', 'struck'] as const;

const row = {
  repair: Id,
  state: Type.Enum([...repairStates]),
  /** 第几轮: still dissatisfied at the call-back begins another. */
  round: Type.Integer(),
  service: Type.Enum(['case', 'visit']),
  number: Type.String(),
  itemName: Type.String(),
  unit: Type.String(),
  windowName: Type.Optional(Type.String()),
  level: RatingLevel,
  levelName: Type.String(),
  channelName: Type.String(),
  ratedAt: Moment,
  dueOn: Day,
  light: Type.Enum(['green', 'yellow', 'red']),
  /** 剩几个工作日；过期为负。 */
  workingDaysLeft: Type.Integer(),
  appeal: Type.Optional(Type.Enum([...appealStates])),
  handler: Type.Optional(Type.String()),
};
/** 差评整改单: one bad rating to be put right within its days. */
export const RepairRow = Type.Object(row, closed);
export type RepairRow = Static<typeof RepairRow>;

const acts = ['take', 'answer', 'call-back', 'close', 'appeal', 'recheck', 'unmask'] as const;
/** 整改单全貌: what was said, what was done, and what may be done next. The rater is masked. */
export const RepairView = Type.Object(
  {
    ...row,
    reasons: Type.Array(Type.String()),
    say: Type.Optional(Type.String()),
    rater: Type.Optional(Type.Object({ name: Type.String(), phone: Type.Optional(Type.String()) }, closed)),
    /** 没有联系上的次数；够了次数可以不回访就办结。 */
    notReached: Type.Integer(),
    steps: Type.Array(
      Type.Object(
        {
          act: Type.String(),
          title: Type.String(),
          at: Moment,
          by: Type.String(),
          text: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    may: Type.Array(Type.Enum([...acts])),
  },
  closed,
);
export type RepairView = Static<typeof RepairView>;
export type RepairAct = (typeof acts)[number];

const Figure = Type.Object(
  {
    key: Type.String(),
    name: Type.String(),
    /** 办结的服务，能数的才有（办件）。 */
    ended: Type.Optional(Type.Integer()),
    rated: Type.Integer({ description: '主动评价' }),
    favourable: Type.Integer(),
    levels: Type.Array(Type.Integer(), { description: '五个等级各几条' }),
    byDefault: Type.Integer({ description: '默认评价，不并入主动评价' }),
    struck: Type.Integer({ description: '复核后剔除，不并入主动评价' }),
    repairs: Type.Integer(),
    calledBack: Type.Integer(),
    repaired: Type.Integer(),
  },
  closed,
);
export type RatingFigure = Static<typeof Figure>;

/** 评价指标: how often people named something of an indicator as good, and as bad. */
const IndicatorFigure = Type.Object(
  {
    indicator: Type.String(),
    name: Type.String(),
    where: Type.Enum(['online', 'offline']),
    good: Type.Integer(),
    bad: Type.Integer(),
  },
  closed,
);
export type IndicatorFigure = Static<typeof IndicatorFigure>;

export const repairsRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/repairs',
    access: handlers,
    summary: 'Repair orders of my branch, the most urgent first',
    query: Type.Object(
      {
        state: Type.Enum(['open', 'closed']),
        after: Type.Optional(Type.String({ maxLength: 120 })),
      },
      closed,
    ),
    reply: Type.Object({ repairs: Type.Array(RepairRow), next: Type.Optional(Type.String()) }, closed),
  }),
  get: route({
    method: 'GET',
    path: '/desk/repairs/:repair',
    access: handlers,
    summary: 'One repair order with everything said and done; the rater is masked',
    params: AtRepair,
    reply: RepairView,
  }),
  take: route({
    method: 'PUT',
    path: '/desk/repairs/:repair/handler',
    access: handlers,
    summary: 'Take a repair order in hand; whoever was rated cannot',
    params: AtRepair,
    reply: RepairView,
    audit: 'repairs.take',
  }),
  answer: route({
    method: 'POST',
    path: '/desk/repairs/:repair/answers',
    access: handlers,
    summary: 'Say what was found and what was done; the rater reads it',
    params: AtRepair,
    body: Type.Object({ found: Written, done: Written }, closed),
    reply: RepairView,
    repeatable: true,
    audit: 'repairs.answer',
  }),
  callBack: route({
    method: 'POST',
    path: '/desk/repairs/:repair/call-backs',
    access: handlers,
    summary: 'Keep a call-back: not reached, satisfied now, or still dissatisfied, which opens another round',
    params: AtRepair,
    body: Type.Object(
      {
        result: Type.Enum(['satisfied', 'dissatisfied', 'not-reached']),
        said: Type.Optional(Type.String({ maxLength: 500 })),
      },
      closed,
    ),
    reply: RepairView,
    repeatable: true,
    audit: 'repairs.call-back',
  }),
  close: route({
    method: 'PUT',
    path: '/desk/repairs/:repair/closing',
    access: handlers,
    summary:
      'Close an order after its call-back; from now on the rated clerk sees what was said, not by whom',
    params: AtRepair,
    reply: RepairView,
    audit: 'repairs.close',
  }),
  appeal: route({
    method: 'POST',
    path: '/desk/repairs/:repair/appeals',
    access: handlers,
    summary: 'The unit objects to the rating, once, and says why',
    params: AtRepair,
    body: Type.Object({ reason: Written }, closed),
    reply: RepairView,
    repeatable: true,
    audit: 'repairs.appeal',
  }),
  recheck: route({
    method: 'POST',
    path: '/desk/repairs/:repair/rechecks',
    access: supervisor,
    summary:
      'A supervisor who did not appeal upholds the rating or strikes it; struck ones are counted apart',
    params: AtRepair,
    body: Type.Object({ verdict: Type.Enum(['upheld', 'struck']), reason: Written }, closed),
    reply: RepairView,
    repeatable: true,
    audit: 'repairs.recheck',
  }),
  unmask: route({
    method: 'POST',
    path: '/desk/repairs/:repair/unmaskings',
    access: handlers,
    summary: 'The phone to call back on, for whoever has the order in hand',
    params: AtRepair,
    reply: Type.Object({ name: Type.String(), phone: Type.Optional(Type.String()) }, closed),
    repeatable: true,
    audit: 'repairs.unmask',
    limit: { max: 60, seconds: 3600 },
  }),
  figures: route({
    method: 'GET',
    path: '/desk/rating-figures',
    access: handlers,
    summary: 'Ratings of my branch by unit, window or item; default and struck ones apart',
    query: Type.Object({ by: Type.Enum(['unit', 'window', 'item', 'channel']), from: Day, to: Day }, closed),
    reply: Type.Object(
      {
        rows: Type.Array(Figure),
        total: Figure,
        indicators: Type.Array(IndicatorFigure),
        defaultRule: Type.Boolean({ description: '默认好评的规则是否打开' }),
        push: Type.Object(
          {
            to: Type.Enum(['http', 'simulator', 'nobody']),
            waiting: Type.Integer(),
            sent: Type.Integer(),
            failed: Type.Integer(),
          },
          closed,
        ),
      },
      closed,
    ),
  }),
  mine: route({
    method: 'GET',
    path: '/desk/ratings',
    access: { roles: ['clerk'], scope: 'assigned' },
    summary:
      'Ratings of services I worked on, without who gave them; bad ones only when their order is closed',
    reply: Type.Object(
      {
        levels: Type.Array(Type.Object({ levelName: Type.String(), count: Type.Integer() }, closed)),
        rows: Type.Array(
          Type.Object(
            {
              rating: Id,
              level: RatingLevel,
              levelName: Type.String(),
              itemName: Type.String(),
              reasons: Type.Array(Type.String()),
              say: Type.Optional(Type.String()),
              on: Day,
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  }),
};
