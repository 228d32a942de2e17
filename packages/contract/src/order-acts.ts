import Type, { type Static } from 'typebox';
import { SomeFiles } from './files.ts';
import { ArrangedVisit } from './order-visit-wish.ts';
import { OrderNumber, OrderText, OrderTitle, OrderWords, orderKinds } from './orders.ts';
import { closed } from './words.ts';

const Unit = Type.String({ minLength: 1, maxLength: 60, description: '机构 id' });
/** 公开的问题: as anybody may read it. */
export const PublicText = Type.Object({ title: OrderTitle, question: OrderText }, closed);
const act = <const T extends string>(type: T) => Type.Object({ type: Type.Literal(type) }, closed);
const saying = <const T extends string>(type: T) =>
  Type.Object({ type: Type.Literal(type), say: OrderWords }, closed);
const because = <const T extends string>(type: T) =>
  Type.Object({ type: Type.Literal(type), reason: OrderWords }, closed);
const called = <const T extends string>(type: T) =>
  Type.Object({ type: Type.Literal(type), say: Type.Optional(Type.String({ maxLength: 2000 })) }, closed);
const handing = <const T extends string>(type: T) =>
  Type.Object({ type: Type.Literal(type), to: Unit, reason: OrderWords }, closed);

/** 工单动作: one thing done about an order; who may do what, from where and when, the rules decide. */
export const OrderAct = Type.Union([
  act('claim'),
  Type.Object({ type: Type.Literal('answer'), text: OrderText }, closed),
  Type.Object(
    {
      type: Type.Literal('classify'),
      kind: Type.Enum(orderKinds),
      matter: Type.String({ minLength: 1, maxLength: 60 }),
      labels: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20, uniqueItems: true }),
    },
    closed,
  ),
  Type.Object({ type: Type.Literal('dispatch'), to: Unit }, closed),
  because('return'),
  Type.Object(
    { type: Type.Literal('ask-time'), days: Type.Integer({ minimum: 1, maximum: 60 }), basis: OrderWords },
    closed,
  ),
  act('grant-time'),
  because('refuse-time'),
  Type.Object({ type: Type.Literal('ask-help'), of: Unit, say: OrderWords }, closed),
  saying('give-help'),
  handing('hand-up'),
  handing('hand-down'),
  saying('hand-back'),
  saying('supervise'),
  /** 添加附件: papers of the desk’s own, which whoever asked is not shown. */
  Type.Object({ type: Type.Literal('attach'), files: SomeFiles }, closed),
  Type.Object({ type: Type.Literal('draft'), text: OrderText, open: Type.Optional(PublicText) }, closed),
  act('pass'),
  because('send-back'),
  act('reply'),
  act('not-reached'),
  called('satisfied'),
  called('dissatisfied'),
  act('close'),
  saying('reopen'),
  Type.Object({ type: Type.Literal('merge'), into: OrderNumber }, closed),
  Type.Object({ type: Type.Literal('emergency'), number: Type.Enum(['110', '119', '120', '122']) }, closed),
  Type.Object(
    { type: Type.Literal('in-procedure'), number: Type.String({ minLength: 2, maxLength: 60 }) },
    closed,
  ),
  Type.Object({ type: Type.Literal('arrange-visit'), ...ArrangedVisit.properties }, closed),
  because('tell-apart'),
  Type.Object({ type: Type.Literal('link'), case: Type.String({ minLength: 2, maxLength: 60 }) }, closed),
]);
export type OrderAct = Static<typeof OrderAct>;
