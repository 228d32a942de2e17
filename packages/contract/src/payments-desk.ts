import Type, { type Static } from 'typebox';
import { AtOrder, Fen, paymentStates } from './payments.ts';
import { rawReply, route } from './route.ts';
import { closed, Day, Id, Moment } from './words.ts';

const counter = { roles: ['clerk', 'hall-manager'], scope: 'branch' } as const;
const accounts = { roles: ['clerk', 'hall-manager', 'supervisor'], scope: 'branch' } as const;

const Say = Type.String({ minLength: 4, maxLength: 300 });

/** 缴款单 at the desk; the payer is masked. */
export const DeskPayment = Type.Object(
  {
    order: Id,
    number: Type.String(),
    about: Type.String(),
    title: Type.String(),
    payer: Type.String(),
    lines: Type.Array(Type.Object({ name: Type.String(), fen: Fen, basis: Type.String() }, closed)),
    lateFen: Fen,
    fen: Fen,
    state: Type.Enum([...paymentStates]),
    paidAt: Type.Optional(Moment),
    paidBy: Type.Optional(Type.String()),
    paidFen: Type.Optional(Fen),
  },
  closed,
);
export type DeskPayment = Static<typeof DeskPayment>;

/** 退费申请: who asked and why; whoever asked cannot confirm. */
export const RefundRow = Type.Object(
  {
    refund: Id,
    order: Id,
    number: Type.String(),
    title: Type.String(),
    payer: Type.String(),
    fen: Fen,
    reason: Type.String(),
    paidBy: Type.String(),
    askedBy: Type.String(),
    askedAt: Moment,
    mine: Type.Boolean({ description: '是我申请的，不能由我确认' }),
    state: Type.Enum(['asked', 'confirmed']),
  },
  closed,
);
export type RefundRow = Static<typeof RefundRow>;

/** 对账: one day's money by way, what differs from the providers' statements, and what is held apart. */
export const PaymentDay = Type.Object(
  {
    day: Day,
    ways: Type.Array(
      Type.Object(
        {
          way: Type.String(),
          name: Type.String(),
          count: Type.Integer(),
          fen: Fen,
          refundedFen: Fen,
          statement: Type.Optional(
            Type.Object({ readAt: Moment, count: Type.Integer(), fen: Type.Integer() }, closed),
          ),
        },
        closed,
      ),
    ),
    differences: Type.Array(
      Type.Object(
        {
          difference: Id,
          way: Type.String(),
          day: Day,
          kind: Type.Enum(['only-there', 'only-here', 'amount', 'refund']),
          tradeNumber: Type.String(),
          hereFen: Type.Optional(Type.Integer()),
          thereFen: Type.Optional(Type.Integer()),
          explained: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    held: Type.Array(
      Type.Object(
        {
          payment: Id,
          way: Type.String(),
          why: Type.Enum(['amount', 'currency', 'unknown-order', 'paid-already', 'after-close']),
          tradeNumber: Type.String(),
          number: Type.Optional(Type.String()),
          fen: Type.Integer(),
          currency: Type.String(),
          expectedFen: Type.Optional(Type.Integer()),
          heardAt: Moment,
        },
        closed,
      ),
    ),
  },
  closed,
);
export type PaymentDay = Static<typeof PaymentDay>;

export const deskPaymentsRoutes = {
  search: route({
    method: 'GET',
    path: '/desk/payments',
    access: counter,
    summary: 'What is open at my branch, or what the number of a case or an order finds',
    query: Type.Object({ words: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
    reply: Type.Array(DeskPayment),
  }),
  take: route({
    method: 'POST',
    path: '/desk/payments/:order/takings',
    access: counter,
    summary: 'Record money taken at the window, in cash or by the card machine',
    params: AtOrder,
    body: Type.Object(
      {
        way: Type.Enum(['cash', 'pos']),
        fen: Type.Integer({ minimum: 1 }),
        /** The number on the slip of the card machine; cash has none. */
        slip: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z-]{4,40}$' })),
      },
      closed,
    ),
    reply: DeskPayment,
    status: 201,
    audit: 'payments.take',
  }),
  receipt: route({
    method: 'GET',
    path: '/desk/payments/:order/receipt',
    access: counter,
    summary: 'The signed receipt, to be printed at the window',
    params: AtOrder,
    reply: rawReply('application/pdf'),
  }),
  askRefund: route({
    method: 'POST',
    path: '/desk/payments/:order/refunds',
    access: counter,
    summary: 'Ask that what was paid be paid back; somebody else has to confirm',
    params: AtOrder,
    body: Type.Object({ reason: Say }, closed),
    reply: DeskPayment,
    status: 201,
    audit: 'payments.ask-refund',
  }),
  refunds: route({
    method: 'GET',
    path: '/desk/payment-refunds',
    access: accounts,
    summary: 'Refunds that wait for a second person or for the provider',
    reply: Type.Array(RefundRow),
  }),
  settleRefund: route({
    method: 'POST',
    path: '/desk/payment-refunds/:refund/settlements',
    access: counter,
    summary: 'Confirm or decline a refund somebody else asked for',
    params: Type.Object({ refund: Id }, closed),
    body: Type.Object({ verdict: Type.Enum(['confirm', 'decline']) }, closed),
    reply: DeskPayment,
    audit: 'payments.settle-refund',
  }),
  day: route({
    method: 'GET',
    path: '/desk/payment-days/:day',
    access: accounts,
    summary: 'One day’s money by way, differences from the statements, and what is held apart',
    params: Type.Object({ day: Day }, closed),
    reply: PaymentDay,
  }),
  explain: route({
    method: 'POST',
    path: '/desk/payment-differences/:difference/explanations',
    access: counter,
    summary: 'Say where a difference comes from',
    params: Type.Object({ difference: Id }, closed),
    body: Type.Object({ say: Say }, closed),
    audit: 'payments.explain',
  }),
  settleHeld: route({
    method: 'POST',
    path: '/desk/held-payments/:payment/settlements',
    access: counter,
    summary: 'Say what was done about money that did not fit; its order can be paid again',
    params: Type.Object({ payment: Id }, closed),
    body: Type.Object({ say: Say }, closed),
    audit: 'payments.settle-held',
  }),
};
