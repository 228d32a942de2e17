import Type, { type Static } from 'typebox';
import { ReplyRow } from './knowledge.ts';
import { OrderRow } from './order-desk.ts';
import { OrderNumber, orderKinds, orderStages } from './orders.ts';
import { route } from './route.ts';
import { closed, Division, Id, Moment, Words } from './words.ts';

const everybody = {
  roles: ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'],
  scope: 'branch',
} as const;
const Confidence = Type.Number({ minimum: 0, maximum: 1 });
const LedTo = Type.Array(Type.String(), { description: '依据的词' });

/** 种类建议: one of the best three, how sure it is from 0 to 1, and the words of the text that led to it. */
export const KindGuess = Type.Object(
  { kind: Type.Enum(orderKinds), name: Words, confidence: Confidence, words: LedTo },
  closed,
);
export type KindGuess = Static<typeof KindGuess>;
/** 事项建议. */
export const MatterGuess = Type.Object(
  { matter: Type.String(), name: Type.String(), confidence: Confidence, words: LedTo },
  closed,
);
export type MatterGuess = Static<typeof MatterGuess>;

/** 相似的理由: 说的话、同一个人、同一个地方、车牌金额等、时间相近. */
export const likeReasons = ['text', 'person', 'place', 'marks', 'time'] as const;
/** 疑似重复: an order that tells of what is like the same event, and why it seems so. */
export const LikeOrder = Type.Object(
  {
    order: OrderNumber,
    title: Type.String(),
    kind: Type.Enum(orderKinds),
    stage: Type.Enum(orderStages),
    unit: Type.String(),
    receivedAt: Moment,
    score: Confidence,
    /** 几乎一定是同一件事；否则只是相近. */
    same: Type.Boolean(),
    because: Type.Array(Type.Enum([...likeReasons])),
  },
  closed,
);
export type LikeOrder = Static<typeof LikeOrder>;

/** 边听边提示: what the house makes of a text that is still being typed; nothing of it is kept. */
export const AskSuggestions = Type.Object(
  {
    title: Type.Optional(Type.String({ maxLength: 120 })),
    text: Type.String({ maxLength: 10_000 }),
    division: Type.Optional(Division),
    /** 来电号码：同一个人的诉求更可能是同一件事. */
    phone: Type.Optional(Type.String({ pattern: '^\\+?\\d{3,20}$' })),
    /** 正在接的这通电话：同一个号码、同一个人的诉求，话不太像也列出来. */
    call: Type.Optional(Id),
    /** 已经选定的事项：指南先按它找. */
    matter: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** 已经登记的工单：不与自己比. */
    order: Type.Optional(OrderNumber),
  },
  closed,
);
export type AskSuggestions = Static<typeof AskSuggestions>;

export const OrderSuggestions = Type.Object(
  {
    /** 分类模型还在准备时没有建议. */
    ready: Type.Boolean(),
    kinds: Type.Array(KindGuess, { maxItems: 3 }),
    matters: Type.Array(MatterGuess, { maxItems: 3 }),
    duplicates: Type.Array(LikeOrder, { maxItems: 5 }),
    replies: Type.Array(ReplyRow, { maxItems: 5 }),
    items: Type.Array(Type.Object({ item: Type.String(), name: Words }, closed), { maxItems: 5 }),
  },
  closed,
);
export type OrderSuggestions = Static<typeof OrderSuggestions>;

/** 一号响应的助手: suggestions while typing, and search over the orders a post sees. */
export const orderAssistRoutes = {
  suggest: route({
    method: 'POST',
    path: '/desk/orders/suggestions',
    access: everybody,
    summary: 'What kind and matter a text is likely of, orders like it, and answers and items that fit',
    body: AskSuggestions,
    reply: OrderSuggestions,
    repeatable: true,
    audit: 'orders.suggest',
  }),
  search: route({
    method: 'GET',
    path: '/desk/orders/search',
    access: everybody,
    summary: 'Orders by words, by sound, or by number; tip-offs are never found by words',
    query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
    reply: Type.Object(
      {
        orders: Type.Array(OrderRow, { maxItems: 50 }),
        /** 没有完全符合的，这些相近. */
        near: Type.Boolean(),
      },
      closed,
    ),
  }),
};
