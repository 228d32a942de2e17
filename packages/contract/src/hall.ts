import Type, { type Static } from 'typebox';
import { HallLive, priorities } from './bookable.ts';
import { QueueTicket, windowStates } from './queue.ts';
import { route } from './route.ts';
import { closed, Id, Moment } from './words.ts';

const manager = { roles: ['hall-manager'], scope: 'hall' } as const;

/** 大厅提醒. */
export const HallAlert = Type.Object(
  {
    kind: Type.Enum(['long-wait', 'idle-window', 'no-window', 'device', 'past-closing']),
    says: Type.String(),
    since: Moment,
    window: Type.Optional(Type.String()),
    ticket: Type.Optional(Id),
  },
  closed,
);
export type HallAlert = Static<typeof HallAlert>;

/** 大厅实时: everything a hall manager sees at one glance. */
export const HallNow = Type.Object(
  {
    hall: Type.String(),
    hallName: Type.String(),
    live: HallLive,
    /** 签到码: the four figures of the hour that the hall screen shows. */
    hallCode: Type.String(),
    longestMinutes: Type.Optional(Type.Integer()),
    servedToday: Type.Integer(),
    medianWaitMinutes: Type.Optional(Type.Integer()),
    windows: Type.Array(
      Type.Object(
        {
          window: Type.String(),
          number: Type.Integer(),
          name: Type.String(),
          state: Type.Enum([...windowStates]),
          staff: Type.Optional(Type.String()),
          since: Type.Optional(Moment),
          current: Type.Optional(QueueTicket),
          skills: Type.Array(Type.String()),
          /** Today only, set by the hall manager. */
          changedSkills: Type.Boolean(),
          servedToday: Type.Integer(),
        },
        closed,
      ),
    ),
    queue: Type.Array(QueueTicket, { description: '按应叫时间排，最多 200 个' }),
    waiting: Type.Integer(),
    /** 暂缓: put aside at a window. */
    parked: Type.Integer(),
    /** 约时回来: told when to come back and not called yet. */
    comeBack: Type.Integer(),
    missed: Type.Integer(),
    /** Booked today and not yet here. */
    expected: Type.Integer(),
    alerts: Type.Array(HallAlert),
    announcement: Type.Optional(Type.String()),
    asOf: Moment,
  },
  closed,
);
export type HallNow = Static<typeof HallNow>;

export const hallRoutes = {
  live: route({
    method: 'GET',
    path: '/halls/:hall/live',
    access: 'public',
    summary: 'How busy one hall is now',
    params: Type.Object({ hall: Type.String({ maxLength: 60 }) }, closed),
    reply: HallLive,
  }),
  now: route({
    method: 'GET',
    path: '/desk/hall',
    access: manager,
    summary: 'The hall now: windows, staff, queue, longest wait, alerts',
    reply: HallNow,
  }),
  window: route({
    method: 'PUT',
    path: '/desk/hall/windows/:window',
    access: manager,
    summary: 'Open or close a window, or change for today what it serves',
    params: Type.Object({ window: Type.String({ maxLength: 60 }) }, closed),
    body: Type.Object(
      {
        state: Type.Optional(Type.Enum([...windowStates])),
        /** Absent leaves it; empty gives the window back what it always serves. */
        skills: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 30 })),
      },
      closed,
    ),
    reply: HallNow,
    audit: 'hall.window',
  }),
  route: route({
    method: 'PUT',
    path: '/desk/hall/tickets/:ticket',
    access: manager,
    summary: 'Send a waiting ticket to a window, or grant it priority with a reason',
    params: Type.Object({ ticket: Id }, closed),
    body: Type.Object(
      {
        window: Type.Optional(Type.String({ maxLength: 60 })),
        priority: Type.Optional(Type.Enum([...priorities])),
        reason: Type.String({ minLength: 2, maxLength: 200 }),
      },
      closed,
    ),
    reply: HallNow,
    audit: 'hall.route',
  }),
  announce: route({
    method: 'PUT',
    path: '/desk/hall/announcement',
    access: manager,
    summary: 'Put a line on every screen and ticket page of the hall; an empty one takes it away',
    body: Type.Object({ text: Type.String({ maxLength: 120 }) }, closed),
    reply: HallNow,
    audit: 'hall.announce',
  }),
  day: route({
    method: 'GET',
    path: '/desk/hall/figures',
    access: { roles: ['hall-manager', 'supervisor'], scope: 'hall' },
    summary:
      'Waiting, handling and abandonment of a day by hour, window and item, from the times every ticket keeps',
    query: Type.Object({ day: Type.String({ format: 'date' }) }, closed),
    reply: Type.Object(
      {
        tickets: Type.Integer(),
        served: Type.Integer(),
        abandoned: Type.Integer(),
        waitP50: Type.Optional(Type.Number()),
        waitP90: Type.Optional(Type.Number()),
        /** 预估误差: of the estimates given when tickets were taken. */
        estimate: Type.Optional(
          Type.Object({ mae: Type.Number(), bias: Type.Number(), coverage: Type.Number() }, closed),
        ),
        rows: Type.Array(
          Type.Object(
            {
              by: Type.Enum(['hour', 'window', 'item']),
              key: Type.String(),
              name: Type.String(),
              tickets: Type.Integer(),
              abandoned: Type.Integer(),
              wait: Type.Optional(Type.Number()),
              handling: Type.Optional(Type.Number()),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  }),
};
