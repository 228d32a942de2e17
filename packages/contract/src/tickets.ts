import Type, { type Static } from 'typebox';
import { WaitRange } from './bookable.ts';
import { route, streamReply } from './route.ts';
import { closed, Id, Moment } from './words.ts';

/** 排队凭据: whoever has it may follow and leave the queue; it is printed as a QR and never guessable. */
export const TicketKey = Type.String({ minLength: 20, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' });
const AtKey = Type.Object({ key: TicketKey }, closed);
/** That something has changed and is worth asking again. */
export const Changed = Type.Object({ changed: Type.Boolean() }, closed);

/** 号的状态. */
export const ticketStates = ['waiting', 'called', 'serving', 'parked', 'missed', 'done', 'left'] as const;
/** 号的来历. */
export const ticketKinds = ['walk-in', 'booked', 'priority', 'late'] as const;

/** 我的号: a ticket as the person in the hall sees it; it says nothing of who they are. */
export const TicketView = Type.Object(
  {
    number: Type.String({ description: '如 A036' }),
    state: Type.Enum([...ticketStates]),
    hall: Type.String(),
    hallName: Type.String(),
    itemName: Type.String(),
    takenAt: Moment,
    /** People who will be called before, as far as can be told now. */
    ahead: Type.Optional(Type.Integer()),
    wait: Type.Optional(WaitRange),
    /** When booked: the promised time. */
    bookedFor: Type.Optional(Moment),
    /** 回来的时间: the wait is very long, so the ticket is not called before then. */
    comeBackAt: Type.Optional(Moment),
    window: Type.Optional(Type.String({ description: '窗口号' })),
    windowName: Type.Optional(Type.String()),
    /** 大厅平面图上的位置。 */
    where: Type.Optional(Type.String()),
    calledAt: Type.Optional(Moment),
    calls: Type.Integer(),
    kind: Type.Enum([...ticketKinds]),
    /** Missed: how long one may still rejoin. */
    rejoinUntil: Type.Optional(Moment),
    announcement: Type.Optional(Type.String()),
    may: Type.Object({ leave: Type.Boolean(), rejoin: Type.Boolean() }, closed),
    asOf: Moment,
  },
  closed,
);
export type TicketView = Static<typeof TicketView>;

/** 新取的号: number, key of its page, and what to print. */
export const NewTicket = Type.Object(
  {
    ticket: Id,
    key: TicketKey,
    number: Type.String(),
    itemName: Type.String(),
    hallName: Type.String(),
    kind: Type.Enum([...ticketKinds]),
    ahead: Type.Integer(),
    wait: Type.Optional(WaitRange),
    /** 预计超过一小时或过了下班时间: the time to come back instead of waiting. */
    comeBackAt: Type.Optional(Moment),
    takenAt: Moment,
    /** Address of the ticket page, as the QR carries it. */
    url: Type.String(),
  },
  closed,
);
export type NewTicket = Static<typeof NewTicket>;

export const ticketsRoutes = {
  get: route({
    method: 'GET',
    path: '/tickets/:key',
    access: 'public',
    summary: 'A ticket by its key: people ahead, minutes, window; nothing of the person',
    params: AtKey,
    reply: TicketView,
  }),
  watch: route({
    method: 'GET',
    path: '/tickets/:key/changes',
    access: 'public',
    summary: 'Tells the ticket page to ask again',
    params: AtKey,
    reply: streamReply(Changed),
  }),
  leave: route({
    method: 'POST',
    path: '/tickets/:key/leave',
    access: 'public',
    summary: 'Leave the queue',
    params: AtKey,
    reply: TicketView,
    repeatable: true,
    audit: 'ticket.leave',
    limit: { max: 20, seconds: 600 },
  }),
  rejoin: route({
    method: 'POST',
    path: '/tickets/:key/rejoin',
    access: 'public',
    summary: 'Queue again after a miss, some places back',
    params: AtKey,
    reply: TicketView,
    repeatable: true,
    audit: 'ticket.rejoin',
    limit: { max: 20, seconds: 600 },
  }),
};
