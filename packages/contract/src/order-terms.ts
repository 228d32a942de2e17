import Type, { type Static } from 'typebox';
import { orderKinds } from './orders.ts';
import { route } from './route.ts';
import { closed, Day, Division, Id, Words } from './words.ts';

const everybody = {
  roles: ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'],
  scope: 'branch',
} as const;
const Named = Type.Object({ id: Type.String(), name: Type.String() }, closed);
const Said = Type.Array(Type.String());

/** 工单用语: what the desk offers to choose from, as the bureau has written it. */
export const OrderTerms = Type.Object(
  {
    unit: Named,
    division: Division,
    kinds: Type.Array(
      Type.Object(
        {
          kind: Type.Enum(orderKinds),
          name: Words,
          days: Type.Integer(),
          unit: Type.Enum(['working', 'natural']),
          tipOff: Type.Boolean(),
        },
        closed,
      ),
    ),
    matters: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), above: Said, isLeaf: Type.Boolean() }, closed),
    ),
    labels: Type.Array(Named),
    wrapUps: Type.Array(Named),
    rootCauses: Type.Array(Named),
    emergencies: Type.Array(
      Type.Object(
        {
          number: Type.Enum(['110', '119', '120', '122']),
          name: Type.String(),
          words: Said,
          say: Type.String(),
        },
        closed,
      ),
    ),
    /** 不在受理范围. */
    exclusions: Type.Array(Type.Object({ name: Type.String(), words: Said, say: Type.String() }, closed)),
    /** 原有专线. */
    lines: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          number: Type.Optional(Type.String()),
          merge: Type.Enum(['absorbed', 'parallel', 'branch', 'apart']),
          skill: Type.String(),
        },
        closed,
      ),
    ),
    units: Type.Array(
      Type.Object(
        {
          unit: Type.String(),
          name: Type.String(),
          place: Type.Enum(['here', 'above', 'below', 'beside']),
        },
        closed,
      ),
    ),
    extensionDays: Type.Integer(),
  },
  closed,
);
export type OrderTerms = Static<typeof OrderTerms>;

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const onDuty = {
  from: Clock,
  to: Clock,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  /** 值班电话: of the post, not of the person. */
  phone: Type.String({ pattern: '^[0-9-]{3,20}$' }),
};
/** 值班: who answers for urgent orders of a unit at an hour. */
export const OrderDuty = Type.Object(onDuty, closed);
export type OrderDuty = Static<typeof OrderDuty>;
const Roster = Type.Object(
  {
    day: Day,
    mayWrite: Type.Boolean(),
    duties: Type.Array(
      Type.Object({ ...onDuty, duty: Id, unit: Type.String(), mine: Type.Boolean() }, closed),
    ),
  },
  closed,
);
export type OrderRoster = Static<typeof Roster>;
const OnDay = Type.Object({ day: Day }, closed);

export const orderTermsRoutes = {
  terms: route({
    method: 'GET',
    path: '/desk/order-terms',
    access: everybody,
    summary: 'What orders are sorted by, where they may go, and what is said in an emergency',
    reply: OrderTerms,
  }),
  duties: route({
    method: 'GET',
    path: '/desk/order-duties/:day',
    access: everybody,
    summary: 'Who is on duty for urgent orders on a day, at my unit and at those below',
    params: OnDay,
    reply: Roster,
  }),
  setDuties: route({
    method: 'PUT',
    path: '/desk/order-duties/:day',
    access: { roles: ['spokesperson', 'hall-manager'], scope: 'branch' },
    summary: 'Write the roster of a day for my unit',
    params: OnDay,
    body: Type.Object({ duties: Type.Array(OrderDuty, { maxItems: 12 }) }, closed),
    reply: Roster,
    audit: 'orders.set-duties',
  }),
};
