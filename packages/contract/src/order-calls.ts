import Type, { type Static } from 'typebox';
import { OrderRow } from './order-desk.ts';
import { OrderNumber } from './orders.ts';
import { bytesBody, route, streamReply } from './route.ts';
import { closed, Id, Moment } from './words.ts';

const operators = { roles: ['operator'], scope: 'branch' } as const;
const Phone = Type.String({ pattern: '^\\+?\\d{3,20}$' });

/** 来电弹屏: who may be calling, masked, with what is open of theirs. Tip-offs are never among it. */
export const CallerCard = Type.Object(
  {
    call: Type.Optional(Id),
    phone: Type.String(),
    name: Type.Optional(Type.String()),
    orders: Type.Array(OrderRow),
    cases: Type.Array(
      Type.Object({ case: Type.String(), name: Type.String(), state: Type.String() }, closed),
    ),
    licences: Type.Array(
      Type.Object({ name: Type.String(), number: Type.String(), state: Type.String() }, closed),
    ),
    procedures: Type.Array(Type.Object({ number: Type.String(), kind: Type.String() }, closed)),
  },
  closed,
);
export type CallerCard = Static<typeof CallerCard>;

/** 一通来电: as the telephone system tells it. */
export const PhoneCall = Type.Object(
  {
    call: Id,
    phone: Type.String({ description: '已脱敏' }),
    /** 拨打的号码：归并前的旧专线也在内。 */
    dialled: Type.String(),
    state: Type.Enum(['ringing', 'answered', 'ended']),
    at: Moment,
    simulated: Type.Boolean(),
  },
  closed,
);
export type PhoneCall = Static<typeof PhoneCall>;

/** 来电台: calls at the place of an operator. */
export const orderCallsRoutes = {
  calls: route({
    method: 'GET',
    path: '/desk/order-calls',
    access: operators,
    summary: 'The calls that ring or are answered at my place',
    reply: Type.Object({ calls: Type.Array(PhoneCall), simulated: Type.Boolean() }, closed),
  }),
  callStream: route({
    method: 'GET',
    path: '/desk/order-calls/stream',
    access: operators,
    summary: 'Tells that a call came to my place, was answered or ended',
    reply: streamReply(Type.Object({ call: Id }, closed)),
  }),
  sit: route({
    method: 'PUT',
    path: '/desk/order-calls/place',
    access: operators,
    summary: 'Say at which extension I sit, so that its calls come to me',
    body: Type.Object({ extension: Type.String({ pattern: '^[0-9A-Za-z-]{1,20}$' }) }, closed),
    audit: 'orders.sit',
  }),
  pretendCall: route({
    method: 'POST',
    path: '/desk/order-calls',
    access: operators,
    summary: 'Pretend a call, where the telephone system is a simulator',
    body: Type.Object({ phone: Phone, dialled: Type.String({ maxLength: 20 }) }, closed),
    reply: PhoneCall,
    status: 201,
    audit: 'orders.pretend-call',
  }),
  callerOfCall: route({
    method: 'GET',
    path: '/desk/order-calls/:call',
    access: operators,
    summary: 'Screen-pop: who may be calling, with past orders, open cases and licences, all masked',
    params: Type.Object({ call: Id }, closed),
    reply: CallerCard,
    audit: 'orders.screen-pop',
  }),
  wrapUp: route({
    method: 'PUT',
    path: '/desk/order-calls/:call/wrap-up',
    access: operators,
    summary: 'Close a call with a code, and the order it led to',
    params: Type.Object({ call: Id }, closed),
    body: Type.Object(
      { code: Type.String({ minLength: 1, maxLength: 60 }), order: Type.Optional(OrderNumber) },
      closed,
    ),
    audit: 'orders.wrap-up',
  }),
};

/** 话务系统: what the telephone system tells of calls, signed by it. */
export const telephoneRoutes = {
  push: route({
    method: 'POST',
    path: '/telephone-events',
    access: 'public',
    summary: 'What the telephone system tells of calls, signed by it; the same news twice counts once',
    body: bytesBody(64 * 1024, ['application/json']),
    reply: Type.Object({ taken: Type.Integer() }, closed),
    repeatable: true,
    audit: 'orders.telephone-event',
    limit: { max: 6000, seconds: 60 },
  }),
};
