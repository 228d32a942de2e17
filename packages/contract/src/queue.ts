import Type, { type Static } from 'typebox';
import { priorities } from './bookable.ts';
import { rawReply, route, streamReply } from './route.ts';
import { Changed, NewTicket, ticketKinds, ticketStates } from './tickets.ts';
import { closed, Id, ItemId, Moment } from './words.ts';

const clerk = { roles: ['clerk'], scope: 'hall' } as const;
/** 导办台: reception may be a hall manager or any clerk of the hall. */
const reception = { roles: ['hall-manager', 'clerk'], scope: 'hall' } as const;
const AtTicket = Type.Object({ ticket: Id }, closed);

/** 排队的号: a ticket as the desk sees it, persons masked. */
export const QueueTicket = Type.Object(
  {
    ticket: Id,
    number: Type.String(),
    state: Type.Enum([...ticketStates]),
    kind: Type.Enum([...ticketKinds]),
    item: ItemId,
    itemName: Type.String(),
    person: Type.Optional(Type.String({ description: '已打码；没有刷卡的没有' })),
    priority: Type.Optional(Type.Enum([...priorities])),
    takenAt: Moment,
    firstTakenAt: Moment,
    /** 应叫时间: when this ticket is due; the smallest due is called first. */
    due: Moment,
    /** Why it is due then, in one sentence. */
    why: Type.String(),
    bookedFor: Type.Optional(Moment),
    booking: Type.Optional(Id),
    window: Type.Optional(Type.String()),
    calledAt: Type.Optional(Moment),
    startedAt: Type.Optional(Moment),
    calls: Type.Integer(),
    /** 暂缓到何时。 */
    parkedUntil: Type.Optional(Moment),
    note: Type.Optional(Type.String()),
    draft: Type.Optional(Id),
    /** True when the person is known, so that a sitting can begin without a card. */
    known: Type.Boolean(),
  },
  closed,
);
export type QueueTicket = Static<typeof QueueTicket>;

/** 窗口状态. */
export const windowStates = ['closed', 'open', 'break'] as const;

/** 我的窗口: what the clerk's queue bar shows. */
export const WindowQueue = Type.Object(
  {
    window: Type.String(),
    windowName: Type.String(),
    number: Type.Integer(),
    state: Type.Enum([...windowStates]),
    current: Type.Optional(QueueTicket),
    /** Tickets this window may call. */
    waiting: Type.Integer(),
    longestMinutes: Type.Optional(Type.Integer()),
    next: Type.Optional(
      Type.Object({ number: Type.String(), itemName: Type.String(), why: Type.String() }, closed),
    ),
    parked: Type.Array(QueueTicket),
    /** Missed in the last half hour. */
    missed: Type.Array(QueueTicket),
    /** Windows this ticket could be sent to. */
    others: Type.Array(
      Type.Object(
        { window: Type.String(), name: Type.String(), state: Type.Enum([...windowStates]) },
        closed,
      ),
    ),
    servedToday: Type.Integer(),
    announcement: Type.Optional(Type.String()),
    asOf: Moment,
  },
  closed,
);
export type WindowQueue = Static<typeof WindowQueue>;

export const queueRoutes = {
  mine: route({
    method: 'GET',
    path: '/desk/queue',
    access: clerk,
    summary: 'My window: its ticket, who waits, who is parked or missed',
    reply: WindowQueue,
  }),
  watch: route({
    method: 'GET',
    path: '/desk/queue/changes',
    access: reception,
    summary: 'Tells my window, or the hall manager’s page, to ask again',
    reply: streamReply(Changed),
  }),
  setWindow: route({
    method: 'PUT',
    path: '/desk/queue/state',
    access: clerk,
    summary: 'Open my window, take a break, or close it; a ticket in hand must be finished or sent on first',
    body: Type.Object({ state: Type.Enum([...windowStates]) }, closed),
    reply: WindowQueue,
    audit: 'hall.set-window',
  }),
  next: route({
    method: 'POST',
    path: '/desk/calls',
    access: clerk,
    summary:
      'Call the next ticket this window may serve (F2), or a named parked or missed one; two windows never get one ticket',
    body: Type.Object({ ticket: Type.Optional(Id) }, closed),
    reply: WindowQueue,
    audit: 'hall.call',
  }),
  recall: route({
    method: 'POST',
    path: '/desk/tickets/:ticket/calls',
    access: clerk,
    summary: 'Call the same ticket again (F3)',
    params: AtTicket,
    reply: WindowQueue,
    audit: 'hall.recall',
  }),
  act: route({
    method: 'POST',
    path: '/desk/tickets/:ticket/acts',
    access: clerk,
    summary:
      'Start serving (F6), miss (F4), park, send on with or without keeping the place, or finish, calling the next if asked (F10)',
    params: AtTicket,
    body: Type.Union([
      Type.Object({ act: Type.Literal('start') }, closed),
      Type.Object({ act: Type.Literal('miss') }, closed),
      Type.Object(
        {
          act: Type.Literal('park'),
          minutes: Type.Integer({ minimum: 1, maximum: 240 }),
          note: Type.Optional(Type.String({ maxLength: 200 })),
        },
        closed,
      ),
      Type.Object(
        {
          act: Type.Literal('transfer'),
          /** A window; absent means any window that serves the item. */
          window: Type.Optional(Type.String({ maxLength: 60 })),
          item: Type.Optional(ItemId),
          keepPlace: Type.Boolean(),
          note: Type.Optional(Type.String({ maxLength: 200 })),
        },
        closed,
      ),
      Type.Object({ act: Type.Literal('finish'), next: Type.Boolean() }, closed),
    ]),
    reply: WindowQueue,
    audit: 'hall.act',
  }),
  take: route({
    method: 'POST',
    path: '/desk/tickets',
    access: reception,
    summary: 'Give a walk-in a ticket at reception, with priority where it is granted',
    body: Type.Object(
      {
        item: ItemId,
        person: Type.Optional(
          Type.Object(
            {
              name: Type.String({ minLength: 1, maxLength: 40 }),
              citizenNumber: Type.String({ minLength: 1, maxLength: 24 }),
            },
            closed,
          ),
        ),
        priority: Type.Optional(Type.Enum([...priorities])),
        phone: Type.Optional(Type.String({ maxLength: 20 })),
        /** 出件、“办不成事”: the queue of windows of that kind instead of those that do the item. */
        queue: Type.Optional(Type.Enum(['issue', 'stuck'])),
      },
      closed,
    ),
    reply: NewTicket,
    status: 201,
    audit: 'hall.take',
  }),
  checkIn: route({
    method: 'POST',
    path: '/desk/check-ins',
    access: reception,
    summary:
      'Check somebody in by booking code, citizen number or phone; several bookings are offered to choose from',
    body: Type.Object(
      { by: Type.String({ minLength: 4, maxLength: 24 }), booking: Type.Optional(Id) },
      closed,
    ),
    reply: Type.Object(
      {
        ticket: Type.Optional(NewTicket),
        choose: Type.Array(
          Type.Object({ booking: Id, itemName: Type.String(), at: Moment, person: Type.String() }, closed),
        ),
      },
      closed,
    ),
    repeatable: true,
    audit: 'hall.check-in',
    limit: { max: 300, seconds: 3600 },
  }),
  slip: route({
    method: 'GET',
    path: '/desk/tickets/:ticket/slip',
    access: reception,
    summary: 'The slip of a ticket as a PDF of 80 mm, with its number, people ahead and QR',
    params: AtTicket,
    reply: rawReply('application/pdf'),
  }),
  find: route({
    method: 'POST',
    path: '/desk/hall/searches',
    access: reception,
    summary: 'Tickets of today by number or by citizen number',
    body: Type.Object({ q: Type.String({ minLength: 1, maxLength: 24 }) }, closed),
    reply: Type.Array(QueueTicket),
    repeatable: true,
    audit: 'hall.search',
  }),
};
