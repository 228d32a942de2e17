import Type, { type Static } from 'typebox';
import { OrderRow } from './order-desk.ts';
import { ArrangedVisit, DeskVisit, visitReasons } from './order-visit-wish.ts';
import { OrderNumber } from './orders.ts';
import { route } from './route.ts';
import { closed, Day } from './words.ts';

const everybody = {
  roles: ['operator', 'spokesperson', 'clerk', 'approver', 'hall-manager', 'supervisor'],
  scope: 'branch',
} as const;
/** 上门的人: who handles orders at a unit. */
const goers = { roles: ['clerk', 'approver', 'spokesperson'], scope: 'branch' } as const;

/** 上门安排: an order with what was asked and, once it is arranged, the day; the address masked. */
export const VisitRow = Type.Object({ ...OrderRow.properties, visit: DeskVisit }, closed);
export type VisitRow = Static<typeof VisitRow>;

const Stop = Type.Object(
  {
    order: OrderNumber,
    title: Type.String(),
    reason: Type.Enum([...visitReasons]),
    people: Type.Optional(Type.Integer()),
    address: Type.String(),
    suits: Type.Optional(Type.String()),
    name: Type.Optional(Type.String()),
    phone: Type.Optional(Type.String()),
    arranged: ArrangedVisit,
  },
  closed,
);
/** 上门单: where the unit goes on a day, in full, for whoever goes. */
export const VisitTour = Type.Object({ day: Day, unit: Type.String(), stops: Type.Array(Stop) }, closed);
export type VisitTour = Static<typeof VisitTour>;

export const orderVisitRoutes = {
  list: route({
    method: 'GET',
    path: '/desk/order-visits',
    access: everybody,
    summary: 'Home visits my unit has been asked for: first those without a day, then by day',
    query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 120 })) }, closed),
    reply: Type.Object({ visits: Type.Array(VisitRow), next: Type.Optional(Type.String()) }, closed),
  }),
  tour: route({
    method: 'POST',
    path: '/desk/order-visit-tours',
    access: goers,
    summary:
      'Where my unit goes on a day: addresses, names and phones in full, to be printed and taken along',
    body: Type.Object({ day: Day }, closed),
    reply: VisitTour,
    repeatable: true,
    audit: 'orders.visit-tour',
    limit: { max: 30, seconds: 3600 },
  }),
};
