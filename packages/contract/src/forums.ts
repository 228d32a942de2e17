import Type, { type Static } from 'typebox';
import { OrderRow } from './order-desk.ts';
import { AtOrder, OrderNumber } from './orders.ts';
import { route } from './route.ts';
import { closed, Day, Division, Id, Moment, Words } from './words.ts';

const leaders = { roles: ['supervisor', 'hall-manager', 'spokesperson'], scope: 'branch' } as const;
const everybody = {
  roles: ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'],
  scope: 'branch',
} as const;
const takers = { roles: ['operator', 'spokesperson'], scope: 'branch' } as const;
const reporters = { roles: ['clerk', 'approver', 'supervisor'], scope: 'branch' } as const;

/** 专场种类: 局领导接听、专题征集 are set up by hand. */
export const forumKinds = ['leader-answering', 'collection'] as const;
/** 警民联系台 stands by itself with the first volunteer supervisor of a branch. */
export const allForumKinds = [...forumKinds, 'contact-desk'] as const;
export type ForumKind = (typeof allForumKinds)[number];
/** 专场状态: 未开始、进行中、已结束. */
export const forumStates = ['coming', 'open', 'over'] as const;
export type ForumState = (typeof forumStates)[number];

const Title = Type.String({ minLength: 2, maxLength: 60 });
const Say = Type.String({ minLength: 2, maxLength: 1000 });
/** 专场的内容: who hosts it stands as name and post; what it is for is told to whoever may write to it. */
export const ForumWish = Type.Object(
  {
    kind: Type.Enum([...forumKinds]),
    title: Title,
    titleEn: Type.Optional(Title),
    host: Type.String({ minLength: 2, maxLength: 60 }),
    words: Say,
    wordsEn: Type.Optional(Say),
    /** 接听号码. */
    line: Type.Optional(Type.String({ pattern: '^\\d[\\d-]{2,19}$' })),
    startsAt: Moment,
    endsAt: Moment,
  },
  closed,
);
export type ForumWish = Static<typeof ForumWish>;

const row = {
  forum: Id,
  ...ForumWish.properties,
  kind: Type.Enum([...allForumKinds]),
  unit: Type.String(),
  state: Type.Enum([...forumStates]),
  closedAt: Type.Optional(Moment),
  version: Type.Integer(),
  /** Orders in it, as far as this post sees them. */
  orders: Type.Integer(),
};
export const ForumRow = Type.Object(row, closed);
export type ForumRow = Static<typeof ForumRow>;

/** 整改进展: what was done about an order, on a day. */
const ForumNote = Type.Object({ on: Day, say: Type.String(), by: Type.String() }, closed);
export type ForumNote = Static<typeof ForumNote>;

const ForumItem = Type.Object(
  {
    order: OrderRow,
    /** Whether whoever asked said that it is solved; absent where nobody said anything. */
    solved: Type.Optional(Type.Boolean()),
    notes: Type.Array(ForumNote),
    mayNote: Type.Boolean(),
  },
  closed,
);
export type ForumItem = Static<typeof ForumItem>;

/** 整改台账: the orders of a forum and what became of each, with what is counted of all of them. */
export const ForumLedger = Type.Object(
  {
    ...row,
    figures: Type.Object(
      {
        received: Type.Integer(),
        answered: Type.Integer(),
        inTime: Type.Integer(),
        solved: Type.Integer(),
        reopened: Type.Integer(),
      },
      closed,
    ),
    items: Type.Array(ForumItem),
    next: Type.Optional(Id),
    mayChange: Type.Boolean(),
  },
  closed,
);
export type ForumLedger = Static<typeof ForumLedger>;

const brief = { forum: Id, kind: Type.Enum([...allForumKinds]), title: Type.String(), host: Type.String() };
const ForumBrief = Type.Object(brief, closed);
export type ForumBrief = Static<typeof ForumBrief>;

/** 工单所在的专场: those it is in, and those it may be put into. */
export const OrderForums = Type.Object(
  {
    forums: Type.Array(Type.Object({ ...brief, notes: Type.Array(ForumNote) }, closed)),
    offered: Type.Array(ForumBrief),
    mayPut: Type.Boolean(),
    mayNote: Type.Boolean(),
  },
  closed,
);
export type OrderForums = Static<typeof OrderForums>;

const AtForum = Type.Object({ forum: Id }, closed);
const AtEntry = Type.Object({ forum: Id, order: OrderNumber }, closed);

export const forumsRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/forums',
    access: everybody,
    summary: 'Forums of this branch, those above and those below, the latest first',
    reply: Type.Object({ forums: Type.Array(ForumRow), mayOpen: Type.Boolean() }, closed),
  }),
  now: route({
    method: 'GET',
    path: '/desk/forums-now',
    access: everybody,
    summary: 'Forums that are open at this moment and take what this branch takes in',
    reply: Type.Object({ forums: Type.Array(ForumBrief) }, closed),
  }),
  open: route({
    method: 'POST',
    path: '/desk/forums',
    access: leaders,
    summary: 'Set up a forum of this branch',
    body: ForumWish,
    reply: ForumLedger,
    status: 201,
    audit: 'forums.open',
  }),
  get: route({
    method: 'GET',
    path: '/desk/forums/:forum',
    access: everybody,
    summary: 'The ledger of a forum: its orders, how each stands, and what was done about it',
    params: AtForum,
    query: Type.Object({ after: Type.Optional(Id) }, closed),
    reply: ForumLedger,
  }),
  change: route({
    method: 'PUT',
    path: '/desk/forums/:forum',
    access: leaders,
    summary: 'Write a forum of this branch anew',
    params: AtForum,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), wish: ForumWish }, closed),
    reply: ForumLedger,
    audit: 'forums.change',
  }),
  close: route({
    method: 'POST',
    path: '/desk/forums/:forum/closings',
    access: leaders,
    summary: 'End a forum before its time; its ledger stays',
    params: AtForum,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }) }, closed),
    reply: ForumLedger,
    audit: 'forums.close',
  }),
  ofOrder: route({
    method: 'GET',
    path: '/desk/forum-orders/:order',
    access: everybody,
    summary: 'In which forums an order is, and into which it may be put',
    params: AtOrder,
    reply: OrderForums,
  }),
  put: route({
    method: 'POST',
    path: '/desk/forums/:forum/orders',
    access: takers,
    summary: 'Put an order into a forum',
    params: AtForum,
    body: AtOrder,
    reply: OrderForums,
    audit: 'forums.put',
  }),
  takeOut: route({
    method: 'DELETE',
    path: '/desk/forums/:forum/orders/:order',
    access: takers,
    summary: 'Take an order out of a forum',
    params: AtEntry,
    reply: OrderForums,
    audit: 'forums.take-out',
  }),
  note: route({
    method: 'POST',
    path: '/desk/forums/:forum/orders/:order/notes',
    access: reporters,
    summary: 'Say what was done about an order of a forum, on which day',
    params: AtEntry,
    body: Type.Object({ on: Day, say: Say }, closed),
    reply: ForumNote,
    status: 201,
    audit: 'forums.note',
  }),
};

/** 正在征集: a collection as anybody may read it while it is open. */
const PublicForum = Type.Object({ forum: Id, title: Words, words: Words, endsOn: Day }, closed);
export type PublicForum = Static<typeof PublicForum>;

export const publicForumsRoutes = {
  list: route({
    method: 'GET',
    path: '/forums',
    access: 'public',
    summary: 'What is being collected here at this moment, and what it is for',
    query: Type.Object({ division: Division }, closed),
    reply: Type.Object({ forums: Type.Array(PublicForum) }, closed),
    limit: { max: 600, seconds: 60 },
  }),
};
