import Type, { type Static } from 'typebox';
import { FilesToLay, SomeFiles } from './files.ts';
import { OwnVisit, VisitWish } from './order-visit-wish.ts';
import { route } from './route.ts';
import { closed, Day, Division, Id, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;

/** 诉求种类: 咨询、求助、投诉、举报、意见建议、表扬感谢、办不成事、上门服务. */
export const orderKinds = [
  ...(['consult', 'help', 'complaint', 'report', 'suggestion', 'praise', 'stuck', 'visit'] as const),
];
export type OrderKind = (typeof orderKinds)[number];
/** 来源渠道. */
export const orderChannels = [
  ...(['web', 'wechat', 'phone', 'letter', 'visit', 'rating'] as const),
  ...(['social', 'transfer', 'window', 'open311'] as const),
];
export type OrderChannel = (typeof orderChannels)[number];
/** 诉求受理、分类处置、限时办理、协调督办、反馈回访、办结归档. */
export const orderStages = [
  ...(['received', 'sorting', 'handling', 'coordinating', 'call-back', 'closed'] as const),
];
export type OrderStage = (typeof orderStages)[number];
/** 办结方式. */
export const orderEndings = [
  ...(['answered', 'solved', 'unreached', 'merged', 'withdrawn', 'emergency', 'in-procedure'] as const),
];
export type OrderEnding = (typeof orderEndings)[number];
/** 身份方式: 实名、保密、匿名. */
export const orderIdentities = ['named', 'secret', 'anonymous'] as const;

/** 工单编号: sixteen digits, the last of which checks the others. */
export const OrderNumber = Type.String({ pattern: '^\\d{16}$' });
/** 查询码: by which somebody who left no name follows an order. */
const ReceiptKey = Type.String({ pattern: '^\\d{16}$' });
export const OrderTitle = Type.String({ minLength: 2, maxLength: 60 });
/** 诉求内容. */
export const OrderText = Type.String({ minLength: 1, maxLength: 10_000 });
export const OrderWords = Type.String({ minLength: 1, maxLength: 2000 });
const Said = Type.Optional(Type.String({ maxLength: 2000 }));
export const AtOrder = Type.Object({ order: OrderNumber }, closed);

/** 专场: the collection whose link it was written from. */
const Forum = Type.Optional(Id);
/** 从哪里写的: the page of the portal, where nothing is said, or the same page inside WeChat. */
const OwnChannel = Type.Optional(Type.Enum(['web', 'wechat']));

/** 反映事项: what somebody asks, complains of, reports, suggests or praises. */
export const OrderWish = Type.Object(
  {
    kind: Type.Enum(orderKinds),
    title: OrderTitle,
    text: OrderText,
    division: Division,
    identity: Type.Enum([...orderIdentities]),
    files: FilesToLay,
    /** 已在信访、复议等程序中的编号. */
    procedure: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
    /** 希望公开答复. */
    wantsOpen: Type.Optional(Type.Boolean()),
    /** 核对过: the words of an emergency are in it, and nothing is happening now. */
    notNow: Type.Optional(Type.Literal(true)),
    /** 办不成的那件: its number. */
    about: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
    /** 上门申请: of a home visit alone. */
    visit: Type.Optional(VisitWish),
    channel: OwnChannel,
    forum: Forum,
  },
  closed,
);
export type OrderWish = Static<typeof OrderWish>;

/** 回执: the number, when an answer is promised, and the code by which it can be followed without signing in. */
export const OrderReceipt = Type.Object(
  { order: OrderNumber, key: ReceiptKey, dueOn: Day, unit: Type.String() },
  closed,
);
export type OrderReceipt = Static<typeof OrderReceipt>;

const row = {
  order: OrderNumber,
  kind: Type.Enum(orderKinds),
  kindName: Words,
  title: Type.String(),
  stage: Type.Enum(orderStages),
  how: Type.Optional(Type.Enum(orderEndings)),
  receivedAt: Moment,
  dueOn: Day,
  /** 已经晚了的，说出来. */
  late: Type.Boolean(),
};
export const OwnOrderRow = Type.Object(row, closed);
export type OwnOrderRow = Static<typeof OwnOrderRow>;

const ownActs = ['solved', 'not-solved', 'urge', 'attach', 'withdraw', 'reopen'] as const;
/** 我的诉求: what became of it, in plain words, and what may still be done. */
export const OwnOrder = Type.Object(
  {
    ...row,
    text: Type.String(),
    unit: Type.String(),
    reply: Type.Optional(Type.String()),
    repliedAt: Type.Optional(Day),
    round: Type.Integer(),
    urges: Type.Integer(),
    files: Type.Integer(),
    visit: Type.Optional(OwnVisit),
    steps: Type.Array(Type.Object({ on: Day, words: Words }, closed)),
    may: Type.Array(Type.Enum([...ownActs])),
  },
  closed,
);
export type OwnOrder = Static<typeof OwnOrder>;

/** 答复过的问题: a question and its answer as anybody may read them. */
export const AnsweredOrder = Type.Object(
  {
    answer: Id,
    kindName: Words,
    title: Type.String(),
    question: Type.String(),
    reply: Type.String(),
    unit: Type.String(),
    on: Day,
  },
  closed,
);
export type AnsweredOrder = Static<typeof AnsweredOrder>;

const Cursor = Type.Optional(Type.String({ maxLength: 120 }));

export const ordersRoutes = {
  register: route({
    method: 'POST',
    path: '/orders',
    access: own,
    summary: 'Ask, complain, report, suggest, praise, or say that something could not be done',
    body: OrderWish,
    reply: OrderReceipt,
    status: 201,
    audit: 'orders.register',
    discreet: true,
    limit: { max: 30, seconds: 3600 },
  }),
  registerUnnamed: route({
    method: 'POST',
    path: '/unnamed-orders',
    access: 'public',
    summary: 'The same without signing in: nothing is kept of who asks, the code of the receipt follows it',
    body: Type.Object(
      {
        ...{ kind: Type.Enum(orderKinds), title: OrderTitle, text: OrderText, division: Division },
        ...{ notNow: Type.Optional(Type.Literal(true)), channel: OwnChannel, forum: Forum },
      },
      closed,
    ),
    reply: OrderReceipt,
    status: 201,
    repeatable: true,
    audit: 'orders.register-unnamed',
    limit: { max: 10, seconds: 3600 },
  }),
  follow: route({
    method: 'POST',
    path: '/order-receipts',
    access: 'public',
    summary: 'What became of an order, for whoever has its receipt',
    body: Type.Object({ key: ReceiptKey }, closed),
    reply: OwnOrder,
    repeatable: true,
    limit: { max: 20, seconds: 600 },
  }),
  list: route({
    method: 'GET',
    path: '/orders',
    access: own,
    summary: 'My orders, the newest first',
    query: Type.Object({ after: Cursor }, closed),
    reply: Type.Object({ orders: Type.Array(OwnOrderRow), next: Type.Optional(Type.String()) }, closed),
  }),
  get: route({
    method: 'GET',
    path: '/orders/:order',
    access: own,
    summary: 'One of my orders',
    params: AtOrder,
    reply: OwnOrder,
  }),
  solved: route({
    method: 'POST',
    path: '/orders/:order/verdicts',
    access: own,
    summary: 'Is it solved? If not, it goes back to whoever answered, with days of its own',
    params: AtOrder,
    body: Type.Object({ solved: Type.Boolean(), say: Said }, closed),
    reply: OwnOrder,
    repeatable: true,
    audit: 'orders.verdict',
  }),
  reopen: route({
    method: 'POST',
    path: '/orders/:order/reopenings',
    access: own,
    summary: 'Say of a closed order that it is not solved after all',
    params: AtOrder,
    body: Type.Object({ say: OrderWords }, closed),
    reply: OwnOrder,
    repeatable: true,
    audit: 'orders.reopen',
  }),
  urge: route({
    method: 'POST',
    path: '/orders/:order/urges',
    access: own,
    summary: 'Urge an order, once a day',
    params: AtOrder,
    body: Type.Object({ say: Said }, closed),
    reply: OwnOrder,
    repeatable: true,
    audit: 'orders.urge',
  }),
  attach: route({
    method: 'POST',
    path: '/orders/:order/files',
    access: own,
    summary: 'Lay files of mine under an order that is open',
    params: AtOrder,
    body: Type.Object({ files: SomeFiles }, closed),
    reply: OwnOrder,
    repeatable: true,
    audit: 'orders.attach',
  }),
  withdraw: route({
    method: 'POST',
    path: '/orders/:order/withdrawals',
    access: own,
    summary: 'Take an order back before it is answered',
    params: AtOrder,
    body: Type.Object({ reason: Said }, closed),
    reply: OwnOrder,
    repeatable: true,
    audit: 'orders.withdraw',
  }),
  limits: route({
    method: 'GET',
    path: '/order-limits',
    access: 'public',
    summary: 'Within how many days each kind is usually answered, by the way it comes',
    query: Type.Object({ channel: OwnChannel }, closed),
    reply: Type.Object(
      {
        limits: Type.Array(
          Type.Object(
            {
              kind: Type.Enum(orderKinds),
              /** 0 是当天. */
              days: Type.Integer({ minimum: 0 }),
              unit: Type.Enum(['working', 'natural']),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  }),
  answers: route({
    method: 'GET',
    path: '/answered-orders',
    access: 'public',
    summary:
      'Questions that were answered in public, by any words or the newest first; nobody can be told from them',
    query: Type.Object(
      { division: Type.Optional(Division), q: Type.Optional(Type.String({ maxLength: 60 })), after: Cursor },
      closed,
    ),
    reply: Type.Object(
      {
        answers: Type.Array(AnsweredOrder),
        next: Type.Optional(Type.String()),
        /** 相近: nothing fits what was looked for exactly. */
        near: Type.Boolean(),
      },
      closed,
    ),
  }),
  answer: route({
    method: 'GET',
    path: '/answered-orders/:answer',
    access: 'public',
    summary: 'One question that was answered in public',
    params: Type.Object({ answer: Id }, closed),
    reply: AnsweredOrder,
  }),
};
