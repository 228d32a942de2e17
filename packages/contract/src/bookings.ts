import Type, { type Static } from 'typebox';
import { HallId, priorities } from './bookable.ts';
import { rawReply, route } from './route.ts';
import { AnswerPairs, closed, Day, Id, ItemId, Moment, Words } from './words.ts';

const own = { roles: ['citizen', 'agent', 'enterprise'], scope: 'own' } as const;
const AtBooking = Type.Object({ booking: Id }, closed);

/** 预约状态. */
export const bookingStates = ['held', 'booked', 'arrived', 'done', 'missed', 'cancelled', 'expired'] as const;

/** 预约: one time promised to one person for one item. */
export const Booking = Type.Object(
  {
    booking: Id,
    state: Type.Enum([...bookingStates]),
    item: ItemId,
    itemName: Type.String(),
    hall: HallId,
    hallName: Type.String(),
    address: Type.String(),
    transit: Type.Optional(Type.String()),
    at: Moment,
    until: Moment,
    window: Type.Optional(Type.String()),
    windowName: Type.Optional(Type.String()),
    /** 八位签到码: typed or shown at the hall; worth nothing elsewhere or on another day. */
    code: Type.String(),
    /** Who comes, masked; `self` is the account's own person. */
    person: Type.Object({ name: Type.String(), citizenNumber: Type.String(), self: Type.Boolean() }, closed),
    priority: Type.Optional(Type.Enum([...priorities])),
    /** A held time lapses then. */
    heldUntil: Type.Optional(Moment),
    /** 候补: this hold was offered from the waiting list. */
    offered: Type.Boolean(),
    answers: AnswerPairs,
    draft: Type.Optional(Id),
    /** 带这些来: names of the materials the answers ask for. */
    bring: Type.Array(Words),
    /** 取代的预约: what confirming this hold gives back, the person’s present booking of the same item. */
    instead: Type.Optional(Type.Object({ at: Moment, hallName: Type.String() }, closed)),
    may: Type.Object(
      { confirm: Type.Boolean(), move: Type.Boolean(), cancel: Type.Boolean(), checkIn: Type.Boolean() },
      closed,
    ),
    /** 排队凭据: the key of the ticket page, once the person has checked in. */
    ticket: Type.Optional(Type.String()),
  },
  closed,
);
export type Booking = Static<typeof Booking>;

/** 候补: a wish for an earlier or a freed time. */
export const BookingWish = Type.Object(
  {
    wish: Id,
    item: ItemId,
    itemName: Type.String(),
    hall: HallId,
    hallName: Type.String(),
    from: Day,
    to: Day,
    part: Type.Enum(['any', 'morning', 'afternoon']),
    state: Type.Enum(['waiting', 'offered', 'taken', 'ended']),
    /** The hold offered now. */
    booking: Type.Optional(Id),
  },
  closed,
);
export type BookingWish = Static<typeof BookingWish>;

/** 可以替谁约: the person or a linked family member. */
export const Bookable = Type.Object(
  {
    person: Id,
    name: Type.String(),
    self: Type.Boolean(),
    /** 绿色通道由年龄或证照得出的。 */
    priority: Type.Optional(Type.Enum([...priorities])),
    /** Why this person cannot be booked for now: 爽约、已有预约. */
    why: Type.Optional(Type.String()),
  },
  closed,
);
export type Bookable = Static<typeof Bookable>;

const Time = {
  hall: HallId,
  at: Moment,
  window: Type.Optional(Type.String({ maxLength: 60 })),
};

export const bookingsRoutes = {
  people: route({
    method: 'GET',
    path: '/bookable-people',
    access: own,
    summary: 'For whom I may book this item: myself and linked family',
    query: Type.Object({ item: ItemId }, closed),
    reply: Type.Array(Bookable),
  }),
  book: route({
    method: 'POST',
    path: '/bookings',
    access: own,
    summary:
      'Book a time, or hold it for some minutes while the person looks at it once more; a full time is refused with the next free one',
    body: Type.Object(
      {
        ...Time,
        item: ItemId,
        answers: Type.Optional(AnswerPairs),
        draft: Type.Optional(Id),
        person: Type.Optional(Id),
        hold: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    reply: Booking,
    status: 201,
    audit: 'booking.book',
    limit: { max: 60, seconds: 600 },
  }),
  confirm: route({
    method: 'PUT',
    path: '/bookings/:booking/confirmation',
    access: own,
    summary: 'Turn a held time into a booking before it lapses',
    params: AtBooking,
    reply: Booking,
    audit: 'booking.confirm',
  }),
  list: route({
    method: 'GET',
    path: '/bookings',
    access: own,
    summary: 'My bookings and those I made for my family, the coming ones first',
    query: Type.Object({ past: Type.Optional(Type.Boolean()) }, closed),
    reply: Type.Object({ bookings: Type.Array(Booking), wishes: Type.Array(BookingWish) }, closed),
  }),
  get: route({
    method: 'GET',
    path: '/bookings/:booking',
    access: own,
    summary: 'One booking',
    params: AtBooking,
    reply: Booking,
  }),
  move: route({
    method: 'PUT',
    path: '/bookings/:booking/time',
    access: own,
    summary: 'Reschedule: the new time is taken and the old one freed in one step, or nothing changes',
    params: AtBooking,
    body: Type.Object(Time, closed),
    reply: Booking,
    audit: 'booking.move',
    limit: { max: 30, seconds: 600 },
  }),
  cancel: route({
    method: 'DELETE',
    path: '/bookings/:booking',
    access: own,
    summary: 'Cancel; the time is free for others at once',
    params: AtBooking,
    reply: Booking,
    audit: 'booking.cancel',
  }),
  calendar: route({
    method: 'GET',
    path: '/bookings/:booking/calendar',
    access: own,
    summary: 'The booking as a calendar file (.ics); after moving or cancelling with a higher SEQUENCE',
    params: AtBooking,
    reply: rawReply('text/calendar; charset=utf-8'),
  }),
  checkIn: route({
    method: 'POST',
    path: '/bookings/:booking/check-in',
    access: own,
    summary: 'Check in at the hall with the four figures its screen shows; the booking becomes a ticket',
    params: AtBooking,
    body: Type.Object({ hallCode: Type.String({ pattern: '^\\d{4}$' }) }, closed),
    reply: Booking,
    repeatable: true,
    audit: 'booking.check-in',
    limit: { max: 20, seconds: 600 },
  }),
  wish: route({
    method: 'POST',
    path: '/booking-wishes',
    access: own,
    summary: 'Wait for a time to be freed; it is then held for me and I am told',
    body: Type.Object(
      {
        hall: HallId,
        item: ItemId,
        from: Day,
        to: Day,
        part: Type.Enum(['any', 'morning', 'afternoon']),
        person: Type.Optional(Id),
        answers: Type.Optional(AnswerPairs),
        /** The booking to give up when the freed time is taken. */
        instead: Type.Optional(Id),
      },
      closed,
    ),
    reply: BookingWish,
    status: 201,
    audit: 'booking.wish',
    limit: { max: 20, seconds: 600 },
  }),
  endWish: route({
    method: 'DELETE',
    path: '/booking-wishes/:wish',
    access: own,
    summary: 'Stop waiting for a freed time',
    params: Type.Object({ wish: Id }, closed),
    audit: 'booking.end-wish',
  }),
};
