import Type, { type Static } from 'typebox';
import { AtEntry, Pieces, Query, replyKinds } from './answers.ts';
import { route } from './route.ts';
import { closed, Day, Id, ItemId, Moment } from './words.ts';

const readers = {
  roles: ['spokesperson', 'operator', 'clerk', 'approver', 'dispatcher', 'hall-manager', 'supervisor'],
  scope: 'branch',
} as const;
const editors = { roles: ['spokesperson'], scope: 'branch' } as const;
/** 适用范围: the province or one city. */
const ReplyScope = Type.String({ pattern: '^\\d{2}(\\d{2})?$' });
const Reason = Type.String({ minLength: 2, maxLength: 300 });
/** How often the version was changed when it was read; who acts on an older one is told so. */
const Revision = Type.Integer({ minimum: 0 });

/** 口径状态: draft → review → in-force → replaced, expired or withdrawn. */
const replyStates = ['draft', 'review', 'in-force', 'replaced', 'expired', 'withdrawn'] as const;
/** 来源: written by an editor, brought with the content of the house, or made from an item edition and never edited. */
const replyOrigins = ['written', 'content', 'edition'] as const;

const row = {
  entry: Id,
  version: Type.Integer(),
  kind: Type.Enum([...replyKinds]),
  origin: Type.Enum([...replyOrigins]),
  state: Type.Enum([...replyStates]),
  scope: ReplyScope,
  scopeName: Type.String(),
  item: Type.Optional(ItemId),
  itemName: Type.Optional(Type.String()),
  title: Pieces,
  excerpt: Pieces,
  public: Type.Boolean(),
  validUntil: Type.Optional(Day),
  /** 到期灯: yellow within the days of warning, red once the last day is over. */
  light: Type.Enum(['green', 'yellow', 'red']),
  /** 引用次数. */
  cites: Type.Integer(),
  changedAt: Moment,
};
/** 口径一行: one version of an entry as a list shows it. */
export const ReplyRow = Type.Object(row, closed);
export type ReplyRow = Static<typeof ReplyRow>;

const written = {
  title: Type.String({ minLength: 2, maxLength: 80 }),
  usedWhen: Type.String({ maxLength: 120 }),
  text: Type.String({ minLength: 5, maxLength: 5000 }),
  titleEn: Type.Optional(Type.String({ minLength: 2, maxLength: 160 })),
  textEn: Type.Optional(Type.String({ minLength: 2, maxLength: 8000 })),
  /** 别的说法: how else people put it. */
  also: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 20 }),
  /** 依据. */
  basis: Type.Optional(Type.String({ maxLength: 200 })),
  public: Type.Boolean(),
  validUntil: Type.Optional(Day),
};
/** 口径文字: what an editor writes of one version. */
export const WrittenReply = Type.Object(written, closed);
export type WrittenReply = Static<typeof WrittenReply>;

const Version = Type.Object(
  {
    ...written,
    version: Type.Integer(),
    revision: Revision,
    state: Type.Enum([...replyStates]),
    authors: Type.Array(Type.String()),
    approver: Type.Optional(Type.String()),
    /** 退回或撤下的理由. */
    note: Type.Optional(Type.String()),
    changedAt: Moment,
    inForceAt: Type.Optional(Moment),
    endedAt: Type.Optional(Moment),
  },
  closed,
);
export type ReplyVersion = Static<typeof Version>;

const acts = ['save', 'send', 'return', 'approve', 'revise', 'withdraw', 'cite'] as const;
export type ReplyAct = (typeof acts)[number];
/** 口径全貌: an entry with its versions, the newest first, and what the caller may do now. */
export const ReplyView = Type.Object(
  {
    entry: Id,
    kind: Type.Enum([...replyKinds]),
    origin: Type.Enum([...replyOrigins]),
    scope: ReplyScope,
    scopeName: Type.String(),
    item: Type.Optional(ItemId),
    itemName: Type.Optional(Type.String()),
    cites: Type.Integer(),
    light: Type.Enum(['green', 'yellow', 'red']),
    versions: Type.Array(Version),
    may: Type.Array(Type.Enum([...acts])),
  },
  closed,
);
export type ReplyView = Static<typeof ReplyView>;

const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);
/** 检索缺口: what people looked for and did not find; numbers of people are never in it. */
export const ReplyGap = Type.Object(
  {
    words: Type.String(),
    scope: ReplyScope,
    scopeName: Type.String(),
    asked: Type.Integer(),
    /** 其中公众检索的次数. */
    askedOutside: Type.Integer(),
    lastAt: Moment,
  },
  closed,
);
export type ReplyGap = Static<typeof ReplyGap>;

const Acted = Type.Object({ revision: Revision }, closed);
const Reasoned = Type.Object({ revision: Revision, reason: Reason }, closed);

export const knowledgeRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/replies',
    access: readers,
    summary:
      'The reply library as far as my post reads it: by words, best first, or by filters, newest first',
    query: Type.Object(
      {
        q: Type.Optional(Query),
        scope: Type.Optional(ReplyScope),
        item: Type.Optional(ItemId),
        kind: Type.Optional(Type.Enum([...replyKinds])),
        state: Type.Optional(Type.Enum([...replyStates])),
        /** 只看快到期和已到期的. */
        expiring: Type.Optional(Type.Boolean()),
        /** 打完了：a search without a result counts as a gap only when whoever types has come to an end. */
        done: Type.Optional(Type.Boolean()),
        after: Type.Optional(Type.String({ maxLength: 120 })),
      },
      closed,
    ),
    reply: Type.Object(
      { rows: Type.Array(ReplyRow), next: Type.Optional(Type.String()), near: Type.Boolean() },
      closed,
    ),
  }),
  about: route({
    method: 'GET',
    path: '/desk/replies/about',
    access: readers,
    summary: 'What the library can be filtered by, where I may write, and how much waits for editors',
    reply: Type.Object(
      {
        scopes: Type.Array(Named),
        writes: Type.Array(Named),
        items: Type.Array(Named),
        waiting: Type.Object(
          { review: Type.Integer(), expiring: Type.Integer(), expired: Type.Integer(), gaps: Type.Integer() },
          closed,
        ),
      },
      closed,
    ),
  }),
  get: route({
    method: 'GET',
    path: '/desk/replies/:entry',
    access: readers,
    summary: 'One entry with its versions, and what I may do with it',
    params: AtEntry,
    reply: ReplyView,
  }),
  create: route({
    method: 'POST',
    path: '/desk/replies',
    access: editors,
    summary: 'Begin an entry with its first draft',
    body: Type.Object(
      {
        kind: Type.Enum([...replyKinds]),
        scope: ReplyScope,
        item: Type.Optional(ItemId),
        words: WrittenReply,
      },
      closed,
    ),
    reply: ReplyView,
    status: 201,
    audit: 'replies.create',
  }),
  revise: route({
    method: 'PUT',
    path: '/desk/replies/:entry/draft',
    access: editors,
    summary:
      'Write a draft: the next version where none is open; generated entries are never written by hand',
    params: AtEntry,
    body: Type.Object({ revision: Type.Optional(Revision), words: WrittenReply }, closed),
    reply: ReplyView,
    audit: 'replies.save',
  }),
  send: route({
    method: 'POST',
    path: '/desk/replies/:entry/reviews',
    access: editors,
    summary: 'Send the draft to review; its words are fixed from now on',
    params: AtEntry,
    body: Acted,
    reply: ReplyView,
    repeatable: true,
    audit: 'replies.send',
  }),
  turnBack: route({
    method: 'POST',
    path: '/desk/replies/:entry/returns',
    access: editors,
    summary: 'Give a version in review back to its author, with the reason',
    params: AtEntry,
    body: Reasoned,
    reply: ReplyView,
    repeatable: true,
    audit: 'replies.return',
  }),
  approve: route({
    method: 'POST',
    path: '/desk/replies/:entry/approvals',
    access: editors,
    summary: 'Approve a version somebody else wrote; it is in force at once and replaces the one before',
    params: AtEntry,
    body: Acted,
    reply: ReplyView,
    repeatable: true,
    audit: 'replies.approve',
  }),
  withdraw: route({
    method: 'POST',
    path: '/desk/replies/:entry/withdrawals',
    access: editors,
    summary: 'Take the version in force, or an open one, out of the library, with the reason',
    params: AtEntry,
    body: Type.Object({ version: Type.Integer(), revision: Revision, reason: Reason }, closed),
    reply: ReplyView,
    repeatable: true,
    audit: 'replies.withdraw',
  }),
  cite: route({
    method: 'POST',
    path: '/desk/replies/:entry/citations',
    access: readers,
    summary: 'Count that I used this entry; of one thing it is counted once',
    params: AtEntry,
    body: Type.Object(
      { about: Type.Optional(Type.String({ pattern: '^[a-z-]{2,20}:[A-Za-z0-9-]{1,60}$' })) },
      closed,
    ),
    reply: Type.Object({ cites: Type.Integer() }, closed),
    repeatable: true,
    audit: 'replies.cite',
  }),
  gaps: route({
    method: 'GET',
    path: '/desk/reply-gaps',
    access: editors,
    summary: 'What was looked for and not found, the most often first',
    reply: Type.Array(ReplyGap),
  }),
  settleGap: route({
    method: 'POST',
    path: '/desk/reply-gaps/settlements',
    access: editors,
    summary: 'Take something off the list of gaps: there is an answer now, or none is wanted',
    body: Type.Object({ words: Type.String({ maxLength: 60 }), scope: ReplyScope }, closed),
    reply: Type.Array(ReplyGap),
    repeatable: true,
    audit: 'replies.settle-gap',
  }),
};
