import Type, { type Static } from 'typebox';
import { bytesBody, rawReply, route } from './route.ts';
import { closed, Day, Id, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;

export const AtOrder = Type.Object({ order: Id }, closed);
/** 金额. */
export const Fen = Type.Integer({ minimum: 0, description: '金额，单位分' });

/** 缴费状态: what an order is for whoever pays it. `checking`: money came that does not fit; nobody should pay again. */
export const paymentStates = ['open', 'checking', 'paid', 'refunding', 'refunded', 'closed'] as const;

/** 缴费状态, in short, for a case it belongs to. */
export const PaymentState = Type.Object(
  { order: Id, state: Type.Enum([...paymentStates]), title: Words, fen: Fen },
  closed,
);
export type PaymentState = Static<typeof PaymentState>;

/** How money can be paid. The simulator says of itself that it is one. */
const PaymentWay = Type.Object(
  {
    way: Type.String({ maxLength: 30 }),
    name: Words,
    pretended: Type.Boolean({ description: '模拟支付，不真的扣钱' }),
  },
  closed,
);

/** Where to go on to pay: a page of the provider, a code to be scanned, or what the WeChat browser is to be given. */
const Next = Type.Object(
  {
    kind: Type.Enum(['page', 'code', 'pretence', 'wechat']),
    href: Type.Optional(Type.String()),
    code: Type.Optional(Type.String({ description: '扫码支付的内容' })),
    wechat: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  closed,
);

/** 缴款单: one amount with its legal basis, as the one who pays sees it. */
export const PaymentView = Type.Object(
  {
    order: Id,
    number: Type.String({ description: '缴款单编号' }),
    about: Type.String({ description: '例如 case:办件编号' }),
    title: Words,
    payee: Type.String({ description: '收款单位' }),
    lines: Type.Array(
      Type.Object({ name: Words, fen: Fen, basis: Type.String({ description: '收费依据' }) }, closed),
    ),
    lateFen: Fen,
    lateBasis: Type.Optional(Type.String({ description: '加处罚款的依据' })),
    fen: Type.Integer({ minimum: 0, description: '应缴合计，单位分' }),
    dueOn: Type.Optional(Day),
    billNumber: Type.Optional(Type.String({ description: '非税缴款单号' })),
    state: Type.Enum([...paymentStates]),
    openedAt: Moment,
    paidAt: Type.Optional(Moment),
    paidBy: Type.Optional(Words),
    ways: Type.Array(PaymentWay),
    /** What was begun last and may still come to an end. */
    charge: Type.Optional(
      Type.Object({ way: Type.String(), beganAt: Moment, goodUntil: Moment, next: Next }, closed),
    ),
    /** When the last attempt was begun that ended without any money taken. */
    endedUnpaid: Type.Optional(Moment),
    receipt: Type.Boolean(),
  },
  closed,
);
export type PaymentView = Static<typeof PaymentView>;

/** A provider's words are read whole before anything in them is believed; nothing it says is longer than this. */
const noticeBytes = 64 * 1024;

export const paymentsRoutes = {
  list: route({
    method: 'GET',
    path: '/payments',
    access: own,
    summary: 'What I have to pay and what I have paid, the newest first',
    reply: Type.Array(PaymentView),
  }),
  openBill: route({
    method: 'POST',
    path: '/payments',
    access: own,
    summary: 'Find a bill of mine by its number (缴款单号) to pay it',
    body: Type.Object({ billNumber: Type.String({ minLength: 4, maxLength: 40 }) }, closed),
    reply: PaymentView,
    status: 201,
    audit: 'payments.open-bill',
    limit: { max: 20, seconds: 600 },
  }),
  get: route({
    method: 'GET',
    path: '/payments/:order',
    access: own,
    summary: 'One thing to pay: amount, legal basis, how it stands',
    params: AtOrder,
    reply: PaymentView,
  }),
  begin: route({
    method: 'POST',
    path: '/payments/:order/charges',
    access: own,
    summary: 'Begin to pay in one way; while one is under way in this way, it is answered again',
    params: AtOrder,
    body: Type.Object(
      {
        way: Type.String({ maxLength: 30 }),
        /** A phone is led to the app, a screen shows a code to be scanned, and inside WeChat it is paid there. */
        from: Type.Optional(Type.Enum(['screen', 'phone', 'wechat'])),
      },
      closed,
    ),
    reply: PaymentView,
    repeatable: true,
    audit: 'payments.begin',
  }),
  pretend: route({
    method: 'POST',
    path: '/payments/:order/pretences',
    access: own,
    summary: 'Play the payer at the simulator; there is none where real providers are connected',
    params: AtOrder,
    body: Type.Object({ outcome: Type.Enum(['paid', 'silent', 'cancelled']) }, closed),
    reply: PaymentView,
    repeatable: true,
    audit: 'payments.pretend',
  }),
  receipt: route({
    method: 'GET',
    path: '/payments/:order/receipt',
    access: own,
    summary: 'The signed receipt of what I paid',
    params: AtOrder,
    reply: rawReply('application/pdf'),
  }),
  /** 支付通知: what a provider says by itself; believed only with its signature over the very bytes that came. */
  notice: route({
    method: 'POST',
    path: '/payment-notices/:way',
    access: 'public',
    summary: 'A payment provider tells that something was paid or paid back',
    params: Type.Object({ way: Type.String({ pattern: '^[a-z]{2,20}$' }) }, closed),
    body: bytesBody(noticeBytes, [
      'application/json',
      'application/x-www-form-urlencoded',
      'application/xml',
      'text/xml',
      'text/plain',
      'application/octet-stream',
    ]),
    reply: rawReply('application/json', 'text/plain'),
    repeatable: true,
    audit: 'payments.notice',
  }),
};
