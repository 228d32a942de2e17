import Type, { type Static } from 'typebox';
import { priorities } from './bookable.ts';
import { route } from './route.ts';
import { closed, Day, Id, ItemId, Moment } from './words.ts';

const manager = { roles: ['hall-manager'], scope: 'hall' } as const;
/** `09:00`. */
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** 开放时间: one span of a day. */
export const Span = Type.Object({ from: Clock, to: Clock }, closed);
export type Span = Static<typeof Span>;

/** 日模板: what a kind of day looks like; spans leave out lunch. */
export const DayTemplate = Type.Object(
  {
    template: Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' }),
    name: Type.String({ minLength: 1, maxLength: 40 }),
    spans: Type.Array(Span, { maxItems: 8 }),
    /** Windows staffed; absent means all that take bookings. */
    windows: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
    /** 留给现场的比例, percent. */
    walkInShare: Type.Integer({ minimum: 0, maximum: 100 }),
    /** 绿色通道名额, percent of what can be booked. */
    priorityShare: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  closed,
);
export type DayTemplate = Static<typeof DayTemplate>;

/** 停用时段: windows, or the whole hall, that take nobody in a span. */
export const BlockOut = Type.Object(
  {
    span: Span,
    windows: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
    reason: Type.String({ minLength: 1, maxLength: 100 }),
  },
  closed,
);
export type BlockOut = Static<typeof BlockOut>;

/** 排班: how one day is to be; without it the hall's opening hours and the calendar decide. */
export const DayRule = Type.Object(
  {
    open: Type.Boolean(),
    /** 群众看得到的说明，如“元旦首日延时开放”。 */
    says: Type.Optional(Type.String({ maxLength: 60 })),
    template: Type.Optional(Type.String({ maxLength: 41 })),
    /** Instead of the template's. */
    spans: Type.Optional(Type.Array(Span, { maxItems: 8 })),
    windows: Type.Optional(Type.Array(Type.String(), { maxItems: 100 })),
    walkInShare: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    blockOuts: Type.Array(BlockOut, { maxItems: 40 }),
  },
  closed,
);
export type DayRule = Static<typeof DayRule>;

/** 一天的容量: one window or group by hour. */
export const DayPlan = Type.Object(
  {
    day: Day,
    rule: DayRule,
    /** Where the rule comes from. */
    from: Type.Enum(['day', 'template', 'hours', 'holiday']),
    says: Type.String(),
    spans: Type.Array(Span),
    rows: Type.Array(
      Type.Object(
        {
          /** A window, or the group that is booked together. */
          window: Type.String(),
          name: Type.String(),
          open: Type.Boolean(),
          hours: Type.Array(
            Type.Object(
              { hour: Type.Integer(), minutes: Type.Integer(), blocked: Type.Optional(Type.String()) },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    /** What can be booked and is, per hour of the whole hall, in 5-minute quanta. */
    hours: Type.Array(
      Type.Object({ hour: Type.Integer(), capacity: Type.Integer(), booked: Type.Integer() }, closed),
    ),
    bookings: Type.Integer(),
  },
  closed,
);
export type DayPlan = Static<typeof DayPlan>;

/** 受影响的人: a booking that no longer fits a changed day. */
export const Stranded = Type.Object(
  {
    booking: Id,
    at: Moment,
    itemName: Type.String(),
    person: Type.String({ description: '已打码' }),
    phone: Type.Optional(Type.String({ description: '已打码' })),
  },
  closed,
);
export type Stranded = Static<typeof Stranded>;

/** 当天预约: one booking as the hall sees it. */
export const HallBooking = Type.Object(
  {
    booking: Id,
    at: Moment,
    until: Moment,
    item: ItemId,
    itemName: Type.String(),
    person: Type.String({ description: '已打码' }),
    state: Type.String(),
    priority: Type.Optional(Type.Enum([...priorities])),
    windowName: Type.Optional(Type.String()),
  },
  closed,
);
export type HallBooking = Static<typeof HallBooking>;

export const hallPlanRoutes = {
  month: route({
    method: 'GET',
    path: '/desk/hall/days',
    access: manager,
    summary: 'Six weeks of my hall from a day: open or not, capacity and what is booked',
    query: Type.Object({ from: Day }, closed),
    reply: Type.Array(
      Type.Object(
        {
          day: Day,
          open: Type.Boolean(),
          from: Type.Enum(['day', 'template', 'hours', 'holiday']),
          says: Type.String(),
          capacity: Type.Integer(),
          booked: Type.Integer(),
          stranded: Type.Integer(),
        },
        closed,
      ),
    ),
  }),
  day: route({
    method: 'GET',
    path: '/desk/hall/days/:day',
    access: manager,
    summary: 'The plan of one day by window and hour',
    params: Type.Object({ day: Day }, closed),
    reply: DayPlan,
  }),
  preview: route({
    method: 'POST',
    path: '/desk/hall/days/:day/previews',
    access: manager,
    summary: 'What a change of a day would do: the new plan and everybody whose booking would no longer fit',
    params: Type.Object({ day: Day }, closed),
    body: DayRule,
    reply: Type.Object({ plan: DayPlan, stranded: Type.Array(Stranded) }, closed),
    repeatable: true,
  }),
  change: route({
    method: 'PUT',
    path: '/desk/hall/days/:day',
    access: manager,
    summary:
      'Change a day; nobody loses a booking: those that no longer fit stay, are listed, and the people are told if asked',
    params: Type.Object({ day: Day }, closed),
    body: Type.Object({ rule: DayRule, tell: Type.Boolean() }, closed),
    reply: Type.Object({ plan: DayPlan, stranded: Type.Array(Stranded) }, closed),
    audit: 'hall-plan.change',
  }),
  templates: route({
    method: 'GET',
    path: '/desk/hall/templates',
    access: manager,
    summary: 'The day templates of my hall',
    reply: Type.Array(DayTemplate),
  }),
  saveTemplate: route({
    method: 'PUT',
    path: '/desk/hall/templates/:template',
    access: manager,
    summary: 'Add or change a day template; days that use it are laid out anew',
    params: Type.Object({ template: Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' }) }, closed),
    body: DayTemplate,
    reply: Type.Array(DayTemplate),
    audit: 'hall-plan.save-template',
  }),
  bookings: route({
    method: 'GET',
    path: '/desk/hall/days/:day/bookings',
    access: { roles: ['hall-manager', 'clerk'], scope: 'hall' },
    summary: 'Who is booked at my hall on a day, in order of time',
    params: Type.Object({ day: Day }, closed),
    query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 120 })) }, closed),
    reply: Type.Object({ bookings: Type.Array(HallBooking), next: Type.Optional(Type.String()) }, closed),
  }),
};
