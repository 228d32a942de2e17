import Type, { type Static } from 'typebox';
import { route } from './route.ts';
import { closed, Day, Division, ItemId, Moment } from './words.ts';

/** 大厅代号, e.g. `dg-civic`. */
export const HallId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,40}$' });
const LatLng = Type.String({ pattern: '^-?\\d{1,2}(\\.\\d{1,6})?,-?\\d{1,3}(\\.\\d{1,6})?$' });

/** 绿色通道: whom a priority lane is for (R79); pregnant and disabled people are granted it by reception. */
export const priorities = ['elder', 'minor', 'soldier', 'talent', 'pregnant', 'disabled'] as const;

/** 等候时间: a range in minutes, since nobody can know it exactly. */
export const WaitRange = Type.Object(
  { from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 0 }) },
  closed,
);
export type WaitRange = Static<typeof WaitRange>;

/** 大厅实况: how busy a hall is now; absent figures are unknown, never zero. */
export const HallLive = Type.Object(
  {
    open: Type.Boolean(),
    /** 今天的开放时间，或何时再开。 */
    says: Type.String(),
    waiting: Type.Integer(),
    windows: Type.Integer({ description: '现在开着的窗口数' }),
    wait: Type.Optional(WaitRange),
    asOf: Moment,
  },
  closed,
);
export type HallLive = Static<typeof HallLive>;

/** 可约时段: one time somebody can come; `free` is how many can still be booked then. */
export const FreeSlot = Type.Object(
  {
    at: Moment,
    until: Moment,
    free: Type.Integer({ minimum: 0 }),
    /** 自选窗口: only where the hall lets people choose a window. */
    window: Type.Optional(Type.String()),
    windowName: Type.Optional(Type.String()),
  },
  closed,
);
export type FreeSlot = Static<typeof FreeSlot>;

/** 可约大厅: one hall for a matter, with how far it is, how busy, and the earliest free time. */
export const BookableHall = Type.Object(
  {
    hall: HallId,
    name: Type.String(),
    address: Type.String(),
    transit: Type.Optional(Type.String()),
    hours: Type.Array(Type.String()),
    phone: Type.Optional(Type.String()),
    facilities: Type.Array(Type.String()),
    /** Metres in a straight line, when it is known where the person is. */
    metres: Type.Optional(Type.Integer()),
    live: HallLive,
    earliest: Type.Optional(FreeSlot),
    windowChoice: Type.Boolean({ description: '可以自选窗口' }),
    demo: Type.Boolean(),
  },
  closed,
);
export type BookableHall = Static<typeof BookableHall>;

/** What times are asked for; the answers of the guide decide how long the situation takes at a window. */
const TimesQuery = Type.Object(
  {
    item: ItemId,
    window: Type.Optional(Type.String({ maxLength: 60 })),
    answers: Type.Optional(
      Type.String({
        maxLength: 4000,
        description: '引导的回答，写法和地址的查询部分一样，如 水域=湖泊&要贴标=是',
      }),
    ),
  },
  closed,
);

export const bookableRoutes = {
  halls: route({
    method: 'GET',
    path: '/bookable-halls',
    access: 'public',
    summary:
      'Halls that take an item, the nearest first, with people waiting now and the earliest free time; without an item all halls',
    query: Type.Object(
      {
        division: Division,
        item: Type.Optional(ItemId),
        /** `latitude,longitude`, if the person tells; it is not kept. */
        near: Type.Optional(LatLng),
      },
      closed,
    ),
    reply: Type.Array(BookableHall),
  }),
  days: route({
    method: 'GET',
    path: '/halls/:hall/days',
    access: 'public',
    summary: 'The days of the booking horizon at one hall: open or why not, and how many times are free',
    params: Type.Object({ hall: HallId }, closed),
    query: TimesQuery,
    reply: Type.Object(
      {
        days: Type.Array(
          Type.Object(
            {
              day: Day,
              open: Type.Boolean(),
              /** 不开放的原因，如“元旦休息”；延时开放也写在这里。 */
              says: Type.Optional(Type.String()),
              free: Type.Integer(),
              /** 分批放号: when the next times of this day are released. */
              releasedAt: Type.Optional(Moment),
            },
            closed,
          ),
        ),
        windows: Type.Array(Type.Object({ window: Type.String(), name: Type.String() }, closed)),
      },
      closed,
    ),
  }),
  slots: route({
    method: 'GET',
    path: '/halls/:hall/days/:day/slots',
    access: 'public',
    summary: 'The times of one day in order, full ones with `free` 0',
    params: Type.Object({ hall: HallId, day: Day }, closed),
    query: TimesQuery,
    reply: Type.Array(FreeSlot),
  }),
};
