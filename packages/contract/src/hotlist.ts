import Type, { type Static } from 'typebox';
import { FilesToLay, LaidFile } from './files.ts';
import { route } from './route.ts';
import { closed, Day, Id, Moment } from './words.ts';

const leaders = { roles: ['supervisor'], scope: 'branch' } as const;
const readers = { roles: ['supervisor', 'spokesperson', 'approver'], scope: 'branch' } as const;
const reporters = { roles: ['supervisor', 'approver'], scope: 'branch' } as const;
const writers = { roles: ['supervisor', 'spokesperson'], scope: 'branch' } as const;

/** 榜单状态: 上榜、交办、监测、包案、撤榜. */
export const hotStages = ['listed', 'assigned', 'watched', 'led', 'removed'] as const;
export type HotStage = (typeof hotStages)[number];
/** 榜单动作: what takes a matter from one state to the next, and a report between them. */
const hotActs = ['assign', 'watch', 'lead', 'remove', 'note'] as const;
export type HotActName = (typeof hotActs)[number];
const hotSteps = ['pick', ...hotActs, 'rebound'] as const;
export type HotStepType = (typeof hotSteps)[number];

export const HotMonthName = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
/** 榜单范围: the province or one city. */
const HotScope = Type.String({ pattern: '^\\d{2}(\\d{2})?$' });
const AtTopic = Type.Object({ topic: Id }, closed);
const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);
const Share = Type.Number({ minimum: 0, maximum: 1 });

/** 五项信号: volume, growth, repetition, breadth and dissatisfaction, each from 0 to 1. */
const Signals = Type.Object(
  { volume: Share, growth: Share, repetition: Share, breadth: Share, dissatisfaction: Share },
  closed,
);
export type HotSignals = Static<typeof Signals>;
const DayCount = Type.Object({ day: Day, count: Type.Integer() }, closed);
export type HotDayCount = Static<typeof DayCount>;

const topical = {
  matterName: Type.String(),
  /** 特征词: what sets it apart from the rest of its matter. */
  words: Type.Array(Type.String()),
  people: Type.Integer(),
  orders: Type.Integer(),
  signals: Signals,
};
/** 上榜候选: what the mining of a month found, and why. */
const Candidate = Type.Object(
  {
    candidate: Id,
    ...topical,
    regions: Type.Integer(),
    score: Share,
    days: Type.Array(DayCount),
    /** The matter on the list it has become, or belongs to already. */
    topic: Type.Optional(Id),
  },
  closed,
);
export type HotCandidateRow = Static<typeof Candidate>;

const Run = Type.Object(
  {
    state: Type.Enum(['waiting', 'running', 'done', 'failed']),
    read: Type.Integer(),
    total: Type.Integer(),
    askedAt: Moment,
    endedAt: Type.Optional(Moment),
  },
  closed,
);
export type HotRun = Static<typeof Run>;

/** 一个月的候选: how far its mining is, and what was found, the hottest first. */
const HotMonth = Type.Object(
  {
    scopes: Type.Array(Named),
    scope: Type.Optional(HotScope),
    month: HotMonthName,
    run: Type.Optional(Run),
    candidates: Type.Array(Candidate),
  },
  closed,
);
export type HotMonth = Static<typeof HotMonth>;

/** 佐证数字. */
const Figure = Type.Object(
  {
    what: Type.String({ minLength: 1, maxLength: 30 }),
    value: Type.Number({ minimum: -1_000_000_000, maximum: 1_000_000_000 }),
    unit: Type.String({ maxLength: 6 }),
  },
  closed,
);
export type HotFigure = Static<typeof Figure>;
/** 佐证: what was done or found, in words and in figures, with files where there are some; no step is taken without. */
const Evidence = Type.Object(
  {
    say: Type.String({ minLength: 2, maxLength: 2000 }),
    figures: Type.Array(Figure, { maxItems: 6 }),
    files: Type.Optional(FilesToLay),
  },
  closed,
);
export type HotEvidence = Static<typeof Evidence>;

const Name = Type.String({ minLength: 2, maxLength: 40 });
const act = <const T extends string>(type: T) =>
  Type.Object({ type: Type.Literal(type), evidence: Evidence }, closed);
/** 推进一步: to the next state of the list. */
const HotAct = Type.Union([
  Type.Object(
    { type: Type.Literal('assign'), to: Type.String({ maxLength: 60 }), dueOn: Day, evidence: Evidence },
    closed,
  ),
  act('watch'),
  Type.Object({ type: Type.Literal('lead'), leader: Name, dueOn: Day, evidence: Evidence }, closed),
  act('remove'),
]);
export type HotAct = Static<typeof HotAct>;

const row = {
  topic: Id,
  name: Type.String(),
  scope: HotScope,
  scopeName: Type.String(),
  month: HotMonthName,
  ...topical,
  stage: Type.Enum([...hotStages]),
  light: Type.Enum(['green', 'yellow', 'red']),
  /** 第几次上榜. */
  round: Type.Integer(),
  owner: Type.Optional(Type.String()),
  /** 包案领导. */
  leader: Type.Optional(Type.String()),
  dueOn: Type.Optional(Day),
  listedOn: Day,
  removedOn: Type.Optional(Day),
  reboundedOn: Type.Optional(Day),
  /** 最近七天的件数，和上榜当月平均每周的件数. */
  week: Type.Integer(),
  hotWeek: Type.Integer(),
  /** Whether the public board shows it. */
  shown: Type.Boolean(),
};
const HotTopicRow = Type.Object(row, closed);
export type HotTopicRow = Static<typeof HotTopicRow>;

const written = {
  title: Name,
  doing: Type.String({ minLength: 5, maxLength: 1000 }),
  titleEn: Type.Optional(Type.String({ minLength: 2, maxLength: 100 })),
  doingEn: Type.Optional(Type.String({ minLength: 5, maxLength: 2000 })),
  /** 公开的特征词. */
  words: Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { maxItems: 4 }),
  /** 公开数字: how many people raised it, and how many orders there were since. */
  withFigures: Type.Boolean(),
};
/** 公示文字: what anybody would read, as one person writes it. */
const HotWords = Type.Object(written, closed);
export type HotWords = Static<typeof HotWords>;

const Step = Type.Object(
  {
    type: Type.Enum([...hotSteps]),
    at: Moment,
    by: Type.String(),
    say: Type.String(),
    figures: Type.Array(Figure),
    files: Type.Array(LaidFile),
  },
  closed,
);
export type HotStep = Static<typeof Step>;
/** 榜上一件: its signals, its daily counts, everything done about it with its evidence, and what may be done now. */
const HotTopic = Type.Object(
  {
    ...row,
    version: Type.Integer(),
    days: Type.Array(DayCount),
    steps: Type.Array(Step),
    may: Type.Array(Type.Enum([...hotActs])),
    board: Type.Optional(
      Type.Object(
        {
          ...written,
          revision: Type.Integer(),
          shown: Type.Boolean(),
          by: Type.String(),
          approver: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    mayWrite: Type.Boolean(),
    mayShow: Type.Boolean(),
    mayHide: Type.Boolean(),
  },
  closed,
);
export type HotTopic = Static<typeof HotTopic>;

export const hotlistRoutes = {
  month: route({
    method: 'GET',
    path: '/desk/hot-months/:month',
    access: leaders,
    summary: 'Candidates of a month, the hottest first, with what speaks for each',
    params: Type.Object({ month: HotMonthName }, closed),
    query: Type.Object({ scope: Type.Optional(HotScope) }, closed),
    reply: HotMonth,
  }),
  mine: route({
    method: 'POST',
    path: '/desk/hot-months/:month/runs',
    access: leaders,
    summary: 'Mine a month again; what was picked from it stays',
    params: Type.Object({ month: HotMonthName }, closed),
    body: Type.Object({ scope: HotScope }, closed),
    reply: HotMonth,
    status: 202,
    audit: 'hotlist.mine',
  }),
  board: route({
    method: 'GET',
    path: '/desk/hot-topics',
    access: readers,
    summary: 'What stands on the lists my post reaches, and what was removed in the last year',
    reply: Type.Object({ topics: Type.Array(HotTopicRow) }, closed),
  }),
  get: route({
    method: 'GET',
    path: '/desk/hot-topics/:topic',
    access: readers,
    summary: 'One matter of the list with its daily counts and everything done about it',
    params: AtTopic,
    reply: HotTopic,
  }),
  pick: route({
    method: 'POST',
    path: '/desk/hot-topics',
    access: leaders,
    summary: 'Put a candidate on the list, under a name, with the reason',
    body: Type.Object({ candidate: Id, name: Name, evidence: Evidence }, closed),
    reply: HotTopic,
    status: 201,
    audit: 'hotlist.pick',
  }),
  act: route({
    method: 'POST',
    path: '/desk/hot-topics/:topic/acts',
    access: leaders,
    summary: 'Take a matter to the next state of the list; refused without evidence',
    params: AtTopic,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), act: HotAct }, closed),
    reply: HotTopic,
    audit: 'hotlist.act',
  }),
  note: route({
    method: 'POST',
    path: '/desk/hot-topics/:topic/notes',
    access: reporters,
    summary: 'Report what has been done, as the unit it was assigned to or above',
    params: AtTopic,
    body: Evidence,
    reply: HotTopic,
    audit: 'hotlist.note',
  }),
  write: route({
    method: 'PUT',
    path: '/desk/hot-topics/:topic/words',
    access: writers,
    summary: 'Write what the public would read; nothing is shown before somebody else approves it',
    params: AtTopic,
    body: Type.Object({ revision: Type.Integer({ minimum: 0 }), words: HotWords }, closed),
    reply: HotTopic,
    audit: 'hotlist.write',
  }),
  show: route({
    method: 'POST',
    path: '/desk/hot-topics/:topic/publications',
    access: leaders,
    summary: 'Approve for the public what somebody else wrote, or take it off the public board',
    params: AtTopic,
    body: Type.Object({ revision: Type.Integer({ minimum: 0 }), shown: Type.Boolean() }, closed),
    reply: HotTopic,
    audit: 'hotlist.show',
  }),
};
